"""Who takes which stance on a claim, and through whom that is known."""

from __future__ import annotations

from collections.abc import Iterable

from kg.explain.arguments import against
from kg.explain.facts import Facts
from kg.explain.places import quote, where

#: The order in which a reader wants them.
STANCES = ("asserts", "relays", "denies", "questions", "concedes", "retracts")
#: Stances by which a claim is somebody's own, and those by which it is disputed.
HELD, DISPUTED = ("asserts", "concedes"), ("denies", "questions", "retracts")


def stance(facts: Facts, assertion: str) -> str:
    """`asserts`, `denies` …"""
    return facts.value(assertion, "kg:stance").rpartition("/")[2]


def assertions(facts: Facts, claims: Iterable[str]) -> list[str]:
    """What documents themselves say of some claims: by stance, then by date."""
    found = facts.ordered({one for claim in claims for one in facts.values(claim, "kg:said")})
    return sorted(found, key=lambda one: STANCES.index(stance(facts, one)))


def sentence(facts: Facts, assertion: str, claim: str = "") -> list[str]:
    """Who says what of it, in which capacity, as reported by whom, where; and the annotator's note.

    Where it is a stance on another claim than `claim`, read as the same, that one's words are told if they differ.
    """
    own = facts.value(assertion, "kg:about") if claim else ""
    told = facts.say(
        "stance.reports" if facts.value(assertion, "kg:from") else "stance.direct",
        who=speaker(facts, assertion),
        verb=facts.verb(f"stance.{stance(facts, assertion)}", facts.value(assertion, "kg:by")),
        where=where(facts, assertion),
        reported=reported(facts, facts.value(assertion, "kg:from")),
        quote=quote(facts, assertion),
    )
    if own and own != claim and facts.labels.of(own) != facts.labels.of(claim):
        told += facts.say("worded-there", words=facts.name(own))
    return [told, *facts.note(assertion), *(note for one in chain(facts, assertion)[1:] for note in facts.note(one))]


def speaker(facts: Facts, assertion: str) -> str:
    """Who, and in which capacity."""
    who, capacity = facts.value(assertion, "kg:by"), facts.value(assertion, "kg:as")
    return facts.say("as", who=facts.name(who), capacity=facts.name(capacity)) if capacity else facts.name(who)


def reported(facts: Facts, assertion: str) -> str:
    """`Water Inspectorate asserts it in “Reply” (2 April 2024)`, and so on down the chain."""
    if not assertion:
        return ""
    document, further = facts.value(assertion, "kg:in"), facts.value(assertion, "kg:from")
    return facts.say(
        "reported.further" if further else "reported.last",
        who=speaker(facts, assertion),
        verb=facts.verb(f"stance.{stance(facts, assertion)}", facts.value(assertion, "kg:by")),
        where=where(facts, assertion, document) if document else "",
        reported=reported(facts, further),
    )


def chain(facts: Facts, assertion: str) -> list[str]:
    """An assertion and those that it reports, in order."""
    made = [assertion]
    while (further := facts.value(made[-1], "kg:from")) and further not in made:
        made.append(further)
    return made


def brief(facts: Facts, claim: str) -> str:
    """`asserted by A; denied by B and C`: all stances taken directly, and who argues against it; "" where there are none."""
    return _brief(facts, claim, STANCES)


def dispute(facts: Facts, claim: str) -> str:
    """`denied by B; argued against by C`: what speaks of a dispute, "" where there is none."""
    return _brief(facts, claim, DISPUTED)


def _brief(facts: Facts, claim: str, stances: Iterable[str]) -> str:
    claims = [one for one in facts.same(claim) if not facts.apart(one)]
    told = [
        facts.say(f"by.{one}", who=facts.names(who))
        for one in stances
        if (who := facts.ordered({by for each in claims for by in facts.subjects(each, f"kg:{one}")}))
    ]
    reported = [
        facts.say(f"by.reported.{one}", who=facts.names(who))
        for one in HELD
        if one in stances and (who := _reported_holders(facts, claims, one))
    ]
    arguing = facts.ordered(_arguing(facts, claims))
    return "; ".join([*reported, *told, *([facts.say("by.argues", who=facts.names(arguing))] if arguing else [])])


def _reported_holders(facts: Facts, claims: Iterable[str], held: str) -> list[str]:
    """Who asserts (concedes) it as others report, and nowhere directly."""
    steps = [step for one in assertions(facts, claims) for step in chain(facts, one)]
    taking = [one for one in steps if stance(facts, one) == held]
    direct = {facts.value(one, "kg:by") for one in taking if facts.value(one, "kg:depth") == "0"}
    return facts.ordered({facts.value(one, "kg:by") for one in taking} - direct)


def claim_in(facts: Facts, claim: str) -> str:
    """A claim's words, and the document in which it stands."""
    return f"{facts.name(claim)}{where(facts, claim)}"


def related(facts: Facts, claim: str) -> list[str]:
    """What is said of claims that are read as narrower, broader or different, and of the whole, where that speaks of a dispute."""
    told = []
    for each in (one for one in facts.same(claim) if not facts.apart(one)):
        for near, far in (("kg:linked", "kg:other"), ("kg:other", "kg:linked")):
            for link in facts.subjects(each, near):
                kind, other = facts.value(link, "kg:kind").rpartition("/")[2], facts.value(link, far)
                if near == "kg:linked":
                    kind = {"narrower": "broader", "broader": "narrower"}.get(kind, kind)  # what the other one is
                taken = brief(facts, other) if kind == "differs" else dispute(facts, other)
                if kind != "restates" and taken and not facts.apart(link):
                    told.append(facts.say(f"related.{kind}", claim=facts.name(other), taken=taken))
        wholes = facts.values(each, "kg:partOf")
        told += [facts.say("related.part", claim=facts.name(one), taken=taken) for one in wholes if (taken := dispute(facts, one))]
    return list(dict.fromkeys(told))


def disputers(facts: Facts, claim: str) -> set[str]:
    """Who denies, questions or argues against a claim, or one that restates it."""
    claims = [one for one in facts.same(claim) if not facts.apart(one)]
    found = {by for each in claims for one in ("denies", "questions") for by in facts.subjects(each, f"kg:{one}")}
    return found | _arguing(facts, claims)


def _arguing(facts: Facts, claims: Iterable[str]) -> set[str]:
    """The parties and others who argue against some claims; annotators are told apart."""
    found = {facts.value(one, "kg:by") for one in against(facts, claims) if not facts.apart(one)}
    return {one for one in found if not facts.is_a(one, "Annotator")}
