"""The same printed numbers, read or related otherwise: rounder, cut off, in points, from the other end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS, Calculation
from kg.audit.hypothesis import RESULT, Hypothesis
from kg.audit.interval import Interval
from kg.audit.search import unit_of
from kg.audit.stated import Stated

if TYPE_CHECKING:
    from kg.audit.checked import Checked


def rereadings(checked: Checked) -> Iterator[Hypothesis]:
    """Those under which it comes out."""
    one, stated = checked.calculation, checked.calculation.stated
    if stated is None or checked.stated is None:
        return
    from kg.audit import severity

    if severity.fits_rounded(checked) and not (one.kind != "range" and stated.hedge):
        yield _reading("rounding", stated, checked.computed)
    elif (truncated := _truncated(checked)) is not None:
        yield _reading("rounding", stated, truncated, "truncated")
    signed = (one.kind == "change" and one.sense) or (one.kind == "difference" and stated.value < 0)
    if signed and one.unit != "factor" and checked.computed and (-checked.computed).meets(checked.stated):
        yield _reading("direction", stated, -checked.computed)
    from kg.audit.checking import oriented

    for kind, other in _otherwise(one):
        made = KINDS[other.kind].compute([part.interval for part in other.parts], other)
        if made is not None and _sized(made, other, checked.stated):
            yield _reading(kind, stated, made if other.kind == "share" else oriented(made, other))


def _reading(kind: str, stated: Stated, result: Interval | None, name: str = "") -> Hypothesis:
    return Hypothesis(kind, RESULT, stated.value, stated.value, 1, Fraction(0), name, result)


def _truncated(checked: Checked) -> Interval | None:
    """What is computed, if what is stated is that with its further digits cut off."""
    stated = checked.calculation.stated
    if stated is None or stated.hedge or not checked.computed or stated.unit not in ("percent", "factor", "measure", "points"):
        return None
    cut = Interval(stated.value, stated.value + unit_of(stated), high_open=True) if stated.value >= 0 else checked.computed
    return checked.computed if stated.value >= 0 and checked.computed.meets(cut) else None


def _otherwise(one: Calculation) -> Iterator[tuple[str, Calculation]]:
    """The same numbers, related otherwise."""
    parts = one.parts
    if one.kind == "change" and one.unit == "percent":
        if all(part.unit == "percent" for part in parts):
            yield "points", replace(one, unit="points")
        if one.sense * (parts[1].value - parts[0].value) >= 0:  # "up 300%" from 100 to 300
            yield "percent-of", replace(one, kind="share", parts=(parts[1], parts[0]))
        yield "base-exchanged", replace(one, parts=(parts[1], parts[0]), sense=-one.sense)
    if one.kind == "change" and one.unit == "points":
        yield "points", replace(one, unit="percent")
    if one.kind == "change" and one.unit == "factor" and one.sense:
        yield "direction", replace(one, sense=-one.sense)
    if one.kind == "share":
        rest = replace(parts[1], interval=parts[1].interval - parts[0].interval)
        yield "complement", replace(one, parts=(rest, parts[1]))
        yield "direction", replace(one, parts=(parts[1], parts[0]))


def _sized(made: Interval, one: Calculation, target: Interval) -> bool:
    from kg.audit.checking import oriented

    return oriented(made, one).meets(target)
