"""The memo: what it says of parties, ties, figures, sources and gaps, and what it leaves out."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.report import report
from tests.report.conftest import Change

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


def test_sources_by_kind_of_claim(bridge: ox.Store) -> None:
    assert "factual 6 of 6, statistical 4 of 4, predictive 1 of 1, evaluative 3 of 3" in told(bridge)


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
    assert "only the claimants themselves, alone or with others" in row
    assert "no source in this corpus" not in row
