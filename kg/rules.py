"""The rules of `queries/rules/`, in the order of their names: what follows from what was said."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import store
from kg.names import INFERRED
from kg.resources import folder


def infer(quads: Iterable[ox.Quad], case: str) -> list[ox.Quad]:
    """What the rules infer from a case's quads, in the graph `<case>/inferred`.

    A rule sees what those before it inferred. What was set aside is not looked at.
    """
    graph = ox.NamedNode(f"{case}/{INFERRED}")
    seen = store.memory(quads)
    found: set[ox.Quad] = set()
    for path in sorted((folder("queries") / "rules").glob("*.rq")):
        triples = store.query(seen, path.read_text("utf-8"))
        assert isinstance(triples, ox.QueryTriples), f"{path.name} is no CONSTRUCT query"
        new = {ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples} - found
        seen.extend([*new, *store.merged(new)])
        found |= new
    return list(found)
