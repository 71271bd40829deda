"""The walk through the second case shows what the commands print.

In a block of `console`, a line behind `$` is run; the lines behind it are in its output, in this order. A line
`…` stands for any number of lines; without one nothing may be left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).parent.parent
WALK = (ROOT / "docs" / "walkthrough.md").read_text("utf-8")
GAP = "…"
ASKING = "asking ./kg-out"  # said before every answer; the walk says so once
WITHHELD = " withheld: "  # said after many answers; the walk shows it where it is about that


def steps() -> list[tuple[str, list[str]]]:
    """Each command and the lines that are shown of its output."""
    blocks = re.findall(r"```console\n(.*?)```", WALK, re.DOTALL)
    return [(first, shown) for block in blocks for part in block.split("$ ")[1:] for first, *shown in [part.splitlines()]]


def run(command: str) -> list[str]:
    """What a command prints, without what surrounds it and without empty lines."""
    if command.startswith("kg "):
        result = CliRunner().invoke(app, words(command)[1:])
        assert result.exit_code in (0, 1), f"{command}: {result.output}"
        output = result.output
    else:
        output = subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout
    return [plain(line) for line in output.splitlines() if line.strip() and not line.startswith(ASKING)]


def words(command: str) -> list[str]:
    return [quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\S+)", command)]


def plain(line: str) -> str:
    """A line as it is compared: runs of spaces as one, whatever the columns' widths."""
    return " ".join(line.split())


def missing(shown: list[str], printed: list[str]) -> str:
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


def test_the_walk_is_there() -> None:
    assert len(steps()) > 10
    assert 100 <= WALK.count("\n") <= 300


def test_every_command_prints_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data" / "velzha", tmp_path / "data" / "velzha")
    monkeypatch.chdir(tmp_path)
    for command, shown in steps():
        told = [line for line in run(command) if WITHHELD not in line or line in shown]
        assert missing(shown, told) == "", command


@pytest.mark.parametrize(
    ("shown", "printed", "wrong"),
    [
        (["a", "b"], ["a", "b"], ""),
        (["a", GAP, "c"], ["a", "b", "c"], ""),
        (["a  b"], ["a b"], ""),
        (["a", "c"], ["a", "b", "c"], "c"),
        ([GAP, "b", "a"], ["a", "b"], "a"),
        (["a"], ["a", "b"], "(more is printed: b)"),
        ([GAP, "x"], ["a", "b"], "x"),
    ],
)
def test_what_is_not_printed_is_found(shown: list[str], printed: list[str], wrong: str) -> None:
    assert missing(shown, printed) == wrong


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)", WALK))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / "docs" / link).exists()
