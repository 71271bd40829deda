"""The header of a query file: its `#+` lines, which are YAML, as plain texts, lists and maps."""

from __future__ import annotations

from typing import Any

import yaml

from kg.case.references import nearest
from kg.case.yamlfile import Loader
from kg.problems import KgError

#: What a header may have; checks have the last two.
KEYS = ("summary", "description", "caveat", "parameters", "order", "words", "tags", "severity", "message")
_PARAMETER_KEYS = ("summary", "type")
MOST_DEPTH = 10
_UNSAID = ("", "null", "~")


def read(lines: list[str]) -> dict[str, Any]:
    """What the lines say; every single value is a text, whatever YAML would make of it.

    Raises:
        KgError: they are not YAML, have an alias, a key twice or one that is unknown, or a value is not of its key's form.
    """
    text = "\n".join(lines)
    try:
        _scan(text)
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise KgError(f"the header is not YAML: {' '.join(str(error).split())}") from error
    header = {} if root is None else _plain(root)
    if not isinstance(header, dict):
        raise KgError("the header has no keys: write #+ summary: …")
    unknown = next((key for key in header if key not in KEYS), None)
    if unknown is not None:
        raise KgError(f"the header has no key '{unknown}'{nearest(unknown, KEYS)}: it has {', '.join(KEYS)}")
    for key, value in header.items():
        _check(key, value)
    return header


def _scan(text: str) -> None:
    """An alias may stand for more than any memory holds, and a deep nesting ends the reader."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            raise KgError(f"the header has an alias (*{event.anchor}): write the value out, or put a text that begins with * in quotes")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise KgError(f"the header has a tag ({event.tag}): write the plain value")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise KgError(f"the header is nested more than {MOST_DEPTH} levels deep: flatten it")


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    if not isinstance(node, yaml.MappingNode):
        return "" if node.value in _UNSAID and not node.style else node.value  # type: ignore[attr-defined]
    made: dict[str, Any] = {}
    for key, value in node.value:
        name = _plain(key)
        if not isinstance(name, str):
            raise KgError("the header has a list or map for a key: write a name")
        if name in made:
            raise KgError(f"the header has the key '{name}' twice: take one out")
        made[name] = _plain(value)
    return made


def _check(key: str, value: Any) -> None:
    if value == "":
        return
    if key in ("order", "tags"):
        _must(isinstance(value, list) and all(isinstance(one, str) for one in value), key, "a list of names, such as [claim, document]")
    elif key == "words":
        _must(isinstance(value, dict), key, "names with their texts, such as {unread: {en: not read}}")
        for name, texts in value.items():
            _must(_is_worded(texts) and isinstance(texts, dict) and "en" in texts, f"{key}: {name}", "a text in English (en), at least")
    elif key == "parameters":
        _must(isinstance(value, dict), key, "names with what they are, such as {actor: {type: actor}}")
        for name, told in value.items():
            _parameter(name, told)
    else:
        _must(_is_worded(value), key, "a text, or texts by language, such as {en: …}")


def _parameter(name: str, told: Any) -> None:
    where = f"parameters: {name}"
    _must(isinstance(told, dict) and all(key in _PARAMETER_KEYS for key in told), where, "a map of summary and type")
    _must(_is_worded(told.get("summary", "")), f"{where}: summary", "a text, or texts by language")
    kind = told.get("type", "text")
    kinds = kind if isinstance(kind, list) else [kind]
    _must(bool(kinds) and all(isinstance(one, str) and one for one in kinds), f"{where}: type", "a name, or a list of names")


def _is_worded(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and all(isinstance(text, str) for text in value.values()))


def _must(so: bool, key: str, form: str) -> None:
    if not so:
        raise KgError(f"the header's '{key}' is not {form}")
