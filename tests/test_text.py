"""A text is found by its digest, whatever its file is called; normalised with a way back; counted as JavaScript counts."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_every_text_of_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, raw in {"sub/a": RAW, "b": b"b\r\n", "c": b"\xff", ".d": b"d"}.items():
        (tmp_path / name).write_bytes(raw)
    assert sorted(text.every([tmp_path, tmp_path / "b"]).values()) == ["b\r\n", RAW.decode()]


#: Raw → normalised; tests/anchor/test_locate.py has more, by what is found.
NORMALISED = [
    ("", ""),
    ("abc", "abc"),
    (" \t\r\n\u2028", " "),
    ("4\u200b7\u00ad", "47"),
    ("a\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeffb", "ab"),
    ("«a» “b” ’c'", "'a' 'b' 'c'"),
    ("1–2—3−4‑5", "1-2-3-4-5"),
    ("Ёжё\u0301", "Еже"),
    ("за\u0301мок, caf\u00e9, cafe\u0301", "замок, caf\u00e9, caf\u00e9"),
    ("ѓќѝй г\u0301к\u0301и\u0300и\u0306", "ѓќѝй ѓќѝй"),
    ("\u1100\u1161\u11a8\uac00\u11a8", "\uac01\uac01"),
    ("\u212b\u2126\u037e\u1fef", "\u00c5\u03a9;'"),
    ("\u0958", "\u0915\u093c"),
    ("a…", "a..."),
    (" \u0301", " \u0301"),
]


@pytest.mark.parametrize(("raw", "made"), NORMALISED)
def test_normalised(raw: str, made: str) -> None:
    assert text.normalise(raw).text == made


ANY = st.text(
    st.one_of(
        st.sampled_from("её 4.…\u0301\u0308\u0306\u00ad\u200b\u00a0\r\n–«'\u1100\u1161\u11a8\U0001f6aa"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(ANY)
def test_the_index_map_is_monotone_and_covers(raw: str) -> None:
    made = text.normalise(raw)
    assert len(made.text) == len(made.starts) == len(made.ends)
    units = list(dict.fromkeys(zip(made.starts, made.ends, strict=True)))
    assert all(0 <= start < end <= len(raw) for start, end in units)
    assert all(end <= start for (_, end), (start, _) in pairwise(units))
    gaps = [raw[end:start] for (_, end), (start, _) in pairwise([(0, 0), *units, (len(raw), len(raw))])]
    assert text.visible("".join(gaps)).text == ""


@given(ANY)
def test_each_stretch_of_the_map_says_the_same_alone(raw: str) -> None:
    made = text.normalise(raw)
    for span in set(zip(made.starts, made.ends, strict=True)):
        alone = "".join(char for char, *one in zip(made.text, made.starts, made.ends, strict=True) if tuple(one) == span)
        assert text.normalise(raw[slice(*span)]).text == alone


@given(ANY, ANY)
def test_normalising_forgets_how_accents_are_written_and_nothing_twice(raw: str, other: str) -> None:
    made = text.normalise(raw).text
    assert text.normalise(unicodedata.normalize("NFD", raw)).text == made
    assert text.normalise(unicodedata.normalize("NFC", raw)).text == made
    assert text.normalise(made).text == made


def test_what_stands_for_one_character_is_not_divided() -> None:
    made = text.normalise("a…b")
    whole = [(start, end) for start in range(5) for end in range(start + 1, 6) if made.is_whole(start, end)]
    assert whole == [(0, 1), (0, 4), (0, 5), (1, 4), (1, 5), (4, 5)]


@given(ANY)
def test_is_whole(raw: str) -> None:
    made = text.normalise(raw)
    for start in range(len(made.text)):
        for end in range(start + 1, len(made.text) + 1):
            begins = start == 0 or made.starts[start] != made.starts[start - 1]
            assert made.is_whole(start, end) == (begins and (end == len(made.text) or made.starts[end] != made.starts[end - 1]))


def test_a_long_text_is_normalised_in_one_go() -> None:
    """Two numbers a character, whatever is in it."""
    raw = "Осу\u00adждёно\u00a0\u00a047 — «отче\u0301т»… \U0001f6aa\r\n" * 40_000
    made = text.normalise(raw)
    assert made.text == "Осуждено 47 - 'отчет'... \U0001f6aa " * 40_000
    assert len(made.starts) == len(made.ends) == len(made.text)
    assert raw[made.starts[-27] : made.ends[-1]] == raw[: len(raw) // 40_000]


#: Text, position in code points, in UTF-16 code units.
POSITIONS = [
    ("", 0, 0),
    ("abc", 3, 3),
    ("\U0001f6aab", 1, 2),
    ("\U0001f6aab", 2, 3),
    ("a\r\nb", 3, 3),
    ("e\u0301\U0001f6aa", 2, 2),
    ("\U0001f469\u200d\U0001f4bb!", 3, 5),
    ("Осуждено", 8, 8),
]


@pytest.mark.parametrize(("of", "points", "units"), POSITIONS)
def test_utf16(of: str, points: int, units: int) -> None:
    assert (text.to_utf16(of, points), text.from_utf16(of, units)) == (units, points)


@pytest.mark.parametrize(
    ("units", "words"), [(1, "between the two UTF-16 halves"), (-1, "no position -1"), (4, "no position 4 in a text of 3")]
)
def test_positions_that_are_none(units: int, words: str) -> None:
    with pytest.raises(KgError, match=words):
        text.from_utf16("\U0001f6aab", units)


def test_a_position_beyond_the_text_has_no_utf16() -> None:
    for points in (-1, 3):
        with pytest.raises(KgError, match="count from 0"):
            text.to_utf16("\U0001f6aab", points)


@given(ANY)
def test_utf16_there_and_back(of: str) -> None:
    units = [text.to_utf16(of, at) for at in range(len(of) + 1)]
    assert units == [len(of[:at].encode("utf-16-le")) // 2 for at in range(len(of) + 1)]
    assert [text.from_utf16(of, unit) for unit in units] == list(range(len(of) + 1))
    for unit in set(range(units[-1])) - set(units):
        with pytest.raises(KgError):
            text.from_utf16(of, unit)
