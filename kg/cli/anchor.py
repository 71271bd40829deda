"""`kg anchor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.options import Text


def anchor(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    text: Text = None,
    drop_quotes: Annotated[bool, typer.Option("--drop-quotes", help="Leave no quote in the files.")] = False,
) -> None:
    """Turn each quote: into at: with range and digits, in place; ranges get their digits."""
    from kg import anchor as anchoring
    from kg import case as cases
    from kg import text as texts

    read = cases.read(case)
    found = texts.find(text or (), {document.sha256 for document in read.documents.values()})
    for one in found:
        if one.text is None:
            output.say(output.unmatched(one))
    made = anchoring.write(read, {one.sha256: one.text for one in found if one.text is not None}, drop_quotes=drop_quotes, given=bool(text))
    for problem in made.problems:
        output.say(str(problem))
    files = ", ".join(str(path) for path in made.files) or "no file"
    digits = output.count(made.digits, "range", " given its digits" if made.digits == 1 else " given their digits")
    done = f"{output.count(made.quotes, 'quote', ' anchored')}, {digits}, {output.count(made.dropped, 'quote', ' dropped')}"
    typer.echo(f"{done}: {files} changed")
    if made.problems:
        raise typer.Exit(1)
