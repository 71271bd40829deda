"""Days, months, years and ranges of them: the written form kept, earliest and latest day derived."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_SIGN, _YEAR, _PART = "[-./_\u2010-\u2015\u2212]", "([12][0-9])([0-9]{2})", "([0-9]{2})"
#: What looks like a period and is none → how it may be meant.
_LIKE = [
    (re.compile(f"{_PART}{_SIGN}{_PART}{_SIGN}{_YEAR}"), [r"\3\4-\2-\1", r"\3\4-\1-\2"]),
    (re.compile(f"{_PART}{_SIGN}{_YEAR}"), [r"\2\3-\1"]),
    (re.compile(f"{_YEAR}{_SIGN}+{_YEAR}"), [r"\1\2..\3\4", r"\3\4..\1\2"]),
    (re.compile(f"{_YEAR}{_SIGN}?{_PART}{_SIGN}?{_PART}"), [r"\1\2-\3-\4"]),
    (re.compile(f"{_YEAR}{_SIGN}{_PART}"), [r"\1\2-\3", r"\1\2..\1\3"]),
    (re.compile(f"(?:[0-9]+{_SIGN}+)*{_YEAR}(?:{_SIGN}+[0-9]+)+|(?:[0-9]+{_SIGN}+)+{_YEAR}"), []),
]
_LONGEST = 30
_FORMS = "2019-12-31, 2019-05 or 2019..2020"


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


def meant(name: str) -> str:
    """How the period is written that a text looks like; "" where it is one, or looks like none.

    >>> meant("31.12.2019"), meant("5.2019"), meant("2019/2020"), meant("four-years")
    ('2019-12-31', '2019-05', '2019..2020', '')
    """
    if len(name) > _LONGEST or parse(name):
        return ""
    padded = re.sub("(?<![0-9])[0-9](?![0-9])", r"0\g<0>", name)
    for pattern, forms in _LIKE:
        if found := pattern.fullmatch(padded):
            return next((right for form in forms if parse(right := found.expand(form))), _FORMS)
    return ""


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
