"""`kg agreement`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Built, Case, Include, Lang, Language, Out, TableFormat, Text

_NOBODY = "one annotator only: another writes DOCUMENT.by-ANNOTATOR.yaml, with claims linked to those they restate"


def agreement(
    case: Case = None,
    built: Built = None,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the tables; csv has them in one.")] = TableFormat.table,
    text: Text = None,
    out: Out = None,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Compare annotators on what they share: Krippendorff's alpha, passages, and where they differ."""
    from kg import agreement as comparing
    from kg.ask import Table

    held = source.held(built, case, text, lang, include=include).store
    made = comparing.compare(held, lang.value)
    if len(made.annotators) < 2:
        output.say(_NOBODY)
    tables = {"agreement": made.coefficients, "passages": made.passages, "differences": made.differences}
    if fmt is TableFormat.json:
        written = json.dumps({name: table.rows for name, table in tables.items()}, indent=2, ensure_ascii=False) + "\n"
        output.put(written.encode("utf-8", "backslashreplace"), out)
    elif fmt is TableFormat.csv:
        columns = list(dict.fromkeys(["table", *(column for table in tables.values() for column in table.columns)]))
        empty = dict.fromkeys(columns, "")
        rows = [{**empty, **row, "table": name} for name, table in tables.items() for row in table.rows]
        output.table(Table(columns, rows), fmt, out)
    else:
        title = "## {}\n\n{}" if fmt is TableFormat.md else "{}\n{}"
        parts = [title.format(name.capitalize(), output.written(table, fmt)) for name, table in tables.items()]
        output.put("\n".join(parts).encode("utf-8", "backslashreplace"), out)
