"""Figures and calculations in a sentence each."""

from __future__ import annotations

from kg.explain.facts import Facts
from kg.explain.places import quote, ranges, source, where
from kg.names import KG, OPERANDS

METRIC = ("counts", "population", "place")


def figure(facts: Facts, observation: str, *, named: bool = True) -> list[str]:
    """What is counted, when, the value as printed; wording, source and place."""
    metric = next(iter(facts.subjects(observation, "kg:observation")), "")
    worded = facts.text(observation, "kg:worded")
    sources = facts.values(observation, "kg:source")
    beside = {
        "unit": facts.value(metric, "kg:unit") if named else "",
        "worded": facts.quoted(worded) if worded else "",
        "source": facts.names(sources),
    }
    listed = "; ".join(facts.say(f"figure.{key}", **{key: value}) for key, value in beside.items() if value)
    told = facts.say(
        "figure",
        figure=facts.name(observation) if named else point(facts, observation),
        beside=facts.say("beside", told=listed) if listed else "",
        where=where(facts, observation),
        quote=quote(facts, observation),
    )
    return [told, *facts.note(observation)]


def point(facts: Facts, observation: str) -> str:
    """`2023: 11`, without what is counted."""
    facts.label(observation)
    when = facts.when(observation, "kg:period") or facts.say("no-period")
    return f"{when}: {facts.value(observation, 'kg:value')}"


def counted(facts: Facts, metric: str) -> str:
    """What is counted, in what unit, among whom and where."""
    told = [facts.say(f"metric.{key}", what=facts.quoted(facts.label(one))) for key in METRIC for one in facts.values(metric, f"kg:{key}")]
    unit = facts.value(metric, "kg:unit")
    return "; ".join([*told, *([facts.say("metric.unit", what=unit)] if unit else [])])


def calculation(facts: Facts, node: str) -> list[str]:
    """Who relates which figures how, what is said to come of it, and what is assumed."""
    by = facts.value(node, "kg:by")
    told = facts.say(
        "calculation.annotator" if facts.is_a(by, "Annotator") else "calculation",
        who=facts.name(by),
        verb=facts.verb("calculation.verb", by),
        kind=facts.term(node, "kg:kind"),
        where=where(facts, node),
        quote=quote(facts, node),
        **_values(facts, node),
    )
    return [told, *facts.note(node)]


def _values(facts: Facts, node: str) -> dict[str, str]:
    """Operands by their role, the result, what is assumed."""
    operands = [
        facts.say("calculation.operand", role=facts.labels.term(KG + role), values=facts.names(found))
        for role in OPERANDS
        if (found := facts.ordered(facts.values(node, f"kg:{role}")))
    ]
    result = facts.names(facts.values(node, "kg:gives")) or facts.joined(map(facts.quoted, facts.values(node, "kg:prints")))
    assumes = facts.text(node, "kg:assumes")
    return {
        "operands": "; ".join(operands),
        "result": facts.say("calculation.result", result=result) if result else "",
        "assumes": facts.say("calculation.assumes", assumes=assumes) if assumes else "",
    }


def compact(facts: Facts, node: str) -> str:
    """A calculation as a line of a list: what is computed of what, and what is said to come of it."""
    values = _values(facts, node)
    beside = "; ".join(filter(None, [ranges(facts, node), *facts.note(node)]))
    where_ = f" ({beside})" if beside else ""
    return facts.say("list.calculated", kind=facts.term(node, "kg:kind"), where=where_, quote=quote(facts, node), **values)


def calculations(facts: Facts, observation: str) -> list[str]:
    """Those that a figure is an operand or the result of."""
    return facts.ordered({one for role in (*OPERANDS, "gives") for one in facts.subjects(observation, f"kg:{role}")})


def title(facts: Facts, metric: str) -> str:
    """A metric's name, else what it counts."""
    return facts.quoted(facts.label(metric) if facts.labels.name(metric) else facts.label(facts.value(metric, "kg:counts")))


def broken(facts: Facts, node: str) -> list[str]:
    """When a series breaks, and why, according to whom; the figures on either side."""
    metric = facts.value(node, "kg:ofMetric")
    told = facts.say(
        "break",
        metric=title(facts, metric),
        what=facts.term(node, "kg:kind"),
        when=facts.when(node, "kg:when", point=True),
        cause=facts.text(node, "kg:cause"),
        source=source(facts, node),
        quote=quote(facts, node),
    )
    sides: dict[str, list[str]] = {"before": [], "after": [], "across": [], "unclear": []}
    for value in facts.ordered(facts.values(metric, "kg:observation")):
        if period := facts.value(value, "kg:period"):
            sides[_side(facts, period, facts.value(node, "kg:when"))].append(point(facts, value))
    listed = [facts.say(f"break.{side}", values="; ".join(values)) for side, values in sides.items() if values]
    return [told, *listed, *facts.note(node)]


def _side(facts: Facts, period: str, when: str) -> str:
    """On which side of a break a period lies, as far as its days tell."""
    start, end, earliest, latest = (facts.value(one, prop) for one in (period, when) for prop in ("kg:earliest", "kg:latest"))
    if end and earliest and end < earliest:
        return "before"
    if start and latest and start >= latest:
        return "after"
    return "across" if start and end and earliest and latest and start < earliest and end >= latest else "unclear"
