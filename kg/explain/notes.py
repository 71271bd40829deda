"""What annotators note and judge: marks, links between claims, files of their own."""

from __future__ import annotations

from collections.abc import Iterable

from kg.explain import arguments, said
from kg.explain.facts import Facts
from kg.explain.places import quote, where


def marks(facts: Facts, things: list[str]) -> list[str]:
    """The marks about some things, a sentence each, with its note."""
    found = facts.ordered({one for thing in things for one in facts.subjects(thing, "kg:about") if facts.is_a(one, "Mark")})
    return [told for one in found for told in mark(facts, one, things)]


def mark(facts: Facts, node: str, it: Iterable[str] = ()) -> list[str]:
    """What an annotator marks; what it is about, unless that is what is explained."""
    about = facts.ordered(facts.values(node, "kg:about"))
    things = [] if set(about) & set(it) else [arguments.target(facts, one) for one in about]
    told = facts.say(
        "mark",
        about=facts.say("mark.of", things=facts.joined(things)) if things else "",
        who=facts.name(facts.value(node, "kg:by")),
        kind=facts.quoted(facts.term(node, "kg:kind")),
        where=where(facts, node),
        quote=quote(facts, node),
    )
    return [told, *facts.note(node)]


def link(facts: Facts, node: str, claim: str = "") -> list[str]:
    """How two claims, or two measures, are read as related, and by whom; seen from one of them if that is what is explained."""
    linked, other = facts.value(node, "kg:linked") or facts.value(node, "kg:linkedReform"), facts.value(node, "kg:other")
    kind = facts.value(node, "kg:kind").rpartition("/")[2]
    told = facts.say(
        f"link.{kind}",
        claim=_claim(facts, linked, claim),
        other=_claim(facts, other, claim),
        who=facts.name(facts.value(node, "kg:by")),
        where=where(facts, node) if facts.values(node, "kg:at") else "",
        quote=quote(facts, node),
    )
    far = other if linked == claim else linked
    taken = said.brief(facts, far) if claim and kind != "restates" else ""
    if taken:
        told += facts.say("there", taken=taken)
    return [told, *facts.note(node)]


def _claim(facts: Facts, claim: str, it: str) -> str:
    return facts.say("this-reform" if facts.is_a(claim, "Reform") else "this-claim") if claim == it else said.claim_in(facts, claim)


def apart(facts: Facts, claims: Iterable[str]) -> list[str]:
    """What second annotators, in files of their own, read where another has read these claims."""
    told = []
    for claim in claims:
        who = facts.names(facts.values(next(iter(facts.subjects(claim, "kg:claim")), claim), "kg:by")) or facts.id(claim)
        told.append(facts.say("apart", who=who, claim=facts.name(claim), kind=facts.term(claim, "kg:kind")))
        told += [sentence for one in said.assertions(facts, [claim]) for sentence in said.sentence(facts, one)]
        told += [sentence for one in arguments.supports(facts, [claim]) for sentence in arguments.support(facts, one, [claim])]
    return told
