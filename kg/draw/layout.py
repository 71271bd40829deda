"""Where things stand: layers from left to right, few crossings, nothing over anything else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

#: In inches: the room between two layers, and between two boxes of one layer.
LAYER_GAP, BOX_GAP = 1.2, 0.16
#: A page's width, as far as small parts are set side by side.
MIN_WIDTH = 13.0
_BEND = 0.12  # how high the point is that a long arrow bends at


@dataclass
class Layout:
    """Centres of boxes, and the points that an arrow goes through between its ends; in inches."""

    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    routes: dict[tuple[str, str], list[tuple[float, float]]] = field(default_factory=dict)
    width: float = 0.0
    height: float = 0.0


def layers(graph: nx.MultiDiGraph[str], heights: dict[str, float], box: float, *, reverse: bool) -> Layout:
    """Lay a graph out; `heights` are those of its boxes, `box` the width of all of them.

    Arrows run from left to right, or from right to left where `reverse`. Parts that hang together
    are set one below the other, the largest first.
    """
    import fast_sugiyama

    edges = _acyclic(graph, reverse=reverse)
    numbers = {node: number for number, node in enumerate(graph)}
    names = dict(enumerate(graph))
    ends: list[tuple[int | str, int | str]] = [(numbers[a], numbers[b]) for a, b in edges]
    found: list[Any] = list(
        fast_sugiyama.from_edges(ends, vertex_spacing=1, dummy_vertices=True, dummy_size=0.4, crossing_minimization="barycenter")
    )
    found.sort(key=lambda part: (-len(part[0]), min(names.get(n, "~") for n, _ in part[0])))
    placed = [_part(positions, drawn, names, heights, box) for positions, _, _, drawn in found]
    seen = {node for part in placed for node in part.places}
    placed += [Layout({node: (box / 2, heights[node] / 2)}, {}, box, heights[node]) for node in graph if node not in seen]
    return _shelves(placed)


def _shelves(parts: list[Layout]) -> Layout:
    """Put the parts side by side, row by row, within the width of the widest (or about that of a page)."""
    made = Layout()
    room = max([part.width for part in parts[:1]] + [MIN_WIDTH])
    x = top = tall = 0.0
    for part in parts:
        if x and x + part.width > room:
            x, top, tall = 0.0, top + tall + 3 * BOX_GAP, 0.0
        made.places.update({node: (px + x, py + top) for node, (px, py) in part.places.items()})
        made.routes.update({ends: [(px + x, py + top) for px, py in route] for ends, route in part.routes.items()})
        made.width = max(made.width, x + part.width)
        x, tall = x + part.width + LAYER_GAP / 2, max(tall, part.height)
    made.height = top + tall
    return made


def _acyclic(graph: nx.MultiDiGraph[str], *, reverse: bool) -> list[tuple[str, str]]:
    """Each pair once, without loops, and turned where it would close a circle."""
    import networkx as nx

    pairs = dict.fromkeys((b, a) if reverse else (a, b) for a, b in graph.edges() if a != b)
    plain: nx.DiGraph[str] = nx.DiGraph()
    for a, b in pairs:
        if plain.has_node(b) and plain.has_node(a) and nx.has_path(plain, b, a):
            a, b = b, a  # noqa: PLW2901 - the arrow keeps its direction, only its place in the layers turns
        if not plain.has_edge(a, b) and not plain.has_edge(b, a):
            plain.add_edge(a, b)
    return list(plain.edges())


def _part(
    positions: list[tuple[int, tuple[float, float]]],
    drawn: list[tuple[int, int]],
    names: dict[int, str],
    heights: dict[str, float],
    box: float,
) -> Layout:
    """One part that hangs together, from (0, 0) on."""
    deepest = max(y for _, (_, y) in positions)
    high = {number: heights.get(names.get(number, ""), _BEND) if number in names else _BEND for number, _ in positions}
    ranks: dict[int, list[int]] = defaultdict(list)
    rank = {}
    for number, (_, y) in sorted(positions, key=lambda p: (p[1][0], p[0])):
        rank[number] = round(deepest - y)
        ranks[rank[number]].append(number)
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in drawn:
        near[a].append(b)
        near[b].append(a)
    at: dict[int, float] = {}
    for order in ranks.values():
        reach = 0.0
        for number in order:
            at[number] = reach + high[number] / 2
            reach += high[number] + BOX_GAP
    for sweep in range(24):  # towards the middle of the neighbours, keeping order and distance
        for layer in sorted(ranks, reverse=bool(sweep % 2)):
            _settle(ranks[layer], at, high, near)
    low = min(at[n] - high[n] / 2 for n in at)
    place = {n: (rank[n] * (box + LAYER_GAP) + box / 2, at[n] - low) for n in at}
    made = Layout({names[n]: place[n] for n in place if n in names})
    made.width = (max(ranks) + 1) * (box + LAYER_GAP) - LAYER_GAP
    made.height = max(place[n][1] + high[n] / 2 for n in place)
    ahead = defaultdict(list)
    for a, b in drawn:
        ahead[a].append(b)
    for start in sorted(n for n in place if n in names):
        for following in ahead[start]:
            route, end = [], following
            while end not in names:  # level through the column of boxes, so that it bends in the gaps only
                x, y = place[end]
                route += [(x - box / 2, y), (x + box / 2, y)]
                end = ahead[end][0]
            made.routes[names[start], names[end]] = route
    return made


def _settle(order: list[int], at: dict[int, float], high: dict[int, float], near: dict[int, list[int]]) -> None:
    """Move a layer's boxes to where they want to be, as far as their order and room allow.

    Boxes that would overlap form a block that stands where its members want to on average.
    """
    blocks: list[tuple[float, list[int]]] = []  # start of the block, members
    for number in order:
        wish = sum(at[n] for n in near[number]) / len(near[number]) if near[number] else at[number]
        block = (wish - high[number] / 2, [number])
        while blocks and blocks[-1][0] + _length(blocks[-1][1], high) > block[0]:
            start, members = blocks.pop()
            size = _length(members, high)
            together = members + block[1]
            mean = (start * len(members) + (block[0] - size) * len(block[1])) / len(together)
            block = (mean, together)
        blocks.append(block)
    for start, members in blocks:
        reach = start
        for number in members:
            at[number] = reach + high[number] / 2
            reach += high[number] + BOX_GAP


def _length(members: list[int], high: dict[int, float]) -> float:
    return sum(high[n] + BOX_GAP for n in members)
