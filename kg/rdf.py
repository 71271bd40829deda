"""The one door to RDF readers and writers.

Oxigraph reads and writes; rdflib gets terms that were read here, never text of its own parsing:
the two hold `"x"` and `"x"^^xsd:string` to be different, and shapes would fail on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.names import PREFIXES, XSD
from kg.problems import KgError

if TYPE_CHECKING:
    from rdflib import Graph

FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
#: Formats that have no place for a graph's name: the graphs asked for are merged.
MERGED = frozenset({"turtle", "ntriples", "rdfxml"})
#: A property that XML can write ends in a name, and what characters XML has no place for.
_XML_NAME = re.compile(r"[^\W\d][\w.-]*$")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

#: A node as it stands in the graph's own order: graph, subject, predicate, object.
Key = tuple[str, str, str, str]


def from_jsonld(document: dict[str, Any]) -> list[ox.Quad]:
    """The quads of a JSON-LD document that carries its context."""
    return list(ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD))


def load(path: Path, *, graph: ox.NamedNode | None = None) -> list[ox.Quad]:
    """The quads of a file, its format told by its name's end."""
    quads = ox.parse(path=path)
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads] if graph else list(quads)


def texts(quad: ox.Quad) -> Key:
    """Graph, subject, predicate and object as IRIs and texts, without brackets, quotes, language or datatype."""
    return text(quad.graph_name), text(quad.subject), quad.predicate.value, text(quad.object)


def text(term: object) -> str:
    """A term's text; "" for the default graph, or for none."""
    return "" if term is None else str(getattr(term, "value", ""))


def to_json(term: object) -> dict[str, str] | None:
    """A term as SPARQL's JSON results have it; None for none, and for a quoted triple."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return None
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    plain = {"type": "literal", "value": term.value}
    return plain if term.datatype.value == XSD + "string" else {**plain, "datatype": term.datatype.value}


def from_json(told: dict[str, str] | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    """The term that `to_json` wrote."""
    if told is None:
        return None
    if told["type"] == "uri":
        return ox.NamedNode(told["value"])
    if told["type"] == "bnode":
        return ox.BlankNode(told["value"])
    datatype = ox.NamedNode(told["datatype"]) if "datatype" in told else None
    return ox.Literal(told["value"], language=told.get("xml:lang"), datatype=datatype)


def key(quad: ox.Quad) -> Key:
    """What quads are sorted by."""
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def ordered(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Each quad once, sorted: the order in which everything is written."""
    return sorted(set(quads), key=key)


def serialise(quads: Iterable[ox.Quad], fmt: str, base: str = "") -> bytes:
    """The quads in one of `FORMATS`, the same bytes for the same quads; IRIs are written relative to a `base` where it has one.

    Raises:
        KgError: RDF/XML cannot hold them: it needs properties that end in a name, and texts of characters that XML has.
    """
    if fmt in MERGED:
        rows: list[ox.Quad] | list[ox.Triple] = [q.triple for q in ordered(ox.Quad(q.subject, q.predicate, q.object) for q in quads)]
    else:
        rows = ordered(quads)
    if fmt == "rdfxml":
        _check_xml(rows)
    written = ox.serialize(rows, format=FORMATS[fmt], prefixes=PREFIXES, base_iri=base or None)
    assert written is not None
    if base and fmt in ("turtle", "trig"):  # prefixes stay as everybody knows them
        for prefix, namespace in PREFIXES.items():
            written = re.sub(
                rb"^@prefix %b: <[^>]*>" % prefix.encode(),
                b"@prefix %b: <%b>" % (prefix.encode(), namespace.encode()),
                written,
                count=1,
                flags=re.M,
            )
    # A reader of XML makes a new line of a carriage return that is not written as a reference.
    return written.replace(b"\r", b"&#xD;") if fmt == "rdfxml" else written


def _check_xml(rows: Iterable[ox.Quad | ox.Triple]) -> None:
    for row in rows:
        if not _XML_NAME.search(row.predicate.value):
            raise KgError(f"RDF/XML cannot write the property <{row.predicate.value}>, which does not end in a name: take turtle")
        if _NO_XML.search(text(row.object)):
            raise KgError(f"RDF/XML has no place for a control character, and a text of <{text(row.subject)}> has one: take turtle")


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI on the web that RDF readers take."""
    scheme, _, rest = text.partition("://")
    if scheme not in ("http", "https") or not rest.strip("/"):
        return False
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def is_language(tag: str) -> bool:
    """Whether RDF readers take a language tag, and it begins with a code of ISO 639."""
    try:
        ox.Literal("", language=tag)
    except ValueError:
        return False
    return len(tag.partition("-")[0]) in (2, 3)


def to_rdflib(quads: Iterable[ox.Quad]) -> Graph:
    """One rdflib graph of all the quads' triples, term by term."""
    import rdflib
    from rdflib.namespace import NamespaceManager

    class Plain(NamespaceManager):
        """Looks for no prefixes: pySHACL writes out every node of a branch that fails, and the search grows with the graph."""

        def normalizeUri(self, rdfTerm: str) -> str:  # noqa: N802, N803 - rdflib's names
            return f"<{rdfTerm}>"

    graph = rdflib.Graph()
    graph.namespace_manager = Plain(graph)
    terms: dict[Any, Any] = {}
    for quad in quads:
        triple = []
        for term in (quad.subject, quad.predicate, quad.object):
            if term not in terms:
                terms[term] = _rdflib(term)
            triple.append(terms[term])
        graph.add((triple[0], triple[1], triple[2]))
    return graph


def _rdflib(term: Any) -> Any:
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == XSD + "string" else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype)
