"""A figure's value as an interval, with what its metric's unit says: "87" of the unit "%" is a percentage, "44" of "thousand tonnes"
are thousands."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.audit.figures import Figure
from kg.audit.stated import Stated, parse

_PERCENT = re.compile(r"^(%|percent(age)?|per cent|процент\w*)$", re.I)
_SCALED = re.compile(r"^(thousand|million|billion|тыс\.?|тысяч\w*|млн\.?|миллион\w*|млрд\.?|миллиард\w*)\s+\S", re.I)


def read(figure: Figure) -> tuple[Stated, ...]:
    """The readings of a figure, none where it is no number."""
    return _read(figure.value, figure.unit.strip(), figure.language)


@lru_cache(maxsize=16384)
def _read(value: str, unit: str, language: str) -> tuple[Stated, ...]:
    found = parse(value, language or None)
    if not found or found[0].unit not in ("count", "measure"):
        return found
    if _PERCENT.match(unit):
        return parse(f"{value} %", language or None) or found
    if scale := _SCALED.match(unit):
        return parse(f"{value} {scale[1]}", language or None) or found
    return found
