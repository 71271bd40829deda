"""A text around a number, read: the one number or pair of numbers in it, what hedges it, its unit, which way it points.

A text with two numbers is read only where a pattern makes them one (`kg.audit.pairs`). Any other text with more numbers than one states
no single number, and gives none. What a number "fell to" is a state and has no direction.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.audit import hedges
from kg.audit.items import Item
from kg.audit.quantity import Quantity

_FLIPPED = {"more": "up-to", "less": "at-least"}
_BY = frozenset(("на", "в", "во", "by"))
_AND = frozenset(("and", "or", "и", "или"))
_SOFT = frozenset(("about", "almost"))
#: How many items before a number may lie between it and what negates it.
_REACH = 6


@dataclass(slots=True)
class Reading:
    """What a text states: a number, or the two ends of a range (`low` is `high` where there is one)."""

    low: Quantity
    high: Quantity
    hedge: str = ""
    #: A bound that is itself hedged: "more than about 50".
    loose: bool = False
    unit: str = ""
    direction: str = ""
    #: Printed one by one, however it looks: a share of two counts.
    exact: bool = False
    #: Of a range that is printed by its middle.
    middle: Quantity | None = None


def around(found: list[Item], first: int, last: int, texts: list[str]) -> Reading | None:
    """A number, or a pair from `first` to `last` that is one, with what is before and behind it; none where that makes it none."""
    low, high = found[first].number, found[last].number
    assert low is not None
    assert high is not None
    before, spoken, bridges, turned = _before(found, first)
    behind = found[last + 1 :]
    near = before[-1].kind if before else ""
    if near == "label" or (near == "link" and before[-1].says in hedges.TOLERANCE):
        return None
    negated = any(item.kind == "not" for item in before[-_REACH:])
    if near == "not" and not spoken:
        return None
    verb = next((item.says for item in reversed(before) if item.kind == "turn"), "")
    state = verb != "" and _is_state(found[:first], texts)
    if state and spoken and spoken[-1].says == "up-to" and texts[spoken[-1].at] == "до":
        spoken.pop()
    reading = Reading(low, high, unit=high.unit or low.unit)
    later = next((item.says for item in behind if item.kind == "after"), "")
    if not later and len(behind) > 1 and behind[-1].kind in {"compare", "turn"} and behind[-2].says in _AND:  # «10 лет и более»
        later = "at-least" if behind[-1].says.endswith("up") else "up-to"
        behind = behind[:-2]
    _hedge(reading, spoken, later, negated)
    reading.direction = low.direction or turned or _direction(behind) or ("" if negated or state else verb)
    if reading.unit == "раз":  # «в пять раз» is a factor, «пять раз» is how often
        reading.unit = "factor" if bridges & {"в", "во"} or low.pointed or any(item.kind != "other" for item in behind) else ""
    elif not reading.unit and near == "other" and before[-1].says in {"x", "×", "х"}:
        reading.unit = "factor"
    _sign(reading, found, texts)
    return reading


def _before(found: list[Item], first: int) -> tuple[list[Item], list[Item], set[str], str]:
    """What is before a number: all but its hedges, the hedges from the nearest out, what bridges them, a direction compared by."""
    spoken: list[Item] = []
    bridges: set[str] = set()
    turned = ""
    for index in range(first - 1, -1, -1):
        item = found[index]
        if item.from_whom and any(other.kind == "other" for other in found[:index]):  # "complaints from 47 people"
            return found[: index + 1], spoken, bridges, turned
        if item.kind == "bridge":
            bridges.add(item.says)
        elif item.kind == "hedge" or (item.kind == "compare" and not bridges & _BY):
            spoken.append(item)
        else:
            if item.kind == "compare":  # «больше на 5%»
                turned = item.says.split()[1]
            return found[: index + 1], spoken, bridges, turned
    return [], spoken, bridges, turned


def _hedge(reading: Reading, spoken: list[Item], behind: str, negated: bool) -> None:
    """Of several hedges one that bounds wins, the outermost first; "about" beside it makes the bound loose."""
    said = [item.says.split()[0] for item in reversed(spoken)] + ([behind] if behind else [])
    if not said:
        return
    hedge = next((one for one in said if one not in _SOFT), said[0])
    reading.loose = hedge not in _SOFT and len(said) > 1 and not _SOFT.isdisjoint(said)
    reading.hedge = _FLIPPED.get(hedge, hedge) if negated else hedge


def _direction(behind: list[Item]) -> str:
    return next((item.says.split()[-1] for item in behind if item.kind in {"turn", "compare"}), "")


def _is_state(before: list[Item], texts: list[str]) -> bool:
    """Whether a number after a verb of change is what it came to: "fell to 5", «снизилось до 5»."""
    for item in reversed(before):
        if item.kind == "turn":
            return False
        if (item.kind == "link" and item.says == "to") or (item.kind == "hedge" and texts[item.at] == "до"):
            return True
    return False


def _sign(reading: Reading, found: list[Item], texts: list[str]) -> None:
    """Signs of the ends; brackets around the whole make it negative, as accounts print it."""
    low, high = reading.low, reading.high
    if texts[0] == "(" and texts[-1] == ")" and all(item.kind in {"number", "skip"} or item.says in hedges.MONEY for item in found):
        low.sign = low.sign or "down"
    reading.direction = (low.sign if low.sign == high.sign else "") or reading.direction
    for quantity in (low,) if low is high else (low, high):
        if quantity.sign == "down":
            quantity.negate()
