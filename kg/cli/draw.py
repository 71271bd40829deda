"""`kg draw`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, By, Case, Include, Lang, Language, Out, Picture, Text


def draw(
    case: Case = None,
    text: Text = None,
    view: Annotated[Picture, typer.Option("--view", help="What to draw.")] = Picture.dispute,
    around: Annotated[str | None, typer.Option("--around", metavar="ID", help="Only what is near a thing.", show_default=False)] = None,
    depth: Annotated[int, typer.Option("--depth", min=0, metavar="N", help="How near, in steps.")] = 1,
    by: Annotated[By | None, typer.Option("--by", help="What colours mean.", show_default=False)] = None,
    metric: Annotated[str | None, typer.Option("--metric", metavar="ID", help="The metric of a series.", show_default=False)] = None,
    out: Out = None,
    built: Built = None,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Draw a graph as svg, png or pdf, told by the name behind -o (svg without one)."""
    from kg.draw import FORMATS, draw
    from kg.problems import KgError

    fmt = _format(out)
    if fmt not in FORMATS:
        raise KgError(f"{out}: a picture is one of {', '.join(FORMATS)}: end the name behind -o with one of them")
    held = source.held(built, case, text, lang, include=include, annotators=annotators).store
    made = draw(held, view.value, fmt, lang.value, around=around, depth=depth, by=by.value if by else "", metric=metric)
    output.put(made, out)


def _format(out: Path | None) -> str:
    return out.suffix.lower().removeprefix(".") if out is not None and str(out) != "-" else "svg"
