"""Files as bytes and as what a file system may hold: a problem with a line, never a traceback, never a wait."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.case.yamlfile import MOST_BYTES, Loader, compose, is_empty, kind

TEXT = "document:\n  title: {en: Река, ru: Река}\n  read: mention\n"


def told(path: Path) -> list[str]:
    root, problems = compose(path, path.name)
    assert root is None
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("encoding", "line"),
    [("cp1251", 2), ("koi8-r", 2), ("utf-16", 1), ("utf-16-le", 1), ("utf-16-be", 1), ("utf-32", 1)],
)
def test_another_encoding(encoding: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(TEXT.encode(encoding))
    [first, *_] = told(path)
    assert first.startswith(f"x.yaml:{line}: ")
    assert "UTF-8" in first or "U+0000" in first


def test_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"document:\n  title: {en: caf\xe9}\n")
    assert told(path) == ["x.yaml:2: byte 0xe9 is not UTF-8: save the file as UTF-8"]


def test_half_of_a_character(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: \xed\xa0\x80\n")
    assert told(path) == ["x.yaml:1: byte 0xed is not UTF-8: save the file as UTF-8"]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def too_much(path: Path) -> None:
    path.write_bytes(b"# a comment\n" * (MOST_BYTES // 12 + 1))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_folder, "is a folder: rename or remove it"),
        (a_pipe, "is no file: rename or remove it"),
        (a_link_to_nothing, "cannot be read: No such file or directory"),
        (a_link_to_itself, "cannot be read: Too many levels of symbolic links"),
        (too_much, "the file has more than 8 MB: split the document"),
    ],
)
def test_no_file_to_read(make: Callable[[Path], None], message: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    make(path)
    assert told(path) == [f"x.yaml:1: {message}"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.yaml"
    path.write_text("a: 1\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert told(path) == ["x.yaml:1: cannot be read: Permission denied"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_depth_without_end(opening: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(opening * 100_000)
    assert told(path) == ["x.yaml:1: nested more than 40 levels deep: flatten it"]


@pytest.mark.parametrize("content", ["\0" * 1_000_000, "\r" * 1_000_000, "\u2028" * 300_000], ids=["nought", "return", "break"])
def test_a_file_of_what_nobody_sees(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(content, "utf-8", newline="")
    start = time.process_time()
    assert len(told(path)) == 1
    assert time.process_time() - start < 5


def test_a_bomb_of_aliases(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)))
    assert "x.yaml:2: an alias (*a): write the value out, or put a text that begins with * in quotes" in told(path)


def test_faults_before_a_fault_of_syntax_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: &x 1\nb: !t 2\nc: [\n")
    assert [problem.partition(": ")[0] for problem in told(path)] == ["x.yaml:1", "x.yaml:2", "x.yaml:4"]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, Loader])
def test_nothing_is_not_an_empty_text(loader: Any) -> None:
    root: Any = yaml.compose("a:\nb: ''\nc: d\n", Loader=loader)
    nothing, empty, text = (node for _, node in root.value)
    assert [is_empty(nothing), is_empty(empty), is_empty(text)] == [True, False, False]
    assert [kind(nothing), kind(empty), kind(text)] == ["nothing", "a single value", "a single value"]


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_bytes(content)
        root, problems = compose(path, "x.yaml")
    lines = content.count(b"\n") + 1
    assert root is not None or problems
    assert all(1 <= problem.place.line <= lines + 1 and "\n" not in str(problem) for problem in problems)
