"""`kg anchor`: quotes become ranges with digits, by splicing; every other byte stays.

Edits are made at the marks of the YAML composer. Before a file is replaced, what was made is read
again and must say the same but for the edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg import files
from kg.anchor.locate import locate
from kg.case import Case
from kg.case.yamlfile import Loader
from kg.problems import KgError, Place, Problem
from kg.text import digest

_UNCHECKED = re.compile(r"(\d+)-(\d+)")
_WHY = {
    "absent": "the quote does not stand in the text: copy it from there, letter by letter",
    "cut": "the quote begins or ends inside a word or number: take the whole word",
    "ambiguous": "the quote stands {count} times in the text: quote more of it",
}


@dataclass(frozen=True)
class Edit:
    """Code points `start`:`end` of a file become `new`."""

    start: int
    end: int
    new: str


@dataclass
class Written:
    """What was done: quotes that became ranges, ranges that got their digits, what could not be done."""

    quotes: int = 0
    digits: int = 0
    dropped: int = 0
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def write(case: Case, texts: dict[str, str], *, drop_quotes: bool = False) -> Written:
    """Anchor the case's files in place. What cannot be anchored is a problem and stays as it is.

    Raises:
        KgError: a file could not be written; it is as it was.
    """
    made = Written()
    new: dict[Path, str] = {}
    for document in case.documents.values():
        path = Path(document.file)
        source = path.read_bytes().decode("utf-8")
        root = yaml.compose(source, Loader=Loader)
        edits = []
        for parent, flow in _maps(root):
            edits += _anchor_map(parent, flow, source, document.file, texts.get(document.sha256), drop_quotes, made)
        if edits:
            new[path] = splice(source, edits)
            _same_but_edits(source, new[path], path)
    for path, content in new.items():
        files.write(path, content.encode("utf-8"))
        made.files.append(path)
    return made


def splice(source: str, edits: list[Edit]) -> str:
    """The text with each edit made; they do not overlap.

    >>> splice("a: 1", [Edit(3, 4, "2")])
    'a: 2'
    """
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: e.start):
        parts += [source[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, source[at:]])


def _maps(node: yaml.Node | None) -> Iterator[tuple[yaml.MappingNode, bool]]:
    """Every map below a node, and whether it is written in braces."""
    if isinstance(node, yaml.MappingNode):
        yield node, bool(node.flow_style)
        for _, value in node.value:
            yield from _maps(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _maps(value)


def _anchor_map(
    parent: yaml.MappingNode, flow: bool, source: str, file: str, text: str | None, drop: bool, made: Written
) -> Iterator[Edit]:
    keys = {key.value: (key, value) for key, value in parent.value if isinstance(key, yaml.ScalarNode)}
    if "at" in keys and text is not None:
        yield from _add_digits(keys["at"][1], text, made)
    if "quote" not in keys or not isinstance(keys["quote"][1], yaml.ScalarNode):
        return
    key, value = keys["quote"]
    if "at" in keys:
        if drop:
            made.dropped += 1
            yield _without(parent, key, value, flow, source)
        return
    if text is None:
        made.problems.append(Problem(Place(file, key.start_mark.line + 1), "the text is not at hand: give it with --text"))
        return
    hit = locate(value.value.rstrip("\n"), text)
    if hit.outcome != "found":
        made.problems.append(Problem(Place(file, key.start_mark.line + 1), _WHY[hit.outcome].format(count=hit.count)))
        return
    made.quotes += 1
    at = f"at: {hit.start}-{hit.end}/{digest(text[hit.start : hit.end])}"
    if drop:
        made.dropped += 1
        yield Edit(key.start_mark.index, _end(value, source), at)
    else:
        newline = "\r\n" if "\r\n" in source else "\n"
        between = ", " if flow else newline + " " * key.start_mark.column
        yield Edit(key.start_mark.index, key.start_mark.index, at + between)


def _add_digits(at: yaml.Node, text: str, made: Written) -> Iterator[Edit]:
    for node in at.value if isinstance(at, yaml.SequenceNode) else [at]:
        found = _UNCHECKED.fullmatch(node.value) if isinstance(node, yaml.ScalarNode) else None
        if found and int(found[1]) < int(found[2]) <= len(text):
            made.digits += 1
            span = text[int(found[1]) : int(found[2])]
            yield Edit(node.start_mark.index, node.end_mark.index, f"{node.value}/{digest(span)}")


def _without(parent: yaml.MappingNode, key: yaml.Node, value: yaml.Node, flow: bool, source: str) -> Edit:
    """The edit that takes a key and its value out, comments left where they are."""
    start, end = key.start_mark.index, _end(value, source)
    position = next(i for i, (k, _) in enumerate(parent.value) if k is key)
    following = parent.value[position + 1][0].start_mark.index if position + 1 < len(parent.value) else None
    if flow:
        if following is not None and not source[end:following].strip(" \t\r\n,"):
            return Edit(start, following, "")
        before = source.rindex(",", 0, start)
        return Edit(before, end, "") if not source[before + 1 : start].strip() else Edit(start, end, "")
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end + 1
    if not source[line_start:start].strip() and not source[end:line_end].strip():
        return Edit(line_start, line_end, "")
    if following is not None and not source[end:following].strip():
        return Edit(start, following, "")
    return Edit(start, end, "")


def _end(value: yaml.Node, source: str) -> int:
    """Where a value's own characters end: a block scalar's mark stands on the line behind it."""
    start, end = value.start_mark.index, value.end_mark.index
    return int(start + len(source[start:end].rstrip()))


def _same_but_edits(old: str, new: str, path: Path) -> None:
    before, after = (_plain(yaml.compose(text, Loader=Loader)) for text in (old, new))
    if before != after:
        raise KgError(f"{path}: could not be rewritten safely, nothing was written: put each quote on a line of its own")


def _plain(node: yaml.Node | None) -> Any:
    """A file's content without what anchoring writes: `at`, and quotes."""
    if isinstance(node, yaml.MappingNode):
        return [(_plain(k), _plain(v)) for k, v in node.value if k.value not in ("at", "quote")]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(v) for v in node.value]
    return node.value if node is not None else None
