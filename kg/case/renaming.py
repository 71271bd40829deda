"""What has a pseudonym is shown under that, wherever its own name stands."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import rdf
from kg.case.model import Case, Document, Lines, Quote
from kg.names import BY, KG, PREFIXES, SKOS
from kg.problems import Place

_TITLE, _URL = PREFIXES["dct"] + "title", PREFIXES["schema"] + "url"
#: What something is called.
NAMES = frozenset({SKOS + "prefLabel", _TITLE})
#: What a pseudonym does not leave of a thing.
_REAL = frozenset({SKOS + "note", _URL, KG + "reason", KG + "confidential", KG + "sha256", KG + "length"})


def pseudonyms(case: Case, renamed: set[str]) -> dict[str, str]:
    """Own name → the one in its place: the pseudonym's letters, told apart from every other name of the case."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in case.quads:
        if quad.predicate.value == KG + "pseudonym" and isinstance(quad.object, ox.Literal):
            texts[rdf.text(quad.subject)][quad.object.language or ""] = quad.object.value
    taken = {row[1].removeprefix(case.iri + "/").partition("/")[0] for row in map(rdf.texts, case.quads)}
    made: dict[str, str] = {}
    for iri in sorted(renamed, key=lambda iri: (sorted(texts[iri].items()), iri)):
        words = texts[iri].get("en") or min(texts[iri].items())[1]
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "pseudonym"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        made[iri.rpartition("/")[2]] = name
    return made


def shown(case: Case, renamed: set[str], quads: list[ox.Quad]) -> list[ox.Quad]:
    """The pseudonym as name or title, and nothing else that would tell who or what it is."""
    kept = []
    documents = {d.iri for d in case.documents.values()}
    for quad in quads:
        subject, predicate = rdf.text(quad.subject), quad.predicate.value
        if subject in renamed and (predicate in NAMES or predicate in _REAL):
            continue
        if subject in renamed and predicate == KG + "pseudonym":
            name = _TITLE if subject in documents else SKOS + "prefLabel"
            kept.append(ox.Quad(quad.subject, ox.NamedNode(name), quad.object, quad.graph_name))
        kept.append(quad)
    return kept


@dataclass
class Renaming:
    """Own names replaced by pseudonyms', wherever they stand in an IRI or in the name of a file."""

    case: Case
    names: dict[str, str]
    assertions: set[str]

    def __call__(self, iri: str) -> str:
        if not self.names or not iri.startswith(self.case.iri + "/"):
            return iri
        first, *rest = iri[len(self.case.iri) + 1 :].split("/")
        if iri in self.assertions:
            rest = [rest[0], *(self.names.get(part, part) for part in rest[1:])]
        return "/".join([self.case.iri, self.name(first), *rest])

    def name(self, name: str) -> str:
        """A document's or actor's name; in that of an annotator's file both."""
        return BY.join(self.names.get(part, part) for part in name.split(BY))

    def quad(self, quad: ox.Quad) -> ox.Quad:
        """A quad with its IRIs renamed."""
        if not self.names:
            return quad
        subject, value, graph = map(self._term, (quad.subject, quad.object, quad.graph_name))
        return ox.Quad(subject, quad.predicate, value, graph)

    def _term(self, term: Any) -> Any:
        return ox.NamedNode(self(term.value)) if isinstance(term, ox.NamedNode) else term

    def place(self, at: Place) -> Place:
        path = Path(at.file)
        return Place(str(path.with_name(self.name(path.stem) + path.suffix)), at.line)

    def document(self, document: Document) -> Document:
        name = self.name(document.name)
        file = self.place(Place(document.file, 1)).file
        return replace(document, name=name, iri=self(document.iri), file=file, annotates=self.name(document.annotates))

    def quote(self, quote: Quote) -> Quote:
        return replace(quote, node=self(quote.node), place=self.place(quote.place))

    def lines(self, lines: Lines, gone: set[str]) -> Lines:
        """The lines of what is left."""
        place = self.place
        return Lines(
            {self(node): place(at) for node, at in lines.nodes.items() if node not in gone},
            {(self(n), p): place(at) for (n, p), at in lines.properties.items() if n not in gone},
            {(self(n), p, self(v)): place(at) for (n, p, v), at in lines.values.items() if n not in gone and v not in gone},
        )
