"""The conditions in a query: where each FILTER, HAVING, MINUS and NOT EXISTS begins and ends, and the query without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Comments, addresses and strings are tokens of their own, so that a bracket or a keyword in them is none.
_TOKEN = re.compile(
    r"""(?P<skipped>\s+|\#[^\n]*)
      | <[^<>"{}|^`\\\s]*>
      | \"{3}(?:\\.|[^\\])*?\"{3} | '{3}(?:\\.|[^\\])*?'{3}
      | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
      | [?$:\w](?:[\w:.-]*[\w:-])? | .""",
    re.VERBOSE | re.DOTALL,
)
_CLOSED_BY = {"(": ")", "{": "}"}


@dataclass(frozen=True)
class Condition:
    """What stands in a query at `start` to `end`; dropped, `instead` stands there."""

    start: int
    end: int
    instead: str = ""

    def words(self, text: str) -> str:
        """It, on one line."""
        return " ".join(text[self.start : self.end].split())

    def line(self, text: str) -> int:
        return text.count("\n", 0, self.start) + 1

    def dropped(self, text: str) -> str:
        return text[: self.start] + self.instead + text[self.end :]


def find(text: str) -> Iterator[Condition]:
    """Every condition, those within others too, in order.

    A NOT EXISTS within an expression gives way to `true`, as if it held.
    """
    tokens = [found for found in _TOKEN.finditer(text) if not found["skipped"]]
    words = [found[0].upper() for found in tokens]
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        if word in ("FILTER", "HAVING", "MINUS"):
            yield Condition(tokens[number].start(), tokens[_end(words, number + 1)].end())
        elif word == "EXISTS" and before in ("NOT", "!") and words[number - 2] != "FILTER":
            yield Condition(tokens[number - 1].start(), tokens[_end(words, number + 1)].end(), "true")


def _end(words: list[str], number: int) -> int:
    """The number of the token that closes the first bracket from a token on."""
    while words[number] not in _CLOSED_BY:
        number += 1
    opening, depth = words[number], 0
    for at in range(number, len(words)):
        depth += (words[at] == opening) - (words[at] == _CLOSED_BY[opening])
        if depth == 0:
            return at
    raise ValueError("a bracket is not closed")
