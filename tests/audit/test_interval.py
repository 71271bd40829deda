"""Laws of intervals: what holds for the numbers in them holds for them, and their ends are as tight as they can be.

Numbers of intervals are sampled: the ends that belong to it, numbers a hair inside those that do not, the middle, and 0.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kg.audit.interval import Interval, Number, hull, plain, size, written

HAIR = Fraction(1, 10**9)
#: What stands for infinity: beyond every end that is drawn.
FAR = 10**6
FEW = settings(max_examples=50)
NUMBERS: st.SearchStrategy[Any] = st.integers(-12, 12) | st.fractions(-12, 12, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn, least: Number | None = None) -> Interval:
    """Any that has a number in it, none below `least`."""
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    if least is not None:
        low, high = sorted([abs(low), abs(high)])
    if low == high:
        return Interval.point(low)
    no_low, no_high = draw(st.booleans()) and draw(st.booleans()) and least is None, draw(st.booleans()) and draw(st.booleans())
    return Interval(None if no_low else low, None if no_high else high, draw(st.booleans()), draw(st.booleans()))


def sample(one: Interval) -> list[Fraction]:
    """Numbers of an interval, those nearest to its ends among them."""
    low = Fraction(-FAR if one.low is None else one.low)
    high = Fraction(FAR if one.high is None else one.high)
    if low == high:
        return [low]
    first = low + HAIR if one.low is None or one.low_open else low
    last = high - HAIR if one.high is None or one.high_open else high
    return [first, last, (first + last) / 2, *([Fraction(0)] if first < 0 < last else [])]


def is_end_met(found: Interval, results: list[Fraction]) -> bool:
    """Whether the ends of what was found are those of the results: met where closed, neared but not met where open, else unbounded."""
    low, high = min(results), max(results)
    near = 2 * HAIR * 10**4
    lower = low < -FAR / 20 if found.low is None else found.low < low <= found.low + near if found.low_open else low == found.low
    upper = high > FAR / 20 if found.high is None else found.high - near <= high < found.high if found.high_open else high == found.high
    return lower and upper


def results(one: Interval, other: Interval, make: Callable[[Fraction, Fraction], Fraction]) -> list[Fraction]:
    return [make(mine, theirs) for mine in sample(one) for theirs in sample(other)]


@FEW
@given(intervals())
def test_samples_are_numbers_of_it(one: Interval) -> None:
    assert all(number in one for number in sample(one))


@FEW
@given(intervals())
def test_ends_belong_to_it_unless_open(one: Interval) -> None:
    for end, is_open, outward in ((one.low, one.low_open, -HAIR), (one.high, one.high_open, HAIR)):
        if end is not None:
            assert (end in one) == (not is_open)
            assert end + outward not in one
    assert (one.low is None) == (-(10**9) in one)
    assert (one.high is None) == (10**9 in one)


@pytest.mark.parametrize("make", [operator.add, operator.sub])
@FEW
@given(one=intervals(), other=intervals())
def test_sum_and_difference(one: Interval, other: Interval, make: Callable[[object, object], Interval]) -> None:
    found = make(one, other)
    every = results(one, other, make)  # type: ignore[arg-type]
    assert all(number in found for number in every)
    assert is_end_met(found, every)


@FEW
@given(intervals(), NUMBERS)
@example(Interval(None, 3), 0)
@example(Interval(1, None, low_open=True), -2)
def test_scaled(one: Interval, by: Number) -> None:
    found = one.scaled(by)
    every = [number * by for number in sample(one)]
    assert all(number in found for number in every)
    assume(by == 0 or size(by) > Fraction(1, 10))
    assert is_end_met(found, every)


@FEW
@given(intervals())
def test_negated_twice_is_itself(one: Interval) -> None:
    turned = -one
    assert str(-turned) == str(one)
    assert all(-number in turned for number in sample(one))


@FEW
@given(intervals(least=0), intervals(least=0), st.booleans(), st.booleans())
@example(Interval(0, 2), Interval(3, 4, low_open=True), False, False)
@example(Interval(0, 2), Interval(3, None, low_open=True), True, False)
@example(Interval(0, 2, low_open=True), Interval(0, 2), False, True)
@example(Interval(3, 5), Interval(0, None), False, False)
def test_products(one: Interval, other: Interval, minus: bool, less: bool) -> None:
    one, other = -one if minus else one, -other if less else other
    found = one.times(other)
    every = results(one, other, operator.mul)
    assert all(number in found for number in every)
    assert is_end_met(found, every)
    assert str(other.times(one)) == str(found)


@FEW
@given(intervals(), intervals())
def test_products_hold_every_product(one: Interval, other: Interval) -> None:
    found = one.times(other)
    assert all(number in found for number in results(one, other, operator.mul))


@FEW
@given(intervals(), intervals())
@example(Interval(-2, 0), Interval(3, 4))
@example(Interval(0, 2, low_open=True), Interval(3, None))
@example(Interval(-2, -1), Interval(0, None, low_open=True))
@example(Interval(None, -1), Interval(1, 2, True, True))
@example(Interval(-1, 1), Interval(None, -2))
def test_quotients(one: Interval, other: Interval) -> None:
    found = one.over(other)
    assert (found is None) == (0 in other)
    if found is None:
        return
    every = results(one, other, operator.truediv)
    assert all(number in found for number in every)
    near = min(abs(number) for number in sample(other))
    assume(near == HAIR or near > Fraction(1, 10))  # else a hair is not near any more
    assert is_end_met(found, every)


@FEW
@given(intervals(), intervals())
@example(Interval(1, 2), Interval(2, 3))
@example(Interval(1, 2, high_open=True), Interval(2, 3))
@example(Interval(1, 2), Interval(2, 3, low_open=True))
@example(Interval.point(2), Interval(2, 3, low_open=True))
@example(Interval(None, 2), Interval(2, None))
def test_meeting_is_having_a_number_in_common(one: Interval, other: Interval) -> None:
    shared = [number for number in sample(one) if number in other] or [number for number in sample(other) if number in one]
    assert one.meets(other) == other.meets(one) == bool(shared)
    assert one.below(other) == (max(sample(one)) < min(sample(other)))
    assert not (one.below(other) and other.below(one))


@FEW
@given(intervals(), intervals())
def test_intersection(one: Interval, other: Interval) -> None:
    found = one.intersection(other)
    assert (found is not None) == one.meets(other)
    assert str(found) == str(other.intersection(one))
    for number in (*sample(one), *sample(other), *(sample(found) if found else ())):
        assert (found is not None and number in found) == (number in one and number in other)


@FEW
@given(intervals(), intervals())
@example(Interval(1, 2, True, True), Interval(1, 2))
@example(Interval(1, 2), Interval(1, 2, True, True))
@example(Interval(None, 2), Interval(None, None))
def test_within(one: Interval, other: Interval) -> None:
    assert one.within(other) == all(number in other for number in sample(one))
    assert one.within(one)


@FEW
@given(intervals(), intervals())
def test_gap(one: Interval, other: Interval) -> None:
    nearest = min(abs(mine - theirs) for mine in sample(one) for theirs in sample(other))
    assert one.gap(other) == other.gap(one) >= 0
    assert one.gap(other) == 0 if one.meets(other) else one.gap(other) <= nearest <= one.gap(other) + 2 * HAIR


@FEW
@given(st.lists(intervals(), min_size=1, max_size=4))
@example([Interval(1, 2, low_open=True), Interval(1, 3)])
@example([Interval(1, 2, high_open=True), Interval(0, 2)])
@example([Interval(1, 2), Interval(None, 1)])
def test_hull(some: list[Interval]) -> None:
    found = hull(some)
    assert all(one.within(found) for one in some)
    assert is_end_met(found, [number for one in some for number in sample(one)])
    assert str(hull(some[::-1])) == str(found)


@FEW
@given(intervals())
def test_middle_and_point(one: Interval) -> None:
    assert one.is_point == (len(sample(one)) == 1)
    if one.low is not None and one.high is not None:
        assert one.middle == Fraction(one.low + one.high) / 2
    else:
        assert one.middle == (one.low if one.high is None else one.high)


@FEW
@given(intervals())
def test_whole_is_the_same_interval(one: Interval) -> None:
    whole = one.whole()
    assert whole == one
    assert all(isinstance(end, int) for end in (whole.low, whole.high) if end is not None and Fraction(end).denominator == 1)


@FEW
@given(st.fractions(-(10**9), 10**9), st.integers(1, 6))
@example(Fraction(-1, 1000), 2)
@example(Fraction(1999, 1000), 2)
def test_written_is_the_nearest(value: Fraction, places: int) -> None:
    text = written(value, places)
    assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**places)
    assert len(text.partition(".")[2]) <= places
    assert text not in ("-0", "")
    assert not (text.endswith(("0", ".")) and "." in text)


@FEW
@given(NUMBERS)
def test_numbers(value: Number) -> None:
    assert plain(value) == value
    assert isinstance(plain(value), int) == (Fraction(value).denominator == 1)
    assert size(value) == abs(value)
    assert plain(None) is None


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Interval.point(42), "42"), (Interval(Fraction(81, 2), Fraction(83, 2)), "[40.5, 41.5]"),
        (Interval(45, None, low_open=True), "(45, ∞)"),
        (Interval(None, 3), "(-∞, 3]"), (Interval(None, None), "(-∞, ∞)"), (Interval(55, 60, high_open=True), "[55, 60)"),
        (Interval(Fraction(-1, 3), 0, low_open=True), "(-0.3333, 0]"), (Interval.around(5, Fraction(1, 2)), "[4.5, 5.5]"),
    ],
)  # fmt: skip
def test_text(one: Interval, text: str) -> None:
    assert str(one) == text
