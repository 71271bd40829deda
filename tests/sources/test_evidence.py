"""What counts as evidence, who answers for it, and what of it is open: from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import sources
from kg.sources import Assessment
from tests.sources.cases import REPORT, REVIEWED, graph, says, tie

SAME = "links: {same: {kind: restates, claim: cracks, other: report:cracked}}\n"


def document(author: str, said: str, more: str = SAME) -> str:
    """A document of an author ("" for none) with stances on a claim that restates the report's."""
    by = f", author: {author}" if author else ""
    return f"""\
document: {{title: {{en: One}}, published: 2024-04-01{by}, {REVIEWED}}}
claims:
  cracks: {{says: {{en: There are cracks}}, kind: factual, said: {said}}}
{more}"""


def assess(at: Path, claim: str = "report:cracked", **documents: str) -> Assessment:
    return sources.assess(graph(at, **documents), claim)


def gaps(found: Assessment) -> set[str]:
    return {gap.what for gap in found.to_review}


def names(iris: object) -> set[str]:
    return {str(iri).rpartition("/")[2] for iri in iris}  # type: ignore[attr-defined]


#: What is tried → the other document, at least, at most, what is open.
TRIED: dict[str, tuple[str, str, str, set[str]]] = {
    "passed on by a party, where is not named": (
        document("institute", "{council: {stance: relays, from: {by: lab, stance: asserts}}}"),
        "affiliated-only",
        "affiliated-only",
        set(),
    ),
    "passed on in a party's document": (
        document("council", "{ann: {stance: relays, from: {by: lab, stance: asserts}}}"),
        "affiliated-only",
        "affiliated-only",
        set(),
    ),
    "passed on by others, where is not named": (
        document("institute", "{institute: {stance: relays, from: {by: lab, stance: asserts}}}"),
        "affiliated-only",
        "single-root",
        {"place"},
    ),
    "nobody's words": (document("lab", "{lab: {stance: relays}}"), "self-sourced", "single-root", {"whose"}),
    "an author that was looked for and not found": (document("", "{lab: {stance: asserts}}"), "self-sourced", "single-root", {"author"}),
    "taken back by who said it": (
        document("lab", "{lab: [{stance: asserts}, {stance: retracts}]}"),
        "no-source",
        "no-source",
        set(),
    ),
    "held when the source spoke, not when the claim was made": (
        says("lab") + "ties:\n" + tie("t", "council", "employs", "lab", ", during: 2024-03-15.."),
        "affiliated-only",
        "affiliated-only",
        set(),
    ),
}


@pytest.mark.parametrize("tried", TRIED)
def test_who_answers_for_it_and_what_is_open(tried: str, tmp_path: Path) -> None:
    text, low, high, open_ = TRIED[tried]
    found = assess(tmp_path, a=text)
    assert (found.at_least.key, found.at_most.key, gaps(found)) == (low, high, open_)


def test_a_report_that_was_not_reviewed_leaves_open_what_it_rests_on(tmp_path: Path) -> None:
    unread = REPORT.replace(REVIEWED, "read: part")
    found = assess(tmp_path, report=unread, a=says("lab"))
    assert (found.at_least.key, found.at_most.key) == ("affiliated-only", "not-known-to-be-connected")
    assert names(gap.thing for gap in found.to_review) == {"report"}
    assert assess(tmp_path, report=unread, a=says("league")).at_least.key == "self-sourced"


def test_where_a_claim_is_said_to_have_been_made_is_open_as_long_as_nobody_read_it(tmp_path: Path) -> None:
    stub = "document: {title: {en: Stub}, author: league, read: mention}\n"
    relay = document("daily", "{daily: {stance: relays, from: {by: league, stance: asserts, in: stub}}}", "")
    found = assess(tmp_path, "one:cracks", one=relay, stub=stub)
    assert found.unknown
    assert names(gap.thing for gap in found.to_review) == {"stub"}


def test_where_no_place_is_named_it_is_no_less_open(tmp_path: Path) -> None:
    """Less is known than where an unread document is named: nobody can say that nothing stands behind it."""
    relay = document("daily", "{daily: {stance: relays, from: {by: league, stance: asserts}}}", "")
    found = assess(tmp_path, "one:cracks", one=relay)
    assert (found.at_least.key, found.unknown) == ("no-source", True)
    assert {gap.what for gap in found.to_review} == {"place"}
    copied = relay.replace("author: daily", "author: daily, derives-from: report")  # taken to stand in what it is copied from
    assert not assess(tmp_path / "copied", "one:cracks", one=copied).unknown


def test_words_without_a_place_were_said_by_the_time_of_the_report(tmp_path: Path) -> None:
    found = assess(tmp_path, a=TRIED["passed on by others, where is not named"][0])
    (piece,) = found.pieces
    assert (piece.evidence.when.earliest, str(piece.evidence.when.latest)) == (None, "2024-04-01")


def figure(source: str) -> str:
    """The report with a figure as its reason."""
    return (
        REPORT
        + f"""\
metrics: {{counted: {{counts: crack, unit: crack, values: {{2023: {{value: 12, source: {source}}}}}}}}}
supports: {{count: {{for: cracked, with: counted/2023, by: league}}}}
"""
    )


def test_a_figure_is_its_sources_word(tmp_path: Path) -> None:
    alone = says("lab").replace("restates", "differs")
    found = assess(tmp_path, report=figure("a"), a=alone)
    assert (found.rung.key, names(root for one in found.roots for root in one.members)) == ("single-root", {"a"})
    assert assess(tmp_path / "actor", report=figure("lab")).rung.key == "self-sourced"  # the report says that it is the lab's


def test_what_is_brought_for_a_claim_that_restates_it_counts_too(tmp_path: Path) -> None:
    more = SAME + "supports: {why: {for: cracks, with: other, by: lab}}\n"
    text = document("lab", "{lab: {stance: asserts}}", more).replace(
        "claims:\n", "claims:\n  other: {says: {en: It creaks}, kind: factual, said: {ben: {stance: asserts}}}\n"
    )
    found = assess(tmp_path, a=text)
    assert names(piece.evidence.thing for piece in found.pieces) == {"cracks", "other"}
    assert found.k_low == 1  # one document


@pytest.mark.parametrize(("kind", "scope"), [("broader", "narrower"), ("narrower", "broader"), ("differs", "differs")])
def test_a_link_is_read_from_both_sides(kind: str, scope: str, tmp_path: Path) -> None:
    text = says("lab", kind=kind) + "supports: {why: {for: cracks, with: report:cracked, by: lab}}\n"
    found = assess(tmp_path, "a:cracks", a=text)
    assert [piece.evidence.scope for piece in found.aside] == [scope]
    assert found.pieces == ()


def test_a_part_is_no_evidence_for_the_whole(tmp_path: Path) -> None:
    part = "  part: {says: {en: The north side is cracked}, kind: factual, part-of: cracked, said: {league: {stance: asserts}}}\n"
    found = assess(tmp_path, report=f"{REPORT}{part}supports: {{s: {{for: cracked, with: part, by: league}}}}\n")
    assert (found.rung.key, [piece.evidence.scope for piece in found.aside]) == ("no-source", ["part"])


def test_who_concedes_what_nobody_asserts_makes_the_claim(tmp_path: Path) -> None:
    conceded = REPORT.replace("stance: asserts", "stance: concedes")
    found = assess(tmp_path, report=conceded, a=says("league", when="2024-05-01"))
    assert (found.rung.key, names(found.claimants)) == ("self-sourced", {"league"})
    assert len(found.conceded) == 1


def test_a_support_with_a_document(tmp_path: Path) -> None:
    text = f"{REPORT}supports: {{s: {{for: cracked, with: a, by: league}}}}\n"
    found = assess(tmp_path, report=text, a=says("lab").replace("restates", "differs"))
    assert (found.rung.key, names(found.pieces[0].voices)) == ("single-root", {"lab"})


@pytest.mark.parametrize(("speaker", "standing"), [("league", "own"), ("lab", "third"), ("ann", "affiliated"), ("ben", "unknown")])
def test_how_those_who_make_a_claim_stand_to_the_parties(speaker: str, standing: str, tmp_path: Path) -> None:
    ties = "ties:\n" + tie("t", "council", "employs", "ann") + tie("u", "council", "employs", "ben", "")
    assert assess(tmp_path, "a:cracks", a=says(speaker) + ties).standing.key == standing
