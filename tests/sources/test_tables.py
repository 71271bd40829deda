"""Tables: a row for each claim, party, change or report, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import sources
from kg.problems import KgError
from kg.sources import find, fragility, sensitivity, tables
from kg.sources.model import Corpus
from tests.sources.cases import graph, quads, says, tie

TIED = {
    "a": says("lab") + "ties:\n" + tie("t", "bureau", "employs", "lab"),
    "b": says("institute") + "ties:\n" + tie("t", "bureau", "employs", "institute"),
}


def plain(iri: str, _: str) -> str:
    return iri.rpartition("/")[2]


def test_claims_are_rows_and_what_nobody_claims_is_none(tmp_path: Path) -> None:
    denied = says("lab", stance="denies")
    found = tables.claims(sources.assess_all(graph(tmp_path, a=denied, b=says("institute"))), "en", plain, plain)
    assert [(row["id"], row["rung"], row["said_by"]) for row in found.rows] == [
        ("cracked", "a single root", "league"),
        ("cracks", "affiliated only", "institute"),
    ]
    assert set(found.rows[0]) == set(found.columns)
    assert tables.claims(sources.assess_all(graph(tmp_path)), "ru", plain, plain).heads["rung"] == "на чём держится"


def test_sensitivity_names_the_parameter(tmp_path: Path) -> None:
    changes = sources.sensitive(graph(tmp_path, **TIED))
    about = {(one.parameter, one.before.rung.key, one.after.rung.key) for one in changes if one.before.claim.id.endswith("report/cracked")}
    assert about == {("-employs", "single-root", "not-known-to-be-connected")}
    rows = tables.sensitive(changes, "en", plain, plain).rows
    assert {row["parameter"] for row in rows if row["id"] == "cracked"} == {"-employs"}


def test_sensitivity_to_funding(tmp_path: Path) -> None:
    tied = {name: text.replace("employs", "funds").replace("2020..", "2020.., share: 30%") for name, text in TIED.items()}
    found = sensitivity.changes(sources.corpus(graph(tmp_path, **tied)))
    assert {one.parameter for one in found if one.before.claim.id.endswith("report/cracked")} == {"+funds", "funds>=25%"}


def test_fragile_claims_name_the_fewest_roots(tmp_path: Path) -> None:
    every = sources.assess_all(graph(tmp_path, a=says("lab"), b=says("institute"), c=says("bureau")))
    (found,) = [one for one in every if one.claim.id.endswith("report/cracked")]
    assert (len(found.fragility.roots), found.fragility.rung.key, found.fragility.exact) == (2, "single-root", True)
    rows = tables.fragile(every, "en", plain, plain).rows
    assert next(row["without"] for row in rows if row["id"] == "cracked") == "“a”; “b”"


def test_the_roots_that_most_claims_go_back_to_come_first(tmp_path: Path) -> None:
    every = sources.assess_all(graph(tmp_path, a=says("lab"), b=says("institute", ", derives-from: a")))
    found = fragility.bearing(every)
    assert [len(claims) for _, claims in found] == sorted((len(claims) for _, claims in found), reverse=True)
    assert plain(found[0][0].members[0], "") == "a"


def test_the_same_row_for_every_party_with_its_base(tmp_path: Path) -> None:
    rows = sources.by_party(graph(tmp_path, a=says("council"), b=says("lab")))
    told = {(plain(one.party, ""), one.reported): (one.documents, one.read["full"], one.reviewed, one.claims) for one in rows}
    assert told == {
        ("council", False): (1, 1, 1, 1),
        ("council", True): (1, 1, 1, 0),
        ("league", False): (1, 1, 1, 1),
        ("league", True): (1, 1, 1, 0),
    }
    table = tables.by_party(rows, "en", plain)
    assert table.columns[-1] == "not_known"
    assert table.rows[0]["single-root"] == "1 of 1"
    assert table.rows[0]["documents"] == "1: 1 in full, 0 in part, 0 only mentioned"


def test_what_a_party_speaks_in_is_at_hand_of_it_too(tmp_path: Path) -> None:
    """Else an office in whose name all is said would have claims in its own words and no document that they stand in."""
    text = says("ann").replace("said: {ann: {stance: asserts}}", "said: {ann: {stance: asserts, as: council}}")
    rows = sources.by_party(graph(tmp_path, a=text, b=says("lab")))
    assert [(one.documents, one.claims) for one in rows if plain(one.party, "") == "council"] == [(1, 1), (1, 0)]


def test_a_store_and_its_quads_say_the_same(tmp_path: Path) -> None:
    made = quads(tmp_path, **TIED)
    assert sources.corpus(made) == sources.corpus(graph(tmp_path, **TIED))
    assert isinstance(sources.corpus(iter(made)), Corpus)


def test_names_that_mean_nothing_or_too_much() -> None:
    claims = ["https://example.org/a/one/c", "https://example.org/a/two/c", "https://example.org/a/two/d"]
    assert find.claim(claims, "two:c") == claims[1]
    assert find.claim(claims, "d") == claims[2]
    with pytest.raises(KgError, match="'c' names 2 claims: write one of"):
        find.claim(claims, "c")
    with pytest.raises(KgError, match="there is no claim 'two:e'"):
        find.claim(claims, "two:e")
