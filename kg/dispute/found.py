"""The state of a dispute as findings: labels, answers, reported words, words that are mixed in a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pyoxigraph as ox

from kg.dispute.prose import Prose
from kg.dispute.standing import Dispute, Failed
from kg.dispute.things import Answer, Labelled, Mixed, Report, Standing
from kg.findings import Finding, Severity, Texts
from kg.grammar import LANGUAGES

_Told = TypeVar("_Told", Answer, Report, Mixed)
#: How a party met a claim → the outcome; that it says so itself, or that nothing can be told, is none.
ANSWERED = {
    "argued": "argued",
    "denies": "denied",
    "questions": "questioned",
    "concedes": "conceded",
    "retracts": "retracted",
    "reframes": "reframed",
    "not-addressed": "not-addressed",
}
_REPORTED = {
    "original": "beside-original",
    "not-found": "original-not-found",
    "not-at-hand": "original-not-at-hand",
    "not-named": "original-not-named",
}


def findings(graph: ox.Store, case: str, failed: Failed = (), *, annotators: bool = False) -> list[Finding]:
    """What is found out about the dispute of a case (its IRI), in a fixed order.

    Every claim has a label, or why it has none; an argument, figure or document only if something is brought against it or
    against what it brings, or a party's document is missing. `failed` is what an audit found to fail, with its findings.
    """
    found = Dispute(graph, failed, annotators=annotators)
    return list(_Found(found, case).all())


class _Found:
    """Findings of one case, in every language that there are words in."""

    def __init__(self, dispute: Dispute, case: str) -> None:
        self._dispute, self._case = dispute, case
        self._prose = {lang: Prose(dispute.facts, lang) for lang in LANGUAGES}
        self._parameters = (f"annotators: {'yes' if dispute.annotators else 'no'}",)

    def all(self) -> Iterator[Finding]:
        for claim in self._dispute.facts.claims:
            if claim.startswith(f"{self._case}/"):
                made = self._dispute.standing(claim)
                yield self._label(made)
                yield from (self._answer(made, one) for one in made.answers if one.how in ANSWERED)
                yield from (self._report(one) for one in made.reports)
                yield from (self._mixed(claim, number, one) for number, one in enumerate(made.mixed, 1))
        for thing in sorted(self._dispute.concerned):
            if thing.startswith(f"{self._case}/") and thing not in self._dispute.facts.restated:
                yield self._label(self._dispute.labelled(thing))

    def _path(self, thing: str) -> str:
        return thing.removeprefix(f"{self._case}/")

    def _told(self, one: _Told, tell: Callable[[Prose, _Told], _Told]) -> Texts:
        """In every language; in the dispute's it is told already."""
        return {lang: str(one if lang == self._dispute.lang else tell(prose, one)) for lang, prose in self._prose.items()}

    def _label(self, made: Labelled) -> Finding:
        attacks = [one.attack for one in made.reasons]
        documents = [one.document for one in made.gaps if one.document]
        own = Labelled(made.thing, made.label, made.reasons, made.gaps)  # its reasons are in the dispute's language
        told = {lang: prose.labelled(own) if lang == self._dispute.lang else prose.again(made) for lang, prose in self._prose.items()}
        return Finding(
            name=f"dispute/{self._path(made.thing)}",
            rule="dispute",
            outcome=made.label or "no-label",
            severity="wording" if made.label == "unmet" else "matters",
            explanation={lang: str(one) for lang, one in told.items()},
            because={lang: self._prose[lang].state(one) for lang, one in told.items()},
            review={lang: " ".join(map(str, one.gaps)) for lang, one in told.items()},
            inputs=_unique(made.thing, *attacks, *documents),
            concerns=(made.thing,),
            passages=_unique(*(one for reason in made.reasons for one in reason.passages)),
            parameters=self._parameters,
        )

    def _answer(self, made: Standing, answer: Answer) -> Finding:
        argued = [*(one.iri for one in answer.stances), *(one.iri for one in answer.challenges)]
        near = [claim for _, claim in answer.near]
        documents = [one.iri for one in answer.documents]
        return Finding(
            name=f"answer/{self._path(made.thing)}/{self._path(answer.party)}/{answer.how}",
            rule="answer",
            outcome=ANSWERED[answer.how],
            severity=_severity(answer.how == "not-addressed"),
            explanation=self._told(answer, Prose.answer),
            inputs=_unique(made.thing, *argued, *near, *documents),
            concerns=_unique(made.thing, answer.party),
            parameters=self._parameters,
        )

    def _report(self, report: Report) -> Finding:
        return Finding(
            name=f"reported/{self._path(report.assertion)}",
            rule="reported-words",
            outcome=_REPORTED[report.state],
            severity=_severity(report.state == "not-found" or report.how in ("narrower", "broader", "differs")),
            explanation=self._told(report, Prose.report),
            inputs=_unique(report.assertion, report.original, report.said_in),
            concerns=_unique(report.claim, report.assertion),
            passages=_unique(*report.told_at, *report.original_at),
        )

    def _mixed(self, claim: str, number: int, mixed: Mixed) -> Finding:
        return Finding(
            name=f"mixed/{self._path(claim)}/{number}",
            rule="mixed-words",
            outcome="noted",
            severity=_severity(mixed.opponents),
            explanation=self._told(mixed, Prose.mixed),
            inputs=_unique(claim, mixed.claim),
            concerns=_unique(claim, mixed.claim),
            passages=_unique(mixed.outer, mixed.inside),
        )


def _severity(matters: bool) -> Severity:
    return "matters" if matters else "wording"


def _unique(*things: str) -> tuple[str, ...]:
    """Each once, in this order, without what is not known."""
    return tuple(dict.fromkeys(filter(None, things)))
