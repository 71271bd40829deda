"""The same table for every declared party: what of it is at hand, read how far, and where the claims that it makes stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.sources.assessment import Assessment
from kg.sources.model import PARTS, Corpus
from kg.sources.rung import Rung


@dataclass(frozen=True)
class Party:
    """`read` and `reviewed` are of the documents that the party wrote, published or makes claims in, `rungs` of claims that it makes.

    Directly, or as others report (`reported`): what is known only so is no less its claim, but others chose it.
    """

    party: str
    reported: bool
    read: Counter[str]
    reviewed: int
    rungs: Counter[Rung]

    @property
    def documents(self) -> int:
        return sum(self.read.values())

    @property
    def claims(self) -> int:
        return sum(self.rungs.values())


def parties(corpus: Corpus, assessments: Iterable[Assessment]) -> list[Party]:
    """Two rows for each party, in the order of their names; no row for all of them."""
    every = list(assessments)
    spoken, made = _spoken(corpus), list[Party]()
    for party in sorted(corpus.parties):
        own = [one for one in corpus.documents.values() if party in one.authors or one.id in spoken[party]]
        read, reviewed = Counter(one.read for one in own), sum(set(PARTS) <= one.reviewed for one in own)
        for reported in (False, True):
            rungs = Counter(one.rung for one in every if _makes(one, party, reported=reported))
            made.append(Party(party, reported, Counter(read), reviewed, rungs))
    return made


def _spoken(corpus: Corpus) -> dict[str, set[str]]:
    """Party → the documents in which it makes claims itself, or others do in its name."""
    found: dict[str, set[str]] = {party: set() for party in corpus.parties}
    for claim in corpus.claims.values():
        for said in claim.assertions:
            for party in found.keys() & set(said.speakers) if not said.reported else ():
                found[party].add(said.document)
    return found


def _makes(one: Assessment, party: str, *, reported: bool) -> bool:
    """Whether a party makes a claim directly, or if not, as others report."""
    said = {a.reported for a in one.claim.assertions if party in a.speakers}
    return bool(said) and reported == (False not in said)
