"""Edits of a YAML file at the marks of its composer: every byte outside them stays.

Positions are code points; a CRLF is two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from kg.case.yamlfile import Loader


@dataclass(frozen=True)
class Edit:
    """Code points `start`:`end` of a file become `new`."""

    start: int
    end: int
    new: str


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


def line_end(source: str, at: int) -> str:
    """The line end that is in use at a position."""
    newline = source.find("\n", at)
    newline = source.rfind("\n", 0, at) if newline < 0 else newline
    return "\r\n" if newline > 0 and source[newline - 1] == "\r" else "\n"


def ends_at(value: yaml.Node, source: str) -> int:
    """Where a value's own characters end: a block scalar's mark stands on the line behind it."""
    start, end = value.start_mark.index, value.end_mark.index
    return int(start + len(source[start:end].rstrip()))


def comment(value: yaml.Node, source: str) -> str:
    """The comment in the first line of a block scalar, which stands inside its marks."""
    found = re.match(r"[|>]\S*([ \t]+#[^\r\n]*)", source[value.start_mark.index : value.end_mark.index])
    return found[1] if found else ""


def without(thing: yaml.MappingNode, names: list[str], source: str) -> list[Edit]:
    """The edits that take keys and their values out, comments left where they are. Keys that follow one another go in one edit."""
    edits = []
    runs: list[list[tuple[yaml.Node, yaml.Node]]] = []
    last = None
    for key, value in thing.value:
        if key.value in names:
            if last is not None and not source[ends_at(last, source) : key.start_mark.index].strip(" \t\r\n,"):
                runs[-1].append((key, value))
            else:
                runs.append([(key, value)])
        last = value if key.value in names else None
    for run in runs:
        edits.append(_taken_out(thing, run[0][0], run[-1][1], source))
    return edits


def _taken_out(thing: yaml.MappingNode, key: yaml.Node, value: yaml.Node, source: str) -> Edit:
    """From a key to the end of a value, which is that of the same key or of a later one."""
    start, end = key.start_mark.index, ends_at(value, source)
    following = [k.start_mark.index for k, _ in thing.value if k.start_mark.index >= end]
    if following and not source[end : following[0]].strip(" \t\r\n,"):
        if thing.flow_style or source[source.rfind("\n", 0, start) + 1 : start].strip():
            return Edit(start, following[0], "")
    elif thing.flow_style:
        comma = re.compile(r"\s*,").match(source, end) if following else None
        before = re.search(r",\s*$", source[:start])
        return Edit(start, comma.end(), "") if comma else Edit(before.start() if before else start, end, "")
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end + 1
    if not source[line_start:start].strip() and not source[end:line_end].strip():
        return Edit(line_start, line_end, "")
    return Edit(start, end, "")


def reads_as(source: str, expected: Any) -> bool:
    """Whether a file has the content that `plain` gave for it."""
    try:
        return bool(plain(yaml.compose(source, Loader=Loader), {}) == expected)
    except yaml.YAMLError:
        return False


def plain(node: yaml.Node | None, expected: dict[int, Any]) -> Any:
    """A file's content as pairs, lists and texts, with what is expected in place of what is there."""
    if isinstance(node, yaml.MappingNode):
        pairs: list[tuple[Any, Any]] = []
        for key, value in node.value:
            at = key.start_mark.index
            pairs += expected[at] if at in expected else [(plain(key, {}), plain(value, expected))]
        return pairs
    if isinstance(node, yaml.SequenceNode):
        return [plain(value, expected) for value in node.value]
    return None if node is None else expected.get(node.start_mark.index, node.value)
