"""For which claims the rung depends on what the rule leaves open."""

from __future__ import annotations

from typing import NamedTuple

from kg.sources.assess import Assessor
from kg.sources.assessment import Assessment
from kg.sources.model import Corpus
from kg.sources.parameters import DEFAULT, Parameters, variants


class Change(NamedTuple):
    """A parameter changed (`-employs`, `+funds`, `funds>=50%`), and a claim that stands elsewhere by it."""

    parameter: str
    before: Assessment
    after: Assessment


def changes(corpus: Corpus, parameters: Parameters = DEFAULT) -> list[Change]:
    """Every claim and change of one parameter by which its rung, or the bounds of one that is unknown, are others."""
    before = list(Assessor(corpus, parameters).all())
    found = []
    for name, other in variants(parameters):
        after = Assessor(corpus, other).all()
        found += [Change(name, a, b) for a, b in zip(before, after, strict=True) if (a.at_least, a.at_most) != (b.at_least, b.at_most)]
    return sorted(found, key=lambda change: (change.before.claim.id, change.parameter))
