"""How other parties met a claim, as far as documents that were read in full can show."""

from __future__ import annotations

from kg.explain import arguments, said
from kg.explain.facts import Facts
from kg.explain.opponents import at_odds

#: Ties that make one voice of two actors.
_CLOSE = frozenset({"holds", "heads", "part-of", "acts-for"})


def met(facts: Facts, claim: str, same: list[str]) -> tuple[list[str], list[str]]:
    """What is said of denials without argument and of silence; and why silence cannot be told of some parties.

    Of silence only where a party, or who speaks for one, holds the claim, and only of documents that came later, are
    another party's and were read in full. A translation is no document of its own in this. Parties that are in no dispute with
    whoever holds the claim are told of in one sentence.
    """
    spoken = said.assertions(facts, same)
    arguing = {facts.value(one, "kg:by") for one in arguments.against(facts, same)}
    denying = {facts.value(one, "kg:by") for one in spoken if said.stance(facts, one) == "denies"}
    told = [facts.say("met.denied", who=facts.names(bare))] if (bare := facts.ordered(denying - arguing)) else []
    parties = {one for case in facts.of("Case") for one in facts.values(case, "kg:party")}
    steps = [step for one in spoken for step in said.chain(facts, one)]
    holders = {
        one for step in steps if said.stance(facts, step) in said.HELD for key in ("kg:by", "kg:as") for one in facts.values(step, key)
    }
    if not (near := _near(facts, holders)) & parties:
        return told, []
    day = min(facts.day(facts.document(one), "kg:latest") for one in same)
    unknown = []
    aloof = []
    speaking = arguing | {facts.value(one, "kg:by") for one in spoken}
    for party in facts.ordered(parties - near - _near(facts, speaking)):
        later = [one for one in _documents(facts, party) if day < facts.day(one) < "9999"]
        full = [one for one in later if facts.value(one, "kg:read").endswith("/full")]
        if full:
            told.append(facts.say("met.silent", who=facts.name(party), documents=facts.joined(map(facts.dated, full))))
            told += _wider(facts, claim, party)
        elif not at_odds(facts, near, _near(facts, {party})):
            aloof.append(party)
        elif later:
            unknown.append(facts.say("gap.unread-answer", who=facts.name(party), documents=facts.joined(map(facts.dated, later))))
        else:
            unknown.append(facts.say("gap.no-answer", who=facts.name(party)))
    if aloof:
        unknown.append(facts.say("gap.aloof", who=facts.names(aloof)))
    return told, unknown


def _wider(facts: Facts, claim: str, party: str) -> list[str]:
    """What the party says of the whole, of the parts, or of claims that are read as related."""
    around = [*facts.values(claim, "kg:partOf"), *facts.subjects(claim, "kg:partOf")]
    for near, far in (("kg:linked", "kg:other"), ("kg:other", "kg:linked")):
        around += [facts.value(link, far) for link in facts.subjects(claim, near) if not facts.apart(link)]
    found = [one for one in around if any(one in facts.values(party, f"kg:{stance}") for stance in said.STANCES)]
    return [facts.say("met.wider", who=facts.name(party), claims=facts.names(found))] if found else []


def _documents(facts: Facts, party: str) -> list[str]:
    made = {one for prop in ("prov:wasAttributedTo", "dct:publisher") for one in facts.subjects(party, prop)}
    return [one for one in facts.ordered(made) if not facts.values(one, "kg:translates") and facts.value(one, "kg:retracted") != "true"]


def _near(facts: Facts, actors: set[str]) -> set[str]:
    """The actors with their offices, those who hold or head them, what they are part of: no other party's answer is to be had there."""
    found, left = set(actors), list(actors)
    while left:
        one = left.pop()
        ties = [*facts.subjects(one, "kg:who"), *facts.subjects(one, "kg:whom")]
        close = [tie for tie in ties if facts.value(tie, "kg:kind").rpartition("/")[2] in _CLOSE]
        new = {facts.value(tie, end) for tie in close for end in ("kg:who", "kg:whom")} - found
        found |= new
        left += new
    return found
