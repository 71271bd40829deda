"""`kg report`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Include, Lang, Language, Out, Text


class Format(StrEnum):
    """How a report is written."""

    md = "md"
    html = "html"
    docx = "docx"


#: Rows of each table of claims and replies; as `kg.report.ROWS`, which takes long to import.
ROWS = 200


def report(
    case: Case = None,
    built: Built = None,
    text: Text = None,
    fmt: Annotated[Format, typer.Option("-f", "--format", help="Format.")] = Format.md,
    out: Out = None,
    between: Annotated[
        list[str] | None,
        typer.Option(
            "--between", metavar="ACTOR", help="One of two or more whose claims and replies are set side by side.", show_default=False
        ),
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=0, metavar="N", help="Most rows of a table of claims and replies; 0: all.")] = ROWS,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Write a report: who disputes what and on what ground, claims and replies of the parties, what was read.

    Without --between, those declared parties are set side by side that dispute each other.
    """
    from kg import quotes
    from kg import report as reporting
    from kg.problems import KgError

    if fmt is Format.docx and (out is None or str(out) == "-") and sys.stdout is not None and sys.stdout.isatty():
        raise KgError("a Word document is nothing for a terminal: name a file with -o")
    held = source.held(built, case, text, lang.value, include=include, annotators=annotators)
    words = quotes.words(held.store, text or ())
    made = reporting.report(
        held.store, fmt.value, lang.value, words, between or (), withheld=held.withheld, annotators=annotators, rows=rows
    )  # fmt: skip
    output.put(made, out)
