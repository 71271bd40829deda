"""Kinds of columns: what a cell of a table says of a thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg import rdf
from kg.export.things import Things, joined
from kg.grammar import spoken
from kg.names import KG, OPERANDS

#: How a cell is to be taken: a text, long words, the thing's own name, names of others, a day, a number.
Form = Literal["text", "words", "id", "link", "date", "number"]
Cell = Callable[[Things, str], str]


@dataclass(frozen=True)
class Column:
    """A column of a table: its name in English and Russian, what stands in it and how it is to be taken.

    `to` names what its words lead to; a column that is `aside` is for programs and for who looks for it.
    """

    en: str
    ru: str
    cell: Cell
    form: Form = "text"
    to: Cell | None = None
    aside: bool = False

    def name(self, lang: str) -> str:
        return self.ru if lang == "ru" else self.en


_YES = {"en": "yes", "ru": "да"}
_NO = {"en": "no", "ru": "нет"}
_STATES = {
    "verifiedAt": {"en": "verified", "ru": "сверено"},
    "uncheckedAt": {"en": "unchecked", "ru": "не сверено"},
    "notAtHandAt": {"en": "text not at hand", "ru": "текста нет под рукой"},
    "quarantinedAt": {"en": "does not match", "ru": "не совпало"},
}


def words(*path: str) -> Cell:
    """The words of what a path leads to."""
    return lambda things, iri: joined(things.label(one) for one in things.to(iri, *path))


def names(*path: str) -> Cell:
    """How what a path leads to is written on the command line."""
    return lambda things, iri: joined(things.name(one) for one in things.to(iri, *path))


def terms(*path: str) -> Cell:
    """What the vocabulary calls what a path leads to."""
    return lambda things, iri: joined(things.words.term(one) for one in things.to(iri, *path))


def text(prop: str) -> Cell:
    """A text in the language asked for, else in another."""
    return lambda things, iri: things.text(iri, prop)


def plain(*path: str) -> Cell:
    """Values as they are."""
    return lambda things, iri: joined(things.to(iri, *path))


def flag(prop: str) -> Cell:
    """yes or no; nothing where nothing is said."""
    return lambda things, iri: joined(
        (_YES if rdf.text(one) == "true" else _NO)[things.lang] for one in things.values(iri, prop)
    )  # fmt: skip


def period(prop: str) -> Cell:
    """A period in words."""
    return lambda things, iri: joined(spoken(one, things.lang) for one in things.to(iri, prop, "written"))


def passages(*path: str) -> Cell:
    """Ranges of characters in the document's text."""
    return lambda things, iri: joined(f"{start}–{end}" for one in things.to(iri, *path) for _, start, end in things.passages(one))


def state(*path: str) -> Cell:
    """Whether these ranges were compared with the text."""
    return lambda things, iri: joined(
        name[things.lang] for prop, name in _STATES.items() if any(things.to(one, prop) for one in things.to(iri, *path))
    )


def quoted(*path: str) -> Cell:
    """The words of these ranges, where the text is at hand."""
    return lambda things, iri: joined(
        (things.quoted.get(passage, "") for one in things.to(iri, *path) for passage, _, _ in things.passages(one)), " | "
    )


def itself(_: Things, iri: str) -> str:
    """The IRI."""
    return iri


def document(things: Things, iri: str) -> str:
    """The title of the document that a thing stands in."""
    found = things.document(iri)
    return things.label(found) if found else ""


def document_name(things: Things, iri: str) -> str:
    """How that document is written on the command line."""
    found = things.document(iri)
    return things.name(found) if found else ""


def stances(things: Things, iri: str) -> str:
    """Who takes which stance on a claim, and whose words are passed on."""

    def told(assertion: str, depth: int) -> str:
        reported = things.to(assertion, "from") if depth < 40 else []
        inner = f" ({joined(told(one, depth + 1) for one in reported)})" if reported else ""
        return f"{things.by(assertion)}: {things.stance(assertion)}{inner}"

    return joined(told(one, 0) for one in things.to(iri, "said"))


def operands(things: Things, iri: str) -> str:
    """The figures that a calculation relates, by the role of each."""
    found = [(things.words.term(KG + role), things.to(iri, role)) for role in OPERANDS]
    return joined((f"{role}: {joined(map(things.label, figures))}" for role, figures in found if figures), " | ")


def operand_names(things: Things, iri: str) -> str:
    """How these figures are written on the command line."""
    return joined(things.name(one) for role in OPERANDS for one in things.to(iri, role))
