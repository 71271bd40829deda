"""One calculation checked: what is computed of its parts beside what is stated, without a case.

import kg.audit
print(kg.audit.check("sum", ["36", "47", "30"], "160"))
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from kg.audit import series
from kg.audit.calculation import KINDS, Calculation
from kg.audit.interval import Interval, Number, hull, plain
from kg.audit.series import Step
from kg.audit.stated import FARTHEST, Stated, parse
from kg.grammar import LANGUAGES
from kg.problems import KgError

if TYPE_CHECKING:
    from kg.audit.diagnosis import Hypothesis

Printed = str | int | float | Decimal | Fraction | Stated | None
#: Kinds that are compared step by step, and "same": values that should be one.
SERIES = ("comparison", "range", "trend", "co-movement", "same")
#: Outcomes, the best first: of several readings the best is told, with the others beside it.
OUTCOMES = ("consistent", "consistent-by-rounding", "incomplete", "inconsistent", "conflict", "not-comparable", "not-checkable")
#: Results that have a unit of their own, whatever the parts are.
_UNITS = ("percent", "points", "factor", "fraction")
#: Kinds whose stated result is a word.
_WORDED = ("comparison", "trend", "co-movement")
_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Checked:
    """What came out, in the reading that serves the statement best.

    `outcome` is one of `OUTCOMES`. `computed` and `stated` are in the unit of the result (percent for a percentage); of a
    range or a trend `computed` spans the values or the steps. `reason` says why there is no outcome: a key of the phrases
    `reason.…`. `remainder` is what an incomplete sum leaves. `readings` are the outcomes under the readings of a mark that
    can be a decimal or a thousands one. `known` are other figures, for the diagnosis: name, number. `tags` are the
    parts' periods, as files write them, and `names` words what `known` is called by, in a language.
    """

    calculation: Calculation
    outcome: str
    computed: Interval | None = None
    stated: Interval | None = None
    steps: tuple[Step, ...] = ()
    reason: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    known: tuple[tuple[str, Number], ...] = ()
    lang: str = "en"
    printed: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    names: Callable[[str, str], str] | None = field(default=None, repr=False, compare=False)

    @property
    def kind(self) -> str:
        return self.calculation.kind

    def named(self, name: str, lang: str) -> str:
        """What a known figure is called."""
        return self.names(name, lang) if self.names else name

    @property
    def remainder(self) -> Interval | None:
        if self.outcome != "incomplete" or self.computed is None or self.stated is None:
            return None
        return self.stated - self.computed

    @property
    def gap(self) -> Number:
        """How far what is computed is from what is stated, of steps the furthest; 0 where they meet."""
        if self.steps:
            return max((step.computed.gap(step.target) for step in self.steps), default=0)
        return self.computed.gap(self.stated) if self.computed and self.stated else 0

    @cached_property
    def diagnosis(self) -> tuple[Hypothesis, ...]:
        """The smallest changes that would mend an inconsistency, the smallest first; none where none is small."""
        from kg.audit import diagnosis

        return diagnosis.diagnose(self)

    @cached_property
    def severity(self) -> str:
        """`matters` or `wording`: whether the difference goes beyond how numbers are worded and rounded."""
        from kg.audit import severity

        return severity.of(self)

    def text(self, lang: str = "en") -> str:
        """One to three sentences."""
        from kg.audit import sentence

        return sentence.of(self, lang)

    def __str__(self) -> str:
        return self.text(self.lang)


#: Makes a result that knows what it was asked.
_Make = Callable[..., Checked]


def check(
    kind: str,
    parts: Sequence[Any],
    stated: Printed = None,
    *,
    decimals: Any = None,
    weights: Sequence[Number | float | Decimal | str] | None = None,
    language: str | None = None,
    truncated: bool = False,
    complete: bool = True,
    items: int = 1,
    known: Iterable[Any] = (),
    lang: str | None = None,
) -> Checked:
    """Hold a stated number against what follows from others.

    Args:
        kind: sum, difference, share, change, ratio, average, range, grim, comparison, count, trend, co-movement or same.
        parts: numbers as printed ("87%", "almost 60%", "33.30", "восемь") or as int, float, Decimal, Fraction. `share` takes
            [part, whole]; `change` [from, to]; `ratio` [one, other]; `difference` [from, less, …]; `comparison` [greater,
            lesser, …]; `grim` [total]; `co-movement` two lists; None is a missing one.
        stated: the result as printed. A size without a sign matches a rise and a fall. Of a `trend` rising, falling or
            monotone; of a `co-movement` opposite or together; of a `comparison` each (taken where nothing is stated) or together.
        decimals: declared precision as XBRL has it (-3 for thousands, `math.inf` for exact): one value for all, or one for
            each part and then the stated one. Without it counts are exact, and other numbers as precise as printed.
        weights: what each part of a sum or average counts for; -1 takes it away.
        language: of the numbers ("ru", "en-GB"): what a mark between digits is. Without it both are tried, and the
            outcome says so where they differ.
        truncated: numbers were cut off and not rounded (XBRL Calculations 1.1, truncation).
        complete: whether the parts of a sum are all there are; else what they leave makes it `incomplete`.
        items: how many whole-number items a mean of `grim` is taken over.
        known: other figures, as numbers or (name, number), to be tried where it does not come out.
        lang: language of the sentence, en or ru; without it that of the numbers.

    Raises:
        KgError: no such kind, or not as many parts, weights or decimals as it takes.

    >>> str(check("sum", ["27", "15"], "41", decimals=0).outcome), check("sum", ["27", "15"], "41").outcome
    ('consistent-by-rounding', 'inconsistent')
    >>> check("share", ["35", "38"], "93%").outcome
    'inconsistent'
    """
    lang = lang or ("ru" if (language or "").lower().startswith("ru") else "en")
    if lang not in LANGUAGES:
        raise KgError(f"sentences are in {' and '.join(LANGUAGES)}, not {lang!r}")
    if kind not in KINDS and kind not in SERIES:
        raise KgError(f"there is no kind of calculation '{kind}': {', '.join((*KINDS, *SERIES))}")
    flat = _flat(kind, parts)
    _fits(kind, parts, weights)
    if not isinstance(items, int) or items < 1:
        raise KgError(f"items are a whole number from 1, not {items!r}")
    places = _decimals(decimals, len(flat))
    word = str(stated or series.EACH).strip().lower() if kind in _WORDED else ""
    numbers = [_read(1 if kind == "count" else one, language, place, truncated) for one, place in zip(flat, places, strict=False)]
    printed = tuple("" if one is None else one.printed if isinstance(one, Stated) else str(one) for one in (*flat, stated))
    result = _read(stated, language, places[-1], truncated) if stated is not None and not word else None
    given = (tuple(map(_weight, weights or ())), complete, items)
    make = partial(Checked, known=tuple(_known(known, language)), lang=lang, printed=printed)
    if missing := [place for place, found in enumerate(numbers) if not found]:
        return make(Calculation(kind, (), None), "not-checkable", reason=f"part:{missing[0] + 1}")
    if result == ():
        return make(Calculation(kind, (), None), "not-checkable", reason="stated")
    length = len(parts[0]) if kind == "co-movement" else 0
    found = [
        _settled(Calculation(kind, tuple(chosen[: len(flat)]), to, unit, sense, *given), word, length, make)
        for chosen in _readings(numbers, result)
        for to, unit, sense in _variants(kind, chosen[-1] if result else None)
    ]
    if len(found) == 1:
        return found[0]
    best = min(found, key=lambda one: OUTCOMES.index(one.outcome))
    told = {_convention(one.calculation): one.outcome for one in reversed(found)}
    return replace(best, readings=tuple(sorted(told.items()))) if len(set(told.values())) > 1 else best


def _flat(kind: str, parts: Sequence[Any]) -> list[Printed]:
    if isinstance(parts, str | bytes) or not isinstance(parts, Sequence):
        raise KgError("parts are a list of numbers, as in ['27', '15']")
    if kind != "co-movement":
        return list(parts)
    if len(parts) != 2 or not all(isinstance(some, list | tuple) for some in parts) or len(parts[0]) != len(parts[1]) or len(parts[0]) < 2:
        raise KgError("a co-movement takes two lists of the same length, a value of each for two periods or more")
    return [one for some in parts for one in some]


def _fits(kind: str, parts: Sequence[Any], weights: Sequence[Any] | None) -> None:
    arity = KINDS[kind].arity if kind in KINDS else None
    least = 2 if kind in ("trend", "same", "comparison", "difference") else 1
    if arity is not None and len(parts) != arity:
        raise KgError(f"a {kind} takes {arity} part{'' if arity == 1 else 's'}, not {len(parts)}")
    if len(parts) < least and kind != "count":
        raise KgError(f"a {kind} takes at least {least} part{'' if least == 1 else 's'}")
    if weights is not None and len(weights) != len(parts):
        raise KgError(f"there are {len(weights)} weights for {len(parts)} parts: give one for each")
    if weights is not None and kind not in ("sum", "average"):
        raise KgError(f"a {kind} has no weights: a sum and an average have")


def _decimals(given: Any, number: int) -> list[int | float | None]:
    """One for each part and one for what is stated."""
    if given is None or not isinstance(given, list | tuple):
        return [_place(given)] * (number + 1)
    if len(given) != number + 1:
        raise KgError(f"there are {len(given)} decimals for {number} parts and what is stated: give one value, or {number + 1}")
    return [_place(one) for one in given]


def _place(given: Any) -> int | float | None:
    if isinstance(given, str):
        given = math.inf if given.strip().lower() == "inf" else given.strip().removeprefix("+")
        given = int(given) if isinstance(given, str) and given.removeprefix("-").isdecimal() else given
    if given is None or given == math.inf:
        return None if given is None else math.inf
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= FARTHEST and given == int(given):
        return int(given)
    raise KgError(f"decimals are whole numbers, or inf for exact ones, not {given!r}")


def _weight(given: Any) -> Number:
    """A weight, exactly: a float is the number that it prints."""
    try:
        return plain(Fraction(str(given) if isinstance(given, float) else given))
    except (TypeError, ValueError, OverflowError, ArithmeticError):
        raise KgError(f"weights are numbers, not {given!r}") from None


def _read(printed: Printed, language: str | None, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    if printed is None:
        return ()
    if isinstance(printed, Stated):
        return (_whole(printed),)
    if isinstance(printed, str):
        return _read_text(printed, language, decimals, truncated)
    return tuple(map(_whole, parse(printed, language, decimals, truncated=truncated)))


@lru_cache(maxsize=16384)
def _read_text(printed: str, language: str | None, decimals: int | float | None, truncated: bool) -> tuple[Stated, ...]:
    return tuple(map(_whole, parse(printed, language, decimals, truncated=truncated)))


def _whole(stated: Stated) -> Stated:
    return replace(stated, value=plain(stated.value), interval=stated.interval.whole(), exact=stated.exact.whole())


def _known(given: Iterable[Any], language: str | None) -> Iterable[tuple[str, Number]]:
    for one in given:
        name, number = one if isinstance(one, tuple) else (str(one), one)
        for found in _read(number, language, None, False)[:1]:
            yield str(name), found.value


def _readings(numbers: Sequence[tuple[Stated, ...]], result: tuple[Stated, ...] | None) -> list[list[Stated]]:
    """The numbers, read alike: what one of them shows of marks between digits holds for all."""
    every = [*numbers, result] if result else list(numbers)
    if all(len(one) == 1 for one in every):
        return [[one[0] for one in every]]
    shown = {one[0].convention for one in every if len(one) == 1 and one[0].convention}
    wanted = sorted(shown) if len(shown) == 1 else ["en", "ru"]
    chosen = [[next((r for r in one if r.convention == way), one[0]) for one in every] for way in wanted]
    # Readings that are no matter of marks; where one number shows which mark is meant, no other is.
    rest = [] if len(shown) == 1 else [list(some) for some in zip_longest(*every) if None not in some]
    return list({tuple(some): some for some in (*chosen, *rest)}.values())


def _convention(calculation: Calculation) -> str:
    numbers = [*calculation.parts, *([calculation.stated] if calculation.stated else [])]
    return next((one.convention for one in numbers if one.convention), "")


@lru_cache(maxsize=4096)
def _rounded(stated: Stated) -> Stated:
    """A whole number that is not counted but computed."""
    return replace(stated, interval=Interval.around(stated.value, _HALF), decimals=0)


def _variants(kind: str, stated: Stated | None) -> list[tuple[Stated | None, str, int]]:
    """What is stated, with the unit and the direction that it may have: a bare number beside a share may be a percentage."""
    if stated is None:
        return [(None, "percent" if kind == "change" else "", 0)]
    known = KINDS.get(kind)
    if known and known.rounded and stated.unit == "count" and not stated.hedge and stated.decimals == math.inf:
        stated = _rounded(stated)
    sense = -1 if stated.direction == "down" else 1 if stated.direction == "up" else 0
    unit = stated.unit if stated.unit in _UNITS else ""
    if kind == "share" and unit == "":
        return [(stated, "percent" if stated.value > 1 else "", sense)]
    if kind == "change" and unit == "":
        return [(stated, "", sense), (stated, "percent", sense)]
    if kind == "change" and unit == "fraction":
        interval, exact = stated.interval.scaled(100), stated.exact.scaled(100)
        return [(replace(stated, unit="percent", value=stated.value * 100, interval=interval, exact=exact), "percent", sense)]
    return [(stated, unit, sense)]


def _settled(one: Calculation, word: str, length: int, make: _Make) -> Checked:
    if mixed := _mixed(one):
        return make(one, "not-comparable", reason=mixed)
    if one.kind in SERIES:
        return _series(one, word, length, make)
    kind = KINDS[one.kind]
    computed = kind.compute([part.interval for part in one.parts], one)
    if computed is None:
        return make(one, "not-checkable", reason="zero")
    if one.stated is None:
        return make(one, "not-checkable", computed, reason="nothing-stated")
    target, exact_target = one.stated.interval, one.stated.exact
    computed = oriented(computed, one)
    exact = kind.compute([part.exact for part in one.parts], one)
    return _held(make, one, computed, target, exact and oriented(exact, one), exact_target)


def oriented(computed: Interval, one: Calculation) -> Interval:
    """A difference or change with the sign of what is stated, where that has none of its own."""
    if one.kind not in ("difference", "change") or one.unit == "factor" or one.stated is None:
        return computed
    if one.stated.value < 0:
        return computed
    if one.kind == "change" and one.sense:
        return computed if one.sense > 0 else -computed
    middle = computed.middle
    return -computed if middle is not None and middle < 0 else computed


def _held(make: _Make, one: Calculation, computed: Interval, target: Interval, exact: Interval | None, exact_target: Interval) -> Checked:
    if computed.meets(target):
        outcome = "consistent" if exact is not None and exact.meets(exact_target) else "consistent-by-rounding"
    elif not one.complete and computed.below(target):
        outcome = "incomplete"
    else:
        outcome = "inconsistent"
    return make(one, outcome, computed, target)


def _mixed(one: Calculation) -> str:
    """Percentages beside counts, where a kind takes only numbers of one unit."""
    units = {"percent" if part.unit in ("percent", "points") else part.unit in _UNITS for part in one.parts}
    if len(units) > 1 and one.kind not in ("count", "grim"):
        return "units"
    shares = units == {"percent"}
    if one.kind in ("sum", "difference", "average", "range", "same") and one.stated is not None and len(one.parts) > 0:
        return "units" if shares != (one.unit in ("percent", "points")) and (shares or one.unit in ("percent", "points")) else ""
    return "units" if one.unit == "points" and one.kind == "change" and True in units else ""


def _series(one: Calculation, word: str, length: int, make: _Make) -> Checked:
    if one.kind == "same":
        return _same(one, make)
    if one.kind == "range":
        if one.stated is None:
            return make(one, "not-checkable", reason="nothing-stated")
        steps, target = series.within(one.parts, one.stated), one.stated.interval
    elif one.kind == "trend":
        if word not in series.TRENDS and word not in series.MONOTONE:
            raise KgError(f"a trend is said to be {', '.join((*series.TRENDS, *series.MONOTONE))}, not '{word}'")
        steps = series.trend(one.parts, word)
        target = steps[0].target
    elif one.kind == "comparison":
        if word not in (series.EACH, series.TOGETHER):
            raise KgError(f"a value is compared with {series.EACH} of the others, or with all {series.TOGETHER}, not '{word}'")
        steps = series.compared(one.parts, word)
        target = steps[0].target
    else:
        if word not in (series.OPPOSITE, series.TOGETHER):
            raise KgError(f"two series move {series.OPPOSITE} or {series.TOGETHER}, not '{word}'")
        steps = series.together(one.parts[:length], one.parts[length:], word)
        target = steps[0].target
    computed = hull([step.computed for step in steps])
    if not all(step.holds for step in steps):
        return make(one, "inconsistent", computed, target, steps)
    return make(one, "consistent" if all(step.exact for step in steps) else "consistent-by-rounding", computed, target, steps)


def _same(one: Calculation, make: _Make) -> Checked:
    numbers = [*one.parts, *([one.stated] if one.stated else [])]
    shared = series.common([number.interval for number in numbers])
    if shared is None:
        return make(one, "conflict", hull([number.interval for number in numbers]))
    exact = series.common([number.exact for number in numbers])
    return make(one, "consistent-by-rounding" if exact is None else "consistent", shared, shared)
