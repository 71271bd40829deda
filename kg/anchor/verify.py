"""Ranges held against texts: every pointer to a passage gets a state."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyoxigraph as ox

from kg import rdf
from kg.anchor.locate import spells_alike
from kg.anchor.negation import about, left_out
from kg.case import Case, Document, Quote
from kg.names import KG, STATES, State
from kg.problems import Place, Problem
from kg.text import digest


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
    """What verifying a case gave."""

    pointers: list[Pointer] = field(default_factory=list)
    quads: list[ox.Quad] = field(default_factory=list)  # the states, to be added to the case's
    problems: list[Problem] = field(default_factory=list)


def verify(case: Case, texts: dict[str, str]) -> Anchoring:
    """The state of every pointer of a case; `texts` are those at hand, by their digest."""
    made = Anchoring(problems=_wrong_lengths(case, texts))
    documents = {document.iri: document for document in case.documents.values()}
    pointing = [rdf.texts(quad) for quad in case.quads if quad.predicate.value == KG + "digits"]
    quotes = {quote.node: quote for quote in case.quotes}
    others = _other_quotes(quotes, texts, documents, pointing)
    for graph, thing, _, written in pointing:
        document = documents[graph]
        text = texts.get(document.sha256)
        state, why = _state(written, document, text, thing in others)
        of = documents[f"{case.iri}/{document.annotates}"] if document.annotates else document
        span = written.partition("/")[0].replace("-", ",")
        passage = f"{of.iri}/text-{document.sha256[:8]}#char={span}"
        made.pointers.append(Pointer(graph, thing, written, passage, state))
        made.quads.append(ox.Quad(ox.NamedNode(thing), ox.NamedNode(STATES[state]), ox.NamedNode(passage), ox.NamedNode(graph)))
        place = case.lines.find(thing, KG + "digits", written) or Place(document.file, 1)
        if why:
            made.problems.append(Problem(place, f"set aside: {why}", "warning", "passage"))
        elif text is not None and thing in quotes and thing not in case.left_out:
            made.problems += _negated(quotes[thing], written, text)
    anchored = {thing for _, thing, _, _ in pointing}
    for quote in case.quotes:
        if quote.node not in anchored:
            graph = next(document.iri for document in documents.values() if document.file == quote.place.file)
            made.pointers.append(Pointer(graph, quote.node, "", "", "quarantined"))
            made.problems.append(Problem(quote.place, "set aside: the quote has no place yet: run kg anchor", "warning", "passage"))
    return made


def _wrong_lengths(case: Case, texts: dict[str, str]) -> list[Problem]:
    found = []
    for document in case.documents.values():
        text = texts.get(document.sha256)
        if text is not None and document.length not in (None, len(text)) and not document.annotates:
            place = case.lines.find(document.iri, KG + "length") or Place(document.file, 1)
            found.append(Problem(place, f"length is {document.length}, but the text has {len(text)} characters"))
    return found


def _other_quotes(quotes: dict[str, Quote], texts: dict[str, str], documents: dict[str, Document], pointing: list[rdf.Key]) -> set[str]:
    """The things whose quote stands at none of their ranges, as far as can be told; one range of several is enough."""
    other: dict[str, bool] = {}
    for graph, thing, _, written in pointing:
        if thing in quotes:
            text = texts.get(documents[graph].sha256)
            other[thing] = other.get(thing, True) and not _stands(quotes[thing], written, text)
    return {thing for thing, is_other in other.items() if is_other}


def _stands(quote: Quote, written: str, text: str | None) -> bool:
    """Whether a quote is what stands at `start-end/digits`, or spells the same; without the text nobody can tell that it is not."""
    start, end = _span(written)
    return text is None or spells_alike(quote.text.rstrip("\n"), text[start:end])


def _negated(quote: Quote, written: str, text: str) -> list[Problem]:
    """A warning for a passage that is quoted without the negation beside it."""
    start, end = _span(written)
    if not spells_alike(quote.text.rstrip("\n"), text[start:end]):
        return []  # it is the quote of another range of the thing
    return [Problem(quote.place, about(negation), "warning", "negation") for negation in left_out(text, start, end)]


def _span(written: str) -> tuple[int, int]:
    start, end = written.partition("/")[0].split("-")
    return int(start), int(end)


def _state(written: str, document: Document, text: str | None, other_quote: bool) -> tuple[State, str]:
    """The state of `start-end/digits`, and why it was set aside."""
    span, _, digits = written.partition("/")
    start, end = _span(written)
    length = len(text) if text is not None else document.length
    if length is not None and end > length:
        return "quarantined", f"{span} ends beyond the text, which has {length} characters: run kg anchor on a quote"
    if other_quote:
        return "quarantined", f"the quote is not what stands at {span}: take 'at' out and run kg anchor, or mend the quote"
    if not digits:
        return "unchecked", ""
    if text is None:
        return "not-at-hand", ""
    if digest(text[start:end]) == digits:
        return "verified", ""
    return (
        "quarantined",
        f"the passage {span} has not the digits {digits}: mend it, or anchor a quote (if the text is a new one: kg anchor --moved)",
    )
