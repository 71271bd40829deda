"""What is not known: what was read how far, what was looked into, which passages could be checked, what was left out."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import rdf
from kg.explain.facts import Facts
from kg.names import BY, RDF

_REVIEWED = {"kg:authorReviewed": "author", "kg:sourcesReviewed": "sources", "kg:tiesReviewed": "ties"}


def reading(facts: Facts, documents: Iterable[str]) -> list[str]:
    """A sentence for each document that was not read in full, or whose author, sources or ties nobody looked into."""
    told = []
    for document in documents:
        read = facts.value(document, "kg:read").rpartition("/")[2]
        if read == "mention":
            told.append(facts.say("gap.mention", document=facts.dated(document)))
            continue
        if read == "part":
            told.append(facts.say("gap.part", document=facts.dated(document)))
        elif not read:
            told.append(facts.say("gap.read", document=facts.dated(document)))
        if unknown := unreviewed(facts, document):
            told.append(facts.say("gap.reviewed", document=facts.dated(document), what=facts.joined(unknown)))
        if facts.value(document, "kg:retracted") == "true":
            told.append(facts.say("gap.retracted", document=facts.dated(document)))
    return told


def unreviewed(facts: Facts, document: str) -> list[str]:
    """What nobody has looked into for a document."""
    return [facts.say(f"reviewed.{what}") for prop, what in _REVIEWED.items() if not facts.value(document, prop)]


def passages(facts: Facts) -> list[str]:
    """How the passages were checked that have been pointed to so far."""
    states: dict[str, list[tuple[str, str]]] = {}
    for cited, state in facts.cited.items():
        states.setdefault(state, []).append(cited)
    told = []
    for state, pairs in sorted(states.items(), reverse=True):
        documents = facts.ordered({document for document, _ in pairs})
        told.append(facts.say(f"passages.{state}", count=facts.count(len(pairs), "passage"), documents=facts.names(documents)))
    return told


def left_out(facts: Facts, node: str, arguments: Iterable[str] = ()) -> list[str]:
    """What was set aside, and what annotators judge that is not counted here."""
    told = [
        facts.say("gap.aside", what=f"{facts.labels.term(kind)} {facts.id(one)}")
        for one in facts.aside(node)
        for kind in [_class(facts, one)]
    ]
    if uncounted := list(arguments):
        told.append(facts.say("gap.uncounted", count=facts.count(len(uncounted), "challenge")))
    quads = facts.held.quads_for_pattern(None, None, ox.NamedNode(node), None)
    files = {rdf.text(quad.graph_name) for quad in quads if BY in rdf.text(quad.graph_name).rpartition("/")[2]}
    if hidden := sorted(one for one in files if not facts.values(one, "rdf:type")):
        told.append(facts.say("gap.annotators", files=", ".join(facts.id(one) for one in hidden)))
    return told


def _class(facts: Facts, node: str) -> str:
    """The class of what was set aside: it is in no other graph."""
    found = facts.held.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(RDF + "type"), None, None)
    return min((rdf.text(quad.object) for quad in found), default="")
