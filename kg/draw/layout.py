"""Where things stand: layers from left to right, few crossings, nothing over anything else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

#: In inches: the room between two boxes of one layer, and between parts that do not hang together.
BOX_GAP, PART_GAP = 0.16, 0.42
#: Layers that a page has room for, as far as small parts are set side by side.
MIN_LAYERS = 4
_BEND = 0.12  # how high the point is that a long arrow bends at


@dataclass
class Layout:
    """Centres of boxes, and the points that an arrow goes through between its ends; in inches."""

    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    routes: dict[tuple[str, str], list[tuple[float, float]]] = field(default_factory=dict)
    columns: list[tuple[float, float]] = field(default_factory=list)  # of a part: top and bottom of each layer
    width: float = 0.0
    height: float = 0.0


def layers(graph: nx.MultiDiGraph[str], heights: dict[str, float], box: float, gap: float, *, reverse: bool) -> Layout:
    """Lay a graph out; `heights` are those of its boxes, `box` the width of all of them, `gap` the room between layers.

    Arrows run from left to right, or from right to left where `reverse`. Parts that hang together
    are set one after the other, the largest first, wherever there is room.
    """
    import networkx as nx

    acyclic = _acyclic(graph, reverse=reverse)
    order = {node: number for number, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.weakly_connected_components(acyclic)]
    parts += [[node] for node in graph if node not in acyclic]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    return _packed([_part(part, list(acyclic.subgraph(part).edges()), heights, box, gap) for part in parts], box + gap)


#: A part's extent from top to bottom in each of its layers and, between them, each of its gaps.
_Extent = list[tuple[float, float]]


def _packed(parts: list[Layout], pitch: float) -> Layout:
    """Put each part as high, then as far left, as nothing stands in its way; layers stand below layers."""
    made = Layout()
    extents = [_extent(part) for part in parts]
    slots = max([len(extent) for extent in extents] + [2 * MIN_LAYERS - 1])
    taken: list[_Extent] = [[] for _ in range(slots)]
    for part, extent in zip(parts, extents, strict=True):
        tops = {0.0} | {bottom + PART_GAP for column in taken for _, bottom in column}
        y, first = next(
            (y, first)
            for y in sorted(tops)
            for first in range(0, slots - len(extent) + 1, 2)
            if all(_is_free(taken[first + k], top + y, bottom + y) for k, (top, bottom) in enumerate(extent))
        )
        for k, (top, bottom) in enumerate(extent):
            taken[first + k].append((top + y, bottom + y))
        x = first / 2 * pitch
        made.places.update({node: (px + x, py + y) for node, (px, py) in part.places.items()})
        made.routes.update({ends: [(px + x, py + y) for px, py in route] for ends, route in part.routes.items()})
        made.width, made.height = max(made.width, x + part.width), max(made.height, y + part.height)
    return made


def _extent(part: Layout) -> _Extent:
    """What a part needs: between two layers arrows stay within the height of both."""
    made = part.columns[:1]
    for left, right in pairwise(part.columns):
        made += [(min(left[0], right[0]), max(left[1], right[1])), right]
    return made


def _is_free(taken: _Extent, top: float, bottom: float) -> bool:
    return all(bottom + PART_GAP <= above + 1e-9 or below + PART_GAP <= top + 1e-9 for above, below in taken)


def _acyclic(graph: nx.MultiDiGraph[str], *, reverse: bool) -> nx.DiGraph[str]:
    """Each pair once, without loops, and turned where it would close a circle."""
    import networkx as nx

    pairs = dict.fromkeys((b, a) if reverse else (a, b) for a, b in graph.edges() if a != b)
    plain: nx.DiGraph[str] = nx.DiGraph()
    for a, b in pairs:
        if plain.has_node(b) and plain.has_node(a) and nx.has_path(plain, b, a):
            a, b = b, a  # noqa: PLW2901 - the arrow keeps its direction, only its place in the layers turns
        if not plain.has_edge(a, b) and not plain.has_edge(b, a):
            plain.add_edge(a, b)
    return plain


def _part(nodes: list[str], edges: list[tuple[str, str]], heights: dict[str, float], box: float, gap: float) -> Layout:
    """One part that hangs together, from (0, 0) on."""
    if not edges:
        height = heights[nodes[0]]
        return Layout({nodes[0]: (box / 2, height / 2)}, columns=[(0.0, height)], width=box, height=height)
    import fast_sugiyama

    # The points that long arrows bend at get the numbers that follow, so parts are numbered each from 0.
    # A loop or a circle would abort the whole process: edges have none.
    names = dict(enumerate(nodes))
    numbers = {node: number for number, node in names.items()}
    ends: list[tuple[int | str, int | str]] = sorted((numbers[a], numbers[b]) for a, b in edges)
    found: list[Any] = list(
        fast_sugiyama.from_edges(ends, vertex_spacing=1, dummy_vertices=True, dummy_size=0.4, crossing_minimization="barycenter")
    )
    positions, _, _, drawn = found[0]
    deepest = max(y for _, (_, y) in positions)
    high = {number: heights[names[number]] if number in names else _BEND for number, _ in positions}
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
    place = {n: (rank[n] * (box + gap) + box / 2, at[n] - low) for n in at}
    made = Layout({names[n]: place[n] for n in place if n in names})
    made.width = (max(ranks) + 1) * (box + gap) - gap
    bounds = [[place[n][1] + sign * high[n] / 2 for n in layer for sign in (-1, 1)] for _, layer in sorted(ranks.items())]
    made.columns = [(min(ends), max(ends)) for ends in bounds]
    made.height = max(bottom for _, bottom in made.columns)
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
