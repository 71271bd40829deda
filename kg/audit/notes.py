"""What a reader of the numbers should know beside the outcomes: breaks that are compared across, the choice of a base, trends that
were there before their claimed cause, and texts that slide from one counted thing to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kg.audit.checked import check
from kg.audit.figures import Broken, Cause, Figure, Numbers
from kg.audit.interval import Interval
from kg.audit.judged import Judged
from kg.audit.phrases import say
from kg.audit.reading import read
from kg.audit.sentence import number, span
from kg.findings import Finding, Severity
from kg.grammar import LANGUAGES, quoted, spoken

#: Kinds that compare values of one metric through time.
_THROUGH_TIME = frozenset({"change", "ratio", "trend", "co-movement", "comparison"})
#: So many steps one after the other in the claimed direction are a trend.
_STEPS = 2
#: So many other bases must be there for one to be a choice.
_BASES = 2


def notes(numbers: Numbers, judged: Sequence[Judged]) -> Iterator[Finding]:
    """All of them, sorted by what they are about."""
    stated = [one for one in judged if not one.relation.implied]
    for broken in numbers.breaks:
        yield from _across(numbers, broken, stated)
    for one in stated:
        yield from _base(numbers, one)
        yield from _slide(numbers, one)
    for cause in numbers.causes:
        yield from _before(numbers, cause, stated)


def _finding(
    numbers: Numbers, rule: str, at: str, outcome: str, severity: Severity, told: dict[str, str], about: Sequence[Judged], *more: str
) -> Finding:
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


# --- across a break ---------------------------------------------------------------------------------------------------


def _across(numbers: Numbers, broken: Broken, judged: Sequence[Judged]) -> Iterator[Finding]:
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
            values=", ".join(_dated(numbers, figure, lang) for figure in figures),
        )
        for lang in LANGUAGES
    }
    yield _finding(numbers, "across-break", broken.iri, "not-comparable", "matters", told, over, broken.iri)


def _crosses(operands: Sequence[Figure], broken: Broken) -> bool:
    """Whether the break may lie after the first figure's start and before the last one's end."""
    days = [(one.earliest, one.latest) for one in operands if one.metric == broken.metric and one.earliest and one.latest]
    if len(days) < 2 or (broken.earliest is None and broken.latest is None):
        return False
    first, last = min(latest for _, latest in days if latest), max(earliest for earliest, _ in days if earliest)
    if first >= last:
        return False
    return (broken.latest is None or broken.latest >= first) and (broken.earliest is None or broken.earliest <= last)


# --- the choice of the base -------------------------------------------------------------------------------------------


def _base(numbers: Numbers, one: Judged) -> Iterator[Finding]:
    """A stated change or ratio from the highest (of a rise: the lowest) value of a series: the same from each other base."""
    if one.relation.kind not in ("change", "ratio") or one.checked.stated is None or len(one.operands) != 2:
        return
    start, end = sorted(one.operands, key=lambda figure: numbers.place(figure.iri))
    if start.metric != end.metric or not start.earliest or not end.earliest:
        return
    values = {figure.iri: read(figure) for figure in numbers.series(start.metric, start.days)}
    bases = [numbers.figures[iri] for iri, found in values.items() if found and _before_day(numbers.figures[iri], end.earliest)]
    others = [figure for figure in bases if figure.iri != start.iri]
    if len(others) < _BASES or not read(start) or not read(end):
        return
    base, last = read(start)[0].value, read(end)[0].value
    ends = [values[figure.iri][0].value for figure in others]
    if not (base > max(ends) and base > last) and not (base < min(ends) and base < last):
        return
    each = {figure.iri: _from(one, figure, end) for figure in others}
    differ = any(other is not None and not other.meets(one.checked.stated) for other in each.values())
    neighbours = not any(_before_day(start, figure.earliest) for figure in others)  # a year and the one before it: no choice was made
    severity: Severity = "matters" if differ and not neighbours else "wording"
    told = {
        lang: say(
            "base.highest" if base > last else "base.lowest",
            lang,
            base=_dated(numbers, start, lang),
            metric=quoted(numbers.name(start.metric, lang), lang),
            own=span(one.checked.computed, lang, one.checked.calculation.unit) if one.checked.computed else "",
            stated=quoted(one.relation.prints or (one.result.value if one.result else ""), lang),
            each="; ".join(
                say("base.from", lang, base=_dated(numbers, figure, lang), result=span(made, lang, one.checked.calculation.unit))
                for figure in others
                if (made := each[figure.iri])
            ),
        )
        for lang in LANGUAGES
    }
    yield _finding(numbers, "base-year", one.relation.iri, "noted", severity, told, [one], *(figure.iri for figure in others))


def _before_day(figure: Figure, day: date | None) -> bool:
    return bool(figure.latest and day and figure.latest < day)


def _from(one: Judged, base: Figure, end: Figure) -> Interval | None:
    """The same calculation from another base."""
    return check(one.relation.kind, [read(base)[0], read(end)[0]], one.checked.calculation.stated).computed


# --- before the cause -------------------------------------------------------------------------------------------------


def _before(numbers: Numbers, cause: Cause, judged: Sequence[Judged]) -> Iterator[Finding]:
    """A reform whose effect a metric is to show, and steps of that metric in the claimed direction before the reform."""
    day = cause.latest or cause.earliest
    if day is None:
        return
    for metric in cause.metrics:
        about = [one for one in judged if (way := _direction(one, metric)) and one.operands]
        ways = {_direction(one, metric) for one in about if not _annotators_alone(one)} or {_direction(one, metric) for one in about}
        if len(ways) != 1:
            continue
        (way,) = ways
        series = [figure for figure in numbers.series(metric) if read(figure)]
        steps = [
            (one, other)
            for one, other in pairwise(series)
            if _before_day(other, day) and (read(other)[0].value - read(one)[0].value) * way > 0
        ]
        earlier = [figure for figure in series if _before_day(figure, day)]
        claimed = {pair for one in about for pair in pairwise(one.operands)}
        until = bool(steps) and steps[-1][1] is earlier[-1]  # the trend goes on until the cause
        if not (until and steps[-1] in claimed) and _longest(steps) < _STEPS:
            continue
        told = {
            lang: say(
                "before.rise" if way > 0 else "before.fall",
                lang,
                metric=quoted(numbers.name(metric, lang), lang),
                cause=quoted(numbers.name(cause.iri, lang), lang),
                since=spoken(numbers.written(cause.since), lang, point=True),
                steps=", ".join(f"{_dated(numbers, one, lang)} → {_dated(numbers, other, lang)}" for one, other in steps),
                values=", ".join(_dated(numbers, figure, lang) for figure in earlier),
            )
            for lang in LANGUAGES
        }
        at = f"{cause.iri}/{numbers.short(metric).rpartition('/')[2]}"
        yield _finding(numbers, "before-cause", at, "noted", "matters", told, about, cause.iri, *cause.claims)


def _annotators_alone(one: Judged) -> bool:
    return not one.relation.passages


def _direction(one: Judged, metric: str) -> int:
    """1 where a relation says that a metric rises, -1 where that it falls, 0 where neither."""
    if not any(figure.metric == metric for figure in one.operands):
        return 0
    for role, way in (("rising", 1), ("falling", -1)):
        if any(figure.metric == metric for figure in one.operands if figure.iri in one.relation.operands.get(role, ())):
            return way
    if one.relation.kind == "change" and one.checked.computed is not None and len(one.operands) == 2:
        first, last = (read(figure) for figure in one.operands)
        return (last[0].value > first[0].value) - (last[0].value < first[0].value) if first and last else 0
    return 0


def _longest(steps: Sequence[tuple[Figure, Figure]]) -> int:
    """How many steps follow each other."""
    longest = run = 0
    for at, (one, _) in enumerate(steps):
        run = run + 1 if at and steps[at - 1][1] is one else 1
        longest = max(longest, run)
    return longest


# --- from one thing to another ----------------------------------------------------------------------------------------


def _slide(numbers: Numbers, one: Judged) -> Iterator[Finding]:
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
    yield _finding(numbers, "scope", one.relation.iri, "not-comparable", "matters", told, [one])


def _dated(numbers: Numbers, figure: Figure, lang: str) -> str:
    found = read(figure)
    value = number(found[0].value, lang, found[0].unit) if found and not found[0].hedge else figure.value
    return f"{value} ({spoken(numbers.written(figure.period), lang)})" if figure.period else value
