"""What is wrong, where, and how to mend it: one line each.

KgError            could not run (exit 2): no such folder, a text that cannot be read
└── CaseError      the data has errors (exit 1): all of them, nothing was written
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `rule` names the shape or check that found it ("" for reading)."""

    place: Place
    message: str
    severity: Severity = "error"
    rule: str = ""

    def __str__(self) -> str:
        mark = "warning: " if self.severity == "warning" else ""
        return f"{self.place}: {mark}{self.message}"


class KgError(Exception):
    """Could not run. The text is one line that says how to mend it."""


class CaseError(KgError):
    """The data has errors; `problems` holds every one, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        errors = sum(p.severity == "error" for p in self.problems)
        super().__init__(f"{errors} error{'s' if errors != 1 else ''} in the case; nothing was written")
