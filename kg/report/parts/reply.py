"""How a party met a claim, and what it means where nothing is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.facts import Facts
from kg.things import Argument, Document, Stance

#: Stances that are replies, in the order in which they are told; to pass a claim on is none.
STANCES = ("concedes", "asserts", "denies", "questions", "retracts")


@dataclass(frozen=True)
class Reply:
    """What a party did with a claim: the kind, its stances, the challenges that it brought."""

    kind: str
    stances: tuple[Stance, ...] = ()
    challenges: tuple[Argument, ...] = ()
    related: tuple[tuple[str, str], ...] = ()  # its claims that are read as narrower, broader or different: how, which
    earlier: bool = False  # all of it stands in documents from before the claim


@dataclass(frozen=True)
class Silence:
    """Why nothing is found, and in which documents.

    `silent`: documents that came later were read in full. `in-part`: they were not. `undated`: which came first is not known.
    `mentioned`: they are not at hand. `earlier`: there are only earlier ones. `none`: there is no document of theirs.
    """

    kind: str
    documents: tuple[Document, ...] = ()


def replies(facts: Facts, claims: tuple[str, ...], claimant: str, party: str) -> tuple[Reply, ...]:
    """A party's replies to claims of another that restate each other, in a fixed order; none where there is none."""
    own = [stance for stance in facts.stances(claims) if stance.is_by(party)]
    attacks = facts.attacks.get(facts.first(claims[0]), ())
    challenges = tuple(one for one in attacks if facts.voices(party, one.document).intersection(one.by))
    by = {name: tuple(stance for stance in own if stance.stance == name) for name in STANCES}
    found = [Reply(name, by[name]) for name in ("concedes", "asserts", "retracts") if by[name]]
    if challenges:
        stance = "denies" if by["denies"] else "questions"
        found.append(Reply(f"{stance}-argued" if by[stance] else "argued", by[stance], challenges))
    elif by["denies"] or by["questions"]:
        stance = "denies" if by["denies"] else "questions"
        found.append(Reply(stance, by[stance]))
    said = places(sayings(facts, claims, claimant))
    near = tuple(pair for pair in related(facts, claims, party) if not _is_earlier(facts, places(sayings(facts, pair[1:], party)), said))
    if not found and near:
        found.append(Reply("reframes", related=near))
    return tuple(
        replace(one, earlier=_is_earlier(facts, places(one.stances) | {c.document for c in one.challenges}, said)) for one in found
    )


def places(stances: Iterable[Stance]) -> set[str]:
    """The documents that stances stand in, or are said to."""
    return {stance.within or stance.document for stance in stances}


def _is_earlier(facts: Facts, replied: set[str], said: set[str]) -> bool:
    """Whether all of some documents came before all of others."""
    pairs = [(facts.documents.get(one), facts.documents.get(other)) for one in replied for other in said]
    return bool(pairs) and all(one and other and one is not other and _order(one, other) == "earlier" for one, other in pairs)


def sayings(facts: Facts, claims: tuple[str, ...], party: str) -> tuple[Stance, ...]:
    """Where a party makes one of the claims, or is reported to; its own words first."""
    found = [s for s in facts.stances(claims) if s.is_by(party) and s.stance in ("asserts", "concedes")]
    return tuple(sorted(found, key=lambda s: (s.depth, facts.place(s.claim), s.iri)))


def is_asserted(sayings: Iterable[Stance]) -> bool:
    """Whether a claim is made, and not only conceded; where there are one's own words, what others report does not count."""
    found = tuple(sayings)
    return any(s.stance == "asserts" for s in [s for s in found if s.depth == 0] or found)


def related(facts: Facts, claims: tuple[str, ...], party: str) -> tuple[tuple[str, str], ...]:
    """Claims that a party makes and somebody reads as narrower, broader or otherwise different: how, and which."""
    pairs = {pair for claim in claims for pair in facts.links.get(claim, ())}
    return tuple(sorted((kind, claim) for kind, claim in pairs if claim not in claims and sayings(facts, (claim,), party)))


def silence(facts: Facts, places: Iterable[str], documents: tuple[Document, ...], told: Iterable[str] = ()) -> Silence:
    """What it means that none of a party's `documents` answers what was said in some `places`, documents by their IRIs.

    A document came later if it says that it responds to the other, or if its earliest day is after the other's latest. What
    came later than one that only tells of it (`told`) came later than what that tells of.
    """
    said, telling = ([facts.documents[iri] for iri in iris if iri in facts.documents] for iris in (places, told))
    order = {
        one: "later"
        if any(_order(one, other) == "later" for other in telling)
        else max((_order(one, other) for other in said), default="undated", key=_ORDERS.index)
        for one in documents
    }
    for kind, orders, reads in _SILENCES:
        fitting = tuple(one for one in documents if order[one] in orders and one.read in reads)
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
