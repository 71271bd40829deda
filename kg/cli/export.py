"""`kg export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, ExportFormat, Graph, Include, Lang, Language, Out, Text, View, Which


def export(
    case: Case = None,
    built: Built = None,
    fmt: Annotated[ExportFormat, typer.Option("-f", "--format", help="Format.")] = ExportFormat.turtle,
    out: Out = None,
    graph: Graph = Which.all,
    view: Annotated[View, typer.Option("--view", help="What a graphml, gexf or cytoscape file shows.")] = View.all,
    text: Text = None,
    annotators: Annotators = False,
    include: Include = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only list the persons whose names would leave.")] = False,
    lang: Language = Lang.en,
) -> None:
    """Write a graph as RDF, as tables or annotations, or a view of it for Gephi, yEd or Cytoscape; the same bytes every time.

    csv is a folder of tables, named with -o; xlsx has the same tables in one file. With --text they, and webannotation, have
    the words of passages. Turtle, N-Triples and RDF/XML have no place for a graph's name: they merge the graphs, without
    what was set aside.
    """
    from kg import export as exporting

    folder = fmt.value in exporting.FOLDERS and not preview
    if folder and (out is None or str(out) == "-"):
        raise typer.BadParameter(f"{fmt.value} is a folder of tables: name one with -o")
    if fmt is ExportFormat.xlsx and not preview and (out is None or str(out) == "-") and sys.stdout is not None and sys.stdout.isatty():
        raise typer.BadParameter("xlsx is nothing to read in a terminal: name a file with -o")
    if built is not None and fmt.value in exporting.TEXTUAL and text and not preview:
        _say_unmatched(built, text)
    held = source.held(built, case, text, lang, include=include, annotators=annotators).store
    if preview:
        output.table(exporting.persons(held, graph.value, lang.value), out=out)
    elif folder and out is not None:
        _put(out, exporting.folder_of(held, graph.value, lang.value, text or ()))
    else:
        output.put(exporting.export(held, fmt.value, graph.value, view.value, lang.value, text or ()), out)


def _put(folder: Path, contents: dict[str, bytes]) -> None:
    """Files in a folder, all of them or none."""
    from kg import files
    from kg.problems import KgError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: cannot be made ({error.strerror or error}): name a folder with -o") from error
    files.write_all({folder / name: content for name, content in contents.items()})


def _say_unmatched(built: Path, text: list[Path]) -> None:
    """Say that a text is nobody's; where a case is read, the reading says so."""
    from kg import quotes, store

    if not quotes.words(store.open(built), text):
        output.say("--text: none of this is the text of a document here, so no words of passages are shown")
