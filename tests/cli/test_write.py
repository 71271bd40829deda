"""`kg init` and `kg add` on the command line: what they print, and how they end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.write.kinds import kinds
from tests.cli.conftest import Kg


def test_from_nothing_to_a_built_case(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a newcomer does: each step is what the one before printed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my letter.txt").write_text("A letter\n\nThe bridge is closed.\n")
    made = kg("init", "bridge", "--text", "my letter.txt")
    assert (made.code, made.err) == (0, "")
    first, *steps = made.out.splitlines()
    assert first == "bridge: case.yaml, actors.yaml, my-letter.yaml written, and .vscode for completion in VS Code"
    assert [step[:2] for step in steps] == ["1.", "2.", "3."]
    command = re.search(r"kg (add .*)", steps[1])
    assert command
    added = kg(
        *command[1].replace("NAME", "closed").replace('"…"', "The bridge is closed").replace("says.en=The bridge is closed", "SAYS").split()
    )
    assert added.code == 2  # SAYS is no key=value: the words have spaces
    words = [word.replace('"…"', "The bridge is closed") for word in command[1].replace("NAME", "closed").split()]
    added = kg(*words, "said.party-one.quote=The bridge is closed")
    assert added.code == 0
    assert re.fullmatch(r"bridge/my-letter\.yaml:\d+: claim closed added\n", added.out)
    assert added.err == "the quote becomes a passage with: kg anchor bridge --text FILE\n"
    assert kg("anchor", "bridge", "--text", "my letter.txt", "--drop-quotes").code == 0
    assert "at: 10-30/" in (tmp_path / "bridge" / "my-letter.yaml").read_text()
    assert steps[2] == "3. kg build bridge --text 'my letter.txt'"
    assert kg("build", "bridge", "--text", "my letter.txt").code == 0


def test_only_the_editors_files(kg: Kg, tmp_path: Path) -> None:
    kg("init", tmp_path / "bridge")
    (tmp_path / "bridge" / ".vscode" / "settings.json").unlink()
    ran = kg("init", tmp_path / "bridge", "--editor")
    assert (ran.code, ran.err) == (0, "")
    assert "settings.json" in ran.out
    assert kg("init", tmp_path / "bridge", "--editor", "--title", "x").code == 64


def test_failures_are_one_line(kg: Kg, folders: Path, tmp_path: Path) -> None:
    little = folders / "little"
    for arguments, code in (
        (("init", little), 2),
        (("init", tmp_path / "x", "--text", tmp_path / "nowhere"), 2),
        (("init",), 64),
        (("add",), 64),
        (("add", "clam"), 2),
        (("add", "claim", "x", "--case", tmp_path), 2),
        (("add", "claim", "x", "kid=factual", "--case", little), 2),
    ):
        ran = kg(*arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1), ran


def test_what_the_case_refuses(kg: Kg, folders: Path) -> None:
    path = folders / "little" / "statement.yaml"
    before = path.read_bytes()
    ran = kg("add", "claim", "x", "kind=factul", "says.en=X", "--case", folders / "little")
    assert ran.code == 1
    assert "not added: 'factul' is no kind" in ran.err
    assert ran.err.endswith("kg: 1 error in the case; nothing was written\n")
    assert path.read_bytes() == before


def test_without_a_name_the_keys_are_told(kg: Kg) -> None:
    ran = kg("add", "claim")
    assert ran.code == 0
    assert ran.out.startswith("says.LANGUAGE      must be there: The claim in the annotator's words, put positively.\n")


def test_the_help_names_what_can_be_added_and_shows_how(kg: Kg) -> None:
    told = kg("add", "--help").out
    assert [kind for kind in kinds() if not re.search(rf"\b{kind}\b", told)] == []
    assert told.count("  kg add ") == 4
