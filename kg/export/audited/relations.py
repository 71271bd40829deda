"""The cells of a relation: what is computed of its figures' cells, what is stated beside it, and whether the two meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kg.audit.interval import Interval, Number
from kg.audit.judged import Judged
from kg.export.audited import formulas
from kg.export.audited.formulas import SHOWN_FAR, Ends, Term, number

#: Differences of this share are none to a spreadsheet.
_SLIGHT = Fraction(1, 10**9)


@dataclass(frozen=True)
class Pair:
    """A number's interval as printed, and as if it were exact."""

    near: Ends
    exact: Ends


@dataclass(frozen=True)
class Formula:
    """A formula that gives words, or whether something is so, with what it gives."""

    text: str
    value: str | bool


#: A cell: a number or formula, whether an end is left out, nothing.
Cell = Term | Formula | int | None


@dataclass(frozen=True)
class Made:
    """The cells of a relation from `computed low` to `stated high`, and those that are folded away."""

    shown: tuple[Cell, ...] = (None,) * 4
    folded: tuple[Cell, ...] = (None,) * 11


def calculated(judged: Judged, parts: Sequence[Pair], stated: Pair | None, row: int) -> Made:
    """What is computed of the parts beside what is stated."""
    checked = judged.checked
    assert checked.computed
    value = stated.near.value if stated else None
    made = formulas.computed(checked.calculation, [part.near for part in parts], value)
    exact = formulas.computed(checked.calculation, [part.exact for part in parts], value)
    if made is None or exact is None or not same_as(made, checked.computed):  # no formula says it: it stands as it was found
        made = exact = formulas.constant(checked.computed, checked.computed.middle or 0)
    opens = (int(made.low_open), int(made.high_open))
    if stated is None or checked.stated is None:
        return Made((made.low, made.high, None, None), (*opens, None, None, exact.low, exact.high, *[None] * 5))
    target = stated.near
    return Made(
        (made.low, made.high, target.low, target.high),
        (
            *opens,
            *(int(target.low_open), int(target.high_open)),
            *(exact.low, exact.high, stated.exact.low, stated.exact.high),
            Formula(below("I", "Q", "J", "R", row), checked.computed.below(checked.stated)),
            Formula(below("K", "S", "H", "P", row), checked.stated.below(checked.computed)),
            Formula(f"NOT(OR({below('U', 'Q', 'V', 'R', row)},{below('W', 'S', 'T', 'P', row)}))", _meet(exact, stated.exact)),
        ),
    )


def _meet(one: Ends, other: Ends) -> bool:
    """Whether two intervals of formulas meet, as far as a spreadsheet tells them apart."""
    return not any(
        low.value - high.value > slight or (abs(low.value - high.value) <= slight and left_out)
        for high, low, left_out in (
            (one.high, other.low, one.high_open or other.low_open),
            (other.high, one.low, other.high_open or one.low_open),
        )
        for slight in [_SLIGHT * max(Fraction(1), abs(high.value), abs(low.value))]
    )


def shared(parts: Sequence[Pair], row: int) -> Made:
    """What values of one thing have in common: from the highest low end to the lowest high one."""
    low, high = formulas.both("MAX", [one.near.low for one in parts]), formulas.both("MIN", [one.near.high for one in parts])
    exact_low, exact_high = formulas.both("MAX", [one.exact.low for one in parts]), formulas.both("MIN", [one.exact.high for one in parts])
    low_open = reached(f"H{row}", [(one.near.low, one.near.low_open) for one in parts], low)
    high_open = reached(f"I{row}", [(one.near.high, one.near.high_open) for one in parts], high)
    apart = high.value < low.value or (high.value == low.value and bool(low_open.value or high_open.value))
    apart_exactly = exact_high.value < exact_low.value or (exact_high.value == exact_low.value and bool(low_open.value or high_open.value))
    return Made(
        (low, high, None, None),
        (
            low_open,
            high_open,
            None,
            None,
            exact_low,
            exact_high,
            None,
            None,
            Formula(below("I", "Q", "H", "P", row), apart),
            None,
            Formula(f"NOT({below('U', 'Q', 'T', 'P', row)})", not apart_exactly),
        ),
    )


def reached(cell: str, ends: Sequence[tuple[Term, bool]], at: Term) -> Term:
    """1 where an end that is left out is the one that counts."""
    tests = [f"{end.text}={cell}" for end, left_out in ends if left_out]
    if not tests:
        return number(0)
    return Term(f"IF(OR({','.join(tests)}),1,0)", Fraction(any(left_out and end.value == at.value for end, left_out in ends)))


def below(high: str, high_open: str, low: str, low_open: str, row: int) -> str:
    """Whether all of what ends at `high` is less than all of what begins at `low`: columns with the ends and whether they are left out."""
    end, start = f"{high}{row}", f"{low}{row}"
    slight = f"1E-9*MAX(1,ABS({end}),ABS({start}))"
    return f"OR({start}-{end}>{slight},AND(ABS({start}-{end})<={slight},{high_open}{row}+{low_open}{row}>0))"


def reach(high: Number | None, low: Number | None) -> Term:
    """How far it is from one end to another; without end where one of them is not there."""
    return number(None) if high is None or low is None else number(high - low)


def around(cell: Term, interval: Interval) -> Ends:
    """An interval around a cell's number, as far as it reaches."""
    down, up = reach(cell.value, interval.low), reach(interval.high, cell.value)
    return Ends(cell, cell - down, cell + up, interval.low_open, interval.high_open)


def ends(interval: Interval) -> tuple[Fraction, Fraction]:
    """An interval\'s ends as cells hold them."""
    return number(interval.low, -1).value, number(interval.high).value


def same_as(made: Ends, found: Interval) -> bool:
    """Whether formulas give what was found; ends that are infinite are so by their size."""
    low, high = ends(found)
    return all(
        (abs(mine) >= SHOWN_FAR and abs(theirs) >= SHOWN_FAR) or abs(mine - theirs) <= _SLIGHT * max(Fraction(1), abs(theirs))
        for mine, theirs in ((made.low.value, low), (made.high.value, high))
    )
