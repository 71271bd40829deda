"""A case of any size, for timing: the same size gives the same files.

    python benchmarks/generate.py FOLDER --claims 10000 --documents 20

Documents answer one another in turn; every claim is asserted, every third denied by the other side
with a challenge, every fifth supported by a figure. Nothing in it is about anybody.
"""

from __future__ import annotations

import argparse
from pathlib import Path

CASE = """\
base: https://example.org/generated/
title: {en: A generated case}
version: "1"
languages: [en]
parties: [left, right]
annotators: {me: {name: {en: The generator}, kind: tool}}
concepts: {thing: {name: {en: Thing}}}
"""
ACTORS = """\
actors:
  left: {name: {en: Left side}, kind: organisation}
  right: {name: {en: Right side}, kind: organisation}
  witness: {name: {en: Witness}, kind: person}
"""


def write(folder: Path, claims: int, documents: int) -> None:
    """Write the files of a case with that many claims, spread over that many documents."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.yaml").write_text(CASE, "utf-8")
    (folder / "actors.yaml").write_text(ACTORS, "utf-8")
    for number in range(documents):
        share = range(number * claims // documents, (number + 1) * claims // documents)
        (folder / f"doc-{number:04}.yaml").write_text(document(number, share), "utf-8")


def document(number: int, claims: range) -> str:
    """One document's file."""
    author, other = ("left", "right") if number % 2 == 0 else ("right", "left")
    head = [f"title: {{en: Document {number}}}", f"author: {author}", f"published: {2000 + number % 25}", "read: full"]
    if number:
        head.append(f"responds-to: doc-{number - 1:04}")
    lines = [f"document: {{{', '.join(head)}}}", "claims:"]
    for claim in claims:
        lines += [f"  claim-{claim}:", f"    says: {{en: Statement {claim} of document {number}}}", "    kind: factual", "    said:"]
        lines.append(f"      {author}: {{stance: asserts}}")
        lines += [f"      {other}: {{stance: denies}}"] if claim % 3 == 0 else []
    lines.append("challenges:")
    lines += [
        f"  challenge-{c}: {{against: claim-{c}, with: claim-{c + 1}, by: {other}}}" for c in claims if c % 3 == 0 and c + 1 in claims
    ]
    lines += ["metrics:", f"  things-{number}:", "    counts: thing", "    unit: thing", "    values:"]
    lines += [f"      v{claim}: {{value: {claim * 7 % 1000}, period: {2000 + claim % 25}}}" for claim in claims if claim % 5 == 0]
    lines.append("supports:")
    lines += [f"  support-{c}: {{for: claim-{c}, with: things-{number}/v{c}, by: {author}}}" for c in claims if c % 5 == 0]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--documents", type=int, default=10)
    given = parser.parse_args()
    write(given.folder, given.claims, given.documents)
