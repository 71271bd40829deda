"""One number in a text, be it in digits, in words or in both: a mantissa and a power of ten, so that trailing zeros are kept."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kg.audit import hedges, marks, numerals
from kg.audit.numerals import CARDINALS, SCALES, SHARES, TENTHS

_DIGITS = frozenset("0123456789")
_DASHES = frozenset("-‐‑")
#: Behind digits: what makes an ordinal or a decade of them, and what only writes out a cardinal ("5-ти").
_ORDINAL_ENDS = frozenset("st nd rd th s й я е го му м х ю ый ой ая ого ое е".split())
_CARDINAL_ENDS = frozenset("ти мя ью ух ех ть".split())
_HALVES = {"and": (["a", "half"], ["one", "half"]), "с": (["половиной"],)}
_LONGEST = 120  # digits: far beyond what is ever counted, and bounds the arithmetic


@dataclass(slots=True)
class Quantity:
    """`mantissa` times ten to the `exponent`, or a `share` of one; `exact` where it counts, one by one."""

    mantissa: int
    exponent: int = 0
    pointed: bool = False  # decimals are printed: zeros at the end are significant
    scaled: int = 0  # the power of ten of the scale with which it ends: 3 for "45 thousand"
    share: Fraction | None = None
    unit: str = ""
    sign: str = ""
    direction: str = ""
    convention: str = ""
    ambiguous: bool = False  # another convention reads it too
    digits: bool = False

    @property
    def value(self) -> Fraction | int:
        if self.share is not None:
            return self.share
        return self.mantissa * 10**self.exponent if self.exponent >= 0 else Fraction(self.mantissa, 10**-self.exponent)

    @property
    def significant(self) -> int:
        """The exponent of the place of its last significant digit: zeros at the end count only behind a decimal mark."""
        if self.share is not None:
            return -2
        digits = str(self.mantissa)
        return self.exponent if self.pointed or not self.mantissa else self.exponent + len(digits) - len(digits.rstrip("0"))

    def scale(self, by: int) -> None:
        self.exponent += by
        self.scaled += by


def starts(text: str) -> bool:
    """Whether a number may start with this token."""
    return text[-1] in _DIGITS or text in _STARTS


def read(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity, int] | None:
    """The number that starts at a token and how many tokens it has; none where none does, and 0 tokens where it is no plain number.

    >>> read(["45", "тысяч"], ["", " "], 0, "ru")
    (Quantity(mantissa=45, exponent=3, pointed=False, scaled=3, share=None, unit='', sign='', direction='', convention='', ambiguous=False, digits=True), 2)
    """
    text = texts[at]
    if text in numerals.MULTIPLES and not (text == "double" and at + 1 < len(texts) and texts[at + 1] == "digit"):
        value, direction = numerals.MULTIPLES[text]
        return Quantity(value, unit="factor", direction=direction), 1
    found = _share(texts, at)
    if found:
        return found
    if text in {"a", "an"}:  # "a million", "a hundred", "a dozen"
        if at + 1 < len(texts) and texts[at + 1] in _AFTER_A:
            inner = read(texts, gaps, at + 1, style)
            return inner and (inner[0], inner[1] + 1)
        return None
    total, end = _group(texts, gaps, at, style)
    if total is None:
        return (Quantity(0), 0) if end < 0 else None
    last = total
    while total.scaled and not total.pointed and end < len(texts):
        skip = 1 if texts[end] == "and" and end + 1 < len(texts) else 0
        if not starts(texts[end + skip]):
            break
        more, after = _group(texts, gaps, end + skip, style)
        if more is None or more.pointed or more.share is not None or more.mantissa * 10**more.exponent >= 10**last.exponent:
            break
        total = _sum(total, more)
        last, end = more, after
    return total, end - at


def _sum(one: Quantity, other: Quantity) -> Quantity:
    low = min(one.exponent, other.exponent)
    mantissa = one.mantissa * 10 ** (one.exponent - low) + other.mantissa * 10 ** (other.exponent - low)
    return Quantity(
        mantissa, low, scaled=other.scaled, digits=one.digits or other.digits, convention=one.convention, ambiguous=one.ambiguous
    )


def _share(texts: list[str], at: int) -> tuple[Quantity, int] | None:
    """A share in words: "a third", "half", «две трети», "every fifth", «каждый 5-й»; with a scale behind it, that much of it."""
    text, rest = texts[at], texts[at + 1 : at + 4]
    share, length = None, 1
    if text in SHARES:
        share = SHARES[text]
    elif text in {"a", "an"} and rest and rest[0] in numerals.DENOMINATORS_ONE:
        share, length = Fraction(1, numerals.DENOMINATORS_ONE[rest[0]]), 2
    elif text in numerals.EVERY and rest:
        of = numerals.ORDINALS.get(rest[0])
        if of is None and rest[0].isdecimal() and rest[0].isascii() and len(rest) > 1:
            ending = rest[2] if rest[1] in _DASHES and len(rest) > 2 else rest[1]
            if ending in _ORDINAL_ENDS and len(rest[0]) < 5 and int(rest[0]):
                of, length = int(rest[0]), 4 if rest[1] in _DASHES else 3
        if of is not None:
            return Quantity(0, share=Fraction(1, of), unit="fraction"), max(length, 2)
        return None
    elif text in CARDINALS or (text.isdecimal() and text.isascii() and len(text) < 4):
        count = CARDINALS.get(text)
        count = int(text) if count is None else count
        skip = 1 if rest and rest[0] in _DASHES else 0
        if skip < len(rest) and count:
            of = (numerals.DENOMINATORS_ONE if count == 1 else numerals.DENOMINATORS_MANY).get(rest[skip])
            if of and count < of:
                share, length = Fraction(count, of), 2 + skip
    if share is None:
        return None
    end = at + length
    while (
        end < len(texts)
        and texts[end] in {"a", "an", "of"}
        and end + 1 < len(texts)
        and (texts[end + 1] in _SCALED or texts[end + 1] in _OF_PERCENT)
    ):
        end += 1
    if end < len(texts) and share.denominator in {2, 4}:  # "half a million", "a quarter of a percent"
        places = 1 if share.denominator == 2 else 2
        quantity = Quantity(int(share * 10**places), -places, pointed=True)
        if texts[end] in SCALES:
            quantity.scale(SCALES[texts[end]])
            return quantity, end + 1 - at
        if texts[end] in numerals.DOZENS:
            return Quantity(int(share * 12)), end + 1 - at
        if texts[end] in _OF_PERCENT:
            return quantity, end - at
    return Quantity(0, share=share, unit="fraction"), length


def _group(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity | None, int]:
    """Digits or words with the scales behind them, and the token after; -1 where the digits are no number."""
    text = texts[at]
    if text[-1] in _DIGITS:
        quantity, end = _numeral(texts, gaps, at, style)
        if quantity is None:
            return None, -1
    elif text in TENTHS:
        quantity, end = Quantity(TENTHS[text], -1, pointed=True), at + 1
    elif text in numerals.HALF_SCALES:
        return Quantity(5, numerals.HALF_SCALES[text] - 1, pointed=True, scaled=numerals.HALF_SCALES[text]), at + 1
    elif text in numerals.DOZENS:
        return Quantity(12), at + 1
    elif text in SCALES:
        before = texts[at - 1] if at else ""
        if text not in numerals.ALONE and not (text in numerals.ALONE_HEDGED and before in _GENITIVE):
            return None, at
        quantity, end = Quantity(1), at
    else:
        quantity, end = _words(texts, at)
        if quantity is None:
            return None, at
    for half in _HALVES.get(texts[end], ()) if end < len(texts) and not quantity.pointed else ():
        if texts[end + 1 : end + 1 + len(half)] == half:
            quantity.mantissa, quantity.exponent, quantity.pointed = quantity.mantissa * 10 + 5, -1, True
            end += 1 + len(half)
            break
    return quantity, _scales(quantity, texts, end, texts[at - 1] if at else "")


def _scales(quantity: Quantity, texts: list[str], end: int, before: str) -> int:
    while end < len(texts):
        text = texts[end]
        if text in SCALES:
            quantity.scale(SCALES[text])
        elif text in _MONEY_SCALES and before in hedges.MONEY:
            quantity.scale(_MONEY_SCALES[text])
        elif text in numerals.DOZENS and not quantity.pointed:
            quantity.mantissa *= 12
        elif text == "с" and texts[end + 1 : end + 2] == ["лишним"] and texts[end + 2 : end + 3] and texts[end + 2] in SCALES:
            quantity.scale(SCALES[texts[end + 2]])  # «10 с лишним тысяч»: the hedge is found again by who reads the text
            end += 2
        else:
            break
        end += 1
        if end < len(texts) and texts[end] == "." and texts[end - 1] in {"тыс", "млн", "млрд", "трлн"}:
            end += 1
    return end


def _numeral(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity | None, int]:
    """Digits, with a fraction behind them ("2 1/2"); none where they are a date, an ordinal, a code or the like."""
    text, end = texts[at], at + 1
    if len(text) > _LONGEST:
        return None, at
    found = marks.read(text, style)
    if found is None:
        return None, at
    mantissa, exponent, convention, ambiguous = found
    quantity = Quantity(mantissa, exponent, exponent < 0, convention=convention, ambiguous=ambiguous, digits=True)
    following = texts[end] if end < len(texts) else ""
    if not following:
        return quantity, end
    if following == "/" and end + 1 < len(texts) and texts[end + 1][-1] in _DIGITS:
        return _slash(texts, at)
    if following in _HALF_SIGNS and not quantity.pointed:
        _add(quantity, SHARES[following])
        return quantity, end + 1
    if following[-1] in _DIGITS and texts[end + 1 : end + 2] == ["/"] and not quantity.pointed:
        part, after = _slash(texts, end)
        if part is None or part.share is None or part.share.denominator not in {2, 4}:
            return None, at
        _add(quantity, part.share)
        return quantity, after
    if not gaps[end]:
        bound = following in _DASHES and end + 1 < len(texts) and not gaps[end + 1]
        ending = texts[end + 1] if bound else following
        if ending in _CARDINAL_ENDS or (ending == "х" and bound and mantissa in {2, 3, 4}):
            return quantity, end + 1 + bound
        if ending in _ORDINAL_ENDS and not (ending == "х" and not bound):
            return None, at
    return quantity, end


def _slash(texts: list[str], at: int) -> tuple[Quantity | None, int]:
    over, under = texts[at], texts[at + 2]
    if not (over + under).isdecimal() or len(over) > 4 or len(under) > 4 or texts[at + 3 : at + 4] == ["/"]:
        return None, at
    if not 0 < int(over) < int(under):
        return None, at
    return Quantity(0, share=Fraction(int(over), int(under)), unit="fraction"), at + 3


def _add(quantity: Quantity, share: Fraction) -> None:
    places = 1 if share.denominator == 2 else 2
    quantity.mantissa = quantity.mantissa * 10**places + int(share * 10**places)
    quantity.exponent, quantity.pointed = -places, True


def _words(texts: list[str], at: int) -> tuple[Quantity | None, int]:
    """Number words below a thousand (and "twelve hundred"): each must fit into the zeros of those before."""
    total, end, taken = 0, at, False
    while end < len(texts):
        text = texts[end]
        step = 1
        if taken and total and text in _JOINTS and end + 1 < len(texts):
            text, step = texts[end + 1], 2
            if texts[end] == "and" and total % 100 or texts[end] != "and" and not (text in _EN_UNITS and 20 <= total % 100):
                break
        if text == "hundred" and step == 1:
            if total >= 100:
                break
            total, taken = (total or 1) * 100, True
        elif text in CARDINALS and _fits(CARDINALS[text], total, taken):
            total, taken = total + CARDINALS[text], True
        else:
            break
        end += step
    return (Quantity(total), end) if taken else (None, at)


def _fits(number: int, total: int, taken: bool) -> bool:
    if not taken:
        return True
    place = 10 if number < 10 else 100 if number < 100 else 1000
    return number > 0 and total > 0 and total % place == 0 and (number >= 10 or total % 100 != 10)


_MONEY_SCALES = {"m": 6, "b": 9}
_HALF_SIGNS = frozenset("½¼¾")
_JOINTS = frozenset(("and", "-", "‐", "‑"))
_EN_UNITS = frozenset("one two three four five six seven eight nine".split())
_SCALED = SCALES.keys() | numerals.DOZENS
_OF_PERCENT = frozenset(("percent", "per", "percentage", "процента", "процент", "процентного", "%"))
_AFTER_A = numerals.ALONE | numerals.DOZENS | {"hundred"}
_GENITIVE = frozenset("более больше менее меньше около порядка свыше выше ниже до от примерно чем".split())
_STARTS = (
    CARDINALS.keys() | TENTHS.keys() | SCALES.keys() | SHARES.keys() | numerals.HALF_SCALES.keys() | numerals.DOZENS
    | numerals.MULTIPLES.keys() | numerals.EVERY | {"hundred", "a", "an"}
)  # fmt: skip
