"""A calculation with its numbers, and what each kind computes: the sum of the parts, the share of the whole, and so on.

Every kind is a row of `KINDS`: how many parts it takes, what it computes of their intervals, and which values of one part would
make it come out (`solve`), from which diagnosis starts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kg.audit.interval import Interval, Number
from kg.audit.stated import Stated

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Calculation:
    """Numbers in a relation, in one reading.

    `stated` is none where nothing is stated. `unit` is that of the result: percent, points, factor, or "" where it is the
    parts' own. `sense` is 1 or -1 where the stated result says that it is a rise or a fall, else 0. `complete` says that the
    parts of a sum are all there are. `items` multiplies a GRIM total.
    """

    kind: str
    parts: tuple[Stated, ...]
    stated: Stated | None
    unit: str = ""
    sense: int = 0
    weights: tuple[Number, ...] = ()
    complete: bool = True
    items: int = 1

    @property
    def scale(self) -> int:
        return HUNDRED if self.unit == "percent" else 1


Compute = Callable[[Sequence[Interval], Calculation], "Interval | None"]
#: The values of the part at a place that would give the target, all else as it is.
Solve = Callable[[Sequence[Interval], int, Interval, Calculation], "Interval | None"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How many parts a calculation takes (`None`: any number from one), and what it computes."""

    arity: int | None
    compute: Compute
    solve: Solve
    rounded: bool = False  # a whole number as the result is rounded: an average, a percentage


def _weights(calculation: Calculation, parts: Sequence[Interval]) -> Sequence[Number]:
    return calculation.weights or (1,) * len(parts)


def _sum(parts: Sequence[Interval], calculation: Calculation) -> Interval:
    low: Number | None = 0
    high: Number | None = 0
    low_open = high_open = False
    for part, weight in zip(parts, _weights(calculation, parts), strict=True):
        one = part if weight == 1 else part.scaled(weight)
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
        low_open, high_open = low_open or one.low_open, high_open or one.high_open
    return Interval(low, high, low_open, high_open)


def _minus(parts: Sequence[Interval]) -> tuple[Number, ...]:
    return (1, *(-1 for _ in parts[1:]))


def _difference(parts: Sequence[Interval], calculation: Calculation) -> Interval:
    return _sum(parts, replace(calculation, weights=_minus(parts)))


def _average(parts: Sequence[Interval], calculation: Calculation) -> Interval | None:
    total = sum(_weights(calculation, parts))
    return _sum(parts, calculation).scaled(Fraction(1) / total) if total else None


def _share(parts: Sequence[Interval], calculation: Calculation) -> Interval | None:
    made = parts[0].over(parts[1])
    return made.scaled(calculation.scale) if made and calculation.scale != 1 else made


def _share_solve(parts: Sequence[Interval], at: int, target: Interval, calculation: Calculation) -> Interval | None:
    wanted = target.scaled(Fraction(1, calculation.scale))
    return wanted.times(parts[1]) if at == 0 else parts[0].over(wanted)


def _change(parts: Sequence[Interval], calculation: Calculation) -> Interval | None:
    start, end = parts
    if calculation.unit == "percent":
        made = end.over(start)
        return (made - Interval.point(1)).scaled(HUNDRED) if made else None
    if calculation.unit == "factor":
        return _ratio(parts, calculation)
    return end - start


def _change_solve(parts: Sequence[Interval], at: int, target: Interval, calculation: Calculation) -> Interval | None:
    start, end = parts
    if calculation.unit == "percent":
        factor = target.scaled(Fraction(1, HUNDRED)) + Interval.point(1)
        return end.over(factor) if at == 0 else factor.times(start)
    if calculation.unit == "factor":
        return _ratio_solve(parts, at, target, calculation)
    return end - target if at == 0 else start + target


def _ratio(parts: Sequence[Interval], calculation: Calculation) -> Interval | None:
    """One over the other, on the side of 1 on which the stated number is: "five times" says not which is the greater."""
    return parts[1].over(parts[0]) if upside_down(parts, calculation) else parts[0].over(parts[1])


def _ratio_solve(parts: Sequence[Interval], at: int, target: Interval, calculation: Calculation) -> Interval | None:
    top = 1 if upside_down(parts, calculation) else 0
    return target.times(parts[1 - at]) if at == top else parts[1 - at].over(target)


def upside_down(parts: Sequence[Interval], calculation: Calculation) -> bool:
    """Whether a ratio is taken as the second over the first."""
    one, other = parts[0].middle, parts[1].middle
    if calculation.stated is None or one is None or other is None:
        return one is not None and other is not None and one < other
    if calculation.kind == "change" and calculation.sense:
        return calculation.sense > 0  # [from, to]: after a rise the later is the greater
    return (calculation.stated.value >= 1) != (one >= other) and one != other


def _grim(parts: Sequence[Interval], calculation: Calculation) -> Interval | None:
    """The fraction nearest to the stated number that a whole number out of a total makes (Brown and Heathers 2017)."""
    stated = calculation.stated
    total = parts[0]
    if stated is None or total.high is None or total.low is None or total.high < 1:
        return None
    target = stated.interval
    low, high = max(1, math.ceil(total.low)), math.floor(total.high)
    nearest = None
    for whole in range(low, min(high, low + _TOTALS) + 1):
        out_of = whole * calculation.items
        count = round(Fraction(stated.value, calculation.scale) * out_of)
        for some in (max(0, count), max(0, count - 1), count + 1):  # the nearest first
            value = Fraction(some * calculation.scale, out_of)
            if value in target:
                return Interval.point(value)
            if nearest is None or abs(value - stated.value) < abs(nearest - stated.value):
                nearest = value
    return None if nearest is None else Interval.point(nearest)


#: More totals than these are not tried: some of them makes any fraction.
_TOTALS = 10_000


def _none(*_: object) -> None:
    """Not looked at one by one: of a sum all parts are shifted alike (see `kg.audit.search`), of a count none matters."""


def _count(_: Sequence[Interval], calculation: Calculation) -> Interval:
    return Interval.point(len(calculation.parts))


KINDS: dict[str, Kind] = {
    "sum": Kind(None, _sum, _none),
    "difference": Kind(None, _difference, _none),
    "share": Kind(2, _share, _share_solve, rounded=True),
    "change": Kind(2, _change, _change_solve),
    "ratio": Kind(2, _ratio, _ratio_solve, rounded=True),
    "average": Kind(None, _average, _none, rounded=True),
    "grim": Kind(1, _grim, _none, rounded=True),
    "count": Kind(None, _count, _none),
}
