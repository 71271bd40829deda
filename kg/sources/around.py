"""A claim, and how each piece of evidence stands to those who make it and to the declared parties."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from kg.sources import gaps
from kg.sources.assessment import Derived, Piece, Witness
from kg.sources.control import Reach
from kg.sources.gaps import Gap
from kg.sources.known import Known
from kg.sources.lineage import Line
from kg.sources.model import Claim, Document, Evidence, Span
from kg.sources.rung import Standing

_Shared = frozenset[tuple[str, str]]


class Around:
    """A claim, and what each of its pieces is held against."""

    def __init__(self, by: Known, claim: Claim) -> None:
        self.by, self.claim = by, claim
        asserting = [one for one in claim.assertions if not one.conceded] or list(claim.assertions)
        self.claimants = tuple(dict.fromkeys(speaker for one in asserting for speaker in one.speakers))
        self.others = tuple(dict.fromkeys((*self.claimants, *by.corpus.parties)))
        self.moments = tuple(dict.fromkeys(one.when for one in asserting))

    @cached_property
    def home_gaps(self) -> tuple[Gap, ...]:
        """What was not reviewed where the claim stands, and where it is said to stand; where no place is named, that."""
        homes = dict.fromkeys([self.claim.document, *(one.document for one in self.claim.assertions)])
        found = [gap for one in homes if one for gap in self.by.gaps(one)]
        return (*found, *(Gap(one.id, gaps.PLACE) for one in self.claim.assertions if one.unplaced))

    @cached_property
    def standing(self) -> Standing:
        """How those who make the claim stand to the declared parties."""
        found = Standing.THIRD if not self.home_gaps and self.claimants else Standing.UNKNOWN
        if set(self.claimants) & set(self.by.corpus.parties):
            return Standing.OWN
        for moment in self.moments:
            mine, may = self.by.reached(self.claimants, moment)
            theirs, they_may = self.by.reached(self.by.corpus.parties, moment)
            if mine & theirs:
                return Standing.AFFILIATED
            if (mine | may) & (theirs | they_may):
                found = Standing.UNKNOWN
        return found

    def against(self, speakers: tuple[str, ...]) -> bool:
        """Whether somebody who concedes is not known, nor suspected, to be tied to those who assert."""
        asserting = tuple(dict.fromkeys(s for one in self.claim.assertions if not one.conceded for s in one.speakers))
        for moment in self.moments:
            mine, theirs = (self.by.reached(some, moment) for some in (speakers, asserting))
            if (mine[0] | mine[1]) & (theirs[0] | theirs[1]):
                return False
        return True

    def admission(self, piece: Piece) -> bool:
        """A concession by a party, or by somebody tied to one, that those who assert the claim have nothing to do with."""
        return piece.evidence.conceded and piece.standing is Standing.AFFILIATED and self.against(piece.voices)

    def piece(self, evidence: Evidence) -> Piece:
        """A piece of evidence, how it stands and why."""
        by, documents = self.by, self.by.corpus.documents
        line = by.line(evidence)
        passed = [documents[one] for one in line.through if one in documents]
        voices = tuple(dict.fromkeys([*evidence.speakers, *(author for one in passed for author in one.authors)]))
        moments = self.moments if evidence.when in self.moments else (evidence.when, *self.moments)
        standing, why = self._stand(evidence, voices, moments)
        found = self._gaps(evidence, line, passed)
        if evidence.retracted or any(one.retracted for one in passed):
            standing = Standing.RETRACTED
        elif standing is Standing.THIRD and (found or self.home_gaps):
            standing = Standing.UNKNOWN
        if standing is Standing.UNKNOWN and not (witness := why()).certain:
            found = (*found, *(Gap(tie, gaps.TIE) for tie in _uncertain(witness)))
        shared = may = frozenset[tuple[str, str]]()
        if standing >= Standing.UNKNOWN:
            shared, may = self._shared(evidence, line, voices, moments)
        return Piece(evidence, standing, voices, line.roots, line.circles, found, shared, may, why)

    def _shared(self, evidence: Evidence, line: Line, voices: tuple[str, ...], moments: tuple[Span, ...]) -> tuple[_Shared, _Shared]:
        reached = [self.by.reached(voices, moment) for moment in moments]
        shared = {("root", one) for root in line.roots for one in root.members}
        shared |= {("data", one) for one in evidence.data}
        shared |= {("actor", one) for certain, _ in reached for one in certain}
        may = {("actor", one) for _, possible in reached for one in possible}
        return frozenset(shared), frozenset(shared | may)

    def _gaps(self, evidence: Evidence, line: Line, passed: list[Document]) -> tuple[Gap, ...]:
        documents = self.by.corpus.documents
        looked = dict.fromkeys([evidence.document, *(one.id for one in passed)])
        found = [gap for one in looked if one in documents for gap in self.by.gaps(one)]
        if len(passed) < len(line.through):
            named = {origin for origin, way in evidence.origins if way not in ("relays", "source")}
            found += [Gap(one, gaps.MISSING) for one in line.through if one in named and one not in documents]
        return (*found, *(Gap(evidence.id, what) for what in evidence.unsure))

    def _stand(self, evidence: Evidence, voices: tuple[str, ...], moments: tuple[Span, ...]) -> tuple[Standing, Callable[[], Witness]]:
        """By the nearest tie that held when the source spoke or when the claim was made; where it may have held, not known."""
        own = next((voice for voice in voices if voice in self.claimants), None)
        if own is not None:
            return Standing.OWN, lambda: Witness(self._derived(evidence, own), own, (), own, (), own)
        perhaps: Span | None = None
        for moment in moments:
            mine, may = self.by.reached(voices, moment)
            for theirs, they_may in (self.by.reached(self.claimants, moment), self.by.reached(self.by.corpus.parties, moment)):
                if not mine.isdisjoint(theirs):
                    return Standing.AFFILIATED, partial(self._witness, evidence, voices, moment, certain=True)
                if perhaps is None and (may or they_may) and not (mine | may).isdisjoint(theirs | they_may):
                    perhaps = moment
        if perhaps is not None:
            return Standing.UNKNOWN, partial(self._witness, evidence, voices, perhaps, certain=False)
        first = voices[0] if voices else ""
        return Standing.THIRD, lambda: Witness(self._derived(evidence, first), first)

    def _witness(self, evidence: Evidence, voices: tuple[str, ...], moment: Span, *, certain: bool) -> Witness:
        """The shortest path over a meeting point; of equal ones the first by names."""
        (mine, may), (theirs, they_may) = (self.by.reached(some, moment) for some in (voices, self.others))
        meeting = mine & theirs if certain else (mine | may) & (theirs | they_may)

        def reaches(some: tuple[str, ...], top: str) -> Iterator[str]:
            for actor in some:
                reach: Reach = self.by.control.above(actor, moment)
                if top in reach.certain or (not certain and top in reach.possible):
                    yield actor

        best: tuple[int, str, Witness] | None = None
        for top in sorted(meeting):
            path = self.by.control.path
            voice, up = min(((v, path(v, moment, top)) for v in reaches(voices, top)), key=lambda pair: (len(pair[1]), pair[0]))
            other, down = min(((o, path(o, moment, top)) for o in reaches(self.others, top)), key=lambda pair: (len(pair[1]), pair[0]))
            found = Witness(self._derived(evidence, voice), voice, up, top, down, other, certain)
            if best is None or (len(up) + len(down), top) < best[:2]:
                best = len(up) + len(down), top, found
        assert best is not None
        return best[2]

    def _derived(self, evidence: Evidence, voice: str) -> tuple[Derived, ...]:
        """From the piece to where a voice answers for it; to its root where it speaks in the piece itself."""
        documents = self.by.corpus.documents
        for origin, way in sorted(evidence.origins):
            line = self.by.lineage.of(origin)
            ends = [one for one in line.through if one in documents and voice in documents[one].authors]
            if voice in evidence.speakers:
                ends = [root.members[0] for root in line.roots]
            paths = sorted((self.by.lineage.path(origin, end) for end in ends), key=lambda path: (len(path), path))
            if paths:
                return ((evidence.id, way, origin), *paths[0]) if evidence.id != origin else paths[0]
        return ()


def _uncertain(witness: Witness) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.tie.id for step in (*witness.up, *witness.down)))
