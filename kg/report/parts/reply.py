"""How a party met a claim, and what it means where nothing is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg import dispute
from kg.dispute import Silence
from kg.facts import Facts
from kg.things import Argument, Document, Stance

__all__ = ["Reply", "Silence", "is_asserted", "places", "related", "replies", "sayings", "silence"]

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
    return dispute.is_earlier(facts.documents, replied, said)


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
    """What it means that none of a party's `documents` answers what was said in some `places`, documents by their IRIs."""
    return dispute.silence(facts.documents, places, documents, told)
