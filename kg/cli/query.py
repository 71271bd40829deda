"""`kg query`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, AnswerFormat, Built, Case, Graph, Include, Out, Text, Which


def query(
    text: Annotated[str, typer.Argument(metavar="SPARQL", help="A query, a file with one, or - for standard input.")],
    case: Case = None,
    texts: Text = None,
    built: Built = None,
    fmt: Annotated[
        AnswerFormat | None,
        typer.Option("-f", "--format", help="Format; without it rows are a table and graphs Turtle.", show_default=False),
    ] = None,
    out: Out = None,
    graph: Graph = Which.all,
    annotators: Annotators = False,
    include: Include = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="Stop the query after this time.")] = 60.0,
) -> None:
    """Run any SPARQL that only reads: SELECT, ASK, CONSTRUCT, DESCRIBE."""
    from kg import rdf, sparql

    if not 0 < timeout <= sparql.MOST_SECONDS:
        raise typer.BadParameter(f"--timeout is a number of seconds up to {sparql.MOST_SECONDS:g}")
    words = _read(text)
    held = source.held(built, case, texts, include=include, annotators=annotators)
    answer = sparql.query(held.sent(), words, graph.value, timeout, annotators=annotators)
    if isinstance(answer, list):
        output.put(rdf.serialise(answer, _fitting(fmt, list(rdf.FORMATS), "CONSTRUCT and DESCRIBE make a graph")), out)
    else:
        output.table(answer, _fitting(fmt, [f for f in AnswerFormat if f not in rdf.FORMATS], "SELECT and ASK give rows"), out)


def _fitting(fmt: AnswerFormat | None, formats: Sequence[str], what: str) -> str:
    """The format asked for, or the first of those that the answer can have."""
    if fmt is not None and fmt not in formats:
        raise typer.BadParameter(f"{what}: -f is one of {', '.join(formats)}, not {fmt.value}")
    return fmt.value if fmt is not None else formats[0]


def _read(text: str) -> str:
    from kg.problems import KgError

    try:
        if text == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig") if sys.stdin is not None else ""
        text.encode("utf-8")
        if text.endswith((".rq", ".sparql")) or _is_file(text):
            return Path(text).read_text("utf-8-sig")
    except OSError as error:
        raise KgError(f"{text}: cannot be read ({error.strerror}): name a file with a query") from error
    except UnicodeError as error:
        raise KgError("the query is not UTF-8: save or write it as UTF-8") from error
    return text


def _is_file(text: str) -> bool:
    try:
        path = Path(text)
        return path.is_file() or path.is_fifo()  # a shell gives what another command writes as a pipe: <(…)
    except (OSError, ValueError):  # too long for a name, or with a zero in it
        return False
