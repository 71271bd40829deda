"""Long lists: what belongs together under one head, a line each; what is said twice told once."""

from __future__ import annotations

from collections.abc import Iterable

from kg.explain import arguments, numbers, said
from kg.explain.facts import Facts
from kg.explain.places import quote, ranges
from kg.explain.sections import ITEM, sentences

#: A list of more things than these is grouped.
MANY = 15


def grouped(facts: Facts, groups: Iterable[tuple[str, list[str]]], thing: str, number: int = 0) -> list[str]:
    """Heads with how many things are under each, a line each if no `number` is given, and the lines."""
    told = []
    for head, lines in groups:
        told += [facts.say("list.head", head=head, count=facts.count(number or len(lines), thing)), *(ITEM + line for line in lines)]
    return told


def once(facts: Facts, claims: Iterable[str]) -> list[list[str]]:
    """Claims that restate each other together, in their order."""
    found: dict[str, list[str]] = {}
    for one in dict.fromkeys(claims):
        found.setdefault(min(each for each in facts.same(one) if each == one or not facts.apart(each)), []).append(one)
    return list(found.values())


def worded(facts: Facts, claims: list[str]) -> str:
    """The words of claims that restate each other; those of the others if they differ."""
    told = facts.name(claims[0])
    others = {facts.labels.of(one): one for one in claims[1:]}
    others.pop(facts.labels.of(claims[0]), None)
    return told + "".join(facts.say("worded-elsewhere", words=facts.name(one)) for one in others.values())


def documents(facts: Facts, claims: Iterable[str]) -> str:
    """The documents in which claims stand."""
    return facts.joined(facts.dated(one) for one in dict.fromkeys(facts.document(one) for one in claims) if one)


def stances(facts: Facts, assertions: list[str], *, always: bool = False) -> list[str]:
    """Stances of one actor: a claim that it makes in two documents is told once, with both. Many are grouped, by stance, then documents."""
    by_claim: dict[tuple[str, str, str], list[str]] = {}
    groups = {one: each[0] for each in once(facts, (facts.value(one, "kg:about") for one in assertions)) for one in each}
    for one in assertions:
        reported = said.reported(facts, facts.value(one, "kg:from"))
        by_claim.setdefault((said.stance(facts, one), groups[facts.value(one, "kg:about")], reported), []).append(one)
    if not always and len(by_claim) <= MANY:
        return [_line(facts, ones, reported) for (_, _, reported), ones in by_claim.items()]
    under: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (_, _, reported), ones in by_claim.items():
        claims = _claims(facts, ones)
        key = facts.term(ones[0], "kg:stance"), tuple(dict.fromkeys(map(facts.document, claims)))
        under.setdefault(key, []).append(worded(facts, claims) + (facts.say("stance-reported", reported=reported) if reported else ""))
    heads = {key: facts.say("list.stance", stance=key[0], documents=facts.joined(map(facts.dated, key[1]))) for key in under}
    return grouped(facts, ((heads[key], lines) for key, lines in under.items()), "claim")


def _claims(facts: Facts, assertions: list[str]) -> list[str]:
    return list(dict.fromkeys(facts.value(one, "kg:about") for one in assertions))


def _line(facts: Facts, ones: list[str], reported: str) -> str:
    claims = _claims(facts, ones)
    told = worded(facts, claims) + facts.say("in", document=documents(facts, claims))
    return facts.say("line.reports" if reported else "line", stance=facts.term(ones[0], "kg:stance"), claim=told, reported=reported)


def argued(facts: Facts, found: list[str]) -> list[str]:
    """Supports and challenges: many are grouped by who makes them in which document, a line for each thing they are for or against."""
    if len(found) <= MANY:
        return sentences(_argument(facts, one) for one in found)
    under: dict[tuple[str, str, bool], dict[str, list[str]]] = {}
    for one in found:
        key = facts.value(one, "kg:by"), facts.document(one), facts.is_a(one, "Support")
        under.setdefault(key, {}).setdefault(arguments.aim(facts, one), []).append(one)
    told = []
    for (by, document, supports), aims in under.items():
        head = _head(facts, "list.support" if supports else "list.challenge", by, document)
        lines = [f"{aim}: {'; '.join(_brought(facts, one) for one in ones)}" for aim, ones in aims.items()]
        told += grouped(facts, [(head, lines)], "argument", sum(map(len, aims.values())))
    return told


def calculated(facts: Facts, found: list[str]) -> list[str]:
    """Calculations: many are grouped by who makes them in which document."""
    if len(found) <= MANY:
        return sentences(numbers.calculation(facts, one) for one in found)
    under: dict[tuple[str, str], list[str]] = {}
    for one in found:
        under.setdefault((facts.value(one, "kg:by"), facts.document(one)), []).append(one)
    groups = (
        (_head(facts, "list.calculation", by, document), [numbers.compact(facts, one) for one in ones])
        for (by, document), ones in under.items()
    )
    return grouped(facts, groups, "calculation")


def _head(facts: Facts, phrase: str, by: str, document: str) -> str:
    who = facts.say("annotating", who=facts.name(by)) if facts.is_a(by, "Annotator") else facts.name(by)
    inside = facts.say("in", document=facts.dated(document)) if document and document != facts.topic else ""
    return facts.say(phrase, who=who, where=inside)


def _brought(facts: Facts, argument: str) -> str:
    brought = arguments.evidence(facts, facts.ordered(facts.values(argument, "kg:with"))) or facts.say("list.bare")
    beside = "; ".join(filter(None, [ranges(facts, argument), *facts.note(argument)]))
    return brought + (f" ({beside})" if beside else "") + quote(facts, argument)


def _argument(facts: Facts, one: str) -> list[str]:
    return arguments.support(facts, one) if facts.is_a(one, "Support") else arguments.challenge(facts, one)
