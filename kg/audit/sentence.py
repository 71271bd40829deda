"""A checked calculation in one to three sentences: the arithmetic, what is stated beside it, and every fork between them."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.formula import arithmetic, formula
from kg.audit.interval import Interval
from kg.audit.phrases import say
from kg.audit.shown import capital, cut, number, places_of, printed, small, span
from kg.audit.steps import compared, in_range, same, together, trend
from kg.grammar import quoted

if TYPE_CHECKING:
    from kg.audit.checked import Checked
    from kg.audit.hypothesis import Hypothesis

#: Fewer by chance are told as fewer than this.
_LEAST = Fraction(1, 100)


def of(checked: Checked, lang: str = "en", assumes: str = "", without: str = "") -> str:
    """The sentences; `assumes` is what they depend on, `without` the outcome if it does not hold."""
    told = [f"{_given(assumes, without, lang)}{small(_lead(checked, lang))}" if assumes else capital(_lead(checked, lang))]
    if checked.outcome in ("inconsistent", "conflict"):
        told += _would(checked, lang)
        if checked.diagnosis:
            told.append(_mend(checked, lang))
    if checked.readings:
        from kg.labels import terms
        from kg.names import KG

        told.append(say("readings", lang, **{way: terms(lang)[f"{KG}outcome/{outcome}"] for way, outcome in checked.readings}))
    return " ".join(told)


def _given(assumes: str, without: str, lang: str) -> str:
    """What the rest depends on, and what is left without it."""
    left = say("without.not-comparable" if without == "not-comparable" else "without.other", lang) if without else ""
    return say("given", lang, assumes=quoted(assumes.strip().rstrip("."), lang), without=left)


def _mend(checked: Checked, lang: str) -> str:
    """What would mend it, with how many changes were tried and how many of them chance would make fit."""
    ways = say("or", lang).join(dict.fromkeys(one.text(checked, lang) for one in checked.diagnosis))
    by_kind = {one.kind: one for one in checked.diagnosis if one.tried > 1}
    if not by_kind:
        return say("mend.reading", lang, ways=ways)
    tried = sum(one.tried for one in by_kind.values())
    expected = sum((one.expected for one in by_kind.values()), Fraction(0))
    return say("mend", lang, ways=ways, tried=str(tried), expected=number(expected, lang) if expected >= _LEAST else say("least", lang))


def hypothesis(checked: Checked, one: Hypothesis, lang: str) -> str:
    """A clause that says which change would mend it."""
    stated = checked.calculation.stated
    unit = checked.calculation.unit
    key = f"if.{one.kind}"
    if one.kind == "rounding":
        key = "if.truncated" if one.name else "if.rounding.range" if checked.kind == "range" else key
    if one.kind == "points" and unit == "points":
        key = "if.percent"
    if one.kind == "direction" and checked.kind == "change":
        key = "if.direction.change"
    places = places_of(checked)
    result = span(one.result, lang, {"if.percent": "percent", "if.points": "points"}.get(key, unit), places) if one.result else ""
    where = _unit_of(checked, one.place)
    name = say(f"name.{one.name}", lang) if one.name in ("rest", "both") else checked.named(one.name, lang)
    return say(
        key,
        lang,
        stated=printed(stated, lang) if stated else "",
        result=result,
        old=number(one.old, lang, where, places),
        new=number(one.new, lang, where, places),
        name=name,
        arithmetic=arithmetic(checked, one, lang),
    )


def _unit_of(checked: Checked, place: int) -> str:
    parts = checked.calculation.parts
    return checked.calculation.unit if place < 0 else parts[place].unit if place < len(parts) else ""


def _lead(checked: Checked, lang: str) -> str:
    if checked.reason:
        return _reason(checked, lang)
    teller = {"range": in_range, "trend": trend, "co-movement": together, "comparison": compared, "same": same}.get(checked.kind)
    if teller:
        return teller(checked, lang)
    stated = printed(checked.calculation.stated, lang) if checked.calculation.stated else ""
    places = places_of(checked)
    left = span(checked.remainder, lang, checked.calculation.unit, places) if checked.remainder else ""
    key = f"said.{checked.outcome}"
    if checked.outcome == "inconsistent" and (checked.kind == "grim" or not checked.gap):  # open ends may touch
        key = "grim.inconsistent"
    unit = "points" if checked.calculation.unit == "percent" else checked.calculation.unit
    gap = number(checked.gap, lang, unit, places)
    if not (checked.computed and checked.computed.is_point and checked.stated and checked.stated.is_point):
        gap = say("gap.least", lang, gap=gap)  # from end to end: the printed numbers may be further apart
    return say(key, lang, formula=formula(checked, lang), stated=stated, gap=gap, remainder=left)


def _reason(checked: Checked, lang: str) -> str:
    key, _, place = checked.reason.partition(":")
    if key == "part":
        at = int(place)
        shown = checked.printed[at - 1] if at <= len(checked.printed) else ""
        return say("reason.part", lang, number=place, printed=cut(shown) or say("nothing", lang))
    if key == "stated":
        return say("reason.stated", lang, printed=cut(checked.printed[-1]))
    return say(f"reason.{key}", lang, formula=formula(checked, lang) if checked.computed else "", what=place)


def _would(checked: Checked, lang: str) -> list[str]:
    """What a share would have to be of, and be, in whole numbers: what a reader can look for."""
    one = checked.calculation
    if one.kind != "share" or one.stated is None or one.unit != "percent" or any(part.unit != "count" for part in one.parts):
        return []
    part, whole = one.parts
    if not (part.interval.is_point and whole.interval.is_point) or not one.stated.value:
        return []
    target = one.stated.interval.scaled(Fraction(1, 100))
    parts, bases = _whole(target.times(whole.interval), lang), _whole(part.interval.over(target), lang)
    values = {"stated": printed(one.stated, lang), "whole": number(whole.value, lang), "given": number(part.value, lang)}
    if parts and bases:
        return [capital(say("would.both", lang, part=parts, bases=bases, **values))]
    return [capital(say("would.part", lang, part=parts, **values))] if parts else []


def _whole(interval: Interval | None, lang: str) -> str:
    """The whole numbers in an interval."""
    if interval is None or interval.low is None or interval.high is None:
        return ""
    low, high = math.ceil(interval.low), math.floor(interval.high)
    if low not in interval:
        low += 1
    if high not in interval:
        high -= 1
    if low > high:
        return ""
    key = "either" if low + 1 == high else "through"
    return number(low, lang) if low == high else say(key, lang, low=number(low, lang), high=number(high, lang))
