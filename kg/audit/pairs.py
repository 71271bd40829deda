"""Two numbers that are one: a range ("600-900", "from 600 to 900", "between 5 and 7", "two or three", "5 ± 2") or a share ("one in five").

After a verb of change "from 600 to 900" is two states and no range; a range that falls is none either.
"""

from __future__ import annotations

from fractions import Fraction

from kg.audit import hedges, phrase
from kg.audit.items import Item
from kg.audit.phrase import Reading
from kg.audit.quantity import Quantity, total

_DASHES = frozenset("-–—−‐‑‒…")
_EITHER = _DASHES | {"..", "...", ". .", ". . .", "or", "или", "либо"}
_OF = frozenset(("of", "out of", "of every", "in", "in every", "out of every", "из", "из каждых"))
_OF_COUNTS = frozenset(("of", "out of", "из"))
#: Wholes of which shares are told roughly; out of others both numbers were counted.
_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000))


def read(found: list[Item], first: int, second: int, texts: list[str]) -> Reading | None:
    """What two numbers state together, if they do."""
    between = [item for item in found[first + 1 : second] if item.kind != "bridge" or item.says in _OF]
    low, high = found[first].number, found[second].number
    assert low is not None
    assert high is not None
    if len(between) == 1 and texts[between[0].at] == "(" and low.value == high.value:  # «47 (сорок семь)»
        return _twice(found, first, second, texts)
    if len(between) != 1 or between[0].kind not in {"link", "hedge", "bridge"}:
        return None
    link = texts[between[0].at] if between[0].kind == "hedge" else between[0].says
    if link in _OF:
        return _part(found, first, second, link, texts)
    if link in hedges.TOLERANCE:
        return _tolerance(low, high)
    opener = _opener(found[:first], texts)
    changed = any(item.kind == "turn" for item in found[:first])
    if link == "to" and not (changed and opener == "from"):
        opener = opener or "to"
    elif not (
        link in _EITHER or (link == "до" and opener == "от" and not changed) or (link in {"and", "и"} and opener in {"between", "между"})
    ):
        return None
    return _range(found, first, second, texts, opener)


def _twice(found: list[Item], first: int, second: int, texts: list[str]) -> Reading | None:
    """A number and the same again in brackets, perhaps with the unit behind them."""
    low, high = found[first].number, found[second].number
    assert low is not None
    assert high is not None
    shut = texts.index(")", found[second].at) if ")" in texts[found[second].at :] else len(texts)
    unit = hedges.match(hedges.UNITS, texts, shut + 1) if shut + 1 < len(texts) else None
    low.unit = low.unit or high.unit or (unit[1] if unit and unit[1] != "basis" else "")
    return phrase.around(found, first, first, texts)


def _opener(before: list[Item], texts: list[str]) -> str:
    """The word that announces two ends, if it is near: from, between."""
    words = ("from", "от", "between", "между")
    return next((texts[item.at] for item in reversed(before[-4:]) if texts[item.at] in words), "")


def _range(found: list[Item], first: int, second: int, texts: list[str], opener: str) -> Reading | None:
    low, high = found[first].number, found[second].number
    assert low is not None
    assert high is not None
    if low.unit and low.unit != high.unit:
        return None
    if high.scaled and not low.scaled and low.value * 10**high.scaled <= high.value:
        low.scale(high.scaled)  # «40–60 тысяч»
    elif texts[found[second].at + 1 : found[second].at + 2] == ["hundred"] and low.value < 10 and low.share is None and not low.scaled:
        low.exponent += 2  # "two or three hundred"
    reading = phrase.around(found, first, second, texts)
    if reading is None or low.value > high.value:
        return None
    if opener in {"from", "от"} or reading.hedge in {"", "almost", "about"}:
        reading.loose = reading.hedge == "about"
        reading.hedge = "range"
    return reading


def _tolerance(middle: Quantity, reach: Quantity) -> Reading | None:
    """A number plus or minus another."""
    if middle.unit not in {"", reach.unit} or reach.sign or middle.share is not None or reach.share is not None:
        return None
    if middle.sign == "down":
        middle.negate()
    less = Quantity(-reach.mantissa, reach.exponent)
    low, high = total(middle, less), total(middle, reach)
    low.pointed = high.pointed = middle.pointed or reach.pointed
    low.scaled = high.scaled = middle.scaled and reach.scaled
    return Reading(low, high, hedge="range", unit=reach.unit or middle.unit, middle=middle)


def _part(found: list[Item], first: int, second: int, link: str, texts: list[str]) -> Reading | None:
    """A part of a whole."""
    part, whole = found[first].number, found[second].number
    assert part is not None
    assert whole is not None
    plain = not (part.unit or whole.unit or part.share or whole.share or part.sign or whole.sign)
    if not plain or min(part.exponent, whole.exponent) < 0 or not 0 < part.value < whole.value:
        return None
    rough = whole.value in _ROUND
    if not rough and link not in _OF_COUNTS:
        return None
    found[first].number = Quantity(0, share=Fraction(part.value, whole.value), unit="fraction")
    reading = phrase.around(found, first, first, texts)
    if reading is not None:
        reading.exact = not rough
    return reading
