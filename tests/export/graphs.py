"""Graphs that exports are tried on."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg import build, resources, store
from tests.draw import bridge
from tests.export import awkward

EMPTY = {
    "case.yaml": "base: https://empty.example.org/\ntitle: {en: Empty}\nversion: '1'\nlanguages: [en]\nparties: [a]\n"
    "annotators: {me: {name: {en: Me}, kind: person}}\n",
    "actors.yaml": "actors: {a: {name: {en: A}, kind: group}}\n",
}


@cache
def held(name: str) -> ox.Store:
    """A graph by its name below."""
    if name == "awkward":
        return awkward.held()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        case = awkward.write(folder)
        if name == "set aside":  # no passage matches
            report = case / "report.v1.yaml"
            report.write_text(re.sub("(?<=[0-9]/)[0-9a-f]{8}", "00000000", report.read_text("utf-8")), "utf-8")
        (folder / "empty").mkdir()
        for file, content in EMPTY.items():
            (folder / "empty" / file).write_text(content, "utf-8")
        folders = {
            "set aside": [case],
            "empty": [folder / "empty"],
            "several": [case, bridge.CASE, folder / "empty"],
            "first": [resources.first_case()],
            "second": [resources.folder("data") / "velzha"],
        }[name]
        return store.memory(build.assemble(folders, [folder / "texts"]).quads)


NAMES = ["awkward", "set aside", "empty", "several", "first", "second"]
