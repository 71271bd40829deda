"""A case's arguments as an argument graph: what attacks what, so that grounded labels can be computed.

A challenge attacks its target, and what restates it. A support or a challenge stands on what it brings: it is taken away by what
attacks it, or by the loss of all that it brings. Evidence is lost where it is attacked itself, or within that one argument. What a
calculation or figure carries is undermined where it failed. Claims are attacked by what is brought against them, never by the loss
of a support: a claim may stand without one. A denial without argument attacks nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kg.dispute.labelling import Label, grounded
from kg.facts import Facts
from kg.things import Argument

#: A thing by its IRI; or what stands between things: ("lost", evidence), ("piece", argument, evidence), ("bare", argument),
#: ("failed", finding).
Node = str | tuple[str, ...]


@dataclass(frozen=True)
class Attack:
    """By a challenge, or by a finding; `target` is what it names, `through` the evidence whose loss it brings, "" for none."""

    by: str
    kind: str
    target: str
    through: str = ""
    finding: bool = False

    @property
    def node(self) -> Node:
        return ("failed", self.by) if self.finding else self.by


@dataclass
class Framework:
    """Arguments and attacks; of each thing, by its IRI, the attacks that a reader should be told of."""

    arguments: dict[Node, None] = field(default_factory=dict)
    attacks: list[tuple[Node, Node]] = field(default_factory=list)
    on: dict[str, list[Attack]] = field(default_factory=dict)

    def labels(self, unknown: Collection[Node] = ()) -> dict[Node, Label]:
        """Grounded labels; what is `unknown` is undecided whatever attacks it, so that what is labelled holds either way."""
        attacks = [pair for pair in self.attacks if pair[1] not in unknown]
        return grounded(self.arguments, [*attacks, *((one, one) for one in self.arguments if one in unknown)])


def framework(facts: Facts, failed: Mapping[str, str] | Iterable[str] = (), unknown: Collection[str] = ()) -> Framework:
    """The argument graph; `failed` are calculations and figures that failed, with the finding's IRI where there is one.

    What is `unknown` may be lost as evidence, though nothing here attacks it.
    """
    made = Framework()
    counted = [one for one in facts.challenges if one.counted]
    argued = {one.iri: one for one in (*facts.supports, *counted)}
    things = (*facts.claims, *facts.tables("Observation"), *facts.documents, *facts.tables("Actor"), *facts.tables("Calculation"))
    for thing in (*things, *facts.by_iri[1], *argued):
        made.arguments[thing] = None
    direct, within = _direct(facts, counted), _within(counted)
    for thing, attack in _undermined(facts, failed):
        direct.setdefault(thing, []).append(attack)
    for thing, attacks in direct.items():
        if thing in made.arguments:
            for attack in attacks:
                made.arguments[attack.node] = None
                made.attacks.append((attack.node, thing))
                made.on.setdefault(thing, []).append(attack)
    for iri, argument in argued.items():
        _stands_on(made, argument, direct, within.get(iri, {}), unknown)
    return made


def _direct(facts: Facts, counted: list[Argument]) -> dict[str, list[Attack]]:
    """What is attacked itself, wherever it is brought."""
    found: dict[str, list[Attack]] = {}
    for challenge in counted:
        if challenge.within:
            continue
        for target in challenge.targets:
            for one in facts.same(target) if target in facts.restated else (target,):
                found.setdefault(one, []).append(Attack(challenge.iri, challenge.how, target))
    return found


def _within(counted: list[Argument]) -> dict[str, dict[str, list[Attack]]]:
    """Support → evidence → what attacks it there only."""
    found: dict[str, dict[str, list[Attack]]] = {}
    for challenge in counted:
        for support in challenge.within:
            for target in challenge.targets:
                attack = Attack(challenge.iri, challenge.how, target, target)
                found.setdefault(support, {}).setdefault(target, []).append(attack)
    return found


def _undermined(facts: Facts, failed: Mapping[str, str] | Iterable[str]) -> list[tuple[str, Attack]]:
    """What rests on a calculation that failed: itself, what it is said to give, the claim that states it."""
    findings = dict(failed) if isinstance(failed, Mapping) else {one: one for one in failed}
    calculations = facts.tables("Calculation")
    found: dict[tuple[str, str], Attack] = {}
    for iri, finding in sorted(findings.items()):
        said = calculations.get(iri, {})
        for thing in (iri, *said.get("gives", ()), *said.get("stated-by", ())):
            for one in facts.same(thing) if thing in facts.restated else (thing,):
                found.setdefault((one, finding), Attack(finding, "undermines", iri, finding=True))
    return [(thing, attack) for (thing, _), attack in found.items()]


def _stands_on(
    made: Framework,
    argument: Argument,
    direct: Mapping[str, list[Attack]],
    within: Mapping[str, list[Attack]],
    unknown: Collection[str],
) -> None:
    """An argument is lost with all that it brings: it is attacked by `bare`, and that by each piece that is not lost."""
    attacked = {one: (*direct.get(one, ()), *within.get(one, ())) for one in argument.brings}
    for evidence, attacks in attacked.items():
        if not attacks:
            continue
        told = (Attack(one.by, one.kind, one.target, evidence, one.finding) for one in attacks)
        made.on.setdefault(argument.iri, []).extend(told)
    if not attacked or not all(attacks or evidence in unknown for evidence, attacks in attacked.items()):
        return  # something that it brings cannot be lost
    bare: Node = ("bare", argument.iri)
    made.arguments[bare] = None
    made.attacks.append((bare, argument.iri))
    for evidence in attacked:
        piece: Node = ("piece", argument.iri, evidence)
        made.arguments[piece] = None
        made.attacks.append((piece, bare))
        made.attacks += [(one.node, piece) for one in within.get(evidence, ())]
        if evidence in made.arguments and (direct.get(evidence) or evidence in unknown):
            lost: Node = ("lost", evidence)
            made.arguments[lost] = None
            made.attacks += [(evidence, lost), (lost, piece)]
