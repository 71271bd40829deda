"""`kg diff`."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.options import Include, Lang, Language, Out, Text

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.build import Built
    from kg.diff import Change


class Format(StrEnum):
    """How changes are written."""

    text = "text"
    json = "json"


def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="A built graph's folder, or a case's.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="What it is compared with.")],
    fmt: Annotated[Format, typer.Option("-f", "--format", help="Sentences, or JSON.")] = Format.text,
    text: Text = None,
    out: Out = None,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Say what has changed from A to B, two builds, versions or cases: by claim, figure, tie and status."""
    from kg import diff as comparing

    read: list[Built] = []
    held = [_graph(folder, text, include, lang, read) for folder in (before, after)]
    for found in read[0].unmatched if read else ():
        if all(found in one.unmatched and found.sha256 not in one.withheld_texts for one in read):
            output.say(output.unmatched(found))
    changes = comparing.compare(held[0], held[1], lang.value)
    put(changes, fmt, lang, out)


def put(changes: list[Change], fmt: Format, lang: Lang, out: Path | None = None) -> None:
    """Changes as sentences, or as JSON."""
    from kg.diff import text

    if fmt is Format.json:
        written = json.dumps([asdict(change) for change in changes], indent=2, ensure_ascii=False) + "\n"
    else:
        written = text(changes, lang.value)
    output.put(written.encode("utf-8", "backslashreplace"), out)


def _graph(folder: Path, text: list[Path] | None, include: list[str] | None, lang: str, read: list[Built]) -> Store:
    """What was built in a folder; else the case in it, read in memory, which is put to what was `read`."""
    from kg import store
    from kg.case.folder import CASE
    from kg.problems import KgError

    if store.is_built(folder):
        return store.open(folder)
    from kg import build  # takes longer to import than two built graphs to compare

    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder: name a case's or one that kg build wrote")
    if not (folder / CASE).exists():
        raise KgError(f"{folder}: neither a built graph nor a {CASE} in it: name a case's folder or one that kg build wrote")
    with output.working(f"reading {folder}"):
        built = build.assemble([folder], text or (), lang, include=include or ())
    read.append(built)
    return store.memory(built.quads)
