"""For which claims the rung depends on what the rule leaves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg.sources.assess import Assessor
from kg.sources.assessment import Assessment
from kg.sources.control import carries
from kg.sources.model import Corpus
from kg.sources.parameters import DEFAULT, ENDS, Parameters, variants


class Change(NamedTuple):
    """A parameter changed (`-employs`, `+funds`, `funds>=50%`), and a claim that stands elsewhere by it."""

    parameter: str
    before: Assessment
    after: Assessment


def changes(corpus: Corpus, parameters: Parameters = DEFAULT) -> list[Change]:
    """Every claim and change of one parameter by which its rung, or the bounds of one that is unknown, are others."""
    return of(Assessor(corpus, parameters))


def of(assessor: Assessor, assessed: Iterable[Assessment] | None = None) -> list[Change]:
    """The same, of claims that an assessor has `assessed` already.

    Only those are looked at again that a tie which counts otherwise can reach: most ties are of no claim's sources.
    """
    corpus, parameters = assessor.corpus, assessor.parameters
    before = [(one, _actors(one)) for one in (assessor.all() if assessed is None else assessed) if one.pieces or one.admissions]
    found = []
    for name, other in variants(parameters):
        if within := _within(corpus, parameters, other):
            again = Assessor(corpus, other, assessor.naming)
            for one, actors in before:
                if not within.isdisjoint(actors):
                    after = again.assess(one.claim)
                    if (one.at_least, one.at_most) != (after.at_least, after.at_most):
                        found.append(Change(name, one, after))
    return sorted(found, key=lambda change: (change.before.claim.id, change.parameter))


def _actors(one: Assessment) -> frozenset[str]:
    """Who makes a claim and who answers for what is brought for it."""
    return frozenset([*one.claimants, *(voice for piece in (*one.pieces, *one.admissions) for voice in piece.voices)])


def _within(corpus: Corpus, parameters: Parameters, other: Parameters) -> set[str]:
    """Who is below, whenever it was, somebody whom a tie that counts otherwise leads to, or somebody above them."""
    up, down = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    tops = set[str]()
    for tie in corpus.ties:
        strengths = [carries(tie, one, corpus.kinds) for one in (parameters, other)]
        for low, top in ENDS.get(tie.kind, ()) if strengths != [False, False] else ():
            ends = {"who": tie.who, "whom": tie.whom}
            up[ends[low]].add(ends[top])
            down[ends[top]].add(ends[low])
            if strengths[0] != strengths[1]:
                tops.add(ends[top])
    return _reached(_reached(tops, up), down)


def _reached(some: Iterable[str], ways: dict[str, set[str]]) -> set[str]:
    found = set(some)
    for one in (queue := sorted(found)):
        new = ways.get(one, set()) - found
        found |= new
        queue += sorted(new)
    return found
