"""`kg add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output


def add(
    kind: Annotated[str, typer.Argument(help="What to add: claim, actor, metric, document …", show_default=False)],
    name: Annotated[str | None, typer.Argument(help="A name you choose; without one, the keys are listed.", show_default=False)] = None,
    pairs: Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE...", help="Its keys.", show_default=False)] = None,
    case: Annotated[Path, typer.Option("--case", metavar="FOLDER", help="The folder of the case.")] = Path(),
    within: Annotated[str, typer.Option("--in", metavar="DOCUMENT", help="The document it stands in.", show_default=False)] = "",
    text: Annotated[Path | None, typer.Option("--text", metavar="FILE", help="The text of a new document.", show_default=False)] = None,
) -> None:
    """Add an entry to the right file of a case; the rest of the file stays as it is.

    The keys are those of the file format, joined by dots. A key that takes a list may be given twice.

    \b
    kg add actor herald name.en="The Herald" kind=organisation
    kg add claim bridge-unsafe --in council-reply says.en="The bridge is not safe" \\
        kind=evaluative said.council.stance=denies
    kg add stance bridge-unsafe/herald stance=asserts
    kg add value cracks/2025 value=9

    What can be added: annotator, concept, actor, document, claim, support, challenge, metric, calculation,
    reform, tie, link, break, mark, annotation (DOCUMENT.by-ANNOTATOR), stance (CLAIM/ACTOR), value
    (METRIC/NAME or METRIC/PERIOD). Nothing is written if the case would have a new error.
    """
    from kg import write

    if name is None:
        for line in write.keys(kind):
            typer.echo(line)
        return
    added = write.add(case, kind, name, pairs or (), within=within, text=text)
    typer.echo(f"{added.path}:{added.line}: {kind} {name} added")
    for problem in added.warnings:
        output.say(str(problem))
    if added.errors_before:
        output.say(f"the case has {output.count(added.errors_before, 'other error')}: kg check {case} tells which")
    if any("quote=" in pair for pair in pairs or ()):
        output.say(f"the quote becomes a passage with: kg anchor {case} --text FILE")
