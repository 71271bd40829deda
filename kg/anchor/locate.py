"""Where a quote stands in a text: exactly, between tokens, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

# Between digits these make one number: 33.30, 1,200, 45 000 with a no-break or thin space.
_IN_NUMBERS = ".,\u00a0\u2009\u202f"


@dataclass(frozen=True)
class Hit:
    """A quote found once at `start`:`end`; or why not: it is absent, cut out of a word, or ambiguous."""

    outcome: Literal["found", "absent", "cut", "ambiguous"]
    start: int = 0
    end: int = 0
    count: int = 0


def locate(quote: str, text: str) -> Hit:
    """Where the quote stands, if it stands exactly once with a token's edge at both its ends.

    >>> locate("convicted: 4", "convicted: 47").outcome
    'cut'
    >>> locate("four", "two and four").start
    8
    """
    starts = [found.start() for found in re.finditer(f"(?={re.escape(quote)})", text)]
    whole = [s for s in starts if is_edge(text, s) and is_edge(text, s + len(quote))]
    if len(whole) == 1:
        return Hit("found", whole[0], whole[0] + len(quote), 1)
    if whole:
        return Hit("ambiguous", count=len(whole))
    return Hit("cut" if starts else "absent")


def is_edge(text: str, at: int) -> bool:
    """Whether a word or number may begin or end at a position, and none runs across it."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if _in_word(before) and _in_word(after):
        return False
    if unicodedata.category(after).startswith("M"):  # a combining mark belongs to what it stands on
        return False
    two_before, two_after = text[at - 2 : at - 1], text[at + 1 : at + 2]
    if after in _IN_NUMBERS and before.isdigit() and two_after.isdigit():
        return False
    return not (before in _IN_NUMBERS and after.isdigit() and two_before.isdigit())


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
