"""Anybody's SPARQL, safely: only what reads, nothing from elsewhere, and not for ever.

Oxigraph executes `SERVICE`, which would ask other machines, and has no time limit: a query is
parsed first, and runs in a process of its own that can be killed.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import ask, rdf, store
from kg.problems import KgError

SECONDS = 60.0

#: A built graph's folder, or N-Quads.
Source = Path | bytes


def query(source: Source, text: str, which: store.Which = "all", seconds: float = SECONDS) -> ask.Table | list[ox.Quad]:
    """The rows of a SELECT or ASK, or the triples of a CONSTRUCT or DESCRIBE, sorted.

    Raises:
        KgError: the query is not SPARQL 1.1, changes something, has `SERVICE`, or took too long.
    """
    parsed = guard(text)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(theirs, source, text, which if parsed.merged else None), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise KgError(f"the query was stopped after {seconds:g} s: ask for less, or give it longer with --timeout")
        kind, value = ours.recv()
    except EOFError as error:
        raise KgError("the query's process ended without an answer (out of memory?): ask for less") from error
    finally:
        child.kill()
        child.join()
    if kind == "error":
        raise KgError(value)
    if kind == "triples":
        return [quad for quad in ox.parse(value, format=ox.RdfFormat.N_TRIPLES)]
    columns, rows = value
    # Without ORDER BY a store may answer in any order; ours is the same on another day.
    return ask.Table(columns, rows if parsed.ordered else sorted(rows, key=lambda row: [row[c] for c in columns]))


@dataclass(frozen=True)
class Parsed:
    """`merged`: no FROM chooses the graphs; `ordered`: ORDER BY says in which order the rows come."""

    merged: bool
    ordered: bool


def guard(text: str) -> Parsed:
    """Refuse what is not a query that only reads this graph.

    Raises:
        KgError: it is not SPARQL 1.1, an update, or has `SERVICE` anywhere.
    """
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    try:
        _, parsed = parseQuery(text)
    except (ParseBaseException, RecursionError) as error:
        try:
            parseUpdate(text)
        except Exception:  # the second parser's complaint says less than the first's
            line = f"line {error.lineno}, column {error.column}" if isinstance(error, ParseBaseException) else "nested too deep"
            raise KgError(f"not a SPARQL 1.1 query ({line}): {_around(text, error)}") from error
        raise KgError("an update would change the graph: kg query only reads; change the case's files and build") from error
    if any(name == "ServiceGraphPattern" for name in _parts(parsed)):
        raise KgError("SERVICE asks other machines, and kg query asks nobody: take it out")
    return Parsed("datasetClause" not in parsed, "orderby" in parsed)


def _around(text: str, error: Exception) -> str:
    line = getattr(error, "line", "").strip()
    return f"near '{line[:60]}'" if line else f"{text.strip()[:60]!r}"


def _parts(node: Any) -> Iterator[str]:
    """The names of all parts of a parsed query."""
    stack = [node]
    while stack:
        part = stack.pop()
        if name := getattr(part, "name", ""):
            yield str(name)
        if isinstance(part, dict):
            stack += part.values()
        elif not isinstance(part, str) and hasattr(part, "__iter__"):
            stack += list(part)


def _answer(out: Connection, source: Source, text: str, which: store.Which | None) -> None:
    """The child's work: run the query, send what came of it."""
    try:
        graph = store.open(source) if isinstance(source, Path) else store.memory(ox.parse(source, format=ox.RdfFormat.N_QUADS))
        result = store.query(graph, text, which)
        if isinstance(result, ox.QueryTriples):
            quads = [ox.Quad(t.subject, t.predicate, t.object) for t in result]
            out.send(("triples", rdf.serialise(quads, "ntriples")))
        else:
            table = ask.table(result)
            out.send(("table", (table.columns, table.rows)))
    except (SyntaxError, ValueError, OSError, KgError) as error:
        out.send(("error", f"the query cannot be run: {' '.join(str(error).split())}"))
