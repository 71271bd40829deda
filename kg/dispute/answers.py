"""How each party met a claim, in the words of the questions `claims-not-addressed` and `denials-without-argument`."""

from __future__ import annotations

from kg.dispute.silence import Silence, is_earlier, silence
from kg.dispute.things import Answer
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.things import Argument, Stance

#: Stances by which a claim is somebody's own.
HELD = ("asserts", "concedes")
#: Stances by which a party shows that it has taken note; to pass a claim on is none.
_OWN = ("asserts", "concedes", "retracts")
_AGAINST = ("denies", "questions")


class Answers:
    """How parties met claims; what silence means is looked up once for claims from the same places."""

    def __init__(self, facts: Facts, voices: Voices) -> None:
        self._facts, self._voices = facts, voices
        self._silences: dict[tuple[str, frozenset[str], frozenset[str]], Silence] = {}

    def of(self, claim: str, met: tuple[Argument, ...]) -> tuple[Answer, ...]:
        """How each declared party met a claim, in whatever words; `met` are the challenges that meet it.

        Of a party that does nothing with it something is said only if another declared party makes it, or is reported to.
        """
        facts, voices = self._facts, self._voices
        stances = facts.stances(facts.same(claim))
        made = _made(facts, voices, claim)
        found: list[Answer] = []
        for party in voices.parties(claim):
            own = [one for one in stances if voices.takes(one, party)]
            brought = tuple(one for one in met if voices.brings(one, party))
            others = [one for maker, sayings in made.items() if maker != party for one in sayings]
            found += self._of(claim, party, own, brought, others)
        return tuple(found)

    def _of(self, claim: str, party: str, own: list[Stance], challenges: tuple[Argument, ...], others: list[Stance]) -> list[Answer]:
        by = {name: tuple(one for one in own if one.stance == name) for name in (*_OWN, *_AGAINST, "relays")}
        relayed = bool(by["relays"])
        found = [Answer(party, name, by[name], relayed=relayed) for name in _OWN if by[name]]
        against = next((by[name] for name in _AGAINST if by[name]), ())
        if challenges:
            found.append(Answer(party, "argued", against, challenges, relayed=relayed))
        elif against:
            found.append(Answer(party, against[0].stance, against, relayed=relayed))
        places = frozenset(one.within or one.document for one in others)
        if found or not others:
            return [_dated(self._facts, one, places) for one in found]
        if near := _near(self._facts, self._voices, claim, party, places):
            return [Answer(party, "reframes", near=near, relayed=relayed)]
        why = self._silence(party, places, frozenset(one.document for one in others))
        how = ("not-addressed", "") if why.kind == "silent" else ("unknown", why.kind)
        return [Answer(party, how[0], documents=why.documents, why=how[1], relayed=relayed)]

    def _silence(self, party: str, places: frozenset[str], told: frozenset[str]) -> Silence:
        asked = party, places, told
        if asked not in self._silences:
            self._silences[asked] = silence(self._facts.documents, places, self._voices.documents.get(party, ()), told)
        return self._silences[asked]


def _dated(facts: Facts, answer: Answer, places: frozenset[str]) -> Answer:
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


def _near(facts: Facts, voices: Voices, claim: str, party: str, places: frozenset[str]) -> tuple[tuple[str, str], ...]:
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
