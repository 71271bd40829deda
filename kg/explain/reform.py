"""A reform: its status by document, whom it acts on, what it is said to bring about, what would show that."""

from __future__ import annotations

from kg.explain import findings, gaps, notes, numbers, said
from kg.explain.facts import Facts
from kg.explain.places import quote, source
from kg.explain.sections import Told, sentences


def explain(facts: Facts, reform: str) -> Told:
    """The sections on a reform."""
    effects = facts.ordered(facts.values(reform, "kg:effect"))
    metrics = facts.values(reform, "kg:shownBy")
    return [
        ("what", _what(facts, reform)),
        ("elsewhere", _elsewhere(facts, reform)),
        ("effects", [told for one in effects for told in _effect(facts, one)] or [facts.say("reform.no-effects")]),
        ("shown", [told for one in metrics for told in _metric(facts, one)] or [facts.say("reform.no-metric")]),
        ("numbers", findings.told(facts, findings.of(facts, [reform]))),
        ("noted", notes.marks(facts, [reform])),
        ("unknown", _unknown(facts, reform)),
    ]


def _what(facts: Facts, reform: str) -> list[str]:
    told = [_status(facts, reform)]
    told += [facts.say("reform.taken-by", who=facts.names(by))] if (by := facts.values(reform, "kg:by")) else []
    told += [facts.say("reform.acts-on", whom=facts.names(on))] if (on := facts.values(reform, "kg:actsOn")) else []
    told += [facts.say("reform.part", whole=facts.name(one)) for one in facts.values(reform, "kg:partOf")]
    told += [facts.say("reform.parts", parts=facts.names(parts))] if (parts := facts.subjects(reform, "kg:partOf")) else []
    return [*told, *facts.note(reform)]


def _status(facts: Facts, reform: str) -> str:
    """`According to “Reply” (2 April 2024, characters 896–975): in force since January 2023.`"""
    status = facts.term(reform, "kg:status") or facts.say("status-unknown")
    since = facts.say("since", when=when) if (when := facts.when(reform, "kg:since", point=True)) else ""
    return facts.say(
        "reform.status", reform=facts.name(reform), source=source(facts, reform), status=status, since=since, quote=quote(facts, reform)
    )


def _elsewhere(facts: Facts, reform: str) -> list[str]:
    """How it is read as related to measures of other documents; those that go by the same name, where nobody has judged."""
    links = _links(facts, reform)
    told = sentences(notes.link(facts, one, reform) for one in links)
    judged, alike = elsewhere(facts, reform)
    told += [_status(facts, one) for one in judged]
    return [*told, *(_status(facts, one) for one in alike), *([facts.say("reform.same-name")] if alike else [])]


def elsewhere(facts: Facts, reform: str) -> tuple[list[str], list[str]]:
    """The measures that it is read as related to; and those of the same name, where nobody has judged."""
    linked = {facts.value(one, end) for one in _links(facts, reform) for end in ("kg:linkedReform", "kg:other")}
    linked |= set(facts.values(reform, "kg:restates"))
    alike = [one for one in facts.of("Reform") if one not in linked | {reform} and _alike(facts, reform, one)]
    return facts.ordered(linked - {reform}), alike


def _links(facts: Facts, reform: str) -> list[str]:
    return facts.ordered({one for end in ("kg:linkedReform", "kg:other") for one in facts.subjects(reform, end)})


def _alike(facts: Facts, reform: str, other: str) -> bool:
    """Whether measures of two documents have the same name in the files, or are called the same in a language."""
    if facts.document(reform) == facts.document(other):
        return False
    called = [set(facts.values(one, "skos:prefLabel")) for one in (reform, other)]
    return reform.rpartition("/")[2] == other.rpartition("/")[2] or bool(called[0] & called[1])


def _effect(facts: Facts, claim: str) -> list[str]:
    return [facts.say("reform.effect", claim=facts.name(claim), taken=said.brief(facts, claim) or facts.say("nobody"))]


def _metric(facts: Facts, metric: str) -> list[str]:
    values = facts.ordered(facts.values(metric, "kg:observation"))
    points = "; ".join(numbers.point(facts, one) for one in values)
    told = [facts.say("reform.metric", metric=numbers.title(facts, metric), document=facts.dated(facts.document(metric)), values=points)]
    return [*told, *sentences(numbers.broken(facts, one) for one in facts.subjects(metric, "kg:ofMetric"))]


def _unknown(facts: Facts, reform: str) -> list[str]:
    told = []
    if not facts.value(reform, "kg:status"):
        told.append(facts.say("gap.status"))
    if not facts.value(reform, "kg:since"):
        told.append(facts.say("gap.since"))
    return [*told, *gaps.reading(facts, [facts.document(reform)]), *gaps.passages(facts), *gaps.left_out(facts, reform)]
