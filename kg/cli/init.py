"""`kg init`."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="A new folder, or one that has no YAML file yet.")],
    text: Annotated[list[Path] | None, typer.Option("--text", metavar="FILE", help="A text to make a document for; not copied.")] = None,
    title: Annotated[str, typer.Option("--title", help="What the dispute is called.", show_default=False)] = "",
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="Of the texts: en, ru …", show_default=False)] = "",
    editor: Annotated[bool, typer.Option("--editor", help="Only what VS Code needs, for a case that is there.")] = False,
) -> None:
    """Write a new case that builds at once, with comments that say what to write where."""
    from kg import write

    if editor:
        if text or title or language:
            raise typer.BadParameter("--editor writes nothing of the case: leave --text, --title and --language out")
        typer.echo(f"{folder}: {', '.join(str(path.relative_to(folder)) for path in write.prepare_editor(folder))} written")
        return
    _, actors, *documents = made = write.init(folder, text or (), title=title, language=language)
    here, given = quote(str(folder)), "".join(f" --text {quote(str(path))}" for path in text or ())
    typer.echo(f"{folder}: {', '.join(path.name for path in made)} written, and .vscode for completion in VS Code")
    typer.echo(f"1. write who is in dispute in {actors}, and what they say in {documents[0]}: the comments say how")
    entry = f'NAME --in {documents[0].stem} says.en="…" kind=factual said.party-one.stance=asserts'
    typer.echo(f"2. or add to them: kg add claim {entry} --case {here}")
    typer.echo(f"3. kg build {here}{given}")
