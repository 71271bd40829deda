"""Words of passages come from the text that was annotated, and from no other."""

from __future__ import annotations

from pathlib import Path

from kg import build, quotes, store
from kg.resources import folder

VELZHA = folder("data") / "velzha"


def test_words_are_those_of_the_range() -> None:
    held = store.memory(build.assemble([VELZHA], [VELZHA / "texts"]).quads)
    found = quotes.words(held, [VELZHA / "texts"])
    texts = [path.read_text("utf-8") for path in (VELZHA / "texts").iterdir()]
    assert len(found) > 100
    for passage, words in found.items():
        start, end = map(int, passage.rpartition("=")[2].split(","))
        assert any(text[start:end] == words for text in texts)


def test_another_text_gives_none(tmp_path: Path) -> None:
    held = store.memory(build.assemble([VELZHA]).quads)
    (tmp_path / "a.txt").write_text("another text", "utf-8")
    assert quotes.words(held, [tmp_path]) == {}
    assert quotes.words(held, []) == {}
