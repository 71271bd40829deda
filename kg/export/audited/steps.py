"""The steps of a relation that is compared step by step: a range, a trend, a comparison, two series that move together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.audit.interval import Interval
from kg.audit.judged import Judged
from kg.audit.operands import moves_together
from kg.audit.series import Step
from kg.export.audited import formulas
from kg.export.audited.formulas import Ends, Term, number
from kg.export.audited.relations import Pair

#: A step: what is computed and where it must reach, as printed and exactly.
Row = tuple[Ends, Ends, Ends, Ends]


def steps(judged: Judged, parts: Sequence[Pair], stated: Pair | None) -> list[Row]:
    """The steps of a relation that is compared step by step, as formulas."""
    checked = judged.checked
    kind = checked.kind
    if kind == "range" and stated:
        return [(part.near, part.exact, stated.near, stated.exact) for part in parts]
    if kind == "co-movement":
        return _movements(checked.steps, parts, moves_together(judged.relation))
    if kind == "comparison" and len(checked.steps) == 1:
        total = parts[1]
        for part in parts[2:]:
            total = Pair(formulas.more(total.near, part.near), formulas.more(total.exact, part.exact))
        pairs = [(parts[0], total)]
    elif kind == "comparison":
        pairs = [(parts[0], part) for part in parts[1:]]
    else:
        pairs = [(later, earlier) for earlier, later in pairwise(parts)]
    made = []
    for step, (one, other) in zip(checked.steps, pairs, strict=True):
        target = formulas.constant(step.target, 0)
        made.append((formulas.less(one.near, other.near), formulas.less(one.exact, other.exact), target, target))
    return made


def _movements(steps: Sequence[Step], parts: Sequence[Pair], together: bool) -> list[Row]:
    """From each period to the next: the answer of the second series, and where the first wants it."""
    half = len(parts) // 2
    made = []
    for step in steps:
        start, end = step.places
        moved, exactly = formulas.less(parts[end].near, parts[start].near), formulas.less(parts[end].exact, parts[start].exact)
        one, other = parts[half + end], parts[half + start]
        wanted, wanted_exactly = (_wanted(way, together, step.target) for way in (moved, exactly))
        made.append((formulas.less(one.near, other.near), formulas.less(one.exact, other.exact), wanted, wanted_exactly))
    return made


def _wanted(moved: Ends, together: bool, target: Interval) -> Ends:
    """Where an answer must lie: above or below 0 by the way the other went, at 0 where it stayed, anywhere where that is open."""
    far, nothing = number(None), number(0)
    below = number(None, -1)
    up, down = ((nothing, far), (below, nothing)) if together else ((below, nothing), (nothing, far))
    rises, falls = moved.low.value > 0, moved.high.value < 0
    stays = moved.low.value == moved.high.value

    def end(at: int, otherwise: Term) -> Term:
        staying = formulas.either(f"{moved.low.text}={moved.high.text}", stays, nothing, otherwise)
        return formulas.either(f"{moved.low.text}>0", rises, up[at], formulas.either(f"{moved.high.text}<0", falls, down[at], staying))

    left_out = not target.is_point
    return Ends(nothing, end(0, below), end(1, far), left_out, left_out)
