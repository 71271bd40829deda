"""A case with a relation of every look that a picture of an audit has."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from tests import numbers

VALUES = ["36", "47", "30", "more than 8", "almost 50"]
CALCULATIONS = (
    "kind: sum, parts: [a, b, c], prints: '160', assumes: {en: The same people are counted each year, ru: 'Посчитаны одни и те же люди'}",
    "kind: share, part: c, whole: a, prints: '87%'",
    "kind: change, start: a, end: b, prints: '31%'",
    "kind: range, parts: [a, b, c], prints: '30-40'",
    "kind: trend, falling: [a, b, c, d]",
    "kind: comparison, greater: b, lesser: [a, c], prints: together",
    "kind: ratio, greater: e, lesser: c, prints: 'more than 2 times'",
    "kind: ratio, greater: e, lesser: d, prints: '6 times'",
    "kind: sum, parts: [a, c], prints: '66'",
)


@cache
def held() -> ox.Store:
    return numbers.held(VALUES, *CALCULATIONS)
