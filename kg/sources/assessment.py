"""What was found out about a claim's sources: values, nothing is computed here but what they say together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kg.labels import tail
from kg.sources.control import Step
from kg.sources.gaps import OWN, Gap
from kg.sources.independent import Count
from kg.sources.lineage import Root
from kg.sources.model import Assertion, Claim, Evidence, Relay, Tie, Way
from kg.sources.parameters import Parameters
from kg.sources.rung import Rung, Standing

#: IRI and language → what it is called.
Naming = Callable[[str, str], str]
#: A step of derivation: a thing, how, and where from.
Derived = tuple[str, Way, str]


class Witness(NamedTuple):
    """What put a piece where it stands: where it comes from, then from `voice` up to `top`, and to `top` from `other`.

    `other` is a claimant or a party ("" where there is none), `certain` whether all these ties held for certain.
    """

    derivations: tuple[Derived, ...] = ()
    voice: str = ""
    up: tuple[Step, ...] = ()
    top: str = ""
    down: tuple[Step, ...] = ()
    other: str = ""
    certain: bool = True

    def triples(self) -> tuple[tuple[str, str, str], ...]:
        """The path as subject, way or kind of tie, object."""
        ties = [step.tie for step in (*self.up, *self.down)]
        return (*self.derivations, *((tie.who, tie.kind, tie.whom) for tie in ties))

    def ids(self) -> tuple[str, ...]:
        """The things and ties that it goes over."""
        passed = [one for thing, _, origin in self.derivations for one in (thing, origin)]
        return tuple(dict.fromkeys([*passed, *(step.tie.id for step in (*self.up, *self.down))]))


@dataclass(frozen=True)
class Piece:
    """A piece of evidence, how it stands and why; `voices` are all who answer for it on its way from its roots.

    `shared` is what it depends on, if it may be a third party's, `may_share` that and what it may depend on.
    """

    evidence: Evidence
    standing: Standing
    voices: tuple[str, ...]
    roots: tuple[Root, ...]
    circles: tuple[Root, ...]
    gaps: tuple[Gap, ...]
    shared: frozenset[tuple[str, str]]
    may_share: frozenset[tuple[str, str]]
    _why: Callable[[], Witness] = field(repr=False, compare=False)

    @cached_property
    def witness(self) -> Witness:
        """Looked for when it is asked for: most are never read."""
        return self._why()

    @property
    def settled(self) -> bool:
        return self.standing is not Standing.UNKNOWN

    @property
    def nearest(self) -> Standing:
        """How near it may be, if it is not known to be a third party's: as near as a claimant's own while its author is open."""
        if self.standing not in (Standing.AFFILIATED, Standing.UNKNOWN):
            return self.standing
        return Standing.OWN if any(gap.what in OWN for gap in self.gaps) else Standing.AFFILIATED


class Connection(NamedTuple):
    """What two pieces of evidence (their ids) have in common: a `root`, a set of `data`, an `actor` who answers for or controls both."""

    kind: str
    thing: str
    one: str
    other: str
    certain: bool


class Shown(NamedTuple):
    """A tie over somebody who speaks for or makes a claim: whether it held, and whether a tie of its kind carries control.

    None where that is not known. One that carries none lowers nobody: it is shown, not judged.
    """

    tie: Tie
    held: bool | None
    carries: bool | None


@dataclass(frozen=True)
class Fragility:
    """The smallest set of roots without which the rung is another, and which; `exact` is False where it may be smaller."""

    roots: tuple[Root, ...] = ()
    rung: Rung = Rung.NONE
    exact: bool = True


@dataclass(frozen=True)
class Assessment:
    """What is known of the sources of a claim, under `parameters`.

    `rung` is UNKNOWN where `at_least` and `at_most` differ; `to_review` is then what would settle it. `pieces` count; `aside` are
    those that say something narrower, broader or else; `admissions` are concessions by parties that have nothing to do with
    those who assert it, `conceded` those in the claim's own document; `echoes` are that document again, translated, copied or
    relayed. `k_low` is how many groups of third-party pieces are not known, nor suspected, to be connected; `k_high` the
    largest set of such pieces no two of which are known to be. `standing` is that of the claimants to the declared parties, OWN
    for a party itself.
    """

    claim: Claim
    rung: Rung
    at_least: Rung
    at_most: Rung
    pieces: tuple[Piece, ...]
    aside: tuple[Piece, ...]
    admissions: tuple[Piece, ...]
    conceded: tuple[Assertion, ...]
    echoes: tuple[Evidence, ...]
    claimants: tuple[str, ...]
    standing: Standing
    k_low: int
    k_high: Count
    to_review: tuple[Gap, ...]
    parameters: Parameters
    _connect: Callable[[], tuple[Connection, ...]] = field(repr=False, compare=False)
    _break: Callable[[], Fragility] = field(repr=False, compare=False)
    _alone: Callable[[], tuple[Root, ...]] = field(repr=False, compare=False)
    _show: Callable[[], tuple[Shown, ...]] = field(repr=False, compare=False)
    _naming: Naming | None = field(default=None, repr=False, compare=False)

    @cached_property
    def connections(self) -> tuple[Connection, ...]:
        """What holds groups of pieces together that are, or may be, third parties'."""
        return self._connect()

    @cached_property
    def fragility(self) -> Fragility:
        """The fewest roots without which the rung would be lower than `at_least`."""
        return self._break()

    @cached_property
    def hangs_on(self) -> tuple[Root, ...]:
        """Every root whose withdrawal alone would make the rung lower than `at_least`."""
        return self._alone()

    @cached_property
    def ties(self) -> tuple[Shown, ...]:
        """All ties upwards from those who make the claim or answer for its sources, whether they count or not."""
        return self._show()

    @property
    def roots(self) -> tuple[Root, ...]:
        """Of the pieces that count."""
        return tuple(sorted({root for piece in self.pieces for root in piece.roots}))

    @property
    def relays(self) -> tuple[Relay, ...]:
        return self.claim.relays

    @property
    def deciding(self) -> tuple[Piece, ...]:
        """The pieces that decide the rung: the best there are, and those that may be better; what was taken back is none."""
        best = max((piece.standing for piece in self.pieces if piece.settled), default=Standing.RETRACTED)
        counted = [piece for piece in self.pieces if piece.standing is not Standing.RETRACTED]
        return tuple(piece for piece in counted if piece.standing is best or not piece.settled)

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Of the pieces that decide the rung."""
        return tuple(piece.witness for piece in self.deciding)

    @property
    def unknown(self) -> bool:
        return self.rung is Rung.UNKNOWN

    @property
    def naming(self) -> Naming:
        """What things are called; the ends of IRIs, where it came from no store."""
        return self._naming or (lambda iri, _: tail(iri))

    def told(self, lang: str = "en") -> str:
        """In words: the rung, on whose word, what it does not say, what would settle it."""
        from kg.sources import sentence

        return sentence.of(self, lang, self.naming)

    def __str__(self) -> str:
        return self.told()
