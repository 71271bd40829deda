"""Thousands of random calculations of each kind, against a slow reckoning of its own that shares no code with `kg.audit`.

What a printed number can stand for is worked out here from the table of section 5 of the design; what follows from several such
numbers by trying all their ends, which is right because every kind rises or falls in each of its numbers as long as these are positive.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from kg.audit import check

CASES = 1000
#: Stands for infinity.
FAR = Fraction(10**30)


class End(NamedTuple):
    at: Fraction
    is_open: bool = False


Range = tuple[End, End]


class Printed(NamedTuple):
    text: str
    range: Range
    exact: Range
    value: Fraction


def closed(low: Fraction, high: Fraction) -> Range:
    return End(low), End(high)


def meet(one: Range, other: Range) -> bool:
    (low, high), (start, end) = one, other
    first = low.at < end.at or (low.at == end.at and not low.is_open and not end.is_open)
    return first and (start.at < high.at or (start.at == high.at and not start.is_open and not high.is_open))


def ends(ranges: Sequence[Range], make: Callable[..., Fraction]) -> Range:
    """The least and the greatest of all combinations of ends."""
    made = [(make(*(end.at for end in some)), any(end.is_open for end in some)) for some in itertools.product(*ranges)]
    low, high = min(made), max(made, key=lambda one: (one[0], not one[1]))
    return End(*low), End(*high)


def digits(draw: random.Random, most: int = 2) -> Printed:
    """A count, or a number with decimals."""
    places = draw.choice([0, 0, 0, 1, most])
    whole = draw.randint(1, 10 ** draw.randint(1, 4)) * draw.choice([1, 1, 1, 10, 100])
    text = f"{whole}.{draw.randint(0, 10**places - 1):0{places}d}" if places else str(whole)
    value = Fraction(text)
    half = Fraction(1, 2 * 10**places) if places else Fraction(0)
    return Printed(text, closed(value - half, value + half), closed(value, value), value)


def hedged(draw: random.Random, *, endless: bool) -> Printed:
    """Digits, or digits with a hedge."""
    plain = digits(draw)
    hedge = draw.choice(["", "", "", "about", "almost", *(["more than", "at least", "up to", "less than"] if endless else [])])
    if not hedge:
        return plain
    places = len(plain.text.partition(".")[2])
    place = Fraction(1, 10**places)
    while not places and plain.value % (place * 10) == 0:
        place *= 10
    reach = min(place / 2, plain.value / 10)
    value = plain.value
    found = {
        "about": closed(value - reach, value + reach),
        "almost": (End(value - reach), End(value, True)),
        "more than": (End(value, True), End(FAR, True)),
        "at least": (End(value), End(FAR, True)),
        "up to": (End(-FAR, True), End(value)),
        "less than": (End(-FAR, True), End(value, True)),
    }[hedge]
    return Printed(f"{hedge} {plain.text}", found, found, value)


def rounded(draw: random.Random, value: Fraction, places: int, unit: str = "", off: int = 3) -> Printed:
    """A value rounded to so many places, a few units of the last one off at times."""
    scale = 10**places
    number = round(value * scale) + draw.choice([0, 0, 0, draw.randint(-off, off)])
    if number < 0:
        number = 0
    shown = f"{number // scale}.{number % scale:0{places}d}" if places else str(number)
    at, half = Fraction(number, scale), Fraction(1, 2 * scale)
    exact = not places and not unit
    return Printed(f"{shown}{unit}", closed(at, at) if exact else closed(at - half, at + half), closed(at, at), at)


def outcome(parts: Sequence[Printed], stated: Printed, make: Callable[..., Fraction]) -> str:
    if not meet(ends([part.range for part in parts], make), stated.range):
        return "inconsistent"
    return "consistent" if meet(ends([part.exact for part in parts], make), stated.exact) else "consistent-by-rounding"


Case = tuple[str, list[Any], "str | None", dict[str, Any], str]


def a_sum(draw: random.Random) -> Case:
    parts = [hedged(draw, endless=True) for _ in range(draw.randint(1, 4))]
    weights = [draw.choice([1, 1, 1, -1, 2]) for _ in parts]

    def make(*values: Fraction) -> Fraction:
        return sum((weight * value for weight, value in zip(weights, values, strict=True)), Fraction(0))

    truth = make(*(part.value for part in parts))
    if truth < 0:
        weights = [-weight for weight in weights]
        truth = -truth
    stated = rounded(draw, truth, draw.choice([0, 0, 1, 2]))
    return "sum", [part.text for part in parts], stated.text, {"weights": weights}, outcome(parts, stated, make)


def a_part_sum(draw: random.Random) -> Case:
    parts = [digits(draw) for _ in range(draw.randint(1, 4))]
    truth = sum((part.value for part in parts), Fraction(0))
    stated = rounded(draw, truth + draw.choice([0, 5, 100]), 0)
    found = outcome(parts, stated, lambda *values: sum(values, Fraction(0)))
    if found == "inconsistent" and stated.range[0].at > truth:
        found = "incomplete"
    return "sum", [part.text for part in parts], stated.text, {"complete": False}, found


def a_difference(draw: random.Random) -> Case:
    parts = [digits(draw) for _ in range(draw.randint(2, 4))]

    def make(first: Fraction, *others: Fraction) -> Fraction:
        return first - sum(others, Fraction(0))

    truth = make(*(part.value for part in parts))
    stated = rounded(draw, abs(truth), draw.choice([0, 1, 2]))
    found = outcome(parts, stated, make if truth > 0 else lambda *values: -make(*values))
    return "difference", [part.text for part in parts], stated.text, {}, found


def a_share(draw: random.Random) -> Case:
    parts = [hedged(draw, endless=False), hedged(draw, endless=False)]
    truth = 100 * parts[0].value / parts[1].value
    stated = rounded(draw, truth, draw.choice([0, 1, 2]), "%")
    return "share", [part.text for part in parts], stated.text, {}, outcome(parts, stated, lambda part, whole: 100 * part / whole)


def a_change(draw: random.Random) -> Case:
    parts = [hedged(draw, endless=False), hedged(draw, endless=False)]
    truth = 100 * (parts[1].value / parts[0].value - 1)
    stated = rounded(draw, abs(truth), draw.choice([0, 1]), "%")
    way = 1 if truth >= 0 else -1
    middles = [(part.range[0].at + part.range[1].at) / 2 for part in parts]
    signed = draw.choice(["", "fell by ", "rose by "])
    if not signed and (middles[1] >= middles[0]) != (truth >= 0):  # which way it went is for the digits to say, not for the hedge
        signed = "rose by " if truth >= 0 else "fell by "
    if signed:
        way = 1 if signed == "rose by " else -1
    if not signed:
        raw = ends([part.range for part in parts], lambda start, end: 100 * (end / start - 1))
        way = -1 if raw[0].at + raw[1].at < 0 else 1
    found = outcome(parts, stated, lambda start, end: way * 100 * (end / start - 1))
    return "change", [part.text for part in parts], f"{signed}{stated.text}", {}, found


def a_plain_change(draw: random.Random) -> Case:
    parts = [digits(draw), digits(draw)]
    truth = parts[1].value - parts[0].value
    stated = rounded(draw, abs(truth), draw.choice([0, 1]))
    sign = draw.choice(["", "-"]) if truth < 0 else ""
    way = -1 if truth < 0 else 1
    # A bare number may be a percentage too.
    kept = [
        outcome(parts, stated, lambda start, end: way * (end - start)),
        outcome(parts, stated, lambda start, end: way * 100 * (end / start - 1)),
    ]
    best = min(kept, key=["consistent", "consistent-by-rounding", "inconsistent"].index)
    return "change", [part.text for part in parts], f"{sign}{stated.text}", {}, best


def a_ratio(draw: random.Random) -> Case:
    parts = [digits(draw), digits(draw)]
    high, low = sorted(parts, key=lambda part: -part.value)
    stated = rounded(draw, high.value / low.value, draw.choice([0, 1, 2]), " times", off=1)
    found = outcome([high, low], stated, lambda one, other: one / other)
    if stated.value < 1:
        found = outcome([low, high], stated, lambda one, other: one / other)
    return "ratio", [part.text for part in parts], stated.text, {}, found


def an_average(draw: random.Random) -> Case:
    parts = [hedged(draw, endless=False) for _ in range(draw.randint(1, 4))]
    weights = [draw.randint(1, 5) for _ in parts]

    def make(*values: Fraction) -> Fraction:
        return sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0)) / sum(weights)

    stated = rounded(draw, make(*(part.value for part in parts)), draw.choice([1, 2]))
    return "average", [part.text for part in parts], stated.text, {"weights": weights}, outcome(parts, stated, make)


def a_grim(draw: random.Random) -> Case:
    total, places = draw.randint(1, 120), draw.choice([0, 1, 2])
    stated = rounded(draw, 100 * Fraction(draw.randint(0, total), total), places, "%")
    possible = [Fraction(100 * some, total) for some in range(2 * total + 2)]
    fits = [value for value in possible if stated.range[0].at <= value <= stated.range[1].at]
    found = "inconsistent" if not fits else "consistent" if stated.value in fits else "consistent-by-rounding"
    return "grim", [str(total)], stated.text, {}, found


def a_range(draw: random.Random) -> Case:
    low = draw.randint(1, 500)
    high = low + draw.randint(0, 500)
    parts = [rounded(draw, Fraction(draw.randint(max(0, low - 3), high + 3)), draw.choice([0, 0, 1]), off=1) for _ in range(3)]
    bounds = closed(Fraction(low), Fraction(high))
    found = "inconsistent"
    if all(meet(part.range, bounds) for part in parts):
        found = "consistent" if all(meet(part.exact, bounds) for part in parts) else "consistent-by-rounding"
    return "range", [part.text for part in parts], f"{low}–{high}", {}, found


def a_trend(draw: random.Random) -> Case:
    parts = [rounded(draw, Fraction(100 * at + draw.randint(-60, 60), 100), 1, off=4) for at in range(10, 10 + draw.randint(2, 4))]
    way = draw.choice([1, -1])
    said = {1: "rising", -1: "falling"}[way]
    if draw.random() < 0.5:
        parts = parts[::-1]
    pairs = list(itertools.pairwise(parts))
    rises = [ends([one.range, other.range], lambda a, b: way * (b - a))[1].at > 0 for one, other in pairs]
    exact = [way * (other.value - one.value) > 0 for one, other in pairs]
    found = "inconsistent" if not all(rises) else "consistent" if all(exact) else "consistent-by-rounding"
    return "trend", [part.text for part in parts], said, {}, found


def a_comparison(draw: random.Random) -> Case:
    others = [digits(draw) for _ in range(draw.randint(1, 3))]
    together = draw.random() < 0.5
    least = sum((other.value for other in others), Fraction(0)) if together else max(other.value for other in others)
    first = rounded(draw, least, draw.choice([0, 1, 2]))
    kept = []
    for side in ("range", "exact"):
        mine = getattr(first, side)
        theirs = [getattr(other, side) for other in others]
        if together:
            kept.append(ends([mine, *theirs], lambda one, *rest: one - sum(rest, Fraction(0)))[1].at > 0)
        else:
            kept.append(all(ends([mine, other], lambda one, rest: one - rest)[1].at > 0 for other in theirs))
    found = "inconsistent" if not kept[0] else "consistent" if kept[1] else "consistent-by-rounding"
    return "comparison", [first.text, *(other.text for other in others)], "together" if together else "each", {}, found


def a_same(draw: random.Random) -> Case:
    value = Fraction(draw.randint(1000, 99999), 1000)
    parts = [rounded(draw, value, draw.choice([1, 2, 3]), off=1) for _ in range(draw.randint(2, 3))]

    def shared(ranges: Sequence[Range]) -> bool:
        return max(low.at for low, _ in ranges) <= min(high.at for _, high in ranges)

    found = "conflict"
    if shared([part.range for part in parts]):
        found = "consistent" if shared([part.exact for part in parts]) else "consistent-by-rounding"
    return "same", [part.text for part in parts], None, {}, found


def a_co_movement(draw: random.Random) -> Case:
    size = draw.randint(2, 4)
    one, other = ([draw.randint(1, 6) for _ in range(size)] for _ in range(2))
    said = draw.choice(["opposite", "together"])
    way = 1 if said == "together" else -1

    def sign(value: int) -> int:
        return (value > 0) - (value < 0)

    steps = zip(itertools.pairwise(one), itertools.pairwise(other), strict=True)
    holds = all(sign(b - a) * way == sign(d - c) for (a, b), (c, d) in steps)
    return "co-movement", [[str(v) for v in one], [str(v) for v in other]], said, {}, "consistent" if holds else "inconsistent"


MAKERS = [
    a_sum, a_part_sum, a_difference, a_share, a_change, a_plain_change, a_ratio, an_average, a_grim, a_range, a_trend, a_comparison,
    a_same, a_co_movement,
]  # fmt: skip


@pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])
def test_outcomes(make: Callable[[random.Random], Case]) -> None:
    draw, seen, differ = random.Random(make.__name__), set(), []
    for _ in range(CASES):
        kind, parts, stated, options, expected = make(draw)
        found = check(kind, parts, stated, **options)
        seen.add(expected)
        if found.outcome != expected:
            differ.append((kind, parts, stated, options, expected, found.outcome))
    assert not differ, f"{len(differ)} of {CASES}, such as {differ[:3]}"
    assert len(seen) >= 2
