"""`kg explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, ExplanationFormat, Include, Lang, Language, Out, Text, UsageError

_NO_ID = (
    "an ID is missing: IDs stand in the column `id` of what kg ask prints (-f csv shows them whole), and are the names in the files; "
    "as in kg explain lastayev, or kg explain standard-kz-2025-05:torture-systematic"
)


def explain(
    name: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A thing: name, document:name, document:START-END, or IRI.", show_default=False),
    ] = None,
    case: Case = None,
    built: Built = None,
    text: Text = None,
    fmt: Annotated[ExplanationFormat, typer.Option("-f", "--format", help="Format.")] = ExplanationFormat.text,
    brief: Annotated[bool, typer.Option("--brief", help="Only what it is in short.")] = False,
    out: Out = None,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Tell everything the graph knows of a claim, actor, document, measure, figure, passage … in sentences.

    With the texts at hand (--text) passages are quoted.
    """
    from kg import explain as explaining
    from kg import quotes

    if name is None or (case is None and (Path(name) / "case.yaml").is_file()):
        raise UsageError(_NO_ID)
    held = source.held(built, case, text, lang, include=include, annotators=annotators)
    told = explaining.explain(held.store, name, lang.value, quotes.words(held.store, text or ()), brief=brief)
    output.put(explaining.WRITERS[fmt.value](told).encode("utf-8", "backslashreplace"), out)
    if held.withheld:
        output.say("something is withheld: what is confidential in this case is not told here")
