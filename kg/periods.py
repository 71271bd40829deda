"""Periods as files write them, in words."""

from __future__ import annotations

#: Periods as files write them, `..2023-01`, say little to who has not read the file format.
_PERIODS = {"en": {"from": "from {}", "to": "to {}", "by": "by {}"}, "ru": {"from": "с {}", "to": "до {}", "by": "не позже {}"}}


def spoken(written: str, lang: str, *, point: bool = False) -> str:
    """A period in words; of a `point` in time an open start says "by then".

    >>> spoken("..2023-01", "en"), spoken("..2023-01", "en", point=True), spoken("2023..", "ru"), spoken("2020..2024", "en")
    ('to 2023-01', 'by 2023-01', 'с 2023', '2020–2024')
    """
    start, dots, end = written.partition("..")
    if not dots:
        return written
    if start and end:
        return f"{start}–{end}" if len(start) == 4 else f"{start} – {end}"
    return _PERIODS[lang]["from" if start else "by" if point else "to"].format(start or end)
