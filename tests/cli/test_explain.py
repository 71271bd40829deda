"""`kg explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


def test_a_built_graph_is_explained(kg: Kg, folders: Path) -> None:
    ran = kg("explain", "practice", "-g", folders / "built")
    assert ran.code == 0
    assert ran.out.startswith("It goes on\nclaim · statement:practice\n")
    assert "The ombudsman asserts it in “A statement” (13 May 2025" in ran.out
    assert "Set aside" in ran.out
    assert ran.err == ""


def test_texts_are_quoted_of_a_built_graph_too(kg: Kg, folders: Path) -> None:
    assert "“осуждено 47”" not in kg("explain", "practice", "-g", folders / "built").out
    for where in (["-g", folders / "built"], [folders / "little"]):
        assert "“осуждено 47”" in kg("explain", "practice", *where, "--text", folders / "texts").out


@pytest.mark.parametrize(("fmt", "start"), [("text", "It goes on"), ("md", "# It goes on"), ("html", "<!DOCTYPE html>"), ("json", "{")])
def test_formats(kg: Kg, folders: Path, tmp_path: Path, fmt: str, start: str) -> None:
    shown = kg("explain", "practice", "-g", folders / "built", "-f", fmt)
    assert shown.out.startswith(start)
    assert kg("explain", "practice", "-g", folders / "built", "-f", fmt, "-o", tmp_path / "x").out == ""
    assert (tmp_path / "x").read_text("utf-8") == shown.out
    if fmt == "json":
        assert json.loads(shown.out)["id"] == "statement:practice"


def test_russian(kg: Kg, folders: Path) -> None:
    assert "утверждает это" in kg("explain", "practice", folders / "little", "--lang", "ru").out


def test_a_wrong_name_is_one_line(kg: Kg, folders: Path) -> None:
    ran = kg("explain", "practise", "-g", folders / "built")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "kg: nothing in the graph is called 'practise' (did you mean 'practice'?)\n"


def test_without_an_id_it_is_said_where_ids_come_from(kg: Kg, folders: Path) -> None:
    for arguments in ([], [folders / "little"], ["-g", folders / "built"]):
        ran = kg("explain", *arguments)
        assert (ran.code, ran.out) == (64, "")
        assert ran.err.count("\n") == 1
        assert "column `id` of what kg ask prints" in ran.err
        assert "kg explain lastayev" in ran.err


def test_brief(kg: Kg, folders: Path) -> None:
    ran = kg("explain", "statement", "-g", folders / "built", "--brief")
    assert ran.out.splitlines()[3] == "In short"
    assert "To be explained further" not in ran.out
    assert len(ran.out.splitlines()) < len(kg("explain", "statement", "-g", folders / "built").out.splitlines())
