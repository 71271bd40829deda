"""Questions are asked with names, and a wrong one is told with the nearest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ask, case, questions, store
from kg.ask import Table
from kg.names import KG
from kg.problems import KgError
from tests import little
from tests.little import at

BASE = "https://example.org/little"
QUESTION = """\
#+ summary: {en: "Who says it?"}
#+ parameters:
#+   claim: {type: node}
#+   text: {type: text}
#+   name: {type: text}
SELECT ?claim ?text ?name {
  VALUES ?claim { UNDEF } # parameter
  VALUES ?text { "none" } # parameter
  VALUES ?name { "none" } # parameter
  ?claim a <https://w3id.org/counterclaim/ns/Claim>
} ORDER BY ?claim
"""


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ox.Store]:
    """The little case in memory, and `who-says-it` as the only question."""
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "who-says-it.rq").write_text(QUESTION)
    (tmp_path / "columns.yaml").write_text("claim: {en: claim, ru: утверждение}")
    monkeypatch.setattr(questions, "folder", lambda _: tmp_path)
    questions.columns.cache_clear()
    read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, at: {at('осуждено 47')}}}")))
    yield store.memory(read.quads)
    questions.columns.cache_clear()


CLAIM = f"{BASE}/statement/practice"


@pytest.mark.parametrize("claim", ["practice", "statement:practice", "statement/practice", CLAIM])
def test_a_node_is_named_as_in_the_files_or_by_its_iri(graph: ox.Store, claim: str) -> None:
    answer = ask.run(graph, "who-says-it", claim=claim)
    assert [row["claim"] for row in answer.rows] == ["It goes on"]
    assert [row["claim"] for row in answer.terms] == [ox.NamedNode(CLAIM)]


def test_another_node_gives_no_row(graph: ox.Store) -> None:
    assert ask.run(graph, "who-says-it", claim="ombudsman") == Table(["claim", "text", "name"], [])


@pytest.mark.parametrize("text", ['"} # parameter', "a\\nb", "a\nb", "} ?s ?p ?o {", "пытки \U0001f6aa", "\x01", ""])
def test_a_text_is_a_text_whatever_is_in_it(graph: ox.Store, text: str) -> None:
    """Parameters may be called as `run`'s own are."""
    assert [(row["text"], row["name"]) for row in ask.run(graph, "who-says-it", text=text, name=text).rows] == [(text, text)]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"clam": "x"}, r"no parameter 'clam' \(did you mean 'claim'\?\): it has claim, text, name, lang"),
        ({"claim": "practise"}, r"nothing in the graph is called 'practise' \(did you mean 'practice'\?\)"),
        ({"claim": "\udce9"}, "not UTF-8"),
        ({"text": "\udce9"}, "not UTF-8"),
        ({"claim": ""}, "nothing in the graph is called ''"),
        ({"claim": "> } #"}, "nothing in the graph"),
        ({"claim": "https://example.org/ }"}, "nothing in the graph"),
    ],
)
def test_what_cannot_be_asked(graph: ox.Store, parameters: dict[str, str], words: str) -> None:
    with pytest.raises(KgError, match=words) as raised:
        ask.run(graph, "who-says-it", "all", **parameters)
    str(raised.value).encode()


def test_a_name_of_several_things(graph: ox.Store) -> None:
    node, kind = ox.NamedNode(f"{BASE}/other/practice"), ox.NamedNode(KG + "note")
    graph.add(ox.Quad(node, kind, ox.Literal("x"), ox.NamedNode(f"{BASE}/other")))
    with pytest.raises(KgError, match="'practice' names 2 things: write one of other:practice, statement:practice"):
        ask.run(graph, "who-says-it", claim="practice")


def test_what_was_said_only(graph: ox.Store) -> None:
    assert ask.run(graph, "who-says-it", "inferred").rows == []


def test_every_question_of_ours_is_listed() -> None:
    assert "claims-without-independent-source" in ask.questions()
