"""What keeps a quote from being found: one difference, named. A hint for a person; nothing is ever anchored on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.case.letters import latin
from kg.text import normalise

_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[ '-]")

#: How the text has it → what makes quote and text alike then, both normalised before.
_FOLDS: dict[str, Callable[[str], str]] = {
    "other letter case": str.casefold,
    "a letter of another script that looks the same (Latin c, Cyrillic с)": latin,
    "other digits": lambda text: _DIGIT.sub("0", text),
    "a space, hyphen or quotation mark more, less or in another place": lambda text: _JOINT.sub("", text),
}


def difference(quote: str, text: str) -> str:
    """How the text differs from a quote that does not stand in it, if by one kind of thing; else "".

    >>> difference("Two words", "one, two words")
    'other letter case'
    """
    return next((words for words, fold in _FOLDS.items() if fold(normalise(quote).text.strip()) in _folded(words, text)), "")


@lru_cache(maxsize=len(_FOLDS))
def _folded(words: str, text: str) -> str:
    return _FOLDS[words](normalise(text).text)
