"""Where `ontology/`, `queries/` and `data/` are: inside the installed package, or beside it in a clone."""

from __future__ import annotations

from pathlib import Path

FIRST_CASE = "kazakhstan-2025"


def folder(name: str) -> Path:
    """The folder `ontology`, `queries` or `data`; a wheel carries it in the package."""
    here = Path(__file__).resolve().parent
    packed = here / name
    return packed if packed.is_dir() else here.parent / name


def first_case() -> Path:
    """The case that is built when none is named; from the working directory where it is below it."""
    path = folder("data") / FIRST_CASE
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
