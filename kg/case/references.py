"""Names: what they may look like, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.case import period
from kg.case.hints import Hints, nearest
from kg.case.letters import foreign, latin
from kg.names import BY, RESERVED

__all__ = ["Names", "nearest", "wrong_case_name", "wrong_name"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def wrong_name(name: str) -> str:
    """Why a text is not a name, in words; "" where it is one."""
    if period.parse(name):
        return ""
    if not _NAME.fullmatch(name):
        return f"a name has only letters A-Z, digits and . _ - and starts with a letter or digit{foreign(name[:80])}"
    if name.endswith("."):
        return "a name does not end with a dot"
    if BY in name:
        return f"a name has no '{BY}' in it: that is for an annotator's file"
    if name == "from":
        return "'from' is a key and no name"
    return ""


def wrong_case_name(name: str) -> str:
    """As `wrong_name`, for actors, concepts, annotators and documents: they share the case's names."""
    return wrong_name(name) or (f"'{name}' is reserved for a graph of the case" if name in RESERVED else "")


@dataclass
class Names:
    """Every node that the files of a case name, and how a reference finds one.

    A scope is an IRI to which a name is appended: a file's, its document's, the case's. Nothing is
    said to be missing in an `unread` one: it could not be read, or not all of it.
    """

    case: str
    documents: set[str]
    nodes: set[str]
    unread: set[str] = field(default_factory=set)
    hints: Hints = field(default_factory=Hints)

    def resolve(self, text: str, scopes: Sequence[str]) -> str | None:
        """The IRI behind `name`, `name/part` or `document:name`, looked for in each scope in turn."""
        document, colon, path = text.partition(":")
        if colon:
            scopes = [f"{self.case}/{document}"] if document in self.documents else []
        for scope in scopes:
            # `<case>/document/name` would be a second spelling of `document:name`.
            if (found := f"{scope}/{path if colon else text}") in self.nodes and not (scope == self.case and "/" in text):
                return found
        return None

    def explain(self, text: str, scopes: Sequence[str]) -> str:
        """Why a reference found nothing, with the nearest name; "" where that cannot be known."""
        document, colon, path = text.partition(":")
        if colon and document not in self.documents:
            return f"there is no document '{document}' in the case{self.hints.nearest(document, self.documents)}"
        if colon:
            scopes = [f"{self.case}/{document}"]
        elif (first := text.partition("/")[0]) in self.documents:
            return f"'{text}' is written with a colon: {first}:{text.partition('/')[2]}"
        if self.unread & set(scopes):
            return ""
        where = f"in '{document}'" if colon else "in this file or the case"
        return f"nothing is called '{path if colon else text}' {where}{self._hint(path if colon else text, scopes)}"

    def _hint(self, word: str, scopes: Sequence[str]) -> str:
        if self.hints.left <= 0:
            return ""
        known = {name for scope in scopes for name in self._inside.get(scope, ()) if ("/" in name) == ("/" in word)}
        for name in sorted(self.documents if latin(word) not in known else ()):
            if latin(word) in self._inside.get(f"{self.case}/{name}", ()):
                return f" (did you mean '{name}:{latin(word)}'?){foreign(word[:80])}"
        return self.hints.nearest(word, known)

    @cached_property
    def _inside(self) -> dict[str, set[str]]:
        """Scope → what can be written for the nodes in it."""
        found: dict[str, set[str]] = {}
        for node in self.nodes:
            if node.startswith(self.case + "/"):
                first, _, rest = node[len(self.case) + 1 :].partition("/")
                found.setdefault(f"{self.case}/{first}" if rest else self.case, set()).add(rest or first)
        return found
