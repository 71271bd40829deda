"""A document: what it is, what it answers and rests on, who speaks in it, all that it has."""

from __future__ import annotations

from collections import Counter

from kg.explain import findings, gaps, lists, notes, numbers, said, standing
from kg.explain.facts import Facts
from kg.explain.sections import Told, sentences
from kg.explain.tie import tie
from kg.names import STATES

#: How documents relate; each has a phrase for the way back too.
_RELATIONS = ("kg:respondsTo", "prov:wasDerivedFrom", "kg:cites", "kg:translates", "dct:replaces", "kg:corrects")


def explain(facts: Facts, document: str) -> Told:
    """The sections on a document."""

    def having(prop: str) -> list[str]:
        return facts.ordered(facts.values(document, prop))

    argued = [one for one in [*having("kg:support"), *having("kg:challenge")] if _shown(facts, one)]
    challenges = [one for one in facts.subjects(document, "kg:against") if facts.value(one, "kg:counted")]
    return [
        ("what", _what(facts, document)),
        ("relations", _relations(facts, document)),
        ("speaks", _speakers(facts, document)),
        ("claims", _claims(facts, having("kg:claim"))),
        ("standing", standing.counts(facts, having("kg:claim"))),
        ("arguments", lists.argued(facts, argued)),
        ("figures", [_metric(facts, one) for one in having("kg:metric")]),
        ("breaks", sentences(numbers.broken(facts, one) for one in having("kg:break"))),
        ("calculations", lists.calculated(facts, having("kg:calculation"))),
        ("numbers", findings.of_document(facts, document)),
        ("reforms", [_reform(facts, one) for one in having("kg:reform")]),
        ("ties", sentences(tie(facts, one) for one in having("kg:tie"))),
        ("links", sentences(notes.link(facts, one) for one in having("kg:link"))),
        ("of-it", [*lists.argued(facts, challenges), *_used(facts, document)]),
        ("noted", _noted(facts, document)),
        ("unknown", _unknown(facts, document)),
    ]


def _shown(facts: Facts, argument: str) -> bool:
    return facts.is_a(argument, "Support") or bool(facts.value(argument, "kg:counted"))


def _what(facts: Facts, document: str) -> list[str]:
    read = facts.value(document, "kg:read").rpartition("/")[2]
    pairs = {
        "document.author": facts.names(facts.values(document, "prov:wasAttributedTo")),
        "document.publisher": facts.names(facts.values(document, "dct:publisher")),
        "document.when": facts.when(document, "kg:published", point=True),
        "document.language": ", ".join(facts.values(document, "dct:language")),
        "address": ", ".join(facts.values(document, "schema:url")),
    }
    told = [facts.say(phrase, **{phrase.partition(".")[2] or "address": value}) for phrase, value in pairs.items() if value]
    told.append(facts.say(f"document.read.{read or 'unknown'}"))
    if length := facts.value(document, "kg:length"):
        told.append(facts.say("document.length", length=length))
    if facts.value(document, "kg:retracted") == "true":
        told.append(facts.say("document.retracted"))
    reviewed = {prop: facts.when(document, f"kg:{prop}Reviewed") for prop in ("author", "sources", "ties")}
    known = [facts.say("reviewed.when", what=facts.say(f"reviewed.{prop}"), when=when) for prop, when in reviewed.items() if when]
    if known:
        told.append(facts.say("document.reviewed", what=facts.joined(known)))
    return [*told, *facts.note(document)]


def _relations(facts: Facts, document: str) -> list[str]:
    told = []
    for prop in _RELATIONS:
        name = prop.partition(":")[2]
        for found, phrase in ((facts.ordered(facts.values(document, prop)), name), (facts.subjects(document, prop), f"{name}.back")):
            if found:
                told.append(facts.say(f"relation.{phrase}", documents=facts.joined(map(facts.dated, found))))
    reporting = {facts.document(one) for one in facts.subjects(document, "kg:in") if not facts.apart(one)} - {document, ""}
    if reporting:
        told.append(facts.say("relation.reported", documents=facts.joined(map(facts.dated, facts.ordered(reporting)))))
    return told


def _speakers(facts: Facts, document: str) -> list[str]:
    """Who takes how many stances; who is only reported."""
    direct: dict[str, Counter[str]] = {}
    reported: Counter[str] = Counter()
    for claim in facts.values(document, "kg:claim"):
        for first in facts.values(claim, "kg:said"):
            direct.setdefault(facts.value(first, "kg:by"), Counter())[facts.term(first, "kg:stance")] += 1
            reported.update(facts.value(step, "kg:by") for step in said.chain(facts, first)[1:])
    told = [
        facts.say("speaks", who=facts.name(who), stances=", ".join(f"{stance} {n}" for stance, n in sorted(counts.items(), key=_often)))
        for who, counts in sorted(direct.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    ]
    listed = [f"{facts.name(who)} ({n})" for who, n in sorted(reported.items(), key=_often)]
    return told + ([facts.say("speaks.reported", who=facts.joined(listed))] if listed else [])


def _often(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _claims(facts: Facts, claims: list[str]) -> list[str]:
    """Words, kind, who takes which stance in this document, who disputes it anywhere; many are grouped by who takes which stance."""
    under: dict[str, list[str]] = {}
    told = []
    for claim in claims:
        stances, others = (
            _stances(facts, claim),
            said.disputers(facts, claim) - {facts.value(one, "kg:by") for one in facts.values(claim, "kg:said")},
        )
        elsewhere = facts.say("document.disputed", dispute=said.dispute(facts, claim)) if others else ""
        words = {"claim": facts.name(claim), "kind": facts.term(claim, "kg:kind"), "elsewhere": elsewhere}
        told.append(facts.say("document.claim", stances=stances, **words))
        under.setdefault(stances, []).append(facts.say("document.claim-short", **words))
    return told if len(told) <= lists.MANY else lists.grouped(facts, under.items(), "claim")


def _stances(facts: Facts, claim: str) -> str:
    told = [
        facts.say(
            "stance-short",
            who=said.speaker(facts, one),
            stance=facts.term(one, "kg:stance"),
            reported=facts.say("stance-reported", reported=said.reported(facts, source)) if (source := facts.value(one, "kg:from")) else "",
        )
        for one in said.assertions(facts, [claim])
    ]
    return "; ".join(told) or facts.say("nobody")


def _metric(facts: Facts, metric: str) -> str:
    values = facts.ordered(facts.values(metric, "kg:observation"))
    return facts.say(
        "document.metric",
        metric=numbers.title(facts, metric),
        counted=numbers.counted(facts, metric),
        values="; ".join(numbers.point(facts, one) for one in values),
    )


def _reform(facts: Facts, reform: str) -> str:
    return facts.say(
        "document.reform",
        reform=facts.name(reform),
        status=facts.term(reform, "kg:status") or facts.say("status-unknown"),
        since=facts.say("since", when=when) if (when := facts.when(reform, "kg:since", point=True)) else "",
    )


def _used(facts: Facts, document: str) -> list[str]:
    using = [one for one in facts.subjects(document, "kg:with") if _shown(facts, one)]
    return lists.argued(facts, using) + sentences(numbers.figure(facts, one) for one in facts.subjects(document, "kg:source"))


def _noted(facts: Facts, document: str) -> list[str]:
    """The marks in it and about it; who else annotated it."""
    marks = facts.ordered({*facts.values(document, "kg:mark"), *facts.subjects(document, "kg:about")})
    files = [one for one in facts.subjects(document, "kg:document") if facts.is_a(one, "Annotation")]
    told = sentences(notes.mark(facts, one) for one in marks)
    return told + [facts.say("annotated", who=facts.names(facts.values(one, "kg:by")), file=facts.id(one)) for one in files]


def _unknown(facts: Facts, document: str) -> list[str]:
    told = []
    for state, prop in STATES.items():
        for passage in facts.subjects(document, "kg:document"):
            if facts.subjects(passage, prop):
                facts.cited[document, passage] = state
    if not facts.value(document, "kg:sha256"):
        told.append(facts.say("gap.no-text"))
    uncounted = [one for one in facts.values(document, "kg:challenge") if not facts.value(one, "kg:counted")]
    return [*told, *gaps.reading(facts, [document]), *gaps.passages(facts), *gaps.left_out(facts, document, uncounted)]
