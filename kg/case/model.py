"""What reading gives: quads with their lines, and the documents they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.problems import Place, Problem


@dataclass(frozen=True)
class Document:
    """A file of a case that has a graph of its own: a document, or an annotator's file on one.

    `sha256` and `length` are those of the document's text, "" and None where it has none declared.
    """

    name: str
    iri: str
    file: str
    sha256: str = ""
    length: int | None = None
    annotates: str = ""  # an annotator's file: the name of its document


@dataclass(frozen=True)
class Quote:
    """A `quote:` in a file: the words of the passage that a thing rests on. They are no triples."""

    node: str
    text: str
    place: Place


@dataclass
class Lines:
    """Where everything was written: a node, a property of it, one value of that property."""

    nodes: dict[str, Place] = field(default_factory=dict)
    properties: dict[tuple[str, str], Place] = field(default_factory=dict)
    values: dict[tuple[str, str, str], Place] = field(default_factory=dict)

    def find(self, node: str, prop: str = "", value: str = "") -> Place | None:
        """The nearest place that is known: of the value, else of the property, else of the node.

        A node that no file names (a passage, a period) has none.
        """
        return self.values.get((node, prop, value)) or self.properties.get((node, prop)) or self.nodes.get(node)

    def places(self) -> Iterator[tuple[str, Place]]:
        """Each place that is known, with the node that it is of."""
        yield from self.nodes.items()
        yield from ((node, place) for (node, _), place in self.properties.items())
        yield from ((node, place) for (node, _, _), place in self.values.items())

    def update(self, other: Lines) -> None:
        self.nodes.update(other.nodes)
        self.properties.update(other.properties)
        self.values.update(other.values)


@dataclass
class Case:
    """A case as it was read. `jsonld` has one document a graph; `quads` are the same, parsed."""

    iri: str
    folder: Path
    documents: dict[str, Document]
    jsonld: list[dict[str, Any]]
    quads: list[ox.Quad]
    lines: Lines
    quotes: list[Quote]
    left_out: set[str]  # the things whose file confirms that their passage leaves out a negation beside it
    problems: list[Problem]  # warnings only: a case with errors is not returned
    withheld: bool = False  # something confidential was left out (`jsonld` is empty then)
    included: frozenset[str] = frozenset()  # names of confidential things that were asked for
    withheld_texts: frozenset[str] = frozenset()  # the digests of its documents' texts

    def graph(self, name: str) -> ox.NamedNode:
        """The graph `<case>/<name>`."""
        return ox.NamedNode(f"{self.iri}/{name}")
