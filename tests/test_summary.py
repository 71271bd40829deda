"""A graph in numbers: what was set aside counts as that and as nothing else."""

from __future__ import annotations

from pathlib import Path

from kg import anchor, case, summary
from kg.problems import Place, Problem
from tests import little
from tests.little import at

SPAN, DIGITS = at("осуждено 47").split("/")


def counted(tmp_path: Path, body: str) -> summary.Summary:
    read = case.read(little.folder(tmp_path, body))
    anchoring = little.verified(read)
    return summary.count(anchor.quarantine(read, anchoring)[0], anchoring.problems)


def test_counts(tmp_path: Path) -> None:
    found = counted(
        tmp_path,
        little.body(
            f"- {{stance: asserts, at: [{SPAN}/{DIGITS}, {at('отчёт')}]}}\n"
            f"- {{stance: relays, at: {SPAN}, from: {{by: panel, stance: asserts}}}}\n"
            f"- {{stance: denies, at: {SPAN}/00000000}}"
        ),
    )
    assert found["claims"] == 1
    assert found["documents"] == {"full": 1, "part": 0, "mention": 0}
    assert found["assertions"] == {"asserts": 1, "denies": 0, "questions": 0, "concedes": 0, "retracts": 0, "relays": 1}
    assert isinstance(found["reported"], dict)
    assert found["reported"]["asserts"] == 1
    assert found["passages"] == {"verified": 2, "unchecked": 1, "not-at-hand": 0, "quarantined": 1}
    assert found["set aside"] == 1
    assert found["problems"] == {"errors": 0, "warnings": 1}


def test_nothing() -> None:
    found = summary.count([], [Problem(Place("a", 1), "x")])
    assert found["quads"] == 0
    assert found["set aside"] == 0
    assert found["problems"] == {"errors": 1, "warnings": 0}
