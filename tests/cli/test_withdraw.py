"""`kg withdraw`."""

from __future__ import annotations

import json
from pathlib import Path

from kg import rdf, store
from tests import support
from tests.cli.conftest import Kg

BASE = "https://example.org/case/"
CASE = Path(__file__).parents[1] / "withdraw"


def test_the_command(kg: Kg, tmp_path: Path) -> None:
    support.read(CASE, tmp_path / "case")
    assert kg("build", str(tmp_path / "case"), "-o", str(tmp_path / "built"), "--no-picture").code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "built").rglob("*") if path.is_file()}
    ran = kg("withdraw", "report", "-g", str(tmp_path / "built"))
    assert (ran.code, any(line.startswith("Document report is gone") for line in ran.out.splitlines())) == (0, True)
    assert "nothing was written" in ran.err
    assert {path: path.read_bytes() for path in (tmp_path / "built").rglob("*") if path.is_file()} == before
    ran = kg("withdraw", "report", str(tmp_path / "case"), "-o", str(tmp_path / "less"), "-f", "json")
    assert {change["reference"] for change in json.loads(ran.out)} >= {"report", "reply:only-theirs"}
    assert BASE + "report" not in {rdf.text(quad.subject) for quad in store.open(tmp_path / "less")}
    assert kg("diff", str(tmp_path / "built"), str(tmp_path / "less"), "-f", "json").out == ran.out
