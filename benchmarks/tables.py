"""Tables and statements about them, right ones and ones with a planted fault, made from a seed and from nothing of kg.

    python benchmarks/tables.py [--seed 1] [--count 20]

An item is what `kg.audit.check(kind, parts, stated, **options)` takes, and what must come of it. A fault is planted
only where no values within what is printed make the statement hold (`exact.py`); a right one is held to the same.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import exact
from benchmarks.figures import Figure, Style, between, hedged, printed, rounded, slack

Item = dict[str, Any]
KINDS = ("sum", "difference", "share", "change", "ratio", "range", "average", "grim")
ONE = Fraction(1)


@dataclass(frozen=True)
class Table:
    """Exact values and how they are printed; `nearby` are exact figures of a neighbouring year or row, as the first part is printed."""

    kind: str
    values: list[Fraction]
    styles: list[Style]
    said: Style
    nearby: list[Fraction]
    weights: list[int]
    declared: list[float] | None = None  # decimals of each part and of the stated one

    @property
    def true(self) -> Fraction:
        return exact.value_of(self.kind, self.values, self.weights, self.said.unit)

    def with_values(self, values: list[Fraction]) -> Table:
        """The same table of other values."""
        return replace(self, values=values)


def items(seed: int, count: int) -> list[Item]:
    """As many items, a half of them faulty and one in thirty incomplete, in turns of kind; the same seed gives the same.

    >>> items(1, 3) == items(1, 4)[:3]
    True
    """
    return [_item(Random(f"{seed}/{number}"), number) for number in range(count)]


def _item(rng: Random, number: int) -> Item:
    """One item; what cannot be told from rounding is drawn again."""
    kind = KINDS[number % len(KINDS)]
    expected = "incomplete" if number % 240 == 8 * (number // 240 % 30) else "faulty" if number // len(KINDS) % 2 else "right"
    fault = rng.choice(FAULTS_OF[kind]) if expected == "faulty" else ""
    while True:
        made = _of_kind(kind, expected, fault, rng)
        if made is not None:
            return {"id": f"{kind}-{number:06d}", **made}


def _of_kind(kind: str, expected: str, fault: str, rng: Random) -> Item | None:
    language = rng.choice(("en", "ru"))
    if expected == "incomplete":
        return _incomplete(language, rng)
    if kind == "grim":
        return _grim(language, fault, rng)
    if kind == "range":
        return _range(language, fault, rng)
    table = TABLES[kind](language, rng)
    if not fault:
        parts = _parts(table, rng)
        stated = _said(_size(table, table.true), table, rng)
        return _made(table, parts, stated, "", rng) if stated and _holds(table, parts, stated) else None
    planted = FAULTS[fault](table, rng)
    if planted is None:
        return None
    told, value = planted
    value = _size(told, value)
    if rounded(value, told.said) <= 0 and not told.said.signed:
        return None
    parts = [printed(v, s, rng) for v, s in zip(told.values, told.styles, strict=True)]
    plain = fault in EXPLICIT or told.declared is not None or rng.random() < 0.8
    stated = printed(value, told.said, rng) if plain else _about(value, told.said, rng)
    return _made(told, parts, stated, fault, rng) if stated and not _holds(told, parts, stated) else None


def _parts(table: Table, rng: Random) -> list[Figure]:
    """The parts as printed; of a sum of counts one may be given as "about" so many."""
    parts = [printed(v, s, rng) for v, s in zip(table.values, table.styles, strict=True)]
    if table.kind == "sum" and table.said.unit == "count" and rng.random() < 0.25:
        value = rng.choice(_coarse(table.values[-1], table.styles[-1], rng))
        if abs(table.values[-1] - value) <= slack(value):
            parts[-1] = hedged(value, "about", table.styles[-1], rng)
    return parts


def _size(table: Table, value: Fraction) -> Fraction:
    """A change told without a sign is its size."""
    return abs(value) if table.kind == "change" and not table.said.signed else value


def _holds(table: Table, parts: list[Figure], stated: Figure) -> bool:
    return exact.agrees(table.kind, parts, stated, table.weights, table.said.unit)


def _made(table: Table, parts: list[Figure], stated: Figure, fault: str, rng: Random, expected: str = "") -> Item:
    options: dict[str, Any] = {"language": table.said.language}
    if table.declared is not None:
        options["decimals"] = table.declared if len(set(table.declared)) > 1 else table.declared[0]
    if table.kind == "sum" and -1 in table.weights:
        options["weights"] = table.weights
    return {
        "kind": table.kind,
        "parts": [one.text for one in parts],
        "stated": stated.text,
        "options": options,
        "nearby": [printed(v, table.styles[0], rng).text for v in table.nearby],
        "language": table.said.language,
        "expected": expected or ("faulty" if fault else "right"),
        "fault": fault,
        "rounding": any(one.low != one.high for one in (*parts, stated)),
        "hedged": any(one.hedge for one in (*parts, stated)) and table.kind != "range",
        "true_value": str(table.true) if table.kind not in {"range", "grim"} else "",
    }


# How a result is said: plainly, or with a word that bounds it.


def _said(true: Fraction, table: Table, rng: Random) -> Figure | None:
    """An honest statement of a value."""
    style = table.said
    if style.signed or style.inverse or table.declared is not None or rng.random() < 0.55:
        true = _own(table, true)
        return printed(true, style, rng) if rounded(true, style) > 0 or style.signed else None
    if true <= 0 or (style.unit == "times" and true < 2):  # nobody says "over one times"
        return None
    hedge = rng.choice(("about", "almost", "more", "least", "upto", "less", "between"))
    below, above = _coarse(true, style, rng)
    if hedge == "between":
        return between(below, above, style, rng) if below < above else None
    value = below if hedge in {"more", "least"} else above if hedge in {"upto", "less", "almost"} else rng.choice((below, above))
    inside = {
        "about": abs(true - value) <= slack(value),
        "almost": value - slack(value) <= true < value,
        "more": true > value,
        "less": true < value,
    }
    return hedged(value, hedge, style, rng) if value > 0 and inside.get(hedge, True) else None


def _about(value: Fraction, style: Style, rng: Random) -> Figure | None:
    """A value said with "about" or "almost", rounded to two digits or as the style rounds."""
    if style.signed or style.inverse or value <= 0:
        return printed(value, style, rng)
    below, above = _coarse(value, style, rng)
    hedge = rng.choice(("about", "almost"))
    said = above if hedge == "almost" else below
    return hedged(said, hedge, style, rng) if said > 0 and style.unit != "times" else None


def _coarse(value: Fraction, style: Style, rng: Random) -> tuple[Fraction, Fraction]:
    """The round numbers of one or two digits below and above a value, never finer than the style prints."""
    place = ONE
    while place * 10 <= value:
        place *= 10
    while place > value:
        place /= 10
    step = max(place if rng.random() < 0.4 else place / 10, style.step)
    below = value // step * step
    return below, below if below == value else below + step


# Tables of each kind.


def _sum(language: str, rng: Random) -> Table:
    form = rng.choice(("count", "count", "words", "scaled", "scaled", "measure", "rounded", "percent", "weights"))
    base = Style("count", language, even=rng.random() < 0.5, grouped=rng.random() < 0.8)
    size = rng.randint(3, 9)
    weights, declared = [1] * size, None
    if form in {"count", "words", "weights"}:
        top = 99 if form == "words" else rng.choice((60, 900, 9000, 90000))
        values = [Fraction(rng.randint(top // 12 + 2, top)) for _ in range(size)]
        part = said = replace(base, words=form == "words")
        if form == "weights":
            weights = [1, *(rng.choice((1, 1, -1)) for _ in range(size - 1))]
    elif form == "percent":
        cuts = sorted(rng.sample(range(300, 9700), size - 1))
        values = [Fraction(b - a, 100) for a, b in zip([0, *cuts], [*cuts, 10000], strict=True)]
        part = replace(base, unit="percent", places=rng.choice((0, 1)))
        said = part
        if rng.random() < 0.4:  # a subtotal
            values = values[: rng.randint(2, size - 1)]
            weights = weights[: len(values)]
    elif form == "scaled":
        scale = rng.choice((10**3, 10**6))
        places = rng.choice((0, 1, 1, 2))
        values = [Fraction(rng.randint(scale * 3, scale * 90)) for _ in range(size)]
        part = replace(base, unit="scaled", scale=scale, places=places)
        said = replace(part, places=rng.choice((0, places)))
    elif form == "rounded":
        values = [Fraction(rng.randint(20_000, 900_000)) for _ in range(size)]
        part = replace(base, unit="rounded", scale=1000, grouped=True)
        said = rng.choice((part, replace(part, scale=10_000)))
        declared = [-3.0] * size + [-3.0 if said == part else -4.0]
    else:
        places = rng.choice((1, 1, 2)) if language == "en" else 1
        values = [Fraction(rng.randint(2_000, 99_000), 1000) for _ in range(size)]
        part = said = replace(base, unit="measure", places=places)
        declared = [float(places)] * (size + 1) if rng.random() < 0.6 else None
    if declared is not None:
        declared = [*declared[: len(values)], declared[-1]]
    near = _neighbour(values[0], rng)
    return Table("sum", values, [part] * len(values), said, [near], weights[: len(values)], declared)


def _neighbour(value: Fraction, rng: Random) -> Fraction:
    """The figure of another year: up to two fifths more or less, of the same kind."""
    near = value * Fraction(rng.choice((*range(60, 95), *range(106, 141))), 100)
    return Fraction(round(near)) if value.denominator == 1 else Fraction(round(near * 1000), 1000)


def _pair(language: str, rng: Random) -> tuple[list[Fraction], Style]:
    """Two figures, the greater first, printed alike."""
    base = Style("count", language, even=rng.random() < 0.5, grouped=rng.random() < 0.8)
    form = rng.choice(("count", "count", "words", "scaled"))
    scale = rng.choice((10**3, 10**6))
    top = {"count": rng.choice((90, 900, 9000, 90000)), "words": 200, "scaled": scale * 90}[form]
    low = {"scaled": scale * 12}.get(form, 12)
    pair = sorted((Fraction(rng.randint(low, top)), Fraction(rng.randint(low, top))), reverse=True)
    if form == "scaled":
        return pair, replace(base, unit="scaled", scale=scale, places=rng.choice((1, 2)))
    return pair, replace(base, words=form == "words")


def _difference(language: str, rng: Random) -> Table:
    (greater, lesser), style = _pair(language, rng)
    greater += 2 * style.step
    return Table("difference", [greater, lesser], [style] * 2, style, [_neighbour(lesser, rng)], [])


def _share(language: str, rng: Random) -> Table:
    (whole, part), style = _pair(language, rng)
    said = replace(style, unit="percent", scale=1, places=rng.choice((0, 0, 1, 2)), words=False)
    return Table("share", [part, whole], [style] * 2, said, [_neighbour(whole, rng), whole * rng.randint(2, 4)], [])


def _change(language: str, rng: Random) -> Table:
    pair, style = _pair(language, rng)
    start, end = rng.sample(pair, 2)
    said = replace(style, unit="percent", scale=1, places=rng.choice((0, 0, 1)), words=False, signed=rng.random() < 0.35)
    if rng.random() < 0.3:  # of shares, in points
        style = Style("percent", language, rng.choice((0, 1)), even=style.even)
        start, end = (Fraction(rng.randint(200, 9500), 100) for _ in range(2))
        said = replace(said, unit="points", places=style.places)
    near = min(_neighbour(start, rng), Fraction(99)) if style.unit == "percent" else _neighbour(start, rng)
    return Table("change", [start, end], [style] * 2, said, [near], [])


def _ratio(language: str, rng: Random) -> Table:
    (greater, lesser), style = _pair(language, rng)
    inverse = rng.random() < 0.2
    said = Style("times", language, rng.choice((0, 1, 1)), even=style.even, inverse=inverse)
    near = [_neighbour(lesser, rng)]
    return Table("ratio", [lesser, greater] if inverse else [greater, lesser], [style] * 2, said, near, [])


def _average(language: str, rng: Random) -> Table:
    size, top = rng.randint(3, 9), rng.choice((60, 900, 9000))
    values = [Fraction(rng.randint(top // 12 + 2, top)) for _ in range(size)]
    style = Style("count", language, even=rng.random() < 0.5, grouped=rng.random() < 0.8)
    declared = [math.inf] * size + [0.0] if rng.random() < 0.3 else None
    said = replace(style, unit="measure", places=0 if declared else rng.choice((1, 1, 2)))
    return Table("average", values, [style] * size, said, [_neighbour(values[0], rng)], [], declared)


TABLES: dict[str, Callable[[str, Random], Table]] = {
    "sum": _sum,
    "difference": _difference,
    "share": _share,
    "change": _change,
    "ratio": _ratio,
    "average": _average,
}

# Faults: the table as it is told, and the value stated of it; none where the fault is not for this table.

Planted = tuple[Table, Fraction] | None


def _own(table: Table, value: Fraction) -> Fraction:
    """A ratio as its style prints it: the larger over the smaller for "times less"."""
    return 1 / value if table.said.inverse and value else value


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
        value = change(_own(table, table.true), table.said)
        return None if value is None else (table, value)
    i = rng.randrange(len(table.values))
    slipped = change(table.values[i], table.styles[i])
    if slipped is None or slipped <= 0:
        return None
    told = table.with_values([*table.values[:i], slipped, *table.values[i + 1 :]])
    return told, _own(table, table.true)


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
    return table, _own(table, used.true)


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
    value = rounded(_own(table, table.true), table.said)
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

# Kinds whose statements are no single value.


def _incomplete(language: str, rng: Random) -> Item | None:
    """Shares of a whole that leave a remainder larger than rounding explains."""
    table = _sum(language, rng)
    if table.said.unit != "percent" or table.true != 100 or len(table.values) < 4:
        return None
    kept = replace(table, values=table.values[:-1], styles=table.styles[:-1], weights=table.weights[:-1])
    parts = [printed(v, s, rng) for v, s in zip(kept.values, kept.styles, strict=True)]
    whole = printed(Fraction(100), replace(table.said, places=0), rng)
    remains = 60 <= kept.true <= 98 and not _holds(kept, parts, whole)
    return _made(kept, parts, whole, "", rng, "incomplete") if remains else None


def _range(language: str, fault: str, rng: Random) -> Item | None:
    """A series and the bounds said of it: its least and greatest, or round numbers outside them."""
    series = _average(language, rng)
    style = series.styles[0]
    values, low, high = series.values, min(series.values), max(series.values)
    if rng.random() < 0.5:
        step = Fraction(10 if high < 1000 else 100)
        low, high = low // step * step, -(-high // step) * step
    if low >= high:
        return None
    if fault:
        i = rng.randrange(len(values))
        outside = rng.choice((low - rng.randint(1, max(2, int(low) // 3)), high + rng.randint(1, max(2, int(high) // 3))))
        values = [*values[:i], outside, *values[i + 1 :]]
    if min(values) <= 0:
        return None
    table = Table("range", values, series.styles, style, series.nearby, [])
    parts, stated = [printed(v, style, rng) for v in values], between(low, high, style, rng)
    return _made(table, parts, stated, fault, rng) if _holds(table, parts, stated) != bool(fault) else None


def _grim(language: str, fault: str, rng: Random) -> Item | None:
    """A number of people, and a mean or percentage that a whole number of them gives, or none does."""
    unit = {"grim-mean": "measure", "grim-percent": "percent"}.get(fault) or rng.choice(("measure", "percent"))
    total = rng.randint(8, 480) if unit == "percent" else rng.randint(8, 95)
    said = Style(unit, language, rng.choice((1, 2)) if unit == "percent" else 2, even=rng.random() < 0.5)
    if unit == "percent" and total < 60 and rng.random() < 0.5:
        said = replace(said, places=0)
    true = Fraction(rng.randint(1, total - 1), total) * 100 if unit == "percent" else Fraction(rng.randint(total, 7 * total), total)
    table = Table("grim", [Fraction(total)], [Style("count", language)], said, [], [])
    parts = [printed(table.values[0], table.styles[0], rng)]
    stated = printed(true + rng.randint(1, 60) * said.step if fault else true, said, rng)
    if stated.value > 100 or _holds(table, parts, stated) == bool(fault):
        return None
    return {**_made(table, parts, stated, fault, rng), "true_value": str(true)}


def main() -> None:
    """Print items, one JSON a line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    given = parser.parse_args()
    for item in items(given.seed, given.count):
        print(json.dumps(item, ensure_ascii=False))


if __name__ == "__main__":
    main()
