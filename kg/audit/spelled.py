"""Numbers in words: cardinals below a thousand, and shares ("a third", «две трети», "every fifth")."""

from __future__ import annotations

from fractions import Fraction

from kg.audit import numerals
from kg.audit.digits import ORDINAL_ENDS
from kg.audit.numerals import CARDINALS, SCALES
from kg.audit.quantity import Quantity

_DASHES = frozenset("-‐‑")
_JOINTS = _DASHES | {"and"}
_LINKS = frozenset(("a", "an", "of", "-"))
_PERCENT = frozenset(("percent", "per", "percentage", "процента", "процент", "процентного", "%"))
#: Before a half that is one of two, as in "the second half": no share is stated.
_WHICH = ("first", "second", "latter", "other", "last", "перв", "втор", "последн", "друг")


def cardinal(texts: list[str], at: int) -> tuple[Quantity | None, int]:
    """Words that make one number below a thousand ("twelve hundred" above it), and the token behind them.

    Each word must fit into the zeros of those before: "nineteen eighty" and «два три» are two numbers.

    >>> cardinal(["one", "hundred", "and", "twenty", "-", "one", "cases"], 0)[0].value, cardinal(["nineteen", "eighty"], 0)[1]
    (121, 1)
    """
    value, end, taken = 0, at, False
    while end < len(texts):
        text, step = texts[end], 1
        if taken and value and text in _JOINTS and end + 1 < len(texts):
            joint, text, step = text, texts[end + 1], 2
            if value % 100 if joint == "and" else value % 100 < 20 or CARDINALS.get(text, 10) > 9:
                break
        if text == "hundred" and step == 1:
            if value >= 100:
                break
            value, taken = (value or 1) * 100, True
        elif text in CARDINALS and (not taken or _fits(CARDINALS[text], value)):
            value, taken = value + CARDINALS[text], True
        else:
            break
        end += step
    return (Quantity(value), end) if taken else (None, at)


def _fits(number: int, value: int) -> bool:
    place = 10 if number < 10 else 100 if number < 100 else 1000
    return number > 0 and value > 0 and value % place == 0 and (number >= 10 or value % 100 != 10)


def share(texts: list[str], at: int) -> tuple[Quantity, int] | None:
    """A share at a token, and how many tokens it has; with a scale or a percent behind it, that much of it.

    >>> share(["two", "-", "thirds"], 0)[0].share, share(["half", "a", "million"], 0)[0].value
    (Fraction(2, 3), 500000)
    """
    named = _named(texts, at)
    if named is None:
        return None
    of, length = named
    end = at + length
    while end + 1 < len(texts) and texts[end] in _LINKS:
        end += 1
    if end < len(texts) and of.denominator in {2, 4}:
        places = 1 if of.denominator == 2 else 2
        quantity = Quantity(int(of * 10**places), -places, pointed=True)
        if texts[end] in SCALES:
            quantity.scale(SCALES[texts[end]])
            return quantity, end + 1 - at
        if texts[end] in numerals.DOZENS:
            return Quantity(int(of * 12)), end + 1 - at
        if texts[end] in _PERCENT:
            return quantity, end - at
    if texts[at] == "half" and texts[at + 1 : at + 2] == ["-"]:  # "half-year"
        return None
    return Quantity(0, share=of, unit="fraction"), length


def _named(texts: list[str], at: int) -> tuple[Fraction, int] | None:
    text, rest = texts[at], texts[at + 1 : at + 4]
    if text in numerals.SHARES:
        return None if at and texts[at - 1].startswith(_WHICH) else (numerals.SHARES[text], 1)
    if not rest:
        return None
    if text in numerals.EVERY:
        return _every(rest)
    if text in {"a", "an"}:
        return (Fraction(1, numerals.DENOMINATORS_ONE[rest[0]]), 2) if rest[0] in numerals.DENOMINATORS_ONE else None
    count = CARDINALS.get(text, int(text) if text.isdecimal() and text.isascii() and len(text) < 4 else 0)
    skip = 1 if rest[0] in _DASHES else 0
    if not count or skip >= len(rest):
        return None
    of = (numerals.DENOMINATORS_ONE if count == 1 else numerals.DENOMINATORS_MANY).get(rest[skip])
    return (Fraction(count, of), 2 + skip) if of and count < of else None


def _every(rest: list[str]) -> tuple[Fraction, int] | None:
    """Behind "every": an ordinal, in a word or in digits with an ending."""
    if rest[0] in numerals.ORDINALS:
        return Fraction(1, numerals.ORDINALS[rest[0]]), 2
    if not (rest[0].isdecimal() and rest[0].isascii() and len(rest[0]) < 5 and int(rest[0]) and len(rest) > 1):
        return None
    bound = rest[1] in _DASHES and len(rest) > 2
    return (Fraction(1, int(rest[0])), 3 + bound) if rest[1 + bound] in ORDINAL_ENDS else None
