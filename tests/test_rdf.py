"""What is written is read again as the same graph, by Oxigraph and by rdflib, and is the same bytes every time."""

from __future__ import annotations

import random
import re

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import rdf
from kg.names import KG, PERIOD, XSD

EX = "https://example.org/c/"
GRAPHS = [ox.NamedNode(EX + "d1"), ox.NamedNode(EX + "d2"), ox.NamedNode(EX + "case")]
NODES = [
    ox.NamedNode(iri)
    for iri in (EX + "d1/a.b-c_d", EX + "d1/2020..2022", PERIOD + "2020..", EX + "d1/text-0#char=1,2", KG + "kind/factual")
]
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff")
LITERALS = st.one_of(
    st.builds(ox.Literal, st.text(CHARACTERS, max_size=12)),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), st.text(CHARACTERS, max_size=12), st.sampled_from(["en", "ru", "kk-cyrl"])),
    st.builds(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(XSD + "integer")), st.integers(-5, 10**9)),
    st.sampled_from(
        [ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), ox.Literal("2025-05-13", datatype=ox.NamedNode(XSD + "date"))]
    ),
)
QUADS = st.lists(
    st.builds(
        ox.Quad,
        st.sampled_from(NODES),
        st.sampled_from([ox.NamedNode(KG + "says"), ox.NamedNode(KG + "at"), ox.NamedNode(EX + "p#q")]),
        st.one_of(st.sampled_from(NODES), LITERALS),
        st.sampled_from(GRAPHS),
    ),
    max_size=12,
)


def writable(quads: list[ox.Quad], fmt: str) -> list[ox.Quad]:
    """Those that a format has a place for: XML has none for control characters, and says so (tests/export)."""
    return [quad for quad in quads if fmt != "rdfxml" or not re.search("[\x01-\x08\x0b\x0c\x0e-\x1f]", rdf.text(quad.object))]


def merged(quads: list[ox.Quad]) -> set[ox.Quad]:
    return {ox.Quad(q.subject, q.predicate, q.object) for q in quads}


@settings(max_examples=60, deadline=None)
@given(QUADS, st.randoms(use_true_random=False))
@pytest.mark.parametrize("fmt", rdf.FORMATS)
def test_read_again_by_oxigraph(fmt: str, quads: list[ox.Quad], shuffle: random.Random) -> None:
    quads = writable(quads, fmt)
    written = rdf.serialise(quads, fmt)
    again = set(ox.parse(written, format=rdf.FORMATS[fmt]))
    assert again == (merged(quads) if fmt in rdf.MERGED else set(quads))
    shuffle.shuffle(quads)
    assert rdf.serialise(quads + quads[:2], fmt) == written


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers call what it deprecates
@settings(max_examples=15, deadline=None)
@given(QUADS)
@pytest.mark.parametrize("fmt", rdf.FORMATS)
def test_read_again_by_rdflib(fmt: str, quads: list[ox.Quad]) -> None:
    quads = writable(quads, fmt)
    read = rdflib.Dataset()
    read.parse(data=rdf.serialise(quads, fmt), format=RDFLIB[fmt])
    graph = rdflib.Graph()
    for subject, predicate, value, _ in read.quads():
        graph.add((subject, predicate, value))
    assert isomorphic(graph, rdf.to_rdflib(quads))
    if fmt not in rdf.MERGED:
        assert {str(g.identifier) for g in read.graphs() if len(g)} - {"urn:x-rdflib:default"} == {rdf.text(q.graph_name) for q in quads}


def test_plain_strings_are_plain_in_rdflib() -> None:
    """`"x"` and `"x"^^xsd:string` differ for rdflib: shapes would fail on it."""
    quads = [ox.Quad(NODES[0], ox.NamedNode(KG + "says"), ox.Literal("x"))]
    assert list(rdf.to_rdflib(quads).objects()) == [rdflib.Literal("x")]


@pytest.mark.parametrize(
    ("text", "is_iri"),
    [
        ("https://example.org/", True),
        ("http://пример.рф/а", True),
        ("example.org", False),
        ("ftp://example.org/", False),
        ("https://", False),
        ("https:///", False),
        ("https://a b/", False),
        ("https://a/<b>", False),
    ],
)
def test_is_iri(text: str, is_iri: bool) -> None:
    assert rdf.is_iri(text) is is_iri


@pytest.mark.parametrize(
    ("tag", "is_tag"), [("en", True), ("kk-cyrl", True), ("e", False), ("english", False), ("e n", False), ("", False)]
)
def test_is_language(tag: str, is_tag: bool) -> None:
    assert rdf.is_language(tag) is is_tag


def test_texts_of_a_quad() -> None:
    assert rdf.texts(ox.Quad(NODES[0], NODES[1], ox.Literal("a", language="en"))) == ("", NODES[0].value, NODES[1].value, "a")
    assert rdf.text(None) == ""
