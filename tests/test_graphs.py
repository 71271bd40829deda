"""Views for networkx: what is in each, named, in a stable order."""

from __future__ import annotations

import random

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import build, graphs, resources, store
from kg.problems import KgError
from tests.draw import bridge
from tests.draw.bridge import short

NODE = {"kind": str, "label": str, "document": str, "by": str, "party": str, "party_name": str, "annotated": bool, "retracted": bool}
#: What findings say, in two views.
FOUND = {"outcome": str, "outcome_name": str, "cluster": str}
EDGE = {"kind": str, "label": str, "note": str}

NODES = {
    "dispute": {
        "article/counted": "support",
        "article/cracks/2024": "observation",
        "article/piers-cracked": "claim",
        "article/unsafe": "claim",
        "reply/repaired": "claim",
        "reply/repairs": "challenge",
        "reply/rising": "challenge",
        "reply/unsafe-they-say": "claim",
    },
    "people": {"bank": "actor", "council": "actor", "herald": "actor", "mayor": "actor"},
    "evidence": {
        "article": "document",
        "article/cracks/2020..2021": "observation",
        "article/cracks/2022": "observation",
        "article/cracks/2023": "observation",
        "article/cracks/2024": "observation",
        "article/piers-cracked": "claim",
        "article/unsafe": "claim",
        "reply": "document",
        "reply/alone": "claim",
        "reply/cracks/2023": "observation",
        "reply/cracks/2024": "observation",
        "reply/repaired": "claim",
        "reply/unsafe-they-say": "claim",
        "translation": "document",
    },
    "sources": {
        "article": "document",
        "article/cracks/2024": "observation",
        "article/piers-cracked": "claim",
        "article/unsafe": "claim",
        "council": "actor",
        "herald": "actor",
        "reply": "document",
        "reply/alone": "claim",
        "reply/repaired": "claim",
        "reply/unsafe-they-say": "claim",
        "translation": "document",
    },
    "documents": {"article": "document", "reply": "document", "translation": "document"},
}
EDGES = {
    "dispute": [
        ("article/counted", "article/unsafe", "for"),
        ("article/cracks/2024", "article/counted", "with"),
        ("article/cracks/2024", "reply/rising", "with"),
        ("article/piers-cracked", "article/unsafe", "part-of"),
        ("reply/repaired", "reply/repairs", "with"),
        ("reply/repairs", "reply/unsafe-they-say", "rebuts"),
        ("reply/rising", "reply/repaired", "rebuts"),
        ("reply/unsafe-they-say", "article/unsafe", "restates"),
    ],
    "people": [("bank", "herald", "funds"), ("mayor", "council", "heads")],
    "documents": [("reply", "article", "responds-to"), ("translation", "reply", "translates")],
}


@pytest.mark.parametrize("view", NODES)
def test_nodes_of_a_view(view: str) -> None:
    found = [(short(node), data["kind"]) for node, data in bridge.view(view).nodes(data=True)]
    assert found == list(NODES[view].items())


@pytest.mark.parametrize("view", EDGES)
def test_edges_of_a_view(view: str) -> None:
    assert [(short(a), short(b), data["kind"]) for a, b, data in bridge.view(view).edges(data=True)] == EDGES[view]


def test_evidence_leads_to_what_a_claim_rests_on_and_to_its_document() -> None:
    graph = bridge.view("evidence")
    claim = f"{bridge.BASE}article/unsafe"
    assert {(short(b), data["kind"]) for _, b, data in graph.out_edges(claim, data=True)} == {
        ("article", "in-document"),
        ("article/cracks/2024", "with"),
    }
    assert nx.has_path(graph, f"{bridge.BASE}translation", f"{bridge.BASE}article")


def test_how_things_stand_is_what_findings_say() -> None:
    nodes = bridge.view("labels").nodes
    assert {short(node): data["outcome"] for node, data in nodes(data=True) if data["outcome"]} == {
        "article/piers-cracked": "unmet",
        "article/unsafe": "met",
        "reply/repaired": "unmet",
        "reply/unsafe-they-say": "met",
    }
    assert bridge.view("labels", "ru").nodes[f"{bridge.BASE}article/unsafe"]["outcome_name"] == "встретило возражение"
    rungs = {data["outcome_name"] for _, data in bridge.view("sources").nodes(data=True) if data["kind"] == "claim"}
    assert rungs == {"unknown on whose word it rests"}


def test_documents_that_hang_together(first_case: ox.Store) -> None:
    """A copy, a translation and a relay are one with where they come from; who passes on an opponent's words is not."""
    nodes = graphs.to_networkx(first_case, "sources").nodes(data=True)
    clusters = {node.rpartition("/")[2]: data["cluster"].rpartition("/")[2] for node, data in nodes if data["kind"] == "document"}
    assert {name for name, cluster in clusters.items() if cluster == clusters["standard-kz-2025-05"]} == {
        "inform-kz-2025-12-10",
        "nepfund-2025-05",
        "standard-kz-2025-05",
    }
    assert clusters["coalition-report"] == clusters["coalition-report-2017-2019"] != clusters["standard-kz-2025-05"]
    assert clusters["spt-2025"] == ""


def test_a_tie_keeps_its_iri_and_says_when_and_how_much() -> None:
    (tie,) = bridge.view("people", "ru").out_edges(f"{bridge.BASE}bank", keys=True, data=True)
    assert (short(tie[2]), tie[3]) == ("reply/bank-funds", {"kind": "funds", "label": "финансирует", "note": "2024, 40%, 7 000 EUR"})


@pytest.mark.parametrize(("lang", "label"), [("en", "The bridge is not safe"), ("ru", "Мост небезопасен")])
def test_labels_are_in_a_language(lang: str, label: str) -> None:
    node = bridge.view("dispute", lang).nodes[f"{bridge.BASE}article/unsafe"]
    assert node["label"] == label


def test_parties_and_annotators() -> None:
    graph = bridge.view("dispute")
    repairs, rising, figure = (graph.nodes[bridge.BASE + name] for name in ("reply/repairs", "reply/rising", "article/cracks/2024"))
    assert (repairs["by"], short(repairs["party"]), repairs["party_name"], repairs["annotated"]) == (
        "The town council",
        "council",
        "The town council",
        False,
    )
    assert (rising["by"], rising["party"], rising["annotated"]) == ("A reader", "", True)
    assert (figure["by"], figure["party"], figure["document"]) == ("", "", "Cracks in the bridge")


@pytest.mark.parametrize("view", graphs.VIEWS)
def test_every_documented_attribute_is_there_and_nothing_else(view: str) -> None:
    graph = bridge.view(view)
    assert graph.graph == {"view": view, "language": "en", "title": "Is the bridge safe?", "version": "1"}
    for _, data in graph.nodes(data=True):
        assert {key: type(value) for key, value in data.items()} == (NODE | FOUND if view in ("sources", "labels") else NODE)
        assert all(f"`{key}`" in str(graphs.__doc__) for key in data)
    for *_, data in graph.edges(data=True):
        assert {key: type(value) for key, value in data.items()} == EDGE


@pytest.mark.parametrize("view", graphs.VIEWS)
def test_quads_in_any_order_give_what_a_store_gives(view: str) -> None:
    quads = [quad for quad in bridge.held() if isinstance(quad.graph_name, ox.NamedNode)]
    random.Random(1).shuffle(quads)
    mixed, stored = graphs.to_networkx(quads, view), bridge.view(view)
    assert list(mixed.nodes(data=True)) == list(stored.nodes(data=True))
    assert list(mixed.edges(keys=True, data=True)) == list(stored.edges(keys=True, data=True))


def test_order_is_that_of_the_iris() -> None:
    graph = bridge.view("all")
    assert list(graph) == sorted(graph)


def test_an_unknown_view() -> None:
    with pytest.raises(KgError, match="no view 'peopel': dispute, labels, people, evidence, sources, documents, all"):
        graphs.to_networkx(bridge.held(), "peopel")


@pytest.mark.parametrize("view", graphs.VIEWS)
def test_an_empty_graph_has_empty_views(view: str) -> None:
    assert len(graphs.to_networkx([], view)) == 0


@pytest.fixture(scope="module")
def first_case() -> ox.Store:
    return store.memory(build.assemble([resources.first_case()]).quads)


@pytest.mark.parametrize("view", graphs.VIEWS)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_first_case_has_every_view(first_case: ox.Store, view: str, lang: str) -> None:
    graph = graphs.to_networkx(first_case, view, lang)
    assert graph.number_of_edges() > 3
    assert all(data["label"] and data["kind"] for _, data in graph.nodes(data=True))
    assert all(data["label"] for *_, data in graph.edges(data=True))
