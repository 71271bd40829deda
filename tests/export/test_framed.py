"""Framed JSON-LD is read again as the same quads, by three readers, and reads like the case."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld  # type: ignore[import-untyped]

from kg import export, rdf, store
from kg.case.terms import classes
from kg.export import framed
from kg.names import CASE_GRAPH, KG, PERIOD, RDF, XSD
from kg.problems import KgError
from tests.export import graphs


def _rdflib(made: bytes) -> set[ox.Quad]:
    read = rdflib.Dataset()
    read.parse(data=made.decode(), format="json-ld")
    return set(ox.parse(read.serialize(format="nquads"), format=ox.RdfFormat.N_QUADS))


READERS: dict[str, Callable[[bytes], set[ox.Quad]]] = {
    "oxigraph": lambda made: set(ox.parse(made, format=ox.RdfFormat.JSON_LD)),
    "rdflib": _rdflib,
    "pyld": lambda made: set(
        ox.parse(jsonld.to_rdf(json.loads(made), {"format": "application/n-quads"}), format=ox.RdfFormat.N_QUADS)
    ),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:(Dataset|Conjunctive):DeprecationWarning")  # rdflib's parser uses what rdflib deprecates
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("which", store.WHICH)
@pytest.mark.parametrize("name", graphs.NAMES)
def test_read_again_as_the_same_quads(name: str, which: store.Which, reader: str) -> None:
    held = graphs.held(name)
    wanted = {*store.quads(held, which), *export.header(held)}
    made = export.export(held, "jsonld-framed", which)
    assert READERS[reader](made) == wanted
    assert framed.serialise(sorted(wanted, key=str, reverse=True), store.cases(held)) == made


def _document(name: str, graph: str) -> dict[str, Any]:
    made = json.loads(export.export(graphs.held(name), "jsonld-framed"))
    found: dict[str, Any] = next(one for one in made["@graph"] if one["@id"] == graph)["@graph"][0]
    return found


def test_it_reads_like_the_file() -> None:
    read = _document("second", "agency-relay")
    assert read["title"]["ru"] == "Экологи обманули всю страну: рыбу в Вельже убила жара"
    assert (read["published"], read["derives-from"], read["length"]) == ("date:2024-04-03", "inspectorate-reply", 2227)
    claim = read["claims"]["agency-relay/heat-killed"]
    assert (claim["kind"], list(claim["said"])) == ("causal", ["verkholesye-inform"])
    relayed = claim["said"]["verkholesye-inform"][1]["from"]
    assert (relayed["by"], relayed["stance"], relayed["in"]) == ("water-inspectorate", "asserts", "inspectorate-reply")
    assert list(read)[:3] == ["@id", "@type", "title"]


def test_the_case_comes_first_and_what_is_inferred_after_the_documents() -> None:
    made = json.loads(export.export(graphs.held("second"), "jsonld-framed"))
    order = [one["@id"] for one in made["@graph"]]
    assert (order[0], order[-2:], order[1:-2]) == (CASE_GRAPH, ["inferred", "findings"], sorted(order[1:-2]))
    assert made["@context"]["@base"] == "https://w3id.org/counterclaim/case/velzha/"


def test_a_document_has_the_keys_of_the_file_format() -> None:
    def known(of: str) -> set[str]:
        flat: set[str] = set()
        for term in classes()[of].values():
            flat |= {term.key, *term.keys, *(f"{inner.key}-{one}" for inner in term.keys.values() for one in inner.keys)}
            flat |= {one for inner in term.keys.values() for one in inner.keys}
        return flat

    for graph in json.loads(export.export(graphs.held("first"), "jsonld-framed", "said"))["@graph"]:
        for node in graph["@graph"]:
            assert {key for key in node if key[0] != "@" and ":" not in key} <= known(node["@type"])


#: Graphs that no case makes: nodes without a class, with two, in circles; keys that do not fit; texts that look like IRIs.
BASE = "https://example.org/x"
IRIS = st.sampled_from(
    [
        *(f"{BASE}/{name}" for name in ("a", "d/b", "../c", "", "@type", "k:v", "a//b", "?q", "d/..", "kind", "d#char=1,2")),
        BASE, f"{BASE}y", PERIOD + "2020..", PERIOD, f"{KG}kind/causal", "urn:x:y",
    ]
).map(ox.NamedNode)  # fmt: skip
CLASSES = st.sampled_from([f"{KG}{name}" for name in ("Claim", "Assertion", "Document", "Metric", "Counterclaim")]).map(ox.NamedNode)
PROPERTIES = st.sampled_from(
    [f"{KG}{name}" for name in ("said", "by", "claim", "says", "from", "kind", "at", "observation", "value", "length", "depth", "x/y")]
).map(ox.NamedNode)
LITERALS = st.one_of(
    st.sampled_from(["kg:by", "a", "", " x\r\n", "2"]).map(ox.Literal),
    st.sampled_from(["en", "ru", "en-gb"]).map(lambda tag: ox.Literal("text", language=tag)),
    st.sampled_from([("5", "integer"), ("05", "integer"), ("true", "boolean"), ("1", "boolean"), ("1.0", "decimal")]).map(
        lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(XSD + pair[1]))
    ),
)
TYPES = st.builds(
    ox.Quad, IRIS, st.just(ox.NamedNode(RDF + "type")), CLASSES, st.sampled_from([f"{BASE}/d", f"{BASE}/case"]).map(ox.NamedNode)
)
VALUES = st.builds(ox.Quad, IRIS, PROPERTIES, st.one_of(IRIS, LITERALS), st.sampled_from([f"{BASE}/d", "urn:other"]).map(ox.NamedNode))


@settings(max_examples=400, deadline=None)
@given(quads=st.lists(st.one_of(TYPES, VALUES), max_size=12), cases=st.sampled_from([[], [BASE], [BASE, f"{BASE}/d"]]))
def test_nothing_is_lost_of_any_graph(quads: list[ox.Quad], cases: list[str]) -> None:
    made = framed.serialise(quads, cases)
    for name in ("oxigraph", "pyld"):
        assert READERS[name](made) == set(quads), name
    assert framed.serialise(rdf.ordered(quads), cases) == made


def test_an_iri_that_reads_as_a_name_with_a_prefix_is_refused() -> None:
    node = ox.NamedNode("kg:by")
    with pytest.raises(KgError, match=r"<kg:by> could not be told .* take jsonld"):
        framed.serialise([ox.Quad(node, ox.NamedNode(f"{KG}by"), node, ox.NamedNode(BASE))], [])
