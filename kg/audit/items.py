"""A text as a list of what matters around a number: numbers with their units, hedges, directions, negations, and other words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.audit import hedges, number
from kg.audit.digits import DIGITS
from kg.audit.quantity import Quantity

#: Signs of a number, the typographer's among them.
_SIGNS = {"-": "down", "−": "down", "–": "down", "‑": "down", "+": "up", "minus": "down", "минус": "down", "plus": "up", "плюс": "up"}
#: Those that may stand apart from their number.
_APART = frozenset(("−", "minus", "минус", "plus", "плюс"))
_TIMES = frozenset(("x", "×", "х"))


@dataclass(slots=True)
class Item:
    """A kind of phrase (`kg.audit.hedges`), "number" or "other"; what it says; its first token."""

    kind: str
    says: str
    at: int
    number: Quantity | None = None
    #: "from", «от»: a bound where a text starts with it, else perhaps only where something is from.
    from_whom: bool = False


def read(texts: list[str], gaps: list[str], style: str) -> list[Item] | None:
    """The items of a text in order; none where something in it makes what it states no number that is understood."""
    items: list[Item] = []
    at, size, sign = 0, len(texts), ""
    while at < size:
        text = texts[at]
        if text in _SIGNS and _is_sign(items, texts, gaps, at):
            sign, at = _SIGNS[text], at + 1
            continue
        if number.starts(text) and not _coded(texts, gaps, at):
            found = number.read(texts, gaps, at, style)
            if found:
                quantity, length = found
                if quantity is None and not length:
                    return None
                if quantity is None:  # an ordinal
                    items.append(Item("other", text, at))
                    at += length
                    continue
                quantity.sign, sign = sign, ""
                items.append(Item("number", "", at, quantity))
                at = _behind(items, quantity, texts, gaps, at, at + length)
                continue
        at += _phrase(items, texts, at)
        if items[-1].kind == "bad":
            return None
    return items


def _phrase(items: list[Item], texts: list[str], at: int) -> int:
    """Appends the phrase or the word at a token; gives its length."""
    text = texts[at]
    phrase = hedges.match(hedges.PHRASES, texts, at)
    if phrase:
        kind, says, length = phrase
        items.append(Item(kind, " ".join(texts[at : at + length]) if kind in {"bridge", "link"} else says, at))
        items[-1].from_whom = length == 1 and text in {"from", "от"}
        return length
    way = ""
    if text[0] > "z":  # Russian
        way = next((way for way, beginnings in hedges.TURNS_BEGINNING.items() if text.startswith(beginnings)), "")
        if not way and text.isnumeric():  # digits of other scripts, powers, Roman signs
            items.append(Item("bad", text, at))
            return 1
    items.append(Item("turn", way, at) if way else Item("other", text, at))
    return 1


def _is_sign(items: list[Item], texts: list[str], gaps: list[str], at: int) -> bool:
    """Whether a dash or a plus is the sign of a number: attached to it (a real minus need not be), with no number before it."""
    money = at + 2 < len(texts) and texts[at + 1] in hedges.MONEY
    digits = at + 1 + money
    if digits >= len(texts) or texts[digits][-1] not in DIGITS or (gaps[at + 1] and texts[at] not in _APART):
        return False
    if at and not gaps[at] and texts[at - 1].isalpha() and texts[at - 1] not in hedges.MONEY:
        return False
    return not items or (items[-1].number is None and items[-1].kind != "after")


def _coded(texts: list[str], gaps: list[str], at: int) -> bool:
    """Whether digits belong to a name: "COVID-19", "A4"; not to a currency or a sign of multiplication."""
    if at == 0 or gaps[at] or texts[at][-1] not in DIGITS:
        return False
    before = texts[at - 1]
    if before in {"-", "‐", "‑", "/"} and at > 1 and not gaps[at - 1]:
        before = texts[at - 2]
        return before.isalpha() and before not in hedges.MONEY and not number.starts(before)
    return before.isalpha() and before not in hedges.MONEY and before not in _TIMES


def _behind(items: list[Item], quantity: Quantity, texts: list[str], gaps: list[str], start: int, at: int) -> int:
    """What is directly behind a number: its unit, a hedge; gives the token after them."""
    size = len(texts)
    if "лишним" in texts[start:at]:
        items.append(Item("after", "more", start))
    for _ in range(3):
        if at >= size:
            break
        text = texts[at]
        unit = hedges.match(hedges.UNITS, texts, at) if quantity.unit in {"", "fraction"} and text in hedges.UNITS else None
        if unit and not (text in _TIMES and at + 1 < size and texts[at + 1][-1] in DIGITS):
            quantity.unit = unit[1]
            if unit[1] == "basis":  # hundredths of a point
                quantity.unit, quantity.exponent, quantity.pointed = "points", quantity.exponent - 2, True
            at += unit[2]
            continue
        after = hedges.match(hedges.AFTER, texts, at) if text in hedges.AFTER else None
        if after and not (text == "+" and (gaps[at] or (at + 1 < size and texts[at + 1][-1] in DIGITS))):
            items.append(Item("after", after[1], at))
            at += after[2]
            continue
        break
    return at
