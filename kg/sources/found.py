"""Where each claim stands, as findings: one a claim that somebody makes, and beside it what would move it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.findings import Finding, Texts
from kg.grammar import LANGUAGES, quoted
from kg.sources import choices, sentence
from kg.sources.assess import Assessor
from kg.sources.assessment import Assessment, Piece
from kg.sources.lineage import Root
from kg.sources.phrases import say
from kg.sources.rung import Rung, Standing
from kg.sources.sensitivity import Change

RULE, FRAGILITY, SENSITIVITY = "independence", "fragility", "sensitivity"
#: An outcome is no noun where a rung is: unknown says of what.
_OUTCOMES = {Rung.UNKNOWN: "sources-unknown"}
_AND = "; "


def finding(one: Assessment, case: str) -> Finding:
    """A claim's finding; its inputs are the claim, who says it, its sources, and all that a witness goes over."""
    claim = one.claim
    used = [claim.id, *(said.id for said in claim.assertions)]
    used += [iri for piece in (*one.pieces, *one.admissions) for iri in _used(piece)]
    used += [gap.thing for gap in one.to_review]
    counted = [piece for piece in one.pieces if piece.standing is not Standing.RETRACTED]
    review = {lang: _AND.join(sentence.review(one.to_review, lang, one.naming)) for lang in LANGUAGES}
    return Finding(
        f"{claim.id.removeprefix(f'{case}/')}/{RULE}",
        RULE,
        _outcome(one),
        "matters",
        {lang: one.told(lang) for lang in LANGUAGES},
        sorted(set(used)),
        [claim.id],
        computed=f"[{one.k_low}, {one.k_high.most}]" if one.k_high.most else "",
        evidence=sorted({piece.evidence.id for piece in counted}),
        roots=sorted({member for piece in one.deciding for root in piece.roots for member in root.members}),
        because=_because(one),
        review=review,
        parameters=one.parameters.named(),
        witness={lang: "\n".join(sentence.witnesses(one, lang, one.naming)) for lang in LANGUAGES},
    )


def fragile(one: Assessment, assessor: Assessor, case: str) -> Iterator[Finding]:
    """What a claim hangs on: each root whose withdrawal alone moves it; where no single one does, the fewest that do together."""
    sets: list[tuple[Root, ...]] = [(root,) for root in one.hangs_on] or ([one.fragility.roots] if one.fragility.roots else [])
    for number, roots in enumerate(sets, 1):
        after = assessor.assess(one.claim, roots)
        what = {lang: say("withdrawn", lang, what=_AND.join(sentence.root(r, lang, one.naming) for r in roots)) for lang in LANGUAGES}
        gone = sorted({member for root in roots for member in root.members})
        name = f"{one.claim.id.removeprefix(f'{case}/')}/{FRAGILITY}/{number}"
        made = _moved(name, FRAGILITY, one, after, what)
        yield replace(made, inputs=sorted({*made.inputs, *gone}), roots=gone, computed=str(len(roots)))


def sensitive(change: Change, number: int, case: str) -> Finding:
    """Where a claim would stand under another parameter."""
    name = f"{change.before.claim.id.removeprefix(f'{case}/')}/{SENSITIVITY}/{number}"
    made = _moved(name, SENSITIVITY, change.before, change.after, {lang: choices.told(change.parameter, lang) for lang in LANGUAGES})
    ties = {shown.tie.id for shown in change.before.ties}
    return replace(made, inputs=sorted({*made.inputs, *ties}))


def _moved(name: str, rule: str, one: Assessment, after: Assessment, what: Texts) -> Finding:
    """A claim that would stand elsewhere if something were so."""
    told = {
        lang: say(
            "if",
            lang,
            what=what[lang],
            claim=quoted(one.naming(one.claim.id, lang), lang),
            then=sentence.rung(after, lang),
            now=sentence.rung(one, lang),
        )
        for lang in LANGUAGES
    }
    evidence = sorted({piece.evidence.id for piece in one.pieces if piece.standing is not Standing.RETRACTED})
    return Finding(
        name,
        rule,
        _outcome(after),
        "matters",
        told,
        sorted({one.claim.id, *evidence}),
        [one.claim.id],
        assumes=what,
        without=_outcome(one),
        evidence=evidence,
        because=_because(after),
        parameters=after.parameters.named(),
    )


def _outcome(one: Assessment) -> str:
    return _OUTCOMES.get(one.rung, one.rung.key)


def _because(one: Assessment) -> Texts:
    return {lang: sentence.reason(one, lang, one.naming) for lang in LANGUAGES}


def _used(piece: Piece) -> list[str]:
    evidence = piece.evidence
    named = [evidence.id, evidence.thing, evidence.support, *(member for root in piece.roots for member in root.members)]
    return [iri for iri in (*named, *piece.witness.ids()) if iri]
