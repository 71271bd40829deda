"""The state of a dispute as findings: each names its rule, its inputs and what it concerns, in both languages, and fits the shapes."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg import build, case, dispute, findings, store, validate
from kg.findings import Finding
from kg.resources import folder
from tests import support

CASE = "https://example.org/case"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return support.graph(support.read(support.TESTS / "dispute" / "case", tmp_path_factory.mktemp("case")))


@pytest.fixture(scope="module")
def found(graph: ox.Store) -> dict[str, Finding]:
    made = dispute.findings(graph, CASE, {f"{CASE}/report/share": f"{CASE}/findings/report/share"})
    assert len({one.name for one in made}) == len(made)
    return {one.name: one for one in made}


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("dispute/report/rebutted", "met"),
        ("dispute/report/alone", "unmet"),
        ("dispute/report/left", "open"),
        ("dispute/reply/told-letter", "no-label"),
        ("dispute/report/one", "met"),  # a support
        ("dispute/letter", "no-label"),
        ("dispute/report/counted", "met"),  # the calculation that it states failed
        ("answer/report/rebutted/ministry/argued", "argued"),
        ("answer/report/alone/ministry/not-addressed", "not-addressed"),
        ("answer/report/denied-only/ministry/denies", "denied"),
        ("reported/reply/told-wider/ministry/relays/from", "beside-original"),
        ("reported/reply/told-invented/ministry/relays/from", "original-not-found"),
        ("mixed/reply/told-letter/1", "noted"),
    ],
)
def test_what_is_found(found: dict[str, Finding], name: str, outcome: str) -> None:
    assert found[name].outcome == outcome
    assert set(found[name].explanation) == {"en", "ru"}
    assert all(found[name].explanation.values())


def test_what_is_not_found(found: dict[str, Finding]) -> None:
    """That a party says so itself, that nothing can be told of it, a support against which nothing is brought."""
    assert not {name for name in found if name.startswith("answer/") and name.endswith(("/asserts", "/unknown"))}
    assert "dispute/report/same-piece" not in found


def test_inputs_and_passages(found: dict[str, Finding]) -> None:
    made = found["dispute/report/counted"]
    assert made.inputs == (f"{CASE}/report/counted", f"{CASE}/findings/report/share")
    assert made.concerns == (f"{CASE}/report/counted",)
    mixed = found["mixed/reply/told-letter/1"]
    assert len(mixed.passages) == 2
    assert all("/reply/text-" in passage and "#char=" in passage for passage in mixed.passages)
    assert mixed.inputs == mixed.concerns


@pytest.mark.parametrize("name", ["kazakhstan-2025", "velzha"])
def test_findings_fit_the_shapes(name: str) -> None:
    read = case.read(folder("data") / name)
    made = findings.quads(dispute.findings(store.memory(build.assemble([folder("data") / name]).quads), read.iri), read.iri)
    assert made
    assert len(made) == len(set(made))
    assert [str(one) for one in validate.shapes(read, made) if "finding" in str(one)] == []


def test_a_finding_that_does_not_fit_is_told(found: dict[str, Finding]) -> None:
    read = case.read(folder("data") / "velzha")
    wrong = findings.quads([replace(found["dispute/report/alone"], outcome="accepted")], read.iri)
    assert [one for one in validate.shapes(read, wrong) if "`outcome`" in str(one)]


def test_the_first_case_gives_no_label_on_what_the_coalition_is_said_to_say() -> None:
    graph = store.memory(build.assemble([folder("data") / "kazakhstan-2025"]).quads)
    (of,) = store.cases(graph)
    for claim in ("practice-persists", "torture-systematic", "guilty-escape", "report-is-objective"):
        made = dispute.state(graph, f"{of}/standard-kz-2025-05/{claim}")
        assert made.label == ""
        assert [(one.party, one.document) for one in made.gaps] == [(f"{of}/coalition", f"{of}/coalition-report")]
        assert all(chain.opponents for chain in made.chains)
