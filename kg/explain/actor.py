"""An actor: ties, what it says and what of that is disputed, what it disputes, what others say of it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.explain import gaps, lists, notes, numbers, said, standing
from kg.explain.facts import Facts
from kg.explain.sections import Told, sentences
from kg.explain.tie import tie


def explain(facts: Facts, actor: str) -> Told:
    """The sections on an actor."""
    ties = facts.ordered({*facts.subjects(actor, "kg:who"), *facts.subjects(actor, "kg:whom")})
    made = facts.subjects(actor, "kg:by")
    spoken = [one for one in made if facts.is_a(one, "Assertion") and not facts.apart(one)]
    apart = [one for one in made if facts.is_a(one, "Assertion") and facts.apart(one)]
    own = [one for one in spoken if facts.value(one, "kg:depth") == "0"]
    documents = {prop: facts.subjects(actor, prop) for prop in ("prov:wasAttributedTo", "dct:publisher")}
    held = {facts.value(one, "kg:about") for one in own if said.stance(facts, one) in said.HELD}
    related = {one: said.related(facts, one) for one in facts.ordered(held)}
    disputed = [one for one, found in related.items() if found or said.disputers(facts, one) - {actor}]
    return [
        ("what", _what(facts, actor)),
        ("ties", sentences(tie(facts, one) for one in ties)),
        ("written", _written(facts, documents)),
        ("says", [*counts(facts, own), *capacities(facts, own)]),
        ("standing", _counted(facts, held, [one for found in documents.values() for one in found])),
        ("disputed", [_disputed(facts, several, related) for several in lists.once(facts, disputed)]),
        ("disputes", _disputes(facts, actor, own)),
        ("undisputed", _undisputed(facts, own, {*disputed})),
        ("arguments", _arguments(facts, made)),
        ("relayed", lists.stances(facts, [one for one in own if said.stance(facts, one) == "relays"])),
        ("reported", _reported(facts, [one for one in spoken if one not in own])),
        ("for-it", _capacity(facts, actor)),
        ("against", _of_it(facts, actor)),
        ("figures", _figures(facts, actor)),
        ("reforms", _reforms(facts, actor)),
        ("noted", [*notes.marks(facts, [actor]), *([facts.say("apart-stances"), *lists.stances(facts, apart)] if apart else [])]),
        ("unknown", _unknown(facts, actor, ties, documents)),
    ]


def _what(facts: Facts, actor: str) -> list[str]:
    told = [facts.say("actor.is", kind=facts.term(actor, "kg:kind") or facts.say("kind-unknown"))]
    told += [facts.say("actor.party", case=facts.quoted(facts.labels.of(case))) for case in facts.subjects(actor, "kg:party")]
    told += [facts.say("address", address=one) for one in facts.values(actor, "schema:url")]
    return [*told, *facts.note(actor)]


def _written(facts: Facts, documents: dict[str, list[str]]) -> list[str]:
    phrases = {"prov:wasAttributedTo": "written", "dct:publisher": "published"}
    return [facts.say(phrases[prop], documents=facts.joined(map(facts.dated, found))) for prop, found in documents.items() if found]


def _counted(facts: Facts, held: Iterable[str], documents: Iterable[str]) -> list[str]:
    """On whose word the claims rest that it makes itself, how they stand, and what there is of it to read."""
    told = standing.counts(facts, held)
    return told and [*told, *standing.base(facts, documents)]


def counts(facts: Facts, own: list[str]) -> list[str]:
    """How many stances, in how many documents, which."""
    if not own:
        return [facts.say("says.nothing")]
    stances = [said.stance(facts, one) for one in own]
    told = ", ".join(
        f"{facts.labels.term(facts.value(own[stances.index(one)], 'kg:stance'))} {stances.count(one)}"
        for one in said.STANCES
        if one in stances
    )
    documents = {facts.document(one) for one in own}
    return [facts.say("says", count=facts.count(len(own), "stance"), documents=facts.count(len(documents), "document"), stances=told)]


def capacities(facts: Facts, own: list[str]) -> list[str]:
    """In which capacities, how often."""
    told = [facts.value(one, "kg:as") for one in own]
    return [
        facts.say("speaks-as", capacity=facts.name(one), count=facts.count(told.count(one), "stance")) for one in sorted(set(told) - {""})
    ]


def _disputes(facts: Facts, actor: str, own: list[str]) -> list[str]:
    told = lists.stances(facts, [one for one in own if said.stance(facts, one) in said.DISPUTED])
    return told + lists.argued(facts, [one for one in facts.subjects(actor, "kg:by") if facts.is_a(one, "Challenge")])


def _disputed(facts: Facts, claims: list[str], related: dict[str, list[str]]) -> str:
    """Claims that restate each other are told once."""
    others = dict.fromkeys(one for claim in claims for one in related[claim])
    taken = "; ".join([*filter(None, [said.dispute(facts, claims[0])]), *others])
    told = lists.worded(facts, claims) + facts.say("in", document=lists.documents(facts, claims))
    return facts.say("disputed", claim=told, dispute=taken)


def _undisputed(facts: Facts, own: list[str], disputed: set[str]) -> list[str]:
    """The claims that nobody here disputes, by stance and document."""
    left = [one for one in own if said.stance(facts, one) in said.HELD and facts.value(one, "kg:about") not in disputed]
    return lists.stances(facts, left, always=True)


def _arguments(facts: Facts, made: list[str]) -> list[str]:
    """What the actor brings in support of something, and calculates; what it argues against is told before."""
    told = lists.argued(facts, [one for one in made if facts.is_a(one, "Support")])
    return told + lists.calculated(facts, [one for one in made if facts.is_a(one, "Calculation")])


def _reported(facts: Facts, assertions: list[str]) -> list[str]:
    """What others say that it says: the whole chain, from what the document says itself."""
    told = []
    for first in dict.fromkeys(_first(facts, one) for one in assertions):
        sentence, *notes_ = said.sentence(facts, first)
        told += [facts.say("others-say", claim=facts.name(facts.value(first, "kg:about")), told=sentence), *notes_]
    return told


def _first(facts: Facts, assertion: str) -> str:
    """The assertion at the other end of a chain."""
    reporting = facts.subjects(assertion, "kg:from")
    return _first(facts, reporting[0]) if reporting else assertion


def _capacity(facts: Facts, actor: str) -> list[str]:
    """Who speaks as this actor, an office, and how often."""
    spoken = [one for one in facts.subjects(actor, "kg:as") if not facts.apart(one)]
    by: dict[tuple[str, str], int] = {}
    for one in spoken:
        key = facts.value(one, "kg:by"), facts.document(one)
        by[key] = by.get(key, 0) + 1
    return [
        facts.say("capacity", who=facts.name(who), count=facts.count(n, "stance"), document=facts.dated(document))
        for (who, document), n in by.items()
    ]


def _of_it(facts: Facts, actor: str) -> list[str]:
    words = [one for one in facts.subjects(actor, "kg:by") if facts.is_a(one, "Assertion")]
    against = facts.ordered(
        {one for thing in (actor, *words) for one in facts.subjects(thing, "kg:against") if facts.value(one, "kg:counted")}
    )
    told = lists.argued(facts, against)
    imputing = facts.subjects(actor, "kg:imputedTo")
    return told + [
        facts.say("imputed", claim=said.claim_in(facts, one), what=facts.term(one, "kg:imputes"), taken=said.brief(facts, one))
        for one in imputing
    ]


def _figures(facts: Facts, actor: str) -> list[str]:
    return sentences(numbers.figure(facts, one) for one in facts.subjects(actor, "kg:source"))


def _reforms(facts: Facts, actor: str) -> list[str]:
    taken = [one for one in facts.subjects(actor, "kg:by") if facts.is_a(one, "Reform")]
    told = [
        facts.say("reform.by", reform=facts.name(one), status=_status(facts, one), document=facts.dated(facts.document(one)))
        for one in taken
    ]
    acted = facts.subjects(actor, "kg:actsOn")
    return told + [
        facts.say("reform.on", reform=facts.name(one), status=_status(facts, one), document=facts.dated(facts.document(one)))
        for one in acted
    ]


def _status(facts: Facts, reform: str) -> str:
    return facts.term(reform, "kg:status") or facts.say("status-unknown")


def _unknown(facts: Facts, actor: str, ties: list[str], documents: dict[str, list[str]]) -> list[str]:
    told = [] if ties else [facts.say("gap.no-ties")]
    made = facts.ordered({one for found in documents.values() for one in found})
    if not made:
        told.append(facts.say("gap.no-documents"))
    left = [one for one in facts.subjects(actor, "kg:against") if not facts.value(one, "kg:counted")]
    return [*told, *gaps.reading(facts, made), *gaps.passages(facts), *gaps.left_out(facts, actor, left)]
