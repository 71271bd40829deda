"""What cannot stand without what is taken out goes too, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import rdf
from kg.case.remove import remove
from tests import support

BASE = "https://example.org/case/"
REPORT = """\
document: {title: {en: Report}, author: union, read: full}
claims:
  few: {says: {en: Beds are few}, kind: factual, said: {union: {stance: asserts}, minister: {stance: denies, as: minister-office}}}
  full: {says: {en: Wards are full}, kind: factual, said: {union: {stance: asserts}, doctor: {stance: asserts}}}
  part: {says: {en: One ward is full}, kind: factual, part-of: full, said: {union: {stance: asserts}}}
metrics:
  beds: {counts: bed, unit: bed, values: {2024: {value: 40, source: [doctor, hospital]}, 2025: {value: 41, source: doctor}}}
  own: {counts: bed, unit: bed, values: {2025: {value: 42, source: doctor}}}
supports:
  s: {for: few, with: [full, beds/2024], by: union}
  t: {for: full, with: beds/2025, by: union}
challenges:
  under: {against: full, in: s, with: part, by: ministry}
calculations:
  sum: {kind: sum, parts: [beds/2024, beds/2025], prints: "81"}
reforms:
  more-beds: {name: {en: More beds}, status: proposed, by: [ministry, minister], effects: full, shown-by: own}
  other-beds: {name: {en: Other beds}, status: proposed}
links:
  of-reforms: {kind: differs, reform: more-beds, other: other-beds}
  of-claims: {kind: differs, claim: few, other: part}
marks:
  of-her: {kind: doubt, about: doctor}
  of-both: {kind: doubt, about: [doctor, few]}
  of-nothing: {kind: doubt}
"""
#: What is taken out → what goes along (of the document's entries).
GONE = {
    "doctor": {"full/doctor/asserts", "beds/2025", "own", "own/2025", "t", "sum", "of-her"},
    "minister-office": {"few/minister/denies/minister-office"},
    "union": {"few/union/asserts", "full/union/asserts", "part", "part/union/asserts", "s", "t", "under", "of-claims"},
    "report/full": {"full", "full/union/asserts", "full/doctor/asserts", "under"},
    "report/s": {"s", "under"},
    "report/few": {"few", "few/union/asserts", "few/minister/denies/minister-office", "s", "under", "of-claims"},
    "report/more-beds": {"more-beds", "of-reforms"},
    "report/other-beds": {"other-beds", "of-reforms"},
    "report/beds/2024": {"beds/2024", "sum"},
    "report/of-nothing": {"of-nothing"},
}


@pytest.mark.parametrize("name", GONE)
def test_what_goes_along(tmp_path: Path, name: str) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "report.yaml").write_text(REPORT, "utf-8")
    case = support.read(tmp_path / "one", tmp_path / "case")
    kept, gone = remove(case.quads, [BASE + name])
    of = f"{BASE}report/"
    expected = GONE[name] | ({"t"} if name == "report/full" else set())
    assert {thing.removeprefix(of) for thing in gone if thing.startswith(of)} == expected
    left = {rdf.text(term) for quad in kept for term in (quad.subject, quad.object)}
    assert not gone & left
    unreferenced = {f"https://w3id.org/counterclaim/period/{year}" for year in (2024, 2025)}
    assert {rdf.text(quad.subject) for quad in case.quads} - gone - left <= unreferenced
