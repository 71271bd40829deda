"""`kg build` and `kg check`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import little
from tests.cli.conftest import Kg


def test_build(kg: Kg, folders: Path, tmp_path: Path) -> None:
    ran = kg("build", folders / "little", "-o", tmp_path / "out", "--text", folders / "texts")
    assert ran.code == 0
    assert "passages       4     3 verified, 1 quarantined" in ran.out
    assert [line for line in ran.err.splitlines() if "set aside" in line] == [ran.err.splitlines()[0]]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph.jsonld", "graph.trig", "store", "summary.json"]
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["passages"]["quarantined"] == 1


def test_strict(kg: Kg, folders: Path, tmp_path: Path) -> None:
    assert kg("build", folders / "little", "-o", tmp_path / "out", "--text", folders / "texts", "--strict").code == 1


def test_errors_in_the_data_write_nothing(kg: Kg, tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stanse: asserts}"))
    ran = kg("build", folder, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (1, "")
    assert "statement.yaml:14: " in ran.err
    assert ran.err.splitlines()[-1].endswith("in the case; nothing was written")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "statement.txt",
            f"text: write text: {{sha256: {little.sha256('other')}, length: 5}} under document:, or give the text exactly",
        ),
        ("others", "no file in it is the text of a document: give the text exactly"),
    ],
)
def test_a_text_that_nobody_has_is_told(kg: Kg, folders: Path, tmp_path: Path, name: str, words: str) -> None:
    given = tmp_path / name
    if name == "others":
        given.mkdir()
    (given / "a" if name == "others" else given).write_text("other")
    ran = kg("check", folders / "little", "--text", given)
    assert ran.code == 0
    assert [words in line for line in ran.err.splitlines()] == [True, False]


def test_check_as_json(kg: Kg, folders: Path) -> None:
    ran = kg("check", folders / "little", "--text", folders / "texts", "-f", "json")
    assert [(p["line"], p["severity"]) for p in json.loads(ran.out)] == [(15, "warning")]
    assert kg("check", folders / "little", "--text", folders / "texts", "--strict").code == 1


def test_what_is_one_is_counted_as_one(kg: Kg, folders: Path) -> None:
    assert kg("check", folders / "little", "--text", folders / "texts").err == "0 errors, 1 warning\n"


def test_a_text_that_is_not_utf8_is_told(kg: Kg, folders: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("пытки".encode("cp1251"))
    assert "is not UTF-8: save it as UTF-8" in kg("check", folders / "little", "--text", tmp_path / "a").err


def test_the_summary_is_in_the_language_asked_for(kg: Kg, folders: Path, tmp_path: Path) -> None:
    ran = kg("build", folders / "little", "-o", tmp_path / "out", "--lang", "ru", "--no-picture")
    assert "утверждений" in ran.out
    assert not set(re.findall(r"[a-z-]{4,}", ran.out.partition("\n\n")[2].partition("\n\n")[0]))
