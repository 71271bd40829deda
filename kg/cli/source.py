"""Which graph a command works on, and what it says of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli import output

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.build import Built
    from kg.sparql import Source

BUILT = Path("kg-out")


def choose(built: Path | None, case: Path | None, lang: str = "en") -> Path | None:
    """The folder of a built graph: `-g`, else (no case named) `./kg-out`; None for a case to read."""
    from kg import store

    if built is not None and case is not None:
        raise typer.BadParameter("-g names a built graph and CASE one to read: give one of them")
    if built is not None or case is not None:
        return built
    if store.is_built(BUILT):
        output.say(f"asking ./{BUILT} ({_titles(BUILT, lang)}), as it was built; kg build renews it")
        return BUILT
    return None


def _titles(folder: Path, lang: str) -> str:
    """The titles of the cases in a built graph, in a language or else in their first."""
    from kg import ask, store

    query = f"SELECT ?case ?title {{ ?case a kg:Case ; dct:title ?title }} ORDER BY ?case (LANG(?title) = '{lang}') DESC(LANG(?title))"
    with store.reading(folder):
        rows = ask.table(store.query(store.open(folder), query)).rows
    return "; ".join({row["case"]: row["title"] for row in rows}.values())  # the last of each case


def in_memory(case: Path | None, text: list[Path] | None = None, include: list[str] | None = None, annotators: bool = False) -> Built:
    """A case read, checked and inferred, nothing written."""
    from kg import build, resources

    if case is None:
        output.say(f"nothing was built here: asking the first case, {resources.FIRST_CASE}")
    with output.working(f"reading {case or resources.FIRST_CASE}"):
        built = build.assemble([case or resources.first_case()], text or (), include=include or (), annotators=annotators)
    for found in built.unmatched:
        output.say(output.unmatched(found))
    return built


@dataclass
class Held:
    """A graph to work on, how many rows of each question's answer are withheld, and the folder that it stands in as it is."""

    store: Store
    withheld: Mapping[str, int]
    folder: Path | None = None

    def sent(self) -> Source:
        """The graph for a process of its own."""
        from kg import rdf, store

        return self.folder or rdf.serialise(store.quads(self.store), "nquads")


def held(
    built: Path | None,
    case: Path | None,
    text: list[Path] | None = None,
    lang: str = "en",
    *,
    include: list[str] | None = None,
    annotators: bool = False,
) -> Held:
    """The graph that the options choose: a built one, or a case that is read."""
    from kg import store

    folder = choose(built, case, lang)
    if folder is None:
        made = in_memory(case, text, include, annotators)
        return Held(store.memory(made.quads, annotators=annotators), made.withheld)
    if include:
        raise typer.BadParameter("--include-confidential: what a built graph left out is not in it; name the case to read")
    graph = store.open(folder)
    if annotators:
        from kg import derived

        return Held(derived.with_annotators(graph), store.withheld(folder))
    return Held(graph, store.withheld(folder), folder)
