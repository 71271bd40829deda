"""Drop every condition of every question in turn: an answer that its fixture expects must change.

`python -m tests.questions.mutate [NAME …]` prints those that may be dropped unseen, and ends with 1 where there is one.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from kg import ask, questions
from kg.problems import KgError
from kg.questions import Query
from tests.questions import answers, conditions

#: Seconds for one mutant; what takes longer is not the question any more. Unmutated ones take some hundredths.
LIMIT = 20.0


@dataclass(frozen=True)
class Mutant:
    """A question without one of its conditions, told by `words`; unchanged where these are empty."""

    query: Query
    line: int = 0
    words: str = ""

    def __str__(self) -> str:
        return f"{self.query.name} line {self.line}: {self.words}"


def mutants(query: Query) -> list[Mutant]:
    """The question as it is, then without each of its conditions."""
    text = query.text
    found = conditions.find(text)
    return [Mutant(query), *(Mutant(replace(query, text=one.dropped(text)), one.line(text), one.words(text)) for one in found)]


def survivors(queries: Iterable[Query], limit: float = LIMIT) -> Iterator[Mutant]:
    """Mutants that give every expected answer; one that takes too long or is no SPARQL any more gives none.

    They run in a child process, since a query cannot be stopped otherwise.

    Raises:
        KgError: a question as it is does not give its expected answers.
    """
    left = [mutant for query in queries for mutant in mutants(query)]
    while left:
        with _child(left) as results:
            same: bool | None = True
            while left and same is not None:
                mutant = left.pop(0)
                same = _received(results, limit)
                if mutant.words and same:
                    yield mutant
                elif not mutant.words and not same:
                    raise KgError(f"{mutant.query.name}: its answers are not those expected: run pytest tests/questions")


def _received(results: Connection, limit: float) -> bool | None:
    """The next result; None where it takes too long or the child has ended (it took all memory, say)."""
    try:
        return bool(results.recv()) if results.poll(limit) else None
    except EOFError:
        return None


@contextmanager
def _child(left: list[Mutant]) -> Iterator[Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(theirs, list(left)), daemon=True)
    child.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        child.kill()
        child.join()


def _run(to: Connection, left: list[Mutant]) -> None:
    for name, of_one in groupby(left, lambda mutant: mutant.query.name):
        graphs = answers.graphs(name)
        paths = sorted((answers.HERE / name).glob("expected*.csv"))
        for mutant in of_one:
            to.send(all(_same(mutant.query, graphs, path) for path in paths))


def _same(query: Query, graphs: dict[bool, ox.Store], path: Path) -> bool:
    values, annotators = answers.given(path)
    try:
        return answers.rows(graphs[annotators], query, values) == answers.expected(path)
    except (SyntaxError, KgError):
        return False


def main(names: list[str]) -> int:
    """Print the survivors; the exit code."""
    found = list(survivors([questions.find(name) for name in names] or ask.questions().values()))
    for mutant in found:
        print(f"survived: {mutant}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
