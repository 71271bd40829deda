"""A quote that is not there: the one difference that keeps it away is named, and nothing else."""

from __future__ import annotations

import pytest

from kg.anchor import locate
from kg.anchor.near import difference

NEAR = [
    ("Two Words", "two words", "letter case"),
    ("2020-2022", "in 2020–2022.", "dash or hyphen"),
    ('the "camp"', "the «camp»", "quotation mark"),
    ("can't", "they can’t", "quotation mark"),
    ("45 000", "45\u00a0000", "kind of space"),
    ("one two", "one  two", "kind of space"),
    ("and...", "and…", "ellipsis"),
    ("отчет", "отчёт", "ё for е"),
    ("отчёт", "отчет", "ё for е"),
    ("one two", "one\r\ntwo", "a line break where"),
    ("one\ntwo", "one two", "a line break where"),
    ("осуждено", "оcуждено", "another script"),
    ("cafe", "саfe", "another script"),
    ("cafe\u0301", "caf\u00e9", "accent"),
    ("torture", "tor\u00adture", "nobody sees"),
    ("forty", "fourty", ""),
    ("Two–words", "two-words", ""),
]


@pytest.mark.parametrize(("quote", "text", "words"), NEAR)
def test_the_one_difference_is_named(quote: str, text: str, words: str) -> None:
    found = difference(quote, text)
    assert words in found
    assert bool(found) == bool(words)
    assert locate(quote, text).outcome == "absent"
