"""What a question's fixture expects: files `expected.csv`, and `expected-KEY=VALUE,….csv` with parameters."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg import ask, store
from kg.questions import Query
from tests import support

HERE = Path(__file__).parent


def given(path: Path) -> tuple[dict[str, str], bool]:
    """The parameters in a file's name, and whether annotators' own arguments are asked for (`annotators=yes`)."""
    written = path.stem.partition("-")[2]
    values = dict(one.split("=") for one in written.split(",")) if written else {}
    return values, values.pop("annotators", "no") == "yes"


def expected(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def graphs(name: str) -> dict[bool, ox.Store]:
    """A question's case as a graph, without and with what annotators argue."""
    with TemporaryDirectory() as folder:
        of = support.read(HERE / name / "case", Path(folder))
    return {annotators: support.graph(of, annotators=annotators) for annotators in (False, True)}


def rows(graph: ox.Store, query: Query, values: dict[str, str]) -> list[dict[str, str]]:
    """A query's answer as `kg ask` shows it, whether or not its text is that of a file."""
    answer = ask.table(store.query(graph, ask.filled(graph, query, values)))
    return ask.worded(graph, query, answer, values.get("lang", "en")).rows
