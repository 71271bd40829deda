"""Values of parameters: what they may be, and what is said of what they may not be."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import parameters
from kg.problems import KgError
from tests.draw import bridge


@pytest.fixture(scope="module")
def held() -> ox.Store:
    return bridge.held()


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("text", 'a "b"', '"a \\"b\\""'),
        ("integer", "007", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("date", "2025-05", '"2025-05-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("stance", "denies", "<https://w3id.org/counterclaim/ns/stance/denies>"),
        ("state", "verified", "<https://w3id.org/counterclaim/ns/verifiedAt>"),
        ("actor", "council", "<https://example.org/bridge/council>"),
    ],
)
def test_values(held: ox.Store, kind: str, value: str, term: str) -> None:
    assert parameters.term(held, "x", value, {"type": kind}) == term


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("integer", "-1", "x is a whole number"),
        ("integer", "9" * 19, "x is a whole number of at most 18 digits"),
        ("actr", "council", r"'x' has no type that is known: 'actr' \(did you mean 'actor'\?\)"),
        ("integer", "٣", "x is a whole number"),
        ("date", "soon", "x is a day, month or year"),
        ("stance", "denied", r"x has no value 'denied' \(did you mean 'denies'\?\)"),
        ("document", "council", "'council' is an actor: x takes a document"),
        ("actor", "councill", r"did you mean 'council'\?"),
        (["actor", "annotator"], "bridge", "nothing in the graph is called|is .*: x takes an actor or an annotator"),
    ],
)
def test_wrong_values(held: ox.Store, kind: str | list[str], value: str, message: str) -> None:
    with pytest.raises(KgError, match=message):
        parameters.term(held, "x", value, {"type": kind})


def test_every_listed_type_has_values() -> None:
    assert {name for name, known in parameters.values().items() if not known} == set()
