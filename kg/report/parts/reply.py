"""How a party met a claim, and what it means where nothing is found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.report.facts import Argument, Document, Facts, Stance

#: Stances that are replies, in the order in which they are told.
STANCES = ("concedes", "asserts", "denies", "questions", "retracts", "relays")


@dataclass(frozen=True)
class Reply:
    """What a party did with a claim: the kind, its stances, the challenges that it brought."""

    kind: str
    stances: tuple[Stance, ...] = ()
    challenges: tuple[Argument, ...] = ()


@dataclass(frozen=True)
class Silence:
    """Why nothing is found, and in which documents.

    `silent`: documents that came later were read in full. `in-part`: they were not. `undated`: which came first is not known.
    `mentioned`: they are not at hand. `earlier`: there are only earlier ones. `none`: there is no document of theirs.
    """

    kind: str
    documents: tuple[Document, ...] = ()


def replies(facts: Facts, claims: tuple[str, ...], party: str) -> tuple[Reply, ...]:
    """A party's replies to claims that restate each other, in a fixed order; none where there is none."""
    own = [stance for stance in facts.stances(claims) if stance.is_by(party)]
    speakers = {party, *(stance.by for stance in own)}
    challenges = tuple(one for one in facts.attacks.get(facts.first(claims[0]), ()) if speakers.intersection(one.by))
    by = {name: tuple(stance for stance in own if stance.stance == name) for name in STANCES}
    found = [Reply(name, by[name]) for name in ("concedes", "asserts", "retracts") if by[name]]
    if by["denies"] or challenges:
        kind = "denies-argued" if by["denies"] and challenges else "argued" if challenges else "denies"
        found.append(
            Reply("questions-argued" if kind == "argued" and by["questions"] else kind, by["denies"] or by["questions"], challenges)
        )
    elif by["questions"]:
        found.append(Reply("questions", by["questions"]))
    if not found and by["relays"]:
        found.append(Reply("relays", by["relays"]))
    return tuple(found)


def silence(facts: Facts, sayings: tuple[Stance, ...], documents: tuple[Document, ...]) -> Silence:
    """What it means that none of a party's `documents` answers what somebody said in `sayings`.

    A document came later if it says that it responds to the other, or if its earliest day is after the other's latest.
    """
    said = [facts.documents[iri] for iri in sorted({s.within or s.document for s in sayings} & facts.documents.keys())]
    order = {one: max((_order(one, other) for other in said), default="undated", key=_ORDERS.index) for one in documents}
    for kind, places, reads in _SILENCES:
        fitting = tuple(one for one in documents if order[one] in places and one.read in reads)
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


def _order(one: Document, other: Document) -> str:
    if other.iri in one.responds_to or (other.latest and one.earliest > other.latest):
        return "later"
    if one is other or one.iri in other.responds_to or (one.latest and other.earliest > one.latest):
        return "earlier"
    return "undated"
