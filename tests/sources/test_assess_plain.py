"""Random corpora: what the package finds is what the plain implementation does, and the laws hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.sources.assess import Assessor
from kg.sources.assessment import Assessment
from kg.sources.model import Claim, Corpus, Tie
from kg.sources.parameters import DEFAULT, Parameters
from kg.sources.rung import Rung
from tests.sources import corpora, plain

MANY = settings(max_examples=40, deadline=None)


def assess(corpus: Corpus, parameters: Parameters = DEFAULT) -> Assessment:
    return Assessor(corpus, parameters).assess(corpus.claims["c"])


def bounds(found: Assessment) -> tuple[Rung, Rung]:
    return found.at_least, found.at_most


def with_claim(corpus: Corpus, claim: Claim) -> Corpus:
    return replace(corpus, claims={"c": claim})


@given(corpora.corpora(), corpora.parameters())
@MANY
def test_it_is_what_the_plain_implementation_finds(corpus: Corpus, parameters: Parameters) -> None:
    found = assess(corpus, parameters)
    low, high, groups, largest = plain.assess(corpus, corpus.claims["c"], parameters)
    assert (found.at_least.key, found.at_most.key, found.k_low, found.k_high) == (low, high, groups, (largest, largest))
    assert found.unknown == (low != high)


@given(corpora.corpora(), corpora.ties("new"))
@MANY
def test_a_tie_more_never_raises_the_rung(corpus: Corpus, tie: Tie) -> None:
    before, after = assess(corpus), assess(replace(corpus, ties=(*corpus.ties, tie)))
    assert after.at_least <= before.at_least
    assert after.at_most <= before.at_most


@given(corpora.corpora(), st.integers(0, 5))
@MANY
def test_sources_withdrawn_never_raise_the_rung(corpus: Corpus, number: int) -> None:
    before = assess(corpus)
    gone = before.roots[: number + 1]
    after = Assessor(corpus).assess(corpus.claims["c"], without=gone)
    assert after.at_least <= before.at_least
    assert after.at_most <= before.at_most


@given(corpora.corpora())
@MANY
def test_without_its_fragile_sources_the_rung_is_another_and_with_fewer_gone_it_stays(corpus: Corpus) -> None:
    assessor, claim = Assessor(corpus), corpus.claims["c"]
    before = assessor.assess(claim)
    roots = before.fragility.roots
    if before.at_least <= Rung.NONE:
        assert not roots
        return
    assert before.fragility.exact
    assert assessor.assess(claim, without=roots).at_least == before.fragility.rung < before.at_least
    for root in before.roots:
        if len(roots) > 1:
            assert assessor.assess(claim, without=(root,)).at_least == before.at_least


@given(corpora.corpora(), st.sampled_from(corpora.DOCUMENTS))
@MANY
def test_a_document_reviewed_never_widens_what_is_unknown(corpus: Corpus, name: str) -> None:
    document = replace(corpus.documents[name], reviewed=frozenset(("author", "sources", "ties")), read="full")
    before, after = assess(corpus), assess(replace(corpus, documents={**corpus.documents, name: document}))
    assert before.at_least <= after.at_least
    assert after.at_most <= before.at_most


@given(corpora.corpora(), corpora.pieces("new"))
@MANY
def test_what_says_something_narrower_changes_nothing(corpus: Corpus, piece: object) -> None:
    claim = corpus.claims["c"]
    apart = replace(piece, scope="narrower")  # type: ignore[type-var]
    after = assess(with_claim(corpus, replace(claim, evidence=(*claim.evidence, apart))))  # type: ignore[arg-type]
    assert bounds(after) == bounds(assess(corpus))


@given(corpora.corpora())
@MANY
def test_every_settled_piece_has_a_witness_that_leads_somewhere(corpus: Corpus) -> None:
    for piece in assess(corpus).pieces:
        found = piece.witness
        if found.other:
            start = [found.voice, *(step.top for step in found.up)]
            other = [found.other, *(step.top for step in found.down)]
            assert start[-1] == other[-1] == found.top
            assert found.voice in piece.voices
        for before, after in zip(found.derivations, found.derivations[1:], strict=False):
            assert before[2] == after[0]


@given(corpora.corpora())
@MANY
def test_the_order_of_what_is_given_does_not_matter(corpus: Corpus) -> None:
    claim = corpus.claims["c"]
    turned = replace(corpus, ties=corpus.ties[::-1], derivations=corpus.derivations[::-1])
    turned = with_claim(turned, replace(claim, evidence=claim.evidence[::-1]))
    one, other = assess(corpus), assess(turned)
    assert (*bounds(one), one.fragility, one.roots) == (*bounds(other), other.fragility, other.roots)
