"""Question files: a header in YAML, and values put into parameters."""

from __future__ import annotations

import os
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
        ("#+ '': x\nASK {}", "the header has no key ''"),
        ("#+ 3: x\nASK {}", "the header has no key '3'"),
        ("#+ summary: {en: a}\n#+ summary: {en: b}\nASK {}", "the key 'summary' twice"),
        ("#+ ? [a]\n#+ : b\nASK {}", "a list or map for a key"),
        ("#+ summary: &a {en: *a}\nASK {}", "an alias"),
        ("#+ summary: !!python/name:os.system x\nASK {}", "a tag"),
        ("#+ summary: " + "[" * 100_000 + "\nASK {}", "nested more than 10 levels deep|nesting"),
        ("#+ summary: [a]\nASK {}", "'summary' is not a text, or texts by language"),
        ("#+ summary: {en: [a]}\nASK {}", "'summary' is not a text, or texts by language"),
        ("#+ order: claim\nASK {}", "'order' is not a list of names"),
        ("#+ tags: [[a]]\nASK {}", "'tags' is not a list of names"),
        ("#+ words: read\nASK {}", "'words' is not names with their texts"),
        ("#+ words: {read: gelesen}\nASK {}", "'words: read' is not a text in English"),
        ("#+ words: {read: {ru: прочитано}}\nASK {}", "'words: read' is not a text in English"),
        ("#+ parameters: lang\nASK {}", "'parameters' is not names with what they are"),
        (TEXT.replace("{type: node}", "node"), "'parameters: metric' is not a map of summary and type"),
        (TEXT.replace("{type: node}", "{typ: node}"), "'parameters: metric' is not a map of summary and type"),
        (TEXT.replace("{type: node}", "{type: []}"), "'parameters: metric: type' is not a name"),
        (TEXT.replace("{type: node}", "{type: {a: b}}"), "'parameters: metric: type' is not a name"),
        (TEXT.replace("summary: language", "summary: [language]"), "'parameters: lang: summary' is not a text"),
        ("ASK {}\n" + "# more\n" * 1_300_000, "has more than 8 MB"),
    ],
)
def test_a_bad_header_is_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(KgError, match=words) as raised:
        load(tmp_path, text)
    assert "\n" not in str(raised.value)


def test_values_of_a_header_are_texts(tmp_path: Path) -> None:
    query = load(tmp_path, "\ufeff#+ summary: 2020-13-45\n#+ description:\n#+ tags: [yes, 1]\nASK {}")
    assert (query.words("summary"), query.words("description"), query.tags) == ("2020-13-45", "", ["yes", "1"])
    assert query.text.startswith("#+ summary")


def test_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rq")
    (tmp_path / "folder.rq").mkdir()
    for name, words in {"pipe": "is no file", "folder": "is a folder", "none": "No such file", "a\0b": "null"}.items():
        with pytest.raises(KgError, match=words):
            questions.load(tmp_path / f"{name}.rq")


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
