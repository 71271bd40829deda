"""Tables and statements about them, right ones and ones with a planted fault, made from a seed and from nothing of kg.

    python benchmarks/tables.py [--seed 1] [--count 20]

An item is what `kg.audit.check(kind, parts, stated, **options)` takes, and what must come of it. A fault is planted
only where no values within what is printed make the statement hold (`exact.py`); a right one is held to the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import exact
from benchmarks.faults import EXPLICIT, FAULTS, FAULTS_OF
from benchmarks.figures import Figure, Style, between, hedged, printed, rounded, slack
from benchmarks.made import TABLES, Table, own

Item = dict[str, Any]
KINDS = ("sum", "difference", "share", "change", "ratio", "range", "average", "grim")
ONE = Fraction(1)


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
        true = own(table, true)
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


# Kinds whose statements are no single value.


def _incomplete(language: str, rng: Random) -> Item | None:
    """A breakdown that is not said to be complete, and leaves a remainder larger than rounding explains."""
    table = TABLES["sum"](language, rng)
    if -1 in table.weights or table.declared is not None or len(table.values) < 4:
        return None
    kept = replace(table, values=table.values[:-1], styles=table.styles[:-1], weights=table.weights[:-1])
    parts = [printed(v, s, rng) for v, s in zip(kept.values, kept.styles, strict=True)]
    whole = printed(table.true, table.said, rng)
    if kept.true * 10 < table.true * 6 or _holds(kept, parts, whole):
        return None
    made = _made(kept, parts, whole, "", rng, "incomplete")
    return {**made, "options": {**made["options"], "complete": False}, "true_value": str(table.true)}


def _range(language: str, fault: str, rng: Random) -> Item | None:
    """A series and the bounds said of it: its least and greatest, or round numbers outside them."""
    series = TABLES["average"](language, rng)
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
