"""What the audit found of the figures: findings, what matters first; how many figures each document has, and what nothing checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kg.facts import Facts
from kg.findings import ON_DISPUTE, ON_SOURCES
from kg.names import KG
from kg.things import Document
from kg.words import key

#: Outcomes in the order in which a reader wants them.
OUTCOMES = ("inconsistent", "conflict", "not-comparable", "incomplete", "noted", "consistent-by-rounding", "consistent", "not-checkable")
ALARMS = ("inconsistent", "conflict")
AGREE = ("consistent", "consistent-by-rounding")
UNTESTED = ("not-checkable", "not-comparable")
#: Rules that note something and test no figure.
NOTES = ("scope", "across-break", "base-year", "before-cause")
#: Rules that hold one number against another; those of series compare with words.
_COMPUTES = ("sum", "breakdown", "share", "change", "ratio", "average", "count", "grim")


@dataclass(frozen=True)
class Found:
    """A finding; `alike` are those of other documents that say the same of the same numbers, told along with it."""

    iri: str
    rule: str
    outcome: str
    matters: bool
    explanation: str
    assumes: str
    without: str
    computed: str
    stated: str
    rivals: tuple[str, ...]
    inputs: tuple[str, ...]
    concerns: tuple[str, ...]
    documents: tuple[Document, ...]
    alike: tuple[Found, ...] = ()

    @property
    def computes(self) -> bool:
        """Whether its numbers can be told as one beside another."""
        return self.rule in _COMPUTES and bool(self.computed and self.stated)

    @property
    def gap(self) -> Fraction:
        """How far what is computed is from what is stated, as a share of that."""
        if not self.computes:
            return Fraction(0)
        (low, high), (start, end) = (_ends(text) for text in (self.computed, self.stated))
        return max(start - high, low - end, Fraction(0)) / (max(abs(start), abs(end)) or 1)

    @property
    def everywhere(self) -> tuple[Document, ...]:
        """The documents of it and of those alike."""
        return tuple(dict.fromkeys(one for each in (self, *self.alike) for one in each.documents))


@dataclass(frozen=True)
class Numbers:
    """Findings, what matters first and those alike as one; by document how many figures, tested relations and so on."""

    found: tuple[Found, ...]
    by_iri: Mapping[str, Found]
    outcomes: Mapping[str, int]  # of relations, in the order of `OUTCOMES`; notes are not counted
    notes: int
    figures: int
    unchecked: tuple[str, ...]  # figures that no relation with an outcome has
    rows: tuple[tuple[Document, int, Mapping[str, int], int], ...]  # document, figures, relations by outcome, unchecked

    @property
    def tested(self) -> int:
        return sum(many for outcome, many in self.outcomes.items() if outcome not in UNTESTED)

    @property
    def untested(self) -> int:
        return sum(self.outcomes.get(one, 0) for one in UNTESTED)

    @property
    def alarms(self) -> tuple[Found, ...]:
        """What does not add up: what matters and is the furthest off first; of rival readings one, which the others are told with."""
        found = sorted((one for one in self.found if one.outcome in ALARMS), key=lambda one: (not one.matters, not one.computes, -one.gap))
        told = set[str]()
        made = []
        for one in found:
            if one.iri not in told:
                made.append(one)
            told.update(one.rivals)
        return tuple(made)


def _ends(interval: str) -> tuple[Fraction, Fraction]:
    """The ends of an interval as a graph has it, as far as they are numbers."""
    found = [Fraction(one) for one in re.findall(r"-?[0-9]+(?:\.[0-9]+)?", interval)] or [Fraction(0)]
    return found[0], found[-1]


def gather(facts: Facts) -> Numbers:
    """What is told of the case's figures."""
    others = ON_SOURCES | ON_DISPUTE
    every = [_finding(facts, iri, values) for iri, values in facts.tables("Finding").items() if key(values["rule"][0]) not in others]
    every.sort(key=lambda one: (not one.matters, OUTCOMES.index(one.outcome), not set(one.concerns) & facts.restated.keys(), one.iri))
    relations = [one for one in every if one.rule not in NOTES]
    figures = facts.tables("Observation")
    tested = {figure for one in relations if one.outcome not in UNTESTED for figure in one.inputs}
    counted = Counter(one.outcome for one in relations)
    return Numbers(
        tuple(_alike(every)),
        {one.iri: one for one in every},
        {outcome: counted[outcome] for outcome in OUTCOMES if counted[outcome]},
        len(every) - len(relations),
        len(figures),
        tuple(one for one in figures if one not in tested),
        tuple(_rows(facts, relations, figures, tested)),
    )


def _finding(facts: Facts, iri: str, values: Mapping[str, tuple[str, ...]]) -> Found:
    inputs = values.get("input", ())
    documents = {facts.home.get(one, "") for one in inputs} & facts.documents.keys()
    one = {name: values.get(name, ("",))[0] for name in ("rule", "outcome", "severity", "without", "computed", "stated")}
    return Found(
        iri, key(one["rule"]), key(one["outcome"]), key(one["severity"]) == "matters", facts.words.text(iri, KG + "explanation"),
        facts.words.text(iri, KG + "assumes"), one["without"], one["computed"], one["stated"], values.get("rival", ()), inputs,
        values.get("concerns", ()), tuple(sorted((facts.documents[each] for each in documents), key=lambda each: each.number)),
    )  # fmt: skip


def _alike(found: list[Found]) -> list[Found]:
    """Those that compute the same of the same numbers are one: what a document restates is told with what it restates."""
    groups: dict[object, list[Found]] = {}
    for one in found:
        numbers = one.computes or one.rule == "range"
        same = (one.rule, one.outcome, *((one.computed, one.stated) if numbers else (one.explanation,)))
        groups.setdefault(same, []).append(one)
    return [replace(first, alike=tuple(rest)) for first, *rest in groups.values()]


def _rows(
    facts: Facts, relations: list[Found], figures: Iterable[str], tested: set[str]
) -> list[tuple[Document, int, Mapping[str, int], int]]:
    rows: list[tuple[Document, int, Mapping[str, int], int]] = []
    for document in facts.documents.values():
        own = [one for one in figures if facts.home.get(one) == document.iri]
        if own:
            counted = Counter(one.outcome for one in relations if document in one.documents)
            rows.append((document, len(own), dict(counted), sum(one not in tested for one in own)))
    return rows
