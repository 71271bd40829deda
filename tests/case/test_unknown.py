"""Whatever is left out, nobody looks independent by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import ask, build, store
from kg.problems import CaseError

REVIEWED = "read: full, reviewed: {author: 2024, sources: 2024, ties: 2024}"
FILES = {
    "case.yaml": """\
base: https://example.org/water/
title: {en: Water}
version: "1"
languages: [en]
parties: [council, herald]
annotators: {me: {name: {en: First reader}, kind: person}}
""",
    "actors.yaml": """\
actors:
  council: {name: {en: Town council}, kind: organisation}
  herald: {name: {en: The Herald}, kind: organisation}
  paper: {name: {en: Far Paper}, kind: organisation}
  fund: {name: {en: Fund}, kind: organisation}
  expert: {name: {en: Dr Expert}, kind: person}
  kingfisher: {name: {en: Pelageya Kingfisher}, kind: person, confidential: true}
""",
    "answer.yaml": f"""\
document: {{title: {{en: Answer}}, author: council, {REVIEWED}}}
claims:
  clean: {{says: {{en: Water is clean}}, kind: factual, said: {{council: {{stance: asserts}}}}}}
supports:
  s: {{for: clean, with: study:measured}}
""",
    "study.yaml": f"""\
document: {{title: {{en: Study}}, author: paper, {REVIEWED}}}
claims:
  measured: {{says: {{en: Measured clean}}, kind: factual, said: {{paper: {{stance: asserts}}}}}}
""",
    "notes.yaml": f"document: {{title: {{en: Notes}}, author: paper, derives-from: talk, {REVIEWED}}}\n",
    "talk.yaml": f"document: {{title: {{en: Talk}}, author: paper, {REVIEWED}}}\n",
}
SPOKEN = {"study.yaml": [("said: {paper", "said: {expert")]}
#: What is changed in files (an old text and a new one; "" puts it at the end) → words for what is not known then.
HIDDEN: dict[str, tuple[dict[str, list[tuple[str, str]]], str]] = {
    "a tie of the author": ({"talk.yaml": [("", "ties: {t: {who: council, kind: employs, whom: paper, confidential: true}}")]}, "ties"),
    "a tie of who speaks": (
        {"study.yaml": [*SPOKEN["study.yaml"], ("", "ties: {t: {who: council, kind: employs, whom: expert, confidential: true}}")]},
        "ties",
    ),
    "whom two are tied to": (
        {
            "study.yaml": [
                *SPOKEN["study.yaml"],
                ("", "ties: {t: {who: kingfisher, kind: employs, whom: expert}, u: {who: council, kind: employs, whom: kingfisher}}"),
            ]
        },
        "ties",
    ),
    "whom both are controlled by": (
        {
            "talk.yaml": [
                ("", "ties: {t: {who: fund, kind: employs, whom: council, confidential: true}, u: {who: fund, kind: heads, whom: paper}}")
            ]
        },
        "ties",
    ),
    "a tie named after somebody": ({"talk.yaml": [("", "ties: {kingfisher-told: {who: council, kind: employs, whom: paper}}")]}, "ties"),
    "an author": ({"study.yaml": [("author: paper", "author: [paper, kingfisher]")]}, "author"),
    "a publisher": ({"study.yaml": [("author: paper", "author: paper, publisher: kingfisher")]}, "author"),
    "a source": (
        {"study.yaml": [("author:", "derives-from: talk, author:")], "talk.yaml": [("title", "confidential: true, title")]},
        "sources",
    ),
    "an original": (
        {"study.yaml": [("author:", "translates: talk, author:")], "talk.yaml": [("title", "confidential: true, title")]},
        "sources",
    ),
    "a source behind a source": (
        {
            "study.yaml": [("author:", "derives-from: notes, author:")],
            "talk.yaml": [("title", "derives-from: answer, confidential: true, title")],
        },
        "sources",
    ),
    "who makes the claim too": (
        {"answer.yaml": [("{council: {stance: asserts}}", "{council: {stance: asserts}, paper: {stance: asserts, confidential: true}}")]},
        "ties",
    ),
}


def why(tmp_path: Path, changes: dict[str, list[tuple[str, str]]]) -> dict[str, dict[str, str]]:
    """The answer's rows by claim."""
    for name, content in FILES.items():
        for old, new in changes.get(name, []):
            assert old in content
            content = content.replace(old, new, 1) if old else f"{content}{new}\n"  # noqa: PLW2901 - step by step
        (tmp_path / name).write_text(content, "utf-8")
    graph = store.memory(build.assemble([tmp_path]).quads)
    return {row["claim"]: row for row in ask.run(graph, "claims-without-independent-source").rows}


WORDS = {"author": "its author", "sources": "its sources", "ties": "ties of those who speak in it"}


def test_the_study_is_one_source_that_nobody_is_known_to_control(tmp_path: Path) -> None:
    assert why(tmp_path, {})["Water is clean"]["rung"] == "a single root"
    assert why(tmp_path, SPOKEN)["Water is clean"]["rung"] == "a single root"


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_left_out_makes_unknown(tmp_path: Path, name: str) -> None:
    changes, what = HIDDEN[name]
    row = why(tmp_path, changes)["Water is clean"]
    assert row["rung"] == "unknown on whose word it rests"
    assert WORDS[what] in row["unknown"]
    assert "Kingfisher" not in str(row)


def test_a_tie_that_carries_no_control_changes_nothing(tmp_path: Path) -> None:
    ties = "ties: {t: {who: council, kind: funds, whom: paper, confidential: true}}"
    assert why(tmp_path, {"talk.yaml": [("", ties)]})["Water is clean"]["rung"] == "a single root"


def test_a_party_cannot_be_confidential(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        why(tmp_path, {"case.yaml": [("herald", "kingfisher")]})
    assert [problem.place.line for problem in caught.value.problems] == [5]
