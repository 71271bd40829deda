"""The fictional case that is drawn in tests, and its graph."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import build, graphs, store

if TYPE_CHECKING:
    import networkx as nx

CASE = Path(__file__).parent / "case"
BASE = "https://example.org/bridge/"


@cache
def held() -> ox.Store:
    return store.memory(build.assemble([CASE]).quads)


def view(name: str, lang: str = "en") -> nx.MultiDiGraph[str]:
    return graphs.to_networkx(held(), name, lang)


def short(iri: str) -> str:
    return iri.removeprefix(BASE)
