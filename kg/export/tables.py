"""A table of things: one a class, with a column for what a reader asks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ask import Table
from kg.export.columns import Column
from kg.export.things import Things

_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


@dataclass(frozen=True)
class Kind:
    """A table: its file's name, its name and what it holds in English and Russian, the classes it is of, its columns."""

    file: str
    en: str
    ru: str
    holds: tuple[str, str]
    of: tuple[str, ...]
    columns: tuple[Column, ...]

    def name(self, lang: str) -> str:
        return self.ru if lang == "ru" else self.en

    def told(self, lang: str) -> str:
        return self.holds[lang == "ru"]


def number(printed: str) -> str:
    """The value where what is printed is a number and nothing else, in digits that a spreadsheet keeps; else "".

    >>> number("33.30"), number("-5"), number("almost 60%"), number("1,200"), number("007")
    ('33.30', '-5', '', '', '')
    """
    return printed if _PLAIN.fullmatch(printed) and sum(map(str.isdigit, printed)) <= 15 else ""


def filled(kind: Kind, things: Things) -> Table:
    """A table in the language of `things`: a row a thing, a cell a text, "" for what is not said."""
    shown = columns(kind, things)
    header = [column.name(things.lang) for column in shown]
    return Table(header, [dict(zip(header, (column.cell(things, iri) for column in shown), strict=True)) for iri in things.rows(*kind.of)])


def columns(kind: Kind, things: Things) -> list[Column]:
    """A table's columns; the words of passages are one only where a text is at hand."""
    return [column for column in kind.columns if things.quoted or column.en != "words there"]
