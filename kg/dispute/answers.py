"""How each party met a claim, in the words of the questions `claims-not-addressed` and `denials-without-argument`."""

from __future__ import annotations

from kg.dispute.silence import is_earlier, silence
from kg.dispute.things import Answer
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.things import Argument, Stance

#: Stances by which a claim is somebody's own.
HELD = ("asserts", "concedes")
#: Stances by which a party shows that it has taken note; to pass a claim on is none.
_OWN = ("asserts", "concedes", "retracts")
_AGAINST = ("denies", "questions")


def answers(facts: Facts, voices: Voices, claim: str, met: tuple[Argument, ...]) -> tuple[Answer, ...]:
    """How each declared party met a claim, in whatever words; `met` are the challenges that meet it.

    Of a party that does nothing with it something is said only if another declared party makes it, or is reported to.
    """
    stances = facts.stances(facts.same(claim))
    made = _made(facts, voices, claim)
    found: list[Answer] = []
    for party in voices.parties(claim):
        found += _of(facts, voices, claim, party, stances, tuple(one for one in met if voices.brings(one, party)), made)
    return tuple(found)


def _of(
    facts: Facts,
    voices: Voices,
    claim: str,
    party: str,
    stances: list[Stance],
    challenges: tuple[Argument, ...],
    made: dict[str, tuple[Stance, ...]],
) -> list[Answer]:
    own = [one for one in stances if voices.takes(one, party)]
    by = {name: tuple(one for one in own if one.stance == name) for name in (*_OWN, *_AGAINST, "relays")}
    relayed = bool(by["relays"])
    found = [Answer(party, name, by[name], relayed=relayed) for name in _OWN if by[name]]
    against = next((by[name] for name in _AGAINST if by[name]), ())
    if challenges:
        found.append(Answer(party, "argued", against, challenges, relayed=relayed))
    elif against:
        found.append(Answer(party, against[0].stance, against, relayed=relayed))
    others = [one for maker, sayings in made.items() if maker != party for one in sayings]
    places = {one.within or one.document for one in others}
    if not found and others:
        near = _near(facts, voices, claim, party, places)
        if near:
            return [Answer(party, "reframes", near=near, relayed=relayed)]
        why = silence(facts.documents, places, voices.documents.get(party, ()), {one.document for one in others})
        how = ("not-addressed", "") if why.kind == "silent" else ("unknown", why.kind)
        return [Answer(party, how[0], documents=why.documents, why=how[1], relayed=relayed)]
    return [_dated(facts, one, places) for one in found]


def _dated(facts: Facts, answer: Answer, places: set[str]) -> Answer:
    """With whether all of it stands in documents from before the claim."""
    where = {one.within or one.document for one in answer.stances} | {one.document for one in answer.challenges}
    if not is_earlier(facts.documents, where, places):
        return answer
    return Answer(answer.party, answer.how, answer.stances, answer.challenges, relayed=answer.relayed, earlier=True)


def _made(facts: Facts, voices: Voices, claim: str) -> dict[str, tuple[Stance, ...]]:
    """Party → where it makes this claim, or is reported to where it does not say so itself, be it in other words."""
    found = {}
    held = [one for one in facts.of_claim.get(claim, ()) if one.stance in HELD]
    direct = [one for one in facts.stances(facts.same(claim)) if one.stance in HELD and one.depth == 0] if held else []
    for party in voices.parties(claim) if held else ():
        itself = any(one.is_by(party) for one in direct)
        sayings = tuple(one for one in held if voices.takes(one, party) and (one.depth == 0 or not itself))
        if sayings:
            found[party] = sayings
    return found


def _near(facts: Facts, voices: Voices, claim: str, party: str, places: set[str]) -> tuple[tuple[str, str], ...]:
    """Claims of a party's, not all from before this one, that somebody reads as narrower, broader or otherwise different."""
    same = facts.same(claim)
    found = set()
    for kind, other in {pair for one in same for pair in facts.links.get(one, ()) if pair[1] not in same}:
        said = {one.within or one.document for one in facts.of_claim.get(other, ()) if one.stance in HELD and voices.takes(one, party)}
        if said and not is_earlier(facts.documents, said, places):
            found.add((kind, other))
    return tuple(sorted(found))


def unargued(facts: Facts, claim: str, met: tuple[Argument, ...]) -> tuple[str, ...]:
    """Who denies a claim, themselves or as others report, and neither they nor whom they speak for there challenge it."""
    bring = {by for one in met for by in one.by}
    denials: dict[str, set[str]] = {}
    for one in facts.of_claim.get(claim, ()):
        if one.stance == "denies":
            denials.setdefault(one.by, {one.by}).update(one.capacities)
    return tuple(sorted(who for who, voices in denials.items() if not voices & bring))
