"""A view as a picture: boxes with their words, arrows, a legend and a head."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.draw.canvas import content, figure
from kg.draw.layout import Layout, layers
from kg.draw.reduce import around, dispute_as_edges
from kg.draw.style import BOXES, LINES, NOBODY, OTHER, PARTIES, PLAIN, Box, Line
from kg.problems import KgError

if TYPE_CHECKING:
    import networkx as nx

#: Above this a picture is a hairball, and a narrower one is proposed.
MOST_NODES = 100

BOX, LINE_HEIGHT, SMALL_LINE, PADDING = 2.6, 0.152, 0.128, 0.18  # inches
CHARACTERS, FONT_SIZE = 36, 8.0
MARGIN, HEAD, LEGEND, ENTRY = 0.3, 0.75, 0.36, 2.4

#: Views whose arrows run towards what they rest on or answer: the oldest and most disputed stand left.
_REVERSED = {"dispute", "documents"}
#: Kinds that go without saying in a view.
_UNSAID = {"for", "rebuts", "with", "part-of", "in-document"}

_WORDS = {
    "en": {
        "support": "supports", "challenge": "challenges", "annotated-support": "supports (annotator)",
        "annotated-challenge": "challenges (annotator)", "nobody": "no declared party", "version": "version",
    },
    "ru": {
        "support": "в поддержку", "challenge": "против", "annotated-support": "в поддержку (разметчик)",
        "annotated-challenge": "против (разметчик)", "nobody": "не из заявленных сторон", "version": "версия",
    },
}  # fmt: skip
_KINDS = {
    "en": {"claim": "claim", "observation": "figure", "document": "document", "actor": "actor", "assertion": "assertion"},
    "ru": {"claim": "утверждение", "observation": "цифра", "document": "документ", "actor": "участник", "assertion": "высказывание"},
}  # fmt: skip


_TITLES = {
    "en": {"dispute": "Who disputes what, and on what ground", "people": "Who is tied to whom", "evidence": "What claims rest on",
           "documents": "Which documents answer, repeat and derive from which", "all": "Everything"},
    "ru": {"dispute": "Кто что оспаривает и на каком основании", "people": "Кто с кем связан", "evidence": "На чём держатся утверждения",
           "documents": "Какие документы отвечают друг другу, повторяют друг друга и восходят друг к другу", "all": "Всё"},
}  # fmt: skip


def picture(graph: nx.MultiDiGraph[str], fmt: str = "svg", *, by: str = "", centre: str = "", depth: int = 1) -> bytes:
    """The bytes of a picture of a view made by `kg.graphs.to_networkx`, the same for the same graph.

    Colours are `by` "kind" or "party"; without it by party where sides matter most, in the dispute.
    With a `centre` (an IRI) only what is within `depth` steps of it is drawn.

    Raises:
        KgError: nothing to draw, or more than `MOST_NODES` boxes.
    """
    view = graph.graph["view"]
    if view == "dispute":
        graph = dispute_as_edges(graph)
    if centre:
        graph = around(graph, centre, depth)
    if not len(graph):
        raise KgError(f"there is nothing to draw in the view '{view}': the case has no such things yet")
    if len(graph) > MOST_NODES:
        busiest = max(graph, key=lambda node: (graph.degree(node), node))
        hint = f"--around {busiest.rpartition('/')[2]} --depth 1"
        raise KgError(f"{len(graph)} boxes are more than a reader can take in ({MOST_NODES}): draw a part, such as {hint}")
    return _render(graph, view, fmt, by_party=(by or ("party" if view == "dispute" else "kind")) == "party")


def _render(graph: nx.MultiDiGraph[str], view: str, fmt: str, *, by_party: bool) -> bytes:
    wrapped = {node: (_wrap(data["label"]), _wrap(data["by"]) if data["by"] else []) for node, data in graph.nodes(data=True)}
    heights = {node: len(label) * LINE_HEIGHT + len(by) * SMALL_LINE + PADDING for node, (label, by) in wrapped.items()}
    place = layers(graph, heights, BOX, reverse=view in _REVERSED)
    lang = graph.graph["language"]
    parties = sorted({data["party"] for _, data in graph.nodes(data=True) if data["party"]})
    fills = dict(zip(parties, PARTIES * (1 + len(parties) // len(PARTIES)), strict=False)) if by_party else None
    entries = _legend(graph, lang, fills)
    width = max(place.width, 6.5) + 2 * MARGIN
    per_row = max(1, int((width - 2 * MARGIN) // ENTRY))
    rows = -(-len(entries) // per_row)
    with figure(width, place.height + HEAD + rows * LEGEND + 2 * MARGIN) as made:
        axes: Any = made.add_axes((0, 0, 1, 1))
        axes.set_xlim(-MARGIN, width - MARGIN)
        axes.set_ylim(place.height + rows * LEGEND + MARGIN, -HEAD - MARGIN)
        axes.axis("off")
        _edges(axes, graph, place, heights)
        for node, data in graph.nodes(data=True):
            box = BOXES.get(data["kind"], OTHER)
            fill = fills.get(data["party"], NOBODY) if fills is not None else box.fill
            _box(axes, place.places[node], heights[node], wrapped[node], Box(fill, box.rounding))
        axes.text(0, -HEAD, graph.graph["title"], fontsize=14, fontweight="bold", va="top")
        axes.text(0, -HEAD + 0.3, _subtitle(graph, view, lang), fontsize=9, color="#444444", va="top")
        for index, (kind, label, style) in enumerate(entries):
            _sample(axes, (index % per_row) * ENTRY, place.height + 0.3 + index // per_row * LEGEND, kind, label, style)
        return content(made, fmt)


def _wrap(label: str) -> list[str]:
    return textwrap.wrap(label, CHARACTERS, break_long_words=True) or [""]


def _subtitle(graph: nx.MultiDiGraph[str], view: str, lang: str) -> str:
    return f"{_TITLES[lang][view]} · {_WORDS[lang]['version']} {graph.graph['version']}"


def _box(axes: Any, centre: tuple[float, float], height: float, lines: tuple[list[str], list[str]], style: Box) -> None:
    """What is said in the middle, by whom in small letters below it."""
    from matplotlib.patches import FancyBboxPatch

    label, by = lines
    x, y = round(centre[0], 4), round(centre[1], 4)
    shape = f"round,pad=0,rounding_size={min(style.rounding, height / 2 - 0.01):.3f}" if style.rounding else "square,pad=0"
    axes.add_patch(
        FancyBboxPatch((x - BOX / 2, y - height / 2), BOX, height, boxstyle=shape, fc=style.fill, ec="#333333", lw=0.8, zorder=3)
    )
    top = y - height / 2 + PADDING / 2
    split = top + len(label) * LINE_HEIGHT
    axes.text(x, (top + split) / 2, "\n".join(label), ha="center", va="center", fontsize=FONT_SIZE, linespacing=1.25, zorder=4)
    if by:
        middle = split + len(by) * SMALL_LINE / 2
        axes.text(
            x, middle, "\n".join(by), ha="center", va="center", fontsize=6.8, linespacing=1.2, style="italic", color="#444444", zorder=4
        )


def _edges(axes: Any, graph: nx.MultiDiGraph[str], place: Layout, heights: dict[str, float]) -> None:
    """Arrows leave and reach a box at the side that faces the other; several at one side spread along it."""
    drawn: dict[tuple[str, str, str], list[str]] = {}
    for start, end, data in graph.edges(data=True):
        kind = data.get("argument", data["kind"])
        label = data["label"] if data["kind"] not in _UNSAID else ""
        if data.get("note"):
            label = f"{label} ({data['note']})"
        drawn.setdefault((start, end, kind), []).append(label)
    ports = _Ports(list(drawn), place, heights)
    for (start, end, kind), labels in drawn.items():
        style = LINES.get(kind, PLAIN)
        route = place.routes.get((start, end)) or place.routes.get((end, start), [])[::-1]
        points = [ports.at(start, end, kind, leaving=True), *route, ports.at(start, end, kind, leaving=False)]
        _arrow(axes, points, style)
        if text := "\n".join(dict.fromkeys(label for label in labels if label)):
            x, y = _middle(points[-2:])  # in the gap before what it points at
            axes.text(
                x, y, "\n".join(textwrap.wrap(text, 18)), ha="center", va="center", fontsize=7, color=style.colour, zorder=5,
                bbox={"fc": "white", "ec": "none", "pad": 0.6, "alpha": 0.9},
            )  # fmt: skip


class _Ports:
    """Where arrows touch a box: spread over its left or right side, in the order of where they come from."""

    def __init__(self, arrows: list[tuple[str, str, str]], place: Layout, heights: dict[str, float]) -> None:
        self.place, self.heights = place, heights
        self.sides: dict[tuple[str, int], list[tuple[float, tuple[str, str, str], bool]]] = {}
        for arrow in arrows:
            for node, other, leaving in ((arrow[0], arrow[1], True), (arrow[1], arrow[0], False)):
                towards = self._towards(node, other)
                self.sides.setdefault((node, self._side(node, towards)), []).append((towards[1], arrow, leaving))
        for touching in self.sides.values():
            touching.sort()

    def at(self, start: str, end: str, kind: str, *, leaving: bool) -> tuple[float, float]:
        node, other = (start, end) if leaving else (end, start)
        side = self._side(node, self._towards(node, other))
        touching = self.sides[node, side]
        index = next(i for i, (_, arrow, out) in enumerate(touching) if arrow == (start, end, kind) and out == leaving)
        x, y = self.place.places[node]
        room = self.heights[node] * 0.8
        return x + side * BOX / 2, y - room / 2 + room * (index + 0.5) / len(touching)

    def _towards(self, node: str, other: str) -> tuple[float, float]:
        """The next point on the way to the other end."""
        route = self.place.routes.get((node, other))
        if route:
            return route[0]
        route = self.place.routes.get((other, node))
        return route[-1] if route else self.place.places[other]

    def _side(self, node: str, towards: tuple[float, float]) -> int:
        return 1 if towards[0] > self.place.places[node][0] else -1


def _arrow(axes: Any, points: list[tuple[float, float]], style: Line) -> None:
    """A smooth line through the points, level where it meets a box."""
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    path, codes = [points[0]], [Path.MOVETO]
    for (x0, y0), (x1, y1) in pairwise(points):
        bend = (x1 - x0) / 2
        if abs(x1 - x0) < 0.01:  # one below the other in a layer: out to the side and back
            bend, far = 0.5, x0 + 0.5
            path += [(far, y0), (far, y1), (x1, y1)]
        else:
            path += [(x0 + bend, y0), (x1 - bend, y1), (x1, y1)]
        codes += [Path.CURVE4] * 3
    rounded = [(round(x, 4), round(y, 4)) for x, y in path]
    axes.add_patch(
        FancyArrowPatch(
            path=Path(rounded, codes),
            arrowstyle=style.head,
            mutation_scale=9,
            lw=style.width,
            ls=style.dash,
            color=style.colour,
            capstyle="butt",
            zorder=2,
        )
    )


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    (x0, y0), (x1, y1) = points
    return round((x0 + x1) / 2, 4), round((y0 + y1) / 2, 4)


def _legend(graph: nx.MultiDiGraph[str], lang: str, fills: dict[str, str] | None) -> list[tuple[str, str, Any]]:
    """What there is to explain: (box or line, words, style)."""
    entries: list[tuple[str, str, Any]] = []
    if fills is not None:
        names = {data["party"]: _party(graph, data["party"]) for _, data in graph.nodes(data=True) if data["party"]}
        entries += [("box", names[party], Box(fill, OTHER.rounding)) for party, fill in fills.items()]
        entries.append(("box", _WORDS[lang]["nobody"], Box(NOBODY, OTHER.rounding)))
    else:
        kinds = sorted({data["kind"] for _, data in graph.nodes(data=True)})
        entries += [("box", _KINDS[lang].get(kind, kind), BOXES.get(kind, OTHER)) for kind in kinds]
    lines = {data.get("argument", data["kind"]): data["label"] for _, _, data in graph.edges(data=True)}
    lines = {kind: label for kind, label in lines.items() if kind in LINES}  # others have their words on them
    entries += [("line", _WORDS[lang].get(kind, label), LINES.get(kind, PLAIN)) for kind, label in sorted(lines.items())]
    return entries


def _party(graph: nx.MultiDiGraph[str], party: str) -> str:
    if party in graph:
        return str(graph.nodes[party]["label"])
    return next(str(data["by"]).partition(", ")[0] for _, data in graph.nodes(data=True) if data["party"] == party)


def _sample(axes: Any, x: float, y: float, kind: str, label: str, style: Any) -> None:
    from matplotlib.patches import FancyBboxPatch

    if kind == "box":
        shape = f"round,pad=0,rounding_size={style.rounding / 3:.3f}" if style.rounding else "square,pad=0"
        axes.add_patch(FancyBboxPatch((x, y - 0.07), 0.3, 0.14, boxstyle=shape, fc=style.fill, ec="#333333", lw=0.8))
    else:
        _arrow(axes, [(x, y), (x + 0.32, y)], style)
    axes.text(x + 0.4, y, "\n".join(textwrap.wrap(label, 24)), va="center", fontsize=7.5)
