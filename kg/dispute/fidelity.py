"""Whether what somebody is reported to say is what they say: both wordings side by side, and words that are mixed in a passage."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from kg.dispute.answers import HELD
from kg.dispute.chains import is_opponent
from kg.dispute.things import Mixed, Report
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.things import Passage, Stance

_NEAREST = ("same", "restates", "narrower", "broader", "differs")
_TAKEN = ("asserts", "concedes", "denies", "questions", "retracts")
#: Stances of the same kind: what was asserted is not found in what was denied.
_FOR = HELD


def reports(facts: Facts, voices: Voices, claim: str) -> tuple[Report, ...]:
    """Each stance on a claim that somebody is reported to take, beside the words of their own that come nearest to it."""
    told = [one for one in facts.of_claim.get(claim, ()) if one.depth and one.stance in _TAKEN]
    return tuple(_report(facts, voices, one) for one in sorted(told, key=lambda one: one.iri))


def _report(facts: Facts, voices: Voices, told: Stance) -> Report:
    teller = next(one for one in facts.of_claim[told.claim] if one.iri == told.root)
    made = Report(
        assertion=told.iri,
        claim=told.claim,
        told_by=teller.by,
        told_in=told.document,
        told_at=tuple(one.iri for one in facts.passages.get(told.root, ())),
        of=told.by,
        said_in=told.within,
        state=_absent(facts, told),
        opponent=is_opponent(facts, voices, told),
    )
    found = [(how, one) for how, one in _own(facts, told) if how in _NEAREST]
    if not found:
        return made
    how, own = min(
        found, key=lambda pair: (pair[1].document != told.within, _NEAREST.index(pair[0]), facts.place(pair[1].claim), pair[1].iri)
    )
    at = tuple(one.iri for one in facts.passages.get(own.iri, ()))
    return Report(
        made.assertion, made.claim, made.told_by, made.told_in, made.told_at, made.of, made.said_in,
        "original", own.claim, how, at, made.opponent,
    )  # fmt: skip


def _own(facts: Facts, told: Stance) -> list[tuple[str, Stance]]:
    """Stances of the same kind that who is reported takes directly, in the document named if there is one at hand."""
    same = facts.same(told.claim)
    near = [("same" if one == told.claim else "restates", one) for one in same]
    near += [pair for one in same for pair in facts.links.get(one, ()) if pair[1] not in same]
    named = facts.documents.get(told.within)
    only = told.within if named and named.read != "mention" else ""
    return [
        (how, one)
        for how, claim in near
        for one in facts.of_claim.get(claim, ())
        if one.depth == 0
        and one.is_by(told.by)
        and (one.stance in _FOR) == (told.stance in _FOR)
        and one.stance in _TAKEN
        and (not only or one.document == only)
    ]


def _absent(facts: Facts, told: Stance) -> str:
    named = facts.documents.get(told.within)
    if not told.within:
        return "not-named"
    return "not-at-hand" if named is None or named.read == "mention" else "not-found"


class Words:
    """Whose words stand at which passages of each document: of those it speaks for itself, and of those it passes on."""

    def __init__(self, facts: Facts, voices: Voices) -> None:
        self._facts, self._voices = facts, voices
        self._at: dict[str, list[tuple[Passage, str, Stance]]] = {}
        stances = [one for them in facts.of_claim.values() for one in them]
        ends = {one.root: one for one in stances if one.depth and not one.reports}
        for one in stances:
            if one.depth == 0 and (one.stance != "relays" or one.iri in ends):
                speaker = ends[one.iri].by if one.stance == "relays" else one.by
                for passage in facts.passages.get(one.iri, ()):
                    self._at.setdefault(passage.document, []).append((passage, speaker, one))
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}  # how far those up to each one go
        for document, them in self._at.items():
            them.sort(key=lambda entry: (entry[0].start, entry[0].end, entry[2].iri))
            self._starts[document] = [passage.start for passage, *_ in them]
            self._reach[document] = list(accumulate((passage.end for passage, *_ in them), max))

    def mixed(self, claim: str) -> tuple[Mixed, ...]:
        """Where a passage that is given for somebody's words on a claim has somebody else's on another, or the other way round.

        One of the two is passed on there as the other's: to deny what one reports in the same breath mixes nothing.
        """
        found = set()
        for passage, speaker, one in self._of(claim):
            for other, voice, another in self._near(passage):
                if self._differ(one, speaker, another, voice):
                    outer, inner = ((passage, speaker), (other, voice, another.claim))
                    if (other.start <= passage.start and other.end >= passage.end) and other != passage:
                        outer, inner = (other, voice), (passage, speaker, claim)
                    found.add(Mixed(outer[0].iri, outer[1], inner[0].iri, inner[1], inner[2], self._opposed(speaker, voice, one)))
        return tuple(sorted(found, key=lambda one: (one.outer, one.inside, one.of, one.by, one.claim)))

    def _of(self, claim: str) -> list[tuple[Passage, str, Stance]]:
        own = [one for one in self._facts.of_claim.get(claim, ()) if one.depth == 0]
        passages = [(one, passage) for one in own for passage in self._facts.passages.get(one.iri, ())]
        return [entry for one, passage in passages for entry in self._near(passage) if entry[2] is one and entry[0] == passage]

    def _near(self, passage: Passage) -> list[tuple[Passage, str, Stance]]:
        """What shares a character with a passage."""
        there = self._at.get(passage.document, [])
        found = []
        last = bisect_left(self._starts.get(passage.document, []), passage.end)
        while last and self._reach[passage.document][last - 1] > passage.start:
            last -= 1
            if there[last][0].end > passage.start:
                found.append(there[last])
        return found

    def _differ(self, one: Stance, speaker: str, another: Stance, voice: str) -> bool:
        relayed = (one.stance == "relays") + (another.stance == "relays")
        same = another.claim in self._facts.same(one.claim) or self._related(one.claim, another.claim)
        return relayed == 1 and not same and not self._one_side(speaker, voice, one)

    def _related(self, claim: str, other: str) -> bool:
        """Whether one claim is a part of the other."""
        parts = self._facts.parts
        return other in parts.get(claim, ()) or claim in parts.get(other, ())

    def _opposed(self, speaker: str, voice: str, one: Stance) -> bool:
        """Whether two speak for declared parties, and for none together."""
        speaks, parties = self._voices.speaks, self._voices.parties(one.claim)
        sides = [{party for party in parties if speaks(who, party, one.document)} for who in (speaker, voice)]
        return all(sides) and not sides[0] & sides[1]

    def _one_side(self, speaker: str, voice: str, one: Stance) -> bool:
        speaks = self._voices.speaks
        return speaker == voice or speaks(speaker, voice, one.document) or speaks(voice, speaker, one.document)
