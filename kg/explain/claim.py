"""A claim: whose it is, who denies it, how it was met, what it rests on."""

from __future__ import annotations

from kg.explain import arguments, findings, gaps, notes, numbers, said, standing
from kg.explain.answers import met
from kg.explain.facts import Facts
from kg.explain.places import where
from kg.explain.sections import Told, sentences
from kg.names import OPERANDS


def explain(facts: Facts, claim: str) -> Told:
    """The sections on a claim."""
    same = [one for one in facts.same(claim) if one == claim or not facts.apart(one)]
    challenges = arguments.against(facts, same)
    counted = [one for one in challenges if not facts.apart(one) and not facts.is_a(facts.value(one, "kg:by"), "Annotator")]
    judged = [one for one in challenges if one not in counted]
    supports = arguments.supports(facts, same)
    answered, unknown = met(facts, same)
    return [
        ("what", _what(facts, claim)),
        ("said", sentences(said.sentence(facts, one, claim) for one in said.assertions(facts, same))),
        ("elsewhere", _elsewhere(facts, claim, same)),
        (
            "met",
            [
                *sentences(arguments.challenge(facts, one, same) for one in counted),
                *standing.why(facts, claim, counted),
                *_in_turn(facts, counted, same),
                *answered,
            ],
        ),
        ("rests", _rests(facts, same, [one for one in supports if not facts.apart(one)])),
        ("sources", standing.sources(facts, claim)),
        ("numbers", _numbers(facts, same)),
        ("used", _used(facts, claim)),
        (
            "noted",
            [
                *notes.marks(facts, [*same, *supports, *said.assertions(facts, same)]),
                *sentences(arguments.challenge(facts, one, same) for one in judged),
                *sentences(arguments.support(facts, one, same) for one in supports if facts.apart(one)),
                *notes.apart(facts, [one for one in facts.same(claim) if one not in same]),
                *sentences(notes.link(facts, one, claim) for one in _links(facts, same) if _judged(facts, one)),
            ],
        ),
        (
            "unknown",
            [
                *_unknown(facts, claim, same, supports),
                *unknown,
                *gaps.left_out(facts, claim, arguments.against(facts, same, counted=False)),
            ],
        ),
    ]


def _what(facts: Facts, claim: str) -> list[str]:
    told = [facts.say("claim.is", kind=facts.term(claim, "kg:kind"), where=where(facts, claim))]
    if taken := said.brief(facts, claim):
        told.append(facts.say("claim.short", taken=taken))
    told += standing.brief(facts, claim)
    for whole in facts.values(claim, "kg:partOf"):
        disputed = said.dispute(facts, whole)
        told.append(facts.say("claim.part", whole=facts.name(whole), taken=facts.say("taken", taken=disputed) if disputed else ""))
    if parts := facts.subjects(claim, "kg:partOf"):
        told.append(facts.say("claim.parts", parts=facts.names(parts)))
    if facts.is_a(claim, "Counterclaim"):
        told.append(facts.say("claim.counterclaim"))
    imputes, to = facts.term(claim, "kg:imputes"), facts.names(facts.values(claim, "kg:imputedTo"))
    if imputes or to:
        readers = facts.names(facts.values(claim, "kg:secondReader"))
        told.append(facts.say("claim.imputes", what=imputes, to=to))
        told.append(facts.say("claim.second-reader", who=readers) if readers else facts.say("claim.no-second-reader"))
    return [*told, *facts.note(claim)]


def _elsewhere(facts: Facts, claim: str, same: list[str]) -> list[str]:
    """The links that touch it, or a claim that restates it; then what restates it over others between."""
    shown = [one for one in _links(facts, same) if not facts.apart(one)]
    direct = {facts.value(one, end) for one in shown for end in ("kg:linked", "kg:other")}
    further = [one for one in same[1:] if one not in direct]
    told = sentences(notes.link(facts, one, claim) for one in shown)
    return told + ([facts.say("link.further", claims=facts.names(further))] if further else [])


def _links(facts: Facts, claims: list[str]) -> list[str]:
    return facts.ordered({one for each in claims for end in ("kg:linked", "kg:other") for one in facts.subjects(each, end)})


def _judged(facts: Facts, link: str) -> bool:
    """Whether a second annotator judges so of claims of others; that their own claim is the same is told with it."""
    return facts.apart(link) and not facts.value(link, "kg:kind").endswith("/restates")


def _in_turn(facts: Facts, challenges: list[str], same: list[str]) -> list[str]:
    """How what was brought against it was met in its turn."""
    brought = {one for each in challenges for one in facts.values(each, "kg:with") if facts.is_a(one, "Claim")} - set(same)
    return _disputed(facts, brought)


def _disputed(facts: Facts, claims: set[str]) -> list[str]:
    return [
        facts.say("in-turn", claim=facts.name(one), dispute=found) for one in facts.ordered(claims) if (found := said.dispute(facts, one))
    ]


def _rests(facts: Facts, same: list[str], supports: list[str]) -> list[str]:
    told = sentences(arguments.support(facts, one, same) for one in supports)
    brought = {one for each in supports for one in facts.values(each, "kg:with")}
    told += sentences(numbers.figure(facts, one) for one in facts.ordered(brought) if facts.is_a(one, "Observation"))
    told += _disputed(facts, {one for one in brought if facts.is_a(one, "Claim")} - set(same))
    stated = facts.ordered({one for each in same for one in facts.subjects(each, "kg:statedBy")})
    told += sentences(numbers.calculation(facts, one) for one in stated)
    operands = {one for each in stated for role in (*OPERANDS, "gives") for one in facts.values(each, f"kg:{role}")}
    metrics = facts.ordered({one for value in brought | operands for one in facts.subjects(value, "kg:observation")})
    told += sentences(numbers.broken(facts, one) for metric in metrics for one in facts.subjects(metric, "kg:ofMetric"))
    if not supports:
        unread = [one for one in facts.ordered(_reported(facts, same)) if not facts.value(one, "kg:read").endswith("/full")]
        nothing = [facts.say("rests.nothing", documents=facts.joined(map(facts.dated, _documents(facts, same))))]
        told = nothing + ([facts.say("rests.unread", documents=facts.joined(map(facts.dated, unread)))] if unread else []) + told
    return told


def _numbers(facts: Facts, same: list[str]) -> list[str]:
    """Whether the figures that it states, and those that are brought for it, hold together; which of them no relation checks."""
    stated = {one for each in same for one in facts.subjects(each, "kg:statedBy")}
    operands = {one for each in stated for role in (*OPERANDS, "gives") for one in facts.values(each, f"kg:{role}")}
    used = {one for each in arguments.supports(facts, same) for one in facts.values(each, "kg:with") if facts.is_a(one, "Observation")}
    told = findings.told(facts, findings.of(facts, same))
    return [*told, *findings.brought(facts, same), *findings.silent(facts, facts.ordered(operands | used))]


def _reported(facts: Facts, claims: list[str]) -> set[str]:
    """The documents in which it is said to stand by those who report it."""
    steps = [step for one in said.assertions(facts, claims) for step in said.chain(facts, one)[1:]]
    return {facts.value(step, "kg:in") for step in steps} - {""}


def _used(facts: Facts, claim: str) -> list[str]:
    """What it is brought for and against, and which measures are said to bring it about."""
    using = facts.subjects(claim, "kg:with")
    told = sentences(arguments.support(facts, one) for one in using if facts.is_a(one, "Support"))
    told += sentences(arguments.challenge(facts, one) for one in using if facts.is_a(one, "Challenge") and facts.value(one, "kg:counted"))
    return told + [facts.say("used.effect", reform=facts.name(one), where=where(facts, one)) for one in facts.subjects(claim, "kg:effect")]


def _documents(facts: Facts, claims: list[str]) -> list[str]:
    return facts.ordered({document for one in claims if (document := facts.document(one))})


def _unknown(facts: Facts, claim: str, same: list[str], supports: list[str]) -> list[str]:
    told = []
    spoken = said.assertions(facts, same)
    if facts.value(claim, "kg:secondHand") == "true":
        told.append(facts.say("gap.second-hand"))
    if not spoken:
        told.append(facts.say("gap.nobody"))
    texts = {document for document in _documents(facts, same) if facts.value(document, "kg:sha256")}
    unplaced = [one for one in spoken if not facts.values(one, "kg:at") and facts.document(one) in texts]
    if unplaced:
        told.append(facts.say("gap.no-passage", count=facts.count(len(unplaced), "stance")))
    steps = [step for one in spoken for step in said.chain(facts, one)[1:]]
    if nowhere := facts.ordered({facts.value(step, "kg:by") for step in steps if not facts.value(step, "kg:in")}):
        told.append(facts.say("gap.reported-nowhere", who=facts.names(nowhere)))
    brought = {one for each in supports for one in facts.values(each, "kg:with")}
    sources = brought | {source for one in brought for source in facts.values(one, "kg:source")}
    documents = {*_documents(facts, same), *_reported(facts, same), *(one for one in sources if facts.is_a(one, "Document"))}
    return [*told, *gaps.reading(facts, facts.ordered(documents)), *gaps.passages(facts)]
