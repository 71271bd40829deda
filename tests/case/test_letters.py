"""Letters that only look Latin."""

from __future__ import annotations

import pytest

from kg.case import letters
from kg.case.hints import nearest


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("faсtual", " (the 3rd letter is Cyrillic с)"),
        ("сlаim", " (the 1st letter is Cyrillic с, the 3rd letter is Cyrillic а)"),
        ("nοrmative", " (the 2nd letter is Greek ο)"),
        ("aaaaaaaaaaс", " (the 11th letter is Cyrillic с)"),
        ("factual", ""),
        ("река", ""),
        ("café", ""),
        ("сам", ""),
        ("2О19", ""),
        ("", ""),
    ],
)
def test_foreign(word: str, told: str) -> None:
    assert letters.foreign(word) == told


def test_a_letter_that_only_looks_latin_hides_no_word() -> None:
    assert nearest("fасtuаl", ["factual"], 0.99).startswith(" (did you mean 'factual'?) (the 2nd letter is Cyrillic а, ")
