"""What the statement of method says: what was read, how far, by whom and when, and what was not."""

from __future__ import annotations

from dataclasses import dataclass

from kg import store
from kg.facts import Facts
from kg.names import KG, RDF, STATES
from kg.things import Document
from kg.words import select

# A file of an annotator stands in a graph of its own, which the merged graph may be without.
_FILES = """
SELECT DISTINCT ?by ?document ?when {
  GRAPH ?g { ?file a kg:Annotation ; kg:document ?document ; kg:by ?by OPTIONAL { ?file kg:when/kg:written ?when } }
} ORDER BY ?by ?document ?when"""


@dataclass(frozen=True)
class Annotator:
    """Who read: the kind (person, code, tool), and the documents that they annotated in files of their own, with when."""

    iri: str
    kind: str
    files: tuple[tuple[Document, str], ...]


@dataclass(frozen=True)
class Method:
    """How the case was read."""

    documents: tuple[Document, ...]
    annotators: tuple[Annotator, ...]
    states: dict[str, int]  # what points to passages, by their state
    aside: int
    uncounted: int  # challenges that annotators argue, and that are left out


def gather(facts: Facts) -> Method:
    """The statement's facts."""
    states: dict[str, int] = {state: _pointers(facts, iri) for state, iri in STATES.items()}
    uncounted = sum(not one.counted for one in facts.challenges)
    return Method(tuple(facts.documents.values()), tuple(_annotators(facts)), states, _aside(facts), uncounted)


def _pointers(facts: Facts, state: str) -> int:
    """How many times something points to a passage in a state, in every graph: what was set aside is told too."""
    pointers = f"SELECT DISTINCT ?thing ?passage {{ GRAPH ?g {{ ?thing <{state}> ?passage }} }}"
    found = select(facts.held, f"SELECT (COUNT(*) AS ?many) {{ {{ {pointers} }} }}")
    return int(found[0]["many"])


def _aside(facts: Facts) -> int:
    """How many things were set aside, passages not among them."""
    quads = store.quads(facts.held, "quarantine")
    kinds = {(str(quad.subject), str(quad.object)) for quad in quads if quad.predicate.value == RDF + "type"}
    return len({thing for thing, kind in kinds if kind != f"<{KG}Passage>"})


def _annotators(facts: Facts) -> list[Annotator]:
    """Sorted by name."""
    files: dict[str, list[tuple[Document, str]]] = {}
    for row in select(facts.held, _FILES):
        if row["document"] in facts.documents:
            files.setdefault(row["by"], []).append((facts.documents[row["document"]], row["when"]))
    made = [
        Annotator(iri, next(iter(values.get("kind", ())), ""), tuple(files.get(iri, ())))
        for iri, values in facts.tables("Annotator").items()
    ]
    return sorted(made, key=lambda one: (facts.words.label(one.iri), one.iri))
