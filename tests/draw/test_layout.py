"""Laws of the layout, on graphs of any shape."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from itertools import combinations, pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.layout import BOX_GAP, Layout, layers

BOX, GAP = 2.0, 1.0
TINY = 1e-6

Edges = list[tuple[int, int]]
graphs = st.integers(1, 25).flatmap(
    lambda n: st.tuples(
        st.lists(st.floats(0.2, 1.5), min_size=n, max_size=n),
        st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=45),
    )
)


def graph_of(count: int, edges: Edges) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{number:03}" for number in range(count))
    graph.add_edges_from((f"n{a:03}", f"n{b:03}") for a, b in edges)
    return graph


def laid_out(graph: nx.MultiDiGraph[str], tall: list[float], reverse: bool = False) -> tuple[Layout, dict[str, float]]:
    heights = dict(zip(graph, tall, strict=True))
    return layers(graph, heights, BOX, GAP, reverse=reverse), heights


@given(graphs, st.booleans())
@settings(max_examples=150, deadline=None)
def test_laws(drawn: tuple[list[float], Edges], reverse: bool) -> None:
    """Loops, circles, parallel edges, isolated nodes and many parts included."""
    tall, edges = drawn
    graph = graph_of(len(tall), edges)
    made, heights = laid_out(graph, tall, reverse)
    assert set(made.places) == set(graph)
    for node, (x, y) in made.places.items():
        assert x - BOX / 2 >= -TINY
        assert x + BOX / 2 <= made.width + TINY
        assert y - heights[node] / 2 >= -TINY
        assert y + heights[node] / 2 <= made.height + TINY
    for (a, (ax, ay)), (b, (bx, by)) in combinations(made.places.items(), 2):
        apart = abs(ay - by) - (heights[a] + heights[b]) / 2
        assert abs(ax - bx) >= BOX + GAP - TINY or apart >= BOX_GAP - TINY
    for a, b in graph.edges():
        if a != b:
            assert (a, b) in made.routes or (b, a) in made.routes
    columns = {round(x, 6) for x, _ in made.places.values()}
    for (start, end), route in made.routes.items():
        points = [made.places[start], *route, made.places[end]]
        for (x0, y0), (x1, y1) in pairwise(route):
            if y0 != y1:  # bends between two columns
                assert abs(x1 - x0 - GAP) < TINY or abs(x0 - x1 - GAP) < TINY
            else:  # level through one column, and through no box of it
                middle = (x0 + x1) / 2
                assert not [n for n, (x, y) in made.places.items() if abs(x - middle) < BOX / 2 and abs(y - y0) < heights[n] / 2 - TINY]
        assert all(b[0] > a[0] for a, b in pairwise(points))
        assert len(route) == 2 * (round((points[-1][0] - points[0][0]) / (BOX + GAP)) - 1)
    assert len(columns) <= max(4, len(graph))


def test_arrows_run_from_left_to_right_or_back() -> None:
    graph = graph_of(3, [(0, 1), (1, 2)])
    there, back = laid_out(graph, [1.0] * 3)[0], laid_out(graph, [1.0] * 3, reverse=True)[0]
    assert [there.places[n][0] for n in sorted(graph)] == sorted(there.places[n][0] for n in graph)
    assert [back.places[n][0] for n in sorted(graph)] == sorted((back.places[n][0] for n in graph), reverse=True)


def test_nothing_and_one() -> None:
    assert laid_out(graph_of(0, []), [])[0].places == {}
    assert laid_out(graph_of(1, [(0, 0)]), [1.0])[0].places == {"n000": (BOX / 2, 0.5)}


def test_parts_fill_the_page_side_by_side() -> None:
    graph = graph_of(8, [(0, 1), (2, 3), (4, 5), (6, 7)])
    assert laid_out(graph, [1.0] * 8)[0].height < 3


def test_a_hundred_boxes_take_little_time() -> None:
    choose = random.Random(5)
    graph = graph_of(100, [(choose.randrange(100), choose.randrange(100)) for _ in range(200)])
    began = time.monotonic()
    laid_out(graph, [0.6] * 100)
    assert time.monotonic() - began < 3


FUZZ = """
import random
import networkx as nx
from kg.draw.layout import layers
choose = random.Random(11)
for _ in range(300):
    count = choose.randint(1, 60)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((choose.randrange(count), choose.randrange(count)) for _ in range(choose.randint(0, 120)))
    graph = nx.relabel_nodes(graph, str)
    layers(graph, dict.fromkeys(graph, 0.5), 2.0, 1.0, reverse=choose.random() < 0.5)
print("through")
"""


def test_no_graph_ends_the_process() -> None:
    """The library aborts on loops and circles, past any except clause: so in a process of its own."""
    done = subprocess.run([sys.executable, "-c", FUZZ], capture_output=True, text=True, check=False, timeout=60, env=environment())
    assert (done.returncode, done.stdout, done.stderr) == (0, "through\n", "")


def environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
