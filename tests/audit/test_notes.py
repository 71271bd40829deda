"""What is told beside the outcomes: of breaks, bases, causes and scope, in both languages, with both sides of each fork."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.test_whole import audited, finding

#: case | finding | severity | said in English | said in Russian
TOLD: list[tuple[str, str, str, list[str], list[str]]] = [
    (
        "breaks", "report/in-2021/across-break", "matters",
        ["40 (2020), 20 (2022)", "(2021-06: “a new form”)", "If it did", "if it did not"], ["40 (2020), 20 (2022)", "Если да", "если нет"],
    ),
    ("breaks", "report/at-some-time-until/across-break", "matters", ["(by 2021: “a move”)"], ["(не позже 2021: «переезд»)"]),
    (
        "bases-and-causes", "report/halved/base-year", "wording",
        ["from 90 (2021), the highest value listed, the result is 50% (“50%” is stated)", "from 50 (2018) it is", "from 40 (2019) it is",
         "from 30 (2020) it is", "Which base is the fitting one, the numbers do not say"],
        ["от 90 (2021), самого большого", "Какая база уместна, сами числа не говорят"],
    ),
    ("bases-and-causes", "report/from-the-lowest/base-year", "matters",
        ["from 10 (2018), the lowest value listed", "from 40 (2019) it is 1.5"], ["самого малого"]),
    (
        "bases-and-causes", "report/law/cases/before-cause", "matters",
        ["also fell before “The law” (2021-12): 50 (2018) → 40 (2019), 40 (2019) → 30 (2020)",
         "all values before it are 50 (2018), 40 (2019), 30 (2020)",
         "the figures do not show what causes what"],
        ["снижение было и раньше, чем «Закон»", "сами числа причин не показывают"],
    ),
    (
        "scope-and-rivals", "report/slides/scope", "matters",
        ["“36%” is said of “complaint” and computed of “registered case”", "if the two are counted alike", "if not"],
        ["«36%» сказано про «жалоба», а вычислено по «дело»", "если нет"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "name", "severity", "english", "russian"), TOLD, ids=[row[1] for row in TOLD])
def test_told(case: str, name: str, severity: str, english: list[str], russian: list[str], tmp_path: Path) -> None:
    one = finding(audited(case, tmp_path), name)
    assert one.severity == severity
    for lang, said in (("en", english), ("ru", russian)):
        for text in said:
            assert text in one.explanation[lang]


def test_a_note_is_found_at_what_it_is_about(tmp_path: Path) -> None:
    found = audited("bases-and-causes", tmp_path)
    concerns = [found.numbers.short(iri) for iri in finding(found, "report/law/cases/before-cause").concerns]
    assert {"report/law", "report/fewer", "report/halved"} <= set(concerns)
    inputs = [found.numbers.short(iri) for iri in finding(found, "report/halved/base-year").inputs]
    assert {f"report/cases/{year}" for year in range(2018, 2023)} <= set(inputs)


def test_an_assumption_is_told_in_each_language_that_it_is_worded_in(tmp_path: Path) -> None:
    both = finding(audited("differences", tmp_path / "a"), "report/counts-assumed").explanation
    assert "“every complaint becomes a case”" in both["en"]
    assert "«из каждой жалобы выходит дело»" in both["ru"]
    english = finding(audited("scope-and-rivals", tmp_path / "b"), "report/years").explanation
    assert "«the same cases are counted»" in english["ru"]


def test_a_printed_result_is_read_in_its_documents_language(tmp_path: Path) -> None:
    told = finding(audited("units", tmp_path), "report/the-russian-way")
    assert told.stated == "[1499500, 1500500]"
    assert "the English way" not in told.explanation["en"]
