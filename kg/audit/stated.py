"""Numbers as printed become intervals: a text such as "almost 60%" and what it can stand for. Section 5 of the design.

A count without a hedge is the point: heads are not rounded. A count with a scale ("1.2 million"), a percentage, a factor and a measure
are known to half of their last printed place, a share in words ("a third") to half a percent, or a tenth of it. Hedges make of it
what the table says. Where a mark can be read in two ways and the language is not given there are two readings; where there is no
number, or several that no pattern makes one, there is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kg.audit import hedges, items, marks, pairs, phrase, precision
from kg.audit.interval import Interval, Number
from kg.audit.quantity import Quantity

#: Longer texts are no stated number.
LONGEST = 200
#: Powers of ten beyond it are no number that anyone stated.
FARTHEST = 400
_PLAIN = re.compile(r"([1-9][0-9]{0,17}|0)(?:\.([0-9]{1,2}|[0-9]{4,9}))?( ?%)?")
_SCIENTIFIC = re.compile(r"\s*[-+]?[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,4}\s*")
_READS = str.maketrans(
    {"ё": "е", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "’": "'", "\u2011": "-", "\u00ad": None}
)
_MILLIONS = re.compile(r"(?<=[0-9])( ?)M\b")
_FACTOR = re.compile(r"\b(?:a )?factor of ([^0-9]*[0-9][0-9.,]*|\w+)", re.IGNORECASE)
_SOFT = frozenset(("about", "almost"))
_FROM, _TO = frozenset(("more", "at-least")), frozenset(("less", "up-to"))


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a text states it.

    >>> one, = parse("almost 60%")
    >>> print(one.value, one.interval, one.hedge, one.unit, one.decimals)
    60 [55, 60) almost percent 0
    >>> print(*(each.interval for each in parse("6,290")), *(each.interval for each in parse("6,290", "ru")))
    6290 [6.2895, 6.2905] [6.2895, 6.2905]
    """

    printed: str
    #: The number as printed, scaled: 45000 for "45 thousand", 87 for "87%", 1/3 for "a third"; of a range the middle.
    value: Number
    #: What it can stand for, in the unit of `value`.
    interval: Interval
    #: The same if the printed numerals were exact: the point, or what a hedge makes of it.
    exact: Interval
    #: "", about, almost, more, at-least, less, up-to or range.
    hedge: str
    #: count, measure, percent, points (percentage points), factor or fraction (of 1).
    unit: str
    #: The printed precision as XBRL counts it: 0 for "87%", 2 for "33.30", -3 for "45 thousand", infinite for exact counts.
    decimals: int | float | None
    #: up or down where a sign or a word says so, else "". What a number "fell to" has none.
    direction: str
    #: en or ru where a comma or a point could be read in two ways and was read so, else "".
    convention: str
    #: The exponent of the place of the last significant digit: 1 for 920, -2 for 33.30.
    significant: int


Printed = str | int | float | Decimal | Fraction


def parse(
    printed: Printed, language: str | None = None, decimals: int | float | None = None, *, truncated: bool = False
) -> tuple[Stated, ...]:
    """The readings of a number as printed, the likelier first; none where it states no single number.

    `language` is a tag; `decimals` the declared precision as in XBRL, in place of the printed one; `truncated` says that digits were
    cut off and not rounded. About and almost reach as far as the printed digits say, whatever is declared.

    >>> parse("47 of the 50 states and 3 others"), parse("COVID-19"), parse(True)
    ((), (), ())
    >>> print(parse("41", decimals=0)[0].interval, parse("41", decimals=0, truncated=True)[0].interval)
    [40.5, 41.5] [41, 42)
    """
    if isinstance(decimals, float) and decimals != math.inf:
        if not decimals.is_integer():
            return ()
        decimals = int(decimals)
    if decimals is not None and decimals != math.inf and abs(decimals) > FARTHEST:
        return ()
    if isinstance(printed, str):
        return _parsed(printed, language or "", decimals, truncated) if len(printed) <= LONGEST else ()
    return _number(printed, decimals, truncated)


@lru_cache(maxsize=16384)
def _parsed(printed: str, language: str, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    plain = _PLAIN.fullmatch(printed)
    if plain and decimals is None and not truncated:
        return (_plain(printed, plain[1], plain[2] or "", plain[3] is not None),)
    if _SCIENTIFIC.fullmatch(printed):
        return tuple(replace(each, printed=printed) for each in _number(Decimal(printed.strip()), decimals, truncated))
    text = _MILLIONS.sub(r"\1mln", printed) if "M" in printed else printed
    text = _FACTOR.sub(r"\1 times", text) if "actor" in text.lower() else text
    cut = hedges.TOKEN.findall(text.lower().translate(_READS))
    gaps, texts = [gap for gap, _ in cut], [token for _, token in cut]
    style = marks.convention(language)
    reading = _reading(texts, gaps, style)
    found: tuple[Stated, ...] = () if reading is None else (_stated(printed, reading, decimals, truncated),)
    # The other convention: where a mark was read by the first that both have, or that made no sense of it ("6,290-7,5").
    if not style and "," in text and (reading is None or reading.low.ambiguous or reading.high.ambiguous):
        other = _reading(texts, gaps, "ru")
        found += () if other is None else (_stated(printed, other, decimals, truncated),)
    return found


def _reading(texts: list[str], gaps: list[str], style: str) -> phrase.Reading | None:
    """The reading of a text in one convention."""
    found = items.read(texts, gaps, style)
    if found is None:
        return None
    numbers = [index for index, item in enumerate(found) if item.number is not None]
    if len(numbers) == 1:
        return phrase.around(found, numbers[0], numbers[0], texts)
    return pairs.read(found, numbers[0], numbers[1], texts) if len(numbers) == 2 else None


def _plain(printed: str, whole: str, decimals: str, percent: bool) -> Stated:
    """The commonest, without detours: digits with at most a decimal point, perhaps a percentage."""
    value = int(whole + decimals)
    if decimals:
        places, unit = len(decimals), "percent" if percent else "measure"
        scale = 10**places
        number = Fraction(value, scale)
        rounded = Interval(Fraction(2 * value - 1, 2 * scale), Fraction(2 * value + 1, 2 * scale))
        return Stated(printed, number, rounded, Interval(number, number), "", unit, places, "", "", -places)
    significant = 0 if value % 10 or not value else len(whole) - len(whole.rstrip("0"))
    point = Interval(value, value)
    if not percent:
        return Stated(printed, Fraction(value), point, point, "", "count", math.inf, "", "", significant)
    rounded = Interval(Fraction(2 * value - 1, 2), Fraction(2 * value + 1, 2))
    return Stated(printed, Fraction(value), rounded, point, "", "percent", 0, "", "", significant)


def _number(printed: int | float | Decimal | Fraction, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    """A number that is none of a text: an int counts, a Fraction is exact, a float and a Decimal have the digits that they print."""
    if isinstance(printed, bool) or not isinstance(printed, int | float | Decimal | Fraction):
        return ()
    text = repr(printed) if isinstance(printed, float) else str(printed) if _is_short(printed) else ""
    if not text:
        return ()
    if isinstance(printed, Fraction) and printed.denominator != 1:
        share = Quantity(0, share=printed)
        return (_stated(text, phrase.Reading(share, share, unit="measure", exact=True), decimals, truncated),)
    number = Decimal(int(printed)) if isinstance(printed, int | Fraction) else Decimal(text)
    if not number.is_finite():
        return ()
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    mantissa = int("".join(map(str, digits))) * (-1 if sign else 1)
    if isinstance(printed, int | Fraction):
        exponent = 0
    direction = "down" if mantissa < 0 else ""
    quantity = Quantity(mantissa, exponent, pointed=exponent < 0, scaled=max(exponent, 0))
    return (_stated(text, phrase.Reading(quantity, quantity, direction=direction), decimals, truncated),)


def _is_short(number: int | Decimal | Fraction) -> bool:
    """Whether a number has no more digits than is read."""
    if isinstance(number, Decimal):
        return not number.is_finite() or (len(number.as_tuple().digits) <= FARTHEST and abs(number.adjusted()) <= FARTHEST)
    whole = abs(number) if isinstance(number, int) else max(abs(number.numerator), number.denominator)
    return whole.bit_length() <= 3 * FARTHEST


def _stated(printed: str, reading: phrase.Reading, declared: int | float | None, truncated: bool) -> Stated:
    """A reading with its intervals."""
    low, high = reading.low, reading.high
    single = low is high
    unit = reading.unit or ("measure" if (low.pointed and not low.scaled) or (high.pointed and not high.scaled) else "count")
    own = _decimals(low, unit, reading.exact) if single else min(_decimals(low, unit, False), _decimals(high, unit, False))
    shown = own if declared is None else declared
    start = low.value
    end = start if single else high.value
    points = Interval(start, start), Interval(end, end)
    known = points
    if reading.hedge not in _SOFT and not (reading.hedge and declared is None and not truncated):
        make: Callable[[Number, int | float], Interval] = precision.truncated if truncated else precision.rounded
        if low.share is not None and declared is None and not reading.exact and not truncated:
            make = _roughly
        known = make(start, shown), points[1] if single else make(end, shown)
    if not reading.hedge:
        interval, exact = known[0], points[0]
    else:
        below = _spread(low) if reading.hedge in _SOFT or reading.loose else 0
        above = below if single or not below else _spread(high)
        if single:
            known = known[0], known[0]
        interval = _hedged(reading, *known, below, above)
        exact = interval if known is points else _hedged(reading, *points, below, above)
    if reading.middle or single:
        middle = reading.middle.value if reading.middle else start
    else:  # of a range that is itself a bound, the end that bounds
        middle = start if reading.hedge in _FROM else end if reading.hedge in _TO else Fraction(start + end, 2)
    return Stated(
        printed, Fraction(middle), interval, exact, reading.hedge, unit, shown, reading.direction,
        low.convention or high.convention, low.significant if single else min(low.significant, high.significant),
    )  # fmt: skip


def _hedged(reading: phrase.Reading, low: Interval, high: Interval, below: Number, above: Number) -> Interval:
    """What the hedge makes of the ends; of a loose one, as far out as "about" puts them."""
    if reading.loose:
        low, high = precision.hedged("about", low, low, below, below), precision.hedged("about", high, high, above, above)
    return precision.hedged(reading.hedge, low, high, below, above)


def _roughly(share: Number, _: int | float) -> Interval:
    """A share in words is known to half a percent, small ones ("one in a thousand") to a tenth of them."""
    return Interval.around(share, min(Fraction(1, 200), abs(Fraction(share)) / 10))


def _spread(quantity: Quantity) -> Number:
    """How far "about" reaches; shares in words have no digits, so that it is the tenth."""
    return quantity.share / 10 if quantity.share is not None else precision.spread(quantity.value, quantity.significant)


def _decimals(quantity: Quantity, unit: str, exact: bool) -> int | float:
    """The precision that is printed."""
    if exact:
        return math.inf
    if quantity.share is not None:
        return 2
    return math.inf if unit == "count" and not quantity.scaled else -quantity.exponent
