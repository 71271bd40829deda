"""A tree as YAML: on one line where it is short, else a key a line; plain texts where that is safe."""

from __future__ import annotations

import json
import re

import yaml

from kg.case.yamlfile import Loader
from kg.write.tree import Tree

WIDTH = 100
_STEP = "  "
#: Texts that may need no quotes; whether they do is asked of the parser.
_MAYBE_PLAIN = re.compile(r"[^\W_](?:[\w .;()/%+–—«»-]|:(?=[\w/]))*")

#: What JSON leaves as it is and a case file may not hold: hidden line breaks, byte order marks, control characters.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """A text as it is written in a file.

    >>> scalar("2020..2022"), scalar("Is it safe?"), scalar("report:claim")
    ('2020..2022', '"Is it safe?"', 'report:claim')
    """
    if _MAYBE_PLAIN.fullmatch(text) and _reads(f"[{text}]", text):
        return text
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def flow(tree: Tree) -> str:
    """On one line.

    >>> flow({"name": {"en": "Town council"}, "kind": "organisation"})
    '{name: {en: Town council}, kind: organisation}'
    """
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    return f"[{', '.join(map(scalar, tree))}]" if isinstance(tree, list) else scalar(tree)


def lines(key: str, tree: Tree, column: int) -> list[str]:
    """A key and what stands behind it, at a column of a map in block style."""
    indent = " " * column
    whole = f"{indent}{scalar(key)}: {flow(tree)}"
    if not isinstance(tree, dict) or not tree or len(whole) <= WIDTH:
        return [whole]
    return [f"{indent}{scalar(key)}:", *(line for inner, value in tree.items() for line in lines(inner, value, column + len(_STEP)))]


def _reads(source: str, text: str) -> bool:
    try:
        node = yaml.compose(source, Loader=Loader)
    except yaml.YAMLError:
        return False
    found = node.value if isinstance(node, yaml.SequenceNode) else []
    return [one.value for one in found] == [text] and isinstance(found[0], yaml.ScalarNode)
