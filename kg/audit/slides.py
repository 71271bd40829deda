"""Results that are said of one counted thing and computed of another that looks like it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.audit.graph import Numbers
from kg.audit.judged import Judged
from kg.audit.phrases import say
from kg.audit.remark import remark
from kg.findings import Finding
from kg.grammar import LANGUAGES, quoted


def slide(numbers: Numbers, one: Judged) -> Iterator[Finding]:
    """A result that is said of one thing and computed of another that looks like it."""
    if "result" not in one.differs or one.result is None or not one.operands:
        return
    told = {
        lang: say(
            "slide",
            lang,
            result=quoted(one.result.value, lang),
            said=quoted(numbers.name(one.result.counts, lang), lang),
            counted=quoted(numbers.name(one.operands[0].counts, lang), lang),
        )
        for lang in LANGUAGES
    }
    yield remark(numbers, "scope", one.relation.iri, "not-comparable", "matters", told, [one])
