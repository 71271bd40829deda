"""Words for the things of a graph, in a language: labels, who makes them, where they stand."""

from __future__ import annotations

import pyoxigraph as ox

from kg import rdf, store
from kg.grammar import REPORTED, spoken
from kg.labels import Labels, key
from kg.names import KG, PREFIXES

__all__ = ["BETWEEN", "Words", "key", "select", "spoken"]

#: Between names: some have commas.
BETWEEN = "; "


def select(held: ox.Store, text: str) -> list[dict[str, str]]:
    """The rows of a SELECT as texts, "" where there is no value."""
    found = store.query(held, text)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: rdf.text(term) for name, term in zip(names, row, strict=True)} for row in found]


class Words:
    """Looked up once for a whole graph. Every method takes an IRI."""

    def __init__(self, held: ox.Store, lang: str = "en") -> None:
        said = f"VALUES ?stance {{ <{KG}stance/asserts> <{KG}stance/concedes> }} ?a kg:about ?node ; kg:stance ?stance ; kg:by ?value"
        ours = "?node a ?value FILTER (STRSTARTS(STR(?value), STR(kg:)) && ?value != kg:Counterclaim)"
        self._held, self._lang, self._labels = held, lang, Labels(held, lang)
        self._classes = self._values(ours)
        self._documents = self._values("?node kg:inDocument ?value")
        self._speakers = self._values(said)  # of a claim: who asserts or concedes it, be it as others report
        self._direct = self._values(f"{said} ; kg:depth 0")
        self._makers = self._values("?node kg:by|prov:wasAttributedTo|dct:publisher ?value")
        self._retracted = self._values("?node kg:retracted ?value FILTER (?value)").keys()
        self._parties = {value for values in self._values("?node kg:party ?value").values() for value in values}

    def label(self, iri: str) -> str:
        """A name, a claim's words, a title, a figure with its value; else the end of the IRI."""
        return self._labels.of(iri)

    def name(self, iri: str) -> str:
        """The name that was given, "" where none was."""
        return self._labels.name(iri)

    def note(self, iri: str) -> str:
        """What an annotator notes on a thing, "" where there is nothing."""
        return self._labels.text(iri, PREFIXES["skos"] + "note")

    def text(self, iri: str, prop: str) -> str:
        """What a node has under a property, in the language, else in the first by tag; "" where it has nothing."""
        return self._labels.text(iri, prop)

    def term(self, iri: str) -> str:
        """What the vocabulary calls one of its terms."""
        return self._labels.term(iri)

    def kind(self, iri: str) -> str:
        """The class, as a key is written."""
        return key(min(self._classes.get(iri, {"thing"})))

    def document(self, iri: str) -> str:
        """The title of the document that a thing stands in, "" for what belongs to the case."""
        found = self._documents.get(iri)
        return self.label(min(found)) if found else ""

    def makers(self, iri: str) -> list[str]:
        """Who makes an argument, says a claim, or wrote or published a document."""
        return sorted(self._makers.get(iri, set()) | self._speakers.get(iri, set()))

    def by(self, iri: str) -> str:
        """The names of those, with a word where others only report that they say a claim."""
        own = self._makers.get(iri, set()) | self._direct.get(iri, set())
        names = [f"{self.label(maker)}{'' if maker in own else REPORTED[self._lang]}" for maker in self.makers(iri)]
        return BETWEEN.join(names)

    def party(self, iri: str) -> str:
        """The declared party that a thing is or is made by, "" where there is none, or more than one: sides are not lumped."""
        found = {iri} & self._parties or set(self.makers(iri)) & self._parties
        return found.pop() if len(found) == 1 else ""

    def is_annotator(self, iri: str) -> bool:
        return KG + "Annotator" in self._classes.get(iri, ())

    def is_retracted(self, iri: str) -> bool:
        return iri in self._retracted

    def case(self) -> dict[str, str]:
        """Title and version of the case, or of all of them."""
        found = select(self._held, "SELECT ?case ?version WHERE { ?case a kg:Case ; owl:versionInfo ?version } ORDER BY ?case")
        return {"title": "; ".join(self.label(row["case"]) for row in found), "version": "; ".join(row["version"] for row in found)}

    def _values(self, where: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in select(self._held, f"SELECT DISTINCT ?node ?value WHERE {{ {where} }}"):
            found.setdefault(row["node"], set()).add(row["value"])
        return found
