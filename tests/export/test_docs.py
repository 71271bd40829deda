"""docs/exports.md names every format and every table, and its examples are what comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg import build, export, store
from kg.cli.options import ExportFormat
from kg.export.kinds import TABLES
from tests.test_docs import CASE, write

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("fmt", export.FORMATS)
def test_every_format_is_documented(fmt: str) -> None:
    assert f"`{fmt}`" in PAGE


def test_the_command_has_every_format() -> None:
    assert sorted(fmt.value for fmt in ExportFormat) == sorted(export.FORMATS)


def test_every_table_is_named() -> None:
    named = re.search(r"a file a table: (.*?)\.\n", PAGE, re.DOTALL)
    assert named
    assert named[1].replace("\n", " ").split(", ") == [kind.file for kind in TABLES]


@pytest.mark.parametrize(("block", "fmt", "which"), [("turtle", "turtle", "findings"), ("json", "jsonld-framed", "said")])
def test_an_example_is_what_comes_out(block: str, fmt: str, which: store.Which, tmp_path: Path) -> None:
    shown = re.search(rf"```{block}\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    made = export.export(store.memory(build.assemble([write(tmp_path, CASE)]).quads), fmt, which).decode()
    printed = [line.strip().rstrip(" .;") for line in made.splitlines()]
    assert [line for line in shown[1].splitlines() if line.strip().rstrip(" .;") not in printed] == []


def test_the_annotation_shown_has_the_keys_of_one() -> None:
    shown = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[1].replace(", …", "")
    assert set(json.loads(shown)) == {"id", "type", "motivation", "body", "target"}
