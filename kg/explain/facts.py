"""What a graph says of its things, looked up one by one, and the words for it in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import pyoxigraph as ox

from kg import grammar, rdf, store
from kg.explain import dates
from kg.explain.phrases import FORMS, PHRASES
from kg.labels import Labels, tail
from kg.names import BY, KG, QUARANTINE, RDF, expand

#: What points to no passage comes after what does.
_LAST = 10**9
#: Characters of a title that is told again.
_SHORT = 40
#: What can be looked up further: the classes of what is listed under an explanation.
_LISTED = ("Claim", "Document", "Actor", "Reform", "Metric", "Calculation", "Finding")


class Facts:
    """The merged graph; every method takes IRIs and gives IRIs or words, sorted.

    `topic` is what is explained; `quotes` are the words of passages that are at hand, by the passage's IRI.
    """

    def __init__(self, held: ox.Store, topic: str, lang: str, quotes: Mapping[str, str], *, terse: bool = False) -> None:
        self.held, self.topic, self.lang, self.quotes = held, topic, lang, quotes
        self.labels = Labels(held, lang)
        self.cases = store.cases(held)
        self.named: dict[str, str] = {}  # what was named, in this order → its label
        self.cited: dict[tuple[str, str], str] = {}  # document, passage → state of a passage that was pointed to
        self._terse = terse  # long titles are never told in full
        self._titled: set[str] = set()  # documents whose title was told in full
        self.values = cache(self._values)
        self.subjects = cache(self._subjects)

    # -- the graph ---------------------------------------------------------------------------------

    def _values(self, node: str, prop: str) -> list[str]:
        found = self.held.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(_iri(prop)), None, ox.DefaultGraph())
        return sorted({rdf.text(quad.object) for quad in found})

    def _subjects(self, node: str, prop: str) -> list[str]:
        found = self.held.quads_for_pattern(None, ox.NamedNode(_iri(prop)), ox.NamedNode(node), ox.DefaultGraph())
        return self.ordered({rdf.text(quad.subject) for quad in found})

    def value(self, node: str, prop: str) -> str:
        """The first value, "" where there is none."""
        return next(iter(self.values(node, prop)), "")

    def text(self, node: str, prop: str) -> str:
        """A text in the language asked for, else in the first by tag, "" where there is none."""
        return self.labels.text(node, _iri(prop))

    def is_a(self, node: str, name: str) -> bool:
        return KG + name in self.values(node, "rdf:type")

    def of(self, name: str) -> list[str]:
        """Every thing of a class."""
        return self.subjects(KG + name, "rdf:type")

    def ordered(self, nodes: Iterable[str]) -> list[str]:
        """By the day of the document, the first passage, the IRI."""
        return sorted(nodes, key=self._place)

    def _place(self, node: str) -> tuple[str, str, int, str]:
        document = node if self.is_a(node, "Document") else self.document(node)
        starts = [int(passage.rpartition("=")[2].partition(",")[0]) for passage in self.values(node, "kg:at")]
        if not starts and (said := self.values(node, "kg:said")):
            return (*min(self._place(one) for one in said)[:3], node)
        return self.day(document), document, min(starts, default=_LAST), node

    def day(self, document: str, prop: str = "kg:earliest") -> str:
        """The earliest (latest) day on which a document was published, "9999" where none is known."""
        return self.value(self.value(document, "kg:published"), prop) if self._dated(document) else "9999"

    def _dated(self, document: str) -> bool:
        return bool(document and (period := self.value(document, "kg:published")) and self.value(period, "kg:earliest"))

    def document(self, node: str) -> str:
        """The document that a thing stands in, "" for what belongs to the case."""
        return self.value(node, "kg:document") if self.is_a(node, "Passage") else self.value(node, "kg:inDocument")

    def same(self, claim: str) -> list[str]:
        """The claim, then those that are read as restating it."""
        return [claim, *self.ordered(set(self.values(claim, "kg:restates")) - {claim})]

    def apart(self, node: str) -> bool:
        """Whether it stands in a second annotator's own file."""
        return any(BY in node.removeprefix(f"{case}/").partition("/")[0] for case in self.cases)

    def aside(self, node: str) -> list[str]:
        """What was set aside and belongs or points to a thing, or is it."""
        found = set()
        for graph in (ox.NamedNode(f"{case}/{QUARANTINE}") for case in self.cases):
            quads = [rdf.texts(q) for q in self.held.quads_for_pattern(None, None, None, graph)]
            typed = {subject for _, subject, predicate, _ in quads if predicate == RDF + "type"}
            found |= {subject for _, subject, _, value in quads if value == node and subject in typed}
            found |= {value for _, subject, _, value in quads if subject == node and value in typed}
            found |= {subject for _, subject, predicate, _ in quads if subject == node and predicate == KG + "quarantinedAt"}
        return sorted(found)

    # -- words -------------------------------------------------------------------------------------

    def say(self, phrase: str, /, **values: str) -> str:
        """A phrase of the table with its gaps filled."""
        told = PHRASES[phrase][grammar.LANGUAGES.index(self.lang)].format(**values)
        return told[:-1] if told.endswith("..") and not told.endswith("...") else told  # what ends in an abbreviation has its stop

    def count(self, number: int, thing: str) -> str:
        """A number of things: 1 claim, 2 claims."""
        return grammar.count(number, FORMS[thing], self.lang)

    def verb(self, phrase: str, actor: str) -> str:
        """A verb in the number of who does it: groups are several people."""
        one, _, several = self.say(phrase).partition("|")
        return several if several and KG + "kind/group" in self.values(actor, "kg:kind") else one

    def term(self, node: str, prop: str) -> str:
        """What the vocabulary calls a thing's kind, stance or status."""
        found = self.value(node, prop)
        return self.labels.term(found) if found else ""

    def label(self, node: str) -> str:
        """A name or a claim's words, without marks; noted as named."""
        label = self.labels.of(node)
        if any(self.is_a(node, one) for one in _LISTED):
            self.named.setdefault(node, label)
        return label

    def name(self, node: str) -> str:
        """As it stands in a sentence: claims, titles and figures between quotation marks, actors without."""
        label = self.label(node)
        return label if self.is_a(node, "Actor") or self.is_a(node, "Annotator") or label.startswith("http") else self.quoted(label)

    def names(self, nodes: Iterable[str]) -> str:
        return self.joined(self.name(node) for node in nodes)

    def joined(self, texts: Iterable[str]) -> str:
        """A, B and C; with semicolons where one of them has a comma."""
        several = list(texts)
        comma = "; " if any("," in text for text in several) else ", "
        return self.say("and", first=comma.join(several[:-1]), last=several[-1]) if len(several) > 1 else "".join(several)

    def quoted(self, text: str) -> str:
        return grammar.quoted(text, self.lang)

    def when(self, node: str, prop: str, *, point: bool = False) -> str:
        period = self.value(node, prop)
        return dates.spoken(self.value(period, "kg:written"), self.lang, point=point) if period else ""

    def dated(self, document: str, *more: str) -> str:
        """A document with its date: “A River without Fish” (14 March 2024); a long title is told in full once."""
        inside = ", ".join(filter(None, (self.when(document, "kg:published", point=True), *more)))
        title = self.quoted(_short(self.label(document))) if self._terse or document in self._titled else self.name(document)
        self._titled.add(document)
        return f"{title} ({inside})" if inside else title

    def id(self, node: str) -> str:
        """What a command calls it: `document:name/part`, with one case; else its IRI."""
        return self.labels.reference(node) if len(self.cases) == 1 else node

    def note(self, node: str) -> list[str]:
        """What the annotator notes on it: a sentence, or none."""
        found = self.text(node, "skos:note")
        return [self.say("note", note=found)] if found else []

    def title(self, node: str) -> str:
        """What stands on top: the label, or for a passage where it is; for what has no label, what a command calls it."""
        label = self.labels.of(node)
        return self.id(node) if self.is_a(node, "Passage") or label == tail(node) else label

    def quads(self, node: str) -> list[ox.Quad]:
        """All that is said of a thing itself."""
        return list(self.held.quads_for_pattern(ox.NamedNode(node), None, None, ox.DefaultGraph()))


def _iri(prop: str) -> str:
    """A property's IRI, of `kg:by` or of itself."""
    return prop if "//" in prop else expand(prop)


def _short(title: str) -> str:
    """The first words of a long title.

    >>> _short("Statement of the Commissioner for Human Rights in reply to a report")
    'Statement of the Commissioner for Human…'
    """
    if len(title) <= _SHORT + 10 or " " not in title[:_SHORT]:
        return title
    return title[: title.rfind(" ", 0, _SHORT + 1)].rstrip(" ,;:–—") + "…"
