"""`kg anchor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.options import Include, Text

if TYPE_CHECKING:
    from kg.case import Case, Hidden


def anchor(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    text: Text = None,
    drop_quotes: Annotated[bool, typer.Option("--drop-quotes", help="Leave no quote in the files.")] = False,
    utf16: Annotated[bool, typer.Option("--utf16", help="Ranges without digits were counted as JavaScript counts.")] = False,
    moved: Annotated[bool, typer.Option("--moved", help="Say where the passages of a replaced text stand in the new one.")] = False,
    write: Annotated[bool, typer.Option("--write", help="With --moved: write what has one new place.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; show a diff of what would be written.")] = False,
    include: Include = None,
) -> None:
    """Turn each quote: into at: with range and digits, in place; ranges get their digits.

    Confidential things are anchored like others, but what is said of them is only told with --include-confidential.
    """
    from kg import case as cases

    if write and not moved:
        raise typer.BadParameter("--write belongs to --moved; without it, files are written anyway")
    if moved and (drop_quotes or utf16):
        raise typer.BadParameter("--moved goes with --text, --write and --dry-run only: run kg anchor again for the rest")
    public = cases.read(case, include or ())
    cases.check_included([public], include or ())
    read = cases.read(case, None) if public.withheld else public
    hidden = cases.hidden(read, public)
    if moved:
        _moved(read, hidden, text or [], write, dry_run)
    else:
        _anchor(read, hidden, text or [], drop_quotes, utf16, dry_run)


def _anchor(read: Case, hidden: Hidden, text: list[Path], drop_quotes: bool, utf16: bool, dry_run: bool) -> None:
    from kg import anchor as anchoring
    from kg import text as texts

    found = texts.find(text, {document.sha256 for document in read.documents.values()})
    for one in found:
        if one.text is None:
            output.say(output.unmatched(one))
    at_hand = {one.sha256: one.text for one in found if one.text is not None}
    made = anchoring.write(read, at_hand, drop_quotes=drop_quotes, given=bool(text), dry_run=dry_run, utf16=utf16)
    shown = [problem for problem in made.problems if not hidden.has(problem.place)]
    for problem in shown:
        output.say(str(problem))
    _more(len(made.problems) - len(shown))
    files = _files(made.files, hidden)
    digits = output.count(made.digits, "range", " given its digits" if made.digits == 1 else " given their digits")
    done = f"{output.count(made.quotes, 'quote', ' anchored')}, {digits}, {output.count(made.dropped, 'quote', ' dropped')}"
    if dry_run:
        output.put(made.diff(hidden).encode(), None)
        if hidden.places:
            output.say("changes at lines of what is confidential are not shown")
        output.say(f"{done}: {files} would be changed, nothing was written")
    else:
        typer.echo(f"{done}: {files} changed")
    if made.problems:
        raise typer.Exit(1)


def _files(files: list[Path], hidden: Hidden) -> str:
    shown = [str(path) for path in files if str(path) not in hidden.files]
    return ", ".join([*shown, *(["what is confidential"] if len(shown) < len(files) else [])]) or "no file"


def _more(problems: int) -> None:
    if problems:
        output.say(f"{problems} more in what is confidential: name it with --include-confidential to see them")


def _moved(read: Case, hidden: Hidden, text: list[Path], write: bool, dry_run: bool) -> None:
    from kg import anchor as anchoring
    from kg import text as texts
    from kg.problems import KgError

    found = texts.find(text, {document.sha256 for document in read.documents.values()})
    at_hand = {one.sha256: one.text for one in found if one.text is not None}
    others = {sha256: other for sha256, other in texts.every(text).items() if sha256 not in at_hand}
    made = anchoring.moved(read, at_hand, others, write=write or dry_run, dry_run=dry_run)
    for one in found:
        if one.text is None and one.sha256 not in made.used and not (made.used and not one.sha256):
            output.say(output.unmatched(one))
    if not at_hand:
        raise KgError(
            "no text of a document is at hand: write sha256 and length of the new one under document: text:, and give it with --text"
        )
    moves = [move for move in made.moves if not hidden.has(move.place)]
    shown = made.diff(hidden) if dry_run else "".join(f"{move}\n" for move in moves)
    output.put(shown.encode("utf-8", "backslashreplace"), None)
    found_again = output.count(sum(bool(move.to) and not move.document for move in made.moves), "passage")
    files = _files(list(made.changes), hidden)
    _more(len(made.moves) - len(moves))
    output.say(
        f"{found_again} of new texts with one new place, {made.lost()} without: {files} {'would be changed' if dry_run else 'changed'}"
    )
    if made.lost():
        raise typer.Exit(1)
