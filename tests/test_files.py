"""A file is the old one or the new one."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from kg import files
from kg.problems import KgError


def test_new_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a"
    files.write(file, b"1")
    files.write(file, b"2")
    assert file.read_bytes() == b"2"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        files.write(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


def test_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    file.chmod(0o640)
    files.write(file, b"x")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "link"
    link.symlink_to("sub/file")
    files.write(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "sub" / "file").read_bytes() == b"x"


def test_long_names(tmp_path: Path) -> None:
    files.write(tmp_path / ("x" * 250), b"x")
    assert len(os.listdir(tmp_path)) == 1


def test_a_device_stays_one(tmp_path: Path) -> None:
    files.write(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    files.write(pipe, b"x")
    reader.join()
    assert got == [b"x"]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.symlink_to(path), "link"),
        (lambda path: (path.touch(), path.chmod(0o400)), "read-only"),
    ],
    ids=["a folder", "a loop", "read-only"],
)
def test_what_cannot_be_written(tmp_path: Path, make, words: str) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "a")
    with pytest.raises(KgError, match=words):
        files.write(tmp_path / "a", b"x")
    assert os.listdir(tmp_path) == ["a"]


def test_nowhere(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="No such file"):
        files.write(tmp_path / "no" / "a", b"x")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    file = tmp_path / "a"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((KgError, KeyboardInterrupt)):
        files.write(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


def test_files_that_belong_together_change_together(tmp_path: Path) -> None:
    """One that cannot be written leaves the others as they were, whichever comes first."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"old")
    two.write_bytes(b"old")
    two.chmod(0o444)
    with pytest.raises(KgError, match="read-only"):
        files.write_all({one: b"new", two: b"new"})
    assert (one.read_bytes(), two.read_bytes()) == (b"old", b"old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
