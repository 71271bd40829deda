"""The keys a file may have, read from `ontology/context.jsonld`: one table a class.

The context says what a key is (its property, its container, its values); the ontology says by
`rdfs:range` which class a nested thing has, and whether a value is a period or a passage.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import pyoxigraph as ox

from kg.names import KG, PREFIXES, RDFS, expand
from kg.resources import folder

Form = Literal[
    "text", "languages", "language", "integer", "boolean",  # literals
    "enumeration", "reference", "iri", "period", "passage",  # nodes that are named
    "block", "said", "node", "nest",  # maps
    "unstored",  # what makes an IRI or a passage and is no triple: base, name, quote
]  # fmt: skip

#: References whose target is on the web and not in the case.
_ON_THE_WEB = {"schema:url", "dct:license"}


@dataclass(frozen=True)
class Term:
    """A key of a class: the property it stands for, and what may stand behind it."""

    key: str
    form: Form
    property: str = ""
    many: bool = False
    of: str = ""  # the class of what is nested
    datatype: str = ""  # of a literal that is no plain string
    values: dict[str, str] = field(default_factory=dict)  # an enumeration: value → IRI
    keys: dict[str, Term] = field(default_factory=dict)  # a nest: its keys


@cache
def context() -> dict[str, Any]:
    """The JSON-LD context, as it is sent along with every document."""
    loaded: dict[str, Any] = json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))
    return loaded


@cache
def classes() -> dict[str, dict[str, Term]]:
    """Class → key → term."""
    ranges = _ranges()
    return {
        name: {key: _term(key, definition, ranges) for key, definition in entry["@context"].items()}
        for name, entry in context()["@context"].items()
        if isinstance(entry, dict) and "@context" in entry
    }


@cache
def _ranges() -> dict[str, str]:
    """Property IRI → the context's name of its range."""
    names = {expand(entry["@id"]): name for name, entry in context()["@context"].items() if isinstance(entry, dict) and name[0].isupper()}
    triples = ox.parse(path=folder("ontology") / "kg.ttl", format=ox.RdfFormat.TURTLE)
    return {
        t.subject.value: names[t.object.value]
        for t in triples
        if t.predicate.value == RDFS + "range" and isinstance(t.object, ox.NamedNode) and t.object.value in names
    }  # fmt: skip


def _term(key: str, definition: dict[str, Any] | None, ranges: dict[str, str]) -> Term:
    if definition is None:
        return Term(key, "unstored")
    scoped = definition.get("@context", {})
    if definition["@id"] == "@nest":
        return Term(key, "nest", keys={k: _term(k, d, ranges) for k, d in scoped.items()})
    name = expand(definition["@id"])
    container, typed, of = definition.get("@container"), definition.get("@type"), ranges.get(name, "")
    many = container == "@set"
    if container == "@language":
        return Term(key, "languages", name)
    if container == "@id":
        return Term(key, "block", name, of=of)
    if container == "@index":
        return Term(key, "said", name, of=of)
    if typed == "@vocab":
        return Term(key, "enumeration", name, values={value: expand(iri) for value, iri in scoped.items()})
    if typed == "@id":
        if definition["@id"] in _ON_THE_WEB:
            return Term(key, "iri", name, many)
        forms: dict[str, Form] = {"Period": "period", "Passage": "passage", "Assertion": "node"}
        return Term(key, forms.get(of, "reference"), name, many, of)
    form: Form = "text"
    if typed in ("xsd:integer", "xsd:boolean"):
        form = "integer" if typed == "xsd:integer" else "boolean"
    elif name == PREFIXES["dct"] + "language":
        form = "language"
    return Term(key, form, name, many, datatype=expand(typed) if typed else "")


def kg(local: str) -> str:
    """A term of our own."""
    return KG + local
