"""All query files: valid SPARQL as they stand, that asks nobody else, in the ontology's own terms."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.names import KG
from kg.resources import folder
from tests import support

PATHS = [path for kind in ("questions", "checks", "rules") for path in support.queries(kind)]
TERM = re.compile(r"\b(kg|challengeKind|kind|read|stance):([A-Za-z][\w-]*)")


def body(path: Path) -> str:
    """A query without its header and prefixes."""
    return re.sub(r"^(#\+|PREFIX).*$", "", path.read_text("utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_is_sparql_on_its_own(path: Path) -> None:
    ox.Store().query(path.read_text("utf-8"))
    assert "SERVICE" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_terms_are_in_the_ontology(path: Path) -> None:
    known = {quad.subject.value for quad in ox.parse(path=folder("ontology") / "kg.ttl") if isinstance(quad.subject, ox.NamedNode)}
    used = {KG + (name if prefix == "kg" else f"{prefix}/{name}") for prefix, name in TERM.findall(body(path))}
    assert used - known == set()
