"""How an explanation is written: text, Markdown, JSON, HTML; what others wrote is never taken for markup."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg import explain
from kg.explain import Explanation, Named, Section
from kg.explain.explanation import LISTED

NASTY = '<script>alert(1)</script> *b* [x](y) \x1b[2J \u202e "q" & |'
MADE = Explanation(
    "https://x.org/a", "a", "claim", NASTY, "en", (Section("What", (NASTY, "Second " + "word " * 40)),), "Further", (Named("b", NASTY),)
)


def test_html_is_escaped() -> None:
    for written in (MADE._repr_html_(), MADE.html()):
        assert "<script" not in written
        assert written.count("&lt;script&gt;alert(1)") >= 3
        assert not set("\x1b\u202e") & set(written)
    assert MADE.html().startswith('<!DOCTYPE html>\n<html lang="en">')


def test_markdown_is_escaped() -> None:
    written = MADE.markdown()
    assert "<script" not in written.replace("\\<", "")
    assert "\\*b\\*" in written
    assert not set("\x1b\u202e") & set(written)
    assert "\\[x\\](y)" in written
    assert written.splitlines()[0].startswith("# \\<script")


def test_text_is_wrapped_and_cannot_steer() -> None:
    written = MADE.text()
    assert max(map(len, written.partition("Further")[0].splitlines())) <= 100
    assert not set("\x1b\u202e") & set(written)
    assert "  – Second word" in written


def test_json_has_it_all() -> None:
    told = json.loads(MADE.json())
    assert told["title"] == NASTY
    assert told["sections"][0]["heading"] == "What"
    assert told["others"] == [{"id": "b", "label": NASTY}]
    assert set(told) == {"node", "id", "kind", "title", "lang", "sections", "others"}


@pytest.mark.parametrize("fmt", explain.WRITERS)
def test_every_format_tells_the_same_sentences(bridge: ox.Store, fmt: str) -> None:
    made = explain.explain(bridge, "article:unsafe")
    written = explain.WRITERS[fmt](made)
    for section in made.sections:
        assert section.heading.split(",")[0] in written


def test_what_is_listed_stands_under_its_head() -> None:
    made = replace(MADE, sections=(Section("What", ("Head:", "· one", "· two", "After")),))
    assert "  – Head:\n    · one\n    · two\n  – After\n" in made.text()
    assert "- Head:\n  - one\n  - two\n- After\n" in made.markdown()
    assert "<ul>\n<li>Head:\n<ul>\n<li>one</li>\n<li>two</li>\n</ul></li>\n<li>After</li>\n</ul>" in made._repr_html_()


@pytest.mark.parametrize("sentences", [("· a",), ("· a", "· b"), ("a", "· b"), ("· a", "b", "· c")])
def test_lists_are_closed(sentences: tuple[str, ...]) -> None:
    written = replace(MADE, sections=(Section("What", sentences),), others=())._repr_html_()
    assert (written.count("<ul>"), written.count("<li>")) == (written.count("</ul>"), written.count("</li>"))
    assert written.count("<li>") == len(sentences)


def test_of_many_others_the_first_are_listed_and_json_has_all() -> None:
    others = tuple(Named(f"n{number}", "Name") for number in range(LISTED + 5))
    made = replace(MADE, others=others, more="and 5 more: kg ask x")
    for written in (made.text(), made.markdown(), made._repr_html_()):
        assert f"n{LISTED - 1}" in written
        assert f"n{LISTED}" not in written
        assert "and 5 more: kg ask x" in written
    assert len(json.loads(made.json())["others"]) == LISTED + 5
