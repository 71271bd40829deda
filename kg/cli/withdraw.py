"""`kg withdraw`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.diff import Format, put
from kg.cli.options import Built, Case, Include, Lang, Language, Text


def withdraw(
    document: Annotated[str, typer.Argument(help="A document's name, or an annotator's file: DOCUMENT.by-ANNOTATOR.")],
    case: Case = None,
    built: Built = None,
    fmt: Annotated[Format, typer.Option("-f", "--format", help="Sentences, or JSON.")] = Format.text,
    text: Text = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where the graph without it goes.", show_default=False)
    ] = None,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Take a document out with all that rested on it alone, and say what changes; the case's files stay as they are."""
    from kg import build
    from kg.withdraw import withdraw

    held = source.held(built, case, text, lang, include=include)
    made = withdraw(held.store, document, lang.value)
    if out is not None:
        build.write(build.of(made.quads, held.withheld), out, lang=lang)
    put(made.changes, fmt, lang)
    output.say(f"the graph without it is in {out}" if out else "nothing was written: -o DIR writes the graph without it")
