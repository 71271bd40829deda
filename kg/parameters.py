"""A question's parameters: what is given by name becomes a term, checked against its type."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pyoxigraph as ox

from kg import rdf, store
from kg.case import period
from kg.case.hints import a
from kg.case.references import nearest
from kg.case.terms import classes
from kg.labels import Labels, tail
from kg.names import KG, RDF, SKOS, STATES, XSD
from kg.problems import KgError

#: Types whose values name a node → its class; `node` is any.
NODES = {
    "node": "",
    "actor": KG + "Actor",
    "annotator": KG + "Annotator",
    "claim": KG + "Claim",
    "concept": SKOS + "Concept",
    "document": KG + "Document",
    "figure": KG + "Observation",
    "metric": KG + "Metric",
    "reform": KG + "Reform",
}
LITERALS = ("text", "integer", "date")
_DIGITS = 18


@cache
def values() -> dict[str, dict[str, str]]:
    """Types whose values are listed → value → IRI."""
    keys = {"stance": ("Assertion", "stance"), "claim-kind": ("Claim", "kind"), "tie-kind": ("Tie", "kind"),
            "mark-kind": ("Mark", "kind"), "status": ("Reform", "status"), "imputes": ("Claim", "imputes"),
            "severity": ("Finding", "severity"), "outcome": ("Finding", "outcome")}  # fmt: skip
    listed = {name: classes()[of][key].values for name, (of, key) in keys.items()}
    read = {"read": classes()["Document"]["document"].keys["read"].values}
    return {**listed, **read, "state": dict(STATES.items())}


def term(graph: ox.Store, name: str, value: str, told: dict[str, str | list[str]]) -> str:
    """A parameter's value as a SPARQL term.

    Raises:
        KgError: it is no value of the parameter's type; the nearest is named.
    """
    if not is_unicode(value):
        raise KgError(f"a value is not UTF-8: {value!r}")
    kind = told.get("type", "text")
    kinds = [kind] if isinstance(kind, str) else kind
    if kinds[0] in values():
        return str(ox.NamedNode(_listed(name, value, values()[kinds[0]])))
    if kinds[0] in LITERALS:
        return str(_literal(name, value, kinds[0]))
    known = (*NODES, *values(), *LITERALS)
    if unknown := next((one for one in kinds if one not in NODES), None):
        if unknown in known:
            raise KgError(f"'{name}' is of several types, and {a(unknown)} is no thing: give it the one type {unknown}")
        raise KgError(f"'{name}' has no type that is known: '{unknown}'{nearest(unknown, known)}: it is one of {', '.join(known)}")
    return str(ox.NamedNode(node(graph, value, kinds, name)))


def _listed(name: str, value: str, known: dict[str, str]) -> str:
    if value not in known:
        raise KgError(f"{name} has no value '{value}'{nearest(value, known)}: it is one of {', '.join(known)}")
    return known[value]


def _literal(name: str, value: str, kind: str) -> ox.Literal:
    if kind == "integer":
        if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
            raise KgError(f"{name} is a whole number of at most {_DIGITS} digits, not '{value[:80]}'")
        return ox.Literal(str(int(value)), datatype=ox.NamedNode(XSD + "integer"))
    if kind == "date":
        found = period.parse(value)
        if found is None or found.earliest is None:
            raise KgError(f"{name} is a day, month or year such as 2025-05-13, not '{value[:80]}'")
        return ox.Literal(str(found.earliest), datatype=ox.NamedNode(XSD + "date"))
    return ox.Literal(value)


def node(graph: ox.Store, value: str, kinds: Sequence[str] = (), parameter: str = "") -> str:
    """The IRI that is given, or that a name such as `convictions` or `document:name/part` stands for.

    Of several things of that name it is the one of the `kinds` asked for (see `NODES`).

    Raises:
        KgError: nothing, or more than one thing, is called so, or what is called so is of another kind.
    """
    wanted = {NODES[kind] for kind in kinds} - {""}
    found = [value] if rdf.is_iri(value) else _named(graph, value)
    fitting = [iri for iri in found if not wanted or wanted & _types(graph, iri)]
    if found and not fitting:
        if rdf.is_iri(value) and not _types(graph, value):  # nothing is known of it: no row, no error
            return value
        are = sorted({a(tail(one)) for iri in found for one in _types(graph, iri) if one.startswith(KG) or one == SKOS + "Concept"})
        raise KgError(f"'{value}' is {' or '.join(are) or 'of another kind'}: {parameter or 'it'} takes {_or(kinds)}")
    if len(fitting) > 1:
        bases = store.cases(graph)
        labels = Labels(graph)
        names = fitting if len(bases) > 1 else [labels.reference(iri) for iri in fitting]
        raise KgError(f"'{value}' names {len(fitting)} things: write one of {', '.join(names[:5])}")
    return fitting[0]


def _named(graph: ox.Store, value: str) -> list[str]:
    path = value.replace(":", "/", 1)
    nodes = {rdf.text(quad.subject) for quad in store.quads(graph, "said")}
    exact = {f"{base}/{path}" for base in store.cases(graph)} & nodes
    found = sorted(exact or {iri for iri in nodes if iri.endswith(f"/{path}") and "#" not in iri})
    if not found:
        raise KgError(f"nothing in the graph is called '{value[:80]}'{nearest(value, {tail(iri) for iri in nodes})}")
    return found


def _types(graph: ox.Store, iri: str) -> set[str]:
    return {rdf.text(quad.object) for quad in graph.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(RDF + "type"), None, None)}


def _or(kinds: Sequence[str]) -> str:
    return " or ".join(f"{'an' if kind[0] in 'aeio' else 'a'} {kind}" for kind in kinds)


def is_unicode(text: str) -> bool:
    """Whether a text can be written; an argument that is not UTF-8 has half characters in it."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
