"""Figures of one metric that are compared across a break of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.audit.figures import Broken, Figure
from kg.audit.graph import Numbers
from kg.audit.judged import Judged
from kg.audit.phrases import say
from kg.audit.remark import dated, remark
from kg.findings import Finding
from kg.grammar import LANGUAGES, quoted, spoken

#: Kinds that compare values of one metric through time.
_THROUGH_TIME = frozenset({"change", "ratio", "trend", "co-movement", "comparison"})


def across(numbers: Numbers, broken: Broken, judged: Sequence[Judged]) -> Iterator[Finding]:
    """The relations whose figures of the broken metric lie on both sides of the break, or may."""
    over = [one for one in judged if one.relation.kind in _THROUGH_TIME and _crosses(one.operands, broken)]
    if not over:
        return
    figures = sorted(
        {f.iri: f for one in over for f in one.operands if f.metric == broken.metric}.values(), key=lambda f: numbers.place(f.iri)
    )
    told = {
        lang: say(
            "across",
            lang,
            metric=quoted(numbers.name(broken.metric, lang), lang),
            when=spoken(numbers.written(broken.when), lang, point=True),
            cause=quoted(broken.cause.get(lang) or next(iter(broken.cause.values()), ""), lang),
            values=", ".join(dated(numbers, figure, lang) for figure in figures),
        )
        for lang in LANGUAGES
    }
    yield remark(numbers, "across-break", broken.iri, "not-comparable", "matters", told, over, broken.iri)


def _crosses(operands: Sequence[Figure], broken: Broken) -> bool:
    """Whether the break may lie after the first figure's start and before the last one's end."""
    days = [(one.earliest, one.latest) for one in operands if one.metric == broken.metric and one.earliest and one.latest]
    if len(days) < 2 or (broken.earliest is None and broken.latest is None):
        return False
    first, last = min(latest for _, latest in days if latest), max(earliest for earliest, _ in days if earliest)
    if first >= last:
        return False
    return (broken.latest is None or broken.latest >= first) and (broken.earliest is None or broken.earliest <= last)
