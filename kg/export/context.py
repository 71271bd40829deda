"""The context that a framed export carries: that of the case files, made so that every reader of JSON-LD follows it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from kg.case.terms import Term, classes, context
from kg.names import PERIOD

#: The prefix of periods: `date:2020..2022`. (`period` is a key of figures.)
DATES = "date"


@cache
def terms() -> dict[str, dict[str, Term]]:
    """Class → key → term, without what is no triple, and with nothing nested: `reviewed: {author: …}` is `reviewed-author`."""
    return {of: {term.key: term for term in _flat(keys.values(), "")} for of, keys in classes().items()}


def _flat(keys: Iterable[Term], prefix: str) -> Iterable[Term]:
    for term in keys:
        if term.form == "nest":
            yield from _flat(term.keys.values(), "" if term.key in ("document", "annotation", "text") else f"{term.key}-")
        elif term.form != "unstored":
            yield Term(f"{prefix}{term.key}", term.form, term.property, term.many, term.of, term.datatype, term.values)


@cache
def inlined() -> dict[str, Any]:
    """The context with `@nest` taken out: rdflib reads no context that is scoped to one, and would lose what is in it."""
    made: dict[str, Any] = {}
    for name, entry in context()["@context"].items():
        if isinstance(entry, dict) and "@context" in entry:
            made[name] = {**entry, "@context": _without_nests(entry["@context"], "")}
        else:
            made[name] = entry
    return {**made, DATES: PERIOD}


def _without_nests(scoped: dict[str, Any], prefix: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, entry in scoped.items():
        if isinstance(entry, dict) and entry["@id"] == "@nest":
            made |= _without_nests(entry["@context"], "" if key in ("document", "annotation", "text") else f"{key}-")
        elif entry is not None:
            made[f"{prefix}{key}"] = entry
    return made
