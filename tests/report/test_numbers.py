"""The figures: what matters and is the furthest off first, each reading alike, and how much was not tested."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg import build, store
from kg.facts import Facts
from kg.report import report
from kg.report.parts import numbers
from kg.resources import folder
from tests.report.conftest import Change


def told(held: ox.Store, lang: str = "en") -> str:
    """Without the marks of notes."""
    return re.sub(r"\[\^\d+\]", "", report(held, "md", lang).decode())


@pytest.fixture(scope="module")
def first() -> ox.Store:
    return store.memory(build.assemble([folder("data") / "kazakhstan-2025"]).quads)


def memo(text: str, heading: str = "Whether the numbers add up") -> str:
    return text.partition(f"### {heading}\n")[2].partition("\n### ")[0]


def test_values_that_conflict_are_told_and_those_printed_otherwise_are_not(bridge: ox.Store) -> None:
    made = memo(told(bridge))
    assert (
        "Figures: 4; relations tested, stated or implied: 2 (conflict 1, consistent 1); not testable: 0; figures that none checks: 0."
        in made
    )
    assert "- **conflict** (D1, D2): Cracks, 2024: 5 (Cracks in the bridge), 6 (The council replies) are given for what" in made
    assert "nine" not in made


def test_what_is_furthest_off_stands_first_and_its_rival_beside_it(first: ox.Store) -> None:
    made = memo(told(first))
    total, share = (line for line in made.splitlines() if line.startswith("- "))
    assert total.startswith(
        "- **inconsistent** (D7, D9): sum, “Persons convicted of torture, 2020–2024: 160”; computed 113, assuming “The last"
    )
    assert "(without it: not comparable); another reading: inconsistent, computed 125, assuming “The 12 still on trial" in total
    assert share.startswith("- **inconsistent** (D7, D9): share, ")
    assert "What matters first: 2 of 5; in full in the part on method." in made
    russian = memo(told(first, "ru"), "Сходятся ли числа")
    assert "- **не сходится** (Д7, Д9): сумма, «Лица, осуждённые за пытки, 2020–2024: 160»; вычислено 113, при допущении «" in russian


def test_silence_is_told_by_document(first: ox.Store) -> None:
    made = told(first)
    rows = [line for line in made.splitlines() if re.match(r"\| D(2|9)\. ", line)]
    assert [[cell.strip() for cell in row.strip("|").split("|")[1:]] for row in rows if row.count("|") == 7] == [
        ["2", "0", "0", "0", "2"],
        ["22", "6", "29", "4", "3"],
    ]
    assert "**Could not be tested, and why: 4**" in made
    assert "is a rise of 34.31%; nothing is stated to hold this against." in made
    assert "**Figures that no relation checks: 11**" in made
    assert "- Electronic complaint terminals in prisons: 612 (D9)" in made


def test_every_finding_is_told_once_what_agrees_too(first: ox.Store) -> None:
    facts = Facts(first)
    found = numbers.gather(facts)
    made = told(first)
    for one in found.found:
        if one.rule != "same-figure" or one.outcome not in numbers.AGREE:
            assert made.count(re.sub(r"[*_\[\]]", r"\\\g<0>", one.explanation)) == 1, one.iri
    same = [one for each in found.found for one in (each, *each.alike) if one.rule == "same-figure"]
    assert f"more than once in one: {len(same)} figures." in made
    assert sum(found.outcomes.values()) == found.tested + found.untested == 48


def test_a_claim_has_beside_it_how_its_numbers_come_out(bridge: ox.Store, changed: Change) -> None:
    assert "its numbers" not in told(bridge)
    sum_ = "calculations:\n  all: {kind: sum, parts: [cracks/2024, cracks/2025], prints: 14, claim: nine-cracks, by: herald}\n"
    wrong = sum_.replace("14", "19")
    for calculation, outcome in ((sum_, "consistent: sum, “Cracks”: “14”"), (wrong, "inconsistent: sum, “Cracks”: “19”; computed 14")):
        held = changed({"article.yaml": ("metrics:", f"{calculation}metrics:")})
        assert f"its numbers: {outcome}" in told(held)


def test_no_figures_no_part() -> None:
    made = told(ox.Store())
    assert "Whether the numbers add up" not in made
