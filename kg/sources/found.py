"""Where each claim stands, as findings: one a claim that somebody makes."""

from __future__ import annotations

from kg.findings import Finding
from kg.grammar import LANGUAGES
from kg.sources import sentence
from kg.sources.assessment import Assessment, Piece
from kg.sources.rung import Rung

RULE = "independence"
#: An outcome is no noun where a rung is: unknown says of what.
_OUTCOMES = {Rung.UNKNOWN: "sources-unknown"}


def finding(one: Assessment, case: str) -> Finding:
    """A claim's finding; its inputs are the claim, who says it, its sources, and all that a witness goes over."""
    claim = one.claim
    used = [claim.id, *(said.id for said in claim.assertions)]
    used += [iri for piece in (*one.pieces, *one.admissions) for iri in _used(piece)]
    used += [gap.thing for gap in one.to_review]
    return Finding(
        f"{claim.id.removeprefix(f'{case}/')}/{RULE}",
        RULE,
        _OUTCOMES.get(one.rung, one.rung.key),
        "matters",
        {lang: one.told(lang) for lang in LANGUAGES},
        sorted(set(used)),
        [claim.id],
        computed=f"[{one.k_low}, {one.k_high.most}]" if one.k_high.most else "",
        parameters=one.parameters.named(),
        roots=[member for root in one.roots for member in root.members],
        witness={lang: "\n".join(sentence.witnesses(one, lang, one.naming)) for lang in LANGUAGES},
    )


def _used(piece: Piece) -> list[str]:
    evidence = piece.evidence
    named = [evidence.id, evidence.thing, evidence.support, *(member for root in piece.roots for member in root.members)]
    return [iri for iri in (*named, *piece.witness.ids()) if iri]
