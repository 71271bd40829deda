"""What `check` is given, made into numbers: parts, precision, weights, and the readings that they leave open."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from kg.audit.calculation import KINDS, Calculation
from kg.audit.interval import Interval, Number, plain
from kg.audit.stated import FARTHEST, Stated, parse
from kg.problems import KgError

if TYPE_CHECKING:
    pass


Printed = str | int | float | Decimal | Fraction | Stated | None


#: Results that have a unit of their own, whatever the parts are.
UNITS = ("percent", "points", "factor", "fraction")


#: Kinds whose stated result is a word.
WORDED = ("comparison", "trend", "co-movement")


_HALF = Fraction(1, 2)
#: Kinds whose result has the unit of the parts.
_OF_ONE_UNIT = frozenset({"sum", "difference", "average", "range", "same"})


def flat_list(kind: str, parts: Sequence[Any]) -> list[Printed]:
    """The parts one after the other; those of a co-movement are two lists."""
    if isinstance(parts, str | bytes) or not isinstance(parts, Sequence):
        raise KgError("parts are a list of numbers, as in ['27', '15']")
    if kind != "co-movement":
        return list(parts)
    if len(parts) != 2 or not all(isinstance(some, list | tuple) for some in parts) or len(parts[0]) != len(parts[1]) or len(parts[0]) < 2:
        raise KgError("a co-movement takes two lists of the same length, a value of each for two periods or more")
    return [one for some in parts for one in some]


def fits(kind: str, parts: Sequence[Any], weights: Sequence[Any] | None) -> None:
    """Complain of what a kind does not take: numbers of parts, weights."""
    arity = KINDS[kind].arity if kind in KINDS else None
    least = 2 if kind in ("trend", "same", "comparison", "difference") else 1
    if arity is not None and len(parts) != arity:
        raise KgError(f"a {kind} takes {arity} part{'' if arity == 1 else 's'}, not {len(parts)}")
    if len(parts) < least and kind != "count":
        raise KgError(f"a {kind} takes at least {least} part{'' if least == 1 else 's'}")
    if weights is not None and len(weights) != len(parts):
        raise KgError(f"there are {len(weights)} weights for {len(parts)} parts: give one for each")
    if weights is not None and kind not in ("sum", "average"):
        raise KgError(f"a {kind} has no weights: a sum and an average have")


def precisions(given: Any, number: int) -> list[int | float | None]:
    """One for each part and one for what is stated."""
    if given is None or not isinstance(given, list | tuple):
        return [_place(given)] * (number + 1)
    if len(given) != number + 1:
        raise KgError(f"there are {len(given)} decimals for {number} parts and what is stated: give one value, or {number + 1}")
    return [_place(one) for one in given]


def _place(given: Any) -> int | float | None:
    if isinstance(given, str):
        given = math.inf if given.strip().lower() == "inf" else given.strip().removeprefix("+")
        given = int(given) if isinstance(given, str) and given.removeprefix("-").isdecimal() else given
    if given is None or given == math.inf:
        return None if given is None else math.inf
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= FARTHEST and given == int(given):
        return int(given)
    raise KgError(f"decimals are whole numbers, or inf for exact ones, not {given!r}")


def weight(given: Any) -> Number:
    """A weight, exactly: a float is the number that it prints."""
    try:
        return plain(Fraction(str(given) if isinstance(given, float) else given))
    except (TypeError, ValueError, OverflowError, ArithmeticError):
        raise KgError(f"weights are numbers, not {given!r}") from None


def read(printed: Printed, language: str | None, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    """The readings of a number, its ends plain integers where they are whole; none where there is no number."""
    if printed is None:
        return ()
    if isinstance(printed, Stated):
        return (_whole(printed),)
    if isinstance(printed, str):
        return _read_text(printed, language, decimals, truncated)
    return tuple(map(_whole, parse(printed, language, decimals, truncated=truncated)))


@lru_cache(maxsize=16384)
def _read_text(printed: str, language: str | None, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    return tuple(map(_whole, parse(printed, language, decimals, truncated=truncated)))


def _whole(stated: Stated) -> Stated:
    return replace(stated, value=plain(stated.value), interval=stated.interval.whole(), exact=stated.exact.whole())


def known_figures(given: Iterable[Any], language: str | None) -> Iterable[tuple[str, Number]]:
    """Other figures with their names."""
    for one in given:
        name, number = one if isinstance(one, tuple) else (str(one), one)
        for found in read(number, language, None, False)[:1]:
            yield str(name), found.value


def readings_of(numbers: Sequence[tuple[Stated, ...]], result: tuple[Stated, ...] | None) -> list[list[Stated]]:
    """The numbers, read alike: what one of them shows of marks between digits holds for all."""
    every = [*numbers, result] if result else list(numbers)
    if all(len(one) == 1 for one in every):
        return [[one[0] for one in every]]
    shown = {one[0].convention for one in every if len(one) == 1 and one[0].convention}
    wanted = sorted(shown) if len(shown) == 1 else ["en", "ru"]
    chosen = [[next((r for r in one if r.convention == way), one[0]) for one in every] for way in wanted]
    # Readings that are no matter of marks; where one number shows which mark is meant, no other is.
    rest = [] if len(shown) == 1 else [list(some) for some in zip_longest(*every) if None not in some]
    return list({tuple(some): some for some in (*chosen, *rest)}.values())


def convention(calculation: Calculation) -> str:
    """How a mark was read where that mattered."""
    numbers = [*calculation.parts, *([calculation.stated] if calculation.stated else [])]
    return next((one.convention for one in numbers if one.convention), "")


@lru_cache(maxsize=4096)
def _rounded(stated: Stated) -> Stated:
    """A whole number that is not counted but computed."""
    return replace(stated, interval=Interval.around(stated.value, _HALF), decimals=0)


def variants(kind: str, stated: Stated | None, parts: Sequence[Stated]) -> list[tuple[Stated | None, str, int]]:
    """What is stated, with the unit and the direction that it may have: a bare number beside a share may be a percentage."""
    if stated is None:
        return [(None, "percent" if kind == "change" else "", 0)]
    known = KINDS.get(kind)
    whole = stated.unit == "count" and not stated.hedge and stated.decimals == math.inf
    rounded = _rounded(stated) if whole else stated
    if known and known.rounded:
        stated = rounded
    sense = -1 if stated.direction == "down" else 1 if stated.direction == "up" else 0
    unit = stated.unit if stated.unit in UNITS else ""
    if kind == "share" and unit == "":
        return [(stated, "percent", sense)] if stated.value > 1 else [(stated, "", sense), (stated, "percent", sense)]
    if kind == "change" and unit == "":
        return [(stated, "", sense), (rounded, "percent", sense)]
    if unit == "" and kind in _OF_ONE_UNIT and parts and all(part.unit == "percent" for part in parts):
        return [(replace(rounded, unit="percent"), "percent", sense)]
    if kind == "ratio" and unit == "percent":  # "50% more" is one and a half times, "150% of" too
        step, start = Fraction(-1 if sense < 0 <= stated.value else 1, 100), 1 if sense else 0
        interval, exact = (one.scaled(step) + Interval.point(start) for one in (stated.interval, stated.exact))
        value = stated.value * step + start
        return [(replace(stated, unit="factor", value=value, interval=interval, exact=exact, direction=""), "factor", 0)]
    if kind == "change" and unit == "fraction":
        interval, exact = stated.interval.scaled(100), stated.exact.scaled(100)
        return [(replace(stated, unit="percent", value=stated.value * 100, interval=interval, exact=exact), "percent", sense)]
    return [(stated, unit, sense)]
