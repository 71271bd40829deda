"""JSON laid out for a reader: what fits on a line stands on one."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 120


def text(value: Any) -> str:
    """Valid JSON in UTF-8, with a new line at its end.

    >>> print(text({"a": [1, 2], "b": {"c": "d"}}), end="")
    {"a": [1, 2], "b": {"c": "d"}}
    """
    return "\n".join(_lines(value, 0, 0)) + "\n"


def _lines(value: Any, indent: int, before: int) -> list[str]:
    """The lines of a value, the first without its indentation: `before` characters stand there already."""
    flat = json.dumps(value, ensure_ascii=False)
    if indent + before + len(flat) <= WIDTH or not isinstance(value, dict | list) or not value:
        return [flat]
    inner = " " * (indent + 2)
    made = ["{" if isinstance(value, dict) else "["]
    pairs = [(f"{json.dumps(key, ensure_ascii=False)}: ", one) for key, one in value.items()] if isinstance(value, dict) else [
        ("", one) for one in value
    ]  # fmt: skip
    for place, (key, one) in enumerate(pairs):
        first, *rest = _lines(one, indent + 2, len(key) + 1)
        made += [f"{inner}{key}{first}", *rest]
        made[-1] += "," if place < len(pairs) - 1 else ""
    return [*made, " " * indent + ("}" if isinstance(value, dict) else "]")]
