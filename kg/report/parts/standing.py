"""On whose word claims rest and how they stand in the dispute, as findings have it; and the same table for every party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import sources
from kg.ask import Table
from kg.facts import Facts
from kg.names import KG
from kg.sources import tables
from kg.sources.phrases import say
from kg.things import Document
from kg.words import key

#: Outcomes, the nearest source first; the question of the memo leaves out the last one but unknown.
RUNGS = ("no-source", "self-sourced", "affiliated-only", "sources-unknown", "single-root", "not-known-to-be-connected")
LABELS = ("unmet", "met", "open", "no-label")


@dataclass(frozen=True)
class Found:
    """A finding on a claim: its outcome, what it is called, and in words why; documents that are `missing` for a label."""

    outcome: str
    name: str
    why: str = ""
    missing: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Claim → the finding on its sources, and the one on the dispute."""

    rungs: Mapping[str, Found]
    labels: Mapping[str, Found]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The claims without two sources that are not known to be connected, as the question on independent sources takes them."""
        return tuple(claim for claim, one in self.rungs.items() if one.outcome != RUNGS[-1])

    @property
    def bare(self) -> tuple[str, ...]:
        """The claims of which it is known that they have no source but those who claim them."""
        return tuple(claim for claim, one in self.rungs.items() if one.outcome in RUNGS[:2])

    def best(self, claims: Iterable[str]) -> Found | None:
        """Of claims that restate each other the one with the best source; what is unknown may be better than what is tied."""
        found = [self.rungs[claim] for claim in dict.fromkeys(claims) if claim in self.rungs]
        return max(found, key=lambda one: RUNGS.index(one.outcome), default=None)


def gather(facts: Facts) -> Standing:
    """What findings say of the claims."""
    rungs: dict[str, Found] = {}
    labels: dict[str, Found] = {}
    for iri, values in facts.tables("Finding").items():
        rule, claim = key(values["rule"][0]), values.get("concerns", ("",))[0]
        if claim not in facts.restated or rule not in ("independence", "dispute"):
            continue
        outcome = key(values["outcome"][0])
        if rule == "dispute":
            missing = sorted((facts.documents[one] for one in values["input"] if one in facts.documents), key=lambda one: one.number)
            labels[claim] = Found(outcome, facts.words.term(values["outcome"][0]), missing=tuple(missing))
        else:
            why = facts.words.text(iri, KG + "because").partition(say("reason.unknown", facts.lang, rung="", why=""))[0]
            name = say("unknown", facts.lang) if outcome == "sources-unknown" else facts.words.term(values["outcome"][0])
            rungs[claim] = Found(outcome, name, why)
    return Standing(rungs, labels)


def counted(found: Iterable[Found], order: tuple[str, ...]) -> list[tuple[str, int]]:
    """What outcomes are called, and how many there are of each, in an order."""
    several = list(found)
    names, many = {one.outcome: one.name for one in several}, Counter(one.outcome for one in several)
    return [(names[one], many[one]) for one in order if many[one]]


def by_party(facts: Facts) -> Table:
    """The same row for every party, with what there is of it to read."""
    return tables.by_party(sources.by_party(facts.held), facts.lang, sources.naming(facts.held))
