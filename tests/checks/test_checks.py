"""Each check: a case with lines that it must report (`# found`), and one that it must pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import questions, validate
from kg.problems import Problem
from tests import support

HERE = Path(__file__).parent


def reported(name: str, fixture: str, into: Path, lang: str = "en") -> list[Problem]:
    case = support.read(HERE / name / fixture, into)
    return [problem for problem in validate.checks(case, case.quads, lang) if problem.rule == name]


def marked(folder: Path) -> list[tuple[str, int]]:
    return sorted(
        (path.name, number)
        for path in folder.glob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.endswith("# found")
    )


def test_each_check_has_a_fixture() -> None:
    assert [path.stem for path in support.queries("checks")] == support.fixtures("checks")


@pytest.mark.parametrize("path", support.queries("checks"), ids=lambda path: path.stem)
def test_header(path: Path) -> None:
    query = questions.load(path)
    assert query.header["severity"] in ("error", "warning")
    for words in (query.header["summary"], query.header["message"]):
        assert set(words) == {"en", "ru"}
    assert re.search(r"SELECT[^{]*\?node\b", query.text), "a check returns the ?node whose line is reported"


@pytest.mark.parametrize("name", support.fixtures("checks"))
def test_finds(name: str, tmp_path: Path) -> None:
    expected = marked(HERE / name / "found")
    assert expected, "nothing is marked `# found`"
    found = reported(name, "found", tmp_path)
    assert sorted((Path(p.place.file).name, p.place.line) for p in found) == expected


@pytest.mark.parametrize("name", support.fixtures("checks"))
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_says_it_in_words(name: str, lang: str, tmp_path: Path) -> None:
    for problem in reported(name, "found", tmp_path, lang):
        assert not re.search(r"\{\w+\}|https?://", problem.message), problem.message


@pytest.mark.parametrize("name", support.fixtures("checks"))
def test_passes(name: str, tmp_path: Path) -> None:
    assert reported(name, "clean", tmp_path) == []


def test_a_case_that_demands_a_second_reader_is_told_once(tmp_path: Path) -> None:
    assert reported("imputes-to-a-person", "found", tmp_path / "asked")
    assert reported("second-reader-missing", "found", tmp_path / "demanded")
    case = support.read(HERE / "second-reader-missing" / "found", tmp_path / "once")
    assert {p.rule for p in validate.checks(case, case.quads)} == {"second-reader-missing"}
