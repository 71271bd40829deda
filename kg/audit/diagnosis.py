"""What would mend a calculation that does not come out: the smallest single changes, found by search.

For every number in it the values are worked out that would make it come out, all else as it is (`Kind.solve`); then the numbers
that a small slip would have made of it are looked for among these: two digits exchanged, a part counted twice, another known
figure. What is found is arithmetic and no explanation. Beside each stands how many candidates of its kind were tried, and how
many of them would have fitted by chance alone: candidates whose change is at most twice the gap, spread evenly over that range,
fall into the gap's window with the probability (window + one unit of the last place) / (four gaps + that unit). Where chance alone
would give one or more, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.calculation import KINDS, Calculation
from kg.audit.interval import Interval, Number
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
_POWERS = (-6, -3, -2, -1, 1, 2, 3, 6)
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


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    value: Number
    name: str = ""


#: Tells what to try of a number at a place.
_Family = Callable[["_Search", int, Stated], Iterable[_Candidate]]


class _Search:
    """One calculation that does not come out: its numbers, and for each the values that would mend it."""

    def __init__(self, checked: Checked) -> None:
        self.one, self.known = checked.calculation, checked.known[:_KNOWN]
        self.numbers: list[tuple[int, Stated]] = [*enumerate(self.one.parts[:_PARTS])]
        self.computed, self.target = checked.computed, checked.stated
        self._intervals = [part.interval for part in self.one.parts]
        self._mends: dict[int, Interval | None] = {}
        self.linear = self.one.kind in ("sum", "difference", "average")
        if self.linear and self.computed and self.target:  # all at once: solving each anew would take the square of the time
            self._shift = self._target() - self.computed
        if self.one.stated is not None:
            self.numbers.append((RESULT, self.one.stated))

    def _target(self) -> Interval:
        """The target in the sign in which the parts compute it."""
        assert self.target is not None
        assert self.computed is not None
        raw = KINDS[self.one.kind].compute(self._intervals, self.one)
        return -self.target if raw == -self.computed and raw != self.computed else self.target

    def mends(self, place: int) -> Interval | None:
        """The values of the number at a place that would make it come out."""
        if place not in self._mends:
            self._mends[place] = self._solve(place)
        return self._mends[place]

    def _solve(self, place: int) -> Interval | None:
        if self.target is None or self.computed is None:
            return None
        if place == RESULT:
            return self.computed
        if self.linear:
            weight = self.weight(place)
            shift = self._shift
            if self.one.kind == "average":
                shift = shift.scaled(sum(self.one.weights or (1,) * len(self.one.parts)))
            # Where the part is an interval the shift has its width already; from its middle is enough.
            middle = self.one.parts[place].value
            return shift.scaled(Fraction(1) / weight) + Interval.point(middle) if weight else None
        return KINDS[self.one.kind].solve(self._intervals, place, self._target(), self.one)

    def weight(self, place: int) -> Number:
        if self.one.kind == "difference":
            return 1 if place == 0 else -1
        return self.one.weights[place] if self.one.weights else 1

    def family(self, kind: str, make: _Family) -> Iterator[Hypothesis]:
        """The candidates of a kind that mend it, with the number tried and expected."""
        tried, expected, found = 0, Fraction(0), []
        for place, number in self.numbers:
            window = self.mends(place)
            if window is None:
                continue
            candidates = list(make(self, place, number))
            tried += len(candidates)
            hits = [one for one in candidates if one.value in window]
            expected += _chance([one.value for one in candidates], number, window)
            found += [(one, number.value) for one in hits]
        for one, old in found:
            yield Hypothesis(kind, one.place, old, one.value, tried, expected, one.name, self._result(one))

    def _result(self, one: _Candidate) -> Interval | None:
        """What is computed once a part is another."""
        if one.place == RESULT:
            return self.computed
        changed = [Interval.point(one.value) if place == one.place else part for place, part in enumerate(self._intervals)]
        return KINDS[self.one.kind].compute(changed, self.one)


def diagnose(checked: Checked) -> tuple[Hypothesis, ...]:
    """The smallest changes that would mend it, ranked by how little they change, then by how unlikely chance is; none where none
    is small. Takes time in proportion to the parts, the known figures and their product at most."""
    if checked.outcome != "inconsistent":
        return ()
    found = [*_readings(checked)]
    if checked.kind in KINDS and checked.computed is not None and checked.kind != "count":
        search = _Search(checked)
        for kind, make in _FAMILIES:
            found += search.family(kind, make)
    ranked = sorted((one for one in found if one.expected < 1), key=lambda one: (COST[one.kind], one.expected, one.place, one.new))
    unlisted = _unlisted(checked) if ranked else ()
    return (*ranked[: MOST - len(unlisted)], *unlisted)


def _chance(values: Sequence[Number], number: Stated, window: Interval) -> Fraction:
    """How many of the candidates would lie in the window by chance (see above)."""
    gap = Interval.point(number.value).gap(window)
    if not values or not gap or window.low is None or window.high is None:
        return Fraction(0)
    unit = _unit(number)
    near = sum(abs(value - number.value) <= 2 * gap for value in values)
    return near * Fraction(min(window.high - window.low + unit, 4 * gap + unit)) / (4 * gap + unit)


def _unit(number: Stated) -> Fraction:
    """The last printed place."""
    if number.decimals is None or number.decimals == float("inf"):
        return Fraction(1)
    return Fraction(10) ** -int(number.decimals)


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
        if one.sense:
            yield "direction", replace(one, sense=-one.sense)
    if one.kind == "change" and one.unit == "points":
        yield "points", replace(one, unit="percent")
    if one.kind == "change" and one.unit == "factor" and one.sense:
        yield "direction", replace(one, sense=-one.sense)
    if one.kind == "share":
        rest = replace(parts[1], interval=parts[1].interval - parts[0].interval)
        yield "complement", replace(one, parts=(rest, parts[1]))
        yield "direction", replace(one, parts=(parts[1], parts[0]))
    if one.kind == "difference" and one.stated is not None and one.stated.value < 0:
        yield "direction", replace(one, parts=(parts[1], parts[0])) if len(parts) == 2 else one


def _sized(made: Interval, one: Calculation, target: Interval) -> bool:
    from kg.audit.checked import oriented

    return oriented(made, one).meets(target)


# --- changes of one number --------------------------------------------------------------------------------------------


def _twice(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """The part counted once more."""
    return [_Candidate(place, 2 * number.value)] if place != RESULT and search.one.kind == "sum" and number.value else []


def _left_out(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """The part not in the stated total."""
    several = len(search.one.parts) > 1
    return [_Candidate(place, 0)] if place != RESULT and search.one.kind == "sum" and several and number.value else []


def _sign(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """The part taken away instead of added, or the other way round."""
    return [_Candidate(place, -number.value)] if place != RESULT and search.one.kind == "sum" and number.value else []


def _swapped(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """Two neighbouring digits exchanged.

    >>> [str(value) for value in swaps(Fraction(920), 0)]
    ['290', '902']
    """
    return [_Candidate(place, value) for value in swaps(number.value, _shown(number))]


def _shown(number: Stated) -> int:
    """How many decimals are printed, negative for thousands."""
    return 0 if number.decimals is None or number.decimals == float("inf") else int(number.decimals)


def swaps(value: Number, decimals: int) -> list[Fraction]:
    """A number with each two neighbouring digits exchanged that differ, at so many printed decimals."""
    shifted = abs(Fraction(value)) * Fraction(10) ** decimals
    if shifted.denominator != 1:
        return []
    digits, sign = str(shifted.numerator).rjust(max(decimals, 0) + 1, "0"), -1 if value < 0 else 1
    made = []
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and not (at == 0 and digits[1] == "0"):
            made.append(sign * Fraction(int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])) / Fraction(10) ** decimals)
    return made


def _scale(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """Ten, a hundred, a thousand or a million times as large or small."""
    return [_Candidate(place, number.value * Fraction(10) ** power) for power in _POWERS] if number.value else []


def _other(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """Another known figure in its place; of a sum also a known figure beside the parts."""
    if place == RESULT or (search.one.kind in ("share", "change") and place == _base(search.one)):
        return []
    used = {part.value for part in search.one.parts}
    return [_Candidate(place, value, name) for name, value in search.known if value not in used]


def _another_base(search: _Search, place: int, number: Stated) -> Iterable[_Candidate]:
    """Another known figure as what a percentage is of, or the whole with or without the part."""
    one = search.one
    if one.kind not in ("share", "change") or place != _base(one):
        return []
    used = {part.value for part in one.parts}
    known = [_Candidate(place, value, name) for name, value in search.known if value not in used]
    if one.kind == "share":
        part = one.parts[0].value
        known += [
            _Candidate(place, value, name) for name, value in (("rest", number.value - part), ("both", number.value + part)) if value > 0
        ]
    return known


def _base(one: Calculation) -> int:
    return 1 if one.kind == "share" else 0


_FAMILIES: tuple[tuple[str, _Family], ...] = (
    ("counted-twice", _twice),
    ("left-out", _left_out),
    ("sign", _sign),
    ("digits-swapped", _swapped),
    ("scale", _scale),
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
