"""Ranges held against texts: every pointer to a passage gets a state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pyoxigraph as ox

from kg.case import Case, Document
from kg.names import KG
from kg.problems import Place, Problem
from kg.text import digest

State = Literal["verified", "unchecked", "not-at-hand", "quarantined"]

#: State → the property that a thing has to the passage then (a sub-property of `kg:at`).
STATES: dict[State, str] = {
    "verified": KG + "verifiedAt",
    "unchecked": KG + "uncheckedAt",
    "not-at-hand": KG + "notAtHandAt",
    "quarantined": KG + "quarantinedAt",
}


@dataclass(frozen=True)
class Pointer:
    """One `at`, or a quote that has none yet (`passage` is "" then)."""

    graph: str
    thing: str
    written: str
    passage: str
    state: State


@dataclass
class Anchoring:
    pointers: list[Pointer] = field(default_factory=list)
    quads: list[ox.Quad] = field(default_factory=list)  # the states, to be added to the case's
    problems: list[Problem] = field(default_factory=list)


def verify(case: Case, texts: dict[str, str]) -> Anchoring:
    """The state of every pointer of a case; `texts` are those at hand, by their digest."""
    made = Anchoring()
    quotes = {quote.node: quote for quote in case.quotes}
    pointing = set()
    documents = {document.iri: document for document in case.documents.values()}
    for document in case.documents.values():
        text = texts.get(document.sha256)
        if text is not None and document.length not in (None, len(text)) and not document.annotates:
            place = case.lines.find(document.iri, KG + "length") or Place(document.file, 1)
            made.problems.append(Problem(place, f"length is {document.length}, but the text has {len(text)} characters"))
    for quad in case.quads:
        if quad.predicate.value != KG + "digits":
            continue
        graph, thing, written = quad.graph_name.value, quad.subject.value, quad.object.value
        document = documents[graph]
        text = texts.get(document.sha256)
        quote = quotes.get(thing)
        pointing.add(thing)
        state, why = _state(written, document, text, quote.text.rstrip("\n") if quote else None)
        span = written.partition("/")[0]
        of = documents[f"{case.iri}/{document.annotates}"] if document.annotates else document
        passage = f"{of.iri}/text-{document.sha256[:8]}#char={span.replace('-', ',')}"
        made.pointers.append(Pointer(graph, thing, written, passage, state))
        made.quads.append(ox.Quad(quad.subject, ox.NamedNode(STATES[state]), ox.NamedNode(passage), quad.graph_name))
        if why:
            place = case.lines.find(thing, KG + "digits", written) or Place(document.file, 1)
            made.problems.append(Problem(place, f"set aside: {why}", "warning", "passage"))
    for quote in case.quotes:
        if quote.node not in pointing:
            graph = next(d.iri for d in documents.values() if d.file == quote.place.file)
            made.pointers.append(Pointer(graph, quote.node, "", "", "quarantined"))
            made.problems.append(Problem(quote.place, "set aside: the quote has no place yet: run kg anchor", "warning", "passage"))
    return made


def _state(written: str, document: Document, text: str | None, quote: str | None) -> tuple[State, str]:
    """The state of `start-end/digits`, and why it was set aside."""
    span, _, digits = written.partition("/")
    start, end = (int(part) for part in span.split("-"))
    length = len(text) if text is not None else document.length
    if length is not None and end > length:
        return "quarantined", f"{span} ends beyond the text, which has {length} characters: run kg anchor on a quote"
    if quote is not None:
        if text is not None and text[start:end] != quote:
            return "quarantined", f"the quote is not what stands at {span}: take 'at' out and run kg anchor, or mend the quote"
        if text is None and digits and digest(quote) != digits:
            return "quarantined", f"the quote has not the digits {digits}: take 'at' out and run kg anchor, or mend the quote"
    if not digits:
        return "unchecked", ""
    if text is None:
        return "not-at-hand", ""
    if digest(text[start:end]) == digits:
        return "verified", ""
    return "quarantined", f"the passage {span} has not the digits {digits}: mend the range, or anchor it by a quote"
