"""The allegation–reply matrix of two parties: what each claims, and how the other met it. Both directions are made alike."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import Facts
from kg.report.parts.reply import Reply, Silence, is_asserted, places, related, replies, sayings, silence
from kg.things import Argument, Document, Stance


@dataclass(frozen=True)
class Part:
    """A part of a claim that the reply does not take up."""

    claim: str
    silence: Silence


@dataclass(frozen=True)
class Row:
    """An allegation: claims that restate each other, and what became of them."""

    claim: str  # in whose words it is shown: the speaker's own where there are such
    claims: tuple[str, ...]
    sayings: tuple[Stance, ...]
    replies: tuple[Reply, ...]
    silence: Silence | None  # where there is no reply
    own: tuple[tuple[str, str], ...]  # where these words are only reported, the claimant's own that are read as different: how, which
    evidence: tuple[Argument, ...]
    relayed: tuple[Stance, ...]  # where the replier passes it on, which is no reply
    others: tuple[str, ...]  # who else denies, questions or challenges it
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Direction:
    """What `claimant` claims and `replier` replies, in the order of the texts."""

    claimant: str
    replier: str
    rows: tuple[Row, ...]
    at_large: tuple[Argument, ...]  # challenges to the claimant, its documents and figures, that meet no single claim
    denials: tuple[str, ...]  # claims that the claimant denies though the replier is not found to make them
    concessions: tuple[tuple[Stance, ...], ...]  # what the claimant only concedes, or is reported to: no claims that await a reply
    documents: tuple[Document, ...]  # of the replier

    @property
    def replied(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.replies)

    @property
    def unreplied(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.replies)


def direction(facts: Facts, claimant: str, replier: str) -> Direction:
    """One side's claims, and the other's replies."""
    groups = _groups(facts, claimant)
    said = {head: found for head, claims in groups.items() if (found := sayings(facts, claims, claimant))}
    made = {head: found for head, found in said.items() if is_asserted(found)}
    answers = {head: replies(facts, groups[head], claimant, replier) for head in made}
    unmet = {head: _unmet(facts, head, answers) for head in made}
    documents = _documents(facts, replier)
    by_place: dict[tuple[frozenset[str], frozenset[str]], Silence] = {}

    def unanswered(head: str) -> Silence:
        where = frozenset(places(made[head])), frozenset(stance.document for stance in made[head])
        if where not in by_place:
            by_place[where] = silence(facts, where[0], documents, where[1])
        return by_place[where]

    rows = tuple(
        Row(
            claim=made[head][0].claim,
            claims=groups[head],
            sayings=made[head],
            replies=answers[head],
            silence=None if answers[head] else unanswered(head),
            own=related(facts, groups[head], claimant) if made[head][0].depth else (),
            evidence=facts.supports_of.get(head, ()),
            relayed=tuple(s for s in facts.stances(groups[head]) if s.is_by(replier) and s.stance == "relays"),
            others=_others(facts, head, claimant, replier),
            parts=tuple(Part(made[part][0].claim, unanswered(part)) for part in unmet[head]),
        )
        for head in _shown(answers, unmet)
    )
    met = {one.iri for row in rows for reply in row.replies for one in reply.challenges}
    at_large = [
        one for one in facts.challenges if one.counted and replier in one.by and one.iri not in met and _is_at(facts, one, claimant)
    ]
    denied = [
        head
        for head, claims in groups.items()
        if any(s.stance == "denies" and s.is_by(claimant) for s in facts.stances(claims)) and not sayings(facts, claims, replier)
    ]
    conceded = tuple(found for head, found in said.items() if head not in made)
    return Direction(claimant, replier, rows, tuple(at_large), tuple(denied), conceded, documents)


def _groups(facts: Facts, party: str) -> dict[str, tuple[str, ...]]:
    """The claims that a party takes a stance on, by the first of those that restate each other, in the order of the texts."""
    heads = {facts.first(claim) for claim in facts.claims if any(s.is_by(party) for s in facts.of_claim.get(claim, ()))}
    return {head: facts.restated[head] for head in sorted(heads, key=facts.place)}


def _unmet(facts: Facts, head: str, answers: dict[str, tuple[Reply, ...]]) -> tuple[str, ...]:
    """The parts of a claim, and theirs, that its speaker makes and that have no reply of their own."""
    found: dict[str, None] = {}
    waiting = [head]
    while waiting:
        parts = {facts.first(part) for claim in facts.restated[waiting.pop()] for part in facts.parts.get(claim, ())}
        new = [part for part in parts - {head} - found.keys() if part in answers and not answers[part]]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(sorted(found, key=facts.place))


def _shown(answers: dict[str, tuple[Reply, ...]], unmet: dict[str, tuple[str, ...]]) -> list[str]:
    """The claims that get a row: a part without a reply of its own is told with its whole."""
    folded = {part for parts in unmet.values() for part in parts}
    shown = {head for head in answers if head not in folded}
    told = shown | {part for head in shown for part in unmet[head]}
    for head in answers:  # parts of each other have no whole
        if head not in told:
            shown.add(head)
            told |= {head, *unmet[head]}
    return [head for head in answers if head in shown]


def _others(facts: Facts, head: str, claimant: str, replier: str) -> tuple[str, ...]:
    """Who else denies, questions or challenges a claim."""
    stances = facts.stances(facts.restated[head])
    disputing = {s.by for s in stances if s.depth == 0 and s.stance in ("denies", "questions")}
    disputing |= {by for one in facts.attacks.get(head, ()) for by in one.by}
    speakers = {s.by for s in stances if s.is_by(replier) or s.is_by(claimant)}
    return tuple(sorted(disputing - speakers - {replier, claimant}))


def _documents(facts: Facts, party: str) -> tuple[Document, ...]:
    """The documents that a party wrote, published or speaks in."""
    spoken = {s.document for stances in facts.of_claim.values() for s in stances if s.depth == 0 and s.is_by(party)}
    return tuple(one for one in facts.documents.values() if party in one.makers or one.iri in spoken)


def _is_at(facts: Facts, challenge: Argument, party: str) -> bool:
    """Whether a challenge is to a party, its documents, or what it says or argues in them."""
    for target in challenge.targets:
        document = facts.documents.get(target) or facts.documents.get(facts.home.get(target, ""))
        if target == party or party in facts.words.makers(target):
            return True
        if document and target not in facts.restated and target not in facts.argued and party in document.makers:
            return True
    return False
