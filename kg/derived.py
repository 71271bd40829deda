"""What follows from what was said: what the rules infer, then what the analyses find. Computed anew whenever what was said changes."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import dispute, findings, rdf, rules, sources, store
from kg.audit import audit


def found(held: ox.Store, *, annotators: bool = False) -> list[ox.Quad]:
    """The findings on every case of a graph, in the cases' findings graphs.

    The numbers first: what a claim rests on is undermined where a calculation does not come out.
    """
    made: list[ox.Quad] = []
    rested = sources.findings(held)
    for one in audit(held):
        failed = {thing: findings.iri(one.case, name) for thing, name in one.failed.items()}
        every = [*one.findings, *rested.get(one.case, ()), *dispute.findings(held, one.case, failed, annotators=annotators)]
        made += findings.quads(every, one.case)
    return made


def with_annotators(graph: ox.Store) -> ox.Store:
    """A built graph with what annotators argue, and add in files of their own, counted too."""
    return store.memory(again(rules.said(graph), store.cases(graph), annotators=True), annotators=True)


def again(said: list[ox.Quad], cases: Iterable[str], *, annotators: bool = False) -> list[ox.Quad]:
    """What was said in some cases (their IRIs) and what follows from it."""
    return complete([*said, *rules.of_cases(said, cases, annotators=annotators)], annotators=annotators)


def complete(quads: list[ox.Quad], *, annotators: bool = False) -> list[ox.Quad]:
    """What was said and inferred, with the findings on it, sorted."""
    return rdf.ordered([*quads, *found(store.memory(quads, annotators=annotators), annotators=annotators)])
