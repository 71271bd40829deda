"""Every fixture in `right/`: the base case with a change, and exactly the triples that go and come with it.

A triple is `graph subject predicate object`, names without the case's base, terms with a prefix.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml

from kg import case, rdf
from kg.names import PREFIXES

BASE = Path(__file__).parent / "base"
RIGHT = sorted((Path(__file__).parent / "right").glob("*.yaml"))
CASES = [(f"{path.stem}: {name}", one) for path in RIGHT for name, one in yaml.safe_load(path.read_text("utf-8")).items()]
NAMESPACES = {"": "https://example.org/mill/", **{f"{prefix}:": iri for prefix, iri in PREFIXES.items()}}


def short(term: Any) -> str:
    if isinstance(term, ox.NamedNode):
        found = [(iri, prefix) for prefix, iri in NAMESPACES.items() if term.value.startswith(iri)]
        return term.value.replace(*max(found), 1) if found else term.value
    assert isinstance(term, ox.Literal), "a blank node"
    text = json.dumps(term.value, ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    datatype = short(term.datatype)
    return text if datatype == "xsd:string" else f"{text}^^{datatype}"


def triples(read: case.Case) -> set[str]:
    return {" ".join(map(short, (q.graph_name, q.subject, q.predicate, q.object))) for q in read.quads}


@cache
def base() -> set[str]:
    return triples(case.read(BASE))


def test_there_are_fixtures() -> None:
    assert len(RIGHT) > 1


def test_the_base_case_is_right() -> None:
    assert case.read(BASE).problems == []


@pytest.mark.parametrize("changes", [pytest.param(one, id=name) for name, one in CASES])
def test_read_as_written(changes: dict[str, Any], changed: Callable[..., Path]) -> None:
    goes, comes, warns = (sorted(changes.pop(key, [])) for key in ("goes", "comes", "warns"))
    folder = changed(changes)
    read = case.read(folder)
    assert sorted(base() - triples(read)) == goes
    assert sorted(triples(read) - base()) == comes
    assert [str(problem).replace(f"{folder}/", "") for problem in read.problems] == warns
    quads: list[Any] = list(read.quads)
    written = {(q.subject.value, q.predicate.value, q.object.value) for q in quads}
    assert read.lines.values.keys() <= written
    assert {quad for graph in read.jsonld for quad in rdf.from_jsonld(graph)} == set(read.quads)
