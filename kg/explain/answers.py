"""How other parties met a claim: what two questions answer of it, so that their words mean here what they mean there."""

from __future__ import annotations

import re

from kg import ask, rdf
from kg.explain import said
from kg.explain.facts import Facts
from kg.explain.opponents import at_odds

DENIALS, SILENCE = "denials-without-argument", "claims-not-addressed"
_NODE = re.compile(r"<([^<>\s]+)>")


def met(facts: Facts, same: list[str]) -> tuple[list[str], list[str]]:
    """What is said of denials without argument and of silence; and of which parties silence cannot be told.

    The questions are asked only where they can have an answer: they look at the whole graph. Parties that are in no dispute
    with whoever holds the claim, and of which it cannot be told, are named in one sentence.
    """
    steps = [step for one in said.assertions(facts, same) for step in said.chain(facts, one)]
    told = _denied(facts, same) if any(said.stance(facts, one) == "denies" for one in steps) else []
    parties = {one for case in facts.of("Case") for one in facts.values(case, "kg:party")}
    held = [one for one in steps if said.stance(facts, one) in said.HELD]
    if not any(parties.intersection(facts.values(one, key)) for one in held for key in ("kg:by", "kg:as")):
        return told, []
    holders = {facts.value(one, key) for one in held for key in ("kg:by", "kg:as")} - {""}
    silent, unknown = _silent(facts, same, holders)
    return told + silent, unknown


def _denied(facts: Facts, same: list[str]) -> list[str]:
    """Who denies it without an argument; of those who only do so as others report, that."""
    how: dict[str, str] = {}
    for claim in same:
        answer = ask.run(facts.held, DENIALS, claim=claim, lang=facts.lang)
        for row, terms in zip(answer.rows, answer.terms, strict=True):
            if "reported" in rdf.text(terms["how"]):
                how.setdefault(rdf.text(terms["who"]), f" ({row['how']})")
            else:
                how[rdf.text(terms["who"])] = ""
    names = [facts.name(one) + how[one] for one in facts.ordered(how)]
    return [facts.say("met.denied", who=facts.joined(names))] if names else []


def _silent(facts: Facts, same: list[str], holders: set[str]) -> tuple[list[str], list[str]]:
    looked: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {}
    untold: set[str] = set()
    for claim in same:
        for terms in ask.run(facts.held, SILENCE, claim=claim, lang=facts.lang).terms:
            party = rdf.text(terms["party"])
            if terms["claim"] is None:  # nothing of theirs was read that could tell
                untold.add(party)
                continue
            looked.setdefault(party, set()).update(_NODE.findall(rdf.text(terms["looked_in"])))
            near.setdefault(party, set()).update(_NODE.findall(rdf.text(terms["addressed_only"])))
    told = []
    for party in facts.ordered(looked):
        told.append(
            facts.say("met.silent", who=facts.name(party), documents=facts.joined(map(facts.dated, _originals(facts, looked[party]))))
        )
        if near[party]:
            told.append(facts.say("met.wider", who=facts.name(party), claims=facts.names(facts.ordered(near[party]))))
    left = facts.ordered(untold - looked.keys())
    aloof = [one for one in left if not at_odds(facts, holders, {one})]
    unknown = [_untold(facts, party) for party in left if party not in aloof]
    return told, [*unknown, *([facts.say("gap.aloof", who=facts.names(aloof))] if aloof else [])]


def _originals(facts: Facts, documents: set[str]) -> list[str]:
    """Without the translations of what was read: they say nothing more."""
    return facts.ordered(one for one in documents if not documents.intersection(facts.values(one, "kg:translates")))


def _untold(facts: Facts, party: str) -> str:
    """Why silence cannot be told of a party: its documents that were not read in full, if there are any."""
    made = {one for prop in ("prov:wasAttributedTo", "dct:publisher") for one in facts.subjects(party, prop)}
    unread = [one for one in facts.ordered(made) if not facts.value(one, "kg:read").endswith("/full")]
    if not unread:
        return facts.say("gap.no-answer", who=facts.name(party))
    return facts.say("gap.unread-answer", who=facts.name(party), documents=facts.joined(map(facts.dated, unread)))
