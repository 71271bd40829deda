"""Days, months and periods as people write them."""

from __future__ import annotations

import re

from kg.grammar import OPEN

_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"),
}
#: A month that stands alone is in the nominative; after с, до and не позже in the genitive, as with a day.
_ALONE = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь")


def spoken(written: str, lang: str, *, point: bool = False) -> str:
    """A period in words, its months by name; of a `point` in time an open start says "by then".

    >>> spoken("2025-05-13..2025-05-31", "en"), spoken("..2023-01", "ru", point=True)
    ('13–31 May 2025', 'не позже января 2023 г.')
    >>> spoken("2025-05-13", "en"), spoken("2025-05", "ru"), spoken("2025-05..", "ru"), spoken("2020..2022", "en")
    ('13 May 2025', 'май 2025 г.', 'с мая 2025 г.', '2020–2022')
    """
    start, dots, end = written.partition("..")
    if not dots:
        return _one(start, lang, alone=True)
    if start and end:
        if len(start) == len(end) == 4:
            return f"{start}–{end}" + (" гг." if lang == "ru" else "")
        if len(start) == len(end) == 10 and start[:7] == end[:7]:
            return f"{start[8:].lstrip('0')}–{_one(end, lang)}"
        return f"{_one(start, lang, alone=True)} – {_one(end, lang, alone=True)}"
    return OPEN[lang]["from" if start else "by" if point else "to"].format(_one(start or end, lang))


def _one(written: str, lang: str, *, alone: bool = False) -> str:
    """A day, a month or a year; what is neither stays as it is."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", written):
        return written
    year, month, day = (*written.split("-"), "", "")[:3]
    years = f"{year} г." if lang == "ru" else year
    if not month:
        return years
    names = _ALONE if lang == "ru" and alone and not day else _MONTHS[lang]
    return " ".join(filter(None, (day.lstrip("0"), names[int(month) - 1], years)))
