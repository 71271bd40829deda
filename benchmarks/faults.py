"""Faults that are planted: each gives the table as it is told and the value stated of it, or none where it is not for that table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from benchmarks.figures import Style, rounded
from benchmarks.made import Table, own

Planted = tuple[Table, Fraction] | None


def _counted_twice(table: Table, rng: Random) -> Planted:
    i = rng.randrange(len(table.values))
    by = len(table.values) if table.kind == "average" else 1
    sign = table.weights[i] if table.weights else 1
    return table, table.true + sign * table.values[i] / by


def _left_out(table: Table, rng: Random) -> Planted:
    i = rng.randrange(len(table.values))
    rest = table.values[:i] + table.values[i + 1 :]
    weights = table.weights[:i] + table.weights[i + 1 :] or [1] * len(rest)
    total = sum((w * v for w, v in zip(weights, rest, strict=True)), Fraction(0))
    if table.kind == "average":  # the sum lacks it and the divisor has it, or neither has it
        return table, total / (len(table.values) - rng.choice((0, 1)))
    return table, total


def _swapped(value: Fraction, style: Style, rng: Random) -> Fraction | None:
    """A value with two neighbouring digits of its printed form in the other order."""
    steps = str(int(abs(rounded(value, style)) / style.step))
    places = [i for i in range(len(steps) - 1) if steps[i] != steps[i + 1] and (i or steps[1] != "0")]
    if not places:
        return None
    i = rng.choice(places)
    swapped = int(steps[:i] + steps[i + 1] + steps[i] + steps[i + 2 :]) * style.step
    return -swapped if value < 0 else swapped


def _in_one(table: Table, change: Callable[[Fraction, Style], Fraction | None], rng: Random) -> Planted:
    """A slip in the stated number, or in one of the parts while the total is right."""
    if rng.random() < 0.5:
        value = change(own(table, table.true), table.said)
        return None if value is None else (table, value)
    i = rng.randrange(len(table.values))
    slipped = change(table.values[i], table.styles[i])
    if slipped is None or slipped <= 0:
        return None
    told = table.with_values([*table.values[:i], slipped, *table.values[i + 1 :]])
    return told, own(table, table.true)


def _digits_swapped(table: Table, rng: Random) -> Planted:
    return _in_one(table, lambda value, style: _swapped(value, style, rng), rng)


def _factor_ten(table: Table, rng: Random) -> Planted:
    """A digit too many, or the last one dropped where it is a nought."""

    def shifted(value: Fraction, style: Style) -> Fraction | None:
        shown = rounded(value, style)
        dropped = shown / 10
        if rounded(dropped, style) == dropped and rng.random() < 0.5:
            return dropped
        return shown * 10

    return _in_one(table, shifted, rng)


def _unit(table: Table, _: Random) -> Planted:
    """Thousands read as millions or the other way."""
    scales = {10**3: 10**6, 10**6: 10**3}
    if table.said.unit != "scaled":
        return None
    said = replace(table.said, scale=scales[table.said.scale])
    return replace(table, said=said), rounded(table.true, table.said) * said.scale / table.said.scale


def _wrong_base(table: Table, rng: Random) -> Planted:
    """A percentage of the neighbouring year, of a total for a subtotal, or of the end for the start."""
    first, second = table.values
    if table.kind == "share":
        base = rng.choice(table.nearby)
        return table, 100 * first / base
    if table.said.unit == "points":
        return None
    value = 100 * (second - first) / second if rng.random() < 0.5 else 100 * (second / table.nearby[0] - 1)
    return (table, value) if value > -100 else None  # nobody prints a fall by more than all


def _neighbouring(table: Table, _: Random) -> Planted:
    """The neighbouring figure used in place of the one printed."""
    at = {"difference": 1, "share": 1, "ratio": 0 if table.said.inverse else 1}.get(table.kind, 0)
    used = table.with_values([*table.values[:at], table.nearby[0], *table.values[at + 1 :]])
    return table, own(table, used.true)


def _points(table: Table, rng: Random) -> Planted:
    """Points given as percent, or a change in percent given as points."""
    if table.styles[0].unit != "percent":
        return None
    start, end = table.values
    if rng.random() < 0.8:
        return replace(table, said=replace(table.said, unit="percent")), end - start
    return table, 100 * (end / start - 1)


def _direction(table: Table, _: Random) -> Planted:
    return replace(table, said=replace(table.said, signed=True)), -table.true


def _percent_sum(table: Table, rng: Random) -> Planted:
    """Shares that come to more than is said of them: one is too large."""
    if table.said.unit != "percent":
        return None
    i = rng.randrange(len(table.values))
    more = table.values[i] + Fraction(rng.randint(200, 1500), 100)
    return table.with_values([*table.values[:i], more, *table.values[i + 1 :]]), table.true


def _off_by_some(table: Table, rng: Random) -> Planted:
    """Off by a few of the last printed place."""
    value = rounded(own(table, table.true), table.said)
    return table, value + rng.choice((-1, 1)) * rng.randint(1, 9) * table.said.step


FAULTS: dict[str, Callable[[Table, Random], Planted]] = {
    "counted-twice": _counted_twice,
    "left-out": _left_out,
    "digits-swapped": _digits_swapped,
    "factor-ten": _factor_ten,
    "unit": _unit,
    "wrong-base": _wrong_base,
    "neighbouring-year": _neighbouring,
    "points": _points,
    "direction": _direction,
    "percent-sum": _percent_sum,
    "off-by-some": _off_by_some,
}
EXPLICIT = {"direction", "points", "off-by-some", "unit"}  # a hedge would hide what is planted
COMMON = ("digits-swapped", "factor-ten", "neighbouring-year", "off-by-some")
FAULTS_OF = {
    "sum": ("counted-twice", "counted-twice", "left-out", "left-out", "unit", "percent-sum", *COMMON),
    "difference": ("unit", *COMMON),
    "share": ("wrong-base", "wrong-base", *COMMON),
    "change": ("wrong-base", "wrong-base", "points", "points", "direction", "direction", *COMMON),
    "ratio": COMMON,
    "average": ("counted-twice", "left-out", *COMMON),
    "range": ("range-broken",),
    "grim": ("grim-mean", "grim-percent"),
}
