"""What follows from what was said: what the rules infer, then what the analyses find. Computed anew whenever what was said changes."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import findings, rdf, rules, store
from kg.audit import audit


def found(held: ox.Store) -> list[ox.Quad]:
    """The findings on every case of a graph, in the cases' findings graphs."""
    return [quad for one in audit(held) for quad in findings.quads(one.findings, one.case)]


def with_annotators(graph: ox.Store) -> ox.Store:
    """A built graph with what annotators argue, and add in files of their own, counted too."""
    return store.memory(again(rules.said(graph), store.cases(graph), annotators=True), annotators=True)


def again(said: list[ox.Quad], cases: Iterable[str], *, annotators: bool = False) -> list[ox.Quad]:
    """What was said in some cases (their IRIs) and what follows from it."""
    inferred: list[ox.Quad] = []
    for case in cases:
        inferred += rules.infer([q for q in said if rdf.text(q.graph_name).startswith(f"{case}/")], case, annotators=annotators)
    return complete([*said, *inferred], annotators=annotators)


def complete(quads: list[ox.Quad], *, annotators: bool = False) -> list[ox.Quad]:
    """What was said and inferred, with the findings on it, sorted."""
    return rdf.ordered([*quads, *found(store.memory(quads, annotators=annotators))])
