"""Web Annotations are those of the W3C's model, and say no more than the graph and the passage."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pyoxigraph as ox
import pytest

from kg import export
from kg.export import webannotation
from tests.export import awkward, graphs

OA = "http://www.w3.org/ns/oa#"
#: The terms of the model that are used here, as https://www.w3.org/TR/annotation-vocab/ defines them.
_ID = {"@type": "@id"}
_COUNT = {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
CONTEXT: dict[str, Any] = {
    "oa": OA, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/", "as": "https://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#", "id": "@id", "type": "@type", "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": "foaf:Person", "Software": "as:Application", "AnnotationPage": "as:OrderedCollectionPage",
    "AnnotationCollection": "as:OrderedCollection",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in ("describing", "linking", "classifying")},
    **{name: {"@id": f"oa:{iri}", **_ID} for name, iri in {
        "body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector", "via": "via"}.items()},
    **{name: {"@id": f"oa:{iri}", "@type": "@vocab"} for name, iri in {"motivation": "motivatedBy", "purpose": "hasPurpose"}.items()},
    "creator": {"@id": "dcterms:creator", **_ID}, "rights": {"@id": "dcterms:rights", **_ID}, "partOf": {"@id": "as:partOf", **_ID},
    "items": {"@id": "as:items", "@container": "@list", **_ID},
    "format": "dc:format", "language": "dc:language", "value": "rdf:value", "name": "foaf:name", "label": "rdfs:label", "exact": "oa:exact",
    "start": {"@id": "oa:start", **_COUNT}, "end": {"@id": "oa:end", **_COUNT}, "startIndex": {"@id": "as:startIndex", **_COUNT},
}  # fmt: skip
FORBIDDEN = {"prefix", "suffix", "cached"}


@cache
def page(name: str, lang: str = "en", *, texts: bool = False) -> dict[str, Any]:
    made = export.export(graphs.held(name), "webannotation", lang=lang, texts=[awkward.texts()] if texts else [])
    read: dict[str, Any] = json.loads(made)
    return read


def read(name: str) -> set[ox.Quad]:
    """The page read as RDF, without fetching the context."""
    made = page(name, texts=True)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return set(ox.parse(json.dumps({**made, "@context": CONTEXT}), format=ox.RdfFormat.JSON_LD))


@pytest.mark.parametrize("name", graphs.NAMES)
def test_every_key_is_the_models_and_every_node_is_named(name: str) -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    found = keys(page(name, texts=True))
    assert {key for key in found if key[0] != "@" and ":" not in key} <= set(CONTEXT)
    assert found & FORBIDDEN == set()
    blank = {quad for quad in read(name) if isinstance(quad.subject, ox.BlankNode)}
    assert all(quad.predicate.value.endswith(("#first", "#rest")) for quad in blank)  # the page's list


@pytest.mark.parametrize("name", graphs.NAMES)
def test_one_annotation_a_pointer(name: str) -> None:
    held = graphs.held(name)
    counted = {
        (quad.subject, quad.object)
        for quad in held.quads_for_pattern(None, ox.NamedNode("https://w3id.org/counterclaim/ns/at"), None, ox.DefaultGraph())
    }
    items = page(name)["items"]
    assert len(items) == len({item["id"] for item in items}) == len(counted)
    found = {(ox.NamedNode(item["body"][0]), ox.NamedNode(item["target"]["id"])) for item in items}
    assert found == counted
    assert all(item["motivation"] in ("describing", "linking", "classifying") for item in items)


def test_the_words_of_a_passage_only_with_its_text_and_nothing_around() -> None:
    without = [selector["type"] for item in page("awkward")["items"] for selector in item["target"]["selector"]]
    assert set(without) == {"TextPositionSelector"}
    for item in page("awkward", texts=True)["items"]:
        position, quote = item["target"]["selector"]
        assert set(quote) == {"id", "type", "exact"}
        assert quote["exact"] == awkward.TEXT[position["start"] : position["end"]]


def test_positions_count_code_points() -> None:
    items = {item["body"][0].rpartition("/")[2]: item for item in page("awkward", texts=True)["items"]}
    start = items["2024"]["target"]["selector"][0]["start"]
    assert start == awkward.TEXT.index("almost")
    assert len(awkward.TEXT[:start].encode("utf-16-le")) // 2 == start + 1  # the door is two code units


def test_what_is_said_and_where() -> None:
    items = {item["body"][0]: item for item in page("second")["items"]}
    denial = items["https://w3id.org/counterclaim/case/velzha/inspectorate-reply/dam-blamed/water-inspectorate/denies"]
    assert denial["body"][1]["value"] == "Water Inspectorate denies: “Fish die because of the dam”"
    assert (denial["body"][1]["language"], denial["motivation"]) == ("en", "describing")
    assert denial["target"]["source"]["id"] == "https://w3id.org/counterclaim/case/velzha/inspectorate-reply"
    mark = next(item for item in items.values() if item["motivation"] == "classifying")
    assert (mark["creator"][0]["name"], mark["creator"][0]["type"]) == ("First annotator", "Person")


def test_a_language_is_given_only_where_all_words_are_in_it() -> None:
    bodies = {item["body"][0].removeprefix(awkward.BASE): item["body"][1] for item in page("awkward")["items"]}
    assert "language" not in bodies["report.v1/doors/2024"]  # counts Двери
    assert bodies["report.v1/shut/A.B-c/asserts"]["language"] == "en"
    assert "language" not in bodies["report.v1/shut/guard/denies/guard"]


def test_the_page_says_which_case_it_is_of() -> None:
    part = page("awkward", "ru")["partOf"]
    assert (part["label"], part["owl:versionInfo"]) == ("Неудобное дело", "2.1")
    assert part["rights"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert part["dcterms:isPartOf"] == {"id": "https://example.org/awkward"}
    assert isinstance(page("several")["partOf"], list)


def test_an_address_is_where_the_text_was_had_from() -> None:
    sources = [item["target"]["source"] for item in page("awkward")["items"]]
    assert {source["id"] for source in sources} == {"https://example.org/awkward/report.v1"}
    assert sources[0]["via"] == ["https://example.org/report?x=1"]


def test_every_class_that_points_has_a_motivation_and_words() -> None:
    from kg.case.terms import classes

    pointing = {of for of, terms in classes().items() if "at" in terms}
    assert set(webannotation.MOTIVATIONS) == pointing
