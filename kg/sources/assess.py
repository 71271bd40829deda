"""The rung of claims, one by one: nothing here looks at more of a corpus than a claim's own evidence and what it goes back to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, partial

from kg.sources import fragility, gaps, independent
from kg.sources.assessment import Assessment, Connection, Derived, Naming, Piece, Shown, Witness
from kg.sources.control import Control, Reach, holds
from kg.sources.gaps import Gap
from kg.sources.lineage import Line, Lineage, Root
from kg.sources.model import Claim, Corpus, Document, Evidence, Span
from kg.sources.parameters import DEFAULT, Parameters
from kg.sources.rung import Rung, Standing, rung

_TOP = Rung.SEVERAL
_Shared = frozenset[tuple[str, str]]


class Assessor:
    """A corpus and parameters; what is found out about actors, documents and derivations is kept for the next claim."""

    def __init__(self, corpus: Corpus, parameters: Parameters = DEFAULT, naming: Naming | None = None) -> None:
        self.corpus, self.parameters, self.naming = corpus, parameters, naming
        self._gaps: dict[str, tuple[Gap, ...]] = {}
        self.control = Control(corpus.ties, corpus.kinds, parameters)
        self.lineage = Lineage(corpus.derivations)
        self._reached: dict[tuple[tuple[str, ...], Span], tuple[frozenset[str], frozenset[str]]] = {}

    def all(self, without: Collection[Root] = ()) -> Iterator[Assessment]:
        """Every claim, by id."""
        for name in sorted(self.corpus.claims):
            yield self.assess(self.corpus.claims[name], without)

    def assess(self, claim: Claim, without: Collection[Root] = ()) -> Assessment:
        """A claim, with the roots `without` withdrawn: what goes back to one of them is gone, that it connected others stays known."""
        around = _Around(self, claim)
        echoes, found = list[Evidence](), list[Piece]()
        for one in claim.evidence:
            if self._echo(claim, one):
                echoes.append(one)
            else:
                found.append(around.piece(one))
        said = [piece for piece in found if piece.evidence.scope == "same"]
        admissions = [piece for piece in said if around.admission(piece)]
        pieces = [piece for piece in said if not around.admission(piece)] if admissions else said
        left = [piece for piece in pieces if gone.isdisjoint(piece.roots)] if (gone := frozenset(without)) else pieces
        low, k_low = self._low(left, pieces)
        high = _TOP if around.home_gaps else self._high(left, pieces)
        third = [piece for piece in left if piece.standing is Standing.THIRD]
        return Assessment(
            claim=claim,
            rung=low if low == high else Rung.UNKNOWN,
            at_least=low,
            at_most=high,
            pieces=tuple(left),
            aside=tuple(piece for piece in found if piece.evidence.scope != "same"),
            admissions=tuple(admissions),
            conceded=tuple(one for one in claim.assertions if one.conceded and around.against(one.speakers)),
            echoes=tuple(echoes),
            claimants=around.claimants,
            standing=around.standing,
            k_low=k_low,
            k_high=independent.largest([piece.shared for piece in third], self.parameters.exact),
            to_review=() if low == high else _open(around.home_gaps, left),
            parameters=self.parameters,
            _connect=lambda: _connections([piece for piece in left if piece.standing in (Standing.THIRD, Standing.UNKNOWN)]),
            _break=lambda: fragility.smallest(left, low),
            _alone=lambda: fragility.alone(left, low),
            _show=partial(self._shown, around.claimants, left, around.moments),
            _naming=self.naming,
        )

    def _low(self, left: list[Piece], known: list[Piece]) -> tuple[Rung, int]:
        """The rung at least: what may be connected is, and what is not known stands as near as it may."""
        worst = [piece.nearest for piece in left]
        apart = _groups(left, known, (Standing.THIRD,), possible=True)
        return rung(worst, apart), apart

    def _high(self, left: list[Piece], known: list[Piece]) -> Rung:
        best = [piece.standing if piece.settled else Standing.THIRD for piece in left]
        return rung(best, _groups(left, known, (Standing.THIRD, Standing.UNKNOWN), possible=False))

    def _shown(self, claimants: tuple[str, ...], pieces: list[Piece], moments: tuple[Span, ...]) -> tuple[Shown, ...]:
        """At the time of the claim, or when a source of it spoke, whichever says more."""
        spans = dict.fromkeys([*moments, *(piece.evidence.when for piece in pieces)])
        actors = dict.fromkeys([*claimants, *(voice for piece in pieces for voice in piece.voices)])
        above = {one for span in spans for part in self.reached(tuple(actors), span) for one in part}
        rank = {True: 2, None: 1, False: 0}
        found = []
        for tie, strength in self.control.ties(above):
            held = max((holds(tie, span) for span in spans), key=rank.__getitem__, default=None)
            found.append(Shown(tie, held, strength))
        return tuple(found)

    def line(self, evidence: Evidence) -> Line:
        """Where a piece comes from, over all its origins."""
        lines = [self.lineage.of(origin) for origin, _ in evidence.origins]
        if len(lines) == 1:
            return lines[0]
        return Line(
            tuple(sorted({one for line in lines for one in line.roots})),
            tuple(sorted({one for line in lines for one in line.through})),
            tuple(sorted({one for line in lines for one in line.circles})),
        )

    def _echo(self, claim: Claim, evidence: Evidence) -> bool:
        """Whether it is the claim's own document again, at one remove; a reason in that document is none."""
        if evidence.support or evidence.scope != "same":
            return False
        homes = {claim.document, *(one.document for one in claim.assertions if one.document)} - {""}
        return bool(homes.intersection(self.line(evidence).through))

    def gaps(self, document: str) -> tuple[Gap, ...]:
        """What was not reviewed, or not read, of a document."""
        if document not in self._gaps:
            self._gaps[document] = gaps.of([document], self.corpus.documents)
        return self._gaps[document]

    def reached(self, actors: tuple[str, ...], when: Span) -> tuple[frozenset[str], frozenset[str]]:
        """Some actors and who controls them at a time: for certain, and perhaps."""
        key = (actors, when)
        if key not in self._reached:
            reaches = [self.control.above(actor, when) for actor in actors]
            certain = frozenset(one for reach in reaches for one in reach.certain)
            self._reached[key] = certain, frozenset(one for reach in reaches for one in reach.possible) - certain
        return self._reached[key]


class _Around:
    """A claim, and what each of its pieces is held against."""

    def __init__(self, by: Assessor, claim: Claim) -> None:
        self.by, self.claim = by, claim
        asserting = [one for one in claim.assertions if not one.conceded] or list(claim.assertions)
        self.claimants = tuple(dict.fromkeys(speaker for one in asserting for speaker in one.speakers))
        self.others = tuple(dict.fromkeys((*self.claimants, *by.corpus.parties)))
        self.moments = tuple(dict.fromkeys(one.when for one in asserting))

    @cached_property
    def home_gaps(self) -> tuple[Gap, ...]:
        """What was not reviewed where the claim stands, and where it is said to stand."""
        homes = dict.fromkeys([self.claim.document, *(one.document for one in self.claim.assertions)])
        return tuple(gap for one in homes if one for gap in self.by.gaps(one))

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


def _groups(left: list[Piece], known: list[Piece], standings: Iterable[Standing], *, possible: bool) -> int:
    """How many groups have a piece that is left: what the others connected stays connected."""
    some = [piece for piece in known if piece.standing in standings]
    if len(some) < 2 and left is known:
        return len(some)
    found = independent.groups([piece.may_share if possible else piece.shared for piece in some])
    if left is known:
        return len(found)
    here = {id(piece) for piece in left}
    return sum(any(id(some[number]) in here for number in group) for group in found)


def _connections(pieces: list[Piece]) -> tuple[Connection, ...]:
    """What makes groups of pieces, each group held together by as few things as it takes; roots and data before actors."""
    order = {"root": 0, "data": 1, "actor": 2}
    links = independent.links([sorted(piece.may_share, key=lambda one: (order[one[0]], one)) for piece in pieces])
    return tuple(
        Connection(*value, pieces[one].evidence.id, pieces[other].evidence.id, value in pieces[one].shared & pieces[other].shared)
        for value, one, other in links
    )


def _open(homes: tuple[Gap, ...], pieces: list[Piece]) -> tuple[Gap, ...]:
    """What would have to be looked at: where the claim stands, and what of its pieces is open."""
    mine = [gap for piece in pieces if piece.standing is Standing.UNKNOWN for gap in piece.gaps]
    return tuple(dict.fromkeys([*homes, *mine]))


def _uncertain(witness: Witness) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.tie.id for step in (*witness.up, *witness.down)))
