"""Figures and calculations in a sentence each."""

from __future__ import annotations

from kg.explain.facts import Facts
from kg.explain.places import quote, source, where

#: The operands of a calculation, in the order in which they are told.
ROLES = ("parts", "minus", "part", "whole", "startValue", "endValue", "greater", "lesser", "rising", "falling")
METRIC = ("counts", "population", "place")


def figure(facts: Facts, observation: str, *, named: bool = True) -> list[str]:
    """What is counted, when, the value as printed; wording, source and place."""
    metric = next(iter(facts.subjects(observation, "kg:observation")), "")
    worded = facts.text(observation, "kg:worded")
    sources = facts.values(observation, "kg:source")
    told = facts.say(
        "figure",
        figure=facts.name(observation) if named else point(facts, observation),
        unit=facts.say("figure.unit", unit=unit) if (unit := facts.value(metric, "kg:unit")) and named else "",
        worded=facts.say("figure.worded", worded=facts.quoted(worded)) if worded else "",
        source=facts.say("figure.source", source=facts.names(sources)) if sources else "",
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
    operands = [
        f"{facts.words.term(f'https://w3id.org/counterclaim/ns/{role}')} – {facts.names(found)}"
        for role in ROLES
        if (found := facts.ordered(facts.values(node, f"kg:{role}")))
    ]
    result = facts.names(facts.values(node, "kg:gives")) or facts.joined(map(facts.quoted, facts.values(node, "kg:prints")))
    by, assumes = facts.value(node, "kg:by"), facts.text(node, "kg:assumes")
    told = facts.say(
        "calculation.annotator" if facts.is_a(by, "Annotator") else "calculation",
        who=facts.name(by),
        verb=facts.verb("calculation.verb", by),
        kind=facts.term(node, "kg:kind"),
        operands="; ".join(operands),
        result=facts.say("calculation.result", result=result) if result else "",
        assumes=facts.say("calculation.assumes", assumes=assumes) if assumes else "",
        where=where(facts, node),
        quote=quote(facts, node),
    )
    return [told, *facts.note(node)]


def calculations(facts: Facts, observation: str) -> list[str]:
    """Those that a figure is an operand or the result of."""
    return facts.ordered({one for role in (*ROLES, "gives") for one in facts.subjects(observation, f"kg:{role}")})


def title(facts: Facts, metric: str) -> str:
    """A metric's name, else what it counts."""
    return facts.quoted(facts.label(metric) if facts.words.name(metric) else facts.label(facts.value(metric, "kg:counts")))


def broken(facts: Facts, node: str) -> list[str]:
    """When a series breaks, and why, according to whom; the figures on either side."""
    when = facts.value(node, "kg:when")
    metric = facts.value(node, "kg:ofMetric")
    told = facts.say(
        "break",
        metric=title(facts, metric),
        what=facts.term(node, "kg:kind"),
        when=facts.when(node, "kg:when"),
        cause=facts.text(node, "kg:cause"),
        source=source(facts, node),
        quote=quote(facts, node),
    )
    sides: dict[str, list[str]] = {"before": [], "after": [], "across": []}
    for value in facts.ordered(facts.values(metric, "kg:observation")):
        start, end = (
            facts.value(facts.value(value, "kg:period"), prop) if facts.value(value, "kg:period") else ""
            for prop in ("kg:earliest", "kg:latest")
        )
        if start and end:
            day = facts.value(when, "kg:earliest")
            sides["before" if end < day else "after" if start >= day else "across"].append(point(facts, value))
    listed = [facts.say(f"break.{side}", values="; ".join(values)) for side, values in sides.items() if values]
    return [told, *listed, *facts.note(node)]
