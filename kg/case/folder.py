"""Which files of a folder make a case."""

from __future__ import annotations

import os
from pathlib import Path

from kg.case.message import problem
from kg.names import BY
from kg.problems import KgError, Place, Problem

CASE, ACTORS = "case.yaml", "actors.yaml"


def check(folder: Path) -> None:
    """Refuse a folder that is none, or has no case in it.

    Raises:
        KgError: says which, and what to do.
    """
    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder: name one with a {CASE} in it")
    if not os.path.lexists(folder / CASE):
        raise KgError(f"{folder}: no {CASE} in it: write one, or name the folder of a case")


def documents(folder: Path) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Name and path of each document's file, annotators' files after the documents, and what is misnamed.

    Raises:
        KgError: the folder cannot be listed.
    """
    found, problems = [], []
    try:
        paths = sorted(folder.iterdir(), key=lambda p: (BY in p.name, p.name))
    except OSError as error:
        raise KgError(f"{folder}: cannot be read: {error.strerror or error}") from error
    for path in paths:
        if path.name.startswith(".") or path.name in (CASE, ACTORS):
            continue
        if path.suffix == ".yaml":
            found.append((path.name.removesuffix(".yaml"), path))
        elif path.suffix.lower() in (".yml", ".yaml"):
            problems.append(problem(Place(str(path), 1), "a case is read from files that end in .yaml: rename it"))
    return found, problems
