"""The state of a dispute as findings: each names its rule, its inputs and what it concerns, in both languages, and fits the shapes."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import build, dispute, findings, rdf, store
from kg.findings import Finding
from kg.names import KG
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
    assert not {name for name in found if name.endswith(("/asserts", "/unknown"))}
    assert "dispute/report/same-piece" not in found


def test_inputs_and_passages(found: dict[str, Finding]) -> None:
    made = found["dispute/report/counted"]
    assert made.inputs == (f"{CASE}/report/counted", f"{CASE}/findings/report/share")
    assert made.concerns == (f"{CASE}/report/counted",)
    assert found["mixed/reply/told-letter/1"].passages == found["mixed/reply/told-letter/1"].inputs


@pytest.mark.parametrize("name", ["kazakhstan-2025", "velzha"])
def test_findings_fit_the_shapes(name: str) -> None:
    built = build.assemble([folder("data") / name])
    graph = store.memory(built.quads)
    (case,) = store.cases(graph)
    quads = findings.quads(dispute.findings(graph, case), case)
    assert quads
    assert len(quads) == len(set(quads))
    named = {rdf.text(quad.object).removeprefix(KG) for quad in quads if quad.predicate.value in (KG + "rule", KG + "outcome")}
    known = {rdf.text(quad.subject).removeprefix(KG) for quad in rdf.load(folder("ontology") / "kg.ttl")}
    assert named <= known


def test_the_first_case_gives_no_label_on_what_the_coalition_is_said_to_say() -> None:
    graph = store.memory(build.assemble([folder("data") / "kazakhstan-2025"]).quads)
    (case,) = store.cases(graph)
    for claim in ("practice-persists", "torture-systematic", "guilty-escape", "report-is-objective"):
        made = dispute.state(graph, f"{case}/standard-kz-2025-05/{claim}")
        assert made.label == ""
        assert [(one.party, one.document) for one in made.gaps] == [(f"{case}/coalition", f"{case}/coalition-report")]
        assert all(chain.opponents for chain in made.chains)
