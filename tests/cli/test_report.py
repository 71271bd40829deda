"""`kg report`: where it goes, and what it refuses."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from kg import report as reporting
from tests.cli.conftest import Kg


def test_to_standard_output_and_to_a_file(kg: Kg, folders: Path, tmp_path: Path) -> None:
    ran = kg("report", "-g", str(folders / "built"))
    assert ran.code == 0
    assert ran.out.startswith("# Little\n")
    assert "“" not in ran.out.partition("## Notes")[2]
    assert kg("report", "-g", str(folders / "built"), "-f", "docx", "-o", str(tmp_path / "report.docx")).code == 0
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


def test_the_words_of_texts_at_hand(kg: Kg, folders: Path) -> None:
    ran = kg(
        "report", str(folders / "little"), "--text", str(folders / "texts"), "--between", "ombudsman", "--between", "panel", "--lang", "ru"
    )
    assert "сверено: «осуждено 47»" in ran.out


def test_a_word_document_is_not_for_a_terminal(kg: Kg, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    ran = kg("report", "-g", str(folders / "built"), "-f", "docx")
    assert (ran.code, ran.out) == (2, "")
    assert "name a file with -o" in ran.err


def test_what_is_wrong_is_told_in_one_line(kg: Kg, folders: Path) -> None:
    ran = kg("report", "-g", str(folders / "built"), "--between", "ombudsman")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_the_command_knows_the_formats_and_the_rows() -> None:
    command = importlib.import_module("kg.cli.report")  # as an attribute it is the function
    assert tuple(command.Format) == reporting.FORMATS
    assert command.ROWS == reporting.ROWS
