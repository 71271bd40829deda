"""What a thing is in short: a screen that is read before all the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from kg.explain import actor, findings, gaps, lists, numbers, reform, said, standing
from kg.explain.facts import Facts
from kg.explain.opponents import opponents
from kg.names import KG

#: Of several names so many are told here, the rest counted.
_FEW = 3


def of_actor(facts: Facts, node: str) -> list[str]:
    """Who it is, its ties, what it says, what of that is disputed by whom, whom it disputes, what is unknown."""
    made = [one for one in facts.subjects(node, "kg:by") if facts.is_a(one, "Assertion") and not facts.apart(one)]
    own = [one for one in made if facts.value(one, "kg:depth") == "0"]
    ties = facts.ordered({*facts.subjects(node, "kg:who"), *facts.subjects(node, "kg:whom")})
    documents = facts.ordered({one for prop in ("prov:wasAttributedTo", "dct:publisher") for one in facts.subjects(node, prop)})
    party = facts.say("short.party") if facts.subjects(node, "kg:party") else ""
    told = [facts.say("short.actor", kind=facts.term(node, "kg:kind") or facts.say("kind-unknown"), party=party)]
    if ties:
        listed = "; ".join(_tie(facts, one, node) for one in ties[:_FEW]) + _more(facts, ties)
        told = [" ".join([*told, facts.say("short.ties", what=listed)])]
    told += _said(facts, "short.documents", map(facts.dated, documents))
    reported = len(made) - len(own)
    more = [facts.say("short.reported", count=facts.count(reported, "stance"))] if reported else []
    told.append(" ".join([*actor.counts(facts, own), *actor.capacities(facts, own)[:1], *more]))
    told += _disputed(facts, [facts.value(one, "kg:about") for one in made if said.stance(facts, one) in said.HELD], "by-others", node)
    told += _standing(facts, [facts.value(one, "kg:about") for one in own if said.stance(facts, one) in said.HELD])
    told += _disputing(facts, node)
    challenges = {one for thing in (node, *own) for one in facts.subjects(thing, "kg:against") if facts.value(one, "kg:counted")}
    told += [facts.say("short.challenged", count=facts.count(len(challenges), "challenge"))] if challenges else []
    unknown = [] if ties else [facts.say("short.no-ties")]
    return [*told, *_unknown(facts, documents, unknown if documents else [*unknown, facts.say("short.no-documents")])]


def _tie(facts: Facts, tie: str, node: str) -> str:
    """Without the name of who it is about, where that one comes first."""
    who, whom = facts.value(tie, "kg:who"), facts.value(tie, "kg:whom")
    verb = facts.verb(f"tie.{facts.value(tie, 'kg:kind').rpartition('/')[2]}", who)
    return facts.say("short.tie", verb=verb, whom=facts.name(whom)) if who == node else facts.labels.of(tie)


def of_document(facts: Facts, node: str) -> list[str]:
    """Whose it is and when, what it answers, who speaks in it, what of it is disputed, what it has, what is unknown."""
    told = [
        *_said(facts, "short.author", map(facts.name, facts.values(node, "prov:wasAttributedTo"))),
        *_said(facts, "short.publisher", map(facts.name, facts.values(node, "dct:publisher"))),
        *([facts.say("document.when", when=when)] if (when := facts.when(node, "kg:published", point=True)) else []),
    ]
    told = [" ".join(told)] if told else []
    told += _said(facts, "short.responds", map(facts.dated, facts.values(node, "kg:respondsTo")))
    told += _said(facts, "short.responses", map(facts.dated, facts.subjects(node, "kg:respondsTo")))
    claims = facts.values(node, "kg:claim")
    direct = Counter(facts.value(one, "kg:by") for claim in claims for one in facts.values(claim, "kg:said"))
    told += [facts.say("short.speaks", who=_numbered(facts, direct))] if direct else []
    kinds = Counter(facts.term(one, "kg:kind") for one in claims)
    told += _kinds(facts, "claim", kinds, len(claims))
    told += _disputed(facts, claims, "anywhere")
    told += _standing(facts, claims)
    has = {
        name: found
        for name in ("support", "challenge", "metric", "calculation", "reform", "tie")
        if (found := facts.values(node, f"kg:{name}"))
    }
    if has:
        figures = [one for metric in facts.values(node, "kg:metric") for one in facts.values(metric, "kg:observation")]
        what = ", ".join(facts.count(len(found), name) for name, found in has.items())
        told.append(" ".join([facts.say("short.has", what=what), *_found(facts, figures)]))
    challenges = [one for one in facts.subjects(node, "kg:against") if facts.value(one, "kg:counted")]
    told += [facts.say("short.met", who=_numbered(facts, Counter(facts.value(one, "kg:by") for one in challenges)))] if challenges else []
    return [*told, *_unknown(facts, [node], [] if facts.value(node, "kg:sha256") else [facts.say("short.no-text")])]


def of_reform(facts: Facts, node: str) -> list[str]:
    """Its status in each document, who takes it, how many effects are claimed and what of that is disputed, what is unknown."""
    told = _said(facts, "reform.taken-by", map(facts.name, facts.values(node, "kg:by")), "who")
    told += _said(facts, "reform.acts-on", map(facts.name, facts.values(node, "kg:actsOn")), "whom")
    alike, unjudged = reform.elsewhere(facts, node)
    told = [_status(facts, node), *(_status(facts, one) for one in alike[:_FEW]), *told]
    told += [facts.say("short.same-name", count=str(len(unjudged)))] if unjudged else []
    effects = facts.values(node, "kg:effect")
    told += (
        [facts.say("short.effects", count=facts.count(len(effects), "claim")), *_disputed(facts, effects, "anywhere")] if effects else []
    )
    metrics = facts.values(node, "kg:shownBy")
    told += _said(facts, "short.shown", (numbers.title(facts, one) for one in metrics))
    lacking = {
        "kg:status": "short.no-status",
        "kg:since": "short.no-since",
        "kg:effect": "short.no-effects",
        "kg:shownBy": "short.no-metric",
    }
    return [
        *told,
        *_unknown(facts, [facts.document(node)], [facts.say(key) for prop, key in lacking.items() if not facts.values(node, prop)]),
    ]


def of_metric(facts: Facts, node: str) -> list[str]:
    """What is counted where, its first and last value, breaks, what is computed with it and brought against it, what is unknown."""
    values = facts.ordered(facts.values(node, "kg:observation"))
    dated = sorted((one for one in values if facts.value(one, "kg:period")), key=lambda one: _start(facts, one))
    told = [facts.say("metric.is", counted=numbers.counted(facts, node), where=facts.say("in", document=facts.dated(facts.document(node))))]
    ends = [numbers.point(facts, one) for one in dict.fromkeys([*dated[:1], *dated[-1:]])]
    told.append(
        facts.say(
            "short.values", count=facts.count(len(values), "figure"), ends=facts.say("short.ends", ends="; ".join(ends)) if ends else ""
        )
    )
    if breaks := facts.subjects(node, "kg:ofMetric"):
        told.append(facts.say("short.breaks", when=_few(facts, [facts.when(one, "kg:when", point=True) for one in breaks])))
    made = {one for value in values for one in numbers.calculations(facts, value)}
    against = [one for value in values for one in facts.subjects(value, "kg:against") if facts.value(one, "kg:counted")]
    computed = [facts.say("short.calculations", count=facts.count(len(made), "calculation"))] if made else []
    told += [" ".join(line)] if (line := [*computed, *_found(facts, values)]) else []
    told += [facts.say("short.met", who=_numbered(facts, Counter(facts.value(one, "kg:by") for one in against)))] if against else []
    unknown = []
    for prop, phrase in (("kg:source", "short.no-source"), ("kg:period", "short.no-period")):
        if without := [one for one in values if not facts.values(one, prop)]:
            unknown.append(facts.say(phrase, count=facts.count(len(without), "figure")))
    return [*told, *_unknown(facts, [facts.document(node)], unknown)]


def _found(facts: Facts, figures: list[str]) -> list[str]:
    """How many findings have these figures, and how many of them say that numbers do not go together."""
    found = {one for each in figures for one in findings.on_numbers(facts, each)}
    alarms = [one for one in found if findings.outcome(facts, one) in findings.ALARMS]
    return [facts.say("short.findings", all=str(len(found)), alarms=str(len(alarms)))] if found else []


def _standing(facts: Facts, claims: Iterable[str]) -> list[str]:
    """On whose word claims rest and how they stand: one line; how far documents are read is told with what is unknown."""
    told = standing.counts(facts, claims)
    return [" ".join(told)] if told else []


def _start(facts: Facts, observation: str) -> tuple[str, str]:
    period = facts.value(observation, "kg:period")
    return facts.value(period, "kg:earliest"), facts.value(period, "kg:latest")


def _status(facts: Facts, one: str) -> str:
    status = facts.term(one, "kg:status") or facts.say("status-unknown")
    since = facts.say("since", when=when) if (when := facts.when(one, "kg:since", point=True)) else ""
    return facts.say("short.status", document=facts.dated(facts.document(one)), status=status, since=since)


def _disputed(facts: Facts, claims: Iterable[str], where: str, by: str = "") -> list[str]:
    """How many claims are disputed by whom; how many beside them meet a claim that differs, is narrower or broader."""
    groups = lists.once(facts, claims)
    found = {one[0]: said.disputers(facts, one[0]) - {by} for one in groups}
    who = Counter(each for some in found.values() for each in some)
    several = [one for one, some in found.items() if some]
    beside = [one[0] for one in groups if not found[one[0]] and any(said.related(facts, each) for each in one)]
    if not groups:
        return []
    more = facts.say("short.beside", count=str(len(beside))) if beside else ""
    if not several:
        return [facts.say(f"short.undisputed.{where}", more=more)]
    return [facts.say(f"short.disputed.{where}", count=str(len(several)), all=str(len(groups)), who=_numbered(facts, who), more=more)]


def _disputing(facts: Facts, node: str) -> list[str]:
    found = sorted(opponents(facts, node).items(), key=lambda pair: (-pair[1].total(), pair[0]))
    told = [
        facts.say(
            "short.opponent", who=facts.name(who), how=", ".join(facts.say(f"short.{how}", count=str(n)) for how, n in sorted(hows.items()))
        )
        for who, hows in found
    ]
    return _said(facts, "short.disputes", told)


def _unknown(facts: Facts, documents: list[str], more: list[str]) -> list[str]:
    unread = [one for one in documents if not facts.value(one, "kg:read").endswith("/full")]
    unreviewed = [one for one in documents if one not in unread and gaps.unreviewed(facts, one)]
    told = list(more)
    for phrase, found in (("short.unread", unread), ("short.unreviewed", unreviewed)):
        if found:
            told.append(facts.say(phrase, count=str(len(found)), all=str(len(documents))))
    return [facts.say("short.unknown", what="; ".join(told))] if told else []


def _kinds(facts: Facts, thing: str, kinds: Mapping[str, int], number: int) -> list[str]:
    listed = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])))
    return [facts.say("short.kinds", count=facts.count(number, thing), kinds=listed)] if number else []


def _said(facts: Facts, phrase: str, names: Iterable[str], gap: str = "what") -> list[str]:
    several = list(names)
    return [facts.say(phrase, **{gap: _few(facts, several)})] if several else []


def _few(facts: Facts, names: list[str]) -> str:
    """A, B, C and 4 more."""
    return facts.joined(names) if len(names) <= _FEW else "; ".join(names[:_FEW]) + _more(facts, names)


def _more(facts: Facts, names: list[str]) -> str:
    return facts.say("few.more", count=str(len(names) - _FEW)) if len(names) > _FEW else ""


def _numbered(facts: Facts, counted: Mapping[str, int]) -> str:
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return _few(facts, [f"{facts.name(who)} ({n})" for who, n in ranked])


#: Sections that it has whole: beside it they are left out.
WHOLE = frozenset({"standing"})
#: Class → what is told of it in short; others are short themselves.
SHORT: dict[str, Callable[[Facts, str], list[str]]] = {
    KG + "Actor": of_actor,
    KG + "Document": of_document,
    KG + "Reform": of_reform,
    KG + "Metric": of_metric,
}
