"""On whose word claims rest and how they stand is told from findings: in the cases, without saying anything twice."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import explain
from kg.explain import standing
from kg.explain.facts import Facts
from kg.names import KG
from tests.explain.test_cases import CASES, graph

MET, WORD = "How it was met", "On whose word it rests"
HEADINGS = {"en": ("What it is", MET, WORD), "ru": ("Что это", "Как на это ответили", "На чьих словах это держится")}


def told(case: str, name: str, lang: str = "en") -> dict[str, tuple[str, ...]]:
    return {one.heading: one.sentences for one in explain.explain(graph(case), name, lang).sections}


def test_a_missing_document_is_named_where_there_is_no_label() -> None:
    made = told("kazakhstan-2025", "standard-kz-2025-05:practice-persists")
    assert any(one.startswith("In this corpus: no label. Not in the case: “Report of the coalition") for one in made["What it is"])
    assert any("is said to speak to this in a document that is not in the case" in one for one in made[MET])


def test_why_is_told_without_the_arguments_that_stand_above_it() -> None:
    made = told("kazakhstan-2025", "standard-kz-2025-05:five-years-total")
    assert not any(one.startswith("In this corpus") for one in made.get(MET, ()))


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_of_a_claim_is_told_twice(case: str, lang: str) -> None:
    held = graph(case)
    concerned = {
        q.object.value
        for q in held.quads_for_pattern(None, ox.NamedNode(KG + "concerns"), None, None)
        if isinstance(q.object, ox.NamedNode)
    }
    for claim in sorted(concerned)[::7]:
        made = [one for one in explain.explain(held, claim, lang).sections if one.heading in HEADINGS[lang]]
        sentences = [one for section in made for one in section.sentences if not one.startswith(("The annotator's note", "Примечание"))]
        assert len(sentences) == len(set(sentences)), claim


def test_all_is_taken_from_findings() -> None:
    """Without them there is nothing to tell."""
    held = graph("velzha")
    claim = next(
        q.object.value
        for q in held.quads_for_pattern(None, ox.NamedNode(KG + "concerns"), None, None)
        if isinstance(q.object, ox.NamedNode) and q.object.value.endswith("/dam-blamed")
    )
    assert standing.brief(Facts(held, claim, "en", {}), claim)
    bare = ox.Store()
    bare.extend(q for q in held.quads_for_pattern(None, None, None, None) if "/findings" not in str(q.subject))
    facts = Facts(bare, claim, "en", {})
    assert (
        not standing.brief(facts, claim) + standing.sources(facts, claim) + standing.why(facts, claim, ()) + standing.counts(facts, [claim])
    )
