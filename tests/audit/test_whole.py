"""Little cases and every finding that must come of each: nothing that is missing, and nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.case
from kg.audit import ALARMS, Audit, audit
from kg.audit.figures import Figure
from kg.audit.implied import APART, TOTAL
from kg.findings import Finding
from tests import little, support
from tests.audit.test_sentence import VERDICT

CASES = Path(__file__).with_name("cases")
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def audited(name: str, into: Path) -> Audit:
    (found,) = audit(support.graph(support.read(CASES / name, into)))
    return found


def finding(found: Audit, name: str) -> Finding:
    (one,) = (each for each in found.findings if each.name == name)
    return one


def test_there_are_cases() -> None:
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_findings(name: str, tmp_path: Path) -> None:
    """name | outcome | rule | in what the figures differ."""
    found = audited(name, tmp_path)
    told = [
        f"{one.name} | {one.outcome} | {one.rule} | {' '.join(found.judged[one.name].differs) if one.name in found.judged else ''}".strip()
        for one in sorted(found.findings, key=lambda each: each.name)
    ]
    assert told == CASES.joinpath(name, "expected.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_can_be_gone_through(name: str, tmp_path: Path) -> None:
    found = audited(name, tmp_path)
    assert len({one.name for one in found.findings}) == len(found.findings)
    for one in found.findings:
        assert one.severity in ("matters", "wording")
        assert set(one.explanation) == {"en", "ru"}
        assert all(text and not VERDICT.search(text.replace(" lies ", " ").replace(" lie ", " ")) for text in one.explanation.values())
        assert one.inputs
        assert one.concerns
        assert bool(one.without) <= bool(one.assumes)
        assert bool(one.hypotheses) <= (one.outcome in ALARMS)
        for guess in one.hypotheses:
            assert guess.tried >= 1
            assert set(guess.explanation) == {"en", "ru"}


def test_the_same_whatever_the_order_of_its_parts(tmp_path: Path) -> None:
    one, other = (audited("implied", tmp_path / where) for where in ("a", "b"))
    assert one.findings == other.findings


def test_what_matters_comes_first(tmp_path: Path) -> None:
    told = [one.severity for one in audited("implied", tmp_path).findings]
    assert told == sorted(told, key=["matters", "wording"].index)


@pytest.mark.parametrize(
    ("name", "calculation", "assumes", "without"),
    [
        ("differences", "report/counts-assumed", "every complaint becomes a case", "not-comparable"),
        ("differences", "report/alike", None, ""),
        ("scope-and-rivals", "report/years", "the same cases are counted", "not-checkable"),
        ("scope-and-rivals", "report/slides", "complaints are counted by cases", "not-comparable"),
        ("scope-and-rivals", "report/slides-unsaid", None, ""),
        ("implied", "report/cases/2020..2022/sum/2020+2021+2022", TOTAL["en"], "not-checkable"),
        ("implied", "report/convictions/2020/breakdown/2020+2020", APART["en"], "not-checkable"),
    ],
)  # fmt: skip
def test_assumptions(name: str, calculation: str, assumes: str | None, without: str, tmp_path: Path) -> None:
    """What is taken for granted stands in the finding and in its sentence, and so does what is left without it."""
    one = finding(audited(name, tmp_path), calculation)
    assert (one.assumes.get("en"), one.without) == (assumes, without)
    assert (f"“{assumes}”" in one.explanation["en"]) == (assumes is not None)


def test_rivals(tmp_path: Path) -> None:
    """Two readings of one total name each other."""
    found = audited("scope-and-rivals", tmp_path)
    assert finding(found, "report/years").rivals == ("report/with-pending",)
    assert finding(found, "report/with-pending").rivals == ("report/years",)
    assert finding(found, "report/years").hypotheses[0].kind == "counted-twice"


def test_other_figures_of_the_document_are_tried(tmp_path: Path) -> None:
    found = audited("implied", tmp_path)
    share = finding(found, "report/prison-in-percent/2022/share/2022+2022")
    assert all(guess.kind != "another-base" or guess.tried > 2 for guess in share.hypotheses)


@pytest.mark.parametrize(
    ("name", "figures", "unread", "unrelated", "reasons"),
    [
        (
            "silence", 8, ["cases/2021"],
            ["beds/2020", "beds/2021", "cases/2020", "cases/2021", "cases/2022", "cases/2023", "complaints/2010", "rate/2022"],
            {"a figure is no number that can be read": 1, "it would divide by nothing": 1, "no result is stated": 1,
             "the series have no two periods in common": 1, "the stated result is no number that can be read": 1},
        ),
        ("empty", 0, [], [], {}),
        ("two-documents", 13, ["cases/2019"], ["cases/2018", "cases/2019", "cases/2019", "complaints/2018", "elsewhere/2023"], {}),
        ("breaks", 7, [], ["cases/2021", "cases/2023"], {}),
    ],
)  # fmt: skip
def test_silence(name: str, figures: int, unread: list[str], unrelated: list[str], reasons: dict[str, int], tmp_path: Path) -> None:
    """How many figures there were, which could not be read, which no relation tells anything of, and why relations were not tested."""
    found = audited(name, tmp_path)

    def named(some: list[Figure]) -> list[str]:
        return sorted(found.numbers.short(one.iri).split("/", 1)[1] for one in some)

    assert (found.figures, named(found.unread), named(found.unrelated)) == (figures, unread, unrelated)
    assert found.reasons() == reasons
    assert sum(found.reasons("ru").values()) == sum(reasons.values())
    assert sum(found.outcomes.values()) == len(found.judged)


def test_reasons_that_figures_differ(tmp_path: Path) -> None:
    assert audited("differences", tmp_path).reasons() == {
        "the figures differ in the length of the period": 2,
        "the figures differ in the place": 1,
        "the figures differ in the population": 1,
        "the figures differ in the unit": 1,
        "the figures differ in what is counted, the unit": 4,
    }


def test_a_case_of_two(tmp_path: Path) -> None:
    held = support.graph(support.read(CASES / "sums", tmp_path))
    assert [one.case for one in audit(held)] == [one.case for one in audit(held, "https://example.org/case")]
    assert audit(held, "https://example.org/another") == []


def test_a_quarantined_figure_is_no_input(tmp_path: Path) -> None:
    """A figure whose passage is not the text's is set aside with the calculation that refers to it; nothing is concluded from them."""
    body = """\
metrics:
  convictions:
    counts: conviction
    unit: person
    values:
      2024: {value: 47, at: 22-24/00000000}
      2023: {value: 4}
calculations:
  both: {kind: sum, parts: [convictions/2023, convictions/2024], prints: "52"}
"""
    folder = little.folder(tmp_path, body)
    (folder / "texts").mkdir()
    (folder / "texts" / "statement.txt").write_bytes(little.TEXT.encode())
    (found,) = audit(support.graph(kg.case.read(folder)))
    assert found.figures == 1
    assert found.findings == ()


def test_what_is_tried_in_the_place_of_a_figure(tmp_path: Path) -> None:
    """Figures of the document in the same unit that are stated plainly; not those that the relation has, nor letters for persons."""
    share = finding(audited("known-figures", tmp_path), "report/share")
    assert [(one.kind, one.arithmetic) for one in share.hypotheses] == [("another-base", "144 of 165 is 87.27%")]


def test_a_corrected_document(tmp_path: Path) -> None:
    """That one of two documents corrects the other is told where they differ; where neither does it is not."""
    told = finding(audited("corrected", tmp_path / "a"), "first/cases/2020/same-figure/2020+2020").explanation
    other = finding(audited("two-documents", tmp_path / "b"), "answer/cases/2020/same-figure/2020+2020").explanation
    assert "“The corrected answer” says that it corrects “The first answer”" in told["en"]
    assert "«The corrected answer» сообщает, что исправляет «The first answer»" in told["ru"]
    assert "corrects" not in other["en"]


def test_which_figure_could_not_be_read(tmp_path: Path) -> None:
    told = finding(audited("silence", tmp_path), "report/unread-part").explanation
    assert "Part 2 (thousands)" in told["en"]
    assert "части 2 (thousands)" in told["ru"]
