"""Questions that share a notion must agree on it, on real cases and on made-up ones."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ask, case, rdf
from kg.audit import audit
from kg.resources import folder
from tests import support

CASES = sorted(path.name for path in folder("data").iterdir() if (path / "case.yaml").is_file())
FIXTURES = ["claims-without-any-source", "claims-without-independent-source", "self-sourced-claims"]


@pytest.fixture(scope="module", params=[*CASES, *FIXTURES])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    if request.param in CASES:
        return support.graph(case.read(folder("data") / request.param))
    return support.graph(support.read(support.TESTS / "questions" / request.param / "case", tmp_path_factory.mktemp("case")))


def test_one_notion_of_ones_own_word(graph: ox.Store) -> None:
    """A claim rests on the claimants alone exactly where the question about independent sources says so."""
    rows = [row for row in ask.run(graph, "claims-without-independent-source").rows if row["rung"] == "self-sourced"]
    columns = ("claim", "said_by", "document", "sources", "id")
    assert rows
    assert [{column: row[column] for column in columns} for row in rows] == ask.run(graph, "self-sourced-claims").rows


def test_one_notion_of_no_source(graph: ox.Store) -> None:
    """No source is shown exactly where there is none; of these the rung is told unless something was not reviewed."""
    rows = [row for row in ask.run(graph, "claims-without-independent-source").rows if not row["sources"]]
    columns = ("claim", "said_by", "document", "unknown", "id")
    assert [{column: row[column] for column in columns} for row in rows] == ask.run(graph, "claims-without-any-source").rows
    assert {row["rung"] for row in rows} <= {"no source in this corpus", "unknown on whose word it rests"}


@pytest.mark.parametrize("name", ["claims-and-counterclaims", "denials-without-argument"])
def test_one_notion_of_a_denial_without_argument(name: str, tmp_path: Path) -> None:
    held = support.graph(support.read(support.TESTS / "questions" / name / "case", tmp_path))
    rows = [row for row in ask.run(held, "claims-and-counterclaims").rows if row["kind"] == "denied without argument"]
    denials = ask.run(held, "denials-without-argument").rows
    assert {(row["id"], row["by"]) for row in rows} == {(row["id"], row["who"]) for row in denials}
    assert rows


@pytest.mark.parametrize("name", CASES)
def test_one_notion_of_what_nothing_checks(name: str) -> None:
    """A figure is checked by no relation exactly where the audit has tested none with it, and conflicts are those that it has."""
    held = support.graph(case.read(folder("data") / name))
    (found,) = audit(held)
    asked = {rdf.text(terms["id"]) for terms in ask.run(held, "figures-that-no-relation-checks").terms}
    assert asked == {one.iri for one in found.unrelated} != set()
    conflicts = {row["id"] for row in ask.run(held, "conflicts-between-documents").rows}
    assert conflicts == {f"findings:{one.name}" for one in found.findings if (one.rule, one.outcome) == ("same-figure", "conflict")}
    rounded = {row["id"] for row in ask.run(held, "consistent-only-by-rounding").rows}
    assert rounded == {f"findings:{one.name}" for one in found.findings if one.outcome == "consistent-by-rounding"} != set()
