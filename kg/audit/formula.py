"""The arithmetic of a checked calculation, and of a hypothesis about it: `36 + 47 + 30 = 113`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS, Calculation, upside_down
from kg.audit.interval import Interval, Number, size
from kg.audit.phrases import say
from kg.audit.shown import LONG, number, places_of, span, values_of

if TYPE_CHECKING:
    from kg.audit.checked import Checked
    from kg.audit.hypothesis import Hypothesis


def arithmetic(checked: Checked, one: Hypothesis, lang: str = "en") -> str:
    """The calculation with the change that a hypothesis makes: `36 + 47 + 30 + 47 = 160`."""
    calculation = checked.calculation
    if checked.kind == "same":
        return f"{number(one.old, lang)} → {number(one.new, lang)}"
    if related := _related(calculation, one.kind):
        return formula(replace(checked, calculation=related, computed=one.result, tags=()), lang)
    parts, weights = list(calculation.parts), list(calculation.weights)
    if one.place < 0 or one.kind in ("rounding", "direction"):
        told = formula(replace(checked, tags=()), lang) if checked.computed else ""
        left, equal, _ = told.rpartition(" = ")
        if one.kind == "unlisted" and len(parts) <= LONG:
            return f"{left} + {number(one.new, lang)} = {number(one.old, lang)}"
        return told if one.new == one.old or one.kind == "unlisted" or not equal else f"{left} = {number(one.new, lang, calculation.unit)}"
    if one.kind == "counted-twice":
        parts.append(parts[one.place])
        weights += [weights[one.place]] if weights else []
    elif one.kind == "left-out":
        del parts[one.place]
        del weights[one.place : one.place + 1]
    elif one.kind == "sign":
        weights = weights or [1] * len(parts)
        weights[one.place] = -weights[one.place]
    else:
        point = Interval.point(one.new)
        parts[one.place] = replace(parts[one.place], value=Fraction(one.new), interval=point, exact=point, hedge="", printed=str(one.new))
    changed = replace(calculation, parts=tuple(parts), weights=tuple(weights))
    return formula(replace(checked, calculation=changed, computed=one.result, tags=()), lang)


def _related(one: Calculation, kind: str) -> Calculation | None:
    """The same numbers as a hypothesis relates them."""
    turned = one.parts[::-1]
    if kind == "points":
        return replace(one, unit="points" if one.unit == "percent" else "percent")
    if kind == "complement":
        part, whole = one.parts
        rest = replace(whole, value=whole.value - part.value, interval=whole.interval - part.interval, hedge="")
        return replace(one, parts=(rest, whole))
    if kind == "percent-of":
        return replace(one, kind="share", parts=turned)
    return replace(one, parts=turned) if kind == "base-exchanged" or (kind == "direction" and one.kind == "share") else None


def formula(checked: Checked, lang: str) -> str:
    """The arithmetic: `36 + 47 + 30 = 113`."""
    one = checked.calculation
    unit = one.unit
    result = span(checked.computed, lang, unit, places_of(checked)) if checked.computed else ""
    values = values_of(checked, lang)
    if one.kind == "sum":
        if len(values) > LONG:
            return say("make", lang, count=str(len(values)), result=result)
        return _equation(_weighted(values, one.weights, lang), result)
    if one.kind == "average":
        if len(values) > LONG or one.weights:
            return say("mean", lang, count=str(len(values)), result=result)
        return _equation(f"({' + '.join(values)}) / {len(values)}", result)
    if one.kind not in KINDS:
        return ""
    if one.kind == "count":
        return say("listed", lang, result=result)
    if one.kind == "grim":
        whole = values[0] if one.items == 1 else f"{values[0]} × {one.items}"
        key = "nearest" if checked.outcome == "inconsistent" else "possible"
        return say(key, lang, whole=whole, result=result)
    if one.kind == "difference":
        return _equation(" − ".join(values), _raw(checked, lang))
    if one.kind == "share":
        return say("share", lang, part=values[0], whole=values[1], result=result)
    if one.kind == "change" and unit != "factor":
        moved = movement(checked)
        if moved and moved.low is not None and moved.high is not None and moved.low < 0 < moved.high:  # either way
            return say("change", lang, start=values[0], end=values[1], result=span(moved, lang, unit, places_of(checked)))
        key = (
            "change" if moved is None else f"change.{'rise' if (moved.middle or 0) > 0 else 'fall' if (moved.middle or 0) < 0 else 'none'}"
        )
        by = span(-moved if moved and (moved.middle or 0) < 0 else moved, lang, unit, places_of(checked), "by.between") if moved else ""
        return say(key, lang, start=values[0], end=values[1], result=by)
    first, second = reversed(values) if upside_down([part.interval for part in one.parts], one) else values
    return say("ratio", lang, one=first, other=second, result=result)


def _equation(left: str, result: str) -> str:
    """Both sides, `= ≥ 5` being `≥ 5`."""
    return f"{left} {result}" if result[:1] in "<>≤≥" else f"{left} = {result}"


def _raw(checked: Checked, lang: str) -> str:
    made = movement(checked)
    return span(made, lang, checked.calculation.unit, places_of(checked)) if made else ""


def movement(checked: Checked) -> Interval | None:
    """What is computed, with its own sign."""
    return KINDS[checked.kind].compute([part.interval for part in checked.calculation.parts], checked.calculation)


def _weighted(parts: Sequence[str], weights: Sequence[Number], lang: str) -> str:
    made = ""
    for at, part in enumerate(parts):
        weight = weights[at] if weights else 1
        sign = "−" if weight < 0 else "+"
        times = "" if size(weight) == 1 else f"{number(size(weight), lang)} × "
        made += f" {sign} {times}{part}" if at else f"{'' if weight > 0 else sign}{times}{part}"
    return made
