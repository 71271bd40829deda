"""What stands in a table or page is text, whatever it looks like; and what shows itself in a notebook."""

from __future__ import annotations

import pickle

import networkx as nx
import pytest

from kg import build, graphs, html
from kg.ask import Table
from kg.resources import folder

NASTY = "<img src=x onerror=alert(1)>\x00\ud800\uffff & \"'"


def test_tables_are_escaped() -> None:
    written = Table([NASTY], [{NASTY: NASTY}])._repr_html_()
    assert "<img" not in written
    assert written.count("&lt;img src=x onerror=alert(1)&gt;") == 2
    written.encode()
    assert "\uffff" not in written


def test_pages_are_escaped() -> None:
    assert "<img" not in html.page(NASTY, html.element("p", NASTY), NASTY)
    page = html.page("A", "<p>B</p>\n", "ru")
    assert page.startswith('<!DOCTYPE html>\n<html lang="ru">\n<meta charset="utf-8">\n<title>A</title>\n<style>')
    assert page.endswith("</style>\n<p>B</p>\n</html>\n")
    assert "http" not in page


@pytest.fixture(scope="module")
def built() -> build.Built:
    return build.assemble([folder("data") / "velzha"])


def test_a_built_graph_shows_its_numbers_and_problems(built: build.Built) -> None:
    written = built._repr_html_()
    assert "<td>claims</td><td>62</td>" in written
    assert "<td>documents</td><td>9</td><td>8 full, 1 mention</td>" in written
    assert "<li>" in written
    assert "kalinova-frightens" in written


def test_a_view_shows_its_edges_and_is_a_plain_graph_else(built: build.Built) -> None:
    view = graphs.to_networkx(built.quads, "people")
    written = view._repr_html_()  # type: ignore[attr-defined]
    assert "<td>Chief Inspector</td><td>heads</td><td>Water Inspectorate</td><td>2024-04</td>" in written
    assert f"{len(view)} nodes (actor {len(view)}), {view.number_of_edges()} edges" in written
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(view)
    for same in (pickle.loads(pickle.dumps(view)), view.copy(), view.subgraph(list(view)), nx.compose(view, view)):
        assert nx.utils.graphs_equal(same, plain)
    assert view.subgraph(list(view)[:2])._repr_html_().startswith("<table>")  # type: ignore[attr-defined]
    assert view.to_undirected().number_of_nodes() == len(view)
    assert nx.node_link_data(view, edges="edges") == nx.node_link_data(plain, edges="edges")


def test_a_view_is_escaped() -> None:
    from kg.view import View

    view = View()
    view.add_edge("a", "b", label=NASTY, note=NASTY)
    view.add_node("a", label=NASTY, kind=NASTY)
    assert "<img" not in view._repr_html_()
