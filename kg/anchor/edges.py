"""Where a word or number may begin or end in a text: on the raw text, looking through what nobody sees."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from kg.text import DASHES, visible

#: Between digits these make one number, date or range: 33.30, 1,200, 13/05, 2020–2022, 45 000 with a no-break space.
_IN_NUMBERS = frozenset(".,:/\u066b\u066c\u2027\u2044\u2026\u207b\u00a0\u2007\u2009\u202f" + DASHES)
#: Between letters or digits these make one word: can't, can`t, non-violent, 2024-м.
_IN_WORDS = frozenset("-\u2010\u2011'`´‘’‛′＇ꞌ")
_SIGNS = frozenset("-\u2010\u2011\u2013\u2212")
#: One token across spaces, a line's end or dots: 45 000 (a year before a number, as in 2023 100, is none), a word hyphenated
#: by hand, 2020..2022. Tabs part the cells of a table.
_SPACES = r"(?:[^\S\r\n\t]{1,2}|[^\S\r\n\t]{0,2}\r?\n[^\S\r\n\t]{0,2})"
_ACROSS = re.compile(rf"(?<!\d)\d{{1,3}}(?:{_SPACES}\d{{3}})+(?!\d)|\w[{DASHES}][^\S\r\n]*\r?\n[^\S\r\n]*\w|\d\.\.\.?\d")
_MAY_BE_ACROSS = frozenset(DASHES + ".")
#: A soft hyphen that broke a line.
_BROKEN = re.compile("\u00ad[^\\S\r\n]*\r?\n[^\\S\r\n]*")
_NEAR = 40
#: Zero-width joiners make one picture of two.
_JOINED = re.compile("(?<=[\ufe0f\u2190-\u2bff\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")


class Edges:
    """The edges of a text's tokens, at positions of the raw text.

    >>> [at for at in range(9) if Edges("-5 or 6.5").at(at)]
    [0, 2, 3, 5, 6]
    """

    def __init__(self, text: str) -> None:
        made = visible(text)
        self._text, self._starts = made.text, made.starts
        self._joined = {bisect_left(self._starts, found.start()) for found in _JOINED.finditer(text)}
        for found in _BROKEN.finditer(text):
            self._joined |= {bisect_left(self._starts, raw) for raw in range(found.start(), found.end() + 1)}

    def at(self, raw: int) -> bool:
        """Whether a token may begin or end at a position, and none runs across it."""
        text, at = self._text, bisect_left(self._starts, raw)
        if at <= 0 or at >= len(text):
            return True
        before, after = text[at - 1], text[at]
        two_before, two_after = text[at - 2 : at - 1], text[at + 1 : at + 2]
        return not (
            (_in_word(before) and _in_word(after))
            or _extends(before, after)
            or at in self._joined
            or _joins(before, after, two_after)
            or _joins(after, before, two_before)
            or (before in _SIGNS and after.isdigit() and not _in_word(two_before))
            or (before in ".," and after.isdigit() and not two_before.strip())  # .5 is a number
            or self._across(at)
        )

    def _across(self, at: int) -> bool:
        """Whether a number or word that has a space in it goes on across a position of the visible text."""
        if not any(char.isspace() or char in _MAY_BE_ACROSS for char in self._text[at - 1 : at + 1]):
            return False
        window = max(0, at - _NEAR)
        return any(found.start() + window < at < found.end() + window for found in _ACROSS.finditer(self._text[window : at + _NEAR]))


@lru_cache(maxsize=4)
def edges(text: str) -> Edges:
    """The edges of a text, looked up once."""
    return Edges(text)


def is_edge(text: str, at: int) -> bool:
    """Whether a token may begin or end at a position of a text; see `Edges.at`."""
    return edges(text).at(at)


def _extends(before: str, after: str) -> bool:
    """Whether a character belongs to what it stands on: a combining mark, a colour of skin, half a flag, the line feed of a CRLF."""
    return (
        _is_mark(after)
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
        or (_is_flag(before) and _is_flag(after))
        or (before == "\r" and after == "\n")
    )


def _joins(near: str, joint: str, far: str) -> bool:
    """Whether `joint`, beside `near`, makes one token of it and what is on its other side."""
    if joint in _IN_WORDS:
        return _in_word(near) and _in_word(far)
    return joint in _IN_NUMBERS and near.isdigit() and far.isdigit()


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character)[0] == "M"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
