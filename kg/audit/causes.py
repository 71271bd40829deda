"""Trends that were there before their claimed cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.audit.figures import Cause, Figure
from kg.audit.graph import Numbers
from kg.audit.judged import Judged
from kg.audit.phrases import say
from kg.audit.reading import read
from kg.audit.remark import dated, ends_before, remark
from kg.findings import Finding
from kg.grammar import LANGUAGES, quoted, spoken

#: So many steps one after the other in the claimed direction are a trend.
_STEPS = 2


def before_cause(numbers: Numbers, cause: Cause, judged: Sequence[Judged]) -> Iterator[Finding]:
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
            if ends_before(other, day) and (read(other)[0].value - read(one)[0].value) * way > 0
        ]
        earlier = [figure for figure in series if ends_before(figure, day)]
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
                steps=", ".join(f"{dated(numbers, one, lang)} → {dated(numbers, other, lang)}" for one, other in steps),
                values=", ".join(dated(numbers, figure, lang) for figure in earlier),
            )
            for lang in LANGUAGES
        }
        at = f"{cause.iri}/{numbers.short(metric).rpartition('/')[2]}"
        yield remark(numbers, "before-cause", at, "noted", "matters", told, about, cause.iri, *cause.claims)


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
