"""What the memo says: who disputes what with whom, on what ground, and what is not known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.facts import Facts
from kg.report.parts.reply import is_asserted, sayings
from kg.report.parts.standing import Standing
from kg.things import Argument, Document, Stance
from kg.words import key


@dataclass(frozen=True)
class Contested:
    """A claim that somebody makes and somebody else challenges, denies or questions."""

    claim: str
    claims: tuple[str, ...]
    sayings: tuple[Stance, ...]
    stances: tuple[Stance, ...]  # that deny or question it
    challenges: tuple[Argument, ...]
    supports: tuple[Argument, ...]

    @property
    def weight(self) -> int:
        return len(self.challenges) + len({(s.by, s.stance) for s in self.stances})


@dataclass(frozen=True)
class Tie:
    """A tie of a party, as a document states it; more than one IRI where the document states it so more than once."""

    iris: tuple[str, ...]
    who: str
    kind: str
    whom: str
    during: str
    share: str
    amount: str
    document: str


@dataclass(frozen=True)
class Voice:
    """What a party says here: claims of its own, claims known only from others' `documents`, concessions; in whose person."""

    own: int
    reported: int
    documents: tuple[Document, ...]
    conceded: int
    persons: tuple[str, ...]


@dataclass(frozen=True)
class Memo:
    """The facts of the memo; every list is whole, the page says how much of it it shows."""

    disputes: tuple[dict[str, str], ...]
    contested: tuple[Contested, ...]
    disputed: int  # of the claims that somebody makes
    one_sided: int  # claims that are denied or challenged though nobody is found to make them
    made: int
    claims: int
    standing: Standing
    kinds: tuple[tuple[str, int, int], ...]  # of claim: those with no source but who claims them, and all that somebody makes
    ties: dict[str, tuple[Tie, ...]]
    voices: dict[str, Voice]
    speakers: tuple[tuple[str, int], ...]  # who makes claims and is no declared party: how many, most first
    challenges: dict[str, int]


def gather(facts: Facts, standing: Standing) -> Memo:
    """The memo's facts."""
    found = [_contested(facts, head) for head in dict.fromkeys(facts.first(claim) for claim in facts.claims)]
    contested = [one for one in found if one is not None]
    counted = [one for one in facts.challenges if one.counted]
    return Memo(
        disputes=tuple(facts.disputes.rows),
        contested=tuple(sorted((one for one in contested if one.sayings), key=lambda one: (-one.weight, facts.place(one.claims[0])))),
        disputed=sum(is_made(facts, claim) for one in contested if one.sayings for claim in one.claims),
        one_sided=sum(not one.sayings for one in contested),
        made=sum(is_made(facts, claim) for claim in facts.claims),
        claims=len(facts.claims),
        standing=standing,
        kinds=tuple(_kinds(facts, standing)),
        ties=_ties(facts),
        voices={party: _voice(facts, party) for party in facts.parties},
        speakers=tuple(_speakers(facts)),
        challenges={how: sum(one.how == how for one in counted) for how in ("rebuts", "undercuts", "undermines", "discredits")},
    )


def is_made(facts: Facts, claim: str) -> bool:
    """Whether somebody asserts or concedes a claim, is reported to, or relays it as nobody's in particular."""
    stances = facts.of_claim.get(claim, ())
    return any(s.stance in ("asserts", "concedes") or (s.stance == "relays" and not s.reports) for s in stances)


def _contested(facts: Facts, head: str) -> Contested | None:
    claims = facts.restated[head]
    stances = facts.stances(claims)
    sayings = tuple(s for s in stances if s.stance in ("asserts", "concedes"))
    makers = {s.by for s in sayings}
    against = tuple(s for s in stances if s.depth == 0 and s.stance in ("denies", "questions") and makers != {s.by})
    challenges = tuple(one for one in facts.attacks.get(head, ()) if makers != set(one.by))
    if not against and not challenges:
        return None
    ordered = tuple(sorted(sayings, key=lambda s: (s.depth, facts.place(s.claim), s.iri)))
    return Contested(ordered[0].claim if ordered else head, claims, ordered, against, challenges, facts.supports_of.get(head, ()))


#: Kinds of claims: what may be looked up first, opinions and demands last.
_KINDS = ("factual", "statistical", "causal", "procedural", "predictive", "evaluative", "normative")


def _kinds(facts: Facts, standing: Standing) -> list[tuple[str, int, int]]:
    kinds = {claim: values.get("kind", ("",))[0] for claim, values in facts.tables("Claim").items()}
    made = Counter(kinds[claim] for claim in standing.rungs)
    without = Counter(kinds[claim] for claim in standing.bare)
    rank = {kind: number for number, kind in enumerate(_KINDS)}
    return [(kind, without[kind], made[kind]) for kind in sorted(made, key=lambda kind: (rank.get(key(kind), len(rank)), kind))]


def _ties(facts: Facts) -> dict[str, tuple[Tie, ...]]:
    """Party → its ties, in the order of documents."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for iri, values in facts.tables("Tie").items():
        who, kind, whom, share, amount = (values.get(name, ("",))[0] for name in ("who", "kind", "whom", "share", "amount"))
        stated = (who, kind, whom, facts.when(values, "during"), share, amount, facts.home.get(iri, ""))
        alike.setdefault(stated, []).append(iri)
    last = len(facts.documents) + 1
    ties = [Tie(tuple(iris), *stated) for stated, iris in alike.items()]
    ties.sort(key=lambda tie: (facts.documents[tie.document].number if tie.document in facts.documents else last, tie.iris))
    return {party: tuple(tie for tie in ties if party in (tie.who, tie.whom)) for party in facts.parties}


def _voice(facts: Facts, party: str) -> Voice:
    own = reported = conceded = 0
    documents: set[str] = set()
    persons: set[str] = set()
    for head in dict.fromkeys(map(facts.first, facts.claims)):  # what the party says itself is known from it in whatever words
        found = sayings(facts, facts.restated[head], party)
        persons.update(s.by for s in found if s.by != party)
        if found and not is_asserted(found):
            conceded += 1
        elif found and found[0].depth == 0:
            own += 1
        elif found:
            reported += 1
            documents.update(s.document for s in found)
    told = tuple(one for iri, one in facts.documents.items() if iri in documents)
    return Voice(own, reported, told, conceded, tuple(sorted(persons)))


def _speakers(facts: Facts) -> list[tuple[str, int]]:
    makes: Counter[str] = Counter()
    for stances in facts.of_claim.values():
        makes.update({s.by for s in stances if s.stance == "asserts"} - set(facts.parties))
    return sorted(makes.items(), key=lambda pair: (-pair[1], facts.words.label(pair[0]), pair[0]))
