"""A little case on a little text, for tests of what is done with passages and graphs."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg import anchor, case

TEXT = (
    "В 2024 году осуждено 47 сотрудников, годом раньше осуждено 4. Доля составила 33.30 процента.\n"
    "Жалоб 45 000, отчёт не предотвращает пытки. The panel can't say why; 12 of 13 cases are non-violent.\r\n"
    "Повтор. Повтор. A cafe\u0301 closed \U0001f6aa in May.\n"
)

CASE = """\
base: https://example.org/little/
version: "1"
title: {en: Little}
languages: [en, ru]
parties: [ombudsman]
annotators:
  reader: {name: {en: A reader}, kind: person}
concepts:
  conviction: {name: {en: conviction}}
"""
ACTORS = """\
actors:
  ombudsman: {name: {en: The ombudsman}, kind: office}
  panel: {name: {en: The panel}, kind: group}
"""
HEAD = """\
document:
  title: {{en: A statement}}
  published: 2025-05-13
  language: ru
  author: ombudsman
  text: {{sha256: {sha256}, length: {length}}}
  read: full
"""
CLAIM = """\
claims:
  practice:
    says: {en: It goes on}
    kind: factual
    said:
      ombudsman:
"""


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def head(text: str = TEXT) -> str:
    """The `document:` of a file on a text."""
    return HEAD.format(sha256=sha256(text), length=len(text))


def folder(at: Path, body: str, text: str = TEXT) -> Path:
    """A case of one document, `statement.yaml`, with what follows its `document:`."""
    made = at / "little"
    made.mkdir(parents=True, exist_ok=True)
    files = {"case.yaml": CASE, "actors.yaml": ACTORS, "statement.yaml": head(text) + body}
    for name, content in files.items():
        (made / name).write_bytes(content.encode())
    return made


def at(quote: str, text: str = TEXT) -> str:
    """The `at` of a quote's first place, digits included."""
    start = text.index(quote)
    return f"{start}-{start + len(quote)}/{anchor_digest(quote)}"


def anchor_digest(quote: str) -> str:
    return sha256(quote)[:8]


def body(stance: str) -> str:
    """A claim with one stance, written below the actor: a map in flow or block style, or a list."""
    return CLAIM + "".join(f"        {line}\n" for line in stance.splitlines())


def verified(of: case.Case, text: str = TEXT) -> anchor.Anchoring:
    return anchor.verify(of, {sha256(text): text})
