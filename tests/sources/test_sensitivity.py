"""For which claims the rung depends on parameters: the same as when every claim is assessed again under each."""

from __future__ import annotations

from hypothesis import given, settings

from kg.sources import Assessor, sensitivity
from kg.sources.model import Corpus
from kg.sources.parameters import DEFAULT, variants
from tests.sources.corpora import corpora


@settings(max_examples=60, deadline=None)
@given(corpus=corpora())
def test_looking_only_where_a_tie_reaches_misses_nothing(corpus: Corpus) -> None:
    before = list(Assessor(corpus).all())
    plain = [
        (one.claim.id, name)
        for name, other in variants(DEFAULT)
        for one, after in zip(before, Assessor(corpus, other).all(), strict=True)
        if (one.at_least, one.at_most) != (after.at_least, after.at_most)
    ]
    assert [(change.before.claim.id, change.parameter) for change in sensitivity.changes(corpus)] == sorted(plain)
