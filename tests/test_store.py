"""Generations of a store: readers have the old one or the new one, and damage is told, never hidden."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf, store
from kg.names import KG, RDF
from kg.problems import KgError

CASE = "https://example.org/c"


def quads(n: int, text: str = "x") -> list[ox.Quad]:
    graph = ox.NamedNode(f"{CASE}/d")
    return [
        ox.Quad(ox.NamedNode(CASE), ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"), ox.NamedNode(f"{CASE}/case")),
        ox.Quad(ox.NamedNode(f"{CASE}/d/q"), ox.NamedNode(KG + "note"), ox.Literal("aside"), ox.NamedNode(f"{CASE}/quarantine")),
        ox.Quad(ox.NamedNode(f"{CASE}/d/i"), ox.NamedNode(KG + "note"), ox.Literal("inferred"), ox.NamedNode(f"{CASE}/inferred")),
        *(ox.Quad(ox.NamedNode(f"{CASE}/d/{i}"), ox.NamedNode(KG + "note"), ox.Literal(f"{text}{i}"), graph) for i in range(n)),
    ]


def held(folder: Path) -> set[ox.Quad]:
    return set(store.quads(store.open(folder)))


def test_what_is_saved_is_what_is_there(tmp_path: Path) -> None:
    store.save(quads(5), tmp_path)
    assert held(tmp_path) == set(quads(5))
    assert store.save(quads(5)[::-1], tmp_path) == (tmp_path / "store" / "current").read_text().strip()


def test_one_generation_before_is_kept(tmp_path: Path) -> None:
    names = [store.save(quads(n), tmp_path) for n in (1, 2, 3)]
    assert sorted(p.name for p in (tmp_path / "store").iterdir() if p.is_dir()) == sorted(names[1:])
    assert held(tmp_path) == set(quads(3))


def test_a_reader_keeps_its_generation(tmp_path: Path) -> None:
    store.save(quads(50), tmp_path)
    reader = store.open(tmp_path)
    for n in (51, 52, 53):
        store.save(quads(n), tmp_path)
    assert set(store.quads(reader)) == set(quads(50))
    solutions = store.query(reader, "SELECT * { ?s kg:note ?o }")
    assert isinstance(solutions, ox.QuerySolutions)
    assert len(list(solutions)) == 51  # not what was set aside


@pytest.mark.parametrize(
    ("which", "notes"),
    [
        ("all", {"inferred", "x0"}),
        ("said", {"x0"}),
        ("inferred", {"inferred"}),
        ("quarantine", {"aside"}),
        ("findings", set()),
    ],
)
def test_which_graphs(which: store.Which, notes: set[str]) -> None:
    solutions = store.query(store.memory(quads(1)), "SELECT ?o { ?s kg:note ?o }", which)
    assert isinstance(solutions, ox.QuerySolutions)
    assert {rdf.text(row["o"]) for row in solutions} == notes


def test_a_graph_clause_reaches_every_graph() -> None:
    solutions = store.query(store.memory(quads(1)), "SELECT ?o { GRAPH ?g { ?s kg:note ?o } }")
    assert isinstance(solutions, ox.QuerySolutions)
    assert {rdf.text(row["o"]) for row in solutions} == {"aside", "inferred", "x0"}


def test_nothing_was_built(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no graph was built there: run kg build"):
        store.open(tmp_path)


def _files(folder: Path) -> list[Path]:
    generation = folder / "store" / (folder / "store" / "current").read_text().strip()
    wanted = [p for p in sorted((generation / "data").iterdir()) if p.suffix == ".sst" or p.name.startswith(("MANIFEST", "CURRENT"))]
    return [folder / "store" / "current", generation / "complete", *wanted]


@pytest.mark.parametrize("harm", ["half", "gone", "empty"])
def test_damage_is_told_and_building_again_mends_it(tmp_path: Path, harm: str) -> None:
    whole = tmp_path / "whole"
    store.save(quads(20), whole)
    for number in range(len(_files(whole))):
        folder = tmp_path / f"{harm}{number}"
        shutil.copytree(whole, folder)
        file = _files(folder)[number]
        if harm == "gone":
            file.unlink()
        else:
            os.truncate(file, file.stat().st_size // 2 if harm == "half" else 0)
        with pytest.raises(KgError, match=r"the store is damaged|no graph was built") as raised:
            held(folder)
        assert "\n" not in str(raised.value)
        store.save(quads(20), folder)
        assert held(folder) == set(quads(20)), file.name


def test_a_changed_byte_never_gives_another_graph(tmp_path: Path) -> None:
    store.save(quads(200), tmp_path)
    chance = random.Random(1)
    for file in _files(tmp_path)[2:]:
        raw = file.read_bytes()
        for _ in range(4):
            place = chance.randrange(len(raw))
            file.write_bytes(raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :])
            with suppress(KgError):
                assert held(tmp_path) == set(quads(200)), f"{file.name} at {place}"
        file.write_bytes(raw)
    assert held(tmp_path) == set(quads(200))


def test_two_builds_at_once(tmp_path: Path) -> None:
    store.save(quads(1), tmp_path)
    with store._alone(tmp_path / "store"), pytest.raises(KgError, match="another build is writing there"):
        store.save(quads(2), tmp_path)
    store.save(quads(2), tmp_path)
    assert held(tmp_path) == set(quads(2))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KgError, match="the store cannot be written"):
        store.save(quads(1), tmp_path / "file")


def test_memory_answers_in_one_order() -> None:
    """A LIMIT without ORDER BY, and ties of an ORDER BY, take the same rows on another day."""
    code = (
        "import pyoxigraph as ox; from kg import store\n"
        "quads = [ox.Quad(ox.NamedNode(f'http://x/{i}'), ox.NamedNode('http://x/p'), ox.Literal(str(i % 3)), ox.NamedNode('http://x/g'))"
        " for i in range(500)]\n"
        "print([str(r['s']) for r in store.query(store.memory(quads), 'SELECT ?s { ?s ?p ?o } ORDER BY ?o LIMIT 40')])"
    )
    answers = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def _build(folder: str, numbers: list[int]) -> None:
    for n in numbers:
        store.save(quads(n), Path(folder))


@pytest.mark.slow
def test_readers_while_a_build_writes(tmp_path: Path) -> None:
    sizes = list(range(300, 340))
    store.save(quads(sizes[0]), tmp_path)
    writer = multiprocessing.get_context("spawn").Process(target=_build, args=(str(tmp_path), sizes))
    writer.start()
    seen = []
    while writer.is_alive():
        seen.append(len(held(tmp_path)) - 3)
    writer.join()
    assert writer.exitcode == 0
    assert seen == sorted(seen)
    assert set(seen) <= set(sizes)
    assert held(tmp_path) == set(quads(sizes[-1]))


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_graph(tmp_path: Path) -> None:
    store.save(quads(2000), tmp_path)
    chance = random.Random(2)
    whole = {2003, *(n + 3 for n in range(2100, 2140))}
    for _ in range(25):
        writer = multiprocessing.get_context("spawn").Process(target=_build, args=(str(tmp_path), list(range(2100, 2140))))
        writer.start()
        time.sleep(0.35 + chance.random() * 0.6)
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
        assert len(held(tmp_path)) in whole
    store.save(quads(7), tmp_path)
    assert held(tmp_path) == set(quads(7))
