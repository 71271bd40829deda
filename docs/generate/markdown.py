"""Bits of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_STEERING = re.compile(r"([\\`*_{}\[\]<>|#~$&^])")
_CODE = re.compile(r"(`[^`|]*`)")


def plain(text: str) -> str:
    """A text that stands as it is, on one line, in a table too.

    >>> plain("a|b_c")
    'a\\\\|b\\\\_c'
    """
    return _escaped(" ".join(text.split()))


def prose(text: str) -> str:
    """A sentence of ours, whose `keys` stay code; for a table."""
    return "".join(part if i % 2 else _escaped(part) for i, part in enumerate(_CODE.split(" ".join(text.split()))))


def _escaped(text: str) -> str:
    return _STEERING.sub(r"\\\1", text)


def code(text: str) -> str:
    """A text in code."""
    return f"`{text}`"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def join(*parts: str) -> str:
    """Parts of a page with an empty line between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
