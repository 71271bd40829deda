"""What a graph says, property by property, as texts: looked up once, so that a claim more costs no more than its own quads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg import rdf, store
from kg.names import KG, PREFIXES, RDF

_DCT, _PROV = PREFIXES["dct"], PREFIXES["prov"]
#: Short name → property.
NAMED: dict[str, str] = {
    "publisher": _DCT + "publisher",
    "author": _PROV + "wasAttributedTo",
    "derived": _PROV + "wasDerivedFrom",
    **{
        name: KG + name
        for name in (
            *("about", "as", "at", "authorReviewed", "by", "cites", "claim", "controls", "document", "during", "earliest", "for", "from"),
            *("in", "kind", "latest", "linked", "metric", "observation", "other", "partOf", "party", "published", "read", "restates"),
            *("retracted", "said", "share", "source", "sourcesReviewed", "stance", "tiesReviewed", "translates", "who", "whom", "with"),
            *("written",),
        )
    },
}
_CLASSES = ("Actor", "Annotation", "Claim", "Document", "Observation", "Tie")
_TIES = ("who", "whom", "kind", "during", "controls", "share")

Table = dict[str, list[str]]


class Facts:
    """`graph` is a store, whose merged triples are read (its named graphs, where it has none), or quads.

    Ties are looked for in every graph: one that was set aside, or stands in an annotator's own file, may hold all the same.
    """

    def __init__(self, graph: ox.Store | Iterable[ox.Quad]) -> None:
        self._tables: dict[str, Table] = {}
        self._every: dict[str, Table] = {}
        if isinstance(graph, ox.Store) and any(graph.quads_for_pattern(None, None, None, ox.DefaultGraph())):
            self._from_store(graph)
        else:
            self._from_quads(graph)
        ties = set(self.of_class("Tie"))
        self.doubtful = {tie for table in self._every.values() for tie in table} - ties

    def table(self, name: str) -> Table:
        """Subject → values of a property, in order."""
        return self._tables.get(name, {})

    def one(self, name: str, subject: str) -> str:
        """A property's value, the first of several, "" where there is none."""
        return next(iter(self.table(name).get(subject, ())), "")

    def many(self, name: str, subject: str) -> Sequence[str]:
        return self.table(name).get(subject, ())

    def of_class(self, name: str) -> Iterable[str]:
        """The things of a class, in order."""
        return self.table(f"a {name}")

    def tie(self, name: str, tie: str) -> str:
        """As `one`, of a tie in any graph."""
        return self.one(name, tie) or next(iter(self._every.get(name, {}).get(tie, ())), "")

    def _from_store(self, graph: ox.Store) -> None:
        everywhere = ox.DefaultGraph()
        with store.reading():
            for name, iri in NAMED.items():
                found = graph.quads_for_pattern(None, ox.NamedNode(iri), None, everywhere)
                self._tables[name] = _table((rdf.text(q.subject), rdf.text(q.object)) for q in found)
            for name in _CLASSES:
                found = graph.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + name), everywhere)
                self._tables[f"a {name}"] = _table((rdf.text(q.subject), "") for q in found)
            ties = {q.subject for q in graph.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Tie"), None)}
            other = [q for tie in ties for q in graph.quads_for_pattern(tie, None, None, None)]
        self._ties(other)

    def _from_quads(self, graph: Iterable[ox.Quad]) -> None:
        names = {iri: name for name, iri in NAMED.items()}
        classes = {KG + name: f"a {name}" for name in _CLASSES}
        rows: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        quads, kind = list(graph), RDF + "type"
        kept = {name: not store.left_out(str(name)) for name in {quad.graph_name for quad in quads}}
        for quad in quads:
            predicate = quad.predicate.value
            value = rdf.text(quad.object) if predicate in names or predicate == kind else ""
            name = classes.get(value) if predicate == kind else names.get(predicate)
            if name is not None and kept[quad.graph_name]:
                rows[name].add((rdf.text(quad.subject), "" if predicate == kind else value))
        self._tables = {name: _table(some) for name, some in rows.items()}
        ties = {quad.subject for quad in quads if quad.predicate.value == RDF + "type" and rdf.text(quad.object) == KG + "Tie"}
        self._ties(quad for quad in quads if quad.subject in ties)

    def _ties(self, quads: Iterable[ox.Quad]) -> None:
        rows: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        names = {NAMED[name]: name for name in _TIES}
        for quad in quads:
            if (name := names.get(quad.predicate.value)) is not None:
                rows[name].add((rdf.text(quad.subject), rdf.text(quad.object)))
        self._every = {name: _table(some) for name, some in rows.items()}


def _table(pairs: Iterable[tuple[str, str]]) -> Table:
    found: Table = {}
    for subject, value in sorted(pairs):
        found.setdefault(subject, []).append(value)
    return found
