"""Characters in a text of others that steer what shows it: a terminal, a browser, a word processor."""

from __future__ import annotations

import re

#: Control characters, but for line breaks and tabs; what turns the direction of all letters round, so that a sentence
#: reads as another; halves of characters, and what is none.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def shown(text: str) -> str:
    r"""The text with a mark (U+FFFD) in the place of each.

    >>> shown("a\x1b[2Jb")
    'a\ufffd[2Jb'
    """
    return _STEERING.sub("\ufffd", text)


def escaped(text: str) -> str:
    r"""The text with each written out.

    >>> escaped("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], text)
