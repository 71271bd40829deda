"""A finding that comes out otherwise is told; one that does not is not, whatever else changes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import diff
from tests.diff import mill

CALCULATIONS = """\
  weights: {counts: fish, unit: kg, values: {2021: {value: 10}, 2022: {value: 20}, 2021..2022: {value: 30}}}
calculations:
  both: {kind: sum, parts: [weights/2021, weights/2022], gives: weights/2021..2022, by: ann}
"""
EDIT = ["calculations:\n", CALCULATIONS]
LEAFLET = "document: {title: {en: A leaflet}, read: full}\nmetrics: {caught: {counts: fish, unit: kg, values: {2022: {value: 25}}}}\n"


def graph(folder: Path, *edits: list[str], leaflet: str = "") -> ox.Store:
    new = {"leaflet.yaml": [["", leaflet]]} if leaflet else {}
    return mill.graph(mill.write(folder, {"reply.yaml": [EDIT, *edits], **new}), mill.TEXT, mill.LETTER)


def findings(before: ox.Store, after: ox.Store, lang: str = "en") -> list[str]:
    return [one.sentence for one in diff.compare(before, after, lang) if one.kind == "finding"]


@pytest.mark.parametrize(
    ("edits", "english", "russian"),
    [
        (
            [["2022: {value: 20}", "2022: {value: 21}"]],
            "Finding findings:reply/both: the outcome was “consistent” and is now “inconsistent”.",
            "Вывод findings:reply/both: исход был «сходится», стал «не сходится».",
        ),
        (
            [["2022: {value: 20}", "2022: {value: lots}"]],
            "Finding findings:reply/both: the outcome was “consistent” and is now “not checkable”.",
            "Вывод findings:reply/both: исход был «сходится», стал «нельзя проверить».",
        ),
        (
            [["2021..2022: {value: 30}", "2021..2022: {value: 30}, again: {value: 31, period: 2022}"]],
            "New finding findings:reply/weights/2022/same-figure/2022+again: “conflict”.",
            "Новый вывод findings:reply/weights/2022/same-figure/2022+again: «расхождение».",
        ),
    ],
)  # fmt: skip
def test_another_outcome_is_told(tmp_path: Path, edits: list[list[str]], english: str, russian: str) -> None:
    before, after = graph(tmp_path / "before"), graph(tmp_path / "after", *edits)
    assert findings(before, after) == [english]
    assert findings(before, after, "ru") == [russian]
    there, back = diff.compare(before, after), diff.compare(after, before)
    assert mill.mirrored(there) == mill.unordered(back)
    one = next(each for each in there if each.kind == "finding")
    assert (one.reference.partition(":")[0], one.field, one.document) == ("findings", "outcome", "reply")


@pytest.mark.parametrize(
    "edits",
    [
        [["2022: {value: 20}", "2022: {value: twenty}"]],  # printed otherwise, the same number
        [["  both: {kind", "  # a remark\n  both: {kind"]],
        [["  both:", "  sum-of-both:"]],  # another name, the same outcome
        [["  weights:", "  heavy:"], ["weights/2021, weights/2022", "heavy/2021, heavy/2022"], ["gives: weights/", "gives: heavy/"]],
    ],
)
def test_the_same_outcome_is_not(tmp_path: Path, edits: list[list[str]]) -> None:
    assert findings(graph(tmp_path / "before"), graph(tmp_path / "after", *edits)) == []


def test_what_follows_from_figures_alone_may_change_its_name(tmp_path: Path) -> None:
    """With a leaflet whose name comes first, the conflict is called by the leaflet's figure; it is the same conflict."""
    clash = ["2021..2022: {value: 30}", "2021..2022: {value: 30}, again: {value: 31, period: 2022}"]
    before, after = graph(tmp_path / "before", clash), graph(tmp_path / "after", clash, leaflet=LEAFLET)
    assert findings(before, after) == []
    assert findings(graph(tmp_path / "alone"), graph(tmp_path / "with", leaflet=LEAFLET)) == [
        "New finding findings:leaflet/caught/2022/same-figure/2022+2022: “conflict”."
    ]


def test_what_is_gone_is_told_only_if_it_did_not_add_up(tmp_path: Path) -> None:
    gone = ["  both: {kind: sum, parts: [weights/2021, weights/2022], gives: weights/2021..2022, by: ann}\n", ""]
    assert findings(graph(tmp_path / "one"), graph(tmp_path / "two", gone)) == []
    clash = ["2022: {value: 20}", "2022: {value: 21}"]
    assert findings(graph(tmp_path / "three", clash), graph(tmp_path / "four", clash, gone)) == [
        "Finding findings:reply/both is gone: it was “inconsistent”.",
        "New finding findings:reply/weights/2021..2022/sum/2021+2022: “inconsistent”.",
    ]
