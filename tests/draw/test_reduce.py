"""What is drawn of a view."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from kg.draw.reduce import around, dispute_as_edges, leaves_in_documents, restated_as_one, touched, without_light
from kg.problems import KgError
from tests.draw import bridge
from tests.draw.bridge import BASE, short


def arrows(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    return sorted((short(a), short(b), how.get("argument", how["kind"])) for a, b, how in graph.edges(data=True))


def made(nodes: dict[str, str], edges: list[tuple[str, str, str]], **more: Any) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="dispute", **more)
    for node, kind in nodes.items():
        graph.add_node(node, kind=kind, label=node, by=node.upper(), party=node, party_name=node, document=node, annotated=False)
    for start, end, kind in edges:
        graph.add_edge(start, end, key=kind, kind=kind, label=kind, note="")
    return graph


def test_an_argument_is_an_arrow() -> None:
    assert arrows(dispute_as_edges(bridge.view("dispute"))) == [
        ("article/cracks/2024", "article/unsafe", "support"),
        ("article/cracks/2024", "reply/repaired", "annotated-challenge"),
        ("article/piers-cracked", "article/unsafe", "part-of"),
        ("reply/repaired", "reply/unsafe-they-say", "challenge"),
        ("reply/unsafe-they-say", "article/unsafe", "restates"),
    ]


def test_what_attacks_an_argument_points_at_what_that_is_for() -> None:
    graph = made(
        {"c": "claim", "d": "claim", "e": "observation", "s": "support", "x": "challenge", "y": "challenge"},
        [("s", "c", "for"), ("d", "s", "with"), ("e", "x", "with"), ("x", "s", "undercuts"), ("d", "y", "with"), ("y", "x", "undercuts")],
    )
    assert arrows(dispute_as_edges(graph)) == [("d", "c", "challenge"), ("d", "c", "support"), ("e", "c", "challenge")]


def test_arguments_in_a_circle_come_to_an_end() -> None:
    graph = made({"x": "challenge", "y": "challenge", "c": "claim"}, [("x", "y", "undercuts"), ("y", "x", "undercuts"), ("c", "x", "with")])
    assert arrows(dispute_as_edges(graph)) == []


def test_restated_claims_are_one() -> None:
    graph = restated_as_one(dispute_as_edges(bridge.view("dispute")))
    assert graph.graph["shared"] == {f"{BASE}reply/unsafe-they-say": f"{BASE}article/unsafe"}
    assert ("reply/repaired", "article/unsafe", "challenge") in arrows(graph)
    node = graph.nodes[f"{BASE}article/unsafe"]
    assert (node["by"], short(node["party"]), node["copies"]) == ("The Herald", "herald", 2)


def test_a_claim_of_several_parties_has_the_colour_of_none() -> None:
    graph = restated_as_one(made({"a": "claim", "b": "claim", "c": "claim"}, [("a", "b", "restates"), ("b", "c", "broader")]))
    assert arrows(graph) == [("c", "b", "narrower")]
    assert graph.nodes["b"] | {"kind": ""} == graph.nodes["b"] | {"by": "A; B", "party": "", "party_name": "", "copies": 2, "kind": ""}


def test_a_view_is_left_as_it_was() -> None:
    graph = bridge.view("dispute")
    before = [*graph.nodes(data=True)], [*graph.edges(keys=True, data=True)]
    touched(restated_as_one(dispute_as_edges(graph)))
    around(graph, f"{BASE}article/unsafe", 1)
    assert before == ([*graph.nodes(data=True)], [*graph.edges(keys=True, data=True)])


def test_only_what_rests_on_nothing_points_at_its_document() -> None:
    graph = leaves_in_documents(restated_as_one(bridge.view("evidence")))
    assert ("article/unsafe", "article", "in-document") not in arrows(graph)
    assert ("article/cracks/2024", "article", "in-document") in arrows(graph)
    assert ("article/unsafe", "reply", "in-document") not in arrows(graph)


def test_what_stands_for_itself_is_left_out_and_counted() -> None:
    graph = leaves_in_documents(restated_as_one(bridge.view("evidence")))
    left, count = without_light(graph, keep=f"{BASE}reply/alone")
    assert count == 6
    assert [short(n) for n in left] == [
        "article", "article/cracks/2024", "article/piers-cracked", "article/unsafe", "reply", "reply/alone", "translation"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("depth", "names"), [(0, ["reply"]), (1, ["article", "reply", "translation"]), (9, ["article", "reply", "translation"])]
)
def test_around(depth: int, names: list[str]) -> None:
    part = around(bridge.view("documents"), f"{BASE}reply", depth)
    assert ([short(n) for n in part], part.graph["view"]) == (names, "documents")


def test_around_a_restated_claim_is_around_the_one_that_stands_for_it() -> None:
    graph = restated_as_one(dispute_as_edges(bridge.view("dispute")))
    assert f"{BASE}article/unsafe" in around(graph, f"{BASE}reply/unsafe-they-say", 0)


def test_around_what_a_view_has_not() -> None:
    with pytest.raises(KgError, match="'mayor' is nothing that the view 'documents' shows: draw another --view"):
        around(bridge.view("documents"), f"{BASE}mayor", 1)


def test_who_makes_restated_claims_is_named_once() -> None:
    graph = made(dict.fromkeys("abcd", "claim"), [("a", "b", "restates"), ("b", "c", "restates"), ("c", "d", "restates")])
    said = {"a": "Ann, a doctor; Union", "b": "Union (as reported)", "c": "", "d": "Ann, a doctor"}
    for node, by in said.items():
        graph.nodes[node].update(by=by, party="union" if by else "", party_name="union" if by else "")
    (data,) = [data for _, data in restated_as_one(graph).nodes(data=True)]
    assert (data["by"], data["party"]) == ("Ann, a doctor; Union", "union")
