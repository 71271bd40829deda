"""Conditions in a query are found wherever they stand, and one that nothing holds is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import questions
from kg.problems import KgError
from tests.questions import conditions, mutate

TEXT = """\
#+ summary: FILTER (of a header)
PREFIX kg: <https://example.org/MINUS#(>
SELECT ?a ("FILTER ( } ' \\" {" AS ?b) ('''MINUS { "''' AS ?c) # NOT EXISTS { }
WHERE {
  ?a kg:filter <https://example.org/FILTER(> , ?minus ; kg:not-exists ?d .
  FILTER (?a < ?d && ?d > 3 && STR(?a) != ")")
  filter regex(STR(?a), "[(]") .
  MINUS {
    ?a kg:b ?e FILTER (?e != 1) # }
    MINUS { ?e ?f "}" }
  }
  FILTER NOT EXISTS { ?a kg:g ?h OPTIONAL { ?h kg:i ?j } }
  FILTER EXISTS { ?a kg:k ?l }
  FILTER (?a = 1 || !EXISTS { ?a kg:m ?n })
  BIND (IF(NOT EXISTS { ?a kg:o ?p }, 1, 2) AS ?q)
} GROUP BY ?a HAVING (COUNT(?a) > 1)
"""


def test_every_kind_is_found_also_within_others() -> None:
    found = list(conditions.find(TEXT))
    assert [(one.line(TEXT), one.words(TEXT)) for one in found] == [
        (6, 'FILTER (?a < ?d && ?d > 3 && STR(?a) != ")")'),
        (7, 'filter regex(STR(?a), "[(]")'),
        (8, 'MINUS { ?a kg:b ?e FILTER (?e != 1) # } MINUS { ?e ?f "}" } }'),
        (9, "FILTER (?e != 1)"),
        (10, 'MINUS { ?e ?f "}" }'),
        (12, "FILTER NOT EXISTS { ?a kg:g ?h OPTIONAL { ?h kg:i ?j } }"),
        (13, "FILTER EXISTS { ?a kg:k ?l }"),
        (14, "FILTER (?a = 1 || !EXISTS { ?a kg:m ?n })"),
        (14, "!EXISTS { ?a kg:m ?n }"),
        (15, "NOT EXISTS { ?a kg:o ?p }"),
        (16, "HAVING (COUNT(?a) > 1)"),
    ]


def test_one_is_dropped_and_nothing_else() -> None:
    dropped = [one.dropped(TEXT) for one in conditions.find(TEXT)]
    assert dropped[4] == TEXT.replace('MINUS { ?e ?f "}" }', "")
    assert dropped[8] == TEXT.replace("!EXISTS { ?a kg:m ?n }", "true")
    assert len(set(dropped)) == len(dropped)


def question(tmp_path: Path, where: str) -> questions.Query:
    """One that stands in for a question with a fixture, and answers as that does."""
    known = questions.find("who-is-tied-to-whom")
    file = tmp_path / "who-is-tied-to-whom.rq"
    file.write_text(known.text.replace("?id kg:who ?who ; kg:kind", f"{where} ?id kg:who ?who ; kg:kind"), "utf-8")
    return questions.load(file)


ENDLESS = "{ SELECT (COUNT(*) AS ?n) { ?a1 ?b1 ?c1 . ?a2 ?b2 ?c2 . ?a3 ?b3 ?c3 . ?a4 ?b4 ?c4 . ?a5 ?b5 ?c5 FILTER (?a1 = kg:nobody) } }"


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("FILTER (true)", ["FILTER (true)"]),
        ("MINUS { ?id kg:who kg:nobody }", ["MINUS { ?id kg:who kg:nobody }"]),
        ("FILTER (!EXISTS { ?x a kg:Nothing })", ["FILTER (!EXISTS { ?x a kg:Nothing })", "!EXISTS { ?x a kg:Nothing }"]),
        ("FILTER (true) MINUS { ?id kg:whom ?x FILTER (false) }", ["FILTER (true)", "MINUS { ?id kg:whom ?x FILTER (false) }"]),
        (f"{ENDLESS} MINUS {{ ?id kg:who kg:nobody }}", ["MINUS { ?id kg:who kg:nobody }"]),
    ],
)  # fmt: skip
def test_what_nothing_holds_is_told(where: str, told: list[str], tmp_path: Path) -> None:
    asked = question(tmp_path, where)
    found = list(mutate.survivors([asked], limit=6))
    assert [mutant.words for mutant in found] == told
    assert {mutant.line for mutant in found} == {1 + next(n for n, line in enumerate(asked.text.splitlines()) if where in line)}


def test_a_question_whose_fixture_fails_already_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="who-is-tied-to-whom: its answers are not those expected"):
        list(mutate.survivors([question(tmp_path, "FILTER (false)")]))
