"""`kg diff`: what may be compared, in which form, and how it fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg import build
from tests.cli.conftest import Kg


@pytest.fixture
def other(folders: Path, tmp_path: Path) -> Path:
    """The little case with another figure."""
    made = shutil.copytree(folders / "little", tmp_path / "other")
    file = made / "statement.yaml"
    content = file.read_text("utf-8")
    assert "value: 47" in content
    file.write_text(content.replace("value: 47", "value: 48"), "utf-8")
    return made


def test_builds_and_cases_compare(kg: Kg, folders: Path, other: Path, tmp_path: Path) -> None:
    told = "Figure statement:convictions/2024: value was “47” and is now “48”.\n"
    assert kg("diff", folders / "little", other) == (ran := kg("diff", folders / "little", other, "--lang", "en"))
    assert (ran.code, ran.out, ran.err) == (0, told, "")
    build.write(build.assemble([other], [folders / "texts"]), tmp_path / "built", picture=False)
    assert kg("diff", folders / "built", tmp_path / "built").out == told
    assert kg("diff", folders / "built", other, "--text", folders / "texts").out == told
    assert "no text at hand" in kg("diff", folders / "built", other).out


def test_no_differences(kg: Kg, folders: Path) -> None:
    assert kg("diff", folders / "little", folders / "little").out == "No differences.\n"
    assert kg("diff", folders / "little", folders / "little", "--lang", "ru").out == "Различий нет.\n"
    ran = kg("diff", folders / "little", folders / "little", "-f", "json")
    assert (ran.code, ran.out) == (0, "[]\n")


def test_json_into_a_file(kg: Kg, folders: Path, other: Path, tmp_path: Path) -> None:
    assert kg("diff", folders / "little", other, "-f", "json", "-o", tmp_path / "diff.json", "--lang", "ru").out == ""
    (change,) = json.loads((tmp_path / "diff.json").read_text("utf-8"))
    assert change == {
        "kind": "observation",
        "reference": "statement:convictions/2024",
        "change": "changed",
        "field": "value",
        "before": ["47"],
        "after": ["48"],
        "sentence": "Значение statement:convictions/2024: величина: было «47», стало «48».",
        "document": "statement",
        "parts": [],
    }


def test_a_text_that_no_document_has(kg: Kg, folders: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("other")
    ran = kg("diff", folders / "little", folders / "little", "--text", tmp_path / "text.txt")
    assert (ran.code, ran.out) == (0, "No differences.\n")
    assert "no document has this text" in ran.err


def test_what_cannot_be_compared(kg: Kg, folders: Path, tmp_path: Path) -> None:
    for wrong, why in (
        (tmp_path / "none", "no such folder: name a case's or one that kg build wrote"),
        (tmp_path, "neither a built graph nor a case.yaml in it: name a case's folder or one that kg build wrote"),
    ):
        for sides in ((folders / "little", wrong), (wrong, folders / "little")):
            ran = kg("diff", *sides)
            assert (ran.code, ran.out, ran.err) == (2, "", f"kg: {wrong}: {why}\n")
    assert kg("diff", folders / "little").code == 64
    broken = shutil.copytree(folders / "little", tmp_path / "broken")
    (broken / "actors.yaml").write_text("actors: {}\n")
    ran = kg("diff", folders / "little", broken)
    assert (ran.code, ran.out) == (1, "")
    assert "actors.yaml:1" in ran.err
