"""A document withdrawn: the graph without it and what rested on it alone, and what has changed by that."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg import derived, diff, parameters, rdf, rules, store
from kg.case.references import nearest
from kg.case.remove import remove
from kg.case.unknown import still_known
from kg.names import KG, RDF
from kg.problems import KgError

_FILES = frozenset({KG + "Document", KG + "Annotation"})
_TRANSLATES = KG + "translates"


@dataclass
class Withdrawn:
    """The quads that are left, rules applied again, and what changed."""

    quads: list[ox.Quad]
    changes: list[diff.Change]


def withdraw(graph: ox.Store, document: str, lang: str = "en") -> Withdrawn:
    """Take a document, or an annotator's file, out of a graph.

    What it holds goes, annotators' files on it and translations of it; of other documents what cannot stand without
    them (see `kg.case.remove`). What derives from it stays; what nobody can be said to have reviewed any more becomes
    unknown (see `kg.case.unknown`).

    Raises:
        KgError: there is no such document; the nearest is named.
    """
    said = rules.said(graph)
    rows = [rdf.texts(quad) for quad in said]
    files = {subject for _, subject, predicate, value in rows if predicate == RDF + "type" and value in _FILES}
    iri = _file(graph, document, files)
    gone, left = {iri}, set[str]()
    while left != gone:  # a translation of a translation too
        left = set(gone)
        gone |= {subject for _, subject, predicate, value in rows if predicate == _TRANSLATES and value in gone}
    kept, lost = remove(said, gone)
    quads = derived.again(still_known(kept, rows, lost), store.cases(graph))
    return Withdrawn(quads, diff.compare(graph, quads, lang))


def _file(graph: ox.Store, name: str, files: set[str]) -> str:
    found = sorted(iri for iri in files if iri == name or iri.endswith(f"/{name}"))
    if len(found) == 1:
        return found[0]
    if found:
        raise KgError(f"'{name}' is the name of {len(found)} documents: write one of {', '.join(found)}")
    if parameters.is_unicode(name) and any(rdf.text(quad.subject).endswith(f"/{name}") for quad in graph):
        raise KgError(f"'{name[:80]}' is no document: kg withdraw takes out whole documents and annotators' files")
    raise KgError(f"there is no document '{name[:80]}'{nearest(name, [iri.rpartition('/')[2] for iri in files])}")
