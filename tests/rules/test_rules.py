"""Each rule: a case, what must follow from it (expected.ttl) and what must not (absent.ttl)."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import questions
from kg.names import PREFIXES
from tests import support

HERE = Path(__file__).parent


def triples(path: Path) -> set[ox.Triple]:
    found = {quad.triple for quad in ox.parse(path=path)}
    assert found, f"{path} is empty"
    return found


def test_each_rule_has_a_fixture() -> None:
    assert [path.stem for path in support.queries("rules")] == support.fixtures("rules")


@pytest.mark.parametrize("path", support.queries("rules"), ids=lambda path: path.stem)
def test_header(path: Path) -> None:
    query = questions.load(path)
    assert set(query.header["summary"]) == {"en", "ru"}


@pytest.mark.parametrize("name", support.fixtures("rules"))
def test_infers(name: str, tmp_path: Path) -> None:
    case = support.read(HERE / name / "case", tmp_path)
    assert triples(HERE / name / "expected.ttl") - support.inferred(case) == set()


@pytest.mark.parametrize("name", support.fixtures("rules"))
def test_infers_no_more(name: str, tmp_path: Path) -> None:
    case = support.read(HERE / name / "case", tmp_path)
    absent = triples(HERE / name / "absent.ttl")
    assert absent & support.inferred(case) == set()
    known = {str(term) for quad in case.quads for term in (quad.subject, quad.object)}
    unknown = {
        str(term)
        for triple in absent
        for term in (triple.subject, triple.object)
        if isinstance(term, ox.NamedNode) and not term.value.startswith(tuple(PREFIXES.values()))
    } - known
    assert unknown == set(), "a name that the case does not have could never be inferred"


def test_annotators_files_and_arguments_are_taken_where_asked_for(tmp_path: Path) -> None:
    of = support.read(HERE / "20-document-of-thing" / "case", tmp_path / "one")
    more = {str(triple.subject) for triple in support.inferred(of, annotators=True) - support.inferred(of)}
    assert any("report.by-annotator-2/too-few>" in subject for subject in more)
    of = support.read(HERE / "58-counted" / "case", tmp_path / "other")
    more = {f"{t.subject} {t.predicate}" for t in support.inferred(of, annotators=True) - support.inferred(of)}
    assert {"mine", "too"} == {line.partition("> ")[0].rpartition("/")[2] for line in more if line.endswith("counted>")}


def test_all_is_in_one_graph_and_inferred_once(tmp_path: Path) -> None:
    from kg import rules

    case = support.read(HERE / "80-may-control" / "case", tmp_path)
    quads = rules.infer(case.quads, case.iri)
    assert {quad.graph_name for quad in quads} == {case.graph("inferred")}
    assert len(quads) == len(set(quads))
