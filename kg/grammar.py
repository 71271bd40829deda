"""What English and Russian want of a sentence, whoever writes it: quotation marks, numbers of things, periods."""

from __future__ import annotations

from collections.abc import Mapping

#: The languages that there are words in.
LANGUAGES = ("en", "ru")
#: Behind who says something, where others report that they do.
REPORTED = {"en": " (as reported)", "ru": " (в передаче других)"}
#: Periods that are open, as files write them, `..2023-01`, say little to who has not read the file format.
OPEN = {"en": {"from": "from {}", "to": "to {}", "by": "by {}"}, "ru": {"from": "с {}", "to": "до {}", "by": "не позже {}"}}


def quoted(text: str, lang: str) -> str:
    """Between the language's quotation marks; marks inside become those of a second level.

    >>> quoted("The “safe” bridge", "en"), quoted("«Вестник» пишет", "ru")
    ('“The ‘safe’ bridge”', '«„Вестник“ пишет»')
    """
    if lang == "ru":
        return f"«{text.replace('«', '„').replace('»', '“')}»"
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def count(number: int, forms: Mapping[str, tuple[str, ...]], lang: str) -> str:
    """A number of things; `forms` are English for one and several, Russian for one, two and five.

    >>> forms = {"en": ("passage", "passages"), "ru": ("фрагмент", "фрагмента", "фрагментов")}
    >>> count(2, forms, "en"), count(22, forms, "ru"), count(11, forms, "ru")
    ('2 passages', '22 фрагмента', '11 фрагментов')
    """
    words = forms[lang]
    if lang == "en":
        return f"{number} {words[number != 1]}"
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {words[0]}"
    return f"{number} {words[1] if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else words[2]}"


def spoken(written: str, lang: str, *, point: bool = False) -> str:
    """A period in words, its days in digits; of a `point` in time an open start says "by then".

    >>> spoken("..2023-01", "en"), spoken("..2023-01", "en", point=True), spoken("2023..", "ru"), spoken("2020..2024", "en")
    ('to 2023-01', 'by 2023-01', 'с 2023', '2020–2024')
    """
    start, dots, end = written.partition("..")
    if not dots:
        return written
    if start and end:
        return f"{start}–{end}" if len(start) == 4 else f"{start} – {end}"
    return OPEN[lang]["from" if start else "by" if point else "to"].format(start or end)
