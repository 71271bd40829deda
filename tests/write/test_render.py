"""What is written is read back as the same text, in block and in flow style, and can stand in a case file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.case.yamlfile import Loader
from kg.write import render
from kg.write.tree import Tree

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
TREES: st.SearchStrategy[Tree] = st.recursive(
    TEXTS | st.lists(TEXTS, min_size=2, max_size=3), lambda inner: st.dictionaries(NAMES, inner, min_size=1, max_size=4), max_leaves=8
)


def content(node: yaml.Node | None) -> object:
    """A node as plain texts, lists and dicts."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: content(value) for key, value in node.value}
    return [content(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else node and node.value


@given(TEXTS)
def test_a_text_is_read_back(text: str) -> None:
    for source in (f"k: {render.scalar(text)}", f"{{k: {render.scalar(text)}}}", f"{{k: [{render.scalar(text)}, a]}}"):
        read = content(yaml.compose(source, Loader=Loader))
        assert isinstance(read, dict)
        assert read["k"] in (text, [text, "a"])


@given(NAMES, TREES, st.integers(0, 6))
def test_a_tree_is_read_back(key: str, tree: Tree, column: int) -> None:
    lines = render.lines(key, tree, column)
    assert content(yaml.compose("\n".join(lines), Loader=Loader)) == {key: tree}
    assert not any("\n" in line or "\u2028" in line or "\ufeff" in line for line in lines)


@pytest.mark.parametrize(
    "text", ["2025", "2020..2022", "33.30", "no", "report:claim/2025", "Town council", "почти 60%", "https://example.org/a"]
)
def test_what_needs_no_quotes_has_none(text: str) -> None:
    assert render.scalar(text) == text


@pytest.mark.parametrize("text", ["Is it?", "a: b", "a #b", "- a", "a,b", "{a}", "*a", "'a'", " a", "a ", "", "~", "a:"])
def test_what_needs_quotes_has_them(text: str) -> None:
    assert render.scalar(text).startswith('"')


def test_a_short_tree_is_one_line_and_a_long_one_is_not() -> None:
    assert render.lines("x", {"says": {"en": "A"}, "kind": "factual"}, 2) == ["  x: {says: {en: A}, kind: factual}"]
    assert render.lines("x", {"says": {"en": "A" * 80}, "kind": "factual"}, 2) == [
        "  x:",
        f"    says: {{en: {'A' * 80}}}",
        "    kind: factual",
    ]


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\ufeff", "\x7f"])
def test_what_nobody_sees_is_spelt_out(char: str) -> None:
    assert render.scalar(f"a{char}b") == f'"a\\u{ord(char):04x}b"'
