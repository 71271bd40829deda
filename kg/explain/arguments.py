"""Supports and challenges: who brings what for or against what."""

from __future__ import annotations

from collections.abc import Iterable

from kg.explain.facts import Facts
from kg.explain.places import quote, where
from kg.names import KG

#: Stances by which a claim is somebody's own: to challenge such a word for it is to challenge the claim.
_HELD = frozenset({KG + "stance/asserts", KG + "stance/concedes"})
_TARGETS = ("Claim", "Observation", "Support", "Document", "Assertion", "Actor")


def supports(facts: Facts, things: Iterable[str]) -> list[str]:
    """The arguments for some things."""
    return facts.ordered({one for thing in things for one in facts.subjects(thing, "kg:for") if facts.is_a(one, "Support")})


def against(facts: Facts, things: Iterable[str], *, counted: bool = True) -> list[str]:
    """The challenges that meet some claims, or are to other things and arguments for them: what counts (or what does not).

    A challenge of a claim or document that is brought as evidence is told with that claim or document. Of what stands in
    annotators' files nothing is inferred: there it is looked up.
    """
    targets = list(things)
    arguments = supports(facts, targets)
    words = {one for target in targets for one in facts.subjects(target, "kg:about") if facts.value(one, "kg:stance") in _HELD}
    figures = {one for argument in arguments for one in facts.values(argument, "kg:with") if facts.is_a(one, "Observation")}
    found = {
        one
        for target in {*targets, *arguments, *words, *figures}
        for one in facts.subjects(target, "kg:against")
        if not _elsewhere(facts, one)
    }
    found |= {one for argument in arguments for one in facts.subjects(argument, "kg:inSupport")}
    found |= {one for target in targets for one in facts.subjects(target, "kg:meets")}
    return facts.ordered(one for one in found if bool(facts.value(one, "kg:counted")) == counted)


def _elsewhere(facts: Facts, challenge: str) -> bool:
    """Evidence that is attacked in one argument stays untouched elsewhere."""
    return bool(facts.value(challenge, "kg:inSupport"))


def support(facts: Facts, argument: str, it: Iterable[str] = ()) -> list[str]:
    """Who offers what for what, and where; `it` is what is being explained, and need not be named."""
    return _argument(facts, argument, "support", target(facts, facts.value(argument, "kg:for"), it))


def challenge(facts: Facts, argument: str, it: Iterable[str] = ()) -> list[str]:
    """Who argues against what, with what, and where."""
    aim = target(facts, facts.value(argument, "kg:against"), it)
    if within := facts.value(argument, "kg:inSupport"):
        aim = facts.say("target.evidence", evidence=aim, thing=target(facts, facts.value(within, "kg:for"), it))
    return _argument(facts, argument, "challenge", aim)


def aim(facts: Facts, argument: str) -> str:
    """What an argument is for or against."""
    found = target(facts, facts.value(argument, "kg:for") or facts.value(argument, "kg:against"))
    if within := facts.value(argument, "kg:inSupport"):
        return facts.say("target.evidence", evidence=found, thing=target(facts, facts.value(within, "kg:for")))
    return found


def _argument(facts: Facts, argument: str, phrase: str, aim: str) -> list[str]:
    by, brought = facts.value(argument, "kg:by"), facts.ordered(facts.values(argument, "kg:with"))
    if facts.is_a(by, "Annotator"):
        phrase += ".annotator"
    told = facts.say(
        phrase,
        who=facts.name(by),
        verb=facts.verb(f"{phrase}.verb", by) if "annotator" not in phrase else "",
        target=aim,
        brought=facts.say(f"{phrase}.with", brought=evidence(facts, brought)) if brought else "",
        where=where(facts, argument),
        quote=quote(facts, argument),
    )
    return [told, *facts.note(argument)]


def evidence(facts: Facts, things: Iterable[str]) -> str:
    """What is brought: claims, figures and documents by name."""
    return facts.joined(facts.dated(one) if facts.is_a(one, "Document") else facts.name(one) for one in things)


def target(facts: Facts, thing: str, it: Iterable[str] = (), phrase: str = "target") -> str:
    """What an argument is for or against, as the object of a sentence; `conclusion` is what a step leads to."""
    if thing in it:
        return facts.say(f"{phrase}.it")
    kind = next((one for one in _TARGETS if facts.is_a(thing, one)), "")
    if kind == "Support":
        brought = evidence(facts, facts.ordered(facts.values(thing, "kg:with")))
        return facts.say("target.support", brought=brought, thing=target(facts, facts.value(thing, "kg:for"), it, "conclusion"))
    if kind == "Assertion":
        who, claim = facts.value(thing, "kg:by"), facts.value(thing, "kg:about")
        return facts.say("target.assertion", who=facts.name(who), claim=target(facts, claim, it))
    return facts.say(f"{phrase}.{kind.lower()}", thing=facts.name(thing)) if kind else facts.name(thing)
