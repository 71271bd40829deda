"""Letters of other scripts that look like Latin ones."""

from __future__ import annotations

import unicodedata

_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеіјкорсухѕһԁԛԝ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιοκνρυχ",
    "ABESIJKMHOPCTYXaeijkopcyxshdqw" "ABEZHIKMNOPTYXaiokvpux",
)  # fmt: skip
_MOST_NAMED = 3


def latin(text: str) -> str:
    """The text with Latin letters in the place of those that look like them.

    >>> latin("faсtual") == "factual"
    True
    """
    return text.translate(_LOOKALIKES)


def foreign(word: str) -> str:
    """Which letters of a word only look Latin, to stand in a message; "" where none does, or the whole word is of another script.

    >>> foreign("faсtual"), foreign("река"), foreign("factual")
    (' (the 3rd letter is Cyrillic с)', '', '')
    """
    if not latin(word).isascii() or not any(char.isascii() and char.isalpha() for char in word):
        return ""
    odd = [(at, char) for at, char in enumerate(word, start=1) if not char.isascii()]
    named = [f"the {_nth(at)} letter is {unicodedata.name(char).split()[0].title()} {char}" for at, char in odd[:_MOST_NAMED]]
    return f" ({', '.join(named)})" if named else ""


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
