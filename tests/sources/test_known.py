"""Little cases with known answers, each from its files."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kg import sources
from kg.sources import Assessment, Parameters
from tests.sources.cases import graph, says, tie

NONE, SELF, AFFILIATED, SINGLE, SEVERAL, UNKNOWN = (
    "no-source",
    "self-sourced",
    "affiliated-only",
    "single-root",
    "not-known-to-be-connected",
    "unknown",
)
ALONE = {"a": says("lab")}
TWO = {"a": says("lab"), "b": says("institute")}
WIRE = says("wire", when="2024-03-20")
UNREAD = "read: part"


def with_ties(*lines: str) -> dict[str, str]:
    """Two documents, one of which knows of ties."""
    return {**TWO, "a": says("lab") + "ties:\n" + "".join(lines)}


#: What is tried → documents beside the report, rung, k_low.
KNOWN: dict[str, tuple[dict[str, str], str, int]] = {
    "nobody else says so": ({}, NONE, 0),
    "somebody else says so": (ALONE, SINGLE, 1),
    "two others say so": (TWO, SEVERAL, 2),
    "one and the same says so twice": ({"a": says("lab"), "b": says("lab", when="2024-05-01")}, SINGLE, 1),
    "its own word again": ({"a": says("league")}, SELF, 0),
    "the other party says so": ({"a": says("council")}, AFFILIATED, 0),
    # Roots
    "two take it from one wire": (
        {"cable": WIRE, "a": says("lab", ", derives-from: cable"), "b": says("institute", ", derives-from: cable")},
        SINGLE,
        1,
    ),
    "each has it from the other": ({"a": says("lab", ", derives-from: b"), "b": says("institute", ", derives-from: a")}, SINGLE, 1),
    "it is taken from the report": ({"a": says("lab", ", derives-from: report")}, NONE, 0),
    "it translates the report": ({"a": says("lab", ", translates: report")}, NONE, 0),
    "over two hands": ({"a": says("lab", ", derives-from: b"), "b": says("daily", ", derives-from: report")}, NONE, 0),
    "it cites the report and says the same: taken from it or not": ({"a": says("lab", ", cites: report")}, UNKNOWN, 0),
    "a denial is no evidence": ({"a": says("lab", ", cites: report", stance="denies")}, NONE, 0),
    # Ties
    "employed by the league": (with_ties(tie("t", "league", "employs", "lab")), SINGLE, 1),
    "not any more when it spoke": (with_ties(tie("t", "league", "employs", "lab", ", during: 2020..2023")), SEVERAL, 2),
    "not yet": (with_ties(tie("t", "league", "employs", "lab", ", during: 2025..")), SEVERAL, 2),
    "when is not told": (with_ties(tie("t", "league", "employs", "lab", "")), UNKNOWN, 1),
    "when the claim was made, if not when it spoke": (
        with_ties(tie("t", "league", "employs", "lab", ", during: 2020..2024-03-31")),
        SINGLE,
        1,
    ),
    "last known a year before": (with_ties(tie("t", "league", "employs", "lab", ", during: 2023")), UNKNOWN, 1),
    "it began in the month in which the claim was made": (
        {"a": says("lab") + "ties:\n" + tie("t", "league", "employs", "lab", ", during: 2024-03..2024-03-30")},
        UNKNOWN,
        0,
    ),
    "controls no": (with_ties(tie("t", "league", "employs", "lab", ", during: 2020.., controls: no")), SEVERAL, 2),
    "one employer": (
        with_ties(tie("t", "bureau", "employs", "lab"), tie("u", "bureau", "employs", "institute")),
        SINGLE,
        1,
    ),
    "two members of one umbrella": (
        with_ties(tie("t", "lab", "member-of", "umbrella"), tie("u", "institute", "member-of", "umbrella")),
        SEVERAL,
        2,
    ),
    "an umbrella that controls": (
        with_ties(
            tie("t", "lab", "member-of", "umbrella", ", during: 2020.., controls: yes"),
            tie("u", "institute", "member-of", "umbrella", ", during: 2020.., controls: yes"),
        ),
        SINGLE,
        1,
    ),
    "one funder, shown and not judged": (
        with_ties(
            tie("t", "fund", "funds", "lab", ", during: 2020.., share: 80%"),
            tie("u", "fund", "funds", "institute", ", during: 2020.., share: 40%"),
        ),
        SEVERAL,
        2,
    ),
    "a holder and the office": (
        {"a": says("ann") + "ties:\n" + tie("t", "ann", "holds", "mayor") + tie("u", "mayor", "heads", "council")},
        AFFILIATED,
        0,
    ),
    "by the annotator of another file, it may be": (
        {"a": says("lab"), "a_by_you": "ties:\n" + tie("t", "league", "employs", "lab")},
        UNKNOWN,
        0,
    ),
    # Reviews
    "nobody looked into it": ({"a": says("lab", review="read: full")}, UNKNOWN, 0),
    "read in part": ({"a": says("lab", review=UNREAD)}, UNKNOWN, 0),
    "taken back": ({"a": says("lab", ", retracted: yes")}, NONE, 0),
    # What exactly it supports
    "something narrower": ({"a": says("lab", kind="narrower")}, NONE, 0),
    "something else": ({"a": says("lab", kind="differs")}, NONE, 0),
}


@pytest.mark.parametrize("tried", KNOWN)
def test_known(tried: str, tmp_path: Path) -> None:
    documents, rung, groups = KNOWN[tried]
    found = assess(tmp_path, documents)
    assert (found.rung.key, found.k_low) == (rung, groups)


def assess(at: Path, documents: dict[str, str], parameters: Parameters = sources.DEFAULT) -> Assessment:
    return sources.assess(graph(at, **documents), "report:cracked", parameters)


FUNDED = with_ties(
    tie("t", "fund", "funds", "lab", ", during: 2020.., share: 80%"), tie("u", "fund", "funds", "institute", ", during: 2020.., share: 40%")
)


@pytest.mark.parametrize(("threshold", "rung"), [(30, SINGLE), (40, SINGLE), (41, SEVERAL), (90, SEVERAL)])
def test_a_shared_funder_below_and_above_the_threshold(threshold: int, rung: str, tmp_path: Path) -> None:
    found = assess(tmp_path, FUNDED, Parameters(threshold=Fraction(threshold, 100)))
    assert found.rung.key == rung
    assert f"funding threshold: {threshold}%" in found.parameters.named()


def test_a_share_that_is_not_told_may_be_above_the_threshold(tmp_path: Path) -> None:
    documents = with_ties(tie("t", "fund", "funds", "lab"), tie("u", "fund", "funds", "institute", ", during: 2020.., share: 60%"))
    found = assess(tmp_path, documents, Parameters(threshold=Fraction(1, 2)))
    assert (found.at_least.key, found.at_most.key) == (SINGLE, SEVERAL)


def test_funding_is_shown(tmp_path: Path) -> None:
    shown = {one.tie.id.rpartition("/")[2]: (one.held, one.carries) for one in assess(tmp_path, FUNDED).ties}
    assert shown == {"t": (True, False), "u": (True, False)}


def test_a_circle_is_one_root_and_printed(tmp_path: Path) -> None:
    found = assess(tmp_path, KNOWN["each has it from the other"][0])
    assert [root.circular for root in found.roots] == [True]
    assert {member.rpartition("/")[2] for member in found.roots[0].members} == {"a", "b"}
    assert "go back to each other" in "\n".join(sources.lines(found))


def test_relays_and_copies_are_counted_once_and_named(tmp_path: Path) -> None:
    relay = """\
document: {title: {en: Relay}, published: 2024-04-01, author: daily, read: full, derives-from: report,
           reviewed: {author: 2025-01-01, sources: 2025-01-01, ties: 2025-01-01}}
claims:
  cracks:
    says: {en: There are cracks}
    kind: factual
    said:
      daily: {stance: relays, from: {by: league, stance: asserts, in: report}}
links: {same: {kind: restates, claim: cracks, other: report:cracked}}
"""
    found = assess(tmp_path, {"paper": relay, "copy": says("herald", ", translates: report")})
    assert found.rung.key == NONE
    assert [relay.by[0].rpartition("/")[2] for relay in found.relays] == ["daily"]
    assert {echo.document.rpartition("/")[2] for echo in found.echoes} == {"report", "copy"}


def test_an_admission_against_interest_is_told_apart(tmp_path: Path) -> None:
    found = assess(tmp_path, {"a": says("council", stance="concedes")})
    assert (found.rung.key, len(found.admissions)) == (NONE, 1)
    assert "concedes it" in str(found)


def test_a_concession_by_who_is_tied_to_the_claimant_is_none(tmp_path: Path) -> None:
    tied = says("ann", stance="concedes") + "ties:\n" + tie("t", "league", "employs", "ann")
    found = assess(tmp_path, {"a": tied})
    assert (found.rung.key, found.admissions) == (AFFILIATED, ())


def test_the_same_data_connect(tmp_path: Path) -> None:
    def counted(author: str) -> str:
        metric = f"""\
metrics:
  counted:
    counts: crack
    unit: crack
    values: {{2023: {{value: 12, source: cable}}}}
supports:
  count: {{for: cracks, with: counted/2023, by: {author}}}
"""
        return says(author) + metric

    cable = WIRE.replace("cracks", "other").replace("restates", "differs")
    found = assess(tmp_path, {"cable": cable, "a": counted("lab"), "b": counted("institute")})
    restating = [piece for piece in found.pieces if not piece.evidence.support]
    assert {one for piece in restating for one in piece.evidence.data} == {"https://example.org/bridge/cable"}
    assert found.k_low == 1
    assert any(connection.kind in ("data", "root") for connection in found.connections)


def test_what_would_settle_it_is_named(tmp_path: Path) -> None:
    found = assess(tmp_path, {"a": says("lab", review="read: part")})
    assert {gap.what for gap in found.to_review} == {"author", "sources", "ties", "read"}
    assert {gap.thing.rpartition("/")[2] for gap in found.to_review} == {"a"}


def test_the_witness_is_the_path_of_ties(tmp_path: Path) -> None:
    documents = {"a": says("ann") + "ties:\n" + tie("t", "lab", "employs", "ann") + tie("u", "lab", "part-of", "council")}
    (witness,) = assess(tmp_path, documents).witnesses
    names = [tuple(part.rpartition("/")[2] for part in triple) for triple in witness.triples()]
    assert names[-2:] == [("lab", "employs", "ann"), ("lab", "part-of", "council")]
    assert [one.rpartition("/")[2] for one in witness.ids()][-2:] == ["t", "u"]


def test_neighbours_are_claims_of_their_own(tmp_path: Path) -> None:
    found = assess(tmp_path, {"a": says("lab", kind="narrower")})
    assert [(how, other.rpartition("/")[2]) for how, other in found.claim.neighbours] == [("narrower", "cracks")]


def test_a_name_or_an_iri_will_do(tmp_path: Path) -> None:
    held = graph(tmp_path, **ALONE)
    ways = ["report:cracked", "cracked", "https://example.org/bridge/report/cracked"]
    assert {sources.assess(held, way).claim.id for way in ways} == {ways[-1]}
