"""Views of a graph as files that Gephi, yEd or Cytoscape read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def _graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    # Not write_graphml: it takes lxml where that is installed, and its bytes differ.
    nx.write_graphml_xml(graph, made := io.BytesIO(), encoding="utf-8", prettyprint=True)
    return made.getvalue()


def _gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    nx.write_gexf(graph, made := io.BytesIO(), encoding="utf-8", prettyprint=True)
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", made.getvalue())  # networkx writes today's date


def _cytoscape(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    return (json.dumps(nx.cytoscape_data(graph), indent=1, ensure_ascii=False) + "\n").encode()


#: Format → writer of a view.
WRITERS: dict[str, Callable[[nx.MultiDiGraph[str]], bytes]] = {"graphml": _graphml, "gexf": _gexf, "cytoscape": _cytoscape}
