"""A metric and its figures: the value as printed, what it rests on, others' values, what is computed with it."""

from __future__ import annotations

from kg.explain import arguments, findings, gaps, notes, numbers
from kg.explain.facts import Facts
from kg.explain.places import where
from kg.explain.sections import Told, sentences


def explain(facts: Facts, metric: str) -> Told:
    """The sections on a metric."""
    values = facts.ordered(facts.values(metric, "kg:observation"))
    return [
        ("what", [facts.say("metric.is", counted=numbers.counted(facts, metric), where=where(facts, metric)), *facts.note(metric)]),
        ("values", sentences(numbers.figure(facts, one, named=False) for one in values)),
        ("breaks", _breaks(facts, metric)),
        ("others", _others(facts, metric, "")),
        ("calculations", _calculations(facts, values)),
        ("numbers", [*findings.told(facts, _found(facts, values), fully=False), *findings.silent(facts, values)]),
        ("met", _challenges(facts, values)),
        ("used", [*_used(facts, values), *_reforms(facts, metric)]),
        ("noted", notes.marks(facts, [metric, *values])),
        (
            "unknown",
            [
                *gaps.reading(facts, [facts.document(metric)]),
                *gaps.passages(facts),
                *gaps.left_out(facts, metric, _uncounted(facts, values)),
            ],
        ),
    ]


def figure(facts: Facts, observation: str) -> Told:
    """The sections on a figure."""
    metric = next(iter(facts.subjects(observation, "kg:observation")), "")
    return [
        (
            "what",
            [*numbers.figure(facts, observation), facts.say("figure.counts", counted=numbers.counted(facts, metric)), *facts.note(metric)],
        ),
        ("others", [*_series(facts, metric, observation), *_others(facts, metric, facts.value(observation, "kg:period"))]),
        ("breaks", _breaks(facts, metric)),
        ("calculations", _calculations(facts, [observation])),
        ("numbers", [*findings.told(facts, _found(facts, [observation]), fully=False), *findings.alone(facts, observation)]),
        ("met", _challenges(facts, [observation])),
        ("used", _used(facts, [observation])),
        ("noted", notes.marks(facts, [observation, metric])),
        (
            "unknown",
            [
                *_unsourced(facts, observation),
                *gaps.reading(facts, [facts.document(observation)]),
                *gaps.passages(facts),
                *gaps.left_out(facts, observation, _uncounted(facts, [observation])),
            ],
        ),
    ]


def _series(facts: Facts, metric: str, observation: str) -> list[str]:
    values = [one for one in facts.ordered(facts.values(metric, "kg:observation")) if one != observation]
    return [facts.say("figure.series", values="; ".join(numbers.point(facts, one) for one in values))] if values else []


def _others(facts: Facts, metric: str, period: str) -> list[str]:
    """Figures of other metrics that count the same, or something broader or narrower; for a period, those that meet it."""
    concepts = set(facts.values(metric, "kg:counts"))
    wider = {one for each in concepts for one in facts.values(each, "skos:broader")}
    near = wider | {one for each in wider | concepts for one in facts.subjects(each, "skos:broader")} - concepts
    told = []
    for concepts_, phrase in ((concepts, "others.same"), (near, "others.near")):
        found = facts.ordered({one for each in concepts_ for one in facts.subjects(each, "kg:counts")} - {metric})
        for one in found:
            values = [
                v
                for v in facts.ordered(facts.values(one, "kg:observation"))
                if not period or _meet(facts, period, facts.value(v, "kg:period"))
            ]
            if values:
                told.append(
                    facts.say(
                        phrase,
                        metric=numbers.title(facts, one),
                        document=facts.dated(facts.document(one)),
                        counted=numbers.counted(facts, one),
                        values="; ".join(numbers.point(facts, v) for v in values),
                    )
                )
    return told


def _meet(facts: Facts, one: str, other: str) -> bool:
    """Whether two periods have a day in common; an open end has no limit."""
    if not one or not other:
        return False
    ends = [(facts.value(p, "kg:earliest") or "0000", facts.value(p, "kg:latest") or "9999") for p in (one, other)]
    return ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]


def _breaks(facts: Facts, metric: str) -> list[str]:
    return sentences(numbers.broken(facts, one) for one in facts.subjects(metric, "kg:ofMetric"))


def _calculations(facts: Facts, values: list[str]) -> list[str]:
    found = facts.ordered({one for value in values for one in numbers.calculations(facts, value)})
    told = []
    for one in found:
        told += numbers.calculation(facts, one)
        told += [facts.say("calculation.states", claim=facts.name(claim)) for claim in facts.values(one, "kg:statedBy")]
    return told


def _found(facts: Facts, values: list[str]) -> list[str]:
    """The findings on figures; notes are told of what they concern, and here too."""
    inputs = {one for value in values for one in findings.on_numbers(facts, value)}
    return [one for one in findings.of(facts, {thing for each in inputs for thing in facts.values(each, "kg:concerns")}) if one in inputs]


def _challenges(facts: Facts, values: list[str]) -> list[str]:
    found = facts.ordered({one for value in values for one in facts.subjects(value, "kg:against") if facts.value(one, "kg:counted")})
    return sentences(arguments.challenge(facts, one) for one in found)


def _uncounted(facts: Facts, values: list[str]) -> list[str]:
    return [one for value in values for one in facts.subjects(value, "kg:against") if not facts.value(one, "kg:counted")]


def _used(facts: Facts, values: list[str]) -> list[str]:
    using = facts.ordered({one for value in values for one in facts.subjects(value, "kg:with")})
    told = sentences(arguments.support(facts, one) for one in using if facts.is_a(one, "Support"))
    return told + sentences(
        arguments.challenge(facts, one) for one in using if facts.is_a(one, "Challenge") and facts.value(one, "kg:counted")
    )


def _reforms(facts: Facts, metric: str) -> list[str]:
    found = facts.subjects(metric, "kg:shownBy")
    return [facts.say("metric.shows", reform=facts.name(one), document=facts.dated(facts.document(one))) for one in found]


def _unsourced(facts: Facts, observation: str) -> list[str]:
    told = [] if facts.values(observation, "kg:source") else [facts.say("gap.source")]
    return told if facts.value(observation, "kg:period") else [*told, facts.say("gap.period")]
