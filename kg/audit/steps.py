"""Relations that hold or break step by step, in a sentence each: ranges, trends, two series, comparisons, the same figure twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.audit.interval import Interval
from kg.audit.phrases import say
from kg.audit.series import UP, Step
from kg.audit.shown import ends, listed, number, printed, short, span, values_of
from kg.audit.stated import Stated
from kg.grammar import count

if TYPE_CHECKING:
    from kg.audit.checked import Checked

#: Of how many values: in Russian the genitive.
_VALUES = {"en": ("value", "values"), "ru": ("значения", "значений", "значений")}


def in_range(checked: Checked, lang: str) -> str:
    """Values between two ends."""
    stated = printed(checked.calculation.stated, lang) if checked.calculation.stated else ""
    if checked.outcome != "inconsistent":
        low, high = ends(checked.computed, lang)
        return say("range.holds", lang, low=low, high=high, stated=stated)
    values = values_of(checked, lang)
    broken = [values[step.places[0]] for step in checked.steps if not step.holds]
    lie = say("lie" if len(broken) > 1 else "lies", lang, values=listed(broken))
    return say(
        "range.breaks", lang, values=count(len(checked.steps), _VALUES, lang), broken=lie, stated=stated, gap=number(checked.gap, lang)
    )


def trend(checked: Checked, lang: str) -> str:
    """A series that rises or falls."""
    parts = checked.calculation.parts
    values = values_of(checked, lang)
    does = say("rises" if checked.steps[0].target == UP else "falls", lang)
    if checked.outcome != "inconsistent":
        return say("trend.holds", lang, does=does, series=" → ".join(short(values)))
    broken = [step for step in checked.steps if not step.holds]
    whole = parts[-1].interval - parts[0].interval
    holds = say("ends.hold" if whole.meets(checked.steps[0].target) else "ends.break", lang)
    return say(
        "trend.breaks",
        lang,
        broken=str(len(broken)),
        count=str(len(checked.steps)),
        steps=listed(_arrow(values, step) for step in broken),
        ends=f"{values[0]} → {values[-1]}",
        ends_hold=holds,
    )


def together(checked: Checked, lang: str) -> str:
    """Two series side by side."""
    parts = checked.calculation.parts
    half = len(parts) // 2
    values = values_of(checked, lang)
    one, other = values[:half], values[half:]

    def pair(step: Step) -> str:
        return say("co.pair", lang, one=_arrow(one, step), other=_arrow(other, step))

    broken = [step for step in checked.steps if not step.holds]
    number_of = str(len(checked.steps))
    if not broken:
        key = "co.holds.one" if len(checked.steps) == 1 else "co.holds"
        return say(key, lang, count=number_of, pairs=listed(map(pair, checked.steps)))
    if len(broken) == len(checked.steps):
        return say("co.breaks.all", lang, count=number_of, steps=listed(map(pair, broken)))
    rises = [step for step in checked.steps if step.holds and _moves_up(checked.calculation.parts, step)]
    falls = len(checked.steps) - len(broken) - len(rises)
    return say(
        "co.breaks",
        lang,
        broken=str(len(broken)),
        count=number_of,
        steps=listed(map(pair, broken)),
        rises=str(len(rises)),
        rest=say("co.falls", lang, falls=str(falls)) if falls else "",
    )


def _moves_up(parts: Sequence[Stated], step: Step) -> bool:
    """Whether the first of two series rises at a step."""
    start, end = step.places
    return parts[end].value > parts[start].value


def compared(checked: Checked, lang: str) -> str:
    """One value above others."""
    first, *others = values_of(checked, lang)
    if len(checked.steps) == 1 and len(others) > 1:
        total = sum((part.interval for part in checked.calculation.parts[1:]), Interval(0, 0))
        lesser = say("together", lang, values=" + ".join(short(others)), sum=span(total, lang, ""))
    else:
        told = [other for other, step in zip(others, checked.steps, strict=True) if step.holds == (checked.outcome != "inconsistent")]
        lesser = listed(told)
    return say("compared.breaks" if checked.outcome == "inconsistent" else "compared.holds", lang, greater=first, lesser=lesser)


def same(checked: Checked, lang: str) -> str:
    """Values that are given for the same."""
    numbers = [*checked.calculation.parts, *([checked.calculation.stated] if checked.calculation.stated else [])]
    key = {"conflict": "same.breaks", "consistent": "same.holds"}.get(checked.outcome, "same.rounded")
    values = [printed(one, lang) for one in numbers]
    if len(checked.tags) == len(values):  # the documents that they are from
        values = [f"{value} ({checked.named(tag, lang)})" for value, tag in zip(values, checked.tags, strict=True)]
    return say(key, lang, values=listed(dict.fromkeys(values)))


def _arrow(values: Sequence[str], step: Step) -> str:
    return f"{values[step.places[0]]} → {values[step.places[1]]}"
