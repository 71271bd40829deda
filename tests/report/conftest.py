"""The bridge: a case with every kind of reply, and its graph."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import build, quotes, store

BRIDGE = Path(__file__).parent / "cases" / "bridge"
Change = Callable[..., ox.Store]


def graph(folder: Path, *, annotators: bool = False) -> ox.Store:
    texts = [folder / "texts"] if (folder / "texts").is_dir() else []
    return store.memory(build.assemble([folder], texts, annotators=annotators).quads, annotators=annotators)


@pytest.fixture(scope="session")
def bridge() -> ox.Store:
    return graph(BRIDGE)


@pytest.fixture(scope="session")
def words(bridge: ox.Store) -> dict[str, str]:
    return quotes.words(bridge, [BRIDGE / "texts"])


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """The bridge's graph with words replaced in its files: `changed({"case.yaml": ("old", "new")})`."""

    def change(changes: dict[str, tuple[str, str]], *, annotators: bool = False) -> ox.Store:
        folder = tmp_path / "bridge"
        shutil.copytree(BRIDGE, folder, dirs_exist_ok=True)
        for name, (old, new) in changes.items():
            text = (folder / name).read_text("utf-8")
            assert old in text, (name, old)
            (folder / name).write_text(text.replace(old, new), "utf-8")
        return graph(folder, annotators=annotators)

    return change
