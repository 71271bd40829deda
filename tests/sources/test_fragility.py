"""Roots whose withdrawal alone moves a claim: the same as when each is withdrawn in turn."""

from __future__ import annotations

from hypothesis import given, settings

from kg.sources import Assessor
from kg.sources.model import Corpus
from tests.sources.corpora import corpora


@settings(max_examples=100, deadline=None)
@given(corpus=corpora())
def test_each_root_withdrawn_in_turn(corpus: Corpus) -> None:
    assessor = Assessor(corpus)
    for one in assessor.all():
        plain = [root for root in one.roots if assessor.assess(one.claim, [root]).at_least < one.at_least]
        assert list(one.hangs_on) == plain
        assert (len(one.fragility.roots) == 1) == bool(plain)
