"""`kg query`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Built, Case, Graph, Out, TableFormat, Which


def query(
    text: Annotated[str, typer.Argument(metavar="SPARQL", help="A query, a file that ends in .rq, or - for standard input.")],
    case: Case = None,
    built: Built = None,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the rows; graphs are Turtle.")] = TableFormat.table,
    out: Out = None,
    graph: Graph = Which.all,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Stop the query after this time.")] = 60.0,
) -> None:
    """Run any SPARQL that only reads: SELECT, ASK, CONSTRUCT, DESCRIBE."""
    from kg import rdf, sparql

    words = _read(text)
    sparql.guard(words)  # before a case is read for nothing
    folder = source.choose(built, case)
    held: sparql.Source = folder if folder else rdf.serialise(source.in_memory(case).quads, "nquads")
    answer = sparql.query(held, words, graph.value, timeout)
    if isinstance(answer, list):
        output.put(rdf.serialise(answer, "turtle"), out)
    else:
        output.table(answer, fmt, out)


def _read(text: str) -> str:
    from kg.problems import KgError

    try:
        if text == "-":
            return sys.stdin.read()
        if text.endswith(".rq"):
            return Path(text).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{text}: cannot be read ({error}): name a file with a query in UTF-8") from error
    return text
