"""What tests on fixtures share: a fixture's case, its quads, its folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from kg import anchor, case, derived, rules, store, text
from kg.resources import folder

TESTS = Path(__file__).parent


def fixtures(kind: str) -> list[str]:
    """The names of the fixtures of `rules`, `checks` or `questions`; there must be some."""
    names = sorted(path.name for path in (TESTS / kind).iterdir() if path.is_dir() and path.name != "__pycache__")
    assert names, f"tests/{kind} has no fixtures"
    return names


def queries(kind: str) -> list[Path]:
    """The query files of a kind; there must be some."""
    paths = sorted((folder("queries") / kind).glob("*.rq"))
    assert paths, f"queries/{kind} has no queries"
    return paths


def read(fixture: Path, into: Path) -> case.Case:
    """A fixture's case: its own files, and those of tests/common that it has not."""
    for source in (TESTS / "common", fixture):
        shutil.copytree(source, into, dirs_exist_ok=True)
    return case.read(into)


def inferred(of: case.Case, *, annotators: bool = False) -> set[ox.Triple]:
    return {quad.triple for quad in rules.infer(of.quads, of.iri, annotators=annotators)}


def graph(of: case.Case, *, annotators: bool = False) -> ox.Store:
    """What was said, held against the texts in the fixture's folder `texts`, and what follows from it."""
    said, _ = anchor.quarantine(of, anchor.verify(of, text.every(path for path in [of.folder / "texts"] if path.is_dir())))
    return store.memory(
        derived.complete([*said, *rules.infer(said, of.iri, annotators=annotators)], annotators=annotators), annotators=annotators
    )
