"""RDF exports say which case they are of, and RDF/XML is read again as it was."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

from kg import export, rdf, store
from kg.names import KG, PREFIXES, RDF
from kg.problems import KgError
from tests.draw import bridge
from tests.export import graphs

_CASE = ox.NamedNode("https://example.org/awkward")


@pytest.mark.parametrize("which", store.WHICH)
@pytest.mark.parametrize("fmt", rdf.FORMATS)
def test_title_version_licence_and_base_are_in_every_export(fmt: str, which: store.Which) -> None:
    read = list(ox.parse(export.export(graphs.held("awkward"), fmt, which), format=rdf.FORMATS[fmt]))
    said = {(quad.predicate.value, rdf.text(quad.object)) for quad in read if quad.subject == _CASE}
    assert {
        (RDF + "type", "https://w3id.org/counterclaim/ns/Case"),
        (PREFIXES["dct"] + "title", "=Awkward, with a comma"),
        (PREFIXES["dct"] + "title", "Неудобное дело"),
        (PREFIXES["owl"] + "versionInfo", "2.1"),
        (PREFIXES["dct"] + "license", "https://creativecommons.org/licenses/by/4.0/"),
    } <= said
    if which == "quarantine":
        assert len(read) == len(said) == 5
    if which == "findings":
        assert {rdf.text(quad.object) for quad in read if quad.predicate.value == RDF + "type"} == {KG + "Case", KG + "Finding"}


@pytest.mark.parametrize("name", graphs.NAMES)
def test_rdf_xml_is_read_again_by_both(name: str) -> None:
    held = graphs.held(name)
    made = export.export(held, "rdfxml", "said")
    wanted = {quad.triple for quad in store.quads(held, "said")}
    assert {quad.triple for quad in ox.parse(made, format=ox.RdfFormat.RDF_XML)} == wanted
    read = rdflib.Graph().parse(data=made, format="xml")
    assert set(read) == set(rdf.to_rdflib(ox.Quad(*triple) for triple in wanted))


def _quad(prop: str, text: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode("https://example.org/s"), ox.NamedNode(prop), ox.Literal(text))


@pytest.mark.parametrize("text", ["a\rb", "a\r\nb", "]]> <&\"'", " x ", "\U0001f6aa"])
def test_rdf_xml_keeps_every_character(text: str) -> None:
    made = rdf.serialise([_quad("https://example.org/p", text)], "rdfxml")
    assert [str(one) for one in rdflib.Graph().parse(data=made, format="xml").objects()] == [text]


@pytest.mark.parametrize(
    ("prop", "text", "why"),
    [
        ("https://example.org/", "x", "does not end in a name: take turtle"),
        ("https://example.org/1", "x", "does not end in a name: take turtle"),
        ("https://example.org/p", "a\x07", "no place for a control character"),
        ("https://example.org/p", "\uffff", "no place for a control character"),
    ],
)
def test_what_rdf_xml_cannot_hold_is_said(prop: str, text: str, why: str) -> None:
    with pytest.raises(KgError, match=why):
        rdf.serialise([_quad(prop, text)], "rdfxml")


@pytest.mark.parametrize("which", store.WHICH)
def test_views_have_the_graphs_asked_for_and_words_of_the_whole(which: store.Which) -> None:
    made = export.export(graphs.held("awkward"), "cytoscape", which, view="dispute").decode()
    assert ("s1" in made) == (which in ("said", "all"))
    assert ("undercuts" in made) == (which == "all")
    if which == "said":
        assert "Report 🚪 | with a pipe" in made


@pytest.mark.parametrize(("fmt", "names_it"), [("turtle", "@base <{}> ."), ("trig", "@base <{}> ."), ("rdfxml", 'xml:base="{}"')])
def test_the_base_address_of_one_case(fmt: str, names_it: str) -> None:
    held = bridge.held()
    assert names_it.format(bridge.BASE) in export.export(held, fmt).decode()
    case, graph = ox.NamedNode("https://example.org/two"), ox.NamedNode("https://example.org/two/case")
    two = store.memory([*store.quads(held), ox.Quad(case, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"), graph)])
    assert bridge.BASE + '"' not in export.export(two, fmt).decode()
    assert "@base" not in export.export(two, fmt).decode()
