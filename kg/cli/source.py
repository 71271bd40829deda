"""Which graph a command works on, and what it says of that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from kg.build import Built

BUILT = Path("kg-out")


def choose(built: Path | None, case: Path | None) -> Path | None:
    """The folder of a built graph: `-g`, else (no case named) `./kg-out`; None for a case to read."""
    from kg import store

    if built is not None or case is not None:
        return built
    if store.is_built(BUILT):
        typer.echo(f"asking ./{BUILT}", err=True)
        return BUILT
    return None


def in_memory(case: Path | None, text: list[Path] | None = None) -> Built:
    """A case read, checked and inferred, nothing written."""
    from kg import build, resources

    if case is None:
        typer.echo(f"nothing was built here: asking the first case, {resources.FIRST_CASE}", err=True)
    return build.assemble([case or resources.first_case()], text or ())
