"""What a graph says of each thing, looked up once for all tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kg import rdf, store
from kg.names import BY, KG, PREFIXES, RDF, SKOS
from kg.words import Words

#: What names things.
_NAMES = (SKOS + "prefLabel", "says", PREFIXES["dct"] + "title", "cause")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Things:
    """A graph as `which` shows it: the things that the graphs asked for speak of, and what is said of them.

    With `said` nothing that was inferred is told, with `quarantine` only what was set aside has rows. Names come from the
    whole graph, in `lang` or else in another language. `quoted` has the words of passages (see `kg.quotes`).
    """

    def __init__(
        self, held: ox.Store, which: store.Which = "all", lang: str = "en", quoted: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.lang, self.quoted, self.which = lang, quoted, which
        self.cases = store.cases(held)
        counted = {quad.triple for quad in held.quads_for_pattern(None, None, None, ox.DefaultGraph())}
        aside = {quad.triple for quad in store.quads(held, "quarantine")} if which == "quarantine" else set()
        chosen = {quad.triple for quad in store.quads(held, which)} & (counted | aside) if which != "all" else counted
        told = ({quad.triple for quad in store.quads(held, "said")} & counted) | aside if which in ("said", "quarantine") else counted
        self.words = Words(store.memory(ox.Quad(*triple) for triple in {*counted, *aside}) if aside else held, lang)
        self._values: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._holders: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for triple in sorted(told, key=str):
            subject = rdf.text(triple.subject)
            self._values[subject][triple.predicate.value].append(triple.object)
            if not isinstance(triple.object, ox.Literal):
                self._holders[rdf.text(triple.object)][triple.predicate.value].append(subject)
        self._rows = {rdf.text(triple.subject) for triple in chosen}
        ours = [iri for iri, values in self._values.items() if any(rdf.text(one).startswith(KG) for one in values.get(RDF + "type", ()))]
        self._twice = {name for name, count in Counter(map(self._short, ours)).items() if count > 1}

    def rows(self, *classes: str) -> list[str]:
        """The things of these classes that have a row, in the order of documents and of their texts."""
        found = {iri for of in classes for iri in self._holders[KG + of][RDF + "type"]} & self._rows
        return sorted(found, key=lambda iri: (self.name(self.file(iri)) if self.file(iri) else "", self._place(iri), self.name(iri)))

    def values(self, iri: str, prop: str) -> list[Term]:
        """The values of a property of ours, or of one whose IRI is given."""
        return self._values[iri].get(_iri(prop), []) if iri in self._values else []

    def to(self, iri: str, *path: str) -> list[str]:
        """What a thing leads to over a path of properties; `^` goes against one."""
        found = [iri]
        for step in path:
            if step.startswith("^"):
                found = [one for node in found for one in self._holders.get(node, {}).get(_iri(step[1:]), [])]
            else:
                found = [rdf.text(one) for node in found for one in self.values(node, step)]
        return list(dict.fromkeys(found))

    def is_a(self, iri: str, of: str) -> bool:
        return KG + of in self.to(iri, RDF + "type")

    def text(self, iri: str, prop: str) -> str:
        """A text in the language asked for, else in the first by tag."""
        texts = [one for one in self.values(iri, prop) if isinstance(one, ox.Literal)]
        ranked = sorted(texts, key=lambda one: (one.language != self.lang, one.language or "", one.value))
        return ranked[0].value if ranked else ""

    def name(self, iri: str) -> str:
        """How a thing is written on the command line: `document:name`; its IRI where several are called so."""
        short = self._short(iri)
        return iri if short in self._twice else short

    def label(self, iri: str) -> str:
        """Words for a thing: its name, what a claim says or a metric counts, a figure with its value, a caption; else its id."""
        label = self.words.label(iri)
        return label if label != re.split("[/#]", iri)[-1] or self.words.name(iri) else self.name(iri)

    def is_translated(self, iri: str) -> bool:
        """Whether what `label` says is in the language asked for, as far as it is in any."""
        if self.is_a(iri, "Assertion"):
            return all(map(self.is_translated, [*self.to(iri, "by"), *self.claim(iri)]))
        if self.is_a(iri, "Observation"):
            return all(map(self.is_translated, self.to(iri, "^observation")))
        if self.is_a(iri, "Metric") and not self.values(iri, _NAMES[0]):
            return all(map(self.is_translated, self.to(iri, "counts")))
        tags = {one.language for prop in _NAMES for one in self.values(iri, prop) if isinstance(one, ox.Literal)}
        return not tags or self.lang in tags

    def by(self, iri: str) -> str:
        return "; ".join(self.words.label(one) for one in self.to(iri, "by"))

    def stance(self, iri: str) -> str:
        return "; ".join(self.words.term(one) for one in self.to(iri, "stance"))

    def claim(self, assertion: str) -> list[str]:
        """The claim that an assertion, be it a reported one, is about."""
        seen = {assertion}
        while reporters := [one for one in self.to(assertion, "^from") if one not in seen]:
            assertion = reporters[0]
            seen.add(assertion)
        return self.to(assertion, "^said")

    def file(self, iri: str) -> str:
        """The document, or the annotator's file, that a thing stands in; "" for what belongs to the case."""
        while "/" in (iri := iri.rpartition("/")[0]):
            if self.is_a(iri, "Document") or self.is_a(iri, "Annotation"):
                return iri
        return ""

    def document(self, iri: str) -> str:
        """The document that a thing is about, whoever wrote it down."""
        file = self.file(iri)
        return file.rpartition(BY)[0] if file and self.is_a(file, "Annotation") else file

    def passages(self, iri: str) -> list[tuple[str, int, int]]:
        """The passages that a thing points at, with start and end in code points, in the text's order."""
        found = [(self._number(one, "start"), self._number(one, "end"), one) for one in self.to(iri, "at")]
        return [(passage, start, end) for start, end, passage in sorted(found)]

    def _number(self, iri: str, prop: str) -> int:
        return min((int(one) for one in self.to(iri, prop)), default=0)

    def _place(self, iri: str) -> int:
        """Where a thing, or else what is said of it, first stands in its document."""
        own = [start for one in (iri, *self.to(iri, "said")) for _, start, _ in self.passages(one)]
        return min(own, default=1 << 60)

    def _short(self, iri: str) -> str:
        case = max((case for case in self.cases if iri.startswith(f"{case}/")), key=len, default="")
        return iri.removeprefix(f"{case}/").replace("/", ":", 1) if case else iri


def _iri(prop: str) -> str:
    return prop if ":" in prop else KG + prop


def joined(texts: Iterable[str], between: str = "; ") -> str:
    """The texts that are not empty, with something between them."""
    return between.join(filter(None, texts))
