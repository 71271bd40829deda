"""The numbers of a calculation that does not come out, and for each the values that would mend it, all else as it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS
from kg.audit.hypothesis import RESULT, Hypothesis
from kg.audit.interval import Interval, Number, plain, size
from kg.audit.series import common
from kg.audit.stated import Stated

if TYPE_CHECKING:
    from kg.audit.checked import Checked

#: Numbers beyond these are not looked at: a sum of 2,000 parts is diagnosed by its first 400.
_PARTS, _KNOWN = 400, 200


ONE = Fraction(1)


_POWERS = (*(Fraction(1, 10**power) for power in (6, 3, 2, 1)), *(Fraction(10**power) for power in (1, 2, 3, 6)))


_ROUGH = tuple(map(float, _POWERS))


#: A number that a slip would have made of another, in units of the last printed place, and the name of the figure that it is.
Candidate = tuple["Number", str]


@dataclass(frozen=True, slots=True)
class Place:
    """A number of the calculation and the values of it that would mend all: whole numbers of its last printed place.

    `unit` is that place (1/10 for "33.3"), `number` and the ends `low` and `high` are counted in it, `gap` says how far the
    number is from them.
    """

    at: int
    stated: Stated
    unit: Fraction
    number: Number
    low: int
    high: int
    window: Interval

    def fits(self, value: Number) -> bool:
        """Whether a number, counted in units, is one of these values."""
        return self.low <= value <= self.high if isinstance(value, int) else value * self.unit in self.window

    @property
    def gap(self) -> Number:
        return max(self.low - self.number, self.number - self.high, 0)


#: Tells what to try of a number.
Family = Callable[["Search", Place], Sequence[Candidate]]


class Search:
    """One calculation that does not come out: its numbers, and for each the values that would mend it."""

    def __init__(self, checked: Checked) -> None:
        self.one, self.known = checked.calculation, checked.known[:_KNOWN]
        self.computed, self.target = checked.computed, checked.stated
        self._intervals = [part.interval for part in self.one.parts]
        self.linear = self.one.kind in ("sum", "difference", "average")
        self._shift = self._target() - self.computed if self.linear and self.computed and self.target else None
        self.used = {part.value for part in self.one.parts}
        self.total = sum(part.value for part in self.one.parts)
        numbers = [*enumerate(self.one.parts[:_PARTS]), *([(RESULT, self.one.stated)] if self.one.stated else [])]
        self.places = [place for at, number in numbers if (place := self._place(at, number))]

    def _target(self) -> Interval:
        """The target in the sign in which the parts compute it."""
        assert self.target is not None
        assert self.computed is not None
        if self.one.kind not in ("difference", "change"):
            return self.target
        raw = KINDS[self.one.kind].compute(self._intervals, self.one)
        return -self.target if raw == -self.computed and raw != self.computed else self.target

    def _place(self, at: int, number: Stated) -> Place | None:
        bounded = number.interval.low is not None and number.interval.high is not None
        window = self._solve(at) if bounded or at == RESULT else None  # what is only bounded may be anything already
        if window is None or window.low is None or window.high is None:
            return None  # where only a bound is asked for, any large number fits
        unit = unit_of(number)
        low, high = _whole(window.low, unit, window.low_open), -_whole(-window.high, unit, window.high_open)
        counted = number.value if unit is ONE else plain(number.value / unit)
        return Place(at, number, unit, counted, low, high, window)

    def _solve(self, place: int) -> Interval | None:
        """The values of the number at a place that would make it come out."""
        if place == RESULT:
            # A stated number that is another one is rounded and hedged as it is.
            stated = self.one.stated
            return self.computed + (Interval.point(stated.value) - stated.interval) if stated and self.computed else None
        if self.one.kind == "same":
            return common([part for at, part in enumerate(self._intervals) if at != place])
        if self._shift is None:
            return KINDS[self.one.kind].solve(self._intervals, place, self._target(), self.one)
        # Solving each part anew would take the square of the time; where the part is an interval the shift has its width already.
        weight, shift, value = self.weight(place), self._shift, self.one.parts[place].value
        if self.one.kind == "average":
            shift = shift.scaled(sum(self.one.weights) or len(self.one.parts))
        if not weight:
            return None
        return (shift if weight == 1 else shift.scaled(Fraction(1) / weight)) + Interval.point(value)

    def weight(self, place: int) -> Number:
        if self.one.kind == "difference":
            return 1 if place == 0 else -1
        return self.one.weights[place] if self.one.weights else 1

    def family(self, kind: str, make: Family) -> Iterator[Hypothesis]:
        """The candidates of a kind that mend it, with the number tried and expected."""
        every = [(place, make(self, place)) for place in self.places]
        hits = [(place, value, name) for place, tried in every for value, name in tried if place.fits(value)]
        if not hits:
            return
        tried = sum(len(candidates) for _, candidates in every)
        expected = sum((_chance(place, candidates) for place, candidates in every if candidates), Fraction(0))
        for place, value, name in hits:
            new = plain(value * place.unit)
            made = self._result(place.at, new)
            # A part that is gone takes its width with it.
            if kind == "left-out" and not new and not place.stated.interval.is_point and not (made and made.meets(self._target())):
                continue
            yield Hypothesis(kind, place.at, place.stated.value, new, tried, expected, name, made)

    def scales(self) -> Iterator[Hypothesis]:
        """A number ten, a hundred, a thousand or a million times as large or small. Only powers near what is needed are worked out."""
        hits, expected = [], Fraction(0)
        for place in self.places:
            low, high, number = place.window.low, place.window.high, place.stated.value
            if low is None or high is None or not number:
                continue  # a bound is met by any large number
            powers = _near(low, high, number)
            fitting = [power for power in powers if self._scaled(place, power)]
            if len(fitting) == 1:  # where several fit, none says anything
                hits.append((place, plain(number * fitting[0])))
            near = sum(size(number * (power - 1)) <= 2 * place.gap * place.unit for power in _POWERS) if hits else 0
            expected += _likely(place, near)
        for place, new in hits:
            yield Hypothesis(
                "scale", place.at, place.stated.value, new, len(self.places) * len(_POWERS), expected, "", self._result(place.at, new)
            )

    def _scaled(self, place: Place, power: Fraction) -> bool:
        """A stated number of another scale is as precise in that."""
        stated, new = place.stated, place.stated.value * power
        if stated.decimals == math.inf and Fraction(new).denominator != 1:
            return False  # heads are whole
        if place.at == RESULT and self.computed and stated.interval.scaled(power).meets(self.computed):
            return True
        # What is less than its own rounding is not told from 0.
        low, high = stated.interval.low, stated.interval.high
        return new in place.window and (low is None or high is None or 2 * size(new) > high - low)

    def _result(self, at: int, new: Number) -> Interval | None:
        """What is computed once a part is another."""
        if at == RESULT or self.one.kind == "same":
            return self.computed
        changed = [Interval.point(new) if place == at else part for place, part in enumerate(self._intervals)]
        return KINDS[self.one.kind].compute(changed, self.one)


def _chance(place: Place, candidates: Sequence[Candidate]) -> Fraction:
    """How many of the candidates would lie in the window by chance (see above), in units of the last place."""
    gap = place.gap
    return _likely(place, sum(size(value - place.number) <= 2 * gap for value, _ in candidates) if gap else 0)


def _near(low: Number, high: Number, number: Number) -> list[Fraction]:
    """The powers that may bring a number between two others: in floats, and generously, for whether they do is worked out."""
    try:
        one, other = float(low) / float(number), float(high) / float(number)
    except OverflowError:
        return list(_POWERS)
    return [power for power, rough in zip(_POWERS, _ROUGH, strict=True) if min(one, other) <= 2 * rough and rough <= 2 * max(one, other)]


def _likely(place: Place, near: int) -> Fraction:
    """The same of so many candidates that change it by at most twice the gap."""
    gap = place.gap
    if not gap or not near:
        return Fraction(0)
    width = min(place.high - place.low + 1, 4 * gap + 1)
    return Fraction(near) * width / (4 * gap + 1)


def _whole(end: Number, unit: Fraction, is_open: bool) -> int:
    """The least whole number of units from a low end on."""
    if unit is ONE and isinstance(end, int):
        return end + 1 if is_open else end
    counted = end / unit
    least = math.ceil(counted)
    return least + 1 if is_open and least == counted else least


def unit_of(number: Stated) -> Fraction:
    """The last printed place."""
    if number.decimals is None or number.decimals == float("inf"):
        return ONE
    return _places(int(number.decimals))


@cache
def _places(decimals: int) -> Fraction:
    return Fraction(10) ** -decimals
