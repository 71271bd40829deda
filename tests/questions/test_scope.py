"""No BIND or FILTER of a query reads a variable that its own group cannot know: it would be unbound there, and join with anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from tests import support

QUERIES = [path for kind in ("questions", "rules", "checks") for path in support.queries(kind)]

#: What queries write where they mean that nothing is bound.
NOTHING = {"unbound", "none"}


def variables(part: Any) -> set[str]:
    """Every variable in a part of the algebra, but those of an EXISTS, which sees the row outside it."""
    if isinstance(part, Variable):
        return {str(part)}
    if isinstance(part, CompValue):
        return set() if part.name.endswith("EXISTS") else set().union(*(variables(value) for value in part.values()))
    if isinstance(part, dict):
        return set().union(*(variables(key) for key in part))
    return set().union(*(variables(item) for item in part)) if isinstance(part, list | tuple | set) else set()


def blind(part: Any) -> Iterator[str]:
    """The variables that a BIND or FILTER reads and no pattern, VALUES or BIND beside it can bind."""
    if isinstance(part, CompValue):
        if part.name in ("Extend", "Filter"):
            yield from variables(part.expr) - variables(part.p) - NOTHING
        for value in part.values():
            yield from blind(value)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from blind(item)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_nothing_is_read_outside_its_group(path: Path) -> None:
    assert sorted(blind(prepareQuery(path.read_text(encoding="utf-8")).algebra)) == []


def test_what_it_finds() -> None:
    query = "SELECT * { ?case ?has ?party { { ?there ?in ?case BIND (?party AS ?voice) } UNION { ?there ?by ?voice } } }"
    assert list(blind(prepareQuery(query).algebra)) == ["party"]
