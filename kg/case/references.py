"""Names: what they may look like, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg.names import RESERVED

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
#: Looking for a similar name is quadratic in their number: a broken file gets this many hints.
_MOST_HINTS = 25
_MOST_CANDIDATES = 4000


def wrong_name(name: str) -> str:
    """Why a text is not a name, in words; "" where it is one."""
    if not _NAME.fullmatch(name):
        return "a name has only letters A-Z, digits and . _ - and starts with a letter or digit"
    if name.endswith("."):
        return "a name does not end with a dot"
    if ".by-" in name:
        return "a name has no '.by-' in it: that is for an annotator's file"
    if name == "from":
        return "'from' is a key and no name"
    return ""


def wrong_case_name(name: str) -> str:
    """As `wrong_name`, for actors, concepts, annotators and documents: they share the case's names."""
    return wrong_name(name) or (f"'{name}' is reserved for a graph of the case" if name in RESERVED else "")


def nearest(word: str, words: Iterable[str]) -> str:
    """A hint at the most similar of the words, to stand at the end of a message."""
    close = get_close_matches(word[:80], sorted(words)[:_MOST_CANDIDATES], n=1, cutoff=0.6)
    return f" (did you mean '{close[0]}'?)" if close else ""


@dataclass
class Names:
    """Every node that the files of a case name, and how a reference finds one."""

    case: str
    documents: set[str]
    nodes: set[str]
    hints: int = 0

    def resolve(self, text: str, scopes: list[str]) -> str | None:
        """The IRI behind `name`, `name/part` or `document:name`, looked for in each scope in turn."""
        document, colon, path = text.rpartition(":")
        if colon:
            scopes = [f"{self.case}/{document}"] if document in self.documents else []
        for scope in scopes:
            if (found := f"{scope}/{path}") in self.nodes:
                return found
        return None

    def explain(self, text: str, scopes: list[str]) -> str:
        """Why a reference found nothing, with the nearest name."""
        document, colon, path = text.rpartition(":")
        if colon and document not in self.documents:
            return f"there is no document '{document}' in the case{self._hint(document, self.documents)}"
        if colon:
            scopes = [f"{self.case}/{document}"]
        known = {node[len(scope) + 1 :] for scope in scopes for node in self.nodes if node.startswith(scope + "/")}
        where = f"in '{document}'" if colon else "in this file or the case"
        return f"nothing is called '{path}' {where}{self._hint(path, known)}"

    def _hint(self, word: str, words: Iterable[str]) -> str:
        self.hints += 1
        return nearest(word, words) if self.hints <= _MOST_HINTS else ""
