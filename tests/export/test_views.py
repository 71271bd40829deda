"""Views written for other programs are read by networkx as what they were."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg import export, graphs
from kg.problems import KgError
from tests.draw import bridge

FORMATS: dict[str, Callable[[bytes], Any]] = {
    "graphml": lambda made: nx.read_graphml(io.BytesIO(made), force_multigraph=True),
    "gexf": lambda made: nx.read_gexf(io.BytesIO(made)),
    "cytoscape": lambda made: nx.cytoscape_graph(json.loads(made)),
}
#: What readers add of their own: identifiers that we have as keys of nodes.
THEIRS = {"id", "name", "value", "label"}


@pytest.mark.parametrize("view", graphs.VIEWS)
@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_read_again(fmt: str, view: str, lang: str) -> None:
    made = export.export(bridge.held(), fmt, view=view, lang=lang)
    read, graph = FORMATS[fmt](made), bridge.view(view, lang)
    assert sorted(read) == sorted(graph)
    ends = [(a, b, data["kind"], data["note"]) for a, b, data in graph.edges(data=True)]
    assert sorted((a, b, data["kind"], data["note"]) for a, b, data in read.edges(data=True)) == sorted(ends)
    for node, data in graph.nodes(data=True):
        kept = read.nodes[node]
        assert {key: kept[key] for key in data} == data
        assert set(kept) - set(data) <= THEIRS
    assert sorted(data["label"] for *_, data in read.edges(data=True)) == sorted(data["label"] for *_, data in graph.edges(data=True))


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_date_and_the_same_bytes(fmt: str) -> None:
    made = export.export(bridge.held(), fmt, view="people")
    assert made == export.export(bridge.held(), fmt, view="people")
    assert not re.search(rb"20\d\d-\d\d-\d\d|lastmodified", made)
    assert made.endswith(b"\n") or fmt != "cytoscape"


def test_unknown_names() -> None:
    with pytest.raises(KgError, match="no format 'gml': turtle"):
        export.export(bridge.held(), "gml")
    with pytest.raises(KgError, match="no view 'x'"):
        export.export(bridge.held(), "gexf", view="x")


def test_a_graph_with_nothing_in_it() -> None:
    assert all(export.export(bridge.held().__class__(), fmt) for fmt in FORMATS)
