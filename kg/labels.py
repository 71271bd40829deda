"""What nodes are called in a language: names, a claim's words, titles, figures with their value, captions, passages, terms."""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph as ox

from kg import captions, rdf
from kg.grammar import spoken
from kg.names import KG, PERIOD, PREFIXES, RDF, RDFS, SKOS
from kg.resources import folder

#: What a node is called by, the best first.
_CALLED = (SKOS + "prefLabel", KG + "says", PREFIXES["dct"] + "title", KG + "cause", KG + "explanation")
_PASSAGE = re.compile(r"(.+)/text-[0-9a-f]+#char=([0-9]+),([0-9]+)")


def key(iri: str) -> str:
    """A property's, value's or class's name as keys are written in files.

    >>> key("https://w3id.org/counterclaim/ns/respondsTo")
    'responds-to'
    """
    return re.sub(r"(?<=[a-z])([A-Z])", r"-\1", tail(iri).removeprefix("was")).lower()


def tail(iri: str) -> str:
    """The end of an IRI.

    >>> tail("https://example.org/case/report")
    'report'
    """
    return re.split("[/#]", iri)[-1]


@cache
def terms(lang: str) -> dict[str, str]:
    """Every term of the vocabulary, and what it is called in a language."""
    labels = [quad for quad in rdf.load(folder("ontology") / "kg.ttl") if quad.predicate.value == RDFS + "label"]
    return {rdf.text(quad.subject): rdf.text(quad.object) for quad in labels if getattr(quad.object, "language", "") == lang}


class Labels:
    """Looked up one by one and kept, so that an answer of ten rows costs ten rows in a graph of any size."""

    def __init__(self, held: ox.Store, lang: str = "en") -> None:
        self._held, self._lang = held, lang
        self._found: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """A name, a claim's words, a title, a figure with its value, a period, a passage, a caption; else the end of the IRI."""
        if iri not in self._found:
            self._found[iri] = tail(iri)  # what leads back to itself ends here
            self._found[iri] = self._caption(iri) or self.name(iri) or self._thing(iri) or self.term(iri)
        return self._found[iri]

    def _thing(self, iri: str) -> str:
        return self._period(iri) or self._figure(iri) or self._passage(iri) or self._metric(iri)

    def name(self, iri: str) -> str:
        """The name or words that were given, in the language asked for, else in the first by tag; "" where there are none."""
        said = self._all(iri)
        return next((self._best(said[called]) for called in _CALLED if called in said), "")

    def text(self, iri: str, prop: str) -> str:
        """What a node has under a property, in the language asked for, else in the first by tag; "" where it has nothing."""
        return self._best(self._all(iri).get(prop, []))

    def _best(self, texts: list[ox.Literal | ox.NamedNode]) -> str:
        ranked = ((getattr(t, "language", None) != self._lang, getattr(t, "language", None) or "", rdf.text(t)) for t in texts)
        return min(ranked, default=(False, "", ""))[2]

    def term(self, iri: str) -> str:
        """What the vocabulary calls one of its terms; else the end of the IRI."""
        return terms(self._lang).get(iri) or (key(iri).replace("-", " ") if iri.startswith(KG) else tail(iri))

    def reference(self, iri: str) -> str:
        """The name by which a command takes a node: `document:claim`, `actor`; of a passage its document and range.

        >>> Labels(ox.Store()).reference("https://example.org/case/reply/text-0a1b2c3d#char=12,40")
        'reply:12-40'
        """
        if found := _PASSAGE.fullmatch(iri):
            return f"{self.reference(found[1])}:{found[2]}-{found[3]}"
        base = next((base for base in self._bases() if iri.startswith(base)), "")
        return iri.removeprefix(base).replace("/", ":", 1) if base else tail(iri)

    def _bases(self) -> list[str]:
        """What the names of all cases begin with."""
        quads = self._held.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"), ox.DefaultGraph())
        return sorted(f"{rdf.text(quad.subject)}/" for quad in quads)

    def _all(self, iri: str) -> dict[str, list[ox.Literal | ox.NamedNode]]:
        """What the merged graph says of a node, by property."""
        said: dict[str, list[ox.Literal | ox.NamedNode]] = {}
        if rdf.is_iri(iri):
            for quad in self._held.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph()):
                if isinstance(quad.object, ox.Literal | ox.NamedNode):
                    said.setdefault(quad.predicate.value, []).append(quad.object)
        return said

    def written(self, iri: str) -> str:
        """A period as files write it, "" where it is none."""
        found = self._all(iri).get(KG + "written") if iri.startswith(PERIOD) else None
        return rdf.text(found[0]) if found else ""

    def _period(self, iri: str) -> str:
        written = self.written(iri)
        return spoken(written, self._lang) if written else ""

    def _figure(self, iri: str) -> str:
        """What is counted, when, and the value as printed."""
        said = self._all(iri)
        if KG + "value" not in said:
            return ""
        found = self._held.quads_for_pattern(None, ox.NamedNode(KG + "observation"), ox.NamedNode(iri), ox.DefaultGraph())
        named = self.of(min((rdf.text(quad.subject) for quad in found), default=""))
        when = "".join(f", {self.of(rdf.text(period))}" for period in said.get(KG + "period", [])[:1])
        return f"{named}{when}: {rdf.text(said[KG + 'value'][0])}"

    def _metric(self, iri: str) -> str:
        """What a metric without a name counts."""
        counted = self._all(iri).get(KG + "counts", [])
        return self.of(min(map(rdf.text, counted))) if counted else ""

    def _caption(self, iri: str) -> str:
        return captions.caption(self._texts(iri), self._lang, self.of, self._texts)

    def _texts(self, iri: str) -> dict[str, list[str]]:
        return {prop: [rdf.text(value) for value in values] for prop, values in self._all(iri).items()}

    def _passage(self, iri: str) -> str:
        found = _PASSAGE.fullmatch(iri)
        return f"{self.of(found[1])} {found[2]}–{found[3]}" if found else ""
