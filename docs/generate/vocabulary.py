"""What the files of `ontology/` say, term by term in the files' order, in both languages."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg.names import KG, PREFIXES, RDF, RDFS, SKOS
from kg.rdf import text
from kg.resources import folder

LABEL, DEFINITION, TYPE = RDFS + "label", SKOS + "definition", RDF + "type"
SH = "http://www.w3.org/ns/shacl#"

Things = dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]]


@cache
def read(name: str) -> Things:
    """Subject → property → objects, as they stand in a file."""
    things: Things = {}
    for triple in ox.parse(path=folder("ontology") / name):
        assert not isinstance(triple.object, ox.Triple)
        things.setdefault(text(triple.subject), {}).setdefault(triple.predicate.value, []).append(triple.object)
    return things


def objects(file: str, subject: str, predicate: str) -> list[str]:
    """What a file says of a thing by a property: IRIs, blank nodes' names, texts."""
    return [text(found) for found in read(file).get(subject, {}).get(predicate, [])]


def members(file: str, first: str) -> list[str]:
    """The members of a list in RDF."""
    found = []
    while first in read(file):
        found += objects(file, first, RDF + "first")
        first = objects(file, first, RDF + "rest")[0]
    return found


def words(file: str, subject: str, predicate: str, lang: str) -> str:
    """A text in a language, "" where there is none."""
    found = read(file).get(subject, {}).get(predicate, [])
    return next((one.value for one in found if isinstance(one, ox.Literal) and one.language == lang), "")


def of_type(kind: str) -> list[str]:
    """Terms of the ontology of a type (`owl:Class` …), in the file's order."""
    return [term for term in read("kg.ttl") if expand(kind) in objects("kg.ttl", term, TYPE)]


@cache
def prefixes() -> dict[str, str]:
    """Prefix → namespace, as the files have them."""
    found: dict[str, str] = {}
    for name in ("kg.ttl", "alignments.ttl"):
        parsed = ox.parse(path=folder("ontology") / name)
        list(parsed)  # prefixes are known when they have been read
        found |= parsed.prefixes
    return found


def expand(compact: str) -> str:
    """The IRI of a term that is written with a prefix."""
    prefix, _, local = compact.partition(":")
    return {**PREFIXES, **prefixes()}[prefix] + local


def compact(iri: str) -> str:
    """A term as it is written with a prefix; an address of no vocabulary stays.

    >>> compact("https://w3id.org/counterclaim/ns/stance/denies"), compact("https://example.org/x")
    ('stance:denies', 'https://example.org/x')
    """
    prefix, space = max(prefixes().items(), key=lambda one: len(one[1]) if iri.startswith(one[1]) else 0)
    return f"{prefix}:{iri.removeprefix(space)}" if iri.startswith(space) and iri != space else iri


def is_ours(iri: str) -> bool:
    """Whether a term is the ontology's own."""
    return iri.startswith(KG)
