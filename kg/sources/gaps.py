"""What is not known of a source, and what would have to be looked at to know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.sources.model import PARTS, Document

#: What is open of a document, or of a word that stands in none (`place`), that nobody is named for (`whose`), or that may be
#: taken from the claim's own document, which its document cites (`taken`); of a tie, when it held or how much (`tie`).
AUTHOR, SOURCES, TIES, READ, MISSING, PLACE, WHOSE, TAKEN, TIE = (
    "author",
    "sources",
    "ties",
    "read",
    "missing",
    "place",
    "whose",
    "taken",
    "tie",
)
#: With one of these open it may be the claimant's own word after all.
OWN = frozenset({AUTHOR, SOURCES, READ, MISSING, WHOSE, TAKEN})


class Gap(NamedTuple):
    """A thing, and what of it is open."""

    thing: str
    what: str


def of(ids: Iterable[str], documents: Mapping[str, Document]) -> tuple[Gap, ...]:
    """What was not reviewed, or not read, of some documents."""
    return tuple(gap for one in ids if one in documents for gap in _of(documents[one]))


def _of(document: Document) -> tuple[Gap, ...]:
    """An author that was looked for and not found is open too."""
    lacking = [part for part in PARTS if part not in document.reviewed or (part == AUTHOR and not document.authors)]
    return tuple(Gap(document.id, what) for what in [*lacking, *([] if document.read == "full" else [READ])])
