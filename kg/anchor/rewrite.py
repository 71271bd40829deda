"""A case's file on its way to being rewritten: the things in it that may have a passage, and the edits to be made.

Edits are made at the marks of the YAML composer. What was made is read again and must say what was
there, with what was to be written and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.anchor.splice import Edit, plain, reads_as, splice
from kg.case import Document
from kg.case.terms import classes
from kg.case.yamlfile import Loader
from kg.problems import KgError, Place

PASSAGE = re.compile(r"(\d+)-(\d+)(?:/([0-9a-f]{8}))?")


@dataclass(frozen=True)
class Thing:
    """A map in a file that may have `at` and `quote`; `keys` are its keys and values by name."""

    node: yaml.MappingNode
    keys: dict[str, tuple[yaml.Node, yaml.Node]]

    def passages(self) -> list[yaml.ScalarNode]:
        """What stands behind `at`, one or a list."""
        value = self.keys["at"][1] if "at" in self.keys else None
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        return [one for one in items if isinstance(one, yaml.ScalarNode)]

    def value(self, key: str) -> str:
        """The single value of a key, "" where it is not there."""
        return str(self.keys[key][1].value) if key in self.keys else ""

    def quote(self) -> str:
        """Its quote without the line end that a block scalar has."""
        return self.value("quote").rstrip("\n")


@dataclass
class Rewrite:
    """The edits of one file, and what its keys and values at these marks must be afterwards."""

    document: Document
    source: str
    root: yaml.Node | None
    edits: list[Edit] = field(default_factory=list)
    expected: dict[int, Any] = field(default_factory=dict)

    def things(self) -> Iterator[Thing]:
        """All things that may have a quote, in the file's order: an entry that is called `quote` is none."""
        for node in _things(self.root, "Annotation" if self.document.annotates else "Document"):
            yield Thing(node, {key.value: (key, value) for key, value in node.value})

    def replace(self, node: yaml.ScalarNode, new: str) -> None:
        """Write another value in the place of a scalar."""
        self.edits.append(Edit(node.start_mark.index, node.end_mark.index, new))
        self.expected[node.start_mark.index] = new

    def made(self) -> str:
        """The file's new content.

        Raises:
            KgError: what would be written says something else.
        """
        new = splice(self.source, self.edits)
        if not reads_as(new, plain(self.root, self.expected)):
            raise KgError(f"{self.document.file}: could not be rewritten safely, nothing was written: put each quote on a line of its own")
        return new

    def place(self, node: yaml.Node) -> Place:
        """The line on which a node begins."""
        return Place(self.document.file, node.start_mark.line + 1)


def opened(document: Document) -> Rewrite:
    """A document's file as it is now."""
    source = Path(document.file).read_bytes().decode("utf-8")
    return Rewrite(document, source, yaml.compose(source, Loader=Loader))


def _things(node: yaml.Node | None, of: str) -> Iterator[yaml.MappingNode]:
    if not isinstance(node, yaml.MappingNode):
        return
    terms = classes()[of]
    if "quote" in terms:
        yield node
    for key, value in node.value:
        term = terms.get(key.value)
        if term is None:
            continue
        if term.form == "node":
            yield from _things(value, term.of)
        elif term.form in ("block", "said"):
            for _, entry in value.value:
                for one in entry.value if isinstance(entry, yaml.SequenceNode) else [entry]:
                    yield from _things(one, term.of)
