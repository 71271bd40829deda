"""What a kind of thing is told in: headings, by their phrase, and sentences."""

from __future__ import annotations

from collections.abc import Iterable

#: Headings (see `heading.…` in the phrases) and their sentences, in the order of reading; empty ones are left out.
Told = list[tuple[str, list[str]]]

#: What a line begins with that belongs under the sentence above it.
ITEM = "· "


def sentences(several: Iterable[list[str]]) -> list[str]:
    """The sentences of several things, in their order; the same one once."""
    return list(dict.fromkeys(one for some in several for one in some))
