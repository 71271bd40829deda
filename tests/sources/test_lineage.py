"""Roots, circles and the ways to them."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.sources.lineage import Lineage
from kg.sources.model import Derivation

EDGES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14)


@given(EDGES)
@settings(max_examples=300, deadline=None)
def test_roots_are_the_ends_of_the_condensed_graph(edges: list[tuple[int, int]]) -> None:
    lineage = Lineage(Derivation(str(a), str(b)) for a, b in edges)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(map(str, range(9)))
    graph.add_edges_from((str(a), str(b)) for a, b in edges)
    for node in graph:
        below = nx.descendants(graph, node) | {node}
        condensed = nx.condensation(graph.subgraph(below))
        ends = {tuple(sorted(condensed.nodes[n]["members"])) for n in condensed if not condensed.out_degree(n)}
        line = lineage.of(node)
        assert {root.members for root in line.roots} == ends
        assert set(line.through) == below
        for root in line.roots:
            assert root.circular == any(graph.has_edge(a, b) for a in root.members for b in root.members)
            path = lineage.path(node, root.members[0])
            assert len(path) == nx.shortest_path_length(graph, node, root.members[0])
            assert all(graph.has_edge(a, b) for a, _, b in path)


def test_a_circle_that_leads_on_is_no_root_and_is_told() -> None:
    line = Lineage([Derivation("a", "b"), Derivation("b", "a"), Derivation("b", "c")]).of("a")
    assert [root.members for root in line.roots] == [("c",)]
    assert [circle.members for circle in line.circles] == [("a", "b")]


def test_long_chains_do_not_break() -> None:
    lineage = Lineage(Derivation(str(n), str(n + 1)) for n in range(5000))
    assert lineage.of("0").roots[0].members == ("5000",)
    assert len(lineage.path("0", "5000")) == 5000


def test_the_derivations_of_a_circle() -> None:
    lineage = Lineage([Derivation("a", "b"), Derivation("b", "a", "translates"), Derivation("c", "a")])
    assert lineage.circle(lineage.of("c").roots[0]) == (("a", "derives-from", "b"), ("b", "translates", "a"))
