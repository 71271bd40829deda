"""Which findings of an audit are asked for: by rule, by severity, by what they are about."""

from __future__ import annotations

from collections.abc import Collection

from kg import findings
from kg.audit.whole import Audit
from kg.findings import Finding

#: Rules by which numbers are audited: those of calculations, then notes.
RULES = (
    "sum", "breakdown", "share", "change", "ratio", "comparison", "range", "trend", "co-movement", "average", "count", "grim",
    "same-figure", "scope", "across-break", "base-year", "before-cause",
)  # fmt: skip
#: Outcomes that say that numbers agree.
AGREE = frozenset({"consistent", "consistent-by-rounding"})
#: Outcomes that a reader has nothing to look at in: they are counted, and listed where all is asked for.
QUIET = AGREE | {"not-checkable"}


def select(audit: Audit, *, rules: Collection[str] = (), severity: str = "", about: str = "") -> list[Finding]:
    """The findings by one of the rules, of a severity, and about a thing (an IRI); what is empty asks for nothing."""
    return [
        one
        for one in audit.findings
        if (not rules or one.rule in rules) and severity in ("", one.severity) and (not about or about in touched(audit, one))
    ]


def touched(audit: Audit, finding: Finding) -> set[str]:
    """What a finding is about: itself, claims, calculations, figures, their metrics and documents, passages."""
    found = {findings.iri(audit.case, finding.name), *finding.inputs, *finding.concerns, *finding.passages}
    figures = [audit.numbers.figures[iri] for iri in found if iri in audit.numbers.figures]
    found |= {one.metric for one in figures} | {one.document for one in figures}
    if finding.name in audit.judged:
        found.add(audit.judged[finding.name].relation.document)
    return found
