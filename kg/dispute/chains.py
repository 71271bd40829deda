"""Claims that are known only second-hand, and through whom: `second-hand-claims` in values."""

from __future__ import annotations

from kg.dispute.answers import HELD
from kg.dispute.things import Chain
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.things import Stance


def chains(facts: Facts, voices: Voices, claim: str) -> tuple[Chain, ...]:
    """Who tells us, from whom, down to who is said to have said it; none where somebody's own words for it are in the case."""
    if any(one.depth == 0 and one.stance in HELD for one in facts.stances(facts.same(claim))):
        return ()
    stances = {one.iri: one for one in facts.of_claim.get(claim, ())}
    found = [_chain(facts, voices, one, stances) for one in stances.values() if not one.reports and one.stance in (*HELD, "relays")]
    return tuple(sorted(found, key=lambda one: one.steps))


def _chain(facts: Facts, voices: Voices, end: Stance, stances: dict[str, Stance]) -> Chain:
    steps: list[tuple[str, str]] = []
    for one in (*line(end, stances), end):
        steps.append((one.by, one.document if one.depth == 0 else one.within))
    nameless = end.stance == "relays"
    return Chain((*steps, ("", "")) if nameless else tuple(steps), not nameless and is_opponent(facts, voices, end))


def line(end: Stance, stances: dict[str, Stance]) -> list[Stance]:
    """What stands above a reported stance, from the one that the document takes itself."""
    above = [one for one in stances.values() if one.root == end.root and one.depth < end.depth]
    return sorted(above, key=lambda one: one.depth)


def is_opponent(facts: Facts, voices: Voices, reported: Stance) -> bool:
    """Whether one declared party's document reports another party."""
    telling = facts.documents.get(reported.document)
    parties = voices.parties(reported.claim)
    of = [party for party in parties if voices.takes(reported, party)]
    if not of or telling is None:
        return False
    tellers = {party for party in parties for maker in telling.makers if maker == party or voices.speaks(maker, party, telling.iri)} or {
        party for party in parties if any(one.iri == telling.iri for one in voices.documents.get(party, ()))
    }
    return bool(tellers) and not tellers & set(of)
