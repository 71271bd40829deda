"""What independence is judged from: documents, what they derive from, ties, claims and the evidence for them. No RDF here.

Things are named by their IRIs, or by any texts: nothing looks into them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """From the first to the last possible day; None where a side is open, or is not known."""

    earliest: date | None
    latest: date | None


#: At no time that is known; also for a tie: at any time.
ANY = Span(None, None)

Part = Literal["author", "sources", "ties"]
#: What a reviewer looks into.
PARTS: tuple[Part, ...] = ("author", "sources", "ties")
Read = Literal["full", "part", "mention"]

#: How one thing has its content from another.
Way = Literal["derives-from", "translates", "relays", "restates", "stands-in", "source"]

#: What a piece of evidence says, beside the claim: this claim, or a neighbour of it, which is no evidence for it.
Scope = Literal["same", "part", "narrower", "broader", "differs"]


@dataclass(frozen=True)
class Document:
    """`authors` are all who answer for it, publishers too."""

    id: str
    authors: tuple[str, ...] = ()
    when: Span = ANY
    read: Read = "mention"
    reviewed: frozenset[Part] = frozenset()
    retracted: bool = False


@dataclass(frozen=True)
class Derivation:
    """`thing` has its content from `origin`. To cite in order to refute is none."""

    thing: str
    origin: str
    way: Way = "derives-from"


@dataclass(frozen=True)
class Tie:
    """`held` is when it held for certain, `within` when it can have held at all; `share` the least and the most it can be.

    A tie of which nobody says when has nothing certain: it may have held at any time. `doubtful` is one that was set aside.
    """

    id: str
    who: str
    kind: str
    whom: str
    held: Span | None = None
    within: Span = ANY
    controls: bool | None = None
    share: tuple[Fraction, Fraction] | None = None
    doubtful: bool = False


@dataclass(frozen=True)
class Assertion:
    """Who makes a claim, with those in whose name; `document` is where, "" where that is not told.

    `unplaced` tells that it is not known from what the document that reports it derives from either. `reported` tells that others
    only say so; `against` that it is conceded, and by somebody not tied to who asserts it if the claim has such a one.
    """

    id: str
    speakers: tuple[str, ...]
    when: Span = ANY
    document: str = ""
    reported: bool = False
    conceded: bool = False
    unplaced: bool = False


@dataclass(frozen=True)
class Relay:
    """Somebody who passes a claim on, or a copy of what it stands in: counted once with its origin."""

    id: str
    by: tuple[str, ...]
    document: str
    way: Way


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence for a claim: what it is (`thing`: a claim, figure or document), who answers for it, where it comes from.

    `origins` are the things from which derivation is followed, each with how. `unsure` are reasons why what is known of it
    does not suffice, whatever is reviewed (see `kg.sources.gaps`). `conceded` is an admission of `speakers`. `own` tells that
    it stands in the claim's own document, `support` is the argument that points at it, "" for a claim that restates this one.
    """

    id: str
    thing: str
    speakers: tuple[str, ...]
    origins: tuple[tuple[str, Way], ...]
    document: str = ""
    when: Span = ANY
    scope: Scope = "same"
    conceded: bool = False
    reported: bool = False
    retracted: bool = False
    unsure: tuple[str, ...] = ()
    data: frozenset[str] = frozenset()
    support: str = ""


@dataclass(frozen=True)
class Claim:
    """A claim, who makes it, what is brought for it, who passes it on, and its neighbours (relation → claims)."""

    id: str
    document: str
    assertions: tuple[Assertion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    relays: tuple[Relay, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Corpus:
    """All that is at hand. `kinds` are actors' kinds (person, organisation, office, group), where they are known."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    derivations: tuple[Derivation, ...] = ()
    ties: tuple[Tie, ...] = ()
    parties: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
