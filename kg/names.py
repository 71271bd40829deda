"""The only table of namespaces, and the names that a case may not use for its own things."""

from __future__ import annotations

from typing import Literal

KG = "https://w3id.org/counterclaim/ns/"
KGSH = "https://w3id.org/counterclaim/shapes/"
PERIOD = "https://w3id.org/counterclaim/period/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Prefix → namespace, for everything that is written and for queries that declare none themselves.
PREFIXES: dict[str, str] = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": KG,
    "kgsh": KGSH,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "skos": SKOS,
    "xsd": XSD,
}

#: Of a pointer to a passage.
State = Literal["verified", "unchecked", "not-at-hand", "quarantined"]

#: State → the property that a thing has to the passage then (a sub-property of `kg:at`).
STATES: dict[State, str] = {
    "verified": KG + "verifiedAt",
    "unchecked": KG + "uncheckedAt",
    "not-at-hand": KG + "notAtHandAt",
    "quarantined": KG + "quarantinedAt",
}

#: The properties that lead to the figures of a calculation, in the order in which they are told.
OPERANDS = ("parts", "minus", "part", "whole", "startValue", "endValue", "greater", "lesser", "rising", "falling")

#: Between a document's name and an annotator's, in the name of an annotator's file and graph.
BY = ".by-"

#: The graphs of a case that are no document's: `<case>/<name>`.
CASE_GRAPH, INFERRED, FINDINGS, QUARANTINE = "case", "inferred", "findings", "quarantine"
RESERVED = frozenset({CASE_GRAPH, INFERRED, FINDINGS, QUARANTINE})


def expand(compact: str) -> str:
    """The IRI of a compact one.

    >>> expand("dct:title")
    'http://purl.org/dc/terms/title'
    """
    prefix, _, local = compact.partition(":")
    return PREFIXES[prefix] + local
