"""For which claims the rung depends on parameters: the same as when every claim is assessed again under each."""

from __future__ import annotations

import random

import pytest

from kg.sources import Assessor, sensitivity
from kg.sources.model import PARTS, Assertion, Claim, Corpus, Document, Evidence, Tie
from kg.sources.parameters import DEFAULT, ENDS, variants


def corpus(seed: int) -> Corpus:
    """A claim by each of five actors, supported by what two others say, and ties at any time between actors who say nothing too."""
    chance = random.Random(seed)
    actors = [f"a{number}" for number in range(9)]
    documents = {f"d{actor}": Document(f"d{actor}", (actor,), read="full", reviewed=frozenset(PARTS)) for actor in actors[:5]}
    claims = {}
    for actor in actors[:5]:
        pieces = [
            Evidence(f"e{actor}{who}", f"e{actor}{who}", (), ((f"d{who}", "stands-in"),), f"d{who}") for who in chance.sample(actors[:5], 2)
        ]
        claims[f"c{actor}"] = Claim(f"c{actor}", f"d{actor}", (Assertion(f"s{actor}", (actor,), document=f"d{actor}"),), tuple(pieces))
    ends = [chance.sample(actors, 2) for _ in range(7)]
    ties = [Tie(f"t{number}", who, chance.choice(list(ENDS)), whom) for number, (who, whom) in enumerate(ends)]
    return Corpus(documents, (), tuple(ties), tuple(chance.sample(actors, 1)), dict.fromkeys(actors, "organisation"), claims)


@pytest.mark.parametrize("seed", range(60))
def test_looking_only_where_a_tie_reaches_misses_nothing(seed: int) -> None:
    read = corpus(seed)
    before = list(Assessor(read).all())
    plain = [
        (one.claim.id, name)
        for name, other in variants(DEFAULT)
        for one, after in zip(before, Assessor(read, other).all(), strict=True)
        if (one.at_least, one.at_most) != (after.at_least, after.at_most)
    ]
    assert [(change.before.claim.id, change.parameter) for change in sensitivity.changes(read)] == sorted(plain)


def test_there_is_something_to_find() -> None:
    assert sum(len(sensitivity.changes(corpus(seed))) for seed in range(60)) > 200
