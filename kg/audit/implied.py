"""Relations that nobody states and that follow from what figures are: totals of periods, breakdowns, percentages, the same figure twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from kg.audit.comparable import narrower, told_apart
from kg.audit.figures import Figure, Relation, grouped
from kg.audit.graph import Numbers
from kg.audit.reading import read

_NONE: Mapping[str, str] = {}
#: Takes for granted what no document says.
TOTAL = {"en": "the figure for the whole period is the total of its parts", "ru": "цифра за весь период — это итог его частей"}
APART = {"en": "nothing is counted in two of the parts", "ru": "ничто не посчитано в двух частях сразу"}


def relations(numbers: Numbers) -> Iterator[Relation]:
    """All of them, but for those between figures that a calculation of the case relates in the same way."""
    stated = {(frozenset(one.figures), one.kind) for one in numbers.relations}
    totals = {one.gives for one in numbers.relations if one.kind == "sum" and one.gives and "minus" not in one.operands}
    for relation in (*_same(numbers), *_totals(numbers, totals), *_breakdowns(numbers, totals), *_shares(numbers)):
        if (frozenset(relation.figures), relation.kind) not in stated:
            yield relation


def _relation(
    numbers: Numbers, rule: str, kind: str, operands: Mapping[str, Sequence[Figure]], gives: Figure | None, **beside: object
) -> Relation:
    every = [one for some in operands.values() for one in some]
    first = gives or every[0]
    name = "+".join(numbers.short(one.iri).rpartition("/")[2] for one in every[:3]) + (f"+{len(every) - 3}" if len(every) > 3 else "")
    assumes = beside.get("assumes", _NONE)
    assert isinstance(assumes, Mapping)
    return Relation(
        f"{first.iri}/{rule}/{name}",
        kind,
        {role: tuple(one.iri for one in some) for role, some in operands.items()},
        gives.iri if gives else "",
        "",
        assumes,
        (),
        first.document,
        first.language,
        (),
        rule,
        bool(beside.get("complete", True)),
    )


def _same(numbers: Numbers) -> Iterator[Relation]:
    """Values of one thing counted, unit, population, place and period, in several documents or under one metric.

    What a document leaves out is taken to be what the others give, if these agree. Figures of a metric that a document words
    differently are not the same: the one without words of its own stands for the metric.
    """
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in numbers.figures.values():
        if figure.counts and figure.earliest and figure.latest and read(figure):
            groups.setdefault((figure.counts, str(figure.earliest), str(figure.latest)), []).append(figure)
    for group in groups.values():
        for some in _agreeing([one for one in group if not one.worded or not any(told_apart(one, other) for other in group)]):
            if len(some) > 1 and (len({one.document for one in some}) > 1 or len({one.metric for one in some}) == 1):
                yield _relation(numbers, "same-figure", "same", {"parts": some}, None)


def _agreeing(group: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one kind: split by population, place and unit, those that leave one out with the only kind there is."""
    kinds: dict[tuple[str, str, str], list[Figure]] = {}
    for one in group:
        kinds.setdefault((one.population, one.place, one.stem), []).append(one)
    whole = [kind for kind in kinds if all(kind)]
    for kind in list(kinds):
        if not all(kind):
            fitting = [k for k in whole if all(not mine or mine == theirs for mine, theirs in zip(kind, k, strict=True))]
            if len(fitting) == 1:
                kinds[fitting[0]] += kinds.pop(kind)
    return [sorted(some, key=lambda one: one.iri) for some in kinds.values()]


def _totals(numbers: Numbers, stated: set[str]) -> Iterator[Relation]:
    """A figure of a metric for a period, and others of it whose periods make that one up without a gap."""
    for group in grouped(numbers.figures.values(), lambda one: one.metric).values():
        dated = [one for one in group if one.earliest and one.latest and _summable(one)]
        for whole in dated:
            inner = [one for one in dated if one is not whole and _inside(one, whole)]
            tiles = _tiles(inner, whole)
            if tiles and whole.iri not in stated and not _among(tiles, whole):
                yield _relation(numbers, "sum", "sum", {"parts": tiles}, whole, assumes=TOTAL)


def _summable(figure: Figure) -> bool:
    found = read(figure)
    return bool(found) and found[0].unit in ("count", "measure") and found[0].hedge in ("", "about", "almost")


def _among(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether a figure for a period lies among those of its parts: it looks like a mean or a level, not a total."""
    values = [read(one)[0].value for one in parts]
    return min(values) <= read(whole)[0].value <= max(values)


def _inside(part: Figure, whole: Figure) -> bool:
    assert part.earliest
    assert part.latest
    assert whole.earliest
    assert whole.latest
    return whole.earliest <= part.earliest and part.latest <= whole.latest and part.days != whole.days


def _tiles(parts: Sequence[Figure], whole: Figure) -> list[Figure]:
    """The parts that follow each other from the whole's first day to its last, the longest first; none where a day is left out."""
    made: list[Figure] = []
    day = whole.earliest
    assert whole.latest
    while day and day <= whole.latest:
        fitting = [one for one in parts if one.earliest == day]
        if not fitting:
            return []
        made.append(max(fitting, key=lambda one: (one.latest, one.iri)))
        latest = made[-1].latest
        day = latest + timedelta(days=1) if latest else None
    return made if len(made) > 1 else []


def _breakdowns(numbers: Numbers, stated: set[str]) -> Iterator[Relation]:
    """A figure, and those of its document for the same period whose concepts are narrower."""
    for here in grouped(filter(_summable, numbers.figures.values()), _frame).values():
        for whole in here:
            parts = [
                one for one in here if one.counts != whole.counts and whole.counts in numbers.broader(one.counts) and _beside(one, whole)
            ]
            if len(parts) > 1 and whole.iri not in stated and len({one.counts for one in parts}) == len(parts):
                yield _relation(numbers, "breakdown", "sum", {"parts": parts}, whole, assumes=APART, complete=False)


def _frame(figure: Figure) -> tuple[str, str, str]:
    """The document and the period: what is looked at together."""
    return figure.document, str(figure.earliest), str(figure.latest)


def _beside(one: Figure, other: Figure) -> bool:
    """Of the same period, unit, place and population."""
    days = (one.earliest, one.latest) == (other.earliest, other.latest)
    same = all(not mine or not theirs or mine == theirs for mine, theirs in ((one.population, other.population), (one.place, other.place)))
    return days and same and one.stem == other.stem


def _shares(numbers: Numbers) -> Iterator[Relation]:
    """A percentage of something counted, with the part or only the whole that its document gives for the same period."""
    beside = grouped(filter(_summable, numbers.figures.values()), _frame)
    for share in numbers.figures.values():
        found = read(share)
        if not found or found[0].unit != "percent" or not share.counts:
            continue
        here = beside.get(_frame(share), [])
        wholes = [one for one in here if one.counts != share.counts and narrower(numbers, share.counts, one.counts) and one.counts]
        parts = [one for one in here if one.counts == share.counts]
        if len(wholes) == 1 and len(parts) == 1:
            yield _relation(numbers, "share", "share", {"part": parts, "whole": wholes}, share)
        elif len(wholes) == 1 and not parts and read(wholes[0])[0].unit == "count":
            yield _relation(numbers, "grim", "grim", {"whole": wholes}, share)
