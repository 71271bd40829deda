"""Figures, relations, breaks and causes, as a case has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from kg.names import OPERANDS

Key = TypeVar("Key", bound=Hashable)


#: What may be said of a figure beside its value: what two figures must share to be compared.
ASPECTS = ("counts", "unit", "population", "place")


#: A unit in the plural, or declined, is the same unit.
_PLURAL = re.compile(r"(s{1,2}|s{0,2}(ie|e|y)s?|ов|ев|ей|[аеиоуыьйя])\b")


_IRREGULAR = ((re.compile("people|persons"), "person"), (re.compile(r"\bд(ней|ня|ни)\b"), "день"))


@dataclass(frozen=True)
class Figure:
    """An observation: the value as printed, for a period, of a metric, in a document.

    `earliest` and `latest` are the first and last day of its period, none where it has none or is open. `worded` is the
    document's own wording by language, `passages` where it stands.
    """

    iri: str
    value: str
    language: str
    document: str
    metric: str
    counts: str
    unit: str
    population: str
    place: str
    period: str
    earliest: date | None
    latest: date | None
    worded: tuple[tuple[str, str], ...]
    passages: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """How long its period is; none where that is not known."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    @property
    def stem(self) -> str:
        return stem(self.unit)


@dataclass(frozen=True)
class Relation:
    """A calculation: operands by role, the result as a figure (`gives`) or as printed, and what it takes for granted.

    `implied` is the rule that found it where nobody states it; `complete` whether its parts are all there are.
    """

    iri: str
    kind: str
    operands: Mapping[str, tuple[str, ...]]
    gives: str
    prints: str
    assumes: Mapping[str, str]
    claims: tuple[str, ...]
    document: str
    language: str
    passages: tuple[str, ...]
    implied: str = ""
    complete: bool = True

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure that it uses, operands first."""
        return (*(one for role in OPERANDS for one in self.operands.get(role, ())), *([self.gives] if self.gives else []))


@dataclass(frozen=True)
class Broken:
    """A break of a metric: when (first and last day that it can be), and its cause by language."""

    iri: str
    metric: str
    kind: str
    earliest: date | None
    latest: date | None
    when: str
    cause: Mapping[str, str]
    document: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Cause:
    """A reform with the day from which it holds, the metrics that are to show its effect, and its claimed effects."""

    iri: str
    since: str
    earliest: date | None
    latest: date | None
    metrics: tuple[str, ...]
    claims: tuple[str, ...]


def grouped(items: Iterable[Figure], key: Callable[[Figure], Key]) -> dict[Key, list[Figure]]:
    """Figures by what they share, in the order in which they come."""
    made: dict[Key, list[Figure]] = {}
    for item in items:
        made.setdefault(key(item), []).append(item)
    return made


@cache
def stem(unit: str) -> str:
    """A unit without its number and case.

    >>> stem("Persons") == stem("person"), stem("cases") == stem("case"), stem("дней") == stem("день"), stem("cases") == stem("person")
    (True, True, True, False)
    """
    text = unit.casefold()
    for pattern, singular in _IRREGULAR:
        text = pattern.sub(singular, text)
    return _PLURAL.sub("", text)
