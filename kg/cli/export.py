"""`kg export`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Built, Case, Graph, Out, RdfFormat, Text, Which


def export(
    case: Case = None,
    built: Built = None,
    fmt: Annotated[RdfFormat, typer.Option("-f", "--format", help="Format.")] = RdfFormat.turtle,
    out: Out = None,
    graph: Graph = Which.all,
    text: Text = None,
) -> None:
    """Write a graph as Turtle, N-Triples, TriG, N-Quads or JSON-LD, the same bytes every time.

    Turtle and N-Triples have no place for a graph's name: they merge the graphs, without what was set aside.
    """
    from kg import rdf, store

    folder = source.choose(built, case)
    held = store.open(folder) if folder else store.memory(source.in_memory(case, text).quads)
    quads = store.quads(held, graph.value)
    if fmt in rdf.MERGED and graph is Which.all:
        aside = set(store.graphs(held, "quarantine"))
        quads = [quad for quad in quads if quad.graph_name not in aside]
    output.put(rdf.serialise(quads, fmt), out)
