"""Shapes and checks as sentences with a line, and the cheaper form of the shapes held to the written one."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH

import kg.build
import kg.case
from kg import rdf, validate
from kg.names import KG
from kg.resources import folder

SHAPES = sorted((Path(__file__).parent / "shapes").glob("*.trig"))

CASE = {
    "case.yaml": """\
base: https://example.org/bridge/
title: {en: Is the bridge safe?}
version: "1"
languages: [en]
parties: [council]
annotators: {me: {name: {en: The annotator}, kind: person}}
concepts: {crack: {name: {en: Crack}}}
""",
    "actors.yaml": """\
actors:
  council: {name: {en: Council}, kind: organisation}
  mayor: {name: {en: Mayor}, kind: office}
""",
    "reply.yaml": """\
document: {title: {en: Reply}, author: council, published: 2025, read: full}
claims:
  safe:
    says: {en: The bridge is safe}
    kind: evaluative
    said: {council: {stance: asserts}}
""",
}


def read(folder: Path, reply: str) -> kg.case.Case:
    for name, text in {**CASE, "reply.yaml": CASE["reply.yaml"] + reply}.items():
        (folder / name).write_text(text, "utf-8")
    return kg.case.read(folder)


def results(data: list[ox.Quad], *, flat: bool) -> set[tuple[str, ...]]:
    """What pySHACL reports: shape, focus, path and value."""
    shapes = rdf.to_rdflib(rdf.load(folder("ontology") / "shapes.ttl"))
    _, report, _ = pyshacl.validate(rdf.to_rdflib(data), shacl_graph=validate._flat(shapes) if flat else shapes)
    told = (SH.sourceShape, SH.focusNode, SH.resultPath, SH.value, SH.resultSeverity)
    return {tuple(str(report.value(result, p)) for p in told) for result in report.subjects(RDF.type, SH.ValidationResult)}


@pytest.mark.parametrize("path", SHAPES[::7], ids=lambda path: path.stem)
def test_the_cheaper_shapes_report_what_the_written_ones_do(path: Path) -> None:
    data = [quad for quad in rdf.load(path) if quad.graph_name == ox.NamedNode("urn:invalid")]
    assert results(data, flat=True) == results(data, flat=False) != set()


def test_a_good_case_has_no_problem(tmp_path: Path) -> None:
    assert validate.check(read(tmp_path, "")) == []


@pytest.mark.parametrize(
    ("reply", "line", "piece", "rule"),
    [
        ("  bare:\n    says: {en: A claim of no kind}\n    said: {council: {stance: asserts}}\n", 7, "kind", "Claim-kind"),
        ("challenges:\n  odd: {against: safe, by: me}\n", 8, "with", "Challenge-with"),
        ("ties:\n  mine: {who: council, kind: holds, whom: crack}\n", 8, "whom", "Tie-whom"),
        ("ties:\n  own:\n    who: council\n    kind: part-of\n    whom: council\n", 11, "whom", "Tie-whom"),
    ],
)  # fmt: skip
def test_a_shape_that_fails_is_a_sentence_at_its_line(tmp_path: Path, reply: str, line: int, piece: str, rule: str) -> None:
    found = validate.check(read(tmp_path, reply))
    assert [(problem.place.line, problem.rule) for problem in found if problem.severity == "error"] == [(line, rule)]
    problem = next(p for p in found if p.severity == "error")
    assert piece in problem.message
    assert "\n" not in str(problem)
    assert "http" not in problem.message


def test_a_check_that_finds_something_is_a_sentence_at_its_line(tmp_path: Path) -> None:
    found = validate.check(read(tmp_path, "supports:\n  odd: {for: safe, with: safe, by: me}\n"))
    assert {problem.place.line for problem in found} == {8}


def test_messages_come_in_russian_too(tmp_path: Path) -> None:
    case = read(tmp_path, "challenges:\n  odd: {against: safe, by: me}\n")
    english, russian = (validate.check(case, lang=lang)[0].message for lang in ("en", "ru"))
    assert english.isascii()
    assert not russian.isascii()


def test_a_quote_that_has_no_place_yet_is_told_once(tmp_path: Path) -> None:
    text = "  safe:\n    says: {en: Safe}\n    kind: evaluative\n    said: {council: {stance: asserts, quote: All is well}}\n"
    (tmp_path / "text.txt").write_text("All is well.\n", "utf-8")
    digest = hashlib.sha256(b"All is well.\n").hexdigest()
    document = f"document: {{title: {{en: Reply}}, read: full, published: 2025, text: {{sha256: {digest}, length: 13}}}}\nclaims:\n"
    read(tmp_path, "")
    (tmp_path / "reply.yaml").write_text(document + text, "utf-8")
    assert [problem.rule for problem in kg.build.assemble([tmp_path]).problems] == ["passage"]


def test_what_no_file_names_is_told_where_it_is_pointed_to(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"All is well.\n").hexdigest()
    read(tmp_path, "")
    (tmp_path / "reply.yaml").write_text(
        f"document: {{title: {{en: Reply}}, read: full, published: 2025, text: {{sha256: {digest}, length: 13}}}}\nclaims:\n"
        "  safe: {says: {en: Safe}, kind: evaluative, said: {council: {stance: asserts, at: 0-12}}}\n",
        "utf-8",
    )
    case = kg.case.read(tmp_path)
    problems = validate.shapes(case, [quad for quad in case.quads if quad.predicate.value != KG + "start"])
    assert [(problem.rule.rpartition(":")[2], problem.place.line) for problem in problems] == [("Passage-start", 3)]
