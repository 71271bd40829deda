"""`kg ask`, `kg query`, `kg export`: on which graph, in which format, to where."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import export as exporting
from kg import rdf, resources, store
from tests.cli.conftest import Kg

CLAIMS = "SELECT ?claim (COUNT(?said) AS ?n) { ?claim kg:said ?said } GROUP BY ?claim"


@pytest.mark.parametrize("fmt", rdf.FORMATS)
def test_export_is_lossless_and_the_same_bytes(kg: Kg, folders: Path, tmp_path: Path, fmt: str) -> None:
    file = tmp_path / "graph"
    assert kg("export", "-g", folders / "built", "-f", fmt, "-o", file).out == ""
    ran = kg("export", folders / "little", "--text", folders / "texts", "-f", fmt)
    assert ran.code == 0
    assert file.read_bytes() == ran.out.encode()
    held = store.open(folders / "built")
    quads = set(store.quads(held))
    assert set(exporting.header(held)) <= quads
    if fmt in rdf.MERGED:
        aside = set(store.graphs(held, "quarantine"))
        quads = {ox.Quad(q.subject, q.predicate, q.object) for q in quads if q.graph_name not in aside}
    assert set(ox.parse(file.read_bytes(), format=rdf.FORMATS[fmt])) == quads


@pytest.mark.parametrize(("name", "fmt"), [("graph.trig", "trig"), ("graph.jsonld", "jsonld")])
def test_the_files_of_a_build_are_the_store(folders: Path, name: str, fmt: str) -> None:
    assert set(rdf.load(folders / "built" / name)) == set(store.quads(store.open(folders / "built")))
    assert (folders / "built" / name).read_bytes() == rdf.serialise(
        store.quads(store.open(folders / "built")), fmt, "https://example.org/little/"
    )


@pytest.mark.parametrize("which", ["said", "inferred", "quarantine", "findings"])
def test_export_of_some_graphs(kg: Kg, folders: Path, which: store.Which) -> None:
    ran = kg("export", "-g", folders / "built", "-f", "nquads", "--graph", which)
    held = store.open(folders / "built")
    assert set(ox.parse(ran.out, format=ox.RdfFormat.N_QUADS)) == {*store.quads(held, which), *exporting.header(held)}


def test_export_as_a_folder_of_tables(kg: Kg, folders: Path, tmp_path: Path) -> None:
    for more in ([], ["-o", "-"]):
        ran = kg("export", "-g", folders / "built", "-f", "csv", *more)
        assert (ran.code, ran.out, ran.err.count("\n")) == (64, "", 1)
        assert "csv is a folder of tables: name one with -o" in ran.err
    out = tmp_path / "a" / "tables"
    assert kg("export", "-g", folders / "built", "-f", "csv", "-o", out, "--text", folders / "texts", "--lang", "ru").code == 0
    assert "осуждено 47" in (out / "claims.csv").read_text("utf-8")
    (out / "claims.csv").write_text("mine", "utf-8")
    (out / "case.csv").unlink()
    (out / "case.csv").mkdir()
    ran = kg("export", "-g", folders / "built", "-f", "csv", "-o", out)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert (out / "claims.csv").read_text("utf-8") == "mine"
    (tmp_path / "file").touch()
    ran = kg("export", "-g", folders / "built", "-f", "csv", "-o", tmp_path / "file")
    assert (ran.code, "name a folder with -o" in ran.err, ran.err.count("\n")) == (2, True, 1)


def test_words_of_passages_on_a_built_graph(kg: Kg, folders: Path) -> None:
    """With --text, though the graph is not built again."""
    without = kg("export", "-g", folders / "built", "-f", "webannotation").out
    ran = kg("export", "-g", folders / "built", "-f", "webannotation", "--text", folders / "texts")
    assert ("TextQuoteSelector" in without, "TextQuoteSelector" in ran.out, ran.err) == (False, True, "")
    ran = kg("export", "-g", folders / "built", "-f", "webannotation", "--text", folders / "little")
    assert (ran.code, ran.out) == (0, without)
    assert ran.err == "--text: none of this is the text of a document here, so no words of passages are shown\n"


def test_query(kg: Kg, folders: Path) -> None:
    ran = kg("query", CLAIMS, "-g", folders / "built", "-f", "json")
    assert json.loads(ran.out) == [{"claim": "https://example.org/little/statement/practice", "n": "2"}]


def test_query_from_a_file_and_from_standard_input(kg: Kg, folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.rq").write_text('ASK { ?s ?p "пытки" }', "utf-8")
    assert "no" in kg("query", tmp_path / "a.rq", "-g", folders / "built", "-f", "csv").out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("ASK { ?s a kg:Claim } # ы".encode()), encoding="ascii"))
    assert kg("query", "-", "-g", folders / "built", "-f", "csv").out == "answer\nyes\n"


def test_construct_is_turtle(kg: Kg, folders: Path) -> None:
    ran = kg("query", "CONSTRUCT { ?c a kg:Claim } { ?c a kg:Claim }", "-g", folders / "built")
    assert ran.out.splitlines()[-1].strip() == "<https://example.org/little/statement/practice> a kg:Claim ."


def test_the_list_of_questions(kg: Kg) -> None:
    for lang in ("en", "ru"):
        ran = kg("ask", "-f", "json", "--lang", lang)
        assert ran.code == 0
        rows = {row["question"]: row for row in json.loads(ran.out)}
        assert all(row["asks"] for row in rows.values())


def test_every_question_can_be_asked(kg: Kg, folders: Path) -> None:
    for row in json.loads(kg("ask", "-f", "json").out):
        ran = kg("ask", row["question"], "-g", folders / "built", "-f", "csv", "--lang", "ru")
        assert (ran.code, ran.err) == (0, ""), row["question"]


def test_which_graph(kg: Kg, folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "first_case", lambda: folders / "little")
    export = ["export", "--graph", "said", "-f", "nquads"]
    assert kg(*export).err == f"nothing was built here: asking the first case, {resources.FIRST_CASE}\n"
    (tmp_path / "kg-out").symlink_to(folders / "built")
    assert kg(*export).err == "asking ./kg-out (Little), as it was built; kg build renews it\n"
    assert kg(*export, folders / "little").err == ""
    assert kg(*export, "-g", folders / "built").err == ""
    (tmp_path / "kg-out").unlink()
    (tmp_path / "kg-out").touch()
    assert kg(*export).err.startswith("nothing was built here")


@pytest.mark.parametrize("to", [[], ["-o", "-"]])
def test_a_workbook_is_not_for_a_terminal(kg: Kg, folders: Path, monkeypatch: pytest.MonkeyPatch, to: list[str]) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    ran = kg("export", "-g", folders / "built", "-f", "xlsx", *to)
    assert (ran.code, ran.out) == (64, "")
    assert "name a file with -o" in ran.err
