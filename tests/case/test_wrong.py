"""Every fixture in `wrong/`: the base case with a change, and exactly the problems that must be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import case
from kg.problems import CaseError

WRONG = sorted((Path(__file__).parent / "wrong").glob("*.yaml"))
CASES = [(f"{path.stem}: {name}", one) for path in WRONG for name, one in yaml.safe_load(path.read_text("utf-8")).items()]


def test_there_are_fixtures() -> None:
    assert len(WRONG) > 1


@pytest.mark.parametrize("changes", [pytest.param(one, id=name) for name, one in CASES])
def test_refused_with_file_and_line(changes: dict[str, Any], changed: Callable[..., Path]) -> None:
    expected = changes.pop("problems")
    folder = changed(changes)
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    assert [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems] == expected
