"""Every kind of change is found, told once, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from kg import diff
from tests.diff import mill

#: Name → `edits` (file → old and new, in turn) and the sentences that are `told`.
EDITS = yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return mill.graph(mill.write(tmp_path_factory.mktemp("diff") / "mill"), mill.TEXT, mill.LETTER)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_and_nothing_else(before: ox.Store, tmp_path: Path, name: str) -> None:
    after = mill.graph(mill.write(tmp_path / "mill", EDITS[name]["edits"]), mill.TEXT, mill.LETTER)
    changes = diff.compare(before, after)
    assert mill.sentences(changes) == EDITS[name]["told"]
    assert mill.mirrored(changes) == mill.unordered(diff.compare(after, before))
    russian = diff.compare(before, after, "ru")
    assert [(one.reference, one.field, one.change) for one in russian] == [(one.reference, one.field, one.change) for one in changes]
    assert all(any("а" <= letter <= "я" for letter in one.sentence) for one in russian)
