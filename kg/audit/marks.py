"""Digits and the marks between them: what groups thousands and what starts the decimals, by convention.

Spaces of every width and apostrophes only group. A comma or a point does either: where it is repeated it groups, where both
stand the last one starts the decimals, and where groups cannot be right ("12,5", "0,290") it starts them too. What is left,
one comma and three digits, is for the language to say: "6,290" is six thousand in English and six point two nine in Russian.
"""

from __future__ import annotations

import re

#: Where the point starts the decimals. Everywhere else it is the comma.
_POINT = frozenset(("en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ta", "te", "ur", "ms", "my", "fil", "sw", "mt", "ga", "cy"))
#: Where the point groups thousands: "6.290" is six thousand too. Elsewhere (English, Russian) it is read as a decimal point.
_POINT_GROUPS = frozenset(
    ("de", "es", "it", "pt", "nl", "tr", "id", "da", "el", "ro", "hr", "sl", "sr", "ca", "gl", "eu", "is", "vi", "az")
)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def convention(language: str | None) -> str:
    """How a language writes numbers: `en`, `ru` (comma before decimals), `de` (and point between thousands), "" for unknown.

    >>> convention("ru-KZ"), convention("en-GB"), convention("kk"), convention("de"), convention(None)
    ('ru', 'en', 'ru', 'de', '')
    """
    if not language:
        return ""
    tag = language.replace("_", "-").split("-")[0].casefold()
    return "en" if tag in _POINT else "de" if tag in _POINT_GROUPS else "" if tag in {"und", "mul", "zxx"} else "ru"


def read(printed: str, style: str) -> tuple[int, int, str, bool] | None:
    """Digits as (mantissa, exponent, convention by which a mark was read, whether the other one reads it too).

    None where the marks fit no convention, as in a date or the number of a section. The exponent keeps trailing zeros.

    >>> read("33.30", "en"), read("6,290", "en"), read("6,290", "ru")
    ((3330, -2, '', False), (6290, 0, 'en', True), (6290, -3, 'ru', True))
    >>> read("1,234,567", "ru"), read("12.05.2024", "ru")
    ((1234567, 0, 'en', False), None)
    """
    digits = printed.replace(" ", "").replace("'", "")
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return int(digits), 0, "", False
    if points and commas:
        return _both(digits)
    mark, name = (",", "en") if commas else (".", "ru")
    if points + commas > 1:
        grouped = _GROUPS.fullmatch(digits) and digits == printed
        return (int(digits.replace(mark, "")), 0, name, False) if grouped else None
    if digits == printed and _ONE_GROUP.fullmatch(digits):
        if commas:
            return (int(digits.replace(",", "")), 0, "en", True) if style in {"en", ""} else (*_decimal(digits, ","), "ru", True)
        return (int(digits.replace(".", "")), 0, "ru", False) if style == "de" else (*_decimal(digits, "."), "en", False)
    return (*_decimal(digits, mark), "ru" if commas else "", False)


def _both(digits: str) -> tuple[int, int, str, bool] | None:
    """Commas and points: the last mark starts the decimals, the others group."""
    last = max(digits.rfind("."), digits.rfind(","))
    head, mark = digits[:last], digits[last]
    if mark in head or not _GROUPS.fullmatch(head):
        return None
    return int(head.replace(",", "").replace(".", "") + digits[last + 1 :]), last + 1 - len(digits), "en" if mark == "." else "ru", False


def _decimal(digits: str, mark: str) -> tuple[int, int]:
    whole, _, decimals = digits.partition(mark)
    return int(whole + decimals), -len(decimals)
