"""The memo: what it says of parties, ties, figures, sources and gaps, and what it leaves out."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg import ask, rdf
from kg.facts import SOURCES, Facts
from kg.report import report
from kg.report.parts import standing
from kg.resources import folder
from tests.report.conftest import Change, graph

TIE = "  mayor-heads: {who: mayor, kind: heads, whom: council,"
PARTY = "claims known only from others' documents"


def told(held: ox.Store) -> str:
    """Without the marks of notes."""
    return re.sub(r"\[\^\d+\]", "", report(held, "md").decode())


def test_a_tie_has_what_is_stated_of_it_and_whose_document_states_it(bridge: ox.Store, changed: Change) -> None:
    assert "According to D2 (Town council): The mayor – heads – Town council (no date given)." in told(bridge)
    more = "  pays: {who: mayor, kind: funds, whom: council, share: 40 %, amount: 7 crowns, during: 2023}\n" + TIE
    assert "The mayor – funds – Town council (40 %, 7 crowns, 2023)" in told(changed({"reply.yaml": (TIE, more)}))


def test_what_an_annotator_notes_on_a_tie_stands_with_the_passage(bridge: ox.Store) -> None:
    made = report(bridge, "md").decode()
    (number,) = re.findall(r"The mayor – heads – Town council \(no date given\)\[\^(\d+)\]", made)
    assert re.search(rf"^\[\^{number}\]: .*; annotator's note: As the office is called$", made, re.MULTILINE)


def test_the_same_line_stands_once(changed: Change) -> None:
    tie = "who: council, kind: funds, whom: herald"
    more = f"  one: {{{tie}}}\n  two: {{{tie}}}\n  three: {{{tie}, share: 60 %}}\n{TIE}"
    made = told(changed({"reply.yaml": (TIE, more)}))
    assert made.count("Town council – funds – The Herald (no date given)") == 1
    assert made.count("Town council – funds – The Herald (60 %, no date given)") == 1


def test_as_many_ties_of_each_party(changed: Change) -> None:
    ties = [
        f"  {party}-{year}: {{who: {party}, kind: funds, whom: mayor, during: {year}}}\n"
        for year in range(2001, 2010)
        for party in ("council", "herald")
    ]
    made = told(changed({"reply.yaml": (TIE, "".join(ties) + TIE)}))
    assert (made.count("Town council – funds – The mayor"), made.count("The Herald – funds – The mayor")) == (5, 5)
    assert "5 of each party at most" in made
    assert "And 9 more: `kg ask who-is-tied-to-whom`." in made


def test_whose_documents_report_a_party(bridge: ox.Store, changed: Change) -> None:
    assert f"documents at hand: D1, D3; claims: 8; {PARTY}: 1." in told(bridge)
    assert "only mentioned: D4; claims: 3; concessions, own and reported: 1." in told(bridge)
    lost = told(changed({"second-article.yaml": ("read: part", "read: mention")}))
    assert "**The Herald**: documents at hand: D1; only mentioned: D3; " in lost
    assert f"The Herald: not at hand D3; {PARTY.replace('claims', 'claims of theirs', 1)}: 1, in D2 (Town council)." in lost
    assert "Town council: not at hand D4." in told(bridge)
    assert "as reported in D2 (Town council), through Town council" in told(bridge)


def test_why_the_table_has_another_number_of_challenges(bridge: ox.Store, changed: Change) -> None:
    assert "The table has" not in told(bridge)
    assert "The table has 3: there a challenge counts once for each author" in told(
        changed({"article.yaml": ("author: herald", "author: [herald, mayor]")})
    )


def test_sources_by_kind_of_claim(bridge: ox.Store, changed: Change) -> None:
    """Nothing is known of sources where nobody reviewed them."""
    assert "factual 0 of 6, statistical 0 of 4, predictive 0 of 1, evaluative 0 of 3. Unknown: 14." in told(bridge)
    reviewed = changed({"article.yaml": ("{author: 2025-05-01}", "{author: 2025, sources: 2025, ties: 2025}")})
    assert "factual 3 of 6, statistical 2 of 4, predictive 0 of 1, evaluative 2 of 3. No source in this corpus: 5; self-sourced: 2" in told(
        reviewed
    )


def test_how_a_contested_claim_stands(bridge: ox.Store) -> None:
    assert "Claims in this corpus: unmet 16, met 2, no label 1 (which arguments stand, not who is right)." in told(bridge)
    assert "| The bridge is not safe<br>in this corpus: met; sources: unknown |" in told(bridge)


def test_every_party_has_the_same_table_with_its_base(bridge: ox.Store) -> None:
    rows = [line for line in told(bridge).partition("### By party")[2].splitlines() if line.startswith("| **")]
    assert [row.split("|")[1].split("<br>")[0].strip() for row in rows] == [
        "**Town council**, in its own words", "**Town council**, as others report",
        "**The Herald**, in its own words", "**The Herald**, as others report",
    ]  # fmt: skip
    assert "its documents at hand: 2: 1 in full, 0 in part, 1 only mentioned<br>of these reviewed: 0 of 2" in rows[0]
    assert [row.count(" of 8 |") for row in rows] == [0, 0, 6, 0]


@pytest.mark.parametrize("case", ["kazakhstan-2025", "velzha"])
def test_claims_without_independent_sources_are_those_of_the_question(case: str) -> None:
    held = graph(folder("data") / case)
    asked = {rdf.text(terms["claim"]) for terms in ask.run(held, SOURCES).terms}
    assert set(standing.gather(Facts(held)).lacking) == asked


def test_of_claims_that_restate_each_other_the_best_source_is_told(changed: Change) -> None:
    """The second article is a translation of the first, and so no other source; only there a claim is brought for this one."""
    again = "links: {again: {kind: restates, claim: no-plan, other: second-article:not-all}}\nsupports:\n"
    brings = "supports: {s: {for: not-all, with: article:nine-cracks, by: herald}}\nclaims:\n"
    held = changed(
        {
            "article.yaml": ("supports:\n", again),
            "second-article.yaml": ("read: part}\nclaims:\n", f"read: part, translates: article}}\n{brings}"),
        }
    )
    made = told(held).partition("## Claims and replies")[2]
    row = next(line for line in made.splitlines() if line.startswith("| There is no plan"))
    assert "unknown, at least: self-sourced" in row
    assert "no source in this corpus" not in row  # of the other one
