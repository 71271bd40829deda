"""What a reader of the numbers should know beside the outcomes: breaks that are compared across, the choice of a base, trends that
were there before their claimed cause, and texts that slide from one counted thing to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.audit.bases import base_year
from kg.audit.breaks import across
from kg.audit.causes import before_cause
from kg.audit.graph import Numbers
from kg.audit.judged import Judged
from kg.audit.slides import slide
from kg.findings import Finding


def notes(numbers: Numbers, judged: Sequence[Judged]) -> Iterator[Finding]:
    """All of them, sorted by what they are about."""
    stated = [one for one in judged if not one.relation.implied]
    for broken in numbers.breaks:
        yield from across(numbers, broken, stated)
    for one in stated:
        yield from base_year(numbers, one)
        yield from slide(numbers, one)
    for cause in numbers.causes:
        yield from before_cause(numbers, cause, stated)
