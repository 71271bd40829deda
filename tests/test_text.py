"""A text is found by its digest, whatever its file is called."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from kg import text
from kg.problems import KgError

RAW = "Осуждено 47.\r\nПовтор.\n".encode()
WANTED = hashlib.sha256(RAW).hexdigest()


def found(*places: Path) -> list[tuple[str, bool]]:
    return [(one.path.name, one.text is not None) for one in text.find(places, {WANTED})]


def test_a_folder_gives_what_is_wanted_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("sub/anything.bin", "other.txt", ".hidden"):
        (tmp_path / name).write_bytes(RAW if name != "other.txt" else b"other")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "object").write_bytes(RAW)
    assert found(tmp_path) == [("anything.bin", True)]
    assert text.find([tmp_path], {WANTED})[0].text == "Осуждено 47.\r\nПовтор.\n"


def test_a_folder_without_any_is_told_once(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name)
    assert text.find([tmp_path], {WANTED}) == [text.Found(tmp_path)]


def test_a_file_that_nobody_wants_comes_with_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "statement.txt"
    file.write_bytes(b"\xff")
    assert text.find([file], {WANTED}) == [text.Found(file, hashlib.sha256(b"\xff").hexdigest())]


def test_a_text_that_nobody_wants_comes_with_its_length_in_code_points(tmp_path: Path) -> None:
    raw = "\ufeffПытки\r\n\U0001f6aa".encode()
    (tmp_path / "a").write_bytes(raw)
    assert text.find([tmp_path / "a"], {WANTED}) == [text.Found(tmp_path / "a", hashlib.sha256(raw).hexdigest(), length=9)]


def test_a_byte_order_mark_is_a_character(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfa"
    (tmp_path / "a").write_bytes(raw)
    assert text.find([tmp_path / "a"], {hashlib.sha256(raw).hexdigest()})[0].text == "\ufeffa"


def test_a_text_is_utf8(tmp_path: Path) -> None:
    raw = "пытки".encode("cp1251")
    (tmp_path / "a").write_bytes(raw)
    with pytest.raises(KgError, match="byte 0 is not UTF-8"):
        text.find([tmp_path / "a"], {hashlib.sha256(raw).hexdigest()})


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no such file or folder"):
        text.find([tmp_path / "nowhere"], {WANTED})


def test_too_large(tmp_path: Path) -> None:
    """By name it is an error; among the files of a folder it is not meant."""
    with (tmp_path / "large").open("wb") as file:
        file.truncate(text.MOST_BYTES + 1)
    assert found(tmp_path) == [(tmp_path.name, False)]
    with pytest.raises(KgError, match="more than 64 MB"):
        text.find([tmp_path / "large"], {WANTED})


def test_a_pipe_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, RAW)
    os.close(writing)
    try:
        assert text.find([f"/dev/fd/{reading}"], {WANTED})[0].text is not None
    finally:
        os.close(reading)
