"""What rests on a passage that fails is set aside; what does not stays; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import anchor, case, rdf
from kg.names import KG
from tests import little
from tests.little import at

GOOD, BAD = at("осуждено 47"), at("осуждено 47").partition("/")[0] + "/00000000"
ALSO_BAD = at("отчёт").partition("/")[0] + "/00000000"
BASE = "https://example.org/little/statement/"

#: What is in the document → the things that are set aside.
CASES = {
    "an assertion: its claim stays": (
        little.body(f"{{stance: asserts, at: {BAD}}}"),
        {"practice/ombudsman/asserts"},
    ),
    "one of two assertions": (
        little.body(f"- {{stance: asserts, at: {BAD}}}\n- {{stance: denies, at: {GOOD}}}"),
        {"practice/ombudsman/asserts"},
    ),
    "a second passage holds": (little.body(f"{{stance: asserts, at: [{ALSO_BAD}, {GOOD}]}}"), set()),
    "all of several fail": (little.body(f"{{stance: asserts, at: [{BAD}, {ALSO_BAD}]}}"), {"practice/ombudsman/asserts"}),
    "a relay and its source": (
        little.body(f"{{stance: relays, at: {BAD}, from: {{by: panel, stance: asserts}}}}"),
        {"practice/ombudsman/relays", "practice/ombudsman/relays/from"},
    ),
    "a source and what relays it": (
        little.body(f"{{stance: relays, at: {GOOD}, from: {{by: panel, stance: asserts, at: {BAD}}}}}"),
        {"practice/ombudsman/relays", "practice/ombudsman/relays/from"},
    ),
    "an observation, with its calculation; the metric stays": (
        f"metrics:\n  m: {{counts: conviction, unit: person, values: {{2023: {{value: 4, at: {BAD}}}, 2024: {{value: 47, at: {GOOD}}}}}}}\n"
        "calculations:\n  c: {kind: change, start: m/2023, end: m/2024, by: reader, prints: more}\n",
        {"m/2023", "c"},
    ),
    "a support, with the challenge of it": (
        little.body(f"{{stance: asserts, at: {GOOD}}}")
        + f"supports:\n  s: {{for: practice, with: practice, by: ombudsman, at: {BAD}}}\n"
        + "challenges:\n  x: {against: s, with: practice, by: reader}\n  y: {against: practice, with: practice, by: reader}\n",
        {"s", "x"},
    ),
    "a quote without a place": (little.body("{stance: asserts, quote: осуждено 47}"), {"practice/ombudsman/asserts"}),
}


@pytest.mark.parametrize("name", CASES)
def test_set_aside(tmp_path: Path, name: str) -> None:
    body, expected = CASES[name]
    read = case.read(little.folder(tmp_path, body))
    anchoring = little.verified(read)
    quads, aside = anchor.quarantine(read, anchoring)
    assert {thing.removeprefix(BASE) for thing in aside} == expected

    graph = "https://example.org/little/quarantine"
    moved = [row for row in map(rdf.texts, quads) if row[0] == graph]
    kept = [row for row in map(rdf.texts, quads) if row[0] != graph]
    assert {row[1] for row in kept} & aside == set()
    assert {row[3] for row in kept} & aside == set()
    assert [row for row in kept if row[2] == KG + "quarantinedAt"] == []
    before = {rdf.texts(quad)[1:] for quad in [*read.quads, *anchoring.quads]}
    assert {row[1:] for row in kept + moved} == before, "nothing is lost, nothing is made up"
    assert BASE + "practice" in {row[1] for row in kept} or "practice" not in body


def test_a_passage_that_something_else_rests_on_stays(tmp_path: Path) -> None:
    """Two things on one range, one with wrong digits: the passage is needed on both sides."""
    read = case.read(little.folder(tmp_path, little.body(f"- {{stance: asserts, at: {BAD}}}\n- {{stance: denies, at: {GOOD}}}")))
    quads, _ = anchor.quarantine(read, little.verified(read))
    graphs = {rdf.texts(quad)[0] for quad in quads if quad.predicate.value == KG + "start"}
    assert graphs == {"https://example.org/little/statement"}


def test_nothing_fails_nothing_moves(tmp_path: Path) -> None:
    read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, at: {GOOD}}}")))
    anchoring = little.verified(read)
    assert anchor.quarantine(read, anchoring) == ([*read.quads, *anchoring.quads], set())


def test_a_passage_that_nothing_else_rests_on_goes_along(tmp_path: Path) -> None:
    read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, at: {BAD}}}")))
    quads, _ = anchor.quarantine(read, little.verified(read))
    graphs = {rdf.texts(quad)[0] for quad in quads if quad.predicate.value == KG + "start"}
    assert graphs == {"https://example.org/little/quarantine"}
