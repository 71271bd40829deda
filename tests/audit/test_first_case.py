"""What the article of the first case states in numbers, each relation with its outcome; and nothing that is not there."""

from __future__ import annotations

from functools import cache

import pytest

import kg.build
from kg import store
from kg.audit import Audit, audit
from kg.findings import Finding
from kg.resources import first_case

ARTICLE = "standard-kz-2025-05"


@cache
def audited() -> Audit:
    (found,) = audit(store.memory(kg.build.assemble([first_case()]).quads))
    return found


def finding(name: str) -> Finding:
    (found,) = (one for one in audited().findings if one.name == f"{ARTICLE}/{name}")
    return found


#: calculation | outcome | without its assumption | severity | computed | stated | hypotheses | other readings
STATED: list[tuple[str, str, str, str, str, str, list[str], list[str]]] = [
    ("three-years-sum", "consistent", "", "wording", "36", "36", [], []),
    ("one-year-exceeds-three", "consistent", "not-comparable", "wording", "11", "(0, ∞)", [], []),
    ("share-in-prison", "inconsistent", "not-checkable", "matters", "90", "[86.5, 87.5]", [], []),
    ("five-years-total", "inconsistent", "not-comparable", "matters", "113", "160", ["counted-twice", "unlisted"],
     ["five-years-total-with-pending"]),
    ("five-years-total-with-pending", "inconsistent", "not-comparable", "matters", "125", "160", [], ["five-years-total"]),
    ("sentences-breakdown", "incomplete", "not-checkable", "wording", "154", "160", [], []),
    ("yearly-range", "inconsistent", "", "wording", "[685, 920]", "[600, 900]", ["rounding"], []),
    ("fall-in-2023", "consistent-by-rounding", "", "wording", "49.7826", "[49.5, 50.5]", [], []),
    ("fall-in-2024", "consistent", "", "wording", "58.2251", "[55, 60)", [], []),
    ("fivefold-fall", "consistent", "not-comparable", "wording", "4.7668", "[4.5, 5)", [], []),
    ("convictions-trend", "inconsistent", "not-comparable", "matters", "[-17, 39]", "(0, ∞)", [], []),
    ("convictions-2024-above-earlier", "consistent", "not-checkable", "wording", "15", "(0, ∞)", [], []),
    ("convictions-and-registrations", "inconsistent", "not-comparable", "matters", "[-458, 235]", "(-∞, 0)", [],
     ["convictions-and-registrations-in-2023"]),
    ("convictions-and-registrations-in-2023", "consistent", "not-checkable", "wording", "-458", "(-∞, 0)", [],
     ["convictions-and-registrations"]),
    ("registrations-trend", "consistent", "", "wording", "[-458, -269]", "(-∞, 0)", [], []),
    ("fall-before-2022", "consistent", "", "wording", "[-84, -81]", "(-∞, 0)", [], []),
    ("base-year-is-highest", "consistent", "", "wording", "70", "(0, ∞)", [], []),
]  # fmt: skip
#: Beside the calculations: note | rule | outcome | severity
NOTES = [
    ("fivefold-fall/scope", "scope", "not-comparable", "matters"),
    ("fivefold-fall/base-year", "base-year", "noted", "matters"),
    ("fall-in-2023/base-year", "base-year", "noted", "wording"),
    ("prosecutors-only/registered-cases/before-cause", "before-cause", "noted", "matters"),
    ("prosecutors-take-over/across-break", "across-break", "not-comparable", "matters"),
    ("ill-treatment-set-apart/across-break", "across-break", "not-comparable", "matters"),
    ("ill-treatment-set-apart-in-court/across-break", "across-break", "not-comparable", "matters"),
]


@pytest.mark.parametrize("row", STATED, ids=[row[0] for row in STATED])
def test_stated(row: tuple[str, str, str, str, str, str, list[str], list[str]]) -> None:
    name, outcome, without, severity, computed, stated, hypotheses, rivals = row
    found = finding(name)
    assert (found.outcome, found.without, found.severity) == (outcome, without, severity)
    assert (found.computed, found.stated) == (computed, stated)
    assert [one.kind for one in found.hypotheses] == hypotheses
    assert list(found.rivals) == [f"{ARTICLE}/{rival}" for rival in rivals]
    assert bool(found.assumes) == bool(without)


@pytest.mark.parametrize(("name", "rule", "outcome", "severity"), NOTES, ids=[row[0] for row in NOTES])
def test_notes(name: str, rule: str, outcome: str, severity: str) -> None:
    found = finding(name)
    assert (found.rule, found.outcome, found.severity) == (rule, outcome, severity)


def test_no_other_alarm_on_the_article() -> None:
    listed = {row[0] for row in STATED} | {row[0] for row in NOTES}
    others = {
        (one.name.removeprefix(f"{ARTICLE}/"), one.outcome)
        for one in audited().findings
        if one.name.startswith(f"{ARTICLE}/") and one.name.removeprefix(f"{ARTICLE}/") not in listed
    }
    # Changes that an annotator looked at and the article states no size of.
    assert others == {
        (name, "not-checkable") for name in ("convictions-fall-in-2024", "convictions-rise-in-2023", "fall-over-two-years", "rise-in-2022")
    }


def test_every_alarm_of_the_case_is_of_one_of_these() -> None:
    """The English statement says the same; other documents set off none."""
    alarms = {one.name for one in audited().findings if one.outcome in ("inconsistent", "conflict")}
    ours = {f"{ARTICLE}/{row[0]}" for row in STATED if row[1] == "inconsistent"}
    assert alarms - ours == {
        "nepfund-2025-05/convictions/five-years/sum/2020..2022+2023+2024",
        "nepfund-2025-05/share-in-prison", "nepfund-2025-05/yearly-range",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("five-years-total", "On the assumption “The last five years are 2020 to 2024"),
        ("five-years-total", "if 47 is counted twice (36 + 47 + 30 + 47 = 160), or if something of 47 is not listed"),
        ("share-in-prison", "87% of 160 would be 139 or 140; 144 is 87% of 165 or 166."),
        ("sentences-breakdown", "6 remain, and whether that is everything is not said"),
        ("yearly-range", "920 (2022) lies outside the stated 600-900"),
        ("yearly-range", "by 20"),
        ("fall-in-2023", "agree within rounding, though not as exact numbers"),
        ("convictions-trend", "15 (2021) → 8 (2022), 47 (2023) → 30 (2024)"),
        ("convictions-trend", "If only the first and the last are meant, it goes 13 (2020) → 30 (2024), as stated."),
        ("convictions-and-registrations", "47 (2023) → 30 (2024) while 462 (2023) → 193 (2024)"),
        ("convictions-and-registrations-in-2023", "8 (2022) → 47 (2023) while 920 (2022) → 462 (2023)"),
        ("fivefold-fall", "(without it the figures are not comparable)"),
        ("fivefold-fall/scope", "“почти в пять раз” is said of “Complaint of torture” and computed of “Registered torture case”"),
        ("fivefold-fall/base-year", "from 850 (2019) it is 4.4; from 766 (2020) it is 3.97; from 685 (2021) it is 3.55"),
        ("prosecutors-only/registered-cases/before-cause", "850 (2019) → 766 (2020), 766 (2020) → 685 (2021)"),
        ("prosecutors-only/registered-cases/before-cause", "920 (2022)"),
    ],
)  # fmt: skip
def test_sentences_name_what_a_fair_reader_would(name: str, says: str) -> None:
    assert says in finding(name).explanation["en"]


def test_what_matters_comes_before_what_is_wording() -> None:
    names = [one.name for one in audited().findings]
    assert names.index(f"{ARTICLE}/five-years-total") < names.index(f"{ARTICLE}/yearly-range")


def test_every_finding_has_its_passages() -> None:
    assert all(finding(row[0]).passages for row in STATED if row[0] != "sentences-breakdown")
    assert all(finding(row[0]).concerns for row in STATED)
