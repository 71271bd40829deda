"""An entry goes into any map of any file: what was there stays byte by byte, and the entry is read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.case.yamlfile import Loader
from kg.write import render
from kg.write.insert import ITEM, TakenError, UnsafeError, insert
from kg.write.tree import Tree
from tests.write.test_render import NAMES, TREES, content

ROOT = Path(__file__).parents[2]
FILES = {str(path.relative_to(ROOT)): path.read_bytes().decode() for path in sorted(ROOT.glob("data/*/*.yaml"))} | {
    str(path.relative_to(ROOT)): path.read_bytes().decode() for path in sorted(ROOT.glob("tests/*/base/*.yaml"))
}


def maps(node: yaml.Node | None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of each map that hangs on maps alone."""
    if isinstance(node, yaml.MappingNode):
        yield path
        for key, value in node.value:
            yield from maps(value, (*path, key.value))


MAPS = [(name, path) for name, source in FILES.items() for path in maps(yaml.compose(source, Loader=Loader))]
SAID = [(name, path) for name, path in MAPS if path[-2:-1] == ("said",)]
#: The same file as others save it.
STYLES: dict[str, Callable[[str], str]] = {
    "as it is": lambda source: source,
    "CRLF": lambda source: source.replace("\n", "\r\n"),
    "no line end": lambda source: source.rstrip("\n"),
    "a comment at the end": lambda source: source + "# the end\n  # indeed",
    "comments": lambda source: source.replace("}\n", "} # so\n").replace("]\n", "]\t# so\n"),
    "empty lines": lambda source: source + "\n \n\n",
    "a document's marks": lambda source: f"---\n{source}...\n",
}


def at(read: object, path: tuple[str, ...]) -> dict[str, object]:
    for key in path:
        assert isinstance(read, dict)
        read = read[key]
    assert isinstance(read, dict)
    return read


@settings(max_examples=80)
@given(st.sampled_from(MAPS), st.sampled_from(sorted(STYLES)), NAMES, st.lists(NAMES, max_size=2), TREES)
def test_what_was_there_stays(where: tuple[str, tuple[str, ...]], style: str, key: str, deeper: list[str], tree: Tree) -> None:
    name, path = where
    source = STYLES[style](FILES[name])
    expected = content(yaml.compose(source, Loader=Loader))
    holder = at(expected, path)
    key = f"new-{key}" if key in holder else key
    made = insert(source, [*path, key, *deeper], tree)
    for step in reversed(deeper):
        tree = {step: tree}
    holder[key] = tree
    assert content(yaml.compose(made.source, Loader=Loader)) == expected
    lines = made.source.split("\n")
    new = len(made.source) - len(source)
    assert any(source == made.source[:at] + made.source[at + new :] for at in _starts(source, made.source))
    assert key in "\n".join(lines[made.first - 1 : made.last])


def _starts(source: str, made: str) -> range:
    """Where what is new may begin: behind what both begin with."""
    same = next((at for at, (a, b) in enumerate(zip(source, made, strict=False)) if a != b), min(len(source), len(made)))
    return range(max(0, same - 200), same + 1)


@settings(max_examples=40)
@given(st.sampled_from(SAID), st.sampled_from(sorted(STYLES)), TREES.filter(lambda tree: isinstance(tree, dict)))
def test_a_stance_of_an_actor_who_has_one_becomes_a_list(where: tuple[str, tuple[str, ...]], style: str, tree: dict[str, Tree]) -> None:
    name, path = where
    source = STYLES[style](FILES[name])
    expected = content(yaml.compose(source, Loader=Loader))
    said = at(expected, path[:-1])
    said[path[-1]] = [said[path[-1]], tree]
    made = insert(source, [*path, ITEM], tree)
    assert content(yaml.compose(made.source, Loader=Loader)) == expected


@pytest.mark.parametrize(
    ("source", "path", "made"),
    [
        ("", ["a", "b"], "a:\n  b: {k: v}\n"),
        ("# only\n", ["a", "b"], "# only\na:\n  b: {k: v}\n"),
        ("# only", ["a", "b"], "# only\na:\n  b: {k: v}\n"),
        ("z: 1\n", ["a", "b", "c"], "z: 1\na:\n  b:\n    c: {k: v}\n"),
        ("a:\n  x: 1\n# of b\nb: 2\n", ["a", "n"], "a:\n  x: 1\n  n: {k: v}\n# of b\nb: 2\n"),
        ("a:\n  x: 1  # of x\n", ["a", "n"], "a:\n  x: 1  # of x\n  n: {k: v}\n"),
        ("a:\n  x: 1", ["a", "n"], "a:\n  x: 1\n  n: {k: v}"),
        ("a:\r\n  x: 1\r\nb: 1\r\n", ["a", "n"], "a:\r\n  x: 1\r\n  n: {k: v}\r\nb: 1\r\n"),
        ("a: {x: 1}\n", ["a", "n"], "a: {x: 1, n: {k: v}}\n"),
        ("a: {x: 1, }\n", ["a", "n"], "a: {x: 1, n: {k: v}, }\n"),
        ("a: {}\n", ["a", "n"], "a: {n: {k: v}}\n"),
        ("a: { x: 1 }\n", ["a", "n"], "a: { x: 1, n: {k: v} }\n"),
        ("a: {x: 1,\n  y: 2  # of y\n  }\n", ["a", "n"], "a: {x: 1,\n  y: 2, n: {k: v}  # of y\n  }\n"),
        ("a:\n  # nothing yet\nb: 1\n", ["a", "n"], "a:\n  n: {k: v}\n  # nothing yet\nb: 1\n"),
        ("a:\n  x: |\n    text\n\n    more\nb: 1\n", ["a", "n"], "a:\n  x: |\n    text\n\n    more\n  n: {k: v}\nb: 1\n"),
        ("a:\n  x: one\n    two\n", ["a", "n"], "a:\n  x: one\n    two\n  n: {k: v}\n"),
        ('{"a": {"x": "1"}}', ["a", "n"], '{"a": {"x": "1", n: {k: v}}}'),
        ("a:\n    x:\n        - 1\n", ["a", "n"], "a:\n    x:\n        - 1\n    n: {k: v}\n"),
        ("a:\n- x\nb: 1\n", ["n"], "a:\n- x\nb: 1\nn: {k: v}\n"),
        ("s:\n  x: {k: w}\n", ["s", "x", ITEM], "s:\n  x: [{k: w}, {k: v}]\n"),
        ("s:\n  x: [{k: w}]\n", ["s", "x", ITEM], "s:\n  x: [{k: w}, {k: v}]\n"),
        ("s:\n  x:\n    - {k: w}\ny: 1\n", ["s", "x", ITEM], "s:\n  x:\n    - {k: w}\n    - {k: v}\ny: 1\n"),
        ("s:\n  x:\n    k: w\n    l: |\n      t\ny: 1\n", ["s", "x", ITEM],
         "s:\n  x:\n    - k: w\n      l: |\n        t\n    - {k: v}\ny: 1\n"),
        ("s:\n  y: 1\n", ["s", "x", ITEM], "s:\n  y: 1\n  x: {k: v}\n"),
    ],
)  # fmt: skip
def test_where_it_goes(source: str, path: list[str], made: str) -> None:
    assert insert(source, path, {"k": "v"}).source == made


def test_what_is_there_is_not_written_over() -> None:
    with pytest.raises(TakenError) as caught:
        insert("a:\n  x: 1\n  y: 2\n", ["a", "y"], {"k": "v"})
    assert caught.value.line == 3
    with pytest.raises(TakenError):
        insert("a: 1\n", ["a", "y"], {"k": "v"})


def test_the_lines_are_those_of_the_entry() -> None:
    made = insert("a:\n  x: 1\nb: 1\n", ["a", "n"], {"k": "v" * 90, "l": "w" * 90})
    assert (made.first, made.last) == (3, 5)
    made = insert("a: {x: 1}\nb: 1\n", ["a", "n"], {"k": "v"})
    assert (made.first, made.last) == (1, 1)


def test_what_would_change_something_else_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (["b: 1"], ["n: {k: v}", "m: 1"], ["n: {k: w}"], ["n: {"]):
        monkeypatch.setattr(render, "lines", lambda *_, wrong=wrong: wrong)
        with pytest.raises(UnsafeError):
            insert("a: 1\n", ["n"], {"k": "v"})
