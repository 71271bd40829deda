"""Anybody's SPARQL, safely: only what reads, nothing from elsewhere, and not for ever.

Oxigraph executes `SERVICE`, which would ask other machines, and has no time limit. So a query is
parsed, and run, in a process of its own that can be killed, that ends itself should nobody be left
to kill it, and that can open no connection even if a parser was deceived.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import ask, rdf, store
from kg.problems import KgError

try:
    import resource
    import signal
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

SECONDS = 60.0
MOST_SECONDS = 86_400.0
#: An answer is held in memory, and so is what a query sorts and joins.
MOST_CHARACTERS = 100_000_000
MOST_MEMORY = 4 * 1024**3

#: A built graph's folder, or N-Quads.
Source = Path | bytes


def query(
    source: Source, text: str, which: store.Which = "all", seconds: float = SECONDS, *, annotators: bool = False
) -> ask.Table | list[ox.Quad]:
    """The rows of a SELECT or ASK, or the triples of a CONSTRUCT or DESCRIBE, sorted.

    Of N-Quads the default graph has annotators' own files too if `annotators` says so.

    Raises:
        KgError: the query is not SPARQL 1.1, changes something, has `SERVICE`, took too long, or
            its answer is too large.
    """
    if not 0 < seconds <= MOST_SECONDS:
        raise KgError(f"--timeout is a number of seconds up to {MOST_SECONDS:g}")
    folder = str(source) if isinstance(source, Path) else None
    request = {"folder": folder, "text": text, "which": which, "seconds": seconds, "annotators": annotators}
    sent = json.dumps(request).encode() + b"\n" + (source if isinstance(source, bytes) else b"")
    # The child finds modules where we do, and nowhere else (-P): not in the folder it is run in.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    command = [sys.executable, "-P", "-m", "kg.sparql"]
    try:
        done = subprocess.run(
            command, input=sent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            timeout=seconds, check=False, start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise KgError(f"the query was stopped after {seconds:g} s: ask for less, or give it longer with --timeout") from error
    if done.returncode or not done.stdout:
        raise KgError("the query's process ended without an answer (out of memory?): ask for less")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise KgError(answer["error"])
    if "triples" in answer:
        return list(ox.parse(answer["triples"], format=ox.RdfFormat.N_TRIPLES))
    # Without ORDER BY a store may answer in any order; ours is the same on another day.
    rows = answer["rows"] if answer["ordered"] else sorted(answer["rows"], key=json.dumps)
    return ask.of(answer["columns"], [[rdf.from_json(term) for term in row] for row in rows])


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
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    plain = _plain(text)
    if not re.sub("#.*", "", plain).strip():
        raise KgError("the query is empty: write SELECT …")
    try:
        _, parsed = parseQuery(plain)
    except RecursionError as error:
        raise KgError("not a SPARQL 1.1 query that can be read: it is nested too deep") from error
    except Exception as error:
        try:
            parseUpdate(plain)
        except Exception:  # the second parser's complaint says less than the first's
            raise KgError(f"not a SPARQL 1.1 query: {_where(text, error)}") from error
        raise KgError("an update would change the graph: kg query only reads; change the case's files and build") from error
    if any(name == "ServiceGraphPattern" for name in _parts(parsed)):
        raise KgError("SERVICE asks other machines, and kg query asks nobody: take it out")
    return Parsed("datasetClause" not in parsed, "orderby" in parsed)


def _plain(text: str) -> str:
    r"""A query of the same shape in which the parser and Oxigraph see the same tokens.

    The two read escapes differently (`"\u0022"` ends a string for one of them), and end a comment
    at different line breaks: a `SERVICE` could hide from the one that looks for it.
    """
    text = re.sub(r"\\U[0-9A-Fa-f]{8}|\\u[0-9A-Fa-f]{4}|\\[^\r\n]", lambda found: "x" * len(found[0]), text)
    return re.sub(r"\r(?!\n)", "\n", text)


def _where(text: str, error: Exception) -> str:
    at = min(getattr(error, "loc", 0), len(text))
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    near = " ".join(text[at : at + 60].split())
    return f"line {line}, column {column}, " + (f"near '{near}'" if near else "at its end")


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


def _serve() -> None:
    """The child's work: read a request, run the query, write what came of it."""
    request = json.loads(sys.stdin.buffer.readline())
    if resource is not None:  # nobody may be left to stop us
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + 5)
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    try:
        answer = _answer(request)
    except KgError as error:
        answer = {"error": str(error)}
    except (SyntaxError, ValueError, OSError, RuntimeError, MemoryError) as error:
        answer = {"error": f"the query cannot be run: {' '.join(str(error).split()) or 'out of memory'}"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    parsed = guard(request["text"])
    quads = ox.parse(sys.stdin.buffer.read(), format=ox.RdfFormat.N_QUADS)
    graph = store.open(Path(request["folder"])) if request["folder"] else store.memory(quads, annotators=request.get("annotators", False))
    _close_the_door()
    result = store.query(graph, request["text"], request["which"] if parsed.merged else None)
    size = 0
    if isinstance(result, ox.QueryTriples):
        dataset = ox.Dataset()
        for triple in result:
            size = _grown(size, str(triple))
            dataset.add(ox.Quad(triple.subject, triple.predicate, triple.object))
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return {"triples": rdf.serialise(dataset, "ntriples").decode()}
    if isinstance(result, ox.QueryBoolean):
        return {"columns": ["answer"], "rows": [[{"type": "literal", "value": "yes" if result else "no"}]], "ordered": True}
    columns, rows = [variable.value for variable in result.variables], []
    for solution in result:
        size = _grown(size, *map(rdf.text, solution))
        rows.append([rdf.to_json(value) for value in solution])
    return {"columns": columns, "rows": rows, "ordered": parsed.ordered}


def _grown(size: int, *texts: str) -> int:
    size += 50 + sum(map(len, texts))
    if size > MOST_CHARACTERS:
        raise KgError(
            f"the answer has more than {MOST_CHARACTERS // 1_000_000} million characters: ask for less, with LIMIT or a narrower pattern"
        )
    return size


def _close_the_door() -> None:
    """No file or connection can be opened from here on: the limit is the number that it would get."""
    if resource is not None:
        lowest = os.dup(0)
        os.close(lowest)
        resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


if __name__ == "__main__":
    _serve()
