"""What keeps a quote from being found: one difference, named. A hint for a person; nothing is ever anchored on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from kg.case.letters import latin

_DASH = re.compile("[-\u2010-\u2015\u2212]")
_MARK = re.compile("[\"'`´«»‘’‚‛“”„‟‹›]")
_SPACE = re.compile(r"[^\S\r\n]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

#: How the text has it → what makes quote and text alike then.
_FOLDS: dict[str, Callable[[str], str]] = {
    "other letter case": str.casefold,
    "another kind of dash or hyphen": lambda text: _DASH.sub("-", text),
    "another kind of quotation mark": lambda text: _MARK.sub('"', text),
    "another kind of space, or another number of them": lambda text: _SPACE.sub(" ", text),
    "another kind of ellipsis (… or ...)": lambda text: text.replace("…", "..."),
    "ё for е, or е for ё": lambda text: text.translate({0x451: "е", 0x401: "Е"}),
    "a line break where the quote has a space, or a space for a line break": lambda text: " ".join(text.split()),
    "a letter of another script that looks the same (Latin c, Cyrillic с)": latin,
    "a letter and its accent written as two characters, or as one": lambda text: unicodedata.normalize("NFC", text),
    "a character that nobody sees, such as a soft hyphen": lambda text: _UNSEEN.sub("", text),
}


def difference(quote: str, text: str) -> str:
    """How the text differs from a quote that does not stand in it, if by one kind of thing; else "".

    >>> difference("two – three", "one, two - three")
    'another kind of dash or hyphen'
    """
    return next((words for words, fold in _FOLDS.items() if fold(quote) in _folded(words, text)), "")


@lru_cache(maxsize=len(_FOLDS))
def _folded(words: str, text: str) -> str:
    return _FOLDS[words](text)
