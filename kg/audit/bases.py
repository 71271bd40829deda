"""The same change from each other base: whether a result hangs on where it is counted from."""

from __future__ import annotations

from collections.abc import Iterator

from kg.audit.checking import check
from kg.audit.figures import Figure
from kg.audit.graph import Numbers
from kg.audit.interval import Interval
from kg.audit.judged import Judged
from kg.audit.phrases import say
from kg.audit.reading import read
from kg.audit.remark import dated, ends_before, remark
from kg.audit.shown import span
from kg.findings import Finding, Severity
from kg.grammar import LANGUAGES, quoted

#: So many other bases must be there for one to be a choice.
_BASES = 2


def base_year(numbers: Numbers, one: Judged) -> Iterator[Finding]:
    """A stated change or ratio from the highest (of a rise: the lowest) value of a series: the same from each other base."""
    if one.relation.kind not in ("change", "ratio") or one.checked.stated is None or len(one.operands) != 2:
        return
    start, end = sorted(one.operands, key=lambda figure: numbers.place(figure.iri))
    if start.metric != end.metric or not start.earliest or not end.earliest:
        return
    values = {figure.iri: read(figure) for figure in numbers.series(start.metric, start.days)}
    bases = [numbers.figures[iri] for iri, found in values.items() if found and ends_before(numbers.figures[iri], end.earliest)]
    others = [figure for figure in bases if figure.iri != start.iri]
    if len(others) < _BASES or not read(start) or not read(end):
        return
    base, last = read(start)[0].value, read(end)[0].value
    ends = [values[figure.iri][0].value for figure in others]
    if not (base > max(ends) and base > last) and not (base < min(ends) and base < last):
        return
    each = {figure.iri: _from(one, figure, end) for figure in others}
    differ = any(other is not None and not other.meets(one.checked.stated) for other in each.values())
    neighbours = not any(ends_before(start, figure.earliest) for figure in others)  # a year and the one before it: no choice was made
    severity: Severity = "matters" if differ and not neighbours else "wording"
    told = {
        lang: say(
            "base.highest" if base > last else "base.lowest",
            lang,
            base=dated(numbers, start, lang),
            metric=quoted(numbers.name(start.metric, lang), lang),
            own=span(one.checked.computed, lang, one.checked.calculation.unit) if one.checked.computed else "",
            stated=quoted(one.relation.prints or (one.result.value if one.result else ""), lang),
            each="; ".join(
                say("base.from", lang, base=dated(numbers, figure, lang), result=span(made, lang, one.checked.calculation.unit))
                for figure in others
                if (made := each[figure.iri])
            ),
        )
        for lang in LANGUAGES
    }
    yield remark(numbers, "base-year", one.relation.iri, "noted", severity, told, [one], *(figure.iri for figure in others))


def _from(one: Judged, base: Figure, end: Figure) -> Interval | None:
    """The same calculation from another base."""
    return check(one.relation.kind, [read(base)[0], read(end)[0]], one.checked.calculation.stated).computed
