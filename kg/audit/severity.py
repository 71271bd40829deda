"""Whether what does not add up matters for reading a dispute, or is a matter of how numbers are worded and rounded."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import HUNDRED
from kg.audit.interval import Interval, Number, size
from kg.audit.stated import Stated

if TYPE_CHECKING:
    from kg.audit.checked import Checked

#: A difference of up to this share of what is stated is slight.
SLIGHT = Fraction(1, 100)
#: Hedges that leave one side open.
_BOUNDS = frozenset({"more", "at-least", "less", "up-to"})
#: Up to this share of the whole, what a breakdown leaves is little.
LITTLE = Fraction(1, 10)


def of(checked: Checked) -> str:
    """`wording` where the outcome is no alarm, where the difference is slight, or where it is gone once the printed numbers are
    taken to be rounded to their last digit that is not 0 ("600–900" to hundreds, so that 920 fits); else `matters`.
    """
    if checked.outcome == "incomplete":
        left, whole = checked.remainder, checked.stated
        return "matters" if left and whole and (left.middle or 0) > LITTLE * size(whole.middle or 0) else "wording"
    if checked.outcome not in ("inconsistent", "conflict"):
        return "wording"
    if checked.kind in ("trend", "co-movement", "grim"):  # what cannot come from whole numbers is never far off
        return "matters"
    scale = max((size(end) for end in _ends(checked.stated or checked.computed)), default=0)
    if checked.kind == "comparison":
        scale = size(checked.calculation.parts[0].value)
    if checked.outcome == "conflict":
        values = sorted(part.value for part in checked.calculation.parts)
        return "wording" if values and values[-1] - values[0] <= SLIGHT * size(values[-1]) else "matters"
    return "wording" if checked.gap <= SLIGHT * scale or fits_rounded(checked) else "matters"


def _ends(interval: Interval | None) -> list[Number]:
    return [end for end in (interval.low, interval.high) if end is not None] if interval else []


def fits_rounded(checked: Checked) -> bool:
    """Whether all is well once what is stated counts as rounded to the place of its last digit that is not 0."""
    stated = checked.calculation.stated
    if stated is not None and stated.hedge in _BOUNDS:
        return False  # a bound is none that rounding made
    if stated is None or checked.stated is None or checked.computed is None or checked.kind == "grim":
        return False
    half = rounder(stated)
    if checked.kind != "range":
        return checked.computed.meets(Interval.around(stated.value, half))
    low, high = checked.stated.low, checked.stated.high
    return checked.computed.within(Interval(None if low is None else low - half, None if high is None else high + half))


def rounder(stated: Stated) -> Fraction:
    """Half of the place of the last digit that is not 0, a tenth of the number at most ("20%" is not 25%); 100% is no round number."""
    if stated.unit == "percent" and stated.value == HUNDRED:
        return Fraction(1, 2)
    half = Fraction(1, 2) * Fraction(10) ** stated.significant
    return min(half, LITTLE * size(stated.value)) if stated.value else half
