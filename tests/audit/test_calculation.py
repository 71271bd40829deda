"""What a part would have to be: put in its place it makes the calculation come out, and no other value does."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.audit.calculation import KINDS, Calculation, upside_down
from kg.audit.interval import Interval
from kg.audit.stated import parse

CALCULATIONS = [
    ("share", "", ()), ("share", "percent", ()), ("change", "", ()), ("change", "percent", ()), ("change", "factor", ()),
    ("ratio", "factor", ()),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "unit", "weights"), CALCULATIONS)
@given(st.lists(st.integers(1, 99), min_size=3, max_size=3), st.integers(101, 400), st.booleans())
@settings(max_examples=25)
def test_solved(kind: str, unit: str, weights: tuple[int, ...], values: list[int], result: int, wide: bool) -> None:
    values = values[: KINDS[kind].arity or 3]
    stated = parse(result)[0]
    one = Calculation(kind, tuple(parse(value)[0] for value in values), stated, unit, 1 if unit == "factor" else 0, weights)
    parts = [Interval.point(value) for value in values]
    target = Interval(result, result + (Fraction(1, 2) if wide else 0))
    for at in range(len(parts)):
        if kind == "ratio" and not upside_down(parts, one) and values[0] == values[1]:
            continue
        solved = KINDS[kind].solve(parts, at, target, one)
        assert solved is not None
        for end in (solved.low, solved.high):
            assert end is not None
            changed = [Interval.point(end) if place == at else part for place, part in enumerate(parts)]
            # The orientation of a ratio is that of the numbers as they were given.
            made = KINDS[kind].compute(changed, one) if kind != "ratio" else _ratio(changed, parts, one)
            assert made is not None
            assert made.low in (target.low, target.high)


def _ratio(changed: list[Interval], parts: list[Interval], one: Calculation) -> Interval | None:
    top, bottom = reversed(changed) if upside_down(parts, one) else changed
    return top.over(bottom)


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "sense", "turned"),
    [
        ("ratio", (920, 193), 5, 0, False), ("ratio", (193, 920), 5, 0, True), ("ratio", (5, 5), 3, 0, False),
        ("ratio", (920, 193), Fraction(1, 5), 0, True), ("ratio", (193, 920), Fraction(1, 5), 0, False), ("ratio", (193, 920), 1, 0, True),
        ("change", (100, 500), 5, 1, True), ("change", (500, 100), 5, 1, True), ("change", (500, 100), 5, -1, False),
        ("change", (100, 500), 5, -1, False), ("change", (100, 500), 5, 0, True), ("change", (500, 100), 5, 0, False),
    ],
)  # fmt: skip
def test_which_is_over_which(kind: str, parts: tuple[int, int], stated: int, sense: int, turned: bool) -> None:
    one = Calculation(kind, tuple(parse(part)[0] for part in parts), parse(stated)[0], "factor", sense)
    assert upside_down([part.interval for part in one.parts], one) == turned
    untold = replace(one, stated=None)
    assert upside_down([part.interval for part in one.parts], untold) == (parts[0] < parts[1])
