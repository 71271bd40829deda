"""Question files: SPARQL with a header in YAML, and the values that are put into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.case.references import nearest
from kg.problems import KgError
from kg.resources import folder

#: What a header may have; checks have the last two.
_KEYS = ("summary", "description", "caveat", "parameters", "order", "words", "tags", "severity", "message")
_PARAMETER = re.compile(r"^(\s*VALUES \?(\w+) \{)[^}]*(\} # parameter)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Query:
    """A query file. `name` is the file's, `header` what its `#+` lines say."""

    name: str
    text: str
    header: dict[str, Any] = field(default_factory=dict)

    @property
    def parameters(self) -> dict[str, dict[str, str | list[str]]]:
        return self.header.get("parameters") or {}

    def told(self, parameter: str, lang: str = "en") -> str:
        """What a parameter is, in a language, else in English."""
        summary: Any = self.parameters[parameter].get("summary") or ""
        return str(summary.get(lang) or summary.get("en") or "") if isinstance(summary, dict) else str(summary)

    @property
    def order(self) -> list[str]:
        """Columns by which the answer is sorted, "-" before one that falls; without it all, as they come."""
        return [str(column) for column in self.header.get("order") or []]

    def phrases(self, lang: str = "en") -> dict[str, str]:
        """The question's own words for what its answer says, in a language, else in English."""
        texts: dict[str, dict[str, str]] = self.header.get("words") or {}
        return {name: str(text.get(lang) or text["en"]) for name, text in texts.items()}

    @property
    def tags(self) -> list[str]:
        return self.header.get("tags") or []

    def words(self, key: str, lang: str = "en") -> str:
        """A text of the header in a language, else in English or as it stands."""
        texts = self.header.get(key) or {}
        if isinstance(texts, str):
            return " ".join(texts.split())
        return " ".join(str(texts.get(lang) or texts.get("en") or "").split())

    def fill(self, values: dict[str, str]) -> str:
        """The query with SPARQL terms put in for parameters; the others keep their default."""
        return _PARAMETER.sub(lambda m: f"{m[1]} {values[m[2]]} {m[3]}" if m[2] in values else m[0], self.text)


def load(path: Path) -> Query:
    """Raises KgError where the header is not YAML, or names a parameter that the query has not."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: cannot be read: {error}") from error
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        header = yaml.safe_load("\n".join(lines)) or {}
    except yaml.YAMLError as error:
        raise KgError(f"{path}: the header is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(header, dict):
        raise KgError(f"{path}: the header has no keys: write #+ summary: …")
    if unknown := next((str(key) for key in header if key not in _KEYS), None):
        raise KgError(f"{path}: the header has no key '{unknown}'{nearest(unknown, _KEYS)}: it has {', '.join(_KEYS)}")
    query = Query(path.stem, text, header)
    in_text = {found[2] for found in _PARAMETER.finditer(text)}
    if set(query.parameters) != in_text:
        raise KgError(f"{path}: header and query differ in their parameters: {', '.join(sorted(set(query.parameters) ^ in_text))}")
    return query


def folder_of(kind: str) -> dict[str, Query]:
    """The queries of `questions`, `checks` or `rules`, by name."""
    return {path.stem: load(path) for path in sorted((folder("queries") / kind).glob("*.rq"))}


@cache
def columns() -> dict[str, dict[str, str]]:
    """What the columns of answers are called in each language."""
    found: dict[str, dict[str, str]] = yaml.safe_load((folder("queries") / "columns.yaml").read_text("utf-8"))
    return found


def find(name: str) -> Query:
    """A question by its name. Raises KgError with the nearest name."""
    paths = {path.stem: path for path in (folder("queries") / "questions").glob("*.rq")}
    if name not in paths:
        alike = sorted(known for known in paths if name and name in known)
        hint = " (did you mean " + ", ".join(f"'{one}'" for one in alike) + "?)" if alike else nearest(name, paths)
        raise KgError(f"there is no question '{name[:80]}'{hint}: kg ask lists them")
    return load(paths[name])
