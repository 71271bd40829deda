"""A document withdrawn: what rested on it alone goes, everything else stays and is recomputed."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import build, rdf, store, validate
from kg.problems import KgError
from kg.withdraw import withdraw
from tests import little, support
from tests.little import at

BASE = "https://example.org/case/"


@pytest.fixture
def graph(tmp_path: Path) -> ox.Store:
    return support.graph(support.read(Path(__file__).parent / "withdraw", tmp_path / "case"))


def things(quads: list[ox.Quad]) -> set[str]:
    return {rdf.text(quad.subject).removeprefix(BASE) for quad in quads}


def test_what_rested_on_it_alone_goes(graph: ox.Store) -> None:
    left = things(withdraw(graph, "report").quads)
    gone = {"report", "report/few", "report/beds/2024", "report/pays", "report.by-annotator-2/too-few", "report-en", "report-en/few-en"}
    gone |= {f"reply/{name}" for name in ("only-theirs", "rebuts", "of-gone", "more", "same", "own/2025")}
    assert gone <= things(list(graph))
    assert gone & left == set()


def test_what_has_another_ground_stays(graph: ox.Store) -> None:
    quads = withdraw(graph, "report").quads
    kept = {f"reply/{name}" for name in ("enough", "bought", "denied", "own/2024", "own-ground", "of-own", "own-only")}
    assert kept | {"relay/relayed/newspaper/relays/from", "union", "fund"} <= things(quads)
    grounds = {
        rdf.text(q.object).removeprefix(BASE) for q in quads if rdf.text(q.subject) == BASE + "reply/own-ground" and "with" in str(q)
    }
    assert grounds == {"reply/bought"}
    assert not [quad for quad in quads if rdf.text(quad.object).startswith(BASE + "report")]


def test_where_a_relay_has_it_from_is_no_longer_known(graph: ox.Store) -> None:
    of = {quad.predicate.value.rpartition("/")[2] for quad in withdraw(graph, "report").quads if rdf.text(quad.subject) == BASE + "relay"}
    assert "authorReviewed" in of
    assert "sourcesReviewed" not in of
    assert "sourcesReviewed" in {q.predicate.value.rpartition("/")[2] for q in graph if rdf.text(q.subject) == BASE + "relay"}


def test_rules_are_applied_again(graph: ox.Store) -> None:
    counterclaim = ox.NamedNode("https://w3id.org/counterclaim/ns/Counterclaim")
    before = {rdf.text(quad.subject) for quad in graph if quad.object == counterclaim}
    after = {rdf.text(quad.subject) for quad in withdraw(graph, "report").quads if quad.object == counterclaim}
    assert before - after == {BASE + "reply/enough"}, "it challenged only what is gone"
    assert BASE + "reply/bought" in after


def test_what_is_left_is_a_valid_case(graph: ox.Store, tmp_path: Path) -> None:
    case = support.read(Path(__file__).parent / "withdraw", tmp_path / "again")
    said = [quad for quad in withdraw(graph, "report").quads if not rdf.text(quad.graph_name).endswith("/inferred")]
    assert [problem for problem in validate.check(case, said) if problem.severity == "error"] == []


def test_an_annotators_file_alone(graph: ox.Store) -> None:
    made = withdraw(graph, "report.by-annotator-2")
    assert things(list(graph)) - things(made.quads) == {
        "report.by-annotator-2",
        "report.by-annotator-2/too-few",
        "report.by-annotator-2/too-few/union/asserts",
    }


def test_a_document_on_which_nothing_rests(graph: ox.Store) -> None:
    made = withdraw(graph, "relay")
    assert [(change.kind, change.reference, change.change) for change in made.changes] == [("document", "relay", "removed")]


@pytest.mark.parametrize(
    ("name", "words"),
    [("reprot", "did you mean 'report'"), ("few", "is no document"), ("", "there is no document"), ("\udce9", "there is no document")],
)
def test_no_document_of_that_name(graph: ox.Store, name: str, words: str) -> None:
    with pytest.raises(KgError, match=words):
        withdraw(graph, name)


def test_what_was_set_aside_is_left_as_it_was(tmp_path: Path) -> None:
    made = little.folder(tmp_path, little.body(f"- {{stance: asserts, at: {at('отчёт').partition('/')[0]}/00000000}}"))
    (made / "other.yaml").write_text("document: {title: {en: Other}, read: mention}\n", "utf-8")
    (tmp_path / "text").write_bytes(little.TEXT.encode())
    graph = store.memory(build.assemble([made], [tmp_path / "text"]).quads)
    aside = set(store.quads(graph, "quarantine"))
    assert aside
    assert aside <= set(withdraw(graph, "other").quads)
    assert not aside & set(withdraw(graph, "statement").quads)
