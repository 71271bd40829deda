"""A finding that no calculation decides: what remarks on breaks, bases, causes and slides have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.audit.figures import Figure
from kg.audit.graph import Numbers
from kg.audit.judged import Judged
from kg.audit.reading import read
from kg.audit.shown import number
from kg.findings import Finding, Severity
from kg.grammar import spoken


def remark(
    numbers: Numbers, rule: str, at: str, outcome: str, severity: Severity, told: dict[str, str], about: Sequence[Judged], *more: str
) -> Finding:
    """A finding on some relations, with all that they use and `more` that it is about."""
    figures = {figure.iri: figure for one in about for figure in (*one.operands, *([one.result] if one.result else []))}
    concerns = [node for one in about for node in (*one.relation.claims, one.relation.iri)]
    passages = [passage for one in about for passage in one.relation.passages]
    return Finding(
        f"{numbers.short(at)}/{rule}",
        rule,
        outcome,
        severity,
        told,
        sorted({*figures, *more}),
        sorted({*concerns, *more}),
        sorted({*passages, *(passage for figure in figures.values() for passage in figure.passages)}),
    )


def ends_before(figure: Figure, day: date | None) -> bool:
    """Whether a figure's period is over before a day."""
    return bool(figure.latest and day and figure.latest < day)


def dated(numbers: Numbers, figure: Figure, lang: str) -> str:
    """A figure with its period."""
    found = read(figure)
    value = number(found[0].value, lang, found[0].unit) if found and not found[0].hedge else figure.value
    return f"{value} ({spoken(numbers.written(figure.period), lang)})" if figure.period else value
