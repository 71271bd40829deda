"""A view of a graph for networkx that shows itself in a notebook; importing it imports networkx."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

from kg import html

#: Rows that are shown; a caption says how many there are.
MOST = 200


if TYPE_CHECKING:
    _Graph = nx.MultiDiGraph[str]
else:  # networkx's own class takes no parameters
    _Graph = nx.MultiDiGraph


class View(_Graph):
    """A `MultiDiGraph` in everything but how a notebook shows it: how many nodes of which kind, then the edges in words."""

    def _repr_html_(self) -> str:
        kinds = Counter(str(kind) for _, kind in self.nodes(data="kind", default=""))
        counts = ", ".join(f"{kind or 'thing'} {number}" for kind, number in sorted(kinds.items()))
        labels = {node: str(label) for node, label in self.nodes(data="label", default="")}
        rows = [
            {
                "from": labels[start] or str(start),
                "how": str(edge.get("label", "")),
                "to": labels[end] or str(end),
                "note": str(edge.get("note", "")),
            }
            for start, end, edge in self.edges(data=True)
        ]
        title = f"{self.graph.get('title', '')}: {len(self)} nodes ({counts}), {len(rows)} edges"
        shown = f", the first {MOST} of them" if len(rows) > MOST else ""
        return html.table(["from", "how", "to", "note"], rows[:MOST], title + shown) + "\n"
