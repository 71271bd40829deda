"""Whether figures may be set beside each other at all: what is counted, unit, population, place, and how long their periods are.

What a document leaves out differs from nothing. Two concepts *look alike* where neither is broader than the other and both have a
broader one in common: registered cases and complaints are both matters that reach the authorities, and not the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from kg.audit.figures import Figure, Relation
from kg.audit.graph import Numbers

#: What may differ, in the order in which it is told; `overlap` and `outside` are of periods.
DIFFERENCES = ("counts", "unit", "population", "place", "period", "overlap", "outside", "result")
#: Kinds that follow one quantity through time: all must count the same.
_SERIES = frozenset({"change", "trend", "range", "average"})
#: Kinds in which two periods of different length mean nothing.
_EQUALLY_LONG = frozenset({"change", "ratio", "trend", "co-movement"})
#: Years and months differ by so much among themselves.
_LONGER = 1.12
#: Kinds whose result is of what the operands count.
_RESULT = frozenset({"change", "ratio", "trend", "range", "average"})


def differences(numbers: Numbers, relation: Relation, operands: Sequence[Figure], result: Figure | None) -> list[str]:
    """In what the figures of a relation differ so that it says nothing as it stands: names of `DIFFERENCES`."""
    found = set(_aspects(numbers, relation, operands, result))
    if relation.kind in _EQUALLY_LONG and _lengths_differ(operands):
        found.add("period")
    if relation.kind == "sum" and "minus" not in relation.operands:  # what is taken away lies in what it is taken from
        found |= _summed(operands, result)
    if relation.kind == "share" and len(operands) == 2 and not _within(operands[0], operands[1]):
        found.add("period")
    if result and relation.kind in _RESULT and operands and alike(numbers, operands[0].counts, result.counts):
        found.add("result")
    return [one for one in DIFFERENCES if one in found]


def alike(numbers: Numbers, one: str, other: str) -> bool:
    """Whether two concepts look alike and are not the same."""
    if not one or not other or one == other:
        return False
    wider, others = numbers.wider(one), numbers.wider(other)
    return other not in wider and one not in others and bool(wider & others)


def narrower(numbers: Numbers, one: str, other: str) -> bool:
    """Whether one concept is another, or one that is narrower."""
    return not one or not other or other in numbers.wider(one)


def related(numbers: Numbers, one: str, other: str) -> bool:
    """Whether two concepts are one, the one wider than the other, or alike."""
    return narrower(numbers, one, other) or narrower(numbers, other, one) or alike(numbers, one, other)


def wordings(figures: Sequence[Figure]) -> dict[str, list[str]]:
    """The documents' own wordings by language, where figures have more than one."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        for lang, text in figure.worded:
            if text not in found.setdefault(lang, []):
                found[lang].append(text)
    return {lang: texts for lang, texts in found.items() if len(texts) > 1}


def _aspects(numbers: Numbers, relation: Relation, operands: Sequence[Figure], result: Figure | None) -> list[str]:
    """Counted thing, unit, population and place of the operands."""
    kind = relation.kind
    if kind in ("co-movement", "count"):
        return []
    if kind == "share":
        return _of_share(numbers, operands)
    found = []
    concepts = _several(one.counts for one in operands)
    first = operands[0].counts if operands else ""
    series = kind in _SERIES and len(concepts) > 1
    related = kind in ("ratio", "comparison") and any(alike(numbers, first, one.counts) for one in operands[1:])
    foreign = kind == "sum" and result is not None and not all(narrower(numbers, one.counts, result.counts) for one in operands)
    if series or related or foreign:
        found.append("counts")
    if len(_several(one.stem for one in operands)) > 1 and (kind != "ratio" or found):
        found.append("unit")
    for aspect, values in (("population", [o.population for o in operands]), ("place", [o.place for o in operands])):
        wholes = _several(values)
        nested = kind == "sum" and result is not None and all(narrower(numbers, v, getattr(result, aspect)) for v in wholes)
        if len(wholes) > 1 and not nested and kind not in ("comparison", "ratio"):
            found.append(aspect)
    return found


def _of_share(numbers: Numbers, operands: Sequence[Figure]) -> list[str]:
    if len(operands) != 2:
        return []
    part, whole = operands
    found = ["counts"] if alike(numbers, part.counts, whole.counts) else []
    if part.stem and whole.stem and part.stem != whole.stem:
        found.append("unit")
    found += [
        aspect
        for aspect, one, other in (("population", part.population, whole.population), ("place", part.place, whole.place))
        if not narrower(numbers, one, other)
    ]
    return found


def _several(values: object) -> list[str]:
    """The different ones that are given."""
    return sorted({value for value in values if value})  # type: ignore[attr-defined]


def _lengths_differ(figures: Sequence[Figure]) -> bool:
    days = [figure.days for figure in figures if figure.days]
    return bool(days) and max(days) > _LONGER * min(days)


def _summed(operands: Sequence[Figure], result: Figure | None) -> set[str]:
    """Parts of one metric for periods that overlap count something twice; one outside the total's period does not belong to it."""
    found = set[str]()
    if result and result.earliest and result.latest:
        outside = [one for one in operands if one.earliest and one.latest and not _within(one, result)]
        found |= {"outside"} if any(one.counts == result.counts for one in outside) else set()
    dated = [one for one in operands if one.earliest and one.latest]
    for at, one in enumerate(dated):
        for other in dated[at + 1 :]:
            same = one.counts == other.counts and one.population == other.population and one.place == other.place
            if same and not listed_apart(one, other) and one.earliest <= other.latest and other.earliest <= one.latest:  # type: ignore[operator]
                found.add("overlap")
    return found


def told_apart(one: Figure, other: Figure) -> bool:
    """Whether a document gives two figures of a metric for one period in different words: they are two things, as parts of a breakdown."""
    together = one.document == other.document and one.metric == other.metric
    return together and (one.earliest, one.latest) == (other.earliest, other.latest) and dict(one.worded) != dict(other.worded)


def listed_apart(one: Figure, other: Figure) -> bool:
    """Whether both of two figures that are told apart have words of their own: neither is the whole of which the other is a part."""
    return bool(one.worded and other.worded) and told_apart(one, other)


def _within(part: Figure, whole: Figure) -> bool:
    """Whether the one's period lies in the other's, as far as both are known."""
    if not (part.earliest and part.latest and whole.earliest and whole.latest):
        return True
    return whole.earliest <= part.earliest and part.latest <= whole.latest


def covers(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts' periods leave no day of the whole's out."""
    if not (whole.earliest and whole.latest) or not all(one.earliest and one.latest for one in parts):
        return True
    day = whole.earliest
    for one in sorted(parts, key=lambda each: (each.earliest, each.latest)):
        if one.earliest and one.latest and one.earliest <= day <= one.latest:
            day = one.latest + timedelta(days=1)
    return day > whole.latest
