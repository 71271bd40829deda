"""The first case: what the article says is there, at the characters where it says so.

What needs the article's text is skipped where it is not beside the project.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.build
import kg.case
from kg import store
from kg.anchor import verify
from kg.resources import first_case

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
ARTICLE = SHARED / "cases" / "kazakhstan-2025" / "standard-kz-2025-05.ru.txt"
needs_article = pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article's text is not at hand ({ARTICLE.name} in shared/)")

#: Numbers in words, as far as Russian texts use them for figures.
WORDS = re.compile(
    r"\b(?:дв[аеух]\w*|тр[иёе]х?|четыр\w+|пят[ьи]\w*|шест[ьи]\w*|семь|семи|вос[еь]м\w*|девят\w+|десят\w+|сорок\w*|ст[оа]|сот\w*|"
    r"тысяч\w*|миллион\w*)\b",
    re.IGNORECASE,
)


@cache
def graph() -> ox.Store:
    return store.memory(kg.build.assemble([first_case()]).quads)


def ask(where: str) -> set[tuple[str, ...]]:
    """The rows of a query, IRIs without the case's or the vocabulary's part."""
    found = store.query(graph(), where)
    assert isinstance(found, ox.QuerySolutions)
    return {
        tuple(re.sub(r"^https://w3id\.org/counterclaim/(case/kazakhstan-2025|ns|period)/", "", row[v].value) for v in found.variables)
        for row in found
    }


def test_it_builds_without_a_problem() -> None:
    built = kg.build.assemble([first_case()])
    assert built.problems == []
    assert built.summary["set aside"] == 0


@needs_article
def test_every_passage_is_verified_against_the_article() -> None:
    built = kg.build.assemble([first_case()], [ARTICLE])
    passages = built.summary["passages"]
    assert isinstance(passages, dict)
    assert passages["verified"] == sum(passages.values()) > 200


@needs_article
def test_every_figure_lies_in_a_passage() -> None:
    text = ARTICLE.read_bytes().decode("utf-8")
    spans = [(int(p.written.split("-")[0]), int(re.split("[-/]", p.written)[1])) for p in verify(kg.case.read(first_case()), {}).pointers]
    figures = [(m.start(), m.end()) for m in re.finditer(r"\d+(?:[.,]\d+)?", text)] + [(m.start(), m.end()) for m in WORDS.finditer(text)]
    markers = {m.start(1) for m in re.finditer(r"^\s*(\d)\)", text, re.MULTILINE)}
    outside = [text[a - 20 : b + 20] for a, b in figures if a not in markers and not any(s <= a and b <= e for s, e in spans)]
    assert len(figures) > 40
    assert outside == []


@needs_article
def test_no_sentence_of_the_article_is_in_the_case() -> None:
    """Six words in a row would be the article's, not ours; what is a value as printed is shorter."""
    words = re.findall(r"\w+", ARTICLE.read_text("utf-8").lower())
    theirs = {tuple(words[i : i + 6]) for i in range(len(words))}
    for path in first_case().glob("*.yaml"):
        ours = re.findall(r"\w+", re.sub("[_-]", " ", path.read_text("utf-8").lower()))
        copied = [" ".join(ours[i : i + 6]) for i in range(len(ours)) if tuple(ours[i : i + 6]) in theirs]
        assert copied == []


FIGURES = {
    ("registered-cases", "850", "2019"), ("registered-cases", "766", "2020"), ("registered-cases", "685", "2021"),
    ("registered-cases", "920", "2022"), ("registered-cases", "462", "2023"), ("registered-cases", "193", "2024"),
    ("registered-cases", "600-900", "2019..2022"),
    ("convictions", "13", "2020"), ("convictions", "15", "2021"), ("convictions", "восемь", "2022"),
    ("convictions", "36", "2020..2022"), ("convictions", "47", "2023"), ("convictions", "30", "2024"),
    ("convictions", "160", "2020..2024"), ("prison-sentences", "144", "2020..2024"), ("restrictions-of-liberty", "10", "2020..2024"),
}  # fmt: skip


def test_the_figures_with_a_period_are_those_of_the_article() -> None:
    rows = ask("SELECT ?m ?v ?p { ?m kg:observation ?o . ?o kg:value ?v ; kg:period ?p }")
    assert {(m.partition("/")[2], v, p) for m, v, p in rows} >= FIGURES


@pytest.mark.parametrize("value", ["12", "612", "2-3", "до 12 лет", "более чем 45 тысячами", "почти в пять раз"])
def test_figures_without_a_period_are_there_too(value: str) -> None:
    assert (value,) in ask("SELECT ?v { ?o kg:value ?v }")


@pytest.mark.parametrize("printed", ["87%", "50%", "почти на 60%", "почти в пять раз"])
def test_printed_relations_are_calculations(printed: str) -> None:
    assert (printed,) in ask("SELECT ?v { ?c a kg:Calculation ; kg:prints ?v }")


def test_the_six_reforms_have_parts_actors_and_effects() -> None:
    article = "?r a kg:Reform ; kg:inDocument ?d FILTER (STRENDS(STR(?d), '/standard-kz-2025-05'))"
    six = {name for (name,) in ask(f"SELECT ?r {{ {article} MINUS {{ ?r kg:partOf ?whole }} }}")}
    assert {name.partition("/")[2] for name in six} == {
        "prison-medicine", "clinical-protocol", "prison-surveillance", "complaint-terminals", "criminal-law", "prosecutors-only",
    }  # fmt: skip
    assert {
        name for (name,) in ask("SELECT ?r { ?r kg:effect ?e ; kg:actsOn ?a ; kg:at ?p MINUS { ?r kg:partOf ?w } }")
    } == six  # the others have no text


def test_the_coalitions_claim_is_known_only_through_others() -> None:
    rows = ask("""
        PREFIX stance: <https://w3id.org/counterclaim/ns/stance/>
        SELECT DISTINCT ?by {
          ?claim kg:said/kg:from+ ?reported .
          ?reported kg:by ?by ; kg:stance stance:asserts .
          FILTER(STRENDS(STR(?claim), '/practice-persists'))
        }""")
    assert rows == {("coalition",)}
    assert ("standard-kz-2025-05/practice-persists",) in ask("SELECT ?c { ?c kg:secondHand true }")
    assert ("lastayev",) in ask("SELECT ?who { ?who kg:denies ?c FILTER(STRENDS(STR(?c), '/practice-persists')) }")


def test_the_sites_voice_is_not_the_commissioners() -> None:
    rows = ask("SELECT ?who { ?a kg:by ?who ; kg:about ?c ; kg:depth 0 FILTER(STRENDS(STR(?c), '/mass-torture')) }")
    assert rows == {("standard-kz",)}


def test_both_sides_are_parties() -> None:
    parties = {name for (name,) in ask("SELECT ?p { ?case kg:party ?p }")}
    assert parties == {"lastayev", "commissioner", "commissioner-institution", "state", "coalition"}


def test_every_claim_has_words_in_both_languages() -> None:
    assert ask("SELECT ?c { ?c a kg:Claim MINUS { ?c kg:says ?en, ?ru FILTER(LANG(?en) = 'en' && LANG(?ru) = 'ru') } }") == set()


def test_relay_and_translation_lead_to_one_root() -> None:
    rows = ask("SELECT ?d { ?d prov:wasDerivedFrom|kg:translates ?root FILTER (STRENDS(STR(?root), '/standard-kz-2025-05')) }")
    assert rows == {("inform-kz-2025-12-10",), ("nepfund-2025-05",)}


def test_every_document_of_the_case_is_there() -> None:
    rows = {name for (name,) in ask("SELECT ?d { ?d a kg:Document }")}
    assert rows >= {
        "standard-kz-2025-05", "nepfund-2025-05", "inform-kz-2025-12-10", "cat-co4-2023", "cat-co3-2014", "hfhr-2016", "kaz-followup-2024",
        "spt-2025", "respublika-2025", "bureau-2025-07", "hfhr-2025-06", "omct-2024", "ombudsman-kz-about", "apt-kaz",
    }  # fmt: skip


def test_a_table_of_contents_supports_nothing() -> None:
    """Of the Subcommittee's report only the contents were at hand: what it has are chapters, and no findings."""
    kinds = ask("SELECT DISTINCT ?k { ?c a kg:Claim ; kg:kind ?k ; kg:inDocument ?d FILTER (STRENDS(STR(?d), '/spt-2025')) }")
    assert kinds <= {("kind/procedural",), ("kind/factual",)}
    assert ask("SELECT ?x { ?x kg:with ?c . ?c kg:inDocument ?d FILTER (STRENDS(STR(?d), '/spt-2025')) }") == set()


@pytest.mark.parametrize(
    ("document", "value", "period"),
    [
        ("inform-kz-2025-12-10", "462", "2023"), ("inform-kz-2025-12-10", "193", "2024"), ("inform-kz-2025-12-10", "850", "2019"),
        ("nepfund-2025-05", "160", "2020..2024"),
    ],
)  # fmt: skip
def test_figures_of_the_other_documents(document: str, value: str, period: str) -> None:
    rows = ask("SELECT ?d ?v ?p { ?o kg:inDocument ?d ; kg:value ?v ; kg:period ?p }")
    assert (document, value, period) in rows


def test_reforms_have_the_status_that_each_document_gives() -> None:
    rows = ask("SELECT DISTINCT ?d ?s { ?r a kg:Reform ; kg:status ?s ; kg:inDocument ?d }")
    assert ("kaz-followup-2024", "status/proposed") in rows
    assert ("cat-co4-2023", "status/in-force") in rows
