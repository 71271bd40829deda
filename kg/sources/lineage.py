"""Where content comes from in the end: roots, circles, and all that it passed through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg.sources.model import Derivation, Way


class Root(NamedTuple):
    """Where derivation ends: one thing, or several that each go back to the others."""

    members: tuple[str, ...]
    circular: bool


class Line(NamedTuple):
    """The roots of a thing, all that lies between with it (`through`, the roots too), and circles on the way, roots or not."""

    roots: tuple[Root, ...]
    through: tuple[str, ...]
    circles: tuple[Root, ...]


class Lineage:
    """The derivations of a corpus, followed to the end for the things that are asked for.

    >>> lines = Lineage([Derivation("relay", "wire"), Derivation("wire", "report"), Derivation("copy", "report", "translates")])
    >>> lines.of("relay").roots == lines.of("copy").roots
    True
    >>> Lineage([Derivation("a", "b"), Derivation("b", "a")]).of("a").roots
    (Root(members=('a', 'b'), circular=True),)
    """

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        self._next: defaultdict[str, dict[str, Way]] = defaultdict(dict)
        for one in sorted(derivations, key=lambda d: (d.thing, d.origin, d.way)):
            self._next[one.thing].setdefault(one.origin, one.way)
        self._known: dict[str, Line] = {}

    def of(self, thing: str) -> Line:
        """The line of a thing; of what derives from nothing it is the root itself."""
        if thing not in self._known:
            self._known[thing] = self._line(thing) if thing in self._next else Line((Root((thing,), circular=False),), (thing,), ())
        return self._known[thing]

    def path(self, thing: str, end: str) -> tuple[tuple[str, Way, str], ...]:
        """The shortest way from a thing to one that it goes back to, as triples; () where it is the thing itself."""
        came: dict[str, str] = {thing: ""}
        for node in (queue := [thing]):
            queue.extend(new for new in self._next.get(node, ()) if new not in came)
            for new in self._next.get(node, ()):
                came.setdefault(new, node)
        steps: list[tuple[str, Way, str]] = []
        while end != thing:
            steps.append((came[end], self._next[came[end]][end], end))
            end = came[end]
        return tuple(reversed(steps))

    def circle(self, root: Root) -> tuple[tuple[str, Way, str], ...]:
        """The derivations inside a circle."""
        inside = set(root.members)
        return tuple((a, way, b) for a in root.members for b, way in self._next.get(a, {}).items() if b in inside)

    def _line(self, thing: str) -> Line:
        groups = self._groups(thing)
        roots, circles = [], []
        for group in groups:
            inside = set(group)
            root = Root(tuple(sorted(group)), circular=len(group) > 1 or group[0] in self._next.get(group[0], ()))
            if root.circular:
                circles.append(root)
            if all(new in inside for one in group for new in self._next.get(one, ())):
                roots.append(root)
        return Line(tuple(sorted(roots)), tuple(sorted(one for group in groups for one in group)), tuple(sorted(circles)))

    def _groups(self, start: str) -> list[list[str]]:
        """Strongly connected groups of all that is reached (Tarjan 1972), without recursion: chains may be long."""
        index: dict[str, int] = {start: 0}
        low: dict[str, int] = {start: 0}
        stack, found = [start], []
        on = {start}
        work = [(start, iter(self._next.get(start, ())))]
        while work:
            node, rest = work[-1]
            for new in rest:
                if new not in index:
                    index[new] = low[new] = len(index)
                    stack.append(new)
                    on.add(new)
                    work.append((new, iter(self._next.get(new, ()))))
                    break
                if new in on:
                    low[node] = min(low[node], index[new])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = [stack.pop()]
                    while group[-1] != node:
                        group.append(stack.pop())
                    on.difference_update(group)
                    found.append(group)
        return found
