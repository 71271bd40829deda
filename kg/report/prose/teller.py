"""What every part of a report needs in order to speak: names, the numbers of documents, notes that lead to passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kg.facts import Facts
from kg.grammar import quoted, spoken
from kg.report.formats.blocks import Line, Run
from kg.report.parts.standing import Found
from kg.report.phrases import phrase
from kg.things import Argument, Document, Passage, Stance

#: Characters of a passage that a note quotes.
MOST_QUOTED = 240
BETWEEN = Run("; ")


class Teller:
    """Speaks one language; collects the notes, numbered as they are first cited."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.lang = facts, facts.lang
        self._notes: dict[str, int] = {}

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._notes)

    def say(self, name: str, /, **fields: object) -> str:
        return phrase(self.lang, name, **fields)

    def line(self, name: str, /, **fields: object) -> Line:
        return (Run(self.say(name, **fields)),)

    def told(self, name: str, /, **fields: object) -> Line:
        """A phrase with runs put in where it has fields; those that are `code` are set as such."""
        marks = {key: f"\x00{key}\x00" for key in fields}
        pieces = self.say(name, **marks).split("\x00")
        return tuple(
            field if isinstance(field := fields.get(piece, piece) if number % 2 else piece, Run) else Run(str(field))
            for number, piece in enumerate(pieces)
            if piece
        )

    def name(self, iri: str) -> str:
        return self.facts.words.label(iri)

    def names(self, iris: Iterable[str]) -> str:
        return ", ".join(self.name(iri) for iri in iris)

    def quote(self, text: str) -> str:
        return quoted(text, self.lang)

    def quoted(self, claim: str) -> str:
        """A claim's words in the quotation marks of the language."""
        return quoted(self.name(claim), self.lang)

    def number(self, document: Document) -> str:
        return self.say("document", number=document.number)

    def numbers(self, documents: Iterable[Document]) -> str:
        return ", ".join(self.number(one) for one in sorted(set(documents), key=lambda one: one.number))

    def whose(self, documents: Iterable[Document], most: int = 2) -> str:
        """Documents by their numbers, with whose they are: `D5 (published by Respublika); D7, D9 (Artur Lastayev)`."""
        found: dict[str, list[Document]] = {}
        for one in sorted(set(documents), key=lambda one: one.number):
            found.setdefault(self.authors(one, most), []).append(one)
        return "; ".join(self.say("whose", documents=self.numbers(them), names=names) for names, them in found.items())

    def document(self, iri: str) -> str:
        """A document's number, or the end of the IRI of what is none."""
        found = self.facts.documents.get(iri)
        return self.number(found) if found else self.name(iri)

    def when(self, written: str) -> str:
        return spoken(written, self.lang) if written else self.say("unknown")

    def date(self, document: Document) -> str:
        return spoken(document.when, self.lang) if document.when else self.say("date-unknown")

    def makers(self, document: Document, most: int = 0) -> str:
        """Who wrote a document, and who published it; at most so many names (0: all)."""
        published = [one for one in document.publishers if one not in document.authors]
        named = [self.name(one) for one in document.authors] + [self.say("publisher", name=self.name(one)) for one in published]
        if most and len(named) > most:
            named[most:] = [self.say("more-names", more=len(named) - most)]
        return ", ".join(named) or self.say("unknown")

    def authors(self, document: Document, most: int = 0) -> str:
        """Who wrote a document; who published it, where no author is named."""
        return self.makers(replace(document, publishers=()) if document.authors else document, most)

    def label(self, found: Found) -> str:
        """How a claim stands, with the documents that are not in the case where that leaves it without a label."""
        missing = self.say("label-missing", documents=self.numbers(found.missing)) if found.missing else ""
        return self.say("label", label=found.name + missing)

    def cite(self, *things: str, beside: str = "") -> Line:
        """The mark of a note on the passages of some things (stances, arguments, figures), with what is said beside; nothing for none."""
        passages = sorted({p for thing in things for p in self.facts.passages.get(thing, ())}, key=lambda p: (p.document, p.start, p.end))
        if passages:
            return (self._note("; ".join(self._passages(passages)) + beside),)
        homes = {self.facts.home.get(thing, "") for thing in things} & self.facts.documents.keys()
        return tuple(self._note(self._titled("no-passage", home) + beside) for home in sorted(homes))

    def said(self, stances: Iterable[Stance]) -> Line:
        """The mark of a note on where stances stand: their own passages, or those of whoever reports them."""
        return self.cite(*(stance.root for stance in stances))

    def things(self, iris: Iterable[str]) -> Line:
        """Claims with where they stand, documents, and figures, those of one metric together, one after the other."""
        told: list[Line] = []
        figures: dict[str, list[str]] = {}
        for iri in iris:
            if iri in self.facts.restated:
                stances = [s for s in self.facts.of_claim.get(iri, ()) if s.stance in ("asserts", "concedes")]
                told.append((Run(self.quoted(iri)), *self.said(stances or self.facts.of_claim.get(iri, ()))))
            elif found := self.facts.documents.get(iri):
                told.append((Run(f"{self.name(iri)} ({self.number(found)})"),))
            else:
                figures.setdefault(self.name(iri).rpartition(", ")[0], []).append(iri)
        told += [(Run(self._figures(metric, them)), *self.cite(*them)) for metric, them in figures.items()]
        return tuple(run for number, line in enumerate(told) for run in ((BETWEEN, *line) if number else line))

    def _figures(self, metric: str, figures: Iterable[str]) -> str:
        """What is counted once, and then each period with its value."""
        names = [self.name(iri) for iri in figures]
        return "; ".join([names[0], *(name.removeprefix(f"{metric}, ") for name in names[1:])])

    def challenges(self, challenges: Iterable[Argument], claims: Iterable[str] = ()) -> Iterator[Line]:
        """What challenges are against, where that is not one of these claims itself, and what they bring: a line for each target."""
        alike: dict[tuple[str, tuple[str, ...]], list[Argument]] = {}
        for challenge in challenges:
            target = "" if set(challenge.targets) & set(claims) else self._target(challenge)
            alike.setdefault((target, challenge.by), []).append(challenge)
        for (target, _), them in alike.items():
            brings = dict.fromkeys(thing for challenge in them for thing in challenge.brings)
            yield (Run(f"{target}{self.say('with')}: "), *self.things(brings), *self.cite(*(challenge.iri for challenge in them)))

    def _target(self, challenge: Argument) -> str:
        supports, stances = self.facts.by_iri
        how = (
            "figure" if challenge.how == "rebuts" and not set(challenge.targets) & self.facts.restated.keys() else challenge.how or "rebuts"
        )
        shown: list[str] = []
        figures: dict[str, list[str]] = {}
        for target in challenge.targets:
            if target in supports:
                shown += [self.quoted(one) for one in supports[target].brings if one in self.facts.restated]
                for one in supports[target].brings:
                    if one not in self.facts.restated:
                        figures.setdefault(self.name(one).rpartition(", ")[0], []).append(one)
            elif target in stances:
                shown.append(f"{self.name(stances[target].by)}: {self.quoted(stances[target].claim)}")
            else:
                shown += [one.text for one in self.things([target]) if one.text]
        shown += [self._figures(metric, them) for metric, them in figures.items()]
        return f"{self.say(how)}: {'; '.join(shown)}; "

    def _note(self, text: str) -> Run:
        return Run(note=self._notes.setdefault(text, len(self._notes) + 1))

    def _titled(self, name: str, iri: str, **fields: object) -> str:
        document = self.facts.documents.get(iri)
        number, when = (self.number(document), self.date(document)) if document else ("", "")
        return self.say(name, title=self.name(iri), document=number, when=when, **fields)

    def _passages(self, passages: list[Passage]) -> Iterator[str]:
        """One sentence for each document."""
        for iri, them in groupby(passages, key=lambda one: one.document):
            ranges = []
            for one in them:
                place = self.say("characters", start=one.start, end=one.end, state=self.say(one.state))
                words = " ".join(self.facts.quoted.get(one.iri, "").split())
                ranges.append(place + (self.say("quoted", words=_shortened(words)) if words else ""))
            yield self._titled("note-passages", iri, ranges="; ".join(ranges))


def _shortened(words: str) -> str:
    """Words that are not too long for a note, cut between two of them."""
    return words if len(words) <= MOST_QUOTED else words[:MOST_QUOTED].rpartition(" ")[0] + " …"


def command(*words: str) -> Run:
    """A command of ours, set as one."""
    return Run(" ".join(("kg", *words)), "code")
