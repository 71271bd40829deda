"""Every cell of every notebook runs; what is kept has no output, what is shown is the same every time."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from docs.generate import notebook
from docs.generate.notebook import Cell
from tests.pages import ROOT

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_runs_the_same_way_twice(path: Path) -> None:
    pages = []
    for _ in range(2):
        cells = notebook.read(path)
        notebook.run(cells, ROOT)
        pages.append(notebook.page(cells))
    assert pages[0] == pages[1]
    assert all(cell.output for cell in cells if cell.kind == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_is_kept(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("print('a')\n1 + 1", "```text\na\n```\n\n```text\n2\n```\n"),
        ("a = 1", ""),
        ("from IPython.display import HTML\nHTML('<b>x</b>')", '```{raw} html\n<div class="output"><b>x</b></div>\n```\n'),
        ("from IPython.display import Markdown\nMarkdown('*x*')", "*x*\n"),
    ],
)
def test_a_cell_shows_what_it_prints_and_its_last_line(source: str, output: str, tmp_path: Path) -> None:
    cell = Cell("code", source)
    notebook.run([cell], tmp_path)
    assert cell.output.rstrip() == output.rstrip()
    assert "IPython.display" not in sys.modules or "IPython" in sys.modules


def test_a_cell_that_fails_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        notebook.run([Cell("code", "x = 1"), Cell("code", "x / 0")], tmp_path)
