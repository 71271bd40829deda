"""A number in digits with what is attached to it: "2½", "2 1/2", "3/4", "5-ти"; dates, ordinals and codes are none."""

from __future__ import annotations

from fractions import Fraction

from kg.audit import marks
from kg.audit.numerals import SHARES
from kg.audit.quantity import Quantity

DIGITS = frozenset("0123456789")
_DASHES = frozenset("-‐‑")
#: Behind digits: what makes an ordinal or a decade of them, and what only writes out a cardinal («5-ти»).
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th", "s", "й", "я", "е", "го", "му", "м", "х", "ю", "ый", "ой", "ая", "ого", "ое"))
_CARDINAL_ENDS = frozenset(("ти", "мя", "ью", "ух", "ех", "ть"))
#: Behind the number of a thing: "5a", «5а».
_LETTERS = frozenset(("a", "c", "d", "а", "б"))
_HALVES = frozenset("½¼¾")
#: Digits: far beyond what is ever counted, and it bounds the arithmetic.
_LONGEST = 120


def read(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity | None, int]:
    """The number whose digits are a token, and the token behind it; none where it is no plain number.

    >>> read(["2", "½"], ["", ""], 0, "")[0].value, read(["5", "-", "й"], ["", "", ""], 0, "")
    (Fraction(5, 2), (None, 3))
    """
    text, end = texts[at], at + 1
    found = marks.read(text, style) if len(text) <= _LONGEST else None
    if found is None:
        return None, at
    mantissa, exponent, convention, ambiguous = found
    quantity = Quantity(mantissa, exponent, exponent < 0, convention=convention, ambiguous=ambiguous)
    following = texts[end] if end < len(texts) else ""
    if not following:
        return quantity, end
    if following == "/" and end + 1 < len(texts) and texts[end + 1][-1] in DIGITS:
        return slash(texts, at)
    if following in _HALVES and not quantity.pointed:
        quantity.add(SHARES[following])
        return quantity, end + 1
    if following[-1] in DIGITS and texts[end + 1 : end + 2] == ["/"] and not quantity.pointed:
        part, after = slash(texts, end)
        if part is None or part.share is None or part.share.denominator not in {2, 4}:
            return None, at
        quantity.add(part.share)
        return quantity, after
    return (quantity, end) if gaps[end] else _attached(quantity, texts, gaps, end)


def _attached(quantity: Quantity, texts: list[str], gaps: list[str], end: int) -> tuple[Quantity | None, int]:
    """An ending behind the digits, with a dash or without."""
    bound = texts[end] in _DASHES and end + 1 < len(texts) and not gaps[end + 1]
    ending = texts[end + bound]
    if ending == "e" and any(text[-1] in DIGITS for text in texts[end + 1 : end + 3]):  # "1e5 cases"
        return None, end - 1
    if ending in _CARDINAL_ENDS or (ending == "х" and bound and not quantity.pointed and quantity.mantissa in {2, 3, 4}):
        return quantity, end + 1 + bound
    if ending in _LETTERS or (ending in ORDINAL_ENDS and (bound or ending != "х")):  # «5х» is five times, «90-х» a decade
        return None, end + 1 + bound
    return quantity, end


def slash(texts: list[str], at: int) -> tuple[Quantity | None, int]:
    """A proper fraction with a stroke; others are dates, periods, ratios."""
    over, under = texts[at], texts[at + 2]
    if not (over + under).isdecimal() or len(over) > 4 or len(under) > 4 or texts[at + 3 : at + 4] == ["/"]:
        return None, at
    if not 0 < int(over) < int(under):
        return None, at
    return Quantity(0, share=Fraction(int(over), int(under)), unit="fraction"), at + 3
