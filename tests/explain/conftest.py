"""A small case with its texts in which there is one of each kind of thing."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import build, quotes, store

HERE = Path(__file__).parent


def graph(*, annotators: bool = False) -> ox.Store:
    return store.memory(build.assemble([HERE / "case"], [HERE / "texts"], annotators=annotators).quads, annotators=annotators)


@pytest.fixture(scope="session")
def bridge() -> ox.Store:
    return graph()


@pytest.fixture(scope="session")
def bridge_words(bridge: ox.Store) -> dict[str, str]:
    return quotes.words(bridge, [HERE / "texts"])
