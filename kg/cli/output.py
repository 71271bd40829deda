"""Tables and files on their way out."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.steering import escaped

if TYPE_CHECKING:
    from kg.ask import Table
    from kg.text import Found

#: Columns of a table that goes to a file or a pipe.
WIDTH = 160
_EXACTLY = "give the text exactly as the case knows it (line ends, a BOM or a last new line make another text)"
#: What Markdown, or HTML in it, would take for more than a character.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def put(content: bytes, out: Path | None) -> None:
    """To a file, at once or not at all, or to standard output as it is."""
    if out is not None and str(out) != "-":
        from kg import files

        files.write(out, content)
        return
    if sys.stdout is None:  # closed by who called us
        from kg.problems import KgError

        raise KgError("standard output is closed: name a file with -o")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def table(answer: Table, fmt: str = "table", out: Path | None = None) -> None:
    """An answer in one of the formats."""
    put(written(answer, fmt).encode("utf-8", "backslashreplace"), out)


def written(answer: Table, fmt: str) -> str:
    """An answer's text in one of the formats."""
    return _WRITERS[fmt](answer)


def _as_table(answer: Table) -> str:
    """Columns that share the terminal's width; wrapped, never cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in answer.columns:
        shown.add_column(Text(escaped(_head(answer, column))), overflow="fold")
    for row in answer.rows:
        shown.add_row(*(Text(escaped(row[column])) for column in answer.columns))
    terminal = sys.stdout is not None and sys.stdout.isatty()
    least = 10 * len(answer.columns)  # narrower columns would show nothing
    console = Console(file=(made := io.StringIO()), force_terminal=terminal, width=None if terminal else max(WIDTH, least))
    if answer.rows:
        console.print(shown)
    lines = [line.rstrip() for line in made.getvalue().split("\n") if line.strip()]
    number = len(answer.rows)
    return "\n".join([*lines, f"строк: {number}\n" if answer.lang == "ru" else f"{count(number, 'row')}\n"])


def _head(answer: Table, column: str) -> str:
    return answer.heads.get(column, column.replace("_", " "))


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
        return "| " + " | ".join(_MARKUP.sub(r"\\\1", escaped(" ".join(c.split()))) for c in cells) + " |"

    rows = [line([row[c] for c in answer.columns]) for row in answer.rows]
    rule = f"| {' | '.join(['---'] * len(answer.columns))} |"
    return "\n".join([line([_head(answer, column) for column in answer.columns]), rule, *rows]) + "\n"


def _srj(answer: Table) -> str:
    """SPARQL 1.1 Query Results JSON Format: the terms themselves, where there are any, else the words."""
    import pyoxigraph as ox

    from kg import rdf

    terms = answer.terms or [{column: ox.Literal(text) for column, text in row.items()} for row in answer.rows]
    bindings = [{c: told for c in answer.columns if (told := rdf.to_json(row[c]))} for row in terms]
    results = {"head": {"vars": answer.columns}, "results": {"bindings": bindings}}
    return json.dumps(results, indent=2, ensure_ascii=False) + "\n"


_WRITERS: dict[str, Callable[[Table], str]] = {"table": _as_table, "csv": _csv, "json": _json, "md": _md, "srj": _srj}


def say(text: str) -> None:
    """A message, on one line: to standard error, so that results stay clean."""
    typer.echo(escaped(" ".join(text.splitlines())), err=True)


def withheld(rows: int) -> None:
    """Say how many results of a whole question, without parameters, rest on what is confidential, and nothing else of them."""
    if rows:
        say(f"{count(rows, 'row')} of the whole question withheld: {'it rests' if rows == 1 else 'they rest'} on what is confidential")


def unmatched(found: Found) -> str:
    """A text was given that no document of the case has: enough to declare it."""
    if not found.sha256:
        return f"{found.path}: warning: no file in it is the text of a document: {_EXACTLY}, or name the file to see its sha256 and length"
    if found.length is None:
        return f"{found.path}: warning: no document has this text (sha256: {found.sha256}), and it is not UTF-8: save it as UTF-8"
    declared = f"text: {{sha256: {found.sha256}, length: {found.length}}}"
    return f"{found.path}: warning: no document has this text: write {declared} under document:, or {_EXACTLY}"


def count(number: int, thing: str, after: str = "") -> str:
    """A number of things: 1 error, 2 errors."""
    return f"{number} {thing}{'' if number == 1 else 's'}{after}"
