"""Which values print the same number, in whatever words."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.report.parts.numbers import reading


@pytest.mark.parametrize(
    "values",
    [
        ("8", "eight", "восемь", "восьми"),
        ("more than 45 thousand", "более чем 45 тысячами", "over forty-five thousand", "свыше 45 тыс."),
        ("45 000", "45\u00a0000", "45 thousand", "сорок пять тысяч"),
        ("two thousand three hundred and five", "2305", "две тысячи триста пять"),
        ("1.5 million", "1,5 млн", "1500000"),
        ("almost five times", "почти в пять раз"),
        ("up to 12 years", "до 12 лет"),
        ("less than two per cent", "менее 2 %"),
        ("2-3", "2–3"),
        ("never fell below 6.2", "Never fell  below 6.2"),
    ],
)
def test_the_same(values: tuple[str, ...]) -> None:
    assert len({reading(value) for value in values}) == 1


@pytest.mark.parametrize(
    "values",
    [
        ("1,2", "12"),
        ("8", "about 8", "almost 8", "more than 8", "at least 8", "less than 8", "8 %"),
        ("6.2", "never fell below 6.2"),
        ("7,000", "7", "7000"),
        ("600-900", "600"),
        ("9", "five four", "ten nine nine"),
        ("100", "1 hundred 5", "thousand"),
        ("", "several"),
    ],
)
def test_not_the_same(values: tuple[str, ...]) -> None:
    assert [(one, other) for one, other in combinations(values, 2) if reading(one) == reading(other)] == []
