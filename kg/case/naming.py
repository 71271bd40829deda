"""Whether words name somebody: by a whole name, or by one of a person's names, spelled in this way or that."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.text import normalise

#: Names of fewer letters say nothing; in names of entries letter case does not help.
_LEAST, _LEAST_IN_A_NAME = 2, 3


def folded(words: str) -> str:
    """Words as they are compared: spelling that changes no word is one, hyphens and underscores part words.

    >>> folded("Blue\\u2011Stork  \\u00abLtd\\u00bb")
    "Blue Stork 'Ltd'"
    """
    return " ".join(re.sub("[-_]", " ", normalise(words).text).split())


def parts(name: str) -> set[str]:
    """Each of the names in a name."""
    return set(re.findall(r"\w+", folded(name)))


class Naming:
    """Names to be found: `whole` ones in any letter case, `single` ones where they begin with a capital.

    `entries` are names as files have them; common words often, so that they are looked for in names of entries only.
    """

    def __init__(self, whole: Iterable[str], single: Iterable[str] = (), entries: Iterable[str] = ()) -> None:
        self._whole, self._single, self._entries = _pattern(map(folded, whole)), _pattern(single), _pattern(map(_worded, entries))

    def in_text(self, text: str) -> bool:
        """Whether a text has one of the names."""
        words = folded(text)
        if self._whole and self._whole.search(words):
            return True
        return any(found[0][0].isupper() for found in self._single.finditer(words)) if self._single else False

    def in_name(self, name: str) -> bool:
        """Whether the name of an entry or an address has one, in which letter case is free."""
        patterns = (self._whole, self._single, self._entries)
        found = [match[0] for pattern in patterns if pattern for match in pattern.finditer(_worded(name))]
        return any(len(one) >= _LEAST_IN_A_NAME for one in found)


def _worded(name: str) -> str:
    """The words of the name of an entry, or of an address."""
    return folded(re.sub(r"[\W_]", " ", name))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words as whole words."""
    long = sorted({word for word in words if len(word) >= _LEAST}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, long))})(?!\w)", re.IGNORECASE) if long else None
