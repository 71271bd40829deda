"""A folder of tables as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from kg.export import about
from kg.export.kinds import TABLES
from kg.export.tables import filled
from kg.export.things import Things

#: What a spreadsheet may run as a formula: at the start of a cell, or of what a `;` or tab makes one in other countries.
_RUNS = re.compile(r"(^|[;\t\r\n])(?='*[=+\-@\t\r＝＋－＠])")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*%?")
_GUARDED = re.compile(r"(^|[;\t\r\n])'(?='*[=+\-@\t\r＝＋－＠])")


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe stands before = + - @, but for what is a number.

    >>> guarded("=1+1"), guarded("-5"), guarded("- no"), guarded("'=1")
    ("'=1+1", '-5', "'- no", "''=1")
    """
    return text if _NUMBER.fullmatch(text) else _RUNS.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text if _NUMBER.fullmatch(text) else _GUARDED.sub(r"\1", text)


def files(things: Things) -> dict[str, bytes]:
    """The content of each file by its name: UTF-8, commas, a header; `case.csv` says what the others are."""
    made = {f"{kind.file}.csv": filled(kind, things) for kind in TABLES}
    first = [*about.cases(things), *((f"{kind.file}.csv", kind.told(things.lang)) for kind in TABLES), *about.reading(things)]
    header = {"en": ("what", "value"), "ru": ("что", "значение")}[things.lang]
    return {
        "case.csv": _written([header, *first]),
        **{name: _written([table.columns, *([row[one] for one in table.columns] for row in table.rows)]) for name, table in made.items()},
    }


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([guarded(cell) for cell in row] for row in rows)
    return made.getvalue().encode()
