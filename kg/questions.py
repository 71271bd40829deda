"""Question files: SPARQL with a header in YAML, and the values that are put into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg import header as headers
from kg.case.references import nearest
from kg.problems import KgError
from kg.resources import folder

#: More is no query that anybody wrote.
MOST_BYTES = 8 * 1024 * 1024
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
        return self.header.get("order") or []

    def phrases(self, lang: str = "en") -> dict[str, str]:
        """The question's own words for what its answer says, in a language, else in English."""
        texts: dict[str, dict[str, str]] = self.header.get("words") or {}
        return {name: text.get(lang) or text["en"] for name, text in texts.items()}

    @property
    def tags(self) -> list[str]:
        return self.header.get("tags") or []

    def words(self, key: str, lang: str = "en") -> str:
        """A text of the header in a language, else in English or as it stands."""
        texts = self.header.get(key) or {}
        return " ".join((texts if isinstance(texts, str) else texts.get(lang) or texts.get("en") or "").split())

    def fill(self, values: dict[str, str]) -> str:
        """The query with SPARQL terms put in for parameters; the others keep their default."""
        return _PARAMETER.sub(lambda m: f"{m[1]} {values[m[2]]} {m[3]}" if m[2] in values else m[0], self.text)


def load(path: Path) -> Query:
    """Raises KgError where the file cannot be read, its header is none, or names a parameter that the query has not."""
    text = _read(path)
    try:
        header = headers.read([line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")])
    except KgError as error:
        raise KgError(f"{path}: {error}") from error
    query = Query(path.stem, text, header)
    in_text = {found[2] for found in _PARAMETER.finditer(text)}
    if set(query.parameters) != in_text:
        raise KgError(f"{path}: header and query differ in their parameters: {', '.join(sorted(set(query.parameters) ^ in_text))}")
    return query


def _read(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise KgError(f"{path}: cannot be read: is {'a folder' if path.is_dir() else 'no file'}: name a file with a query")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise KgError(f"{path}: has more than {MOST_BYTES // 1024 // 1024} MB: a question is a short file")
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: cannot be read: {error}") from error


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
