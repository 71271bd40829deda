"""A case with everything that is awkward to write into tables, and its graph."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg import build, store
from tests import little
from tests.little import sha256

BASE = "https://example.org/awkward/"
TEXT = "The \U0001f6aa door: almost 60% of =1+1 doors are shut.\r\nNo, says the guard; =SUM(A1) he was never there. End.\n"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterin" * 3


def at(quote: str) -> str:
    return little.at(quote, TEXT)


FILES = {
    "case": """\
base: https://example.org/awkward/
title: {en: "=Awkward, with a comma", ru: Неудобное дело}
version: "2.1"
license: https://creativecommons.org/licenses/by/4.0/
languages: [en, ru]
parties: [guard]
annotators:
  reader: {name: {en: A reader}, kind: person}
  second: {name: {ru: Второй}, kind: tool}
concepts:
  door: {name: {ru: Двери}}
  v1.2: {name: {en: Version}}
""",
    "actors": """\
actors:
  guard: {name: {ru: "Сторож; он же «@guard»"}, kind: person}
  A.B-c: {name: {en: "+Union"}, kind: organisation, address: [https://example.org/a, https://example.org/b]}
""",
    "report.v1": f"""\
document:
  title: {{en: "Report 🚪 | with a pipe"}}
  language: en
  author: A.B-c
  address: https://example.org/report?x=1
  text: {{sha256: {sha256(TEXT)}, length: {len(TEXT)}}}
  read: full
claims:
  shut:
    says: {{en: "=HYPERLINK(\\"https://example.org\\",\\"x\\")", ru: "Двери закрыты"}}
    kind: statistical
    said:
      A.B-c: {{stance: asserts, at: [{at("almost 60%")}, {at("=1+1")}], note: {{en: "first\\nsecond"}}}}
      guard:
        - {{stance: denies, as: guard, at: {at("No")}}}
        - stance: relays
          at: {at("the guard").partition("/")[0]}
          from: {{by: A.B-c, stance: relays, from: {{by: guard, stance: asserts}}}}
  c.1:
    says: {{ru: "{LONG}"}}
    kind: factual
    part-of: shut
    said: {{guard: {{stance: questions, at: {at("he was never there")}}}}}
supports:
  s1: {{for: shut, with: [c.1, doors/2024, "stub"], by: guard, at: {at("shut")}}}
challenges:
  ch1: {{against: s1, with: c.1, by: reader}}
  ch2: {{against: shut/guard/denies/guard, with: c.1, by: A.B-c}}
  ch3: {{against: A.B-c, with: c.1, by: guard}}
metrics:
  doors:
    counts: door
    unit: "%"
    values:
      2024: {{value: almost 60%, at: {at("almost 60%")}, worded: {{en: "-doors"}}}}
      again: {{value: "-5", period: 2024}}
      printed: {{value: "33.30", period: 2022.., source: stub}}
      grouped: {{value: "1,200", period: ..2020-02}}
      formula: {{value: "=2+3"}}
      long: {{value: "12345678901234567890"}}
calculations:
  change: {{kind: change, start: doors/again, end: doors/2024, prints: "@half", assumes: {{en: the same doors}}, by: reader}}
ties:
  t: {{who: guard, kind: holds, whom: A.B-c, during: 2019-02-03..}}
marks:
  m: {{kind: doubt, about: [shut, doors/2024], at: {at("shut." + chr(13) + chr(10) + "No")}, note: {{en: "- so what?"}}}}
breaks:
  b: {{metric: doors, kind: definition, when: 2023, cause: {{en: doors, ru: двери}}}}
reforms:
  r: {{name: {{en: Open doors}}, status: announced, since: 2024-05-01, effects: c.2, shown-by: doors}}
""".replace("supports:\n", "  c.2: {says: {en: Doors open}, kind: causal, said: {guard: {stance: asserts}}}\nsupports:\n"),
    "report.v1.by-second": """\
annotation: {when: 2025-01-02}
claims:
  my-shut: {says: {en: Shut}, kind: factual, said: {guard: {stance: denies}}}
links:
  same: {kind: restates, claim: my-shut, other: "report.v1:shut"}
""",
    "stub": "document: {title: {ru: Заглушка}, read: mention}\n",
}


def write(folder: Path) -> Path:
    """The case, and its text in `texts` beside it."""
    made = folder / "awkward"
    made.mkdir()
    (folder / "texts").mkdir()
    for name, content in FILES.items():
        (made / f"{name}.yaml").write_text(content, "utf-8")
    (folder / "texts" / "a.txt").write_bytes(TEXT.encode())
    return made


@cache
def held(*, annotators: bool = False) -> ox.Store:
    with tempfile.TemporaryDirectory() as folder:
        case = write(Path(folder))
        return store.memory(build.assemble([case], [case.parent / "texts"], annotators=annotators).quads, annotators=annotators)


@cache
def texts() -> Path:
    """A folder with the case's text, for as long as the process lives."""
    folder = Path(_FOLDER.name)
    (folder / "a.txt").write_bytes(TEXT.encode())
    return folder


_FOLDER = tempfile.TemporaryDirectory()
