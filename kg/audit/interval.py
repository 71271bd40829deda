"""Intervals of exact fractions, with open and closed ends and infinite ones: what a printed number can stand for.

The arithmetic is that of XBRL Calculations 1.1, sections 3 and 4, with open ends and infinities added. `None` is the
infinity on its side, and always open.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import overload

Number = Fraction | int


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an end that is open does not belong to it.

    >>> print(Interval.point(42), Interval(Fraction(81, 2), Fraction(83, 2)), Interval(45, None, low_open=True))
    42 [40.5, 41.5] (45, ∞)
    """

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Number) -> Interval:
        return cls(value, value)

    @classmethod
    def around(cls, value: Number, half: Number) -> Interval:
        """From `value - half` to `value + half`, both closed."""
        return cls(value - half, value + half)

    @property
    def is_point(self) -> bool:
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def middle(self) -> Number | None:
        """The middle of a finite one, the finite end of one that has one, else none."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return self.low if self.low == self.high else Fraction(self.low + self.high, 2)

    def __contains__(self, value: Number) -> bool:
        above = self.low is None or self.low < value or (self.low == value and not self.low_open)
        below = self.high is None or value < self.high or (self.high == value and not self.high_open)
        return above and below

    def below(self, other: Interval) -> bool:
        """Whether every number of it is less than every number of the other.

        >>> Interval(1, 2, high_open=True).below(Interval(2, 3)), Interval(1, 2).below(Interval(2, 3))
        (True, False)
        """
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def meets(self, other: Interval) -> bool:
        """Whether they have a number in common; ends that touch do where both are closed."""
        return not self.below(other) and not other.below(self)

    def within(self, other: Interval) -> bool:
        """Whether every number of it is one of the other."""
        low = other.low is None or (
            self.low is not None and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def intersection(self, other: Interval) -> Interval | None:
        """What both have in common, none where that is nothing."""
        if not self.meets(other):
            return None
        low, low_open = max(((i.low, i.low_open) for i in (self, other) if i.low is not None), default=(None, False))
        high, shut = min(((i.high, not i.high_open) for i in (self, other) if i.high is not None), default=(None, True))
        return Interval(low, high, low_open, not shut)

    def gap(self, other: Interval) -> Number:
        """How far apart they are; 0 where they meet, and where open ends touch."""
        if self.below(other):
            return other.low - self.high  # type: ignore[operator]
        if other.below(self):
            return self.low - other.high  # type: ignore[operator]
        return 0

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def whole(self) -> Interval:
        """The same, its ends plain integers where they are whole: arithmetic with these is several times faster."""
        return Interval(plain(self.low), plain(self.high), self.low_open, self.high_open)

    def scaled(self, by: Number) -> Interval:
        """Each number times `by`.

        >>> print(Interval(1, None).scaled(-2))
        (-∞, -2]
        """
        if by == 0:
            return Interval(0, 0)
        if by < 0:
            return (-self).scaled(-by)
        low = None if self.low is None else self.low * by
        high = None if self.high is None else self.high * by
        return Interval(low, high, self.low_open, self.high_open)

    def times(self, other: Interval) -> Interval:
        """Products of its numbers and those of the other, for intervals that have no number below 0 beside one above.

        >>> print(Interval(1, 2).times(Interval(3, None, low_open=True)), Interval(-2, -1).times(Interval(3, 4)))
        (3, ∞) [-8, -3]
        """
        if self.is_point:
            return other.scaled(self.low)  # type: ignore[arg-type]
        if other.is_point:
            return self.scaled(other.low)  # type: ignore[arg-type]
        if self.high is not None and self.high <= 0:
            return -(-self).times(other)
        if other.high is not None and other.high <= 0:
            return -self.times(-other)
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return Interval(None, None, True, True)
        high = None if self.high is None or other.high is None else self.high * other.high
        nothing = 0 in self or 0 in other  # 0 times any number is 0, be that number's end open or not
        return Interval(self.low * other.low, high, not nothing and (self.low_open or other.low_open), self.high_open or other.high_open)

    def over(self, other: Interval) -> Interval | None:
        """Quotients of its numbers by those of the other; none where the other has 0, except as an end that is left out.

        >>> some = Interval(1, 2)
        >>> print(some.over(Interval(4, 8)), some.over(Interval(0, 2, low_open=True)), some.over(Interval(0, 2)))
        [0.125, 0.5] [0.5, ∞) None
        """
        if 0 in other:
            return None
        if other.high is not None and other.high <= 0:
            return (-self).over(-other)
        # The divisor is positive now, and its low end may be a 0 that is left out: quotients are largest and smallest at its ends.
        low = _end(self.low, self.low_open, other, far=self.low is not None and self.low >= 0)
        high = _end(self.high, self.high_open, other, far=self.high is not None and self.high < 0)
        return Interval(low[0], high[0], low[1], high[1])

    def __str__(self) -> str:
        if self.is_point:
            return written(self.low)  # type: ignore[arg-type]
        low = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{written(self.low)}"
        high = "∞)" if self.high is None else f"{written(self.high)}{')' if self.high_open else ']'}"
        return f"{low}, {high}"


def hull(intervals: list[Interval]) -> Interval:
    """The smallest interval that has all of them."""
    low, low_open = intervals[0].low, intervals[0].low_open
    high, high_open = intervals[0].high, intervals[0].high_open
    for one in intervals[1:]:
        if low is not None and (one.low is None or (one.low, one.low_open) < (low, low_open)):
            low, low_open = one.low, one.low_open
        if high is not None and (one.high is None or (one.high, not one.high_open) > (high, not high_open)):
            high, high_open = one.high, one.high_open
    return Interval(low, high, low_open, high_open)


def _negated(value: Number | None) -> Number | None:
    return None if value is None else -value


def _end(value: Number | None, is_open: bool, by: Interval, *, far: bool) -> tuple[Number | None, bool]:
    """An end of a quotient: `value` over the far or the near end of a positive interval, and whether it is open."""
    if value is None or value == 0:
        return value, value is None or is_open
    if far:
        return (0, True) if by.high is None else (Fraction(value) / by.high, is_open or by.high_open)
    return (Fraction(value) / by.low, is_open or by.low_open) if by.low else (None, True)


def size(value: Number) -> Number:
    """A number without its sign."""
    return -value if value < 0 else value


@overload
def plain(value: Number) -> Number: ...
@overload
def plain(value: Number | None) -> Number | None: ...
def plain(value: Number | None) -> Number | None:
    """A whole fraction as a plain integer."""
    return value if value is None or isinstance(value, int) or value.denominator != 1 else value.numerator


def written(value: Number, places: int = 4) -> str:
    """A number as digits, rounded half up where it has more than so many decimals.

    >>> written(Fraction(2, 3)), written(Fraction(81, 2)), written(-7)
    ('0.6667', '40.5', '-7')
    """
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    # In whole numbers, which is several times faster than in fractions.
    over, under = abs(value.numerator) * 10**places, value.denominator
    digits = f"{(2 * over + under) // (2 * under):0{places + 1}d}"
    told = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{told}" if value < 0 and told != "0" else told
