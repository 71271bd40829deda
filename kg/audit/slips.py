"""What a small slip makes of a number: two digits exchanged, a part counted twice or left out, another known figure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import Calculation
from kg.audit.hypothesis import RESULT
from kg.audit.interval import plain
from kg.audit.search import ONE, Candidate, Family, Place, Search

if TYPE_CHECKING:
    pass


def _part_of_sum(search: Search, place: Place) -> bool:
    return place.at != RESULT and search.one.kind in ("sum", "average") and place.number != 0


def _twice(search: Search, place: Place) -> Sequence[Candidate]:
    """The part counted once more."""
    return ((2 * place.number, ""),) if _part_of_sum(search, place) else ()


def _left_out(search: Search, place: Place) -> Sequence[Candidate]:
    """The part not in the stated total."""
    parts = search.one.parts
    if not _part_of_sum(search, place) or len(parts) < 2:
        return ()
    if search.one.kind == "average" and not search.one.weights:  # the mean of the others, or the total without it over all
        others = search.total - place.stated.value
        return ((plain(Fraction(others) / (len(parts) - 1) / place.unit), ""), (0, ""))
    return ((0, ""),)


def _sign(search: Search, place: Place) -> Sequence[Candidate]:
    """The part taken away instead of added, or the other way round."""
    return ((-place.number, ""),) if _part_of_sum(search, place) and search.one.kind == "sum" else ()


def _swapped(_: Search, place: Place) -> Sequence[Candidate]:
    """Two neighbouring digits exchanged."""
    return [(value, "") for value in swaps(place.number)] if isinstance(place.number, int) else ()


def swaps(number: int) -> list[int]:
    """A whole number with each two neighbouring digits exchanged that differ; none that would begin with 0.

    >>> swaps(920), swaps(-105), swaps(7)
    ([290, 902], [-150], [])
    """
    sign, left, place, made = (-1 if number < 0 else 1), abs(number), 1, []
    while left >= 10:
        left, last = divmod(left, 10)
        before = left % 10
        if before != last and (last or left >= 10):
            made.append(number + sign * 9 * place * (last - before))
        place *= 10
    return made[::-1]


def _other(search: Search, place: Place) -> Sequence[Candidate]:
    """Another known figure in its place."""
    return () if place.at in (RESULT, _base(search.one)) or search.one.kind == "same" else _known(search, place)


def _another_base(search: Search, place: Place) -> Sequence[Candidate]:
    """Another known figure as what a percentage is of, or the whole with or without the part."""
    one = search.one
    if place.at == RESULT or place.at != _base(one):
        return ()
    known = _known(search, place)
    if one.kind == "share":
        part, whole = one.parts[0].value / place.unit, place.number
        known += [(value, name) for name, value in (("rest", whole - part), ("both", whole + part)) if value > 0]
    return known


def _known(search: Search, place: Place) -> list[Candidate]:
    return [(value if place.unit is ONE else value / place.unit, name) for name, value in search.known if value not in search.used]


def _base(one: Calculation) -> int | None:
    """The place of what a percentage is of."""
    return {"share": 1, "change": 0}.get(one.kind)


FAMILIES: tuple[tuple[str, Family], ...] = (
    ("counted-twice", _twice),
    ("left-out", _left_out),
    ("sign", _sign),
    ("digits-swapped", _swapped),
    ("other-figure", _other),
    ("another-base", _another_base),
)
