"""One YAML file as composed nodes with their marks, or problems with a line each.

The events are scanned before anything is composed: nodes hide aliases and tags, and a nesting of
100,000 levels would crash the composer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from kg.problems import Place, Problem

MOST_BYTES = 8 * 1024 * 1024
MOST_DEPTH = 40

#: libyaml is in every wheel of PyYAML; a build without it reads the same, slower.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Characters that YAML or an editor takes for a line break, or that nobody sees: they shift lines.
_SHIFTING = {
    "\ufeff": "a byte order mark (U+FEFF): save the file as UTF-8 without BOM",
    "\x85": "U+0085, a hidden line break: replace it by a space or a new line",
    "\u2028": "U+2028, a hidden line break: replace it by a space or a new line",
    "\u2029": "U+2029, a hidden line break: replace it by a space or a new line",
}
_SHIFTING_RE = re.compile("[" + "".join(_SHIFTING) + "]")


def compose(path: Path, name: str) -> tuple[yaml.MappingNode | None, list[Problem]]:
    """The root mapping of the file at `path` (called `name` in problems), and what is wrong with it."""
    text, problems = _decode(path, name)
    if text is None or problems:
        return None, problems
    try:
        problems = list(_scan(text, name))
        if problems:
            return None, problems
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [Problem(Place(name, mark.line + 1 if mark else 1), f"not valid YAML: {_plain(error)}")]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        code = ord(error.character) if isinstance(error.character, str) else error.character
        return None, [Problem(Place(name, line), f"a character that YAML does not allow (U+{code:04X}): take it out")]
    if root is None:
        return None, [Problem(Place(name, 1), "the file is empty: write its keys, or remove it")]
    if not isinstance(root, yaml.MappingNode):
        return None, [Problem(Place(name, root.start_mark.line + 1), f"expected keys with values here, found {kind(root)}")]
    return root, []


def kind(node: yaml.Node) -> str:
    """What a node is, in words for a problem."""
    if isinstance(node, yaml.MappingNode):
        return "a map"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "nothing" if is_empty(node) else "a single value"


def is_empty(node: yaml.Node) -> bool:
    """A key with nothing behind it (`''`, written out, is a text, if an empty one)."""
    return isinstance(node, yaml.ScalarNode) and node.style is None and not node.value


def _decode(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            limit = MOST_BYTES // 1024 // 1024
            return None, [Problem(Place(name, 1), f"the file has {size / 1024 / 1024:.0f} MB, more than {limit}: split the document")]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(name, 1), f"cannot be read: {error.strerror or error}")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(Place(name, line), f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8")]
    # A lone carriage return is a line break for YAML and for no line counter.
    problems = [
        Problem(Place(name, text.count("\n", 0, found.start()) + 1), f"holds {_SHIFTING[found.group()]}")
        for found in _SHIFTING_RE.finditer(text)
    ]
    problems += [
        Problem(Place(name, text.count("\n", 0, found.start()) + 1), "holds a lone carriage return: save it with plain line ends")
        for found in re.finditer("\r(?!\n)", text)
    ]
    return text, problems[:20]


def _scan(text: str, name: str) -> Iterator[Problem]:
    depth = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        place = Place(name, event.start_mark.line + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield Problem(place, "a second YAML document (---): one file is one document")
                return
            if event.version or event.tags:
                yield Problem(place, "a YAML directive (%): take it out")
        elif isinstance(event, yaml.AliasEvent):
            yield Problem(place, f"an alias (*{event.anchor}): write the value out")
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                yield Problem(place, f"an anchor (&{event.anchor}): write the value where it is needed")
            if event.tag:
                yield Problem(place, f"a tag ({event.tag}): write the plain value")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                yield Problem(place, f"nested more than {MOST_DEPTH} levels deep: flatten it")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _plain(error: yaml.MarkedYAMLError) -> str:
    context = f" {error.context}" if error.context else ""
    return f"{error.problem or 'cannot be parsed'}{context}".replace("\n", " ")
