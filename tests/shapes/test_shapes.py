"""Every named shape has a file beside this one: what it lets pass, and what it alone must report.

A fixture is named after its shape and has two graphs. `<urn:valid>` conforms, warnings included.
In `<urn:invalid>` the named shape reports every node called `ex:bad-…`, for each of its constraints at
least once, and no shape reports anything else.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"
KG = Namespace("https://w3id.org/counterclaim/ns/")
KGSH = Namespace("https://w3id.org/counterclaim/shapes/")
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

CYRILLIC = re.compile("[\u0400-\u04ff]")

FIXTURES = sorted(HERE.glob("*.trig"))
SHARED = {KGSH[f"at-{name}"] for name in ("digits", "verified", "unchecked", "not-at-hand", "quarantined")}
# Keys that mean the same wherever they stand have one shape for all classes.
COMMON = {"confidential", "reason", "pseudonym"}
# Said by the name of an annotator's file, so no key of the context.
FROM_NAME = {KGSH["Annotation-by"], KGSH["Annotation-document"]}
# The parameters by which the shapes constrain; fixtures are held to each of them.
PARAMETERS = {
    SH["class"],
    SH.closed,
    SH.datatype,
    SH.disjoint,
    SH["in"],
    SH.lessThan,
    SH.lessThanOrEquals,
    SH.maxCount,
    SH.minCount,
    SH.minInclusive,
    SH.nodeKind,
    SH["or"],
    SH.pattern,
    SH.uniqueLang,
}
# What else a shape that reports may say.
WORDS = {
    RDF.type,
    SH.description,
    SH.ignoredProperties,
    SH.message,
    SH.name,
    SH.path,
    SH.property,
    SH.severity,
    SH.targetClass,
    SH.targetObjectsOf,
}


class Key(NamedTuple):
    """A key of a class in the context: its shape, its name (dotted under a nest) and its definition."""

    shape: URIRef
    name: str
    term: dict[str, Any]


def term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """An Oxigraph term as rdflib's own parsers give it: strings plain, not typed."""
    match value:
        case ox.NamedNode():
            return URIRef(value.value)
        case ox.BlankNode():
            return BNode(value.value)
        case ox.Literal() if value.language:
            return Literal(value.value, lang=value.language)
        case ox.Literal() if value.datatype.value == XSD_STRING:
            return Literal(value.value)
        case ox.Literal():
            return Literal(value.value, datatype=URIRef(value.datatype.value))
    raise TypeError(f"no rdflib term for {value}")


def graph(path: Path, name: str | None = None) -> Graph:
    """The triples of a file, or of one of its named graphs."""
    kind = ox.RdfFormat.TRIG if path.suffix == ".trig" else ox.RdfFormat.TURTLE
    wanted = ox.NamedNode(name) if name else ox.DefaultGraph()
    result = Graph()
    for quad in ox.parse(path=path, format=kind):
        if quad.graph_name == wanted:
            result.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return result


def expand(compact: str, context: dict[str, Any]) -> URIRef:
    """The IRI of `kg:stance` and the like, by the context's own prefixes."""
    prefix, _, local = compact.partition(":")
    return URIRef(context[prefix] + local)


def keys(context: dict[str, Any], name: str) -> Iterator[Key]:
    """The keys of a class that become RDF; those under `text` and `reviewed` carry that word."""

    def walk(terms: dict[str, Any], path: tuple[str, ...]) -> Iterator[Key]:
        for key, value in terms.items():
            if value is None:
                continue
            full = (*path, key)
            if value["@id"] != "@nest":
                yield Key(KGSH[key if key in COMMON else "-".join((name, *full))], ".".join(full), value)
            else:
                yield from walk(value["@context"], path if key in {"document", "annotation"} else full)

    return walk(context[name]["@context"], ())


CONTEXT: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
CLASSES = [name for name, value in CONTEXT.items() if isinstance(value, dict) and "@context" in value]
KEYS = [key for name in CLASSES for key in keys(CONTEXT, name)]


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """The shapes, read once."""
    return graph(ONTOLOGY / "shapes.ttl")


def values(key: Key) -> list[URIRef]:
    """What an enumeration may say, in the context's order; nothing for other keys."""
    if key.term.get("@type") != "@vocab":
        return []
    return [expand(iri, CONTEXT) for iri in key.term["@context"].values()]


def reporting(shapes: Graph) -> set[URIRef]:
    """The named shapes that may stand in a report: those with messages."""
    return {shape for shape in shapes.subjects(SH.message, None) if isinstance(shape, URIRef)}


def component(parameter: Node) -> URIRef:
    """What a report calls a parameter: `sh:MinCountConstraintComponent` for `sh:minCount`."""
    local = str(parameter).removeprefix(str(SH))
    return SH[f"{local[0].upper()}{local[1:]}ConstraintComponent"]


class Result(NamedTuple):
    """One line of a report."""

    shape: Node | None
    component: Node | None
    focus: Node | None


def results(data: Graph, shapes: Graph) -> list[Result]:
    """What pySHACL reports, without its words."""
    report: Graph
    _, report, _ = validate(data, shacl_graph=shapes, inplace=True)
    return [
        Result(
            report.value(result, SH.sourceShape),
            report.value(result, SH.sourceConstraintComponent),
            report.value(result, SH.focusNode),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]


def test_there_are_fixtures() -> None:
    assert FIXTURES


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_first_line_says_what_is_tested(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert re.fullmatch(r"# [A-Z].{20,}\.", first)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_valid_graph_conforms(path: Path, shapes: Graph) -> None:
    data = graph(path, "urn:valid")
    assert data
    assert results(data, shapes) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_valid_graph_uses_what_is_tested(path: Path, shapes: Graph) -> None:
    """A valid graph without the key would pass whatever its shape says."""
    shape = KGSH[path.stem]
    data = graph(path, "urn:valid")
    used = shapes.value(shape, SH.path)
    target = shapes.value(shape, SH.targetClass)
    if used is not None:
        assert (None, used, None) in data
    elif target is not None:
        assert (None, RDF.type, target) in data
    else:
        assert (None, shapes.value(shape, SH.targetObjectsOf), None) in data


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_invalid_graph_breaks_every_constraint_of_its_shape_and_no_other(path: Path, shapes: Graph) -> None:
    shape = KGSH[path.stem]
    data = graph(path, "urn:invalid")
    found = results(data, shapes)
    assert {result.shape for result in found} == {shape}
    assert {result.component for result in found} == {component(parameter) for parameter in set(shapes.predicates(shape)) & PARAMETERS}
    assert {result.focus for result in found} == {node for node in data.subjects() if "/bad-" in str(node)}


def test_every_shape_has_a_fixture_and_every_fixture_a_shape(shapes: Graph) -> None:
    assert {KGSH[path.stem] for path in FIXTURES} == reporting(shapes)


def test_every_shape_reports_or_is_a_condition_of_one_that_does(shapes: Graph) -> None:
    named = {shape for kind in (SH.NodeShape, SH.PropertyShape) for shape in shapes.subjects(RDF.type, kind)}
    listed = {shape for head in shapes.objects(None, SH["or"]) for shape in Collection(shapes, head)}
    conditions = listed | set(shapes.objects(None, SH["not"]))
    assert not [shape for shape in named if isinstance(shape, BNode)]
    assert named == reporting(shapes) | conditions
    assert not reporting(shapes) & conditions


def test_every_constraint_is_one_that_the_fixtures_are_held_to(shapes: Graph) -> None:
    for shape in reporting(shapes):
        assert set(shapes.predicates(shape)) <= PARAMETERS | WORDS, shape


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_one_closed_shape(name: str, shapes: Graph) -> None:
    shape = KGSH[name]
    iri = expand(CONTEXT[name]["@id"], CONTEXT)
    ignored = shapes.value(shape, SH.ignoredProperties)
    assert shapes.value(shape, SH.closed) == Literal(True)
    assert ignored is not None
    assert list(Collection(shapes, ignored)) == [RDF.type]
    if name == "Concept":  # others' concepts (the ontology's own) are not this project's to close
        assert list(shapes.objects(shape, SH.targetObjectsOf)) == [KG.concept]
        assert (shape, SH.targetClass, None) not in shapes
    else:
        assert list(shapes.objects(shape, SH.targetClass)) == [iri]


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_has_the_keys_of_the_context_and_no_other(name: str, shapes: Graph) -> None:
    linked = set(shapes.objects(KGSH[name], SH.property))
    expected = {key.shape for key in keys(CONTEXT, name)}
    missing = {shape for shape in linked if str(shape).endswith("-missing")}
    assert linked - missing - SHARED - FROM_NAME == expected
    assert {URIRef(str(shape).removesuffix("-missing")) for shape in missing} <= expected
    assert linked & FROM_NAME == (FROM_NAME if name == "Annotation" else set())
    assert linked & SHARED == (SHARED if KGSH[f"{name}-at"] in expected else set())


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.shape.removeprefix(str(KGSH)))
def test_a_shape_says_what_the_context_says(key: Key, shapes: Graph) -> None:
    shape, name, value = key
    assert shapes.value(shape, SH.path) == expand(value["@id"], CONTEXT)
    assert shapes.value(shape, SH.name) == Literal(name)
    single = "@container" not in value
    assert (shapes.value(shape, SH.maxCount) == Literal(1)) is single
    datatype = shapes.value(shape, SH.datatype)
    match value.get("@type"), value.get("@container"):
        case None, "@language":
            assert datatype == RDF.langString
            assert shapes.value(shape, SH.uniqueLang) == Literal(True)
        case None, _:
            assert datatype == URIRef(XSD_STRING)
        case "@id" | "@vocab", _:
            assert datatype is None
        case typed, _:
            assert datatype == expand(typed, CONTEXT)
    listed = shapes.value(shape, SH["in"])
    assert (list(Collection(shapes, listed)) if listed else []) == values(key)


def test_messages_name_every_value_of_a_list(shapes: Graph) -> None:
    for key in KEYS:
        for value in values(key):
            word = value.rpartition("/")[2]
            for message in shapes.objects(key.shape, SH.message):
                assert re.search(rf"(?<![\w-]){word}(?![\w-])", str(message)), f"{key.shape} {word}"


def test_messages_of_closed_shapes_name_every_key(shapes: Graph) -> None:
    for name in CLASSES:
        for message in shapes.objects(KGSH[name], SH.message):
            for key in keys(CONTEXT, name):
                assert all(f"`{part}`" in str(message) for part in key.name.split(".")), f"{name} {key.name}"


def test_values_named_outside_lists_are_values_of_the_context(shapes: Graph) -> None:
    assert set(shapes.objects(None, SH.hasValue)) <= {value for key in KEYS for value in values(key)}


def test_every_text_is_in_english_and_russian(shapes: Graph) -> None:
    for predicate in (SH.message, SH.description):
        for shape in set(shapes.subjects(predicate, None)):
            texts = [text for text in shapes.objects(shape, predicate) if isinstance(text, Literal)]
            assert sorted(text.language or "" for text in texts) == ["en", "ru"], shape
            for text in texts:
                assert bool(CYRILLIC.search(text)) is (text.language == "ru"), shape


def test_every_property_shape_that_reports_is_described(shapes: Graph) -> None:
    for shape in reporting(shapes):
        if (shape, RDF.type, SH.PropertyShape) in shapes:
            assert (shape, SH.description, None) in shapes, shape


def test_only_what_may_be_missing_is_a_warning(shapes: Graph) -> None:
    warnings = set(shapes.subjects(SH.severity, SH.Warning))
    assert warnings == {shape for shape in reporting(shapes) if shape.endswith("-missing")}
    assert set(shapes.objects(None, SH.severity)) == {SH.Warning}


def test_core_only(shapes: Graph) -> None:
    assert not set(shapes.predicates()) & {SH.sparql, SH.js, SH.rule, SH.target, SH.select, SH.ask}


def test_the_shapes_are_shapes(shapes: Graph) -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text
