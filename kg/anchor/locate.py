"""Where a quote stands in a text: exactly, between tokens, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

#: Between digits these make one number, date or range: 33.30, 1,200, 13/05, 2020–2022, 45 000 with a no-break space.
_IN_NUMBERS = frozenset(".,:/\u2013\u2212\u00a0\u2009\u202f")
#: Between letters or digits these make one word: can't, non-violent, 2024-м.
_IN_WORDS = frozenset("-\u2010\u2011'\u2019")
#: Nobody sees these within a word: the soft hyphen, the joiners.
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")
_SIGNS = frozenset("-\u2212")
#: Thousands set off by a plain space: 45 000. A year before a number (2023 100) is none.
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")


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
    if not quote:
        return Hit("absent")
    starts = [found.start() for found in re.finditer(f"(?={re.escape(quote)})", text)]
    whole = [s for s in starts if is_edge(text, s) and is_edge(text, s + len(quote))]
    if len(whole) == 1:
        return Hit("found", whole[0], whole[0] + len(quote), 1)
    if whole:
        return Hit("ambiguous", count=len(whole))
    return Hit("cut" if starts else "absent")


def is_edge(text: str, at: int) -> bool:
    """Whether a word or number may begin or end at a position, and none runs across it.

    >>> [at for at in range(9) if is_edge("-5 or 6.5", at)]
    [0, 2, 3, 5, 6]
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    two_before, two_after = text[at - 2 : at - 1], text[at + 1 : at + 2]
    return not (
        _is_mark(after)  # a combining mark belongs to what it stands on
        or before in _INVISIBLE
        or after in _INVISIBLE
        or (_in_word(before) and _in_word(after))
        or _joins(before, after, two_after)
        or _joins(after, before, two_before)
        or (before in _SIGNS and after.isdigit() and not _in_word(two_before))
        or _in_thousands(text, at)
    )


def _joins(near: str, joint: str, far: str) -> bool:
    """Whether `joint`, beside `near`, makes one token of it and what is on its other side."""
    if joint in _IN_WORDS:
        return _in_word(near) and _in_word(far)
    return joint in _IN_NUMBERS and near.isdigit() and far.isdigit()


def _in_thousands(text: str, at: int) -> bool:
    if " " not in text[at - 1 : at + 1]:
        return False
    window = max(0, at - 40)
    return any(found.start() + window < at < found.end() + window for found in _THOUSANDS.finditer(text[window : at + 40]))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return character != "" and unicodedata.category(character).startswith("M")
