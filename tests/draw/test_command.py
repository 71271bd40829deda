"""`kg draw` and `kg export` of views, as they are typed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import cli
from tests.draw import bridge

Kg = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def kg(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kg:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        with pytest.raises(SystemExit) as raised:
            cli.main()
        out, err = capsysbinary.readouterr()
        assert isinstance(raised.value.code, int)
        return raised.value.code, out, err.decode()

    return run


@pytest.mark.parametrize(("name", "start"), [("x.svg", b"<?xml"), ("x.PNG", b"\x89PNG"), ("x.pdf", b"%PDF")])
def test_the_name_tells_the_format(kg: Kg, name: str, start: bytes) -> None:
    assert kg("draw", bridge.CASE, "-o", name) == (0, b"", "")
    assert Path(name).read_bytes().startswith(start)


@pytest.mark.parametrize("arguments", [[], ["-o", "-"]])
def test_svg_to_standard_output(kg: Kg, arguments: list[str]) -> None:
    code, out, err = kg("draw", bridge.CASE, "--view", "people", "--lang", "ru", *arguments)
    assert (code, out[:5], err) == (0, b"<?xml", "")


@pytest.mark.parametrize("name", ["x.gif", "x", "svg", "x.svg.gz"])
def test_a_wrong_name(kg: Kg, name: str) -> None:
    code, out, err = kg("draw", bridge.CASE, "-o", name)
    assert (code, out) == (2, b"")
    assert err == f"kg: {name}: a picture is one of svg, png, pdf: end the name behind -o with one of them\n"
    assert not Path(name).exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--view", "peopel"], 64, "'peopel' is not one of"),
        (["--around", "unsave"], 2, "nothing in the graph is called 'unsave' (did you mean 'unsafe'?)"),
        (["--around", "unsafe", "--depth", "-1"], 64, "'--depth'"),
        (["--view", "series"], 2, "name one with --metric"),
        (["--by", "colour"], 64, "'colour' is not one of"),
    ],
)
def test_wrong_options_are_one_line(kg: Kg, arguments: list[str], code: int, words: str) -> None:
    ran, out, err = kg("draw", bridge.CASE, *arguments)
    assert (ran, out, err.count("\n")) == (code, b"", 1)
    assert words in err


@pytest.mark.parametrize("view", ["dispute", "people", "timeline", "evidence"])
def test_a_case_with_nothing_to_draw_is_told_in_one_line(kg: Kg, view: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("case.yaml", "actors.yaml"):
        shutil.copy(bridge.CASE / name, tmp_path / "empty")
    code, out, err = kg("draw", "empty", "--view", view, "-o", "x.svg")
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert "nothing to draw" in err


@pytest.mark.parametrize(("by", "colour"), [("party", b"#a3e7f5"), ("kind", b"#dcebf7")])
def test_what_colours_mean(kg: Kg, by: str, colour: bytes) -> None:
    _, out, _ = kg("draw", bridge.CASE, "--by", by)
    assert (colour in out.lower(), out.count(b"<svg")) == (True, 1)


@pytest.mark.parametrize("fmt", ["graphml", "gexf", "cytoscape"])
def test_views_are_exported(kg: Kg, fmt: str) -> None:
    code, out, err = kg("export", bridge.CASE, "-f", fmt, "--view", "people", "--lang", "ru")
    assert (code, err) == (0, "")
    assert "Сберегательный банк".encode() in out
