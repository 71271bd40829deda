"""One calculation checked: what is computed of its parts beside what is stated, without a case.

import kg.audit
print(kg.audit.check("sum", ["36", "47", "30"], "160"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from kg.audit import series
from kg.audit.arguments import (
    UNITS,
    WORDED,
    Printed,
    convention,
    fits,
    flat_list,
    known_figures,
    precisions,
    read,
    readings_of,
    variants,
    weight,
)
from kg.audit.calculation import KINDS, Calculation
from kg.audit.checked import OUTCOMES, SERIES, Checked
from kg.audit.interval import Interval, Number, hull
from kg.audit.stated import Stated
from kg.grammar import LANGUAGES
from kg.problems import KgError

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
    flat = flat_list(kind, parts)
    fits(kind, parts, weights)
    if not isinstance(items, int) or items < 1:
        raise KgError(f"items are a whole number from 1, not {items!r}")
    places = precisions(decimals, len(flat))
    word = str(stated or series.EACH).strip().lower() if kind in WORDED else ""
    numbers = [read(1 if kind == "count" else one, language, place, truncated) for one, place in zip(flat, places, strict=False)]
    printed = tuple("" if one is None else one.printed if isinstance(one, Stated) else str(one) for one in (*flat, stated))
    result = read(stated, language, places[-1], truncated) if stated is not None and not word else None
    given = (tuple(map(weight, weights or ())), complete, items)
    make = partial(Checked, known=tuple(known_figures(known, language)), lang=lang, printed=printed)
    if missing := [place for place, found in enumerate(numbers) if not found]:
        return make(Calculation(kind, (), None), "not-checkable", reason=f"part:{missing[0] + 1}")
    if result == ():
        return make(Calculation(kind, (), None), "not-checkable", reason="stated")
    length = len(parts[0]) if kind == "co-movement" else 0
    found = [
        _settled(Calculation(kind, tuple(chosen[: len(flat)]), to, unit, sense, *given), word, length, make)
        for chosen in readings_of(numbers, result)
        for to, unit, sense in variants(kind, chosen[-1] if result else None, chosen[: len(flat)])
    ]
    if len(found) == 1:
        return found[0]
    best = min(found, key=lambda one: OUTCOMES.index(one.outcome))
    told = {convention(one.calculation): one.outcome for one in reversed(found)}
    return replace(best, readings=tuple(sorted(told.items()))) if len(set(told.values())) > 1 else best


def _settled(one: Calculation, word: str, length: int, make: _Make) -> Checked:
    if mixed := _mixed(one):
        return make(one, "not-comparable", reason=mixed)
    if one.kind in SERIES:
        return _series(one, word, length, make)
    kind = KINDS[one.kind]
    computed = kind.compute([part.interval for part in one.parts], one)
    if computed is None:
        return make(one, "not-checkable", reason="total" if one.kind == "grim" else "zero")
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
    units = {"percent" if part.unit in ("percent", "points") else part.unit in UNITS for part in one.parts}
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
        if word != series.EACH and not series.all_of_them(word):
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
