"""Which graph a command works on, and what it says of that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli import output

if TYPE_CHECKING:
    from kg.build import Built

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


def in_memory(case: Path | None, text: list[Path] | None = None) -> Built:
    """A case read, checked and inferred, nothing written."""
    from kg import build, resources

    if case is None:
        output.say(f"nothing was built here: asking the first case, {resources.FIRST_CASE}")
    built = build.assemble([case or resources.first_case()], text or ())
    for found in built.unmatched:
        output.say(output.unmatched(found))
    return built
