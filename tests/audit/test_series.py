"""Steps of comparisons, ranges, trends and two series: which of them hold, between which places."""

from __future__ import annotations

from typing import Any

import pytest

from kg.audit import check


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "places", "holds", "exact"),
    [
        ("trend", ["13", "15", "8", "47", "30"], "rising", [(0, 1), (1, 2), (2, 3), (3, 4)], "yn yn", "yn yn"),
        ("trend", ["1.0", "1.0", "1.2"], "rising", [(0, 1), (1, 2)], "yy", "ny"),
        ("trend", ["1", "1", "2"], "not falling", [(0, 1), (1, 2)], "yy", "yy"),
        ("trend", ["2", "2", "1"], "не растёт", [(0, 1), (1, 2)], "yy", "yy"),
        ("trend", ["3", "2", "1"], "монотонно", [(0, 1), (1, 2)], "yy", "yy"),
        ("range", ["599", "600", "900", "901"], "600–900", [(0, 0), (1, 1), (2, 2), (3, 3)], "nyyn", "nyyn"),
        ("comparison", ["47", "36", "47", "48"], "each", [(0, 1), (0, 2), (0, 3)], "ynn", "ynn"),
        ("comparison", ["47", "36", "10"], "together", [(0, 2)], "y", "y"),
        ("comparison", ["47", "36", "11"], "together", [(0, 2)], "n", "n"),
        ("comparison", ["4.7", "4.7"], "each", [(0, 1)], "y", "n"),
        ("co-movement", [["1", "2", "1"], ["5", "4", "6"]], "opposite", [(0, 1), (1, 2)], "yy", "yy"),
        ("co-movement", [["1", "2", "1"], ["5", "4", "4"]], "opposite", [(0, 1), (1, 2)], "yn", "yn"),
        ("co-movement", [["1", "2", "1"], ["5", "4", "6"]], "together", [(0, 1), (1, 2)], "nn", "nn"),
        ("co-movement", [["1.0", "1.0"], ["5", "4"]], "together", [(0, 1)], "y", "n"),
        ("co-movement", [["1.0", "2.0"], ["5.0", "5.0"]], "together", [(0, 1)], "y", "n"),
    ],
)  # fmt: skip
def test_steps(kind: str, parts: Any, stated: str, places: list[tuple[int, int]], holds: str, exact: str) -> None:
    found = check(kind, parts, stated)
    assert [step.places for step in found.steps] == places
    assert [step.holds for step in found.steps] == [mark == "y" for mark in holds.replace(" ", "")]
    assert [step.exact for step in found.steps] == [mark == "y" for mark in exact.replace(" ", "")]
    assert found.outcome == ("inconsistent" if "n" in holds else "consistent-by-rounding" if "n" in exact else "consistent")


def test_several_values_are_the_same_only_if_all_meet_in_one_place() -> None:
    """Each two of them meet, and no number is in all three."""
    assert check("same", ["10–20", "18–30", "19–25"]).outcome == "consistent"
    assert check("same", ["10–20", "20–30", "21–25"]).outcome == "conflict"
    assert check("same", ["more than 20", "up to 20"]).outcome == "conflict"
    assert check("same", ["at least 20", "up to 20", "20"]).outcome == "consistent"
