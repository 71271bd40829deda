"""A quote that is not there: the one difference that keeps it away is named, and nothing else."""

from __future__ import annotations

import pytest

from kg.anchor import locate
from kg.anchor.near import difference

NEAR = [
    ("Two Words", "two words", "letter case"),
    ("Два отчета", "два отчёта", "letter case"),
    ("осуждено", "оcуждено", "another script"),
    ("cafe", "саfe", "another script"),
    ("осуждено 48", "осуждено 47", "other digits"),
    ("45000", "45 000", "more, less or in another place"),
    ("nonviolent", "non-violent", "more, less or in another place"),
    ("«a b", "a b c", "more, less or in another place"),
    ("forty", "fourty", ""),
    ("Two–words", "two words", ""),
]


@pytest.mark.parametrize(("quote", "text", "words"), NEAR)
def test_the_one_difference_is_named(quote: str, text: str, words: str) -> None:
    found = difference(quote, text)
    assert words in found
    assert bool(found) == bool(words)
    assert locate(quote, text).outcome == "absent"
