"""The documentation's pages, and how the examples on them are run.

On a page, in this order of appearance:

- a line with a file's name alone, in code, and a block below it: the file is written;
- a block of `console`: a line behind `$` is run; the lines behind it are in its output, in this order. A line `…` stands
  for any number of lines; without one nothing may be left out;
- a block of `sh`: the lines with `.venv/bin/kg` are run (`.ci/run` runs the others);
- a block of `python` is run, all of a page's in one namespace.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).parent.parent
#: What people wrote, from the repository's root; what is made of the program is not among it.
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md"))
    if not path.is_relative_to(ROOT / "docs" / "project") and path.parent.name != "reference"
)
BLOCK = re.compile(r"(?:^`([\w./-]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
GAP = "…"
ASKING = "asking ./kg-out"  # said before every answer; a page says so once
WITHHELD = " withheld: "  # said after many answers; a page shows it where it is about that


@dataclass(frozen=True)
class Step:
    """A file to write (`kind` is its path), a command with the lines that are shown of its output, or Python."""

    kind: str
    text: str
    shown: tuple[str, ...] = ()


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def steps(written: str) -> list[Step]:
    """What a page does, in its order."""
    found: list[Step] = []
    for name, language, block in BLOCK.findall(written):
        if name:
            found.append(Step(name, block))
        elif language == "console":
            parts = [part.splitlines() for part in block.split("$ ")[1:]]
            found += [Step("command", command, tuple(shown)) for command, *shown in parts]
        elif language == "sh":
            lines = re.sub(r"\s*\\\n\s*", " ", block).replace(" && ", "\n").splitlines()
            found += [Step("command", line.removeprefix(".venv/bin/"), (GAP,)) for line in lines if line.startswith(".venv/bin/kg ")]
        elif language == "python":
            found.append(Step("python", block))
    return found


def run(command: str) -> list[str]:
    """What a command prints, without what surrounds it and without empty lines."""
    if command.startswith("kg "):
        result = CliRunner().invoke(app, shlex.split(command, comments=True)[1:])
        assert result.exit_code in (0, 1), f"{command}: {result.output or result.exception}"
        output = result.output
    else:
        output = subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout
    return [plain(line) for line in output.splitlines() if line.strip() and not line.startswith(ASKING)]


def plain(line: str) -> str:
    """A line as it is compared: runs of spaces as one, whatever the columns' widths."""
    return " ".join(line.split())


def missing(shown: tuple[str, ...], printed: list[str]) -> str:
    """The first shown line that is not where it should be; "" where all are."""
    at, gap = 0, False
    for line in map(plain, shown):
        if line == GAP:
            gap = True
            continue
        found = next((i for i in range(at, len(printed)) if printed[i] == line), None)
        if found is None or (found != at and not gap):
            return line
        at, gap = found + 1, False
    return "" if gap or at == len(printed) else f"(more is printed: {printed[at]})"
