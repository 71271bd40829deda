"""What was changed in files, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


def diff(changes: Mapping[Path, tuple[str, str]]) -> str:
    """The contents of files before and after as a diff that `patch` reads; nothing in it depends on the clock."""
    made = []
    for path, (before, after) in changes.items():
        for line in unified_diff(_LINES.findall(before), _LINES.findall(after), str(path), str(path)):
            made.append(line if line.endswith("\n") else line + _NO_END)
    return "".join(made)
