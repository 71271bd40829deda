"""Formulas of a workbook, written together with their values: what a cell computes, and what it shows before anything is recomputed.

An end that is infinite is `FAR` or its negative: numbers of that size are shown as ∞.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kg.audit.calculation import Calculation
from kg.audit.interval import Interval, Number, size
from kg.audit.told import exactly

#: Stands for infinity, and from which size on a number is shown so.
FAR, SHOWN_FAR = 10**300, 10**299
_ATOM, _PRODUCT, _SUM = 3, 2, 1


@dataclass(frozen=True)
class Term:
    """A formula without its `=`, and what it gives; `level` says how tightly its parts are bound, `fixed` that it is a number alone."""

    text: str
    value: Fraction
    level: int = _ATOM
    fixed: bool = False

    def __add__(self, other: Term) -> Term:
        return Term(f"{self.text}+{_bound(other, _SUM)}", self.value + other.value, _SUM)

    def __sub__(self, other: Term) -> Term:
        return Term(f"{self.text}-{_bound(other, _PRODUCT)}", self.value - other.value, _SUM)

    def __neg__(self) -> Term:
        return Term(f"-{_bound(self, _PRODUCT)}", -self.value, _SUM)

    def __mul__(self, other: Term) -> Term:
        return Term(f"{_bound(self, _PRODUCT)}*{_bound(other, _PRODUCT)}", self.value * other.value, _PRODUCT)

    def over(self, other: Term) -> Term:
        """A quotient; by an end that is 0 and left out it is infinite."""
        if not other.value:
            return number(FAR)
        return Term(f"{_bound(self, _PRODUCT)}/{_bound(other, _ATOM)}", self.value / other.value, _PRODUCT)


@dataclass(frozen=True)
class Ends:
    """An interval of formulas, with the number in it; `low_open` and `high_open` are as found, and do not follow the numbers."""

    value: Term
    low: Term
    high: Term
    low_open: bool = False
    high_open: bool = False

    def __neg__(self) -> Ends:
        return Ends(-self.value, -self.high, -self.low, self.high_open, self.low_open)


def number(value: Number | None, sign: int = 1) -> Term:
    """A constant; infinite with that sign where there is none."""
    if value is None:
        return Term("1E+300", Fraction(FAR), fixed=True) if sign > 0 else Term("-1E+300", Fraction(-FAR), _SUM, fixed=True)
    if size(value) >= FAR:
        return number(None, 1 if value > 0 else -1)
    text = exactly(value)
    level = _PRODUCT if "/" in text else _SUM if text.startswith("-") else _ATOM
    return Term(text, Fraction(value), level, fixed=True)


def constant(interval: Interval, value: Number) -> Ends:
    """An interval that refers to nothing."""
    return Ends(number(value), number(interval.low, -1), number(interval.high), interval.low_open, interval.high_open)


def _bound(term: Term, level: int) -> str:
    return term.text if term.level >= level else f"({term.text})"


def both(name: str, terms: Sequence[Term]) -> Term:
    """MIN or MAX."""
    values = [term.value for term in terms]
    return Term(f"{name}({','.join(term.text for term in terms)})", min(values) if name == "MIN" else max(values))


def either(condition: str, holds: bool, one: Term, other: Term) -> Term:
    """IF."""
    return Term(f"IF({condition},{one.text},{other.text})", one.value if holds else other.value)


def computed(one: Calculation, parts: Sequence[Ends], stated: Term | None) -> Ends | None:
    """What a calculation makes of its parts; none for a kind that is compared step by step, or that no formula tells."""
    if one.kind in ("sum", "average", "difference"):
        return _sum(one, parts)
    if one.kind == "share":
        made = _over(*parts)
        return _scaled(made, one.scale) if one.scale != 1 else made
    if one.kind == "ratio" or (one.kind == "change" and one.unit == "factor"):
        return _ratio(one, parts, stated)
    if one.kind == "change":
        return _change(one, *parts)
    if one.kind == "count":
        counted = Term(f"COUNT({','.join(part.value.text for part in parts)})", Fraction(len(parts)))
        return Ends(counted, counted, counted)
    if one.kind == "grim" and stated and parts[0].low.value == parts[0].high.value:
        return _grim(one, parts[0].low, stated)
    return None


def _sum(one: Calculation, parts: Sequence[Ends]) -> Ends:
    weights: Sequence[Number] = one.weights or (1,) * len(parts)
    if one.kind == "difference":
        weights = (1, *(-1 for _ in parts[1:]))
    made = _weighted(parts[0], weights[0])
    for part, weight in zip(parts[1:], weights[1:], strict=True):
        made = _plus(made, _weighted(part, size(weight)), subtract=weight < 0)
    if one.kind != "average":
        return made
    total = number(sum(weights))
    return replace(made, value=made.value.over(total), low=made.low.over(total), high=made.high.over(total))


def _weighted(part: Ends, weight: Number) -> Ends:
    if weight == 1:
        return part
    return -_weighted(part, -weight) if weight < 0 else _scaled(part, weight)


def _plus(one: Ends, other: Ends, *, subtract: bool) -> Ends:
    opens = (other.high_open, other.low_open) if subtract else (other.low_open, other.high_open)
    low_open, high_open = one.low_open or opens[0], one.high_open or opens[1]
    if subtract:
        return Ends(one.value - other.value, one.low - other.high, one.high - other.low, low_open, high_open)
    return Ends(one.value + other.value, one.low + other.low, one.high + other.high, low_open, high_open)


def less(one: Ends, other: Ends) -> Ends:
    """The one without the other."""
    return _plus(one, other, subtract=True)


def more(one: Ends, other: Ends) -> Ends:
    """Both together."""
    return _plus(one, other, subtract=False)


def _scaled(one: Ends, by: Number) -> Ends:
    times = number(by)
    return replace(one, value=one.value * times, low=one.low * times, high=one.high * times)


def _over(part: Ends, whole: Ends) -> Ends:
    """Quotients by what is above 0."""
    far_low, far_high = (whole.high, whole.high_open), (whole.low, whole.low_open)
    low, low_by = far_low if part.low.value >= 0 else far_high
    high, high_by = far_high if part.high.value >= 0 else far_low
    return Ends(part.value.over(whole.value), part.low.over(low), part.high.over(high), part.low_open or low_by, part.high_open or high_by)


def _ratio(one: Calculation, parts: Sequence[Ends], stated: Term | None) -> Ends:
    """One over the other, on the side of 1 on which the stated number is."""
    first, second = parts
    straight, turned = _over(first, second), _over(second, first)
    if one.kind == "change" and one.sense:
        return turned if one.sense > 0 else straight
    above = Term("1", Fraction(1)) if stated is None else stated
    condition = f"({above.text}>=1)=({first.value.text}>={second.value.text})"
    holds = (above.value >= 1) == (first.value.value >= second.value.value)
    return _either(condition, holds, straight, turned)


def _change(one: Calculation, start: Ends, end: Ends) -> Ends:
    """How far from the one to the other, with the sign of what is stated where that has none of its own."""
    if one.unit == "percent":
        quotient, whole = _over(end, start), number(1)
        made = _scaled(replace(quotient, value=quotient.value - whole, low=quotient.low - whole, high=quotient.high - whole), 100)
    else:
        made = less(end, start)
    if one.stated is None or one.stated.value < 0:
        return made
    if one.sense:
        return made if one.sense > 0 else -made
    turned, down = -made, made.low.value + made.high.value < 0
    condition = f"{made.low.text}+{made.high.text}<0"
    return _either(condition, down, turned, made)


def _either(condition: str, holds: bool, one: Ends, other: Ends) -> Ends:
    """The one's ends where a condition holds, else the other's; whether ends are open stays as it was found."""
    shown = one if holds else other
    return Ends(
        either(condition, holds, one.value, other.value),
        either(condition, holds, one.low, other.low),
        either(condition, holds, one.high, other.high),
        shown.low_open,
        shown.high_open,
    )


def _grim(one: Calculation, total: Term, stated: Term) -> Ends:
    """The fraction nearest to the stated number that a whole number makes."""
    out_of = total if one.items == 1 else total * number(one.items)
    wanted = (stated * out_of).over(number(one.scale))
    nearest = Term(f"ROUND({wanted.text},0)", Fraction(int(wanted.value + Fraction(1, 2))))
    made = (nearest * number(one.scale)).over(out_of)
    return Ends(made, made, made)
