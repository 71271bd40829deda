"""`kg ask`: the list, formats, the query itself, questions of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ask, store
from tests.cli.conftest import Kg

OWN = """\
#+ summary: {en: "What is claimed?", ru: "Что утверждается?"}
#+ parameters:
#+   claim: {summary: only this claim, type: claim}
#+ words:
#+   that: {en: that, ru: что}
SELECT (CONCAT("{that} <", STR(?claim), ">") AS ?says) (?claim AS ?id) {
  VALUES ?claim { UNDEF } # parameter
  ?claim a kg:Claim
}
"""


def test_questions_are_listed_by_tag(kg: Kg) -> None:
    listed = json.loads(kg("ask", "-f", "json").out)
    assert {row["question"] for row in listed} == ask.questions().keys()
    assert [row["tag"] for row in listed] == sorted(row["tag"] for row in listed)
    some = json.loads(kg("ask", "--tag", "independence", "-f", "json").out)
    assert {row["question"] for row in some} == {name for name, one in ask.questions().items() if "independence" in one.tags}


def test_sparql_is_the_query_with_the_parameters_in(kg: Kg, folders: Path) -> None:
    asked = ("ask", "claims-without-independent-source", "-p", "claim=practice", "-g", folders / "built")
    text = kg(*asked, "--sparql").out
    result = store.open(folders / "built").query(text)
    assert isinstance(result, ox.QuerySolutions)
    assert len(list(result)) == len(json.loads(kg(*asked, "-f", "json").out)) > 0


def test_srj_has_the_nodes(kg: Kg, folders: Path) -> None:
    made = kg("ask", "claims-without-independent-source", "-g", folders / "built", "-f", "srj").out
    solutions = ox.parse_query_results(made, format=ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    assert {str(row["id"]) for row in solutions} == {"<https://example.org/little/statement/practice>"}


@pytest.mark.parametrize(("lang", "that"), [("en", "that"), ("ru", "что")])
def test_a_question_of_ones_own(kg: Kg, folders: Path, tmp_path: Path, lang: str, that: str) -> None:
    (tmp_path / "mine.rq").write_text(OWN, "utf-8")
    ran = kg("ask", tmp_path / "mine.rq", "-g", folders / "built", "-p", "claim=practice", "-f", "json", "--lang", lang)
    assert [row["id"] for row in json.loads(ran.out)] == ["statement:practice"]
    assert json.loads(ran.out)[0]["says"].startswith(that + " ")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ('#+ order: [n]\nSELECT ?n { VALUES ?n { "much"^^xsd:integer "nan"^^xsd:decimal 3 2 } }', "n\nmuch\nnan\n2\n3\n"),
        ('SELECT ("{says:<http://[x>}" AS ?n) {}', 'n\n""\n'),
        ('SELECT ("<http://[x>" AS ?n) {}', "n\n[x\n"),
    ],
)
def test_an_answer_may_say_anything(kg: Kg, folders: Path, tmp_path: Path, text: str, out: str) -> None:
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    ran = kg("ask", tmp_path / "mine.rq", "-g", folders / "built", "-f", "csv")
    assert (ran.code, ran.err, ran.out) == (0, "", out)


@pytest.mark.parametrize(("kind", "words"), [("actr", "did you mean 'actor'?"), ("[actor, text]", "give it the one type text")])
def test_a_type_that_is_none(kg: Kg, folders: Path, tmp_path: Path, kind: str, words: str) -> None:
    text = f"#+ parameters: {{who: {{type: {kind}}}}}\nSELECT ?who {{\n VALUES ?who {{ UNDEF }} # parameter\n}}"
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    ran = kg("ask", tmp_path / "mine.rq", "-g", folders / "built", "-p", "who=ombudsman")
    assert ran.code == 2
    assert words in ran.err


def test_a_parameter_without_a_name(kg: Kg, folders: Path) -> None:
    ran = kg("ask", "who-says-what", "-g", folders / "built", "-p", "=x")
    assert ran.code == 2
    assert "has no parameter ''" in ran.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (OWN.replace("?claim a kg:Claim", "SERVICE <http://localhost/> { ?claim a kg:Claim }"), "SERVICE asks other machines"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "makes a graph: run kg query"),
        ("#+ summry: {en: a}\nASK {}", "did you mean 'summary'?"),
        ("#+ order: [nope]\nSELECT ?s { ?s ?p ?o }", "which is no column of it: s"),
    ],
)
def test_what_a_question_of_ones_own_may_not(kg: Kg, folders: Path, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    ran = kg("ask", tmp_path / "mine.rq", "-g", folders / "built")
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize(("lang", "words"), [("en", "only this claim"), ("ru", "только это утверждение")])
def test_about_a_question(kg: Kg, lang: str, words: str) -> None:
    told = kg("ask", "claims-not-addressed", "--about", "--lang", lang).out
    assert ask.questions()["claims-not-addressed"].words("summary", lang) in told
    assert f"-p claim=…  {words}" in told
    assert ask.questions()["claims-not-addressed"].words("caveat", lang)[:40] in told


def test_a_part_of_a_name_lists_the_questions_that_have_it(kg: Kg) -> None:
    assert "(did you mean 'claims-without-any-source', 'claims-without-independent-source'?)" in kg("ask", "claims-without").err
