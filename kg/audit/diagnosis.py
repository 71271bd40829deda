"""What would mend a calculation that does not come out: the smallest single changes, found by search.

For every number in it the values are worked out that would make it come out, all else as it is (`Kind.solve`); then the numbers
that a small slip would have made of it are looked for among these: two digits exchanged, a part counted twice, another known
figure. What is found is arithmetic and no explanation. Beside each stands how many candidates of its kind were tried, and how
many of them would have fitted by chance alone: candidates whose change is at most twice the gap, spread evenly over that range,
fall into the gap's window with the probability (window + one unit of the last place) / (four gaps + that unit). Where chance alone
would give one or more, nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS, Calculation
from kg.audit.interval import Interval, Number, plain, size
from kg.audit.series import common
from kg.audit.stated import Stated

if TYPE_CHECKING:
    from kg.audit.checked import Checked

#: Kind of change → how much it changes: what is ranked by first. Readings change no number.
COST = {
    "rounding": 0, "points": 0, "direction": 1, "base-exchanged": 1, "complement": 1,
    "counted-twice": 2, "left-out": 2, "sign": 2, "digits-swapped": 3, "scale": 3, "other-figure": 4, "another-base": 4, "unlisted": 6,
}  # fmt: skip
#: More than these are not told.
MOST = 5
#: Numbers beyond these are not looked at: a sum of 2,000 parts is diagnosed by its first 400.
_PARTS, _KNOWN = 400, 200
_ONE = Fraction(1)
_POWERS = (*(Fraction(1, 10**power) for power in (6, 3, 2, 1)), *(Fraction(10**power) for power in (1, 2, 3, 6)))
_ROUGH = tuple(map(float, _POWERS))
#: Beyond every number that is printed: the end of a window that has none.
_FAR = 10**400
#: Kinds whose numbers are looked at one by one.
_SEARCHED = frozenset({"sum", "difference", "average", "share", "change", "ratio", "grim", "same"})
#: The place of what is stated, among the places of the parts.
RESULT = -1


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A change and its arithmetic: of the number at `place` (`RESULT`: the stated one) from `old` to `new`, with the `name` of
    the other figure where there is one. `tried` candidates of its kind, of which chance alone would make `expected` fit.
    """

    kind: str
    place: int
    old: Number
    new: Number
    tried: int
    expected: Fraction
    name: str = ""
    result: Interval | None = None

    def text(self, checked: Checked, lang: str = "en") -> str:
        """A clause: "if 47 is counted twice, 36 + 47 + 30 + 47 = 160"."""
        from kg.audit import sentence

        return sentence.hypothesis(checked, self, lang)


#: A number that a slip would have made of another, in units of the last printed place, and the name of the figure that it is.
_Candidate = tuple["Number", str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A number of the calculation and the values of it that would mend all: whole numbers of its last printed place.

    `unit` is that place (1/10 for "33.3"), `number` and the ends `low` and `high` are counted in it, `gap` says how far the
    number is from them.
    """

    at: int
    stated: Stated
    unit: Fraction
    number: Number
    low: int
    high: int
    window: Interval

    def fits(self, value: Number) -> bool:
        """Whether a number, counted in units, is one of these values."""
        return self.low <= value <= self.high if isinstance(value, int) else value * self.unit in self.window

    @property
    def gap(self) -> Number:
        return max(self.low - self.number, self.number - self.high, 0)


#: Tells what to try of a number.
_Family = Callable[["_Search", _Place], Sequence[_Candidate]]


class _Search:
    """One calculation that does not come out: its numbers, and for each the values that would mend it."""

    def __init__(self, checked: Checked) -> None:
        self.one, self.known = checked.calculation, checked.known[:_KNOWN]
        self.computed, self.target = checked.computed, checked.stated
        self._intervals = [part.interval for part in self.one.parts]
        self.linear = self.one.kind in ("sum", "difference", "average")
        self._shift = self._target() - self.computed if self.linear and self.computed and self.target else None
        self.used = {part.value for part in self.one.parts}
        self.total = sum(part.value for part in self.one.parts)
        numbers = [*enumerate(self.one.parts[:_PARTS]), *([(RESULT, self.one.stated)] if self.one.stated else [])]
        self.places = [place for at, number in numbers if (place := self._place(at, number))]

    def _target(self) -> Interval:
        """The target in the sign in which the parts compute it."""
        assert self.target is not None
        assert self.computed is not None
        if self.one.kind not in ("difference", "change"):
            return self.target
        raw = KINDS[self.one.kind].compute(self._intervals, self.one)
        return -self.target if raw == -self.computed and raw != self.computed else self.target

    def _place(self, at: int, number: Stated) -> _Place | None:
        window = self._solve(at)
        if window is None:
            return None
        unit = _unit(number)
        low, high = (
            _whole(window.low, unit, window.low_open),
            -_whole(None if window.high is None else -window.high, unit, window.high_open),
        )
        counted = number.value if unit is _ONE else plain(number.value / unit)
        return _Place(at, number, unit, counted, low, high, window)

    def _solve(self, place: int) -> Interval | None:
        """The values of the number at a place that would make it come out."""
        if place == RESULT:
            # A stated number that is another one is rounded and hedged as it is.
            stated = self.one.stated
            return self.computed + (Interval.point(stated.value) - stated.interval) if stated and self.computed else None
        if self.one.kind == "same":
            return common([part for at, part in enumerate(self._intervals) if at != place])
        if self._shift is None:
            return KINDS[self.one.kind].solve(self._intervals, place, self._target(), self.one)
        # Solving each part anew would take the square of the time; where the part is an interval the shift has its width already.
        weight, shift, value = self.weight(place), self._shift, self.one.parts[place].value
        if self.one.kind == "average":
            shift = shift.scaled(sum(self.one.weights) or len(self.one.parts))
        if not weight:
            return None
        return (shift if weight == 1 else shift.scaled(Fraction(1) / weight)) + Interval.point(value)

    def weight(self, place: int) -> Number:
        if self.one.kind == "difference":
            return 1 if place == 0 else -1
        return self.one.weights[place] if self.one.weights else 1

    def family(self, kind: str, make: _Family) -> Iterator[Hypothesis]:
        """The candidates of a kind that mend it, with the number tried and expected."""
        every = [(place, make(self, place)) for place in self.places]
        hits = [(place, value, name) for place, tried in every for value, name in tried if place.fits(value)]
        if not hits:
            return
        tried = sum(len(candidates) for _, candidates in every)
        expected = sum((_chance(place, candidates) for place, candidates in every if candidates), Fraction(0))
        for place, value, name in hits:
            new = plain(value * place.unit)
            yield Hypothesis(kind, place.at, place.stated.value, new, tried, expected, name, self._result(place.at, new))

    def scales(self) -> Iterator[Hypothesis]:
        """A number ten, a hundred, a thousand or a million times as large or small. Only powers near what is needed are worked out."""
        hits, expected = [], Fraction(0)
        for place in self.places:
            low, high, number = place.window.low, place.window.high, place.stated.value
            if low is None or high is None or not number:
                continue  # a bound is met by any large number
            powers = _near(low, high, number)
            hits += [(place, plain(number * power)) for power in powers if self._scaled(place, power)]
            near = sum(size(number * (power - 1)) <= 2 * place.gap * place.unit for power in _POWERS) if hits else 0
            expected += _likely(place, near)
        for place, new in hits:
            yield Hypothesis(
                "scale", place.at, place.stated.value, new, len(self.places) * len(_POWERS), expected, "", self._result(place.at, new)
            )

    def _scaled(self, place: _Place, power: Fraction) -> bool:
        """A stated number of another scale is as precise in that."""
        if place.at == RESULT and self.computed and place.stated.interval.scaled(power).meets(self.computed):
            return True
        return place.stated.value * power in place.window

    def _result(self, at: int, new: Number) -> Interval | None:
        """What is computed once a part is another."""
        if at == RESULT or self.one.kind == "same":
            return self.computed
        changed = [Interval.point(new) if place == at else part for place, part in enumerate(self._intervals)]
        return KINDS[self.one.kind].compute(changed, self.one)


def diagnose(checked: Checked) -> tuple[Hypothesis, ...]:
    """The smallest changes that would mend it, ranked by how little they change, then by how unlikely chance is; none where none
    is small. Takes time in proportion to the parts, the known figures and their product at most."""
    if checked.outcome not in ("inconsistent", "conflict"):
        return ()
    found = [*_readings(checked)]
    if checked.computed is not None and checked.kind in _SEARCHED:
        search = _Search(checked)
        for kind, make in _FAMILIES:
            found += search.family(kind, make)
        found += search.scales()
    ranked = sorted((one for one in found if one.expected < 1), key=lambda one: (COST[one.kind], one.expected, one.place, one.new))
    unlisted = _unlisted(checked) if ranked else ()
    return (*ranked[: MOST - len(unlisted)], *unlisted)


def _chance(place: _Place, candidates: Sequence[_Candidate]) -> Fraction:
    """How many of the candidates would lie in the window by chance (see above), in units of the last place."""
    gap = place.gap
    return _likely(place, sum(size(value - place.number) <= 2 * gap for value, _ in candidates) if gap else 0)


def _near(low: Number, high: Number, number: Number) -> list[Fraction]:
    """The powers that may bring a number between two others: in floats, and generously, for whether they do is worked out."""
    try:
        one, other = float(low) / float(number), float(high) / float(number)
    except OverflowError:
        return list(_POWERS)
    return [power for power, rough in zip(_POWERS, _ROUGH, strict=True) if min(one, other) <= 2 * rough and rough <= 2 * max(one, other)]


def _likely(place: _Place, near: int) -> Fraction:
    """The same of so many candidates that change it by at most twice the gap."""
    gap = place.gap
    if not gap or not near:
        return Fraction(0)
    width = min(place.high - place.low + 1, 4 * gap + 1)
    return Fraction(near) * width / (4 * gap + 1)


def _whole(end: Number | None, unit: Fraction, is_open: bool) -> int:
    """The least whole number of units from a low end on."""
    if end is None:
        return -_FAR
    if unit is _ONE and isinstance(end, int):
        return end + 1 if is_open else end
    counted = end / unit
    least = math.ceil(counted)
    return least + 1 if is_open and least == counted else least


def _unit(number: Stated) -> Fraction:
    """The last printed place."""
    if number.decimals is None or number.decimals == float("inf"):
        return _ONE
    return _places(int(number.decimals))


@cache
def _places(decimals: int) -> Fraction:
    return Fraction(10) ** -decimals


# --- readings: no number changes --------------------------------------------------------------------------------------


def _readings(checked: Checked) -> Iterator[Hypothesis]:
    one, stated = checked.calculation, checked.calculation.stated
    if stated is None or checked.stated is None:
        return
    from kg.audit import severity

    if severity.fits_rounded(checked) and not (one.kind != "range" and stated.hedge):
        yield _reading("rounding", stated, checked.computed)
    elif (truncated := _truncated(checked)) is not None:
        yield _reading("rounding", stated, truncated, "truncated")
    signed = (one.kind == "change" and one.sense) or (one.kind == "difference" and stated.value < 0)
    if signed and one.unit != "factor" and checked.computed and (-checked.computed).meets(checked.stated):
        yield _reading("direction", stated, -checked.computed)
    for kind, other in _otherwise(one):
        made = KINDS[other.kind].compute([part.interval for part in other.parts], other)
        if made is not None and _sized(made, other, checked.stated):
            yield _reading(kind, stated, made)


def _reading(kind: str, stated: Stated, result: Interval | None, name: str = "") -> Hypothesis:
    return Hypothesis(kind, RESULT, stated.value, stated.value, 1, Fraction(0), name, result)


def _truncated(checked: Checked) -> Interval | None:
    """What is computed, if what is stated is that with its further digits cut off."""
    stated = checked.calculation.stated
    if stated is None or stated.hedge or not checked.computed or stated.unit not in ("percent", "factor", "measure", "points"):
        return None
    cut = Interval(stated.value, stated.value + _unit(stated), high_open=True) if stated.value >= 0 else checked.computed
    return checked.computed if stated.value >= 0 and checked.computed.meets(cut) else None


def _otherwise(one: Calculation) -> Iterator[tuple[str, Calculation]]:
    """The same numbers, related otherwise."""
    parts = one.parts
    if one.kind == "change" and one.unit == "percent":
        if all(part.unit == "percent" for part in parts):
            yield "points", replace(one, unit="points")
        yield "base-exchanged", replace(one, parts=(parts[1], parts[0]), sense=-one.sense)
    if one.kind == "change" and one.unit == "points":
        yield "points", replace(one, unit="percent")
    if one.kind == "change" and one.unit == "factor" and one.sense:
        yield "direction", replace(one, sense=-one.sense)
    if one.kind == "share":
        rest = replace(parts[1], interval=parts[1].interval - parts[0].interval)
        yield "complement", replace(one, parts=(rest, parts[1]))
        yield "direction", replace(one, parts=(parts[1], parts[0]))


def _sized(made: Interval, one: Calculation, target: Interval) -> bool:
    from kg.audit.checked import oriented

    return oriented(made, one).meets(target)


# --- changes of one number --------------------------------------------------------------------------------------------


def _part_of_sum(search: _Search, place: _Place) -> bool:
    return place.at != RESULT and search.one.kind in ("sum", "average") and place.number != 0


def _twice(search: _Search, place: _Place) -> Sequence[_Candidate]:
    """The part counted once more."""
    return ((2 * place.number, ""),) if _part_of_sum(search, place) else ()


def _left_out(search: _Search, place: _Place) -> Sequence[_Candidate]:
    """The part not in the stated total."""
    parts = search.one.parts
    if not _part_of_sum(search, place) or len(parts) < 2:
        return ()
    if search.one.kind == "average" and not search.one.weights:  # the mean of the others, or the total without it over all
        others = search.total - place.stated.value
        return ((plain(Fraction(others) / (len(parts) - 1) / place.unit), ""), (0, ""))
    return ((0, ""),)


def _sign(search: _Search, place: _Place) -> Sequence[_Candidate]:
    """The part taken away instead of added, or the other way round."""
    return ((-place.number, ""),) if _part_of_sum(search, place) and search.one.kind == "sum" else ()


def _swapped(_: _Search, place: _Place) -> Sequence[_Candidate]:
    """Two neighbouring digits exchanged."""
    return [(value, "") for value in swaps(place.number)] if isinstance(place.number, int) else ()


def swaps(number: int) -> list[int]:
    """A whole number with each two neighbouring digits exchanged that differ; none that would begin with 0.

    >>> swaps(920), swaps(-105), swaps(7)
    ([290, 902], [-150], [])
    """
    sign, left, place, made = (-1 if number < 0 else 1), abs(number), 1, []
    while left >= 10:
        left, last = divmod(left, 10)
        before = left % 10
        if before != last and (last or left >= 10):
            made.append(number + sign * 9 * place * (last - before))
        place *= 10
    return made[::-1]


def _other(search: _Search, place: _Place) -> Sequence[_Candidate]:
    """Another known figure in its place."""
    return () if place.at in (RESULT, _base(search.one)) or search.one.kind == "same" else _known(search, place)


def _another_base(search: _Search, place: _Place) -> Sequence[_Candidate]:
    """Another known figure as what a percentage is of, or the whole with or without the part."""
    one = search.one
    if place.at == RESULT or place.at != _base(one):
        return ()
    known = _known(search, place)
    if one.kind == "share":
        part, whole = one.parts[0].value / place.unit, place.number
        known += [(value, name) for name, value in (("rest", whole - part), ("both", whole + part)) if value > 0]
    return known


def _known(search: _Search, place: _Place) -> list[_Candidate]:
    return [(value / place.unit, name) for name, value in search.known if value not in search.used]


def _base(one: Calculation) -> int | None:
    """The place of what a percentage is of."""
    return {"share": 1, "change": 0}.get(one.kind)


_FAMILIES: tuple[tuple[str, _Family], ...] = (
    ("counted-twice", _twice),
    ("left-out", _left_out),
    ("sign", _sign),
    ("digits-swapped", _swapped),
    ("other-figure", _other),
    ("another-base", _another_base),
)


def _unlisted(checked: Checked) -> tuple[Hypothesis, ...]:
    """Beside another hypothesis on a sum that is too small: something that is not listed would do as well."""
    if checked.kind != "sum" or not checked.computed or not checked.stated or not checked.computed.below(checked.stated):
        return ()
    stated = checked.calculation.stated
    missing = (checked.stated - checked.computed).middle
    if stated is None or missing is None:
        return ()
    return (Hypothesis("unlisted", RESULT, stated.value, missing, 1, Fraction(0), "", checked.stated),)
