"""A report as Markdown that GitHub shows as it is meant: tables, and footnotes."""

from __future__ import annotations

import re

from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Report
from kg.steering import shown

_STEERS = re.compile(r"[\\`*_\[\]<>|~$&^]")
#: At the start of a line these would make a list, a heading or a rule.
_STARTS = re.compile(r"^(\d+)([.)])(?= )|^([-+#=:])")


def write(report: Report) -> bytes:
    """UTF-8; every text is escaped, so that it can make no mark-up of its own."""
    written = [f"# {_text(report.title)}", _text(report.subtitle)]
    written += [_block(block) for part in report.parts for block in part.blocks]
    if report.notes:
        written.append(f"## {_text(report.notes_heading)}")
        written += [f"[^{number}]: {_text(note)}" for number, note in enumerate(report.notes, 1)]
    return ("\n\n".join(written) + "\n").encode("utf-8", "backslashreplace")


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_text(block.text)}"
    if isinstance(block, Paragraph):
        return _started(_line(block.line))
    if isinstance(block, Bullets):
        return "\n".join(f"- {_started(_line(item))}" for item in block.items)
    rows = [_row([_text(name) for name in block.header]), _row(["---"] * len(block.header))]
    return "\n".join(rows + [_row([_cell(cell) for cell in row]) for row in block.rows])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line) for line in cell)


def _line(line: Line) -> str:
    written = ""
    for number, run in enumerate(line):
        if run.note and number and line[number - 1] == run:
            continue
        if run.note:
            written += f"[^{run.note}]"
        elif run.style == "code":
            written += f"`{_flat(run.text).replace('`', chr(39)).replace('|', '')}`"
        elif run.style == "strong" and run.text.strip():
            written += f"**{_text(run.text)}**"
        else:
            written += _text(run.text, ends=True)
    return written.strip()


def _text(text: str, *, ends: bool = False) -> str:
    """One line; spaces at its ends stay between runs."""
    flat = _flat(text)
    before, after = (" " if ends and text[:1].isspace() else ""), (" " if ends and flat and text[-1:].isspace() else "")
    return before + _STEERS.sub(lambda found: f"\\{found[0]}", flat) + after


def _flat(text: str) -> str:
    return shown(" ".join(text.split()))


def _started(text: str) -> str:
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)
