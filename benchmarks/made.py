"""Tables of each kind: exact values, how each is printed, and what of a neighbouring year is at hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from benchmarks import exact
from benchmarks.figures import Style


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


def own(table: Table, value: Fraction) -> Fraction:
    """A ratio as its style prints it: the larger over the smaller for "times less"."""
    return 1 / value if table.said.inverse and value else value


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
