"""The rules of `queries/rules/`, in the order of their names: what follows from what was said."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import questions, rdf, store
from kg.names import INFERRED


def infer(quads: Iterable[ox.Quad], case: str, *, annotators: bool = False) -> list[ox.Quad]:
    """What the rules infer from a case's quads, in the graph `<case>/inferred`.

    A rule sees what those before it inferred. What was set aside is not looked at, nor (unless asked for) what
    annotators argue, or add in files of their own.
    """
    graph = ox.NamedNode(f"{case}/{INFERRED}")
    seen = store.memory(quads, annotators=annotators)
    found: set[ox.Quad] = set()
    for rule in questions.folder_of("rules").values():
        triples = store.query(seen, rule.fill({"maker": "UNDEF"} if annotators else {}))
        assert isinstance(triples, ox.QueryTriples), f"{rule.name} is no CONSTRUCT query"
        new = {ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples} - found
        seen.extend([*new, *store.merged(new)])
        found |= new
    return list(found)


def said(graph: ox.Store) -> list[ox.Quad]:
    """What a graph was inferred from, with what was set aside."""
    return [quad for which in ("said", "quarantine") for quad in store.quads(graph, which)]


def of_cases(said: list[ox.Quad], cases: Iterable[str], *, annotators: bool = False) -> list[ox.Quad]:
    """What the rules infer from what was said in some cases (their IRIs), a case at a time."""
    inferred: list[ox.Quad] = []
    for case in cases:
        inferred += infer([q for q in said if rdf.text(q.graph_name).startswith(f"{case}/")], case, annotators=annotators)
    return inferred
