"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

#: typer exports this one's child only, and where it has it from differs between its versions.
UsageError: Any = typer.BadParameter.__mro__[1]


class Lang(StrEnum):
    """A language of names and messages."""

    en = "en"
    ru = "ru"


class Which(StrEnum):
    """Graphs to look at."""

    said = "said"
    inferred = "inferred"
    findings = "findings"
    quarantine = "quarantine"
    all = "all"


class TableFormat(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"
    srj = "srj"


class AnswerFormat(StrEnum):
    """How the answer to any query is written: rows, then graphs."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"
    srj = "srj"
    turtle = "turtle"
    ntriples = "ntriples"
    trig = "trig"
    nquads = "nquads"
    jsonld = "jsonld"
    rdfxml = "rdfxml"


class ExplanationFormat(StrEnum):
    """How sentences are written."""

    text = "text"
    md = "md"
    json = "json"
    html = "html"


class ExportFormat(StrEnum):
    """How a graph is written: RDF, tables and annotations, then views for other programs."""

    turtle = "turtle"
    ntriples = "ntriples"
    trig = "trig"
    nquads = "nquads"
    jsonld = "jsonld"
    rdfxml = "rdfxml"
    jsonld_framed = "jsonld-framed"
    xlsx = "xlsx"
    webannotation = "webannotation"
    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    cytoscape = "cytoscape"


class View(StrEnum):
    """What a view shows of a graph."""

    dispute = "dispute"
    labels = "labels"
    people = "people"
    evidence = "evidence"
    sources = "sources"
    documents = "documents"
    all = "all"


class Picture(StrEnum):
    """What can be drawn: the views, pictures over time, and numbers beside what follows from others."""

    dispute = "dispute"
    labels = "labels"
    people = "people"
    evidence = "evidence"
    sources = "sources"
    documents = "documents"
    all = "all"
    timeline = "timeline"
    series = "series"
    audit = "audit"


class By(StrEnum):
    """What colours mean."""

    kind = "kind"
    party = "party"


Cases = Annotated[list[Path] | None, typer.Argument(help="Folders of cases; without one the first case.", show_default=False)]
Case = Annotated[Path | None, typer.Argument(help="A case to read instead of a built graph.", show_default=False)]
Built = Annotated[Path | None, typer.Option("-g", "--from", metavar="DIR", help="A built graph.", show_default=False)]
Text = Annotated[
    list[Path] | None, typer.Option("--text", metavar="FILE-or-DIR", help="Texts to verify passages against, found by digest.")
]
Graph = Annotated[Which, typer.Option("--graph", help="Which graphs.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of names and messages.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="A file instead of standard output.", show_default=False)]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include-confidential", metavar="NAME", help="Keep this confidential thing: name, or document:name.", show_default=False
    ),
]
Annotators = Annotated[bool, typer.Option("--annotators", help="Count what annotators argue, and add in files of their own, too.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 on warnings too.")]
