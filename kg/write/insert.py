"""An entry put into a YAML file by splicing: every byte that was there stays where it is.

The entry goes behind the last one of its map, in the style of that map; what is missing on the way
to it is made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

import yaml

from kg.anchor.splice import Edit, line_end, plain, splice
from kg.case.yamlfile import Loader, is_empty
from kg.write import render
from kg.write.tree import Tree

#: An item of a list of stances, as a step of a path.
ITEM = "- "
_STEP = 2


class TakenError(Exception):
    """There is something at the path already; `line` says where."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class UnsafeError(Exception):
    """The entry could not be put there without changing something else."""


@dataclass(frozen=True)
class Inserted:
    """The new text of a file, and the lines of it that are new, from 1."""

    source: str
    first: int
    last: int


def insert(source: str, path: Sequence[str], tree: Tree) -> Inserted:
    """The file's text with `tree` at `path`: keys from the top down.

    Raises:
        TakenError: something stands there.
        UnsafeError: the file cannot be spliced so; nothing is lost.
    """
    root = yaml.compose(source, Loader=Loader)
    edit = _at_the_end(source, path, tree) if root is None else _edit(source, root, path, tree)
    made = splice(source, [edit])
    _check(made, root, path, tree)
    skipped = len(edit.new) - len(edit.new.lstrip(" ,\r\n"))
    first = made.count("\n", 0, edit.start + skipped) + 1
    return Inserted(made, first, first + edit.new.strip().count("\n"))


def _edit(source: str, root: yaml.Node, path: Sequence[str], tree: Tree) -> Edit:
    """Go down as far as the path is there, and make the rest."""
    node, depth = root, 0
    while isinstance(node, yaml.MappingNode):
        found = [(key, value) for key, value in node.value if key.value == path[depth]]
        if not found:
            return _into_map(source, node, path[depth:], tree)
        key, value = found[0]
        depth += 1
        if is_empty(value) and depth < len(path):
            column = node.start_mark.column + _STEP
            return _lines(source, key.end_mark.index, _entry(path[depth:], tree, column))
        if depth == len(path):
            raise TakenError(key.start_mark.line + 1)
        node = value
        if path[depth] == ITEM and isinstance(tree, dict):
            return _stance(source, node, tree, key)
    raise TakenError(node.start_mark.line + 1)


def _rest(path: Sequence[str], tree: Tree) -> Tree:
    for key in reversed(path):
        tree = tree if key == ITEM else {key: tree}
    return tree


def _entry(path: Sequence[str], tree: Tree, column: int) -> list[str]:
    """What is made on the way to an entry has a line each, so that more can be added there."""
    key, *rest = [step for step in path if step != ITEM]
    if not rest:
        return render.lines(key, tree, column)
    return [f"{' ' * column}{render.scalar(key)}:", *_entry(rest, tree, column + _STEP)]


def _into_map(source: str, node: yaml.MappingNode, path: Sequence[str], tree: Tree) -> Edit:
    if not node.flow_style:
        return _lines(source, _end(node, source), _entry(path, tree, node.start_mark.column))
    entry = f"{render.scalar(path[0])}: {render.flow(_rest(path[1:], tree))}"
    return _into_flow(source, node, [value for _, value in node.value], entry)


def _into_flow(source: str, node: yaml.Node, values: list[yaml.Node], entry: str) -> Edit:
    """Behind the last value: a comma that ends the list stays its end."""
    at = _end(values[-1], source) if values else node.start_mark.index + 1
    return Edit(at, at, f", {entry}" if values else entry)


def _stance(source: str, node: yaml.Node, tree: dict[str, Tree], key: yaml.Node) -> Edit:
    """One more stance of an actor who has some: into the list, or the one becomes a list."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        if node.flow_style:
            return _into_flow(source, node, node.value, render.flow(tree))
        return _lines(source, _end(node, source), [" " * node.start_mark.column + ITEM + render.flow(tree)])
    if not isinstance(node, yaml.MappingNode):
        raise TakenError(key.start_mark.line + 1)
    start, end = node.start_mark.index, _end(node, source)
    if node.flow_style:
        return Edit(start, end, f"[{source[start:end]}, {render.flow(tree)}]")
    newline, indent = line_end(source, start), " " * node.start_mark.column
    deeper = re.sub(r"\n(?=[^\r\n])", f"\n{' ' * len(ITEM)}", source[start:end])
    between = "" if deeper.endswith("\n") else newline
    return Edit(start, end, f"{ITEM}{deeper}{between}{indent}{ITEM}{render.flow(tree)}{newline if not between else ''}")


def _lines(source: str, at: int, lines: list[str]) -> Edit:
    """Lines of their own behind the line on which `at` is."""
    newline = line_end(source, at)
    end = source.find("\n", at)
    if at and source[at - 1] == "\n":  # a block scalar ends where the next line begins
        return Edit(at, at, newline.join([*lines, ""]))
    if end < 0:
        return Edit(len(source), len(source), newline + newline.join(lines))
    return Edit(end + 1, end + 1, newline.join([*lines, ""]))


def _at_the_end(source: str, path: Sequence[str], tree: Tree) -> Edit:
    """Into a file that has nothing but comments, if those."""
    newline = line_end(source, len(source))
    text = newline.join([*_entry(path, tree, 0), ""])
    return Edit(len(source), len(source), text if not source or source.endswith("\n") else newline + text)


def _end(node: yaml.Node, source: str) -> int:
    """Where the last thing in a node ends: its own mark, if in block style, stands behind comments that follow."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return end
    return node.start_mark.index + len(source[node.start_mark.index : end].rstrip())


def _check(made: str, root: yaml.Node | None, path: Sequence[str], tree: Tree) -> None:
    """What was made says what was there, with the entry and nothing else."""
    try:
        after = plain(yaml.compose(made, Loader=Loader), {})
    except yaml.YAMLError as error:
        raise UnsafeError from error
    if after != _with([] if root is None else plain(root, {}), path, _pairs(tree)):
        raise UnsafeError


def _with(content: object, path: Sequence[str], entry: object) -> object:
    """Content as `plain` gives it, with an entry at a path."""
    if not path:
        return entry
    if path[0] == ITEM:
        if content is None:
            return entry
        return [*(content if _is_list(content) else [content]), entry]
    pairs = content if isinstance(content, list) else []
    if path[0] in [key for key, _ in pairs]:
        return [(key, _with(value, path[1:], entry) if key == path[0] else value) for key, value in pairs]
    return [*pairs, (path[0], _with(None, path[1:], entry))]


def _is_list(content: object) -> TypeGuard[list[object]]:
    """A list of stances, and not the pairs of one."""
    return isinstance(content, list) and not (content and isinstance(content[0], tuple))


def _pairs(tree: Tree) -> object:
    return [(key, _pairs(value)) for key, value in tree.items()] if isinstance(tree, dict) else tree
