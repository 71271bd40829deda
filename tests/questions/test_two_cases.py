"""Nothing joins across cases: of a case and its copy at another address, each question answers twice what it answers of the one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import anchor, ask, case, derived, store, text
from tests import support

HERE = Path(__file__).parent
ELSEWHERE = "base: https://example.org/elsewhere/"


def _quads(of: case.Case) -> list[ox.Quad]:
    folder = of.folder / "texts"
    said, _ = anchor.quarantine(of, anchor.verify(of, text.every([folder] if folder.is_dir() else [])))
    return derived.again(said, [of.iri])


@pytest.mark.parametrize("name", support.fixtures("questions"))
def test_a_case_beside_its_copy(name: str, tmp_path: Path) -> None:
    here = support.read(HERE / name / "case", tmp_path / "here")
    support.read(HERE / name / "case", tmp_path / "there")
    file = tmp_path / "there" / "case.yaml"
    file.write_text("\n".join(ELSEWHERE if line.startswith("base:") else line for line in file.read_text("utf-8").splitlines()), "utf-8")
    there = case.read(tmp_path / "there")
    one = _rows(ask.run(store.memory(_quads(here)), name))
    both = _rows(ask.run(store.memory([*_quads(here), *_quads(there)]), name))
    assert both == one + one


def _rows(table: ask.Table) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[column] for column in table.columns if column != "id") for row in table.rows)
