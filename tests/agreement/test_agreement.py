"""Annotators compared on what they share, by the published coefficient."""

from __future__ import annotations

import builtins
import sys
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import agreement
from kg.agreement import Values, alpha
from kg.ask import Table
from kg.problems import KgError
from tests.agreement import ward
from tests.agreement.ward import READING, Reading

#: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C: four observers, twelve units, some missing.
OBSERVERS = {
    "A": "123321412...",
    "B": "1233224125.3",
    "C": ".3332342251.",
    "D": "12332441251.",
}


def _published() -> Values:
    units: Values = {}
    for observer, values in OBSERVERS.items():
        for number, value in enumerate(values):
            if value != ".":
                units.setdefault((str(number),), {})[observer] = value
    return units


def test_the_published_example() -> None:
    found = alpha(_published())
    assert found is not None
    assert round(found, 3) == 0.743


def test_two_observers_without_missing_values() -> None:
    """Krippendorff 2011, part A: binary data of two observers, ten units: alpha is 0.095."""
    one, other = "0100000100", "1110010000"
    units: Values = {(str(n),): {"A": a, "B": b} for n, (a, b) in enumerate(zip(one, other, strict=True))}
    found = alpha(units)
    assert found is not None
    assert round(found, 3) == 0.095


_UNITS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh")), st.dictionaries(st.sampled_from("ABC"), st.sampled_from("xyz"), min_size=1), max_size=8
)


@given(_UNITS)
def test_alpha_by_its_definition(units: Values) -> None:
    """1 - observed / expected disagreement, over values that can be paired."""
    shared = [list(by.values()) for by in units.values() if len(by) > 1]
    totals = Counter(value for values in shared for value in values)
    number = totals.total()
    found = alpha(units)
    if len(totals) < 2:
        assert found is None
        return
    observed = sum(sum(a != b for i, a in enumerate(v) for j, b in enumerate(v) if i != j) / (len(v) - 1) for v in shared) / number
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b) / (number * (number - 1))
    assert found == pytest.approx(1 - observed / expected)


@given(_UNITS)
def test_a_unit_of_one_annotator_does_not_count(units: Values) -> None:
    assert alpha({**units, ("alone",): {"A": "z"}}) == alpha({unit: by for unit, by in units.items() if len(by) > 1})


def _rows(table: Table, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in table.rows]


def test_full_agreement(tmp_path: Path) -> None:
    made = agreement.compare(ward.graph(tmp_path / "ward", READING, READING))
    assert made.annotators == ["Ann", "Bob"]
    assert _rows(made.coefficients, "variable", "annotators", "units", "agree", "values", "alpha", "why") == [
        ("kind of claim", "Ann, Bob", "3", "3", "evaluative 2, factual 2, statistical 2", "1.000", ""),
        ("stance", "Ann, Bob", "4", "4", "asserts 2, denies 2, denies + relays 2, questions 2", "1.000", ""),
    ]
    assert _rows(made.passages, *made.passages.columns) == [("A report", "Ann, Bob", "50", "50", "1.000", "Ann: 5 of 5; Bob: 5 of 5")]
    assert made.differences.rows == []


def test_partial_agreement(tmp_path: Path) -> None:
    other = deepcopy(READING)
    other["beds"] = ("factual", {"hospital": ["asserts 5-12"], "union": ["questions 20-30"]})
    other["staff"] = ("factual", {"hospital": ["questions 80-90"]})
    made = agreement.compare(ward.graph(tmp_path / "ward", READING, other))
    kind, stance = _rows(made.coefficients, "units", "agree", "alpha")
    # kinds: statistical/factual, factual/factual, evaluative/evaluative
    observed, expected = 2 / 6, (1 * 3 + 1 * 2 + 3 * 2) * 2 / (6 * 5)
    assert kind == ("3", "2", f"{1 - observed / expected:.3f}")
    assert stance[:2] == ("4", "3")
    assert _rows(made.differences, "claim", "actor", "what", "who_says_what", "where") == [
        ("Beds", "", "kind of claim", "Ann: statistical; Bob: factual", "report.yaml: beds; report.by-bob.yaml: bob-beds"),
        ("Beds", "Union", "stance", "Ann: denies; Bob: questions", "report.yaml: beds 20-30; report.by-bob.yaml: bob-beds 20-30"),
        ("Staff", "Hospital", "passage", "Ann: 40-50; Bob: 80-90", "report.yaml: staff 40-50; report.by-bob.yaml: bob-staff 80-90"),
    ]
    # Ann 0-10, 20-30, 40-50, 60-80; Bob 5-12, 20-30, 80-90, 60-80
    assert _rows(made.passages, "both", "either", "share", "overlapping") == [("35", "62", "0.565", "Ann: 4 of 5; Bob: 4 of 5")]


def test_no_agreement(tmp_path: Path) -> None:
    ours: Reading = {"a": ("factual", {"union": ["asserts 0-10"]}), "b": ("causal", {"union": ["denies 20-30"]})}
    theirs: Reading = {"a": ("causal", {"union": ["denies 10-20"]}), "b": ("factual", {"union": ["asserts 30-40"]})}
    made = agreement.compare(ward.graph(tmp_path / "ward", ours, theirs))
    assert _rows(made.coefficients, "units", "agree", "alpha") == [("2", "0", "-0.500"), ("2", "0", "-0.500")]
    assert _rows(made.passages, "both", "share", "overlapping") == [("0", "0.000", "Ann: 0 of 2; Bob: 0 of 2")]
    assert len(made.differences.rows) == 4


def test_nothing_shared(tmp_path: Path) -> None:
    """Claims that nobody linked are not compared, however they are worded."""
    made = agreement.compare(ward.graph(tmp_path / "ward", READING, READING, link=False))
    assert _rows(made.coefficients, "units", "alpha", "why") == [("0", "-", "no shared units")] * 2
    assert made.differences.rows == []
    assert (
        _rows(agreement.compare(ward.graph(tmp_path / "ru", READING, READING, link=False), "ru").coefficients, "why")
        == [("нет общих единиц",)] * 2
    )


def test_no_variation(tmp_path: Path) -> None:
    alike: Reading = {"a": ("factual", {"union": ["asserts"]}), "b": ("factual", {"union": ["asserts"]})}
    made = agreement.compare(ward.graph(tmp_path / "ward", alike, alike))
    assert _rows(made.coefficients, "units", "agree", "alpha", "why") == [
        ("2", "2", "-", "no variation: every value is factual"),
        ("2", "2", "-", "no variation: every value is asserts"),
    ]


def test_what_one_annotator_did_not_judge_is_missing(tmp_path: Path) -> None:
    fewer: Reading = {"beds": ("statistical", {"hospital": ["asserts 0-10"]}), "staff": READING["staff"]}
    made = agreement.compare(ward.graph(tmp_path / "ward", READING, fewer))
    assert _rows(made.coefficients, "units", "agree") == [("2", "2"), ("2", "2")]
    assert made.differences.rows == []


def test_three_annotators(tmp_path: Path) -> None:
    third: Reading = {"beds": ("statistical", {"union": ["denies 20-30"]}), "money": ("normative", {"union": ["denies 60-70"]})}
    made = agreement.compare(ward.graph(tmp_path / "ward", READING, READING, third))
    assert _rows(made.coefficients, "variable", "annotators", "units", "agree") == [
        ("kind of claim", "Ann, Bob", "3", "3"),
        ("kind of claim", "Ann, Cy", "2", "1"),
        ("kind of claim", "Bob, Cy", "2", "1"),
        ("kind of claim", "all", "3", "2"),
        ("stance", "Ann, Bob", "4", "4"),
        ("stance", "Ann, Cy", "2", "1"),
        ("stance", "Bob, Cy", "2", "1"),
        ("stance", "all", "4", "3"),
    ]
    assert _rows(made.differences, "claim", "what", "who_says_what") == [
        ("Money", "kind of claim", "Ann: evaluative; Bob: evaluative; Cy: normative"),
        ("Money", "stance", "Ann: denies + relays; Bob: denies + relays; Cy: denies"),
    ]
    assert len(made.passages.rows) == 3


def test_a_link_to_another_documents_claim_shares_nothing(tmp_path: Path) -> None:
    """What two documents say alike is no two readings of one of them."""
    folder = ward.folder(tmp_path / "ward", READING, {})
    (folder / "report.by-bob.yaml").unlink()
    (folder / "letter.yaml").write_text(
        "document: {title: {en: Letter}, read: part}\n"
        "claims: {few: {says: {en: Few beds}, kind: factual, said: {union: {stance: asserts}}}}\n"
        "links: {same: {kind: restates, claim: few, other: report:beds}}\n"
    )
    made = agreement.compare(ward.read(folder))
    assert made.annotators == ["Ann"]
    assert made.coefficients.rows == made.passages.rows == made.differences.rows == []


def test_whose_a_mark_is(tmp_path: Path) -> None:
    """A judgement in the document's file `by` another annotator is that one's; one by an actor is the file's."""
    claims: Reading = {"beds": ("factual", {"union": ["asserts 0-10"]}), "staff": ("factual", {"union": ["asserts"]})}
    folder = ward.folder(tmp_path / "ward", claims)
    with (folder / "report.yaml").open("a") as file:
        file.write("marks: {one: {kind: doubt, about: beds, by: bob, at: 5-20}, mine: {kind: doubt, about: beds}}\n")
        file.write("supports: {two: {for: beds, with: staff, by: union, at: 20-30}}\n")
    made = agreement.compare(ward.read(folder))
    # bob wrote no file, but neither did ann: both judged in the document's
    assert _rows(made.passages, "annotators", "both", "either", "overlapping") == [
        ("the documents' own files, Bob", "5", "30", "the documents' own files: 1 of 2; Bob: 1 of 1")
    ]
    (folder / "report.by-bob.yaml").write_text("annotation: {when: 2026}\n")
    made = agreement.compare(ward.read(folder))
    assert _rows(made.passages, "annotators", "both", "either", "overlapping") == [("Ann, Bob", "5", "30", "Ann: 1 of 2; Bob: 1 of 1")]


def test_the_library_is_asked_for_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("nltk"):
            raise ImportError(name)
        return real(name, *rest, **more)

    for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(KgError, match=r"pip install 'counterclaim\[agreement\]'"):
        alpha(_published())
