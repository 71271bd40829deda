"""`kg query`: where the query stands, and every format of what comes of it."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.cli.options import AnswerFormat
from kg.names import KG, RDF
from tests.cli.conftest import Kg

ROWS = "SELECT ?claim { ?claim a kg:Claim } ORDER BY ?claim"
GRAPH = "CONSTRUCT { ?claim a kg:Claim } { ?claim a kg:Claim }"
CLAIM = "https://example.org/little/statement/practice"


def test_formats_are_those_of_tables_and_of_rdf() -> None:
    assert [fmt.value for fmt in AnswerFormat] == ["table", "csv", "json", "md", "srj", *rdf.FORMATS]


@pytest.mark.parametrize("name", ["q.rq", "q.sparql", "no-ending"])
def test_from_a_file(kg: Kg, folders: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ROWS, "utf-8")
    assert json.loads(kg("query", tmp_path / name, "-g", folders / "built", "-f", "json").out) == [{"claim": CLAIM}]


def test_from_standard_input(kg: Kg, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROWS.encode())))
    assert kg("query", "-", "-g", folders / "built", "-f", "csv").out == f"claim\n{CLAIM}\n"


def test_srj_keeps_types_and_languages(kg: Kg, folders: Path) -> None:
    text = "SELECT ?says (STRLEN(?says) AS ?long) ?none { ?claim kg:says ?says }"
    bindings = json.loads(kg("query", text, "-g", folders / "built", "-f", "srj").out)["results"]["bindings"]
    assert bindings[0]["says"]["xml:lang"] == "en"
    assert bindings[0]["long"]["datatype"].endswith("#integer")
    assert "none" not in bindings[0]


@pytest.mark.parametrize("fmt", rdf.FORMATS)
@pytest.mark.parametrize("query", [GRAPH, f"DESCRIBE <{CLAIM}>"])
def test_graphs_in_every_format(kg: Kg, folders: Path, fmt: str, query: str) -> None:
    made = kg("query", query, "-g", folders / "built", "-f", fmt).out
    triples = {quad.triple for quad in ox.parse(made, format=rdf.FORMATS[fmt])}
    assert ox.Triple(ox.NamedNode(CLAIM), ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Claim")) in triples


@pytest.mark.parametrize(("query", "expected"), [("ASK { ?c a kg:Claim }", "yes"), ("ASK { ?c a kg:Nope }", "no")])
def test_ask(kg: Kg, folders: Path, query: str, expected: str) -> None:
    assert kg("query", query, "-g", folders / "built", "-f", "csv").out == f"answer\n{expected}\n"


@pytest.mark.parametrize(
    ("query", "fmt", "words"), [(GRAPH, "csv", "make a graph: -f is one of turtle"), (ROWS, "trig", "give rows: -f is one of table")]
)
def test_a_format_that_does_not_fit(kg: Kg, folders: Path, query: str, fmt: str, words: str) -> None:
    ran = kg("query", query, "-g", folders / "built", "-f", fmt)
    assert (ran.code, ran.out) == (64, "")
    assert words in ran.err


def test_from_a_pipe_and_with_a_byte_order_mark(kg: Kg, folders: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("\ufeffASK {}", "utf-8"), daemon=True)
    writer.start()
    assert kg("query", tmp_path / "pipe", "-g", folders / "built", "-f", "csv").out == "answer\nyes\n"
    writer.join(10)
