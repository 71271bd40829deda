"""Each question: a case, and its exact answer (expected.csv, and expected-*.csv with parameters)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ask
from kg.names import KG, RDFS
from kg.resources import folder
from tests import support

HERE = Path(__file__).parent
ANSWERS = sorted(HERE.glob("*/expected*.csv"))
LABEL = re.compile(r'\((kind|challengeKind):([\w-]+) "([^"]+)"@(\w+)\)')


def test_each_question_has_a_fixture() -> None:
    assert [path.stem for path in support.queries("questions")] == support.fixtures("questions")
    assert {path.parent.name for path in ANSWERS} == set(support.fixtures("questions"))


@pytest.mark.parametrize("name", support.fixtures("questions"))
def test_header(name: str) -> None:
    query = ask.questions()[name]
    assert set(query.header["summary"]) == {"en", "ru"}
    assert query.header["description"]
    assert query.tags
    assert "lang" in query.parameters
    assert all(parameter["summary"] and parameter["type"] in ("text", "node") for parameter in query.parameters.values())


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_answers(path: Path, tmp_path: Path) -> None:
    """`expected-lang=ru,actor=ministry.csv` is the answer with these parameters; `annotators=yes` asks for theirs too."""
    given = path.stem.partition("-")[2]
    parameters = dict(one.split("=") for one in given.split(",")) if given else {}
    annotators = parameters.pop("annotators", "no") == "yes"
    case = support.read(path.parent / "case", tmp_path)
    table = ask.run(support.graph(case, annotators=annotators), path.parent.name, **parameters)
    with path.open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert table.rows == expected
    assert expected, "an empty answer shows nothing"


@pytest.mark.parametrize("path", support.queries("questions"), ids=lambda path: path.stem)
def test_words_are_those_of_the_ontology(path: Path) -> None:
    labels = {
        (quad.subject.value, str(quad.object))
        for quad in ox.parse(path=folder("ontology") / "kg.ttl")
        if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value == RDFS + "label"
    }
    written = {(f"{KG}{prefix}/{local}", f'"{words}"@{lang}') for prefix, local, words, lang in LABEL.findall(path.read_text("utf-8"))}
    assert written - labels == set()
