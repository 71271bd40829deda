"""A text around a number, read: the one number or pair of numbers in it, what hedges it, its unit, which way it points.

A text with two numbers is read only where a pattern covers both: a range ("600-900", "from 600 to 900", "between 5 and 7", "two or three",
"5 ± 2"), a share ("one in five", «9 из 10»). Any other text with more numbers than one states no single number, and gives none.
After a verb of change "from 600 to 900" is two states, not a range, and "to 50%" is a state, which has no direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kg.audit import hedges, quantity
from kg.audit.quantity import Quantity

_FLIPPED = {"more": "up-to", "less": "at-least", "about": "", "almost": "", "at-least": "less", "up-to": "more"}
_DASHES = frozenset("-–—−‐‑‒")
_SIGNS = {"-": "down", "−": "down", "–": "down", "‑": "down", "+": "up"}
_BY = frozenset(("на", "в", "во", "by"))
_TOLERANCE = frozenset(("±", "+-", "+/-"))
_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000))
_FORWARD = ("", "more", "at-least", "up-to", "less")


@dataclass(slots=True)
class Reading:
    """What a text states: a number, or the two ends of a range (`low` is `high` where there is one)."""

    low: Quantity
    high: Quantity
    hedge: str = ""
    loose: bool = False  # a bound that is itself hedged: "more than about 50"
    unit: str = ""
    direction: str = ""
    count: bool = False  # a share of two counts, both printed: exact
    middle: Quantity | None = None


@dataclass(slots=True)
class _Item:
    kind: str
    says: str
    at: int
    found: Quantity | None = None


def read(texts: list[str], gaps: list[str], style: str) -> list[Reading]:
    """The readings of a text in one convention, in order of what is likelier; none where it states no single number."""
    items = _items(texts, gaps, style)
    if items is None:
        return []
    numbers = [index for index, item in enumerate(items) if item.found is not None]
    if len(numbers) == 1:
        return _one(items, numbers[0], numbers[0], texts)
    if len(numbers) == 2:
        return _two(items, *numbers, texts)
    return []


def _items(texts: list[str], gaps: list[str], style: str) -> list[_Item] | None:
    """Numbers, hedges, units and the like in order; other words are left as such. None where something makes it no number."""
    items: list[_Item] = []
    at, size, sign = 0, len(texts), ""
    while at < size:
        text = texts[at]
        if text in _SIGNS and _signs(items, texts, gaps, at):
            sign, at = _SIGNS[text], at + 1
            continue
        if quantity.starts(text):
            if text[-1].isdigit() and _coded(texts, gaps, at):
                items.append(_Item("other", text, at))
                at += 1
                continue
            found = quantity.read(texts, gaps, at, style)
            if found:
                number, length = found
                if not length:
                    return None
                number.sign, sign = sign, ""
                item = _Item("number", "", at, number)
                items.append(item)
                at = _behind(items, item, texts, gaps, at, at + length)
                continue
        if text.isnumeric() or (text[-1].isnumeric() and not text.isascii()):
            return None  # digits of other scripts, powers, Roman signs
        phrase = hedges.match(hedges.PHRASES, texts, at)
        if phrase:
            kind, says, length = phrase
            if kind == "bad":
                return None
            items.append(
                _Item(
                    kind,
                    text if kind in {"bridge", "link"} and length == 1 else says if kind != "link" else " ".join(texts[at : at + length]),
                    at,
                )
            )
            at += length
            continue
        way = next((way for way, beginnings in hedges.TURNS_BEGINNING.items() if text.startswith(beginnings)), "")
        items.append(_Item("turn", way, at) if way else _Item("other", text, at))
        at += 1
    return items


def _signs(items: list[_Item], texts: list[str], gaps: list[str], at: int) -> bool:
    """Whether a dash or a plus is the sign of the number behind it: attached to it (a real minus need not be), none before it."""
    money = at + 2 < len(texts) and texts[at + 1] in hedges.MONEY
    number = at + 1 + money
    if number >= len(texts) or not texts[number][-1].isdigit() or (gaps[at + 1] and texts[at] != "−"):
        return False
    if at and not gaps[at] and texts[at - 1].isalpha() and texts[at - 1] not in hedges.MONEY:
        return False
    return not items or items[-1].found is None and items[-1].kind != "after"


def _coded(texts: list[str], gaps: list[str], at: int) -> bool:
    """Whether digits belong to a name: "COVID-19", "A4"; not to a currency or a sign of multiplication."""
    if at == 0 or gaps[at]:
        return False
    before = texts[at - 1]
    if before in {"-", "‐", "‑", "/"}:
        return (
            at > 1
            and not gaps[at - 1]
            and texts[at - 2].isalpha()
            and texts[at - 2] not in hedges.MONEY
            and not quantity.starts(texts[at - 2])
        )
    return before.isalpha() and before not in hedges.MONEY and before not in {"x", "х"}


def _behind(items: list[_Item], item: _Item, texts: list[str], gaps: list[str], start: int, at: int) -> int:
    """Reads what is directly behind a number: its unit, a hedge; gives the token after them."""
    number = item.found
    assert number is not None
    size = len(texts)
    for _ in range(3):
        if at >= size:
            break
        unit = None if number.unit in {"factor", "percent", "points"} else hedges.match(hedges.UNITS, texts, at)
        if unit and texts[at] in {"x", "×", "х"} and at + 1 < size and texts[at + 1][-1].isdigit():
            break
        if unit:
            number.unit = "points" if unit[1] == "basis" else unit[1]
            if unit[1] == "basis":
                number.exponent -= 2
            at += unit[2]
            continue
        after = hedges.match(hedges.AFTER, texts, at)
        if after and not (texts[at] == "+" and (gaps[at] or (at + 1 < size and texts[at + 1][-1].isdigit()))):
            items.append(_Item("after", after[1], at))
            at += after[2]
            continue
        break
    if "лишним" in texts[start:at]:
        items.append(_Item("after", "more", at))
    return at


def _one(items: list[_Item], first: int, last: int, texts: list[str]) -> list[Reading]:
    """One number, or a pair that is one: what stands before and behind it."""
    low, high = items[first].found, items[last].found
    assert low is not None
    assert high is not None
    reading = Reading(low, high, unit=high.unit or low.unit)
    found: list[str] = []
    bridges: set[str] = set()
    index = first - 1
    turned = ""  # by a comparative that is no hedge: «больше на 5»
    while index >= 0:
        item = items[index]
        if item.kind == "bridge":
            bridges.add(item.says)
        elif item.kind == "hedge" or (item.kind == "compare" and not bridges & _BY):
            if item.kind == "hedge" and found and bridges & {"of"}:
                break
            found.append(item.says.split()[0])
        elif item.kind == "compare":
            turned = item.says.split()[1]
            break
        else:
            break
        index -= 1
    before, behind = items[: index + 1], items[last + 1 :]
    if before and before[-1].kind == "label":
        return []
    if first and items[first - 1].kind == "link" and items[first - 1].says in _TOLERANCE:
        return []
    sign = low.sign
    if not sign and _bracketed(items, texts):
        sign = "down"
    negated = any(item.kind == "not" for item in before)
    if negated and not found and before[-1].kind == "not":
        return []
    verb = next((item.says for item in reversed(before) if item.kind == "turn"), "")
    state = _state(items, first, texts, bool(verb))
    if state and found and found[-1] == "up-to" and texts[_hedge_at(items, first, index)] == "до":
        found.pop()
    _hedge(reading, found, [item.says for item in behind if item.kind == "after"][:1], negated)
    if reading.unit == "раз":
        behind_turn = any(item.kind in {"turn", "compare"} for item in behind)
        times = bool(bridges & {"в", "во"}) or behind_turn or low.pointed
        reading.unit = "factor" if times else ""
    if not reading.unit and first and items[first - 1].kind == "other" and items[first - 1].says in {"x", "×", "х"}:
        reading.unit = "factor"
    reading.direction = low.direction or sign or _direction(turned, verb, behind, negated, state)
    for quantity_ in (low, high) if first != last else (low,):
        if (quantity_.sign or (sign if first == last else "")) == "down":
            quantity_.mantissa, quantity_.share = -quantity_.mantissa, None if quantity_.share is None else -quantity_.share
    return [reading]


def _bracketed(items: list[_Item], texts: list[str]) -> bool:
    """Whether all of it is a number in brackets, as accounts print a negative one."""
    plain = all(item.kind in {"number", "skip"} or item.says in hedges.MONEY for item in items)
    return texts[0] == "(" and texts[-1] == ")" and plain


def _hedge_at(items: list[_Item], first: int, index: int) -> int:
    return next((item.at for item in items[index + 1 : first] if item.kind in {"hedge", "compare"}), 0)


def _state(items: list[_Item], first: int, texts: list[str], verb: bool) -> bool:
    """Whether a number after a verb of change is what it came to: "fell to 5", «снизилось до 5»."""
    if not verb:
        return False
    for item in reversed(items[:first]):
        if item.kind == "turn":
            return False
        if (item.kind == "link" and item.says == "to") or (item.kind == "hedge" and texts[item.at] == "до"):
            return True
    return False


def _hedge(reading: Reading, before: list[str], behind: list[str], negated: bool) -> None:
    """Of several hedges the outer one bounds; "about" within it makes the bound loose."""
    hedge = before[-1] if before else behind[0] if behind else ""
    inner = (before[:-1] if before else []) + (behind if before else [])
    if negated and hedge in {"more", "less"}:
        hedge = _FLIPPED[hedge]
    if hedge in {"about", "almost"}:
        hedge = next((bound for bound in inner if bound not in {"about", "almost"}), hedge)
        inner = ["about"]
    reading.loose = hedge in _FORWARD and bool({"about", "almost"} & set(inner))
    reading.hedge = hedge


def _direction(turned: str, verb: str, behind: list[_Item], negated: bool, state: bool) -> str:
    if turned:
        return turned
    for item in behind:
        if item.kind in {"turn", "compare"}:
            return item.says.split()[-1]
    return "" if negated or state else verb


def _two(items: list[_Item], first: int, second: int, texts: list[str]) -> list[Reading]:
    """A range or a share, where what stands between two numbers makes them one."""
    between = [item for item in items[first + 1 : second] if item.kind not in {"bridge", "after"} or item.says in {"of", "in"}]
    low, high = items[first].found, items[second].found
    assert low is not None
    assert high is not None
    link = between[0] if len(between) == 1 else None
    if link is None or not (link.kind in {"link", "hedge", "bridge"}):
        return []
    if any(item.kind == "after" for item in items[first + 1 : second]):
        return []
    says = link.says if link.kind != "hedge" else texts[link.at]
    if says in {"of", "out of", "of every", "in", "in every", "out of every", "из", "из каждых", "из общих"}:
        return _part(items, first, second, says, texts)
    opener = next(
        (texts[item.at] for item in reversed(items[:first]) if item.kind in {"hedge", "skip"} and texts[item.at] not in {"("}), ""
    )
    changed = any(item.kind == "turn" for item in items[:first])
    if says in _TOLERANCE:
        if high.value < 0 or low.unit not in {"", high.unit}:
            return []
        ends = _plus_minus(low, high)
        return [Reading(*ends, hedge="range", unit=high.unit or low.unit, middle=low)]
    if says in _DASHES or says in {"or", "или", "либо", "…", "..", "..."}:
        pass
    elif says == "to":
        if changed:
            return []
    elif says == "до":
        if opener != "от":
            return []
    elif says in {"and", "и"}:
        if opener not in {"between", "между"}:
            return []
    else:
        return []
    if low.unit and high.unit and low.unit != high.unit:
        return []
    if low.unit and not high.unit:
        return []
    if high.scaled and not low.scaled and high.mantissa and low.share is None:
        by = high.scaled
        if low.value * 10**by <= high.value:
            low.scale(by)
    return _ranged(items, first, second, texts, opener)


def _ranged(items: list[_Item], first: int, second: int, texts: list[str], opener: str) -> list[Reading]:
    found = _one(items, first, second, texts)
    for reading in found:
        low, high = reading.low, reading.high
        if low.value > high.value:
            return []
        if opener in {"from", "от"} or reading.hedge in {"", "almost"}:
            reading.hedge = "range"
        elif reading.hedge == "about":
            reading.hedge, reading.loose = "range", True
    return found


def _plus_minus(middle: Quantity, reach: Quantity) -> tuple[Quantity, Quantity]:
    low = min(middle.exponent, reach.exponent)
    at, far = middle.mantissa * 10 ** (middle.exponent - low), reach.mantissa * 10 ** (reach.exponent - low)
    return Quantity(at - far, low, middle.pointed or reach.pointed), Quantity(at + far, low, middle.pointed or reach.pointed)


def _part(items: list[_Item], first: int, second: int, says: str, texts: list[str]) -> list[Reading]:
    """A part of a whole: "one in five". Where the whole is no round number, two counts were printed, and their share is exact."""
    part, whole = items[first].found, items[second].found
    assert part is not None
    assert whole is not None
    if part.unit or whole.unit or part.share is not None or whole.share is not None or not 0 < part.value < whole.value:
        return []
    if part.exponent < 0 or whole.exponent < 0:
        return []
    common = whole.value in _ROUND
    if not common and says not in {"of", "out of", "из"}:
        return []
    items[first].found = Quantity(0, share=Fraction(part.value, whole.value), unit="fraction")
    found = _one(items, first, first, texts)
    for reading in found:
        reading.count = not common
    return found
