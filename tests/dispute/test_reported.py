"""The reported wording beside the original, and whose other words stand in the passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import case
from kg.ask import Table
from kg.dispute import Dispute, reported
from tests import support
from tests.sources.cases import REVIEWED, quads


def reporting(place: str = ", in: report") -> str:
    return f"""\
document:
  title: {{en: Reply}}
  published: 2024-05-01
  author: council
  text: {{sha256: {"0" * 64}, length: 100}}
  {REVIEWED.replace(", ", chr(10) + "  ", 1)}
claims:
  theirs:
    says: {{en: The bridge is said to fall}}
    kind: factual
    said:
      council: {{stance: relays, at: 10-40, from: {{by: league, stance: asserts{place}}}}}
  so-called:
    says: {{en: The report deserves its name}}
    kind: evaluative
    said:
      council: {{stance: questions, at: 15-20}}
"""


LINK = "links: {same: {kind: restates, claim: theirs, other: report:cracked}}\n"


MIXED = "The passage for words of The league (Reply 10–40) has words of The council, another party in it (Reply 15–20)."
STUB = "document: {title: {en: Stub}, author: league, read: mention}\n"


def told(at: Path, text: str, **asked: str) -> Table:
    quads(at, reply=text, stub=STUB)
    return reported.table(Dispute(support.graph(case.read(at))), **asked)


@pytest.mark.parametrize(
    ("text", "original", "note"),
    [
        (reporting() + LINK, "The bridge is cracked", "Their own words, read as the same in Report"),
        (reporting(), "", "No claim in their own words was found in Report"),
        (reporting(""), "", "Where they say so is not named"),
        (reporting(", in: stub"), "", "Their own words are not in the case (Stub)"),
    ],
)
def test_the_reported_wording_beside_the_original(text: str, original: str, note: str, tmp_path: Path) -> None:
    (row,) = told(tmp_path, text).rows
    assert (row["of"], row["reporter"], row["original"]) == ("The league", "The council", original)
    assert row["reported"] == "The bridge is said to fall"
    assert note in row["note"]
    assert row["note"].endswith(MIXED)


def test_words_beside_the_passage_are_not_in_it(tmp_path: Path) -> None:
    (row,) = told(tmp_path, reporting().replace("15-20", "40-50")).rows
    assert "The passage" not in row["note"]


def test_of_one_party(tmp_path: Path) -> None:
    base = "https://example.org/bridge/"
    assert len(told(tmp_path, reporting(), party=f"{base}league").rows) == 1
    assert told(tmp_path, reporting(), party=f"{base}council").rows == []
    assert set(told(tmp_path, reporting(), lang="ru").heads) == set(reported.HEADS)
