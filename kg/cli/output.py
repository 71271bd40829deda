"""Tables and files on their way out."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import typer

from kg.steering import escaped

if TYPE_CHECKING:
    from rich.table import Table as RichTable
    from rich.text import Text

    from kg.ask import Table
    from kg.text import Found

#: Columns of a table that goes to a file or a pipe.
WIDTH = 160
#: A column that has more to say gets at least so many characters.
LEAST = 16
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
    """Columns that share the terminal's width, or where that would break words, a block for each row; wrapped, never cut."""
    from rich.console import Console

    terminal = sys.stdout is not None and sys.stdout.isatty()
    console = Console(file=(made := io.StringIO()), force_terminal=terminal, width=None if terminal else WIDTH)
    if answer.rows:
        shown = [{column: escaped(row[column]) for column in answer.columns} for row in answer.rows]
        fits = _needed(answer, shown) <= console.width
        console.print(_columns(answer, shown) if fits else _blocks(answer, shown, console.width), highlight=False, soft_wrap=not fits)
    lines = [line.rstrip() for line in made.getvalue().split("\n")]
    number = len(answer.rows)
    counted = f"строк: {number}" if answer.lang == "ru" else count(number, "row")
    caveat = f"\n{fill(escaped(answer.caveat), console.width)}" if answer.caveat else ""
    return "\n".join([*(line for line in lines if line), f"{counted}{caveat}\n"])


def _needed(answer: Table, shown: list[dict[str, str]]) -> int:
    """The least width in which no word and no name is broken: of each column its longest word, but an address may wrap."""
    words = {c: max([len(w) for row in shown for w in row[c].split() if "://" not in w] or [0]) for c in answer.columns}
    return sum(
        max(words[c], *map(len, _head(answer, c).split()), min(LEAST, max(len(row[c]) for row in shown))) + 3 for c in answer.columns
    )


def _columns(answer: Table, shown: list[dict[str, str]]) -> RichTable:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Rich
    from rich.text import Text

    made = Rich(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in answer.columns:
        single = all(" " not in row[column] and "://" not in row[column] for row in shown)  # names and numbers stay whole
        made.add_column(Text(escaped(_head(answer, column))), overflow="fold", no_wrap=single)
    for row in shown:
        made.add_row(*(Text(row[column]) for column in answer.columns))
    return made


def _blocks(answer: Table, shown: list[dict[str, str]], width: int) -> Text:
    """A row after the other, its columns below each other; what is empty is left out."""
    from rich.text import Text

    heads = {column: escaped(_head(answer, column)) for column in answer.columns}
    wide = max(map(len, heads.values()))
    made = Text()
    for number, row in enumerate(shown, start=1):
        made.append(f"{number}\n", style="bold")
        for column in answer.columns:
            if row[column]:
                wrapped = fill(row[column], max(width - wide - 4, LEAST), break_on_hyphens=False).replace("\n", "\n" + " " * (wide + 4))
                made.append(f"  {heads[column]:<{wide}}  ", style="dim").append(f"{wrapped}\n")
    return made


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
        return "| " + " | ".join(marked(c) for c in cells) + " |"

    rows = [line([row[c] for c in answer.columns]) for row in answer.rows]
    rule = f"| {' | '.join(['---'] * len(answer.columns))} |"
    made = "\n".join([line([_head(answer, column) for column in answer.columns]), rule, *rows]) + "\n"
    return f"{made}\n{escaped(answer.caveat)}\n" if answer.caveat else made


def marked(text: str) -> str:
    """A text on one line of Markdown, in which none of its characters is mark-up."""
    return _MARKUP.sub(r"\\\1", escaped(" ".join(text.split())))


def _srj(answer: Table) -> str:
    """SPARQL 1.1 Query Results JSON Format: the terms themselves, where there are any, else the words."""
    import pyoxigraph as ox

    from kg import rdf

    terms = answer.terms or [{column: ox.Literal(text) for column, text in row.items()} for row in answer.rows]
    bindings = [{c: told for c in answer.columns if (told := rdf.to_json(row[c]))} for row in terms]
    results = {"head": {"vars": answer.columns}, "results": {"bindings": bindings}}
    return json.dumps(results, indent=2, ensure_ascii=False) + "\n"


_WRITERS: dict[str, Callable[[Table], str]] = {"table": _as_table, "csv": _csv, "json": _json, "md": _md, "srj": _srj}


@contextmanager
def working(what: str) -> Iterator[None]:
    """A sign that work is going on which takes more than a second, with the time it takes: on a terminal only, and gone afterwards."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(escaped(what), total=None)
        yield


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
