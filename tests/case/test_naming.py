"""Names are found however they are spelled, and not in other words."""

from __future__ import annotations

import pytest

from kg.case.naming import Naming, parts

NAMES = ["Пелагея Королёва", "Zed-Zarnitsyn, Ivan", "Kim Lu", "Blue Stork LLC"]
NAMING = Naming(NAMES, set().union(*map(parts, NAMES[:3])), {"witness-of-june", "kor"})


@pytest.mark.parametrize(
    "text",
    [
        *("said Королёва", "said Королева", "КОРОЛЁВА", "Королё\u0301ва", "Коро\u00adлёва", "Пелагея\u00a0Королева", "пелагея королева"),
        *("Zarnitsyn said", "Zed\u2011Zarnitsyn", "IVAN", "Kim told it", "Blue\u2011Stork  llc", "a Kim-like voice"),
    ],
)
def test_found_in_a_text(text: str) -> None:
    assert NAMING.in_text(text)


@pytest.mark.parametrize("text", ["королева красоты", "Королевство", "ivan", "Blue Stork", "kimono", "a witness of June", "", "Kimberley"])
def test_not_found_in_a_text(text: str) -> None:
    assert not NAMING.in_text(text)


@pytest.mark.parametrize(
    "name", ["zarnitsyn-saw-it", "witness-of-june", "the-witness-of-june-2", "https://x.org/Zarnitsyn_speaks", "ivan", "kim-saw", "kor"]
)
def test_found_in_the_name_of_an_entry(name: str) -> None:
    assert NAMING.in_name(name)


@pytest.mark.parametrize("name", ["witness", "june", "lu-saw", "ivanov-saw", "korea"])
def test_not_found_in_the_name_of_an_entry(name: str) -> None:
    assert not NAMING.in_name(name)
