"""The workbook of an audit computes what was found; and other figures make other outcomes."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg import build, store
from kg.audit import Audit, audit
from kg.audit.account import term
from kg.export import audited
from tests import numbers
from tests.export.recalculated import Recalculated

ROOT = Path(__file__).parents[2]
CASES = ("kazakhstan-2025", "velzha")


@cache
def audits(case: str) -> list[Audit]:
    return audit(store.memory(build.assemble([ROOT / "data" / case]).quads))


@cache
def content(case: str, lang: str = "en") -> bytes:
    return audited.workbook(audits(case), [one.findings for one in audits(case)], lang)


def relations(book: Recalculated, sheet: str = "Relations") -> list[dict[str, Any]]:
    return book.rows(sheet)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("case", CASES)
def test_every_relation_comes_out_as_it_was_found(case: str, lang: str) -> None:
    rows = relations(Recalculated(content(case, lang)), {"en": "Relations", "ru": "Соотношения"}[lang])
    (one,) = audits(case)
    assert len(rows) == len(one.judged)
    found = {"findings:" + name.removeprefix("findings/"): judged for name, judged in one.judged.items()}
    for row in rows:
        judged = found[row["id"]]
        assert row[{"en": "outcome", "ru": "исход"}[lang]] == term("outcome", judged.outcome, lang), row["id"]
        assert row[{"en": "the same", "ru": "тот же"}[lang]] is True


@pytest.mark.parametrize("case", CASES)
def test_computed_ends_are_formulas_that_give_what_was_found(case: str) -> None:
    book = Recalculated(content(case))
    (one,) = audits(case)
    for row in relations(book):
        checked = one.judged[row["id"].removeprefix("findings:")].checked
        if checked.computed is None or checked.outcome == "conflict":
            continue
        for end, column in (("low", "H"), ("high", "I")):
            assert book.book["Relations"][f"{column}{row['row']}"].data_type == "f", row["id"]
            wanted = getattr(checked.computed, end)
            told = row[f"computed {end}"]
            assert abs(told) >= 1e299 if wanted is None else told == pytest.approx(float(wanted), abs=1e-9)


def test_the_values_that_are_kept_are_those_that_the_formulas_give() -> None:
    """What shows a file without computing it shows the same."""
    for case in CASES:
        kept = openpyxl.load_workbook(io.BytesIO(content(case)), data_only=True)
        book = Recalculated(content(case))
        for sheet in ("Figures", "Relations", "Steps"):
            for cells in book.book[sheet].iter_rows(min_row=2):
                for cell in cells:
                    if cell.data_type != "f":
                        continue
                    told, shown = book.cell(sheet, cell.coordinate), kept[sheet][cell.coordinate].value
                    assert shown == (pytest.approx(told, rel=1e-9) if isinstance(told, float) else told), (sheet, cell.coordinate)


def row_of(book: Recalculated, sheet: str, name: str) -> dict[str, Any]:
    return next(row for row in book.rows(sheet) if row["id"] == name)


@pytest.mark.parametrize(
    ("figure", "value", "relation", "outcome"),
    [
        ("inspectorate-reply:fines/2022", 0, "fines-sum", "consistent"),
        ("inspectorate-reply:fines/2020..2023", 87, "fines-sum", "consistent"),
        ("inspectorate-reply:releases/2023", 59_000, "release-range", "consistent"),
    ],
)
def test_another_figure_makes_another_outcome(figure: str, value: int, relation: str, outcome: str) -> None:
    book = Recalculated(content("velzha"))
    ids = [row["id"] for row in book.rows("Figures")]
    name = next((one for one in ids if one == figure), None) or pytest.fail(f"{figure} is none of {ids}")
    changed = Recalculated(content("velzha"), {("Figures", f"F{row_of(book, 'Figures', name)['row']}"): value})
    told = row_of(changed, "Relations", f"findings:inspectorate-reply/{relation}")
    assert (told["outcome"], told["the same"]) == (outcome, False)


def test_whether_figures_are_comparable_is_for_the_reader_to_say() -> None:
    book = Recalculated(content("velzha"))
    row = row_of(book, "Relations", "findings:inspectorate-reply/fines-sum")["row"]
    changed = Recalculated(content("velzha"), {("Relations", f"G{row}"): "no"})
    assert row_of(changed, "Relations", "findings:inspectorate-reply/fines-sum")["outcome"] == "not comparable"


@pytest.mark.parametrize(
    ("values", "calculation", "outcome"),
    [
        (["33.3", "33.3", "33.3"], "kind: sum, parts: [a, b, c], prints: '100'", "consistent-by-rounding"),
        (["33.3", "33.3", "33.4"], "kind: sum, parts: [a, b, c], prints: '100'", "consistent"),
        (["about 10", "8"], "kind: sum, parts: [a], minus: [b], prints: '3'", "consistent"),
        (["8", "47"], "kind: change, start: a, end: b, prints: '487.5%'", "consistent"),
        (["47", "8"], "kind: change, start: a, end: b, prints: '83%'", "consistent-by-rounding"),
        (["47", "8"], "kind: change, start: a, end: b, prints: 'up by 83%'", "inconsistent"),
        (["8", "47"], "kind: change, start: a, end: b, prints: '39'", "consistent"),
        (["8", "47"], "kind: change, start: a, end: b, prints: '5.9 times'", "consistent-by-rounding"),
        (["8", "47"], "kind: change, start: a, end: b, prints: '5.9 times less'", "inconsistent"),
        (["8", "47"], "kind: ratio, greater: b, lesser: a, prints: 'less than 5 times'", "inconsistent"),
        (["8", "47"], "kind: ratio, greater: b, lesser: a, prints: '0.17'", "consistent-by-rounding"),
        (["more than 8", "almost 50"], "kind: ratio, greater: b, lesser: a, prints: '6 times'", "consistent"),
        (["8", "47"], "kind: share, part: a, whole: b, prints: '17%'", "consistent-by-rounding"),
        (["8", "47"], "kind: share, part: a, whole: b, prints: '0.2'", "consistent-by-rounding"),
        (["8", "more than 47"], "kind: share, part: a, whole: b, prints: '20%'", "inconsistent"),
        (["more than 8", "8"], "kind: trend, falling: [a, b]", "consistent"),
        (["up to 8", "8"], "kind: trend, rising: [a, b]", "consistent"),
        (["8", "8"], "kind: trend, rising: [a, b]", "inconsistent"),
        (["8", "more than 8"], "kind: trend, rising: [a, b]", "consistent"),
        (["10", "8", "3"], "kind: comparison, greater: a, lesser: [b, c], prints: together", "inconsistent"),
        (["10", "8", "3"], "kind: comparison, greater: a, lesser: [b, c]", "consistent"),
        (["10", "8", "3"], "kind: average, parts: [a, b, c], prints: '7'", "consistent"),
        (["10", "8", "3"], "kind: range, parts: [a, b, c], prints: '4-10'", "inconsistent"),
        (["10", "8", "3"], "kind: count, parts: [a, b, c], prints: 'three'", "consistent"),
    ],
)
def test_kinds_and_readings(values: list[str], calculation: str, outcome: str) -> None:
    made = audit(numbers.held(values, calculation))
    book = Recalculated(audited.workbook(made, [one.findings for one in made]))
    (name,) = [name for name, one in made[0].judged.items() if not one.relation.implied]
    assert made[0].judged[name].checked.outcome == outcome
    told = row_of(book, "Relations", f"findings:{name}")
    assert (told["outcome"], told["the same"]) == (term("outcome", made[0].judged[name].outcome, "en"), True)
    assert book.book["Relations"][f"H{told['row']}"].data_type == "f"


def test_no_text_is_a_formula() -> None:
    made = audit(numbers.held(["=1+1", "@SUM(A1)", "-8", "+47"], "kind: sum, parts: [c, d], prints: '=39'"))
    book = openpyxl.load_workbook(io.BytesIO(audited.workbook(made, [one.findings for one in made])))
    assert [book["Figures"][f"E{row}"].data_type for row in range(2, 6)] == ["s"] * 4
    assert book["Figures"]["E2"].value == "=1+1"
    texts = {cell.column: cell.value for cell in book["Relations"][1]}
    computed = {"computed low", "computed high", "stated low", "stated high", "outcome", "the same"}
    for row in book["Relations"].iter_rows(min_row=2):
        for cell in row[:15]:
            assert cell.data_type != "f" or texts[cell.column] in computed


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_same_bytes_twice_and_in_both_languages_all_that_is_there(lang: str) -> None:
    again = audited.workbook(audits("velzha"), [one.findings for one in audits("velzha")], lang)
    assert content("velzha", lang) == again
    book = openpyxl.load_workbook(io.BytesIO(again))
    assert len(book.sheetnames) == 6
    figures, found, hypotheses = (book.worksheets[place] for place in (1, 4, 5))
    (one,) = audits("velzha")
    assert figures.max_row == one.figures + 1
    assert found.max_row == len(one.findings) + 1
    assert hypotheses.max_row == sum(len(finding.hypotheses) for finding in one.findings) + 1
    about = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert all(any(figure.iri.endswith(text.partition(":")[2]) for text in about if ":" in text) for figure in one.unrelated)


def test_an_end_that_is_not_there_is_shown_as_infinite() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content("velzha")))
    looks = [rule.dxf.numFmt.formatCode for area in book["Steps"].conditional_formatting for rule in area.rules]
    assert any("∞" in look for look in looks)
