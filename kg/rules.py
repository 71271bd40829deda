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


def with_annotators(graph: ox.Store) -> ox.Store:
    """A built graph with what annotators argue, and add in files of their own, counted too."""
    said = [quad for which in ("said", "quarantine") for quad in store.quads(graph, which)]
    inferred = [quad for base in store.cases(graph) for quad in infer(of_case(said, base), base, annotators=True)]
    return store.memory(rdf.ordered([*said, *inferred]), annotators=True)


def of_case(quads: Iterable[ox.Quad], base: str) -> list[ox.Quad]:
    """Of the quads of several cases those in one's graphs."""
    return [quad for quad in quads if rdf.text(quad.graph_name).startswith(f"{base}/")]
