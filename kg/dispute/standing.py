"""The state of a dispute: of one claim, or of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg import parameters, rules, store
from kg.dispute.answers import Answers, unargued
from kg.dispute.chains import chains
from kg.dispute.fidelity import Words, reports
from kg.dispute.framework import Attack, framework
from kg.dispute.labelling import Label
from kg.dispute.missing import inherited, missing
from kg.dispute.prose import Prose
from kg.dispute.things import Labelled, Reason, Standing, State
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.problems import KgError
from kg.things import Argument

_NAMES: dict[Label, State] = {"in": "unmet", "out": "met", "undecided": "open"}
#: Calculations and figures that failed → the finding's IRI, or only what failed.
Failed = Mapping[str, str] | Iterable[str]


class Dispute:
    """A graph's dispute, read once; every method takes IRIs. What `failed` undermines what rests on it.

    `quoted` are the words of passages that are at hand, by the passage's IRI: they stand with what is reported.
    """

    def __init__(
        self,
        graph: ox.Store,
        failed: Failed = (),
        *,
        lang: str = "en",
        annotators: bool = False,
        quoted: Mapping[str, str] | None = None,
    ) -> None:
        self.facts = Facts(_with_annotators(graph) if annotators else graph, lang, quoted)
        self.voices = Voices(self.facts)
        self.annotators, self.lang = annotators, lang
        self._prose = Prose(self.facts, lang)
        self._answers = Answers(self.facts, self.voices)
        self._words = Words(self.facts, self.voices)
        gaps = missing(self.facts, self.voices)
        self._framework = framework(self.facts, failed, gaps)
        self._labels = self._framework.labels(gaps)
        self._gaps = gaps | inherited(self._framework, gaps, self._framework.labels(), self._labels)
        self._by_iri = {one.iri: one for one in self.facts.challenges}
        self._challenges: dict[str, list[Argument]] = {}
        for one in self.facts.challenges:
            for claim in self.facts.met.get(one.iri, ()) if one.counted else ():
                self._challenges.setdefault(claim, []).append(one)
        self._supports: dict[str, list[Argument]] = {}
        for one in self.facts.supports:
            for target in one.targets:
                self._supports.setdefault(target, []).append(one)
        self._found: dict[str, Standing] = {}

    def label(self, thing: str) -> State:
        """What a thing is labelled, "" where there are gaps or it takes no part in the dispute."""
        return "" if thing in self._gaps or thing not in self._labels else _NAMES[self._labels[thing]]

    @property
    def concerned(self) -> set[str]:
        """What something is brought against, or against what it brings, or that has no label as a document is missing."""
        return self._framework.on.keys() | self._gaps.keys()

    def labelled(self, thing: str) -> Labelled:
        """A claim, support, challenge, figure, document, assertion or actor with its label, and why."""
        reasons = tuple(self._reason(one) for one in self._framework.on.get(thing, ()))
        gaps = tuple(self._prose.gap(one) for one in self._gaps.get(thing, ()))
        return self._prose.labelled(Labelled(thing, self.label(thing), reasons, gaps))

    def standing(self, claim: str, above: frozenset[str] = frozenset()) -> Standing:
        """The state of the dispute about a claim."""
        if claim in self._found:
            return self._found[claim]
        facts, voices, prose = self.facts, self.voices, self._prose
        met = tuple(self._challenges.get(claim, ()))
        own = self.labelled(claim)
        parts = [one for one in facts.parts.get(claim, ()) if one not in above and one != claim]  # parts of each other have no whole
        made = Standing(
            claim,
            own.label,
            own.reasons,
            own.gaps,
            stances=tuple(facts.of_claim.get(claim, ())),
            answers=tuple(prose.answer(one) for one in self._answers.of(claim, met)),
            unargued=unargued(facts, claim, met),
            supports=tuple(self.labelled(one.iri) for same in facts.same(claim) for one in self._supports.get(same, ())),
            challenges=tuple(self.labelled(one.iri) for one in met),
            chains=tuple(prose.chain(one) for one in chains(facts, voices, claim)),
            reports=tuple(prose.report(one) for one in reports(facts, voices, claim)),
            mixed=tuple(prose.mixed(one) for one in self._words.mixed(claim)),
            parts=tuple(self.standing(one, above | {claim}) for one in parts),
        )
        self._found[claim] = prose.standing(made)
        return self._found[claim]

    def _reason(self, attack: Attack) -> Reason:
        facts = self.facts
        challenge = self._by_iri.get(attack.by)
        made = Reason(
            attack.by,
            attack.kind,
            challenge.by if challenge else (),
            challenge.document if challenge else "",
            tuple(one.iri for one in facts.passages.get(attack.by, ())),
            attack.target,
            attack.through,
            "unmet" if attack.finding else self.label(attack.by),
            challenge.brings if challenge else (),
        )
        return self._prose.reason(made)


def _with_annotators(graph: ox.Store) -> ox.Store:
    """With what annotators argue, and add in files of their own; findings are left out, as nothing here reads them."""
    said = rules.said(graph)
    return store.memory([*said, *rules.of_cases(said, store.cases(graph), annotators=True)], annotators=True)


def state(graph: ox.Store, claim: str, failed: Failed = (), *, lang: str = "en", annotators: bool = False) -> Standing:
    """The state of the dispute about a claim (its IRI, or its name: `document:claim`), and about each of its parts.

    `failed` are calculations and figures that an audit found to fail, with its findings. What annotators argue, and add in
    files of their own, is left out unless `annotators` asks for it.

    Raises:
        KgError: the graph has no such claim.
    """
    found = Dispute(graph, failed, lang=lang, annotators=annotators)
    iri = claim if claim in found.facts.restated else parameters.node(found.facts.held, claim, ("claim",), "the state of a dispute")
    if iri not in found.facts.restated:
        raise KgError(f"'{claim}' is no claim of this graph, or stands in an annotator's own file")
    return found.standing(iri)


def state_all(graph: ox.Store, failed: Failed = (), *, lang: str = "en", annotators: bool = False) -> dict[str, Standing]:
    """The state of the dispute about every claim, by its IRI, in the order of documents and of the text."""
    found = Dispute(graph, failed, lang=lang, annotators=annotators)
    return {claim: found.standing(claim) for claim in found.facts.claims}
