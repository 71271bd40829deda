"""`kg export`."""

from __future__ import annotations

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
    """Write a graph as RDF, or a view of it for Gephi, yEd or Cytoscape; the same bytes every time.

    Turtle and N-Triples have no place for a graph's name: they merge the graphs, without what was set aside.
    """
    from kg import export as exporting

    held = source.held(built, case, text, lang, include=include, annotators=annotators).store
    if preview:
        output.table(exporting.persons(held, graph.value, lang.value), out=out)
        return
    output.put(exporting.export(held, fmt.value, graph.value, view.value, lang.value), out)
