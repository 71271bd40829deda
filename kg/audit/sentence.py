"""A checked calculation in one to three sentences: the arithmetic, what is stated beside it, and every fork between them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS, upside_down
from kg.audit.interval import Interval, Number, size, written
from kg.audit.phrases import say
from kg.audit.series import UP, Step
from kg.audit.stated import Stated
from kg.grammar import quoted, spoken

if TYPE_CHECKING:
    from kg.audit.checked import Checked
    from kg.audit.diagnosis import Hypothesis

#: Longer sums are told by the number of their parts.
_LONG = 8
#: Steps and values that are listed.
_LISTED = 6
_PLACES = 2
#: More places than these say nothing to anybody.
_FINEST = 12
#: Fewer by chance are told as fewer than this.
_LEAST = Fraction(1, 100)


def of(checked: Checked, lang: str = "en", assumes: str = "", without: str = "") -> str:
    """The sentences; `assumes` is what they depend on, `without` the outcome if it does not hold."""
    told = [f"{_given(assumes, without, lang)}{_lead(checked, lang)}" if assumes else capital(_lead(checked, lang))]
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


def arithmetic(checked: Checked, one: Hypothesis, lang: str = "en") -> str:
    """The calculation with the change that a hypothesis makes: `36 + 47 + 30 + 47 = 160`."""
    calculation = checked.calculation
    if checked.kind == "same":
        return f"{number(one.old, lang)} → {number(one.new, lang)}"
    parts, weights = list(calculation.parts), list(calculation.weights)
    if one.place < 0 or one.kind in ("rounding", "points", "direction", "base-exchanged", "complement"):
        told = formula(replace(checked, tags=()), lang) if checked.computed else ""
        left, equal, _ = told.rpartition(" = ")
        if one.kind == "unlisted" and len(parts) <= _LONG:
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
    places = _places(checked)
    result = span(one.result, lang, "percent" if key == "if.percent" else unit, places) if one.result else ""
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
    teller = {"range": _range, "trend": _trend, "co-movement": _together, "comparison": _compared, "same": _same}.get(checked.kind)
    if teller:
        return teller(checked, lang)
    stated = printed(checked.calculation.stated, lang) if checked.calculation.stated else ""
    places = _places(checked)
    left = span(checked.remainder, lang, checked.calculation.unit, places) if checked.remainder else ""
    key = f"said.{checked.outcome}"
    if checked.outcome == "inconsistent" and (checked.kind == "grim" or not checked.gap):  # open ends may touch
        key = "grim.inconsistent"
    unit = "points" if checked.calculation.unit == "percent" else checked.calculation.unit
    return say(key, lang, formula=formula(checked, lang), stated=stated, gap=number(checked.gap, lang, unit, places), remainder=left)


def _reason(checked: Checked, lang: str) -> str:
    key, _, place = checked.reason.partition(":")
    if key == "part":
        at = int(place)
        shown = checked.printed[at - 1] if at <= len(checked.printed) else ""
        return say("reason.part", lang, number=place, printed=_cut(shown) or say("nothing", lang))
    if key == "stated":
        return say("reason.stated", lang, printed=_cut(checked.printed[-1]))
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


def formula(checked: Checked, lang: str) -> str:
    """The arithmetic: `36 + 47 + 30 = 113`."""
    one = checked.calculation
    unit = one.unit
    result = span(checked.computed, lang, unit, _places(checked)) if checked.computed else ""
    values = _values(checked, lang)
    if one.kind == "sum":
        if len(values) > _LONG:
            return say("make", lang, count=str(len(values)), result=result)
        return _equation(_weighted(values, one.weights, lang), result)
    if one.kind == "average":
        if len(values) > _LONG or one.weights:
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
        moved = _moved(checked)
        key = (
            "change" if moved is None else f"change.{'rise' if (moved.middle or 0) > 0 else 'fall' if (moved.middle or 0) < 0 else 'none'}"
        )
        by = span(-moved if moved and (moved.middle or 0) < 0 else moved, lang, unit, _places(checked), "by.between") if moved else ""
        return say(key, lang, start=values[0], end=values[1], result=by)
    first, second = reversed(values) if upside_down([part.interval for part in one.parts], one) else values
    return say("ratio", lang, one=first, other=second, result=result)


def _equation(left: str, result: str) -> str:
    """Both sides, `= ≥ 5` being `≥ 5`."""
    return f"{left} {result}" if result[:1] in "<>≤≥" else f"{left} = {result}"


def _raw(checked: Checked, lang: str) -> str:
    made = _moved(checked)
    return span(made, lang, checked.calculation.unit, _places(checked)) if made else ""


def _moved(checked: Checked) -> Interval | None:
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


def _range(checked: Checked, lang: str) -> str:
    stated = printed(checked.calculation.stated, lang) if checked.calculation.stated else ""
    if checked.outcome != "inconsistent":
        low, high = _ends(checked.computed, lang)
        return say("range.holds", lang, low=low, high=high, stated=stated)
    values = _values(checked, lang)
    broken = [values[step.places[0]] for step in checked.steps if not step.holds]
    lie = say("lie" if len(broken) > 1 else "lies", lang, values=_listed(broken))
    return say("range.breaks", lang, count=str(len(checked.steps)), broken=lie, stated=stated, gap=number(checked.gap, lang))


def _trend(checked: Checked, lang: str) -> str:
    parts = checked.calculation.parts
    values = _values(checked, lang)
    does = say("rises" if checked.steps[0].target == UP else "falls", lang)
    if checked.outcome != "inconsistent":
        return say("trend.holds", lang, does=does, series=" → ".join(_short(values)))
    broken = [step for step in checked.steps if not step.holds]
    whole = parts[-1].interval - parts[0].interval
    holds = say("ends.hold" if whole.meets(checked.steps[0].target) else "ends.break", lang)
    return say(
        "trend.breaks",
        lang,
        broken=str(len(broken)),
        count=str(len(checked.steps)),
        steps=_listed(_arrow(values, step) for step in broken),
        ends=f"{values[0]} → {values[-1]}",
        ends_hold=holds,
    )


def _together(checked: Checked, lang: str) -> str:
    parts = checked.calculation.parts
    half = len(parts) // 2
    values = _values(checked, lang)
    one, other = values[:half], values[half:]

    def pair(step: Step) -> str:
        return say("co.pair", lang, one=_arrow(one, step), other=_arrow(other, step))

    broken = [step for step in checked.steps if not step.holds]
    count = str(len(checked.steps))
    if not broken:
        key = "co.holds.one" if len(checked.steps) == 1 else "co.holds"
        return say(key, lang, count=count, pairs=_listed(map(pair, checked.steps)))
    if len(broken) == len(checked.steps):
        return say("co.breaks.all", lang, count=count, steps=_listed(map(pair, broken)))
    rises = [step for step in checked.steps if step.holds and _moves_up(checked.calculation.parts, step)]
    falls = len(checked.steps) - len(broken) - len(rises)
    return say(
        "co.breaks",
        lang,
        broken=str(len(broken)),
        count=count,
        steps=_listed(map(pair, broken)),
        rises=str(len(rises)),
        rest=say("co.falls", lang, falls=str(falls)) if falls else "",
    )


def _moves_up(parts: Sequence[Stated], step: Step) -> bool:
    """Whether the first of two series rises at a step."""
    start, end = step.places
    return parts[end].value > parts[start].value


def _compared(checked: Checked, lang: str) -> str:
    first, *others = _values(checked, lang)
    if len(checked.steps) == 1 and len(others) > 1:
        total = sum((part.interval for part in checked.calculation.parts[1:]), Interval(0, 0))
        lesser = say("together", lang, values=" + ".join(_short(others)), sum=span(total, lang, ""))
    else:
        told = [other for other, step in zip(others, checked.steps, strict=True) if step.holds == (checked.outcome != "inconsistent")]
        lesser = _listed(told)
    return say("compared.breaks" if checked.outcome == "inconsistent" else "compared.holds", lang, greater=first, lesser=lesser)


def _same(checked: Checked, lang: str) -> str:
    numbers = [*checked.calculation.parts, *([checked.calculation.stated] if checked.calculation.stated else [])]
    key = "same.breaks" if checked.outcome == "conflict" else "same.holds"
    values = [printed(one, lang) for one in numbers]
    if len(checked.tags) == len(values):  # the documents that they are from
        values = [f"{value} ({checked.named(tag, lang)})" for value, tag in zip(values, checked.tags, strict=True)]
    return say(key, lang, values=_listed(dict.fromkeys(values)))


def _arrow(values: Sequence[str], step: Step) -> str:
    return f"{values[step.places[0]]} → {values[step.places[1]]}"


def _short(values: Sequence[str]) -> list[str]:
    return list(values) if len(values) <= _LONG else [*values[:3], "…", *values[-2:]]


def _listed(values: Iterable[str]) -> str:
    every = list(values)
    return ", ".join(every if len(every) <= _LISTED else [*every[:_LISTED], "…"])


def _ends(interval: Interval | None, lang: str) -> tuple[str, str]:
    if interval is None:
        return "", ""
    return tuple("∞" if end is None else number(end, lang) for end in (interval.low, interval.high))  # type: ignore[return-value]


def _values(checked: Checked, lang: str) -> list[str]:
    """The parts as digits, each with its period where it is known."""
    values = [_value(part, lang) for part in checked.calculation.parts]
    if not any(checked.tags) or checked.kind == "same":
        return values
    return [f"{value} ({spoken(tag, lang)})" if tag else value for value, tag in zip(values, checked.tags, strict=False)]


def _value(part: Stated, lang: str) -> str:
    """A part as digits; with its words where they hedge it."""
    if part.hedge:
        return printed(part, lang)
    shown = number(part.value, lang, part.unit, max(_PLACES, -part.significant))
    # 33.30 is not 33.3: zeros that are printed are kept.
    digits = re.match(r"\d+[.,]?(\d*)", shown)
    zeros = "0" * (min(-part.significant, _FINEST) - len(digits[1])) if digits and part.unit in ("measure", "percent") else ""
    if not digits or not zeros:
        return shown
    point = "" if digits[1] else "," if lang == "ru" else "."
    return f"{digits[0]}{point}{zeros}{shown[digits.end() :]}"


def printed(stated: Stated, lang: str) -> str:
    """As printed, in quotation marks where it has words; a number word as digits."""
    text = _cut(stated.printed)
    if not re.search(r"[^\W\d_]{2,}", text):
        return text
    if stated.unit == "count" and not stated.hedge and not re.search(r"\d", text):
        return number(stated.value, lang)
    return quoted(text, lang)


def number(value: Number, lang: str, unit: str = "", places: int = _PLACES) -> str:
    """Digits as the language writes them, rounded to so many places, with the unit's sign."""
    if isinstance(value, int) and not unit and -10_000 < value < 10_000:
        return str(value) if value >= 0 else f"−{-value}"
    digits = written(value, places).replace("-", "−")
    whole, point, rest = digits.partition(".")
    if len(whole.lstrip("−")) > 4:
        whole = f"{int(whole.replace('−', '-')):,}".replace("-", "−")
        whole = whole.replace(",", "\u00a0") if lang == "ru" else whole
    digits = whole + (("," if lang == "ru" else ".") + rest if point else "")
    if unit == "percent":
        return f"{digits}\u00a0%" if lang == "ru" else f"{digits}%"
    if unit == "points":
        return f"{digits} п.\u00a0п." if lang == "ru" else f"{digits} point{'' if digits == '1' else 's'}"
    return digits


def span(interval: Interval, lang: str, unit: str, places: int = _PLACES, between: str = "between") -> str:
    """A number, or the ends of an interval."""
    if interval.middle is None:
        return say("any", lang)
    if interval.is_point:
        return number(interval.middle, lang, unit, places)
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        start, end = number(low, lang, unit, places), number(high, lang, unit, places)
        start = say("above", lang, end=start) if interval.low_open else start
        return say(between, lang, low=start, high=say("under", lang, end=end) if interval.high_open else end)
    sign = (">" if interval.low_open else "≥") if high is None else "<" if interval.high_open else "≤"
    return f"{sign} {number(interval.middle, lang, unit, places)}"


def _places(checked: Checked) -> int:
    """So many that what does not meet is not written alike: 99.999 beside 100 is not 100."""
    places = _PLACES
    while checked.gap and places < _FINEST and checked.gap * 10**places < 1:
        places += 1
    return places


def capital(text: str) -> str:
    """Its first letter large."""
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
