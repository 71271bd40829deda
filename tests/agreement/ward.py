"""A report on a hospital, and annotators who read it alike or not."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg import build, store

LENGTH = 100
DIGEST = "e2cba6b9e53ec1945d7938df89a9d359325a5668e43da015705eaaf362419262"
CASE = """\
base: https://example.org/ward/
title: {en: A ward}
version: "1"
languages: [en, ru]
parties: [hospital]
annotators:
  ann: {name: {en: Ann, ru: Анна}, kind: person}
"""
OTHERS = {"bob": "  bob: {name: {en: Bob}, kind: person}\n", "cy": "  cy: {name: {en: Cy}, kind: tool}\n"}
ACTORS = """\
actors:
  hospital: {name: {en: Hospital, ru: Больница}, kind: organisation}
  union: {name: {en: Union}, kind: organisation}
"""
#: Claim → kind, and actor → stances; a stance is `asserts` or `asserts 10-20`.
Reading = dict[str, tuple[str, dict[str, list[str]]]]
READING: Reading = {
    "beds": ("statistical", {"hospital": ["asserts 0-10"], "union": ["denies 20-30"]}),
    "staff": ("factual", {"hospital": ["questions 40-50"]}),
    "money": ("evaluative", {"union": ["denies 60-70", "relays 70-80"]}),
}


def folder(into: Path, *readings: Reading, link: bool = True) -> Path:
    """The case: the first reading is the document's own file, the next are bob's and cy's, claim by claim linked to it."""
    into.mkdir(parents=True)
    head = f"document: {{title: {{en: A report}}, read: full, text: {{sha256: {DIGEST}, length: {LENGTH}}}}}\n"
    others = list(OTHERS)[: max(1, len(readings) - 1)]
    files = {"case.yaml": CASE + "".join(OTHERS[one] for one in others), "actors.yaml": ACTORS, "report.yaml": head + _claims(readings[0])}
    for annotator, reading in zip(others, readings[1:], strict=False):
        links = "".join(f"  s-{claim}: {{kind: restates, claim: {annotator}-{claim}, other: {claim}}}\n" for claim in reading)
        own = {f"{annotator}-{claim}": judged for claim, judged in reading.items()}
        files[f"report.by-{annotator}.yaml"] = "annotation: {when: 2026}\n" + _claims(own) + (f"links:\n{links}" if link and links else "")
    for name, content in files.items():
        (into / name).write_text(content, "utf-8")
    return into


def read(folder: Path) -> ox.Store:
    return store.memory(build.assemble([folder]).quads)


def graph(into: Path, *readings: Reading, link: bool = True) -> ox.Store:
    return read(folder(into, *readings, link=link))


def _claims(reading: Reading) -> str:
    lines = ["claims:"]
    for name, (kind, said) in reading.items():
        lines += [f"  {name}:", f"    says: {{en: {name.title()}}}", f"    kind: {kind}", "    said:"]
        for actor, stances in said.items():
            lines.append(f"      {actor}:")
            for written in stances:
                stance, _, at = written.partition(" ")
                lines.append(f"        - {{stance: {stance}{f', at: {at}' * bool(at)}}}")
    return "\n".join(lines) + "\n"
