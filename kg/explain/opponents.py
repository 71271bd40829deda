"""Who disputes whom, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.explain import said
from kg.explain.facts import Facts


def owners(facts: Facts, thing: str) -> set[str]:
    """Whose it is: who asserts or concedes a claim, be it as others report; who argues; who wrote a document, else who published it."""
    if facts.is_a(thing, "Actor"):
        return {thing}
    if facts.is_a(thing, "Claim"):
        steps = [step for one in said.assertions(facts, facts.same(thing)) for step in said.chain(facts, one)]
        return {facts.value(step, "kg:by") for step in steps if said.stance(facts, step) in said.HELD}
    if by := facts.values(thing, "kg:by"):
        return {one for one in by if facts.is_a(one, "Actor")}
    document = thing if facts.is_a(thing, "Document") else facts.document(thing)
    return set(facts.values(document, "prov:wasAttributedTo") or facts.values(document, "dct:publisher")) if document else set()


def opponents(facts: Facts, actor: str) -> dict[str, Counter[str]]:
    """Whose claims an actor denies, questions or retracts, and whose things it argues against → how often (denies, questions, argues).

    What it denies in two documents that restate each other counts once; an argument counts once for each whose thing it meets.
    """
    found: dict[str, Counter[str]] = {}
    made = [one for one in facts.subjects(actor, "kg:by") if not facts.apart(one)]
    met: set[tuple[str, str]] = set()
    for one in made:
        if facts.is_a(one, "Assertion") and facts.value(one, "kg:depth") == "0" and said.stance(facts, one) in ("denies", "questions"):
            met.add((said.stance(facts, one), min(facts.same(facts.value(one, "kg:about")))))
        elif facts.is_a(one, "Challenge"):
            met.add(("argues", one))
    for how, thing in sorted(met):
        target = facts.value(thing, "kg:inSupport") or facts.value(thing, "kg:against") if how == "argues" else thing
        for who in owners(facts, target) - {actor}:
            found.setdefault(who, Counter())[how] += 1
    return found


def at_odds(facts: Facts, some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of some actors disputes what is another's, or the other way round."""
    one, other = set(some), set(others)
    return any(other & opponents(facts, each).keys() for each in one) or any(one & opponents(facts, each).keys() for each in other)
