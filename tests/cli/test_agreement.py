"""`kg agreement`: its formats."""

from __future__ import annotations

import csv
import io
import json
from copy import deepcopy
from pathlib import Path

import pytest

from kg import build
from tests.agreement import ward
from tests.cli.conftest import Kg


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = deepcopy(ward.READING)
    other["beds"] = ("factual", other["beds"][1])
    return ward.folder(tmp_path_factory.mktemp("agreement") / "ward", ward.READING, other)


def test_formats(kg: Kg, folder: Path, tmp_path: Path) -> None:
    ran = kg("agreement", folder, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    made = json.loads(ran.out)
    assert {name: len(rows) for name, rows in made.items()} == {"agreement": 2, "passages": 1, "differences": 1}
    rows = list(csv.DictReader(io.StringIO(kg("agreement", folder, "-f", "csv").out)))
    assert [row["table"] for row in rows] == ["agreement", "agreement", "passages", "differences"]
    assert rows[0]["alpha"] == made["agreement"][0]["alpha"]
    assert rows[3]["who_says_what"] == "Ann: statistical; Bob: factual"
    shown = kg("agreement", folder).out
    assert [line for line in shown.splitlines() if line in ("Agreement", "Passages", "Differences")] == [
        "Agreement",
        "Passages",
        "Differences",
    ]
    assert kg("agreement", folder, "-f", "md", "-o", tmp_path / "a.md").out == ""
    assert "## Differences\n\n| document | claim |" in (tmp_path / "a.md").read_text()


def test_a_built_graph_and_russian(kg: Kg, folder: Path, tmp_path: Path) -> None:
    build.write(build.assemble([folder]), tmp_path, picture=False)
    assert kg("agreement", "-g", tmp_path, "-f", "json").out == kg("agreement", folder, "-f", "json").out
    ran = kg("agreement", "-g", tmp_path, "-f", "json", "--lang", "ru")
    assert json.loads(ran.out)["differences"][0]["who_says_what"] == "Bob: о факте; Анна: статистическое"


def test_one_annotator(kg: Kg, folders: Path) -> None:
    ran = kg("agreement", folders / "little", "-f", "json")
    assert ran.code == 0
    assert json.loads(ran.out) == {"agreement": [], "passages": [], "differences": []}
    assert ran.err.startswith("one annotator only: another writes DOCUMENT.by-ANNOTATOR.yaml")
