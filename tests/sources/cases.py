"""Little cases as files: a report by one party, and what others say of it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg import case, rules, store

CASE = """\
base: https://example.org/bridge/
title: {en: A bridge}
version: "1"
languages: [en]
parties: [council, league]
annotators: {me: {name: {en: Me}, kind: person}, you: {name: {en: You}, kind: person}}
concepts: {crack: {name: {en: crack}}}
"""
_KINDS = {"organisation": "council league bureau lab institute daily herald wire fund umbrella", "person": "ann ben", "office": "mayor"}
ACTORS = "actors:\n" + "".join(
    f"  {name}: {{name: {{en: The {name}}}, kind: {kind}}}\n" for kind, names in _KINDS.items() for name in names.split()
)
REVIEWED = "read: full, reviewed: {author: 2025-01-01, sources: 2025-01-01, ties: 2025-01-01}"
#: The claim of all of them, made by the league on 1 March 2024.
REPORT = f"""\
document: {{title: {{en: Report}}, published: 2024-03-01, author: league, {REVIEWED}}}
claims:
  cracked: {{says: {{en: The bridge is cracked}}, kind: factual, said: {{league: {{stance: asserts}}}}}}
"""


def says(
    author: str, extra: str = "", *, when: str = "2024-04-01", review: str = REVIEWED, stance: str = "asserts", kind: str = "restates"
) -> str:
    """A document in which somebody takes a stance on a claim that is linked to the report's."""
    return f"""\
document: {{title: {{en: By {author}}}, published: {when}, author: {author}, {review}{extra}}}
claims:
  cracks: {{says: {{en: There are cracks}}, kind: factual, said: {{{author}: {{stance: {stance}}}}}}}
links:
  same: {{kind: {kind}, claim: cracks, other: report:cracked}}
"""


def tie(name: str, who: str, kind: str, whom: str, extra: str = ", during: 2020..") -> str:
    """A line of a document's `ties:`."""
    return f"  {name}: {{who: {who}, kind: {kind}, whom: {whom}{extra}}}\n"


def quads(at: Path, **documents: str) -> list[ox.Quad]:
    """What is said and inferred in a case of the report and these documents (`by_you` in a name stands for an annotator's file)."""
    at.mkdir(parents=True, exist_ok=True)
    files = {"case.yaml": CASE, "actors.yaml": ACTORS, "report.yaml": REPORT}
    files |= {f"{name.replace('_by_', '.by-').replace('_', '-')}.yaml": text for name, text in documents.items()}
    for name, text in files.items():
        (at / name).write_text(text, "utf-8")
    read = case.read(at)
    return [*read.quads, *rules.infer(read.quads, read.iri)]


def graph(at: Path, **documents: str) -> ox.Store:
    """The same as a store."""
    return store.memory(quads(at, **documents))
