"""A little case of nothing but figures and calculations, for tests of what is made of an audit."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg import build, store
from tests import little

#: By this a calculation calls the figures of the years from 2020 on.
LETTERS = "abcdefgh"


def held(values: list[str], *calculations: str) -> ox.Store:
    """The graph of a case with figures for the years from 2020 on, as `a`, `b`, … in the calculations `x1`, `x2`, … over them."""
    told = []
    for number, calculation in enumerate(calculations, 1):
        named = re.sub(rf"\b[{LETTERS}]\b(?!')", lambda found: f"convictions/{2020 + LETTERS.index(found[0])}", calculation)
        told.append(f"  x{number}: {{{named}, by: reader}}\n")
    body = little.body("- {stance: asserts}") + (
        "metrics:\n  convictions:\n    counts: conviction\n    unit: person\n    values:\n"
        + "".join(f"      {year}: {{value: '{value}'}}\n" for year, value in enumerate(values, 2020))
        + (f"calculations:\n{''.join(told)}" if told else "")
    )
    with TemporaryDirectory() as made:
        little.folder(Path(made), body.replace("language: ru", "language: en"))
        return store.memory(build.assemble([Path(made) / "little"]).quads)
