"""Numbers and intervals as a reader of English or Russian writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.audit.interval import Interval, Number, size, written
from kg.audit.phrases import say
from kg.audit.stated import Stated
from kg.grammar import quoted, spoken

if TYPE_CHECKING:
    from kg.audit.checked import Checked


#: Longer sums are told by the number of their parts.
LONG = 8


#: Steps and values that are listed.
_LISTED = 6


_PLACES = 2


#: More places than these say nothing to anybody.
_FINEST = 12


def short(values: Sequence[str]) -> list[str]:
    """The first and last of many."""
    return list(values) if len(values) <= LONG else [*values[:3], "…", *values[-2:]]


def listed(values: Iterable[str]) -> str:
    """With commas, cut where they are many."""
    every = list(values)
    return ", ".join(every if len(every) <= _LISTED else [*every[:_LISTED], "…"])


def ends(interval: Interval | None, lang: str) -> tuple[str, str]:
    """The two ends of an interval."""
    if interval is None:
        return "", ""
    return tuple("∞" if end is None else number(end, lang) for end in (interval.low, interval.high))  # type: ignore[return-value]


def values_of(checked: Checked, lang: str) -> list[str]:
    """The parts as digits, each with its period where it is known."""
    values = [value(part, lang) for part in checked.calculation.parts]
    if not any(checked.tags) or checked.kind == "same":
        return values
    return [f"{value} ({spoken(tag, lang)})" if tag else value for value, tag in zip(values, checked.tags, strict=False)]


def value(part: Stated, lang: str) -> str:
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
    text = cut(stated.printed)
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
        start, end = number(low, lang, "" if unit == "points" else unit, places), number(high, lang, unit, places)
        start = say("above", lang, end=start) if interval.low_open else start
        return say(between, lang, low=start, high=say("under", lang, end=end) if interval.high_open else end)
    sign = (">" if interval.low_open else "≥") if high is None else "<" if interval.high_open else "≤"
    return f"{sign} {number(interval.middle, lang, unit, places)}"


def places_of(checked: Checked) -> int:
    """So many that what differs is not written alike: 99.999 beside 100 is not 100, nor 12.667 beside 12.67."""
    places = _PLACES
    while checked.gap and places < _FINEST and checked.gap * 10**places < 1:
        places += 1
    while places < _FINEST and any(_written_alike(*pair, places) for pair in _unlike(checked)):
        places += 1
    return places


def _written_alike(one: Number, other: Number, places: int) -> bool:
    return size(one - other) * 10**places < 1 and written(one, places) == written(other, places)


def _unlike(checked: Checked) -> list[tuple[Number, Number]]:
    """Numbers of one sentence that are not the same: the ends of what is computed; what is computed, and what rounding makes of it."""
    computed, stated = checked.computed, checked.calculation.stated
    if computed is None or computed.low is None or computed.high is None:
        return []
    if not computed.is_point:
        return [(computed.low, computed.high)]
    rounded = stated is not None and not stated.hedge and checked.outcome == "consistent-by-rounding" and stated.value != computed.low
    return [(computed.low, stated.value)] if stated and rounded else []


def capital(text: str) -> str:
    """Its first letter large."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Its first letter small, as after a colon."""
    return text[:1].lower() + text[1:]


def cut(text: str) -> str:
    """On one line, and not endless."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
