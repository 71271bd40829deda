"""A view as a picture: boxes with their words, arrows, a legend and a head."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.draw import labels as words_on
from kg.draw.canvas import content, figure, width, wrap
from kg.draw.labels import Curve, Point
from kg.draw.layout import Layout, layers
from kg.draw.reduce import (
    around,
    clusters_as_one,
    dispute_as_edges,
    leaves_in_documents,
    named_actors,
    near,
    restated_as_one,
    touched,
    without_light,
)
from kg.draw.style import BOXES, CLUSTER, LINES, NOBODY, OPEN, OTHER, OUTCOMES, PARTIES, PLAIN, Box, Line
from kg.problems import KgError
from kg.words import BETWEEN, spoken

if TYPE_CHECKING:
    import networkx as nx

#: Above this a picture is a hairball, and a narrower one is proposed.
MOST_NODES = 100

BOX, PADDING = 2.25, 0.18  # inches
FONT, LINE_HEIGHT = 8.0, 0.148  # points; inches
SMALL, SMALL_LINE = 7.0, 0.128
LABEL, LABEL_LINE, LABEL_ROOM = 7.0, 0.122, 1.15
APART = 0.08  # between a box and those in it
GAP, GAP_BESIDE = 1.0, 0.45  # between layers: at least, and what arrows need beside their words
PARALLEL = 0.07  # between arrows that go the same long way
TITLE, TITLE_LINE = 14.0, 0.27
SUBTITLE, SUBTITLE_LINE = 9.0, 0.18
MARGIN, LEGEND, ENTRY, SAMPLE = 0.3, 0.34, 2.6, 0.4
LOOP = 0.25  # inches that a loop goes out by
_SLACK = 0.95  # of the room for words: drawn, they may be a little wider than they are measured

#: Views whose arrows run towards what they rest on or answer: the oldest and most disputed stand left.
_REVERSED = {"dispute", "labels", "documents"}
#: Kinds that go without saying: the arrow says them.
_UNSAID = {"for", "rebuts"}

_WORDS = {
    "en": {
        "support": "supports", "challenge": "challenges", "annotated-support": "supports (annotator)",
        "annotated-challenge": "challenges (annotator)", "nobody": "no declared party, or several", "version": "version",
        "with": "rests on", "narrower": "narrower than",
        "cluster": "these documents hang together", "derived-from": "derived from",
        "by": "written or published by", "from": "said to stand in", "no-label": "may be answered in",
        "shared": "restated claims share a box", "copies": "in {} documents", "retracted": "retracted",
        "aside": "left out: {} claims and figures that nothing here supports, answers or links",
    },
    "ru": {
        "support": "в поддержку", "challenge": "против", "annotated-support": "в поддержку (аннотатор)",
        "annotated-challenge": "против (аннотатор)", "nobody": "никто из сторон или несколько", "version": "версия",
        "with": "опирается на", "narrower": "более узкое, чем",
        "cluster": "эти документы связаны между собой", "derived-from": "восходит к",
        "by": "автор или издатель", "from": "по чужим словам, сказано в", "no-label": "ответ может быть в",
        "shared": "повторённые утверждения стоят в одной рамке", "copies": "документов: {}", "retracted": "отозван",
        "aside": "не показано утверждений и цифр, которых здесь ничто не поддерживает, не оспаривает и не связывает: {}",
    },
}  # fmt: skip
_KINDS = {
    "en": {"claim": "claim", "observation": "figure", "document": "document", "actor": "actor", "assertion": "assertion"},
    "ru": {"claim": "утверждение", "observation": "цифра", "document": "документ", "actor": "участник", "assertion": "высказывание"},
}  # fmt: skip


_TITLES = {
    "en": {"dispute": "Who disputes what, and on what ground", "people": "Who is tied to whom", "evidence": "What claims rest on",
           "documents": "Which documents answer, repeat and derive from which", "all": "Everything",
           "sources": "On whose word claims rest, down to the roots", "labels": "How claims stand in this corpus, by label"},
    "ru": {"dispute": "Кто что оспаривает и на каком основании", "people": "Кто с кем связан", "evidence": "На чём держатся утверждения",
           "documents": "Какие документы отвечают друг другу, повторяют друг друга и восходят друг к другу", "all": "Всё",
           "sources": "На чьих словах держатся утверждения, до корней", "labels": "Как утверждения стоят в этом корпусе, по меткам"},
}  # fmt: skip


def picture(
    graph: nx.MultiDiGraph[str],
    fmt: str = "svg",
    *,
    by: str = "",
    centre: str = "",
    depth: int = 1,
    name: Callable[[str], str] = str,
    dpi: int = 110,
) -> bytes:
    """The bytes of a picture of a view made by `kg.graphs.to_networkx`, the same for the same graph.

    Colours are `by` "kind" or "party"; without it by party where sides matter most, in the dispute.
    With a `centre` (an IRI) only what is within `depth` steps of it is drawn. `name` is what users
    call a node: where there is too much for one picture, a part is proposed by name.

    Raises:
        KgError: nothing to draw, or more than `MOST_NODES` boxes.
    """
    view = graph.graph["view"]
    if view in ("dispute", "labels"):
        graph = touched(restated_as_one(dispute_as_edges(graph)))
    elif view == "sources":
        graph = named_actors(clusters_as_one(leaves_in_documents(restated_as_one(graph))))
    elif view == "evidence":
        graph = leaves_in_documents(restated_as_one(graph))
    if centre:
        graph = around(graph, centre, depth)
    if not len(graph):
        raise KgError(f"there is nothing to draw in the view '{view}': the case has no such things yet")
    aside = 0
    if len(graph) > MOST_NODES:
        graph, aside = without_light(graph, keep=graph.graph.get("shared", {}).get(centre, centre))
    if len(graph) > MOST_NODES:
        few = [node for node in graph if len(near(graph, node, 1)) <= MOST_NODES]
        best = max(few, key=lambda node: (len(near(graph, node, 1)), node), default=next(iter(graph)))
        hint = f"kg draw --view {view} --around {name(best)} --depth {int(bool(few))}"
        raise KgError(f"{len(graph)} boxes are more than a reader can take in ({MOST_NODES}): draw a part, such as {hint}")
    return _render(graph, fmt, aside, dpi, by_party=(by or ("party" if view == "dispute" else "kind")) == "party")


def _render(graph: nx.MultiDiGraph[str], fmt: str, aside: int, dpi: int, *, by_party: bool) -> bytes:
    view, lang = graph.graph["view"], graph.graph["language"]
    wrapped = {node: _lines(data, lang) for node, data in graph.nodes(data=True)}
    heights = {node: _height(lines) for node, lines in wrapped.items()}
    inner_boxes = {node: _members(data, lang) for node, data in graph.nodes(data=True) if "members" in data}
    heights |= {node: heights[node] + sum(_height(lines) + APART for _, lines in them) for node, them in inner_boxes.items()}
    texts = _texts(graph, lang)
    widest = max((width(line, LABEL) for lines in texts.values() for line in lines), default=0.0)
    place = layers(graph, heights, BOX, max(GAP, round(widest + GAP_BESIDE, 2)), reverse=view in _REVERSED)
    parties = dict(sorted({data["party"]: data["party_name"] for _, data in graph.nodes(data=True) if data["party"]}.items()))
    fills = dict(zip(parties, PARTIES * (1 + len(parties) // len(PARTIES)), strict=False)) if by_party else None
    inner = max(place.width, 6.5)
    columns = max(1, int(inner // ENTRY))
    entries = [
        (kind, wrap(label, (ENTRY - SAMPLE - 0.1) * _SLACK, SMALL), style) for kind, label, style in _legend(graph, lang, fills, parties)
    ]
    rows = [entries[start : start + columns] for start in range(0, len(entries), columns)]
    deep = [max(LEGEND, max(len(lines) for _, lines, _ in row) * SMALL_LINE + 0.1) for row in rows]
    title = wrap(graph.graph["title"], inner * _SLACK, TITLE, bold=True)
    subtitle = wrap(_subtitle(graph, view, lang, aside), inner * _SLACK, SUBTITLE)
    head = len(title) * TITLE_LINE + len(subtitle) * SUBTITLE_LINE + 0.3
    foot = place.height + 0.25
    with figure(inner + 2 * MARGIN, head + foot + sum(deep) + 2 * MARGIN) as made:
        axes: Any = made.add_axes((0, 0, 1, 1))
        axes.set_xlim(-MARGIN, inner + MARGIN)
        axes.set_ylim(foot + sum(deep) + MARGIN, -head - MARGIN)
        axes.axis("off")
        _edges(axes, texts, place, heights)
        for node, data in graph.nodes(data=True):
            _box(axes, place.places[node], heights[node], wrapped[node], _style(data, fills))
            if node in inner_boxes:
                _inside(axes, place.places[node], heights[node], _height(wrapped[node]), inner_boxes[node], fills)
        axes.text(0, -head, "\n".join(title), fontsize=TITLE, fontweight="bold", va="top", linespacing=1.2)
        axes.text(0, -head + len(title) * TITLE_LINE + 0.04, "\n".join(subtitle), fontsize=SUBTITLE, color="#444444", va="top")
        y = foot
        for row, tall in zip(rows, deep, strict=True):
            for index, (kind, lines, style) in enumerate(row):
                _sample(axes, index * ENTRY, y + tall / 2, kind, lines, style)
            y += tall
        return content(made, fmt, dpi)


def _height(lines: tuple[list[str], list[str]]) -> float:
    label, by = lines
    return len(label) * LINE_HEIGHT + len(by) * SMALL_LINE + PADDING


def _style(data: dict[str, Any], fills: dict[str, str] | None) -> Box:
    """A box's look: its fill by party, else by what came out of it, else by its kind."""
    box = CLUSTER if "members" in data else BOXES.get(data["kind"], OTHER)
    outcome = data.get("outcome", "")
    fill = fills.get(data["party"], NOBODY) if fills is not None else OUTCOMES.get(outcome, box.fill)
    return Box(fill, box.rounding, box.mark, outcome in OPEN)


#: What stands inside a box: what is told of it, and its own lines.
_Member = tuple[dict[str, Any], tuple[list[str], list[str]]]


def _members(data: dict[str, Any], lang: str) -> list[_Member]:
    """The documents that hang together, each with how it goes back to another."""
    made = []
    for member, ways in data["members"]:
        told = tuple(f"{_WORDS[lang].get(kind, label)}: {title}" for kind, label, title in ways)
        label, by = _lines({**member, "ways": told}, lang, BOX - 2 * APART)
        made.append((member, (label, by)))
    return made


def _inside(axes: Any, centre: Point, height: float, head: float, members: list[_Member], fills: dict[str, str] | None) -> None:
    """Boxes below each other, in a larger one."""
    top = centre[1] - height / 2 + head - APART / 2
    for member, lines in members:
        tall = _height(lines)
        _box(axes, (centre[0], top + tall / 2), tall, lines, _style(member, fills), BOX - 2 * APART)
        top += tall + APART


def _lines(data: dict[str, Any], lang: str, room: float = BOX) -> tuple[list[str], list[str]]:
    """What is said, and in small letters what came out of it, who says it and in how many documents, and where it is from."""
    copies = data.get("copies", 1)
    said = _WORDS[lang]
    if "members" in data:
        return [], wrap(said["cluster"], (room - PADDING) * _SLACK, SMALL)
    beside = [said["retracted"] if data.get("retracted") else "", data.get("outcome_name", ""), data["by"]]
    beside += [said["copies"].format(copies) if copies > 1 else "", *data.get("ways", ())]
    by = " · ".join(text for text in beside if text)
    return wrap(data["label"], (room - PADDING) * _SLACK, FONT), wrap(by, (room - PADDING) * _SLACK, SMALL) if by else []


def _subtitle(graph: nx.MultiDiGraph[str], view: str, lang: str, aside: int) -> str:
    words = _WORDS[lang]
    parts = [_TITLES[lang][view], f"{words['version']} {graph.graph['version']}"]
    parts += [words["shared"]] if any("copies" in data for _, data in graph.nodes(data=True)) else []
    parts += [words["aside"].format(aside)] if aside else []
    return " · ".join(parts)


def _box(axes: Any, centre: Point, height: float, lines: tuple[list[str], list[str]], style: Box, wide: float = BOX) -> None:
    """What is said in the middle, by whom in small letters below it."""
    label, by = lines
    x, y = round(centre[0], 4), round(centre[1], 4)
    _shape(axes, x - wide / 2, y - height / 2, wide, height, style)
    top = y - height / 2 + PADDING / 2
    split = top + len(label) * LINE_HEIGHT
    common = {"ha": "center", "va": "center", "zorder": 4}
    if label:
        axes.text(x, (top + split) / 2, "\n".join(label), fontsize=FONT, linespacing=1.2, **common)
    if by:
        middle = split + len(by) * SMALL_LINE / 2
        axes.text(x, middle, "\n".join(by), fontsize=SMALL, linespacing=1.15, style="italic", color="#444444", **common)


_EDGES: dict[bool, Any] = {False: "solid", True: (0, (4, 2.5))}


def _shape(axes: Any, x: float, y: float, width: float, height: float, style: Box) -> None:
    from matplotlib.patches import FancyBboxPatch, Polygon

    rounding = min(style.rounding, height / 2 - 0.01)
    shape = f"round,pad=0,rounding_size={rounding:.3f}" if style.rounding else "square,pad=0"
    axes.add_patch(
        FancyBboxPatch((x, y), width, height, boxstyle=shape, fc=style.fill, ec="#333333", lw=0.8, zorder=3, ls=_EDGES[style.open])
    )
    right, small = x + width, min(0.12, height / 2)
    if style.mark == "fold":
        corner = [(right - small, y), (right, y + small), (right - small, y + small)]
        axes.add_patch(Polygon([(right - small, y), (right, y), (right, y + small)], fc="white", ec="white", lw=1.2, zorder=3.1))
        axes.add_patch(Polygon(corner, fc=style.fill, ec="#333333", lw=0.8, zorder=3.2))
    elif style.mark == "bar":
        bar = [(x, y), (x + 0.06, y), (x + 0.06, y + height), (x, y + height)]
        axes.add_patch(Polygon(bar, fc="#333333", ec="#333333", lw=0.8, zorder=3.1))


#: An arrow: from where, to where, and of which kind it looks. Several arguments of a kind are one arrow.
_Arrow = tuple[str, str, str]


def _texts(graph: nx.MultiDiGraph[str], lang: str) -> dict[_Arrow, list[str]]:
    """The arrows, and the lines that stand on each."""
    found: dict[_Arrow, list[str]] = {}
    for start, end, data in graph.edges(data=True):
        lines = found.setdefault((start, end, data.get("argument", data["kind"])), [])
        lines += [line for line in _on_arrow(data, lang) if line not in lines]
    return found


def _edges(axes: Any, texts: dict[_Arrow, list[str]], place: Layout, heights: dict[str, float]) -> None:
    """Arrows leave and reach a box at the side that faces the other; several at one side spread along it."""
    ports = _Ports(list(texts), place, heights)
    between: dict[frozenset[str], list[_Arrow]] = {}
    for arrow in texts:
        between.setdefault(frozenset(arrow[:2]), []).append(arrow)
    curves = []
    for arrow in texts:
        start, end, _ = arrow
        same = sorted(between[frozenset((start, end))])
        aside = (same.index(arrow) - (len(same) - 1) / 2) * PARALLEL
        route = place.routes.get((start, end)) or place.routes.get((end, start), [])[::-1]
        bends = [(x, y + aside) for x, y in route]
        curves.append(_curve([ports.at(*arrow, leaving=True), *bends, ports.at(*arrow, leaving=False)]))
    sizes = {
        number: (max(width(line, LABEL) for line in lines), len(lines) * LABEL_LINE) for number, lines in enumerate(texts.values()) if lines
    }
    boxes = [(x - BOX / 2, y - heights[n] / 2, x + BOX / 2, y + heights[n] / 2) for n, (x, y) in place.places.items()]
    where = words_on.settle(curves, sizes, boxes)
    for number, ((_, _, kind), lines) in enumerate(texts.items()):
        style = LINES.get(kind, PLAIN)
        _arrow(axes, curves[number], style)
        if number in where:
            axes.text(
                *where[number], "\n".join(lines), ha="center", va="center", fontsize=LABEL, color=style.colour, zorder=5,
                linespacing=1.1, bbox={"fc": "white", "ec": "none", "pad": 0.5, "alpha": 0.9},
            )  # fmt: skip


def _on_arrow(data: dict[str, str], lang: str) -> list[str]:
    """The words on an arrow: only those that its legend does not say."""
    said = data["kind"] in LINES and "argument" not in data
    note = ", ".join(spoken(part, lang) for part in data["note"].split(", ")) if data["note"] else ""
    label = "" if data["kind"] in _UNSAID or (said and not note) else data["label"]
    told = wrap(f"{label}, {note}" if note else label, LABEL_ROOM * _SLACK, LABEL) if label else []
    return told + (wrap(data["stands"], LABEL_ROOM * _SLACK, LABEL) if "stands" in data else [])


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

    def _side(self, node: str, towards: Point) -> int:
        return 1 if towards[0] > self.place.places[node][0] else -1


def _curve(points: list[Point]) -> Curve:
    """Smooth pieces through the points, level where they meet a box; a loop goes out to the left and back."""
    pieces = []
    for (x0, y0), (x1, y1) in pairwise((round(x, 4), round(y, 4)) for x, y in points):
        bend = round((x1 - x0) / 2, 4) or -LOOP
        pieces.append(((x0, y0), (x0 + bend, y0), (x1 - bend if x1 != x0 else x1 - LOOP, y1), (x1, y1)))
    return pieces


def _arrow(axes: Any, curve: Curve, style: Line) -> None:
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    path = Path([curve[0][0], *(point for piece in curve for point in piece[1:])], [Path.MOVETO, *[Path.CURVE4] * 3 * len(curve)])
    look: dict[str, Any] = {"arrowstyle": style.head, "mutation_scale": 9, "lw": style.width, "ls": style.dash, "color": style.colour}
    axes.add_patch(FancyArrowPatch(path=path, capstyle="butt", shrinkA=0, shrinkB=0, zorder=2, **look))


def _legend(
    graph: nx.MultiDiGraph[str], lang: str, fills: dict[str, str] | None, parties: dict[str, str]
) -> list[tuple[str, str, Box | Line]]:
    """What there is to explain: (box or line, words, style)."""
    entries: list[tuple[str, str, Box | Line]] = []
    if fills is not None:
        entries += [("box", parties[party], Box(fill, OTHER.rounding)) for party, fill in fills.items()]
        if any(not data["party"] for _, data in graph.nodes(data=True)):
            entries.append(("box", _WORDS[lang]["nobody"], Box(NOBODY, OTHER.rounding)))
    drawn = [data for _, data in graph.nodes(data=True)]
    drawn += [member for data in drawn for member, _ in data.get("members", ())]
    kinds = sorted({data["kind"] for data in drawn} - {"cluster"})
    names = {data["outcome"]: data["outcome_name"] for data in drawn if data.get("outcome") and BETWEEN not in data["outcome_name"]}
    entries += [
        ("box", names[one], Box(fill if fills is None else NOBODY, OTHER.rounding, open=one in OPEN))
        for one, fill in OUTCOMES.items()
        if one in names
    ]
    for kind in kinds:
        look = BOXES.get(kind, OTHER)
        plain = fills is None and any(data["kind"] == kind and not data.get("outcome") for data in drawn)
        shape = Box(look.fill if plain else NOBODY, look.rounding, look.mark)
        entries.append(("box", _KINDS[lang].get(kind, kind), shape))
    if any("members" in data for data in drawn):
        entries.append(("box", _WORDS[lang]["cluster"], CLUSTER))
    lines = {data.get("argument", data["kind"]): data["label"] for _, _, data in graph.edges(data=True)}
    lines = {kind: label for kind, label in lines.items() if kind in LINES}  # others have their words on them
    entries += [("line", _WORDS[lang].get(kind, label), LINES[kind]) for kind, label in sorted(lines.items())]
    return entries


def _sample(axes: Any, x: float, y: float, kind: str, lines: list[str], style: Any) -> None:
    if kind == "box":
        _shape(axes, x, y - 0.08, 0.3, 0.16, Box(style.fill, style.rounding / 2, style.mark, style.open))
    else:
        _arrow(axes, _curve([(x, y), (x + 0.32, y)]), style)
    axes.text(x + SAMPLE, y, "\n".join(lines), va="center", fontsize=SMALL, linespacing=1.15)
