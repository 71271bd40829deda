"""Tables and files on their way out."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from kg.ask import Table


def put(content: bytes, out: Path | None) -> None:
    """To a file, at once or not at all, or to standard output as it is."""
    if out is not None and str(out) != "-":
        from kg import files

        files.write(out, content)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def table(answer: Table, fmt: str, out: Path | None = None) -> None:
    put(_WRITERS[fmt](answer).encode(), out)


def _as_table(answer: Table) -> str:
    """Columns that share the terminal's width; wrapped, never cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable

    shown = RichTable(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in answer.columns:
        shown.add_column(column.replace("_", " "), overflow="fold")
    for row in answer.rows:
        shown.add_row(*(_plain(row[column]) for column in answer.columns))
    console = Console(file=(made := io.StringIO()), force_terminal=sys.stdout.isatty(), width=None if sys.stdout.isatty() else 160)
    if answer.rows:
        console.print(shown)
    return made.getvalue() + f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}\n"


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _csv(answer: Table) -> str:
    made = io.StringIO()
    writer = csv.DictWriter(made, answer.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(answer.rows)
    return made.getvalue()


def _json(answer: Table) -> str:
    return json.dumps(answer.rows, indent=2, ensure_ascii=False) + "\n"


def _md(answer: Table) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(" ".join(c.replace("|", "\\|").split()) for c in cells) + " |"

    rows = [line([row[c] for c in answer.columns]) for row in answer.rows]
    return "\n".join([line(answer.columns), line(["---"] * len(answer.columns)), *rows]) + "\n"


_WRITERS: dict[str, Callable[[Table], str]] = {"table": _as_table, "csv": _csv, "json": _json, "md": _md}


def say(text: str) -> None:
    """A message: to standard error, so that results stay clean."""
    typer.echo(text, err=True)
