"""How many pieces of evidence are apart: groups that hang together, and the largest set of pieces no two of which share anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from typing import NamedTuple, TypeVar

#: What a piece depends on; pieces that have one of these in common depend on each other.
Shared = Collection[Hashable]


_V = TypeVar("_V", bound=Hashable)


class Count(NamedTuple):
    """The largest independent set: its size if `least` is `most`, else bounds."""

    least: int
    most: int


def groups(pieces: Sequence[Shared]) -> list[list[int]]:
    """Which pieces hang together over what they share, as their positions.

    >>> groups([{"a"}, {"b"}, {"a", "c"}, {"c"}])
    [[0, 2, 3], [1]]
    """
    if len(pieces) < 2:
        return [[number] for number in range(len(pieces))]
    top = list(range(len(pieces)))
    first: dict[Hashable, int] = {}
    for number, shared in enumerate(pieces):
        for value in shared:
            one, other = _find(top, first.setdefault(value, number)), _find(top, number)
            top[max(one, other)] = min(one, other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(pieces)):
        found[_find(top, number)].append(number)
    return list(found.values())


def _find(top: list[int], one: int) -> int:
    """Whose group a piece is in, the way there shortened (union-find, Tarjan 1975)."""
    while top[one] != one:
        top[one] = top[top[one]]
        one = top[one]
    return one


def links(pieces: Sequence[Sequence[_V]]) -> list[tuple[_V, int, int]]:
    """The fewest links that make the groups: what is shared, and the positions of two pieces that share it. What stands first is
    taken first.

    >>> links([["a"], ["b"], ["a", "c"], ["c", "a"]])
    [('a', 0, 2), ('a', 0, 3)]
    """
    ranked = [(rank, value, number) for number, shared in enumerate(pieces) for rank, value in enumerate(shared)]
    by: defaultdict[_V, list[int]] = defaultdict(list)
    for _, value, number in sorted(ranked, key=lambda one: (one[0], one[2])):
        by[value].append(number)
    top = list(range(len(pieces)))
    found = []
    for value, numbers in by.items():
        for number in sorted(numbers)[1:]:
            one, other = _find(top, min(numbers)), _find(top, number)
            if one != other:
                top[max(one, other)] = min(one, other)
                found.append((value, min(numbers), number))
    return found


def largest(pieces: Sequence[Shared], exact: int) -> Count:
    """The largest set of pieces no two of which share anything.

    Counted in each group of at most `exact` pieces that differ in what they share; in larger ones it lies between what is
    found by taking pieces with the fewest neighbours first, and the number of shared things that cover the group.

    >>> largest([{"a"}, {"a", "b"}, {"b"}], 40)
    Count(least=2, most=2)
    """
    if len(pieces) < 2:
        return Count(len(pieces), len(pieces))
    least = most = 0
    for group in groups(pieces):
        distinct = list({frozenset(pieces[number]): None for number in group})  # what shares the same has the same neighbours
        if len(distinct) == 1:
            low = high = 1
        elif len(distinct) <= exact:
            low = high = _most(*_neighbours(distinct))
        else:
            low, high = _greedy(distinct), _cover(distinct)
        least, most = least + low, most + high
    return Count(least, most)


def _neighbours(pieces: Sequence[frozenset[Hashable]]) -> tuple[list[int], int]:
    """Each piece's neighbours as a bit mask, itself included, and the mask of all."""
    by: defaultdict[Hashable, int] = defaultdict(int)
    for number, shared in enumerate(pieces):
        for value in shared:
            by[value] |= 1 << number
    masks = []
    for shared in pieces:
        mask = 0
        for value in shared:
            mask |= by[value]
        masks.append(mask)
    return masks, (1 << len(pieces)) - 1


def _most(masks: Sequence[int], left: int) -> int:
    """The size of a largest independent set in a graph, by branching on a vertex with most neighbours (Tarjan and Trojanowski 1977)."""
    taken = 0
    while left:
        widest, degree = 0, -1
        rest = left
        while rest:
            one = (rest & -rest).bit_length() - 1
            rest &= rest - 1
            near = (masks[one] & left).bit_count()
            if near <= 2:  # alone, or at an end: some largest set has it
                taken += 1
                left &= ~masks[one]
                break
            if near > degree:
                widest, degree = one, near
        else:
            return taken + max(1 + _most(masks, left & ~masks[widest]), _most(masks, left & ~(1 << widest)))
    return taken


def _greedy(pieces: Sequence[frozenset[Hashable]]) -> int:
    """An independent set, not always a largest."""
    used: set[Hashable] = set()
    by: defaultdict[Hashable, int] = defaultdict(int)
    for shared in pieces:
        for value in shared:
            by[value] += 1
    count = 0
    for shared in sorted(pieces, key=lambda s: (sum(by[v] for v in s), sorted(map(repr, s)))):
        if used.isdisjoint(shared):
            used |= shared
            count += 1
    return count


def _cover(pieces: Sequence[frozenset[Hashable]]) -> int:
    """How many shared things cover all pieces: whoever has one in common is at most one of an independent set."""
    by: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, shared in enumerate(pieces):
        for value in shared:
            by[value].add(number)
    left, count = set(range(len(pieces))), 0
    for _, some in sorted(by.items(), key=lambda item: (-len(item[1]), repr(item[0]))):
        if left & some:
            left -= some
            count += 1
    return count
