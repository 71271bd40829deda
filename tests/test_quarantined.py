"""What is set aside is told, and never makes anybody look independent."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from kg import ask, build, store
from kg.problems import CaseError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The bridge is safe. The engineer works for the council."
CASE = """\
base: https://example.org/{name}/
title: {{en: Bridge}}
version: "1"
languages: [en]
parties: [council]
annotators: {{me: {{name: {{en: Me}}, kind: person}}}}
concepts: {{year: {{name: {{en: Year}}}}}}
"""
ACTORS = """\
actors:
  council: {name: {en: Council}, kind: organisation}
  engineer: {name: {en: Engineer}, kind: person}
"""


def write(folder: Path, tie: str, name: str = "bridge") -> Path:
    """A claim of the council's that an engineer's study supports; `tie` is the passage of who employs him."""
    folder.mkdir(exist_ok=True)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    (folder / "text.txt").write_text(TEXT, "utf-8")
    (folder / "case.yaml").write_text(CASE.format(name=name), "utf-8")
    (folder / "actors.yaml").write_text(ACTORS, "utf-8")
    (folder / "study.yaml").write_text(
        "document: {title: {en: Study}, author: engineer, read: full, reviewed: {author: 2025, sources: 2025, ties: 2025}}\n", "utf-8"
    )
    (folder / "reply.yaml").write_text(
        f"document: {{title: {{en: Reply}}, author: council, read: full, text: {{sha256: {sha256}, length: {len(TEXT)}}}}}\n"
        "claims:\n  safe: {says: {en: The bridge is safe}, kind: evaluative, said: {council: {stance: asserts, at: 0-19}}}\n"
        "supports:\n  by-study: {for: safe, with: study, by: council, at: 0-19}\n"
        f"ties:\n  job: {{who: council, kind: employs, whom: engineer, at: {tie}}}\n",
        "utf-8",
    )
    return folder


@pytest.mark.parametrize("tie", ["20-55", "20-55/00000000"], ids=["unchecked", "set aside"])
def test_a_tie_that_was_set_aside_makes_nobody_independent(tmp_path: Path, tie: str) -> None:
    built = build.assemble([write(tmp_path, tie)], [tmp_path])
    rows = ask.run(store.memory(built.quads), "claims-without-independent-source").rows
    assert [row["claim"] for row in rows] == ["The bridge is safe"]


def test_what_goes_along_has_a_line_of_its_own(tmp_path: Path) -> None:
    folder = write(tmp_path, "20-55")
    with (folder / "reply.yaml").open("a") as file:
        file.write(
            "metrics:\n  years:\n    counts: year\n    unit: year\n"
            "    values: {2019: {value: 1, at: 0-3/00000000}, 2020: {value: 2, at: 4-10}}\n"
            "calculations:\n  change: {kind: change, start: years/2019, end: years/2020}\n"
        )
    told = [str(problem) for problem in build.assemble([folder], [folder]).problems]
    assert any(":12: warning: set aside:" in line for line in told)
    assert any(":14: warning: reply/change is set aside along" in line for line in told)


def test_a_base_within_another_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        build.assemble([write(tmp_path / "a", "20-55"), write(tmp_path / "b", "20-55", "bridge/reply")])
    assert [problem.place.file for problem in caught.value.problems if problem.severity == "error"] == [str(tmp_path / "b" / "case.yaml")]
