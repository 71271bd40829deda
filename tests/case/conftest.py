"""A case of made-up files, and copies of it with something changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

BASE = Path(__file__).parent / "base"

#: File → its whole new text, None (no such file), `{add: text}` or `{text that stands there once: new text}`.
Changes = Mapping[str, str | Mapping[str, str] | None]


def copy_with(folder: Path, changes: Changes) -> Path:
    """The base case in `folder`, changed."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, change in changes.items():
        path = folder / name
        if change is None:
            path.unlink()
            continue
        text = path.read_text("utf-8") if isinstance(change, Mapping) else change
        for was, now in change.items() if isinstance(change, Mapping) else ():
            if was == "add":
                text += now
            else:
                assert text.count(was) == 1, f"{was!r} stands {text.count(was)} times in {name}"
                text = text.replace(was, now)
        path.write_bytes(text.encode("utf-8"))
    return folder


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Changes], Path]:
    """The base case with changes, in a folder of its own."""
    return lambda changes: copy_with(tmp_path / "case", changes)
