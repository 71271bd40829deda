"""One YAML file as composed nodes with their marks, or problems with a line each.

The events are scanned before anything is composed: nodes hide aliases and tags, and a nesting of
100,000 levels would crash the composer.
"""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from kg.case.message import problem
from kg.case.yamlwords import explain
from kg.problems import Place, Problem

MOST_BYTES = 8 * 1024 * 1024
MOST_DEPTH = 40
_DEEP = f"nested more than {MOST_DEPTH} levels deep: flatten it"

#: libyaml is in every wheel of PyYAML; a build without it reads the same, slower.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Written at once behind `#`, as in `We are #1`: maybe meant as text.
_COMMENT = re.compile(r"[ \t]+(#[^\s#]\S{0,19})")
_WHOLE = "put the text in quotes if it belongs to it, or write a space behind #"

_BREAKS = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}
# What shifts lines, or is not seen: line breaks that only YAML knows, a carriage return alone, a byte
# order mark, and what YAML does not allow.
_UNSEEN = re.compile("\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def compose(path: Path, name: str) -> tuple[yaml.MappingNode | None, list[Problem]]:
    """The root mapping of the file at `path` (called `name` in problems), and what is wrong with it.

    There may be both: then the rest of the file can be read for its problems.
    """
    text, problems = _decode(path, name)
    if text is None:
        return None, problems
    if unseen := _unseen(text, name):
        # Taken out, so that one run shows what else is wrong; not what is only wrong without them.
        root, others = _compose(_UNSEEN.sub(" ", text.removeprefix("\ufeff")), name)
        return root, [*unseen, *(others if root else [])]
    return _compose(text, name)


def _compose(text: str, name: str) -> tuple[yaml.MappingNode | None, list[Problem]]:
    problems: list[Problem] = []
    try:
        if not _scan(text, name, problems):
            return None, problems
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem):  # newer parsers stop there by themselves
            return None, [*problems, problem(Place(name, error.problem_mark.line + 1 if error.problem_mark else 1), _DEEP)]
        line, words = explain(error, text, _last_event(text))
        return None, [*problems, problem(Place(name, line), f"not valid YAML: {words}")]
    except yaml.YAMLError as error:
        return None, [*problems, problem(Place(name, 1), f"not valid YAML: {error}")]
    if root is None or is_empty(root):
        return None, [problem(Place(name, 1), "the file is empty: write its keys, or remove it")]
    if not isinstance(root, yaml.MappingNode):
        return None, [*problems, problem(Place(name, root.start_mark.line + 1), f"expected keys with values here, found {kind(root)}")]
    return root, problems


def kind(node: yaml.Node) -> str:
    """What a node is, in words for a problem."""
    if isinstance(node, yaml.MappingNode):
        return "a map"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "nothing" if is_empty(node) else "a single value"


def is_empty(node: yaml.Node) -> bool:
    """A key with nothing behind it (`''`, written out, is a text, if an empty one)."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value


def _decode(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # to read a pipe is to wait
            return None, [problem(Place(name, 1), f"is {'a folder' if stat.S_ISDIR(mode) else 'no file'}: rename or remove it")]
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        return None, [problem(Place(name, 1), f"cannot be read: {error.strerror or error}")]
    if len(raw) > MOST_BYTES:
        return None, [problem(Place(name, 1), f"the file has more than {MOST_BYTES // 1024 // 1024} MB: split the document")]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [problem(Place(name, line), f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8")]


def _unseen(text: str, name: str) -> list[Problem]:
    """The characters that nobody sees, a line and kind once."""
    problems = []
    *lines, last = text.split("\n") if _UNSEEN.search(text) else [""]
    for number, line in enumerate([*(line.removesuffix("\r") for line in lines), last], start=1):
        for char in dict.fromkeys(_UNSEEN.findall(line)):
            problems.append(problem(Place(name, number), _about(char, number == 1 and line.startswith(char))))
    return problems


def _about(char: str, begins: bool) -> str:
    if char == "\r":
        return "holds a lone carriage return: save it with plain line ends"
    if char == "\ufeff" and begins:
        return "begins with a byte order mark (U+FEFF): save the file as UTF-8 without BOM"
    if char == "\ufeff":
        return "holds a byte order mark inside (U+FEFF), which nobody sees: take it out"
    if char in _BREAKS:
        return f"holds {_BREAKS[char]}, a hidden line break: replace it by a space or a new line"
    return f"holds a character that YAML does not allow (U+{ord(char):04X}): take it out"


def _scan(text: str, name: str, problems: list[Problem]) -> bool:
    """Find what nodes hide; whether the text can be composed all the same."""
    depth = documents = 0
    composable = True
    for event in yaml.parse(text, Loader=Loader):
        place = Place(name, event.start_mark.line + 1 if event.start_mark else 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.append(problem(place, "a second YAML document (---): one file is one document"))
                return False
            if event.version or event.tags:
                problems.append(problem(place, "a YAML directive (%): take it out"))
        elif isinstance(event, yaml.AliasEvent):
            problems.append(problem(place, f"an alias (*{event.anchor}): write the value out, or put a text that begins with * in quotes"))
            composable = False
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            if event.anchor:
                problems.append(
                    problem(
                        place,
                        f"an anchor (&{event.anchor}): write the value where it is needed, or put a text that begins with & in quotes",
                    )
                )
            if event.tag:
                problems.append(problem(place, f"a tag ({event.tag}): write the plain value"))
            end: Any = event.end_mark
            if isinstance(event, yaml.ScalarEvent) and not event.style and (lost := _COMMENT.match(text, end.index)):
                problems.append(problem(Place(name, end.line + 1), f"what stands behind # is a comment ({lost[1]}): {_WHOLE}", "warning"))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                problems.append(problem(place, _DEEP))
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return composable


def _last_event(text: str) -> yaml.Event | None:
    """What was read before an error."""
    last = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=Loader):
            last = event
    return last
