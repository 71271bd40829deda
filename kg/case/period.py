"""Days, months, years and ranges of them: the written form kept, earliest and latest day derived."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Period:
    """`earliest` or `latest` is None where a range is open at that end."""

    written: str
    earliest: date | None
    latest: date | None


def parse(written: str) -> Period | None:
    """A period, or None where the text is not one.

    >>> parse("2020..2022").latest
    datetime.date(2022, 12, 31)
    >>> parse("2024-02").latest
    datetime.date(2024, 2, 29)
    >>> parse("2022..").latest is None
    True
    >>> parse("2023-02-30") is None
    True
    """
    first, dots, last = written.partition("..")
    if not dots:
        ends = _point(first)
        return Period(written, *ends) if ends else None
    start, end = (_point(part) if part else (None, None) for part in (first, last))
    if start is None or end is None or (not first and not last):
        return None
    earliest, latest = start[0], end[1]
    if earliest and latest and earliest > latest:
        return None
    return Period(written, earliest, latest)


def _point(text: str) -> tuple[date, date] | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None
