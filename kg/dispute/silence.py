"""What it means that nothing of a party is found on a claim: which of its documents could have answered, and were they read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.things import Document


@dataclass(frozen=True)
class Silence:
    """Why nothing is found, and in which documents.

    `silent`: documents that came later were read in full. `in-part`: they were not. `undated`: which came first is not known.
    `mentioned`: they are not at hand. `earlier`: there are only earlier ones. `none`: there is no document of theirs.
    """

    kind: str
    documents: tuple[Document, ...] = ()


def silence(all_documents: Mapping[str, Document], places: Iterable[str], own: Iterable[Document], told: Iterable[str] = ()) -> Silence:
    """What it means that none of a party's `own` documents answers what was said in some `places`, documents by their IRIs.

    A document can only fail to answer what existed and was known before it: it came later if it says that it responds to the
    other, or if its earliest day is after the other's latest. What came later than one that only tells of it (`told`) came
    later than what that tells of.
    """
    said, telling = ([all_documents[iri] for iri in iris if iri in all_documents] for iris in (places, told))
    order = {
        one: "later"
        if any(compare(one, other) == "later" for other in telling)
        else max((compare(one, other) for other in said), default="undated", key=_ORDERS.index)
        for one in own
    }
    for kind, orders, reads in _SILENCES:
        fitting = tuple(one for one in order if order[one] in orders and one.read in reads)
        if fitting:
            return Silence(kind, fitting)
    return Silence("none")


_ORDERS = ("earlier", "undated", "later")
_SILENCES = (
    ("silent", ("later",), ("full",)),
    ("in-part", ("later",), ("part", "")),
    ("undated", ("undated",), ("full", "part", "")),
    ("mentioned", ("later", "undated"), ("mention",)),
    ("earlier", ("earlier",), ("full", "part", "", "mention")),
)


def compare(one: Document, other: Document) -> str:
    """Whether a document is `earlier` or `later` than another, or that is not known (`undated`)."""
    if other.iri in one.responds_to or (other.latest and one.earliest > other.latest):
        return "later"
    if one is other or one.iri in other.responds_to or (one.latest and other.earliest > one.latest):
        return "earlier"
    return "undated"


def is_earlier(documents: Mapping[str, Document], replied: Iterable[str], said: Iterable[str]) -> bool:
    """Whether all of some documents came before all of others."""
    of = list(said)
    pairs = [(documents.get(one), documents.get(other)) for one in replied for other in of]
    return bool(pairs) and all(one and other and one is not other and compare(one, other) == "earlier" for one, other in pairs)
