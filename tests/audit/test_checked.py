"""Calculations of every kind, by a table that was worked out by hand from what stated numbers mean; and what cannot be calculated."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kg.audit import OUTCOMES, check, parse
from kg.audit.calculation import KINDS
from kg.audit.checked import SERIES
from kg.problems import KgError

#: kind | parts | stated | options | outcome | computed | stated. Two lists are parted by a stroke; "-" is none.
TABLE = [
    [cell.strip() for cell in line.split(" | ")]
    for line in Path(__file__).with_name("checked.txt").read_text("utf-8").replace(" | |", " |  |").splitlines()
]


def given(text: str) -> Any:
    if " / " in text:
        return [given(some) for some in text.split(" / ")]
    return [None if part == "None" else part for part in text.split("; ")]


def options(text: str) -> dict[str, Any]:
    found: dict[str, Any] = eval(f"dict({text})", {"inf": math.inf, "dict": dict})
    return found


def test_the_table_has_every_kind_and_outcome() -> None:
    assert len(TABLE) > 250
    assert {row[0] for row in TABLE} == {*KINDS, *SERIES}
    assert {row[4] for row in TABLE} == set(OUTCOMES)
    assert len({tuple(row[:4]) for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=[" | ".join(row[:4]) for row in TABLE])
def test_table(row: list[str]) -> None:
    kind, parts, stated, more, outcome, computed, shown = row
    found = check(kind, given(parts), None if stated == "None" else stated, **options(more))
    assert (found.outcome, str(found.computed or "-"), str(found.stated or "-")) == (outcome, computed, shown)


@pytest.mark.parametrize("row", TABLE, ids=[" | ".join(row[:4]) for row in TABLE])
def test_every_outcome_has_its_sentence_and_severity(row: list[str]) -> None:
    kind, parts, stated, more, outcome, *_ = row
    found = check(kind, given(parts), None if stated == "None" else stated, **options(more))
    assert found.severity in ("matters", "wording")
    assert found.text("en")
    assert found.text("ru")
    assert bool(found.diagnosis) <= (outcome in ("inconsistent", "conflict"))
    assert (found.remainder is not None) == (outcome == "incomplete")
    if found.steps or (found.computed and found.stated):
        assert found.gap >= 0
        if outcome.startswith("consistent"):
            assert found.gap == 0


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "outcome"),
    [
        ("sum", [36, 47, 30], 113, "consistent"),
        ("sum", (36, "47", Fraction(30)), Decimal(113), "consistent"),
        ("sum", [0.1, 0.2], 0.3, "consistent"),
        ("sum", [Decimal("0.10"), Decimal("0.20")], Decimal("0.31"), "consistent-by-rounding"),
        ("sum", [Decimal("0.10"), Decimal("0.20")], Decimal("0.32"), "inconsistent"),
        ("sum", [Fraction(1, 3), Fraction(2, 3)], 1, "consistent"),
        ("sum", [Fraction(1, 3), Fraction(1, 3)], Fraction(2, 3), "consistent"),
        ("sum", [Fraction(1, 3), Fraction(1, 3)], Fraction(3, 5), "inconsistent"),
        ("sum", [10**40, 1], 10**40 + 1, "consistent"),
        ("sum", [10**40, 1], 10**40, "inconsistent"),
        ("sum", [-5, 3], -2, "consistent"),
        ("share", [144, 160], 90, "consistent"),
        ("share", [144, 160], 0.9, "consistent"),
        ("share", [144, 160], Fraction(9, 10), "consistent"),
        ("share", [144, 160], Fraction(87, 100), "inconsistent"),
        ("share", [Decimal(144), 160.0], "90%", "consistent"),
        ("change", [920, 462], -458, "consistent"),
        ("change", [920, 462], 458, "consistent"),
        ("change", [462, 920], -458, "inconsistent"),
        ("ratio", [10, 4], 2.5, "consistent"),
        ("average", [1, 2], 1.5, "consistent"),
        ("grim", [28], 5.19, "inconsistent"),
        ("grim", [28], Decimal("5.18"), "consistent-by-rounding"),
        ("range", [850, 920], "600-900", "inconsistent"),
        ("count", [[1], {}, object()], 3, "consistent"),
        ("sum", [math.nan, 1], 1, "not-checkable"),
        ("sum", [True, 1], 2, "not-checkable"),
        ("sum", [[1], 1], 2, "not-checkable"),
        ("sum", [1, 1], math.inf, "not-checkable"),
        ("sum", [1, 1], "", "not-checkable"),
        ("sum", [1, ""], 2, "not-checkable"),
    ],
)  # fmt: skip
def test_numbers(kind: str, parts: Sequence[Any], stated: Any, outcome: str) -> None:
    assert check(kind, parts, stated).outcome == outcome


def test_what_was_parsed_may_be_given() -> None:
    (stated,) = parse("almost 60%")
    assert check("change", ["462", "193"], stated).outcome == check("change", ["462", "193"], "almost 60%").outcome == "consistent"


MISTAKES: list[tuple[str, Any, Any, dict[str, Any], str]] = [
    ("summe", ["1"], "1", {}, "'summe'"),
    ("sum", "12", "3", {}, "a list"),
    ("sum", 12, "3", {}, "a list"),
    ("sum", None, "3", {}, "a list"),
    ("sum", {"a": 1}, "3", {}, "a list"),
    ("sum", [], "3", {}, "at least 1"),
    ("average", [], "3", {}, "at least 1"),
    ("range", [], "1-3", {}, "at least 1"),
    ("share", ["1"], "3", {}, "2 parts, not 1"),
    ("share", ["1", "2", "3"], "3", {}, "2 parts, not 3"),
    ("change", ["1"], "3", {}, "2 parts, not 1"),
    ("ratio", [], "3", {}, "2 parts, not 0"),
    ("grim", ["1", "2"], "3", {}, "1 part, not 2"),
    ("difference", ["1"], "3", {}, "at least 2"),
    ("trend", ["1"], "rising", {}, "at least 2"),
    ("same", ["1"], None, {}, "at least 2"),
    ("comparison", ["1"], None, {}, "at least 2"),
    ("co-movement", [["1", "2"]], "opposite", {}, "two lists"),
    ("co-movement", [["1", "2"], ["1"]], "opposite", {}, "same length"),
    ("co-movement", [["1"], ["1"]], "opposite", {}, "two periods"),
    ("co-movement", ["12", 5], "opposite", {}, "two lists"),
    ("co-movement", [["1", "2"], ["1", "2"]], "sideways", {}, "'sideways'"),
    ("co-movement", [["1", "2"], ["1", "2"]], None, {}, "opposite"),
    ("trend", ["1", "2"], "up and up", {}, "'up and up'"),
    ("trend", ["1", "2"], None, {}, "rising"),
    ("comparison", ["1", "2"], "mostly", {}, "'mostly'"),
    ("sum", ["1", "2"], "3", {"weights": [1]}, "1 weights for 2 parts"),
    ("sum", ["1", "2"], "3", {"weights": [1, 1, 1]}, "3 weights for 2 parts"),
    ("sum", ["1", "2"], "3", {"weights": []}, "0 weights for 2 parts"),
    ("sum", ["1", "2"], "3", {"weights": ["a", 1]}, "'a'"),
    ("sum", ["1", "2"], "3", {"weights": [math.nan, 1]}, "nan"),
    ("sum", ["1", "2"], "3", {"weights": [math.inf, 1]}, "inf"),
    ("share", ["1", "2"], "50%", {"weights": [1, 1]}, "no weights"),
    ("sum", ["1", "2"], "3", {"decimals": [0, 0]}, "2 decimals for 2 parts"),
    ("sum", ["1", "2"], "3", {"decimals": [0, 0, 0, 0]}, "4 decimals for 2 parts"),
    ("sum", ["1", "2"], "3", {"decimals": 0.5}, "0.5"),
    ("sum", ["1", "2"], "3", {"decimals": "two"}, "'two'"),
    ("sum", ["1", "2"], "3", {"decimals": ""}, "''"),
    ("sum", ["1", "2"], "3", {"decimals": math.nan}, "nan"),
    ("sum", ["1", "2"], "3", {"decimals": -math.inf}, "-inf"),
    ("sum", ["1", "2"], "3", {"decimals": "-inf"}, "'-inf'"),
    ("sum", ["1", "2"], "3", {"decimals": True}, "True"),
    ("sum", ["1", "2"], "3", {"decimals": [0, math.nan, 0]}, "nan"),
    ("sum", ["1", "2"], "3", {"decimals": 1000}, "1000"),
    ("grim", ["10"], "3.45", {"items": 0}, "items"),
    ("grim", ["10"], "3.45", {"items": -2}, "items"),
    ("grim", ["10"], "3.45", {"items": 1.5}, "items"),
    ("sum", ["1", "2"], "3", {"lang": "de"}, "'de'"),
]


@pytest.mark.parametrize(("kind", "parts", "stated", "more", "says"), MISTAKES, ids=[f"{m[0]} {m[1]} {m[2]} {m[3]}" for m in MISTAKES])
def test_mistakes_are_told_in_a_line(kind: str, parts: Any, stated: Any, more: dict[str, Any], says: str) -> None:
    with pytest.raises(KgError) as told:
        check(kind, parts, stated, **more)
    assert says in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "more", "outcome", "readings"),
    [
        ("sum", ["6,290", "10"], "6,300", {}, "consistent", {"en": "consistent", "ru": "inconsistent"}),
        ("sum", ["6,290", "10"], "16,290", {}, "consistent", {"en": "inconsistent", "ru": "consistent"}),
        ("sum", ["6,290", "10"], "7,300", {}, "inconsistent", {}),
        ("sum", ["6,290", "1,710"], "8,000", {}, "consistent", {}),
        ("sum", ["6,290", "10"], "6,300", {"language": "en"}, "consistent", {}),
        ("sum", ["6,290", "10"], "6,300", {"language": "ru"}, "inconsistent", {}),
        ("sum", ["6,290", "10,5"], "16,79", {}, "consistent", {}),
        ("sum", ["6,290", "1.5"], "6,291.5", {}, "consistent", {}),
        ("share", ["1,000", "2,000"], "50%", {}, "consistent", {"en": "consistent", "ru": "consistent"}),
    ],
)  # fmt: skip
def test_readings_of_a_mark(kind: str, parts: list[str], stated: str, more: dict[str, Any], outcome: str, readings: dict[str, str]) -> None:
    found = check(kind, parts, stated, **more)
    assert found.outcome == outcome
    assert dict(found.readings) == (readings if len(set(readings.values())) > 1 else {})


def test_of_several_readings_the_best_is_told_and_the_other_beside_it() -> None:
    told = check("sum", ["6,290", "10"], "6,300")
    assert "6290 + 10 = 6300" in str(told)
    assert "inconsistent" in str(told)


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "reason"),
    [
        ("sum", ["1", None, "x"], "5", "part:2"),
        ("share", ["x", "5"], "50%", "part:1"),
        ("co-movement", [["1", "2"], ["3", None]], "opposite", "part:4"),
        ("sum", ["1"], "many", "stated"),
        ("share", ["1", "0"], "50%", "zero"),
        ("sum", ["1"], None, "nothing-stated"),
        ("sum", ["1%", "1"], "2", "units"),
        ("sum", ["1"], "1", ""),
    ],
)  # fmt: skip
def test_reasons(kind: str, parts: Any, stated: Any, reason: str) -> None:
    assert check(kind, parts, stated).reason == reason


def test_a_thousand_parts() -> None:
    parts = [str(number) for number in range(1000)]
    assert check("sum", parts, "499500").outcome == "consistent"
    assert check("sum", parts, "499501").outcome == "inconsistent"
    assert check("average", parts, "499.5").outcome == "consistent"
    assert check("sum", ["0.5"] * 1000, "550").outcome == "consistent-by-rounding"
    assert check("sum", ["0.5"] * 1000, "551").outcome == "inconsistent"
    assert check("sum", ["1"] * 1000, "1000", decimals=[0] * 1001).outcome == "consistent"
    assert check("sum", ["1"] * 1000, "0", weights=[1, -1] * 500).outcome == "consistent"
    assert check("trend", parts, "rising").outcome == "consistent"
    assert check("trend", [*parts, "5"], "rising").outcome == "inconsistent"
    assert check("same", ["7"] * 1000).outcome == "consistent"
    assert check("count", parts, "1000").outcome == "consistent"


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "gap"),
    [
        ("sum", ["36", "47", "30"], "160", 47),
        ("sum", ["27", "15"], "45", 3),
        ("share", ["144", "160"], "87%", Fraction(5, 2)),
        ("range", ["850", "920", "590"], "600-900", 20),
        ("trend", ["13", "15", "8"], "rising", 7),
        ("sum", ["27", "15"], "42", 0),
    ],
)  # fmt: skip
def test_gap(kind: str, parts: list[str], stated: str, gap: Fraction | int) -> None:
    assert check(kind, parts, stated).gap == gap


def test_what_is_computed_is_exact() -> None:
    assert check("share", ["1", "3"], "33%").computed == check("share", [1, 3], 33).computed
    computed = check("share", ["1", "3"], "33%").computed
    assert computed is not None
    assert computed.low == Fraction(100, 3)
    weighted = check("sum", ["1", "1", "1"], "0.3", weights=[0.1, 0.1, 0.1]).computed
    assert weighted is not None
    assert weighted.low == Fraction(3, 10)


def test_the_parts_of_a_sum_may_come_in_any_order() -> None:
    parts = ["36", "almost 60", "1.2", "5%"[:1], "about 40"]
    assert {str(check("sum", [*parts[at:], *parts[:at]], "150").computed) for at in range(5)} == {"[133.15, 146.25)"}
