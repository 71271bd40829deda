"""Relations that hold or break step by step: a comparison, a range, a trend, two series together; and values that should be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.audit.interval import Interval
from kg.audit.stated import Stated

UP = Interval(0, None, low_open=True)
DOWN = Interval(None, 0, high_open=True)
#: What a trend may be said to do → where each difference must lie, the words of either language included.
TRENDS = {
    "rising": UP, "falling": DOWN, "not falling": Interval(0, None), "not rising": Interval(None, 0),
    "растёт": UP, "падает": DOWN, "не падает": Interval(0, None), "не растёт": Interval(None, 0),
}  # fmt: skip
MONOTONE = frozenset({"monotone", "монотонно"})
#: What two series may be said to do.
OPPOSITE, TOGETHER = "opposite", "together"
#: What the first value may be said to exceed: each of the others, or all of them together.
EACH = "each"

#: Words by which a value is said to exceed the others' sum, not each of them.
_ALL = re.compile(r"\b(together|combined|вместе|в\s+сумме|суммарно|в\s+совокупности)\b")


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison of several: between which places of the series, what is computed, and where it should lie.

    `exact` is whether it does if the printed numbers are exact.
    """

    places: tuple[int, int]
    computed: Interval
    target: Interval
    exact: bool

    @property
    def holds(self) -> bool:
        return self.computed.meets(self.target)


def within(parts: Sequence[Stated], stated: Stated) -> tuple[Step, ...]:
    """Each value between the stated ends."""
    return tuple(Step((place, place), part.interval, stated.interval, part.exact.meets(stated.exact)) for place, part in enumerate(parts))


def all_of_them(said: str) -> bool:
    """Whether words say that the others are meant together: "more than the other two combined".

    >>> all_of_them("more than the others combined"), all_of_them("each")
    (True, False)
    """
    return bool(_ALL.search(said.casefold()))


def compared(parts: Sequence[Stated], said: str) -> tuple[Step, ...]:
    """The first value above each of the others, or above all of them together."""
    first, *others = parts
    if said == EACH:
        return tuple(
            Step((0, place), first.interval - other.interval, UP, (first.exact - other.exact).meets(UP))
            for place, other in enumerate(others, 1)
        )
    nothing = Interval(0, 0)
    total, exact = (sum(intervals, nothing) for intervals in ([o.interval for o in others], [o.exact for o in others]))
    return (Step((0, len(others)), first.interval - total, UP, (first.exact - exact).meets(UP)),)


def trend(parts: Sequence[Stated], said: str) -> tuple[Step, ...]:
    """Each value beside the one before it; `said` is a key of `TRENDS`, or one of `MONOTONE`."""
    if said in MONOTONE:
        up, down = trend(parts, "rising"), trend(parts, "falling")
        return min(up, down, key=lambda steps: sum(not step.holds for step in steps))
    target = TRENDS[said]
    return tuple(
        Step((at, at + 1), later.interval - one.interval, target, (later.exact - one.exact).meets(target))
        for at, (one, later) in enumerate(pairwise(parts))
    )


def together(one: Sequence[Stated], other: Sequence[Stated], said: str) -> tuple[Step, ...]:
    """From each place to the next: where the one series rises, the other falls (`opposite`) or rises (`together`)."""
    steps = []
    for at, (mine, theirs) in enumerate(zip(pairwise(one), pairwise(other), strict=True)):
        moved, exactly = mine[1].interval - mine[0].interval, mine[1].exact - mine[0].exact
        answer, exact = theirs[1].interval - theirs[0].interval, theirs[1].exact - theirs[0].exact
        steps.append(Step((at, at + 1), answer, _wanted(moved, said), exact.meets(_wanted(exactly, said))))
    return tuple(steps)


def _wanted(moved: Interval, said: str) -> Interval:
    """Where the other difference must lie; anywhere where it is open which way the first went."""
    up, down = moved.within(UP), moved.within(DOWN)
    if not up and not down:
        return Interval(0, 0) if moved.is_point else Interval(None, None, True, True)
    return UP if up == (said == TOGETHER) else DOWN


def common(intervals: Sequence[Interval]) -> Interval | None:
    """What all have in common, none where that is nothing."""
    shared: Interval | None = intervals[0]
    for one in intervals[1:]:
        shared = shared and shared.intersection(one)
    return shared
