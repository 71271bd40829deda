"""Notebooks as pages: their cells run in one namespace, with what they print and show behind them.

Jupyter is not needed for it. A notebook may use what it brings along to show things, `IPython.display`: where it is not
installed, its `HTML`, `Markdown` and `SVG` are stood in for by classes with the same methods.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from pprint import pformat
from types import ModuleType

from docs.generate.markdown import join


@dataclass
class Cell:
    """A cell of Markdown or code, and what came of it, in Markdown."""

    kind: str
    source: str
    output: str = ""


def read(path: Path) -> list[Cell]:
    """The cells of a notebook (nbformat 4)."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [Cell(cell["cell_type"], "".join(cell["source"])) for cell in cells]


def run(cells: list[Cell], folder: Path) -> None:
    """Run the code, with `folder` as the working directory; an exception comes through."""
    space: dict[str, object] = {"__name__": "__main__"}
    with _display(), contextlib.chdir(folder):
        for cell in cells:
            if cell.kind == "code":
                cell.output = _cell(cell.source, space)


def page(cells: list[Cell]) -> str:
    """A page of cells that were run."""
    return join(*(f"```python\n{cell.source}\n```\n\n{cell.output}" if cell.kind == "code" else cell.source for cell in cells))


def _cell(source: str, space: dict[str, object]) -> str:
    """What a cell prints, and what its last line is if that is an expression."""
    parsed = ast.parse(source)
    last = parsed.body.pop() if parsed.body and isinstance(parsed.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(io.StringIO()):
        exec(compile(parsed, "<cell>", "exec"), space)
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), space) if isinstance(last, ast.Expr) else None
    return join(_block(printed.getvalue()), _shown(value))


def _shown(value: object) -> str:
    """A value as Jupyter shows it: as HTML, a picture or Markdown where it can be, else as Python writes it."""
    for name, shown in _SHOWN.items():
        made = getattr(value, name, None)
        if made is not None and (told := made()):
            return shown(told)
    return "" if value is None else _block(pformat(value, width=110, sort_dicts=False))


def _html(told: str) -> str:
    return f'```{{raw}} html\n<div class="output">{told}</div>\n```'


def _svg(told: str) -> str:
    """A picture of its own, whose styles stay in it."""
    return _html(f'<img alt="What the cell above draws" src="data:image/svg+xml;base64,{b64encode(told.encode()).decode()}">')


_SHOWN: dict[str, Callable[[str], str]] = {"_repr_html_": _html, "_repr_svg_": _svg, "_repr_markdown_": str}


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```" if text.strip() else ""


@contextlib.contextmanager
def _display() -> Iterator[None]:
    """`IPython.display` for as long as cells run, where there is none."""
    if find_spec("IPython") is not None:
        yield
        return
    stand_in = ModuleType("IPython.display")  # alone: with IPython itself matplotlib would take this for a session of it
    for name in ("HTML", "Markdown", "SVG"):
        method = f"_repr_{name.lower()}_"
        setattr(stand_in, name, type(name, (), {"__init__": _keep, method: lambda self: self.data}))
    sys.modules[stand_in.__name__] = stand_in
    try:
        yield
    finally:
        del sys.modules[stand_in.__name__]


def _keep(self: object, data: str) -> None:
    vars(self)["data"] = data
