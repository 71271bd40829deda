"""What was changed in files, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from itertools import chain
from pathlib import Path

from kg.case import Hidden

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


def diff(changes: Mapping[Path, tuple[str, str]], hidden: Hidden | None = None) -> str:
    """The contents of files before and after as a diff that `patch` reads; nothing in it depends on the clock.

    What is `hidden` is not shown: neither its files nor, of others, the changes in its lines, nor what stands around changes.
    """
    made = []
    for path, (before, after) in changes.items():
        if hidden and str(path) in hidden.files:
            continue
        lines = hidden.lines(str(path)) if hidden else set()
        shown = unified_diff(_LINES.findall(before), _LINES.findall(after), str(path), str(path), n=0 if lines else 3)
        head, *hunks = _hunks(shown)
        if kept := [hunk for hunk in hunks if not lines & _touched(hunk[0])]:
            made += [line if line.endswith("\n") else line + _NO_END for line in chain(head, *kept)]
    return "".join(made)


def _hunks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The head of a diff, then each of its hunks."""
    hunk: list[str] = []
    for line in lines:
        if line.startswith("@@ "):
            yield hunk
            hunk = []
        hunk.append(line)
    if hunk:
        yield hunk


def _touched(head: str) -> set[int]:
    """The lines before that a hunk changes, or between which it puts something."""
    if not (found := re.match(r"@@ -(\d+)(?:,(\d+))? ", head)):
        return set()
    first, count = int(found[1]), int(found[2] or 1)
    return set(range(first, first + max(count, 2)))
