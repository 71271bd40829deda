"""When things were, from the periods of a graph, and which share of funds a printed one can be."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from kg.case import period
from kg.names import PERIOD
from kg.sources.facts import Facts
from kg.sources.model import ANY, Span

_SHARE = re.compile(r"([^0-9]*)([0-9]+(?:[.,][0-9]+)?)\s*(?:%|per ?cent|процент\w*)", re.IGNORECASE)
#: What stands before a share → whether it is the least, the most, or about what is printed.
_HEDGES = {
    "": "is",
    **dict.fromkeys(("at least", "more than", "over", "не менее", "не меньше", "более", "больше", "свыше"), "least"),
    **dict.fromkeys(("at most", "less than", "up to", "under", "не более", "не больше", "менее", "меньше", "до"), "most"),
}


def span(facts: Facts, node: str) -> Span:
    """The days of a period's node, ANY for none."""
    if not node:
        return ANY
    if node in facts.table("earliest") or node in facts.table("latest"):
        return Span(_day(facts.one("earliest", node)), _day(facts.one("latest", node)))
    found = period.parse(node.removeprefix(PERIOD))
    return Span(found.earliest, found.latest) if found else ANY


def written(when: Span) -> str:
    """A span as files write it: a year, month or day, or a range of them.

    >>> written(Span(date(2024, 1, 1), date(2024, 12, 31))), written(Span(date(2024, 5, 1), date(2024, 5, 31)))
    ('2024', '2024-05')
    >>> written(Span(None, date(2023, 12, 31))), written(Span(date(2020, 1, 1), date(2021, 6, 30)))
    ('..2023', '2020..2021-06')
    """
    first, last = when
    starts, ends = (_forms(first, ending=False), _forms(last, ending=True))
    same = [form for form in starts if form in ends]
    return same[0] if same and first and last else f"{starts[0]}..{ends[0]}"


def _forms(day: date | None, *, ending: bool) -> list[str]:
    """The periods that begin, or end, with a day, the longest first; "" for none."""
    if day is None:
        return [""]
    after = day + timedelta(days=1) if ending else day
    turns = [(after.month, after.day) == (1, 1), after.day == 1, True]
    return [form for turn, form in zip(turns, (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"), strict=True) if turn]


def of_tie(facts: Facts, node: str) -> tuple[Span | None, Span]:
    """When a tie held for certain, and when it can have held."""
    if not node:
        return None, ANY
    when = span(facts, node)
    return tie_span(facts.one("written", node) or node.removeprefix(PERIOD), when)


def tie_span(written: str, when: Span) -> tuple[Span | None, Span]:
    """The same for a period as it is written, with the days that it has.

    A range says when the tie began and ended, as precisely as it is written: what is said to have begun in 2023 may have begun on
    any day of it. A day, month or year by itself says that it held then; before and after it may have.

    >>> first, last = date(2023, 1, 1), date(2024, 5, 31)
    >>> held, within = tie_span("2023..2024-05", Span(first, last))
    >>> str(held.earliest), str(held.latest), within == (first, last)
    ('2023-12-31', '2024-05-01', True)
    """
    start, dots, end = written.partition("..")
    if not dots:
        return when, ANY
    began, ended = (period.parse(part) if part else None for part in (start, end))
    held = Span(began.latest if began else when.earliest, ended.earliest if ended else when.latest)
    never = held.earliest is not None and held.latest is not None and held.earliest > held.latest
    return (None if never else held), when


def share(printed: str) -> tuple[Fraction, Fraction] | None:
    """The least and the most that a printed share of funds can be, of 1; None where it cannot be told from the print.

    >>> share("40 %"), share("more than 33,5%"), share("about half")
    ((Fraction(2, 5), Fraction(2, 5)), (Fraction(67, 200), Fraction(1, 1)), None)
    """
    found = _SHARE.fullmatch(printed.strip())
    how = _HEDGES.get(found[1].strip().lower()) if found else None
    if found is None or how is None:
        return None
    value = Fraction(found[2].replace(",", ".")) / 100
    return (Fraction(0) if how == "most" else value, Fraction(1) if how == "least" else value)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
