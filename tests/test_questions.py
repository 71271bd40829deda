"""Question files: a header in YAML, and values put into parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import questions
from kg.problems import KgError
from kg.questions import Query

TEXT = """\
#+ summary:
#+   en: What is
#+     there?
#+ parameters:
#+   lang: {summary: language, type: text}
#+   metric: {type: node}
#+ tags: [a]
SELECT * {
  VALUES ?lang { "en" } # parameter
  VALUES ?metric { UNDEF } # parameter
  VALUES ?other { UNDEF }
}
"""


def load(tmp_path: Path, text: str) -> Query:
    file = tmp_path / "what-is-there.rq"
    file.write_bytes(text.encode())
    return questions.load(file)


def test_header(tmp_path: Path) -> None:
    query = load(tmp_path, TEXT)
    assert (query.name, list(query.parameters), query.tags) == ("what-is-there", ["lang", "metric"], ["a"])
    assert query.words("summary", "ru") == "What is there?"
    assert query.words("description") == ""
    assert (query.told("lang"), query.told("metric"), query.told("metric", "ru")) == ("language", "", "")


def test_a_parameter_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    query = load(tmp_path, TEXT.replace("summary: language", "summary: {en: language, ru: язык}"))
    assert (query.told("lang"), query.told("lang", "ru")) == ("language", "язык")


def test_values_replace_the_default(tmp_path: Path) -> None:
    filled = load(tmp_path, TEXT).fill({"lang": '"} # \\\\1 \\"ru"'})
    assert '  VALUES ?lang { "} # \\\\1 \\"ru" } # parameter\n' in filled
    assert "VALUES ?metric { UNDEF } # parameter" in filled
    assert load(tmp_path, TEXT).fill({}) == TEXT


def test_windows_line_ends(tmp_path: Path) -> None:
    assert list(load(tmp_path, TEXT.replace("\n", "\r\n")).parameters) == ["lang", "metric"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#+ a: [\nASK {}", "the header is not YAML"),
        ("#+ - a\nASK {}", "the header has no keys"),
        (TEXT.replace("#+   metric: {type: node}\n", ""), "differ in their parameters: metric"),
        (TEXT.replace("VALUES ?lang", "VALUES ?language"), "differ in their parameters: lang, language"),
        (TEXT.replace('"en" } # parameter', '"en" }'), "differ in their parameters: lang"),
    ],
)
def test_a_bad_header_is_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(KgError, match=words) as raised:
        load(tmp_path, text)
    assert "\n" not in str(raised.value)


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_bytes(b"\xff")
    with pytest.raises(KgError, match="cannot be read"):
        questions.load(tmp_path / "a.rq")


@pytest.mark.parametrize("name", ["claims-without-independent-sourc", "Claims-without-independent-source"])
def test_the_nearest_question_is_named(name: str) -> None:
    with pytest.raises(KgError, match=r"did you mean 'claims-without-independent-source'\?"):
        questions.find(name)


@pytest.mark.parametrize("name", ["", "../rules/10-case-of-document", "a/b", "\udce9", "x" * 5000])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(KgError, match="there is no question"):
        questions.find(name)
