"""Findings on numbers where they are told: fully where they concern a thing, counted where there are many, and what nothing checks."""

from __future__ import annotations

import pytest

from kg import explain
from tests.explain.test_cases import graph

NUMBERS, MEND, RIVALS = "Whether the numbers add up", "What would mend it: arithmetic, no explanation", "Other readings of the same"
SUM = "findings:inspectorate-reply/fines-sum"
TOTAL = "findings:standard-kz-2025-05/five-years-total"


@pytest.mark.parametrize(
    ("case", "name", "heading", "fact"),
    [
        ("velzha", SUM, "What it is", "A finding of the rule “sum”: “inconsistent”. It is computed from what is printed, and no verdict"),
        ("velzha", SUM, "What it is", "14 (2020) + 19 (2021) + 23 (2022) + 31 (2023) = 87, while 64 is stated"),
        ("velzha", SUM, "What it is", "It matters for reading the dispute."),
        ("velzha", SUM, MEND, "23 is left out (14 + 19 + 31 = 64); tried, of this kind: 4; chance alone would make fit: 0.043."),
        ("velzha", SUM, "What it concerns", "Claim: “From 2020 to 2023 the Inspectorate imposed 64 fines"),
        ("velzha", SUM, "Figures", "“Fines in the river's basin, 2022: 23”"),
        ("velzha", "findings:inspectorate-reply/release-range", "What it is", "It concerns the wording alone."),
        ("velzha", "findings:measurements/new-definition/across-break", "Where its series breaks", "Inspectorate changed its definition"),
        ("kazakhstan-2025", TOTAL, "What it is", "If what is assumed does not hold: “not comparable”."),
        ("kazakhstan-2025", TOTAL, "What it is", "What is computed can be 113, what is stated can stand for 160."),
        (
            "kazakhstan-2025",
            TOTAL,
            RIVALS,
            "Inconsistent. Persons convicted of torture; Persons whose trial is not over: On the assumption",
        ),
        # What states it, what it is part of, what rests on it
        ("velzha", "inspectorate-reply:fines-sum", NUMBERS, "Inconsistent. Fines in the river's basin: 14 (2020)"),
        (
            "kazakhstan-2025",
            "standard-kz-2025-05:five-years-total",
            NUMBERS,
            "Another reading of the same: inconsistent. Persons convicted",
        ),
        ("velzha", "inspectorate-reply:fines-64", NUMBERS, "Inconsistent. Fines in the river's basin"),
        ("velzha", "inspectorate-reply:polluters-pay", NUMBERS, "In what is brought for it, “From 2020 to 2023 the Inspectorate imposed"),
        (
            "velzha",
            "shore-diary-2:barely-a-tonne",
            NUMBERS,
            "In what is brought for it, “Fish that died at Zaton, 2023-08-09: 1,2”: conflict.",
        ),
        ("velzha", "inspectorate-reply:release-rules", NUMBERS, "Noted. “Fish kills in the Inspectorate's journal”: by the figures listed"),
        ("velzha", "measurements:new-definition", NUMBERS, "Not comparable. “Fish kills in the Inspectorate's journal”"),
        # Many are counted; silence is told
        ("velzha", "inspectorate-reply:journal-fish-kills", NUMBERS, "Not told here, how many findings: consistent 2."),
        (
            "velzha",
            "inspectorate-reply:journal-fish-kills",
            NUMBERS,
            "No relation checks, which does not say that it is doubtful: “Fish kills",
        ),
        ("velzha", "inspectorate-reply:homes/said", NUMBERS, "No relation checks this figure."),
        ("velzha", "inspectorate-reply", NUMBERS, "Findings on its figures: inconsistent 3, not comparable 2, noted 2, consistent 2."),
        ("velzha", "inspectorate-reply", NUMBERS, "No relation checks 2 of 17 figures, which does not say that they are doubtful."),
        ("velzha", "inspectorate-reply", "In short", "Findings on its figures: 9; inconsistent or in conflict: 3."),
        ("velzha", "inspectorate-reply:journal-fish-kills", "In short", "Findings on its figures: 6; inconsistent or in conflict: 0."),
    ],
)
def test_it_is_told(case: str, name: str, heading: str, fact: str) -> None:
    told = {one.heading: " ".join(one.sentences) for one in explain.explain(graph(case), name).sections}
    assert fact in told.get(heading, "")


@pytest.mark.parametrize(
    ("case", "name", "words"),
    [
        # Figures that a result was computed from are not in question, nor are those that nobody brings; a tested figure is not silent.
        ("velzha", "inspectorate-reply:fines/2021", "No relation checks"),
        ("velzha", "shore-diary-2:barely-a-tonne", "Another reading"),
        ("kazakhstan-2025", "standard-kz-2025-05:convicted-five-years", "Another reading"),  # both are told in full
        ("velzha", "ngo-report", "No relation checks"),
    ],
)
def test_it_is_not_told(case: str, name: str, words: str) -> None:
    told = {one.heading: " ".join(one.sentences) for one in explain.explain(graph(case), name).sections}
    assert words not in told[NUMBERS]


def test_a_figure_that_only_untestable_relations_have() -> None:
    told = explain.explain(graph("kazakhstan-2025"), "standard-kz-2025-05:convictions/2023", "ru").text()
    assert "Здесь не пересказано, сколько выводов:" in told.replace("\n    ", " ")
    assert "нельзя проверить" in told
