"""One number in a text, be it in digits, in words or in both, with its scales: "2 thousand 345", «миллион двести тысяч»."""

from __future__ import annotations

from kg.audit import digits, hedges, numerals, spelled
from kg.audit.digits import DIGITS
from kg.audit.numerals import SCALES
from kg.audit.quantity import Quantity, total

_HALVES = {"and": (["a", "half"], ["one", "half"]), "с": (["половиной"],)}
#: What they are only behind a currency: "$5m".
_MONEY_SCALES = {"m": 6, "b": 9}
_ABBREVIATED = frozenset(("тыс", "млн", "млрд", "трлн"))
_AFTER_A = numerals.ALONE | numerals.DOZENS | {"hundred"}
#: Before «тысячи», «сотни» in the singular.
_BEFORE_GENITIVE = frozenset(
    ("более", "больше", "менее", "меньше", "около", "порядка", "свыше", "выше", "ниже", "до", "от", "примерно", "чем")
)
_WORDS = (
    numerals.CARDINALS.keys() | numerals.TENTHS.keys() | SCALES.keys() | numerals.SHARES.keys() | numerals.HALF_SCALES.keys()
    | numerals.DOZENS | numerals.MULTIPLES.keys() | numerals.EVERY | {"hundred", "a", "an"}
)  # fmt: skip
_MAY_SHARE = numerals.CARDINALS.keys() | numerals.SHARES.keys() | numerals.EVERY | {"a", "an"}


def starts(text: str) -> bool:
    """Whether a number may start with this token."""
    return text in _WORDS or text[-1] in DIGITS


def read(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity | None, int] | None:
    """The number that starts at a token and how many tokens it has; no number where the digits are none; none where nothing starts.

    >>> read(["миллион", "двести", "тысяч"], ["", " ", " "], 0, "")[0].value, read(["12.05.2024"], [""], 0, "ru"), read(["a"], [""], 0, "")
    (1200000, (None, 0), None)
    """
    text = texts[at]
    if text in numerals.MULTIPLES:
        value, direction = numerals.MULTIPLES[text]
        return Quantity(value, unit="factor", direction=direction), 1
    if text in _MAY_SHARE or text[-1] in DIGITS:
        found = spelled.share(texts, at)
        if found:
            return found
        if text in {"a", "an"}:  # "a million", "a hundred", "a dozen"
            inner = read(texts, gaps, at + 1, style) if texts[at + 1 : at + 2] and texts[at + 1] in _AFTER_A else None
            return inner and (inner[0], inner[1] + 1)
    first, end = _group(texts, gaps, at, style)
    if first is None:
        return (None, end - at) if text[-1] in DIGITS or end > at else None
    last, whole = first, first
    while last.scaled and not last.pointed and end < len(texts):
        skip = 1 if texts[end] == "and" and end + 1 < len(texts) else 0
        if not starts(texts[end + skip]):
            break
        more, after = _group(texts, gaps, end + skip, style)
        if more is None or more.pointed or more.share is not None or more.value >= 10**last.scaled:
            break
        last, whole, end = more, total(whole, more), after
    return whole, end - at


def _group(texts: list[str], gaps: list[str], at: int, style: str) -> tuple[Quantity | None, int]:
    """Digits or words with the scales behind them, and the token after."""
    text = texts[at]
    if text[-1] in DIGITS:
        quantity, end = digits.read(texts, gaps, at, style)
    elif text in SCALES:
        alone = text in numerals.ALONE or (text in numerals.ALONE_HEDGED and at > 0 and texts[at - 1] in _BEFORE_GENITIVE)
        quantity, end = (Quantity(1) if alone else None), at
    elif text in numerals.TENTHS:
        quantity, end = Quantity(numerals.TENTHS[text], -1, pointed=True), at + 1
    elif text in numerals.HALF_SCALES:
        scale = numerals.HALF_SCALES[text]
        return Quantity(5, scale - 1, pointed=True, scaled=scale), at + 1
    elif text in numerals.DOZENS:
        quantity, end = Quantity(12), at + 1
    else:
        quantity, end = spelled.cardinal(texts, at)
        if (
            quantity
            and quantity.mantissa >= 20
            and any(word in numerals.ORDINALS for word in texts[end + (texts[end : end + 1] == ["-"]) :][:1])
        ):
            return None, end + 1  # "twenty-third"
    if quantity is None or end == len(texts):
        return quantity, end
    if not quantity.pointed:
        for half in _HALVES.get(texts[end], ()):
            if texts[end + 1 : end + 1 + len(half)] == half:
                quantity = Quantity(quantity.mantissa * 10 + 5, -1, pointed=True)
                end += 1 + len(half)
                break
    return quantity, _scales(quantity, texts, end, at)


def _scales(quantity: Quantity, texts: list[str], end: int, at: int) -> int:
    """Applies the scales that follow; gives the token behind them."""
    while end < len(texts):
        text = texts[end]
        if text in SCALES:
            quantity.scale(SCALES[text])
        elif text == "hundred":
            quantity.scale(2)
        elif text in _MONEY_SCALES and not hedges.MONEY.isdisjoint(texts[max(at - 3, 0) : at]):
            quantity.scale(_MONEY_SCALES[text])
        elif text in numerals.DOZENS and not quantity.pointed:
            quantity.mantissa *= 12
        elif text == "с" and texts[end + 1 : end + 2] == ["лишним"] and texts[end + 2 : end + 3] and texts[end + 2] in SCALES:
            quantity.scale(SCALES[texts[end + 2]])  # «10 с лишним тысяч»: the hedge is seen again by who reads the text
            end += 2
        else:
            break
        end += 1
        if end < len(texts) and texts[end] == "." and texts[end - 1] in _ABBREVIATED:
            end += 1
    return end
