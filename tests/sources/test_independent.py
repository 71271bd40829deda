"""Groups and independent sets, beside trying everything."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.sources.independent import groups, largest, links

PIECES = st.lists(st.frozensets(st.integers(0, 7), max_size=3), max_size=9)


def graph(pieces: list[frozenset[int]]) -> nx.Graph[int]:
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(len(pieces)))
    made.add_edges_from((a, b) for a, b in combinations(range(len(pieces)), 2) if pieces[a] & pieces[b])
    return made


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_groups_are_components_and_links_make_them(pieces: list[frozenset[int]]) -> None:
    assert sorted(map(sorted, groups(pieces))) == sorted(map(sorted, nx.connected_components(graph(pieces))))
    tree: nx.Graph[int] = nx.Graph()
    tree.add_nodes_from(range(len(pieces)))
    found = links([sorted(piece) for piece in pieces])
    tree.add_edges_from((a, b) for _, a, b in found)
    assert nx.number_connected_components(tree) == len(groups(pieces)) if pieces else not found
    assert len(found) == len(pieces) - len(groups(pieces))
    assert all(value in pieces[a] & pieces[b] for value, a, b in found)


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_the_largest_independent_set(pieces: list[frozenset[int]]) -> None:
    made = graph(pieces)
    sizes = [len(some) for size in range(len(pieces) + 1) for some in combinations(made, size) if not made.subgraph(some).number_of_edges()]
    assert largest(pieces, 40) == (max(sizes), max(sizes))
    bounds = largest(pieces, 1)
    assert bounds.least <= max(sizes) <= bounds.most


def test_a_path_of_forty_is_counted_and_one_of_more_is_bounded() -> None:
    path = [frozenset({n, n + 1}) for n in range(40)]
    assert largest(path, 40) == (20, 20)
    found = largest([*path, frozenset({40, 41})], 40)
    assert found.least <= 21 <= found.most
    assert found.least < found.most or found == (21, 21)
