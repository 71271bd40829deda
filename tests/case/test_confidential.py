"""Who may be controlled by whom, as what is confidential takes it, is what the rule infers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import rdf
from kg.case.terms import classes
from kg.case.unknown import controllers
from tests import support

BASE = "https://example.org/case/"


@pytest.mark.parametrize("controls", ["", ", controls: yes", ", controls: no"])
@pytest.mark.parametrize("kind", classes()["Tie"]["kind"].values)
def test_control_is_the_rules(tmp_path: Path, kind: str, controls: str) -> None:
    (tmp_path / "one").mkdir()
    office = "minister-office" if kind == "holds" else "union"
    (tmp_path / "one" / "report.yaml").write_text(
        f"document: {{title: {{en: A}}, read: full}}\nties:\n  t: {{who: doctor, kind: {kind}, whom: {office}{controls}}}\n", "utf-8"
    )
    case = support.read(tmp_path / "one", tmp_path / "case")
    inferred = {(t.subject.value, t.object.value) for t in support.inferred(case) if t.predicate.value.endswith("/mayControl")}  # type: ignore[union-attr]
    ours = controllers(map(rdf.texts, case.quads))
    assert set(ours.get(BASE + "report/t", ())) == inferred
    assert inferred or kind in ("funds", "oversees") or "no" in controls
