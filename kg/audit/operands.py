"""The figures of a relation by their roles, as the parts that `check` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.audit.figures import Figure, Relation
from kg.audit.graph import Numbers
from kg.audit.reading import read
from kg.audit.series import EACH, OPPOSITE, TOGETHER, all_of_them

#: Parts (none where the figures do not go together), their periods as written, further options of `check`.
_Given = tuple["list[Any] | None", list[str], dict[str, Any]]


_Arguments = Callable[[Numbers, Relation], _Given]


def _numbers(numbers: Numbers, figures: Sequence[str]) -> tuple[list[Any], list[str]]:
    found = [numbers.figures[one] for one in figures]
    return [next(iter(read(one)), None) for one in found], [numbers.written(one.period) for one in found]


def _plain(*roles: str) -> _Arguments:
    """The operands of these roles, one after the other."""

    def make(numbers: Numbers, relation: Relation) -> _Given:
        parts, tags = _numbers(numbers, [one for role in roles for one in relation.operands.get(role, ())])
        return parts, tags, {}

    return make


def _sum(numbers: Numbers, relation: Relation) -> _Given:
    plus, minus = (list(relation.operands.get(role, ())) for role in ("parts", "minus"))
    parts, tags = _numbers(numbers, plus + minus)
    return parts, tags, {"weights": [1] * len(plus) + [-1] * len(minus)} if minus else {}


def _trend(numbers: Numbers, relation: Relation) -> _Given:
    said = "rising" if relation.operands.get("rising") else "falling"
    parts, tags = _numbers(numbers, relation.operands.get(said, ()))
    return parts, tags, {"stated": said}


def _comparison(numbers: Numbers, relation: Relation) -> _Given:
    parts, tags = _numbers(numbers, [*relation.operands.get("greater", ()), *relation.operands.get("lesser", ())])
    return parts, tags, {"stated": TOGETHER if all_of_them(relation.prints) else EACH}


def _co_movement(numbers: Numbers, relation: Relation) -> _Given:
    """Two series by period: those of different roles move opposite ways, of one role together. Periods that only one has are left out."""
    pairs = _paired(numbers, relation)
    if len(pairs) < 2:
        return None, [], {}
    (mine, tags), (theirs, _) = (_numbers(numbers, some) for some in zip(*pairs, strict=True))
    return [mine, theirs], [*tags, *tags], {"stated": TOGETHER if moves_together(relation) else OPPOSITE}


def moves_together(relation: Relation) -> bool:
    """Whether two series are said to move the same way: both stand in one role."""
    return len([role for role, figures in relation.operands.items() if figures]) == 1


def _paired(numbers: Numbers, relation: Relation) -> list[tuple[str, str]]:
    """The figures of two series that are of the same period; none where there are not two series."""
    series: dict[tuple[str, str], dict[tuple[object, object], str]] = {}
    for role, figures in relation.operands.items():
        for iri in figures:
            figure = numbers.figures[iri]
            series.setdefault((role, figure.metric), {})[figure.earliest, figure.latest] = iri
    if len(series) != 2:
        return []
    one, other = series.values()
    return [(one[period], other[period]) for period in one if period in other and period != (None, None)]


def placed(numbers: Numbers, relation: Relation) -> list[Figure]:
    """The figures of a relation in the order of its calculation's parts; of a co-movement the first series, then the other."""
    if relation.kind == "co-movement":
        return [numbers.figures[iri] for some in zip(*_paired(numbers, relation), strict=True) for iri in some]
    return [numbers.figures[iri] for some in relation.operands.values() for iri in some if iri in numbers.figures]


ARGUMENTS: Mapping[str, _Arguments] = {
    "sum": _sum,
    "share": _plain("part", "whole"),
    "change": _plain("startValue", "endValue"),
    "ratio": _plain("greater", "lesser"),
    "comparison": _comparison,
    "range": _plain("parts"),
    "average": _plain("parts"),
    "count": _plain("parts"),
    "same": _plain("parts"),
    "grim": _plain("whole"),
    "trend": _trend,
    "co-movement": _co_movement,
}
