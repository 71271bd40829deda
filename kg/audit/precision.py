"""What a printed number can stand for: the interval of its precision, and what a hedge makes of it.

Rounded and truncated numbers are those of XBRL Calculations 1.1: half a unit of the last place to both sides, closed; or, where
digits were cut off, a whole unit away from zero, open at the far end, and to both sides of a zero. A number with more digits than its
declared precision is taken as it is printed; it is not rounded first (the specification has an error for such facts and no interval).
"""

from __future__ import annotations

import math
from fractions import Fraction

from kg.audit.interval import Interval, Number

Decimals = int | float


def rounded(value: Number, decimals: Decimals) -> Interval:
    """What rounds to a value with so many decimals; the point where they are infinite.

    >>> print(rounded(87, 0), rounded(45000, -3), rounded(42, math.inf))
    [86.5, 87.5] [44500, 45500] 42
    """
    return Interval.point(value) if decimals == math.inf else Interval.around(value, half(-int(decimals)))


def truncated(value: Number, decimals: Decimals) -> Interval:
    """What is cut off to a value after so many decimals.

    >>> print(truncated(5, 0), truncated(-5, 0), truncated(0, 0))
    [5, 6) (-6, -5] (-1, 1)
    """
    if decimals == math.inf:
        return Interval.point(value)
    unit = power(-int(decimals))
    return Interval(value - unit if value <= 0 else value, value + unit if value >= 0 else value, value <= 0, value >= 0)


def spread(value: Number, significant: int) -> Number:
    """How far "about" reaches: half of the place of the last significant digit, at most a tenth of the value.

    >>> spread(60, 1), spread(40, 1), spread(1250, 1), spread(5, 0)
    (5, 4, 5, Fraction(1, 2))
    """
    reach, size = half(significant), value if value > 0 else -value
    if not size or 10 * reach <= size:
        return reach
    tenth = Fraction(size) / 10
    return int(tenth) if tenth.denominator == 1 else tenth


def hedged(hedge: str, low: Interval, high: Interval, below: Number, above: Number) -> Interval:
    """What a hedge makes of a number, or of a range from `low` to `high`: intervals of its ends, with their spreads.

    >>> print(hedged("almost", Interval.point(60), Interval.point(60), 5, 5), hedged("more", Interval.point(5), Interval.point(5), 0, 0))
    [55, 60) (5, ∞)
    """
    start, end = low.low, high.high
    assert start is not None
    assert end is not None
    if hedge == "about":
        return Interval(start - below, end + above, low.low_open, high.high_open)
    if hedge == "almost":
        if start == end == 0:
            return Interval.around(0, above)
        return Interval(start - below, end, high_open=True) if end > 0 else Interval(start, end + above, low_open=True)
    if hedge in {"more", "at-least"}:
        return Interval(start, None, low_open=low.low_open or hedge == "more")
    if hedge in {"less", "up-to"}:
        return Interval(None, end, high_open=high.high_open or hedge == "less")
    return Interval(start, end, low.low_open, high.high_open)


def half(place: int) -> Number:
    """Half of a place, ten to the power."""
    return 5 * 10 ** (place - 1) if place > 0 else Fraction(1, 2 * 10**-place)


def power(place: int) -> Number:
    """Ten to the power of a place."""
    return 10**place if place >= 0 else Fraction(1, 10**-place)
