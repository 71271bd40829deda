"""The rung of claims, one by one: nothing here looks at more of a corpus than a claim's own evidence and what it goes back to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from kg.sources import fragility, independent
from kg.sources.around import Around
from kg.sources.assessment import Assessment, Connection, Naming, Piece, Shown
from kg.sources.control import holds
from kg.sources.gaps import Gap
from kg.sources.known import Known
from kg.sources.lineage import Root
from kg.sources.model import Claim, Corpus, Evidence, Span
from kg.sources.parameters import DEFAULT, Parameters
from kg.sources.rung import Rung, Standing, rung

_TOP = Rung.SEVERAL


class Assessor:
    """A corpus and parameters; what is found out about actors, documents and derivations is kept for the next claim."""

    def __init__(self, corpus: Corpus, parameters: Parameters = DEFAULT, naming: Naming | None = None) -> None:
        self.corpus, self.parameters, self.naming = corpus, parameters, naming
        self.known = Known(corpus, parameters)

    def all(self, without: Collection[Root] = ()) -> Iterator[Assessment]:
        """Every claim, by id."""
        for name in sorted(self.corpus.claims):
            yield self.assess(self.corpus.claims[name], without)

    def assess(self, claim: Claim, without: Collection[Root] = ()) -> Assessment:
        """A claim, with the roots `without` withdrawn: what goes back to one of them is gone, that it connected others stays known."""
        around = Around(self.known, claim)
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
        above = {one for span in spans for part in self.known.reached(tuple(actors), span) for one in part}
        rank = {True: 2, None: 1, False: 0}
        found = []
        for tie, strength in self.known.control.ties(above):
            held = max((holds(tie, span) for span in spans), key=rank.__getitem__, default=None)
            found.append(Shown(tie, held, strength))
        return tuple(found)

    def _echo(self, claim: Claim, evidence: Evidence) -> bool:
        """Whether it is the claim's own document again, at one remove; a reason in that document is none."""
        if evidence.support or evidence.scope != "same":
            return False
        homes = {claim.document, *(one.document for one in claim.assertions if one.document)} - {""}
        return bool(homes.intersection(self.known.line(evidence).through))


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
    mine = [gap for piece in pieces if piece.standing is Standing.UNKNOWN or piece.nearest is not piece.standing for gap in piece.gaps]
    return tuple(dict.fromkeys([*homes, *mine]))
