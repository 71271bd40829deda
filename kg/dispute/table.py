"""The state of a dispute as tables: a row a claim, or all that is told of one."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ask import Table
from kg.dispute.prose import Prose
from kg.dispute.standing import Dispute
from kg.dispute.things import Answer, Standing
from kg.grammar import LANGUAGES
from kg.labels import Labels
from kg.words import BETWEEN

#: Columns → English, Russian.
HEADS = {
    "claim": ("claim", "утверждение"),
    "said_by": ("said by", "кто утверждает"),
    "state": ("in this corpus", "в этом корпусе"),
    "why": ("why", "почему"),
    "answers": ("how it was met", "как ответили"),
    "known": ("known second-hand", "известно с чужих слов"),
    "unknown": ("unknown", "неизвестно"),
    "id": ("id", "id"),
    "about": ("about", "о чём"),
    "told": ("told", "что известно"),
}
_ABOUT = {
    "claim": ("the claim", "утверждение"),
    "gap": ("what is missing", "чего нет"),
    "attack": ("what is brought against it", "что приведено против"),
    "answer": ("how it was met", "как ответили"),
    "chain": ("how it is known", "откуда известно"),
    "report": ("reported words", "переданные слова"),
    "mixed": ("mixed words", "смешанные слова"),
    "support": ("argument for it", "довод за"),
    "challenge": ("argument against it", "довод против"),
    "part": ("part of it", "часть"),
}
_CAVEAT = (
    "Labels say which arguments stand in this corpus, not who is right: unmet is not proved, met is not refuted. Arguments and answers "
    "are those that annotators linked. Silence is not proof, and nobody owes an answer to everything.",
    "Метки говорят, какие доводы устояли в этом корпусе, а не кто прав: «без устоявшего возражения» — не доказано, «есть устоявшее "
    "возражение» — не опровергнуто. Доводы и ответы — те, что связали аннотаторы. Молчание — не доказательство, и отвечать на всё "
    "никто не обязан.",
)
_LEFT_OUT = (
    "Claims left out that nobody here disputes: {count} (--all shows them).",
    "Не показано бесспорных здесь: {count} (есть --all).",
)
#: Answers by which somebody disputes a claim, or might have.
_DISPUTING = ("concedes", "retracts", "argued", "denies", "questions", "reframes", "not-addressed")


def overview(dispute: Dispute, lang: str = "en", *, party: str = "", everything: bool = False) -> Table:
    """A row for each claim that somebody disputes or concedes, has not addressed, or that has no label; or for every claim.

    With a `party` (its IRI) only how it met the claims of others, and only claims that it met or has not addressed.
    """
    made = [dispute.standing(claim) for claim in dispute.facts.claims]
    shown = [one for one in made if _fits(one, party, everything)]
    prose, labels = Prose(dispute.facts, lang), Labels(dispute.facts.held, lang)
    rows = [_row(prose, labels, one, party) for one in shown]
    left = len(made) - len(shown)
    caveat = _pick(_CAVEAT, lang) + (f" {_pick(_LEFT_OUT, lang).format(count=left)}" if left and not party else "")
    return _table(["claim", "said_by", "state", "why", "answers", "known", "unknown", "id"], rows, lang, caveat)


def account(dispute: Dispute, claim: str, lang: str = "en", *, party: str = "") -> Table:
    """All that is told of a claim (its IRI) and its parts, a sentence a row; with a `party`, of answers only its own."""
    labels = Labels(dispute.facts.held, lang)
    rows = [
        {"about": _pick(_ABOUT[about], lang), "told": str(told), "id": labels.reference(thing)}
        for about, told, thing in _told(dispute, dispute.standing(claim), party)
    ]
    return _table(["about", "told", "id"], list({tuple(row.values()): row for row in rows}.values()), lang, _pick(_CAVEAT, lang))


def _told(dispute: Dispute, made: Standing, party: str) -> Iterable[tuple[str, object, str]]:
    yield "claim", dispute.labelled(made.thing), made.thing
    yield from (("gap", one, one.document or one.party) for one in made.gaps)
    yield from (("attack", one, one.attack) for one in made.reasons)
    yield from (("answer", one, one.party) for one in made.answers if not party or one.party == party)
    yield from (("chain", one, made.thing) for one in made.chains)
    yield from (("report", one, one.assertion) for one in made.reports)
    yield from (("mixed", one, one.inside) for one in made.mixed)
    yield from (("support", one, one.thing) for one in made.supports)
    yield from (("challenge", one, one.thing) for one in made.challenges)
    for part in made.parts:
        yield "part", part, part.thing


def _fits(made: Standing, party: str, everything: bool) -> bool:
    if party:
        return any(one.party == party and (everything or one.how in _DISPUTING) for one in made.answers)
    disputed = made.reasons or made.gaps or made.challenges or made.unargued or any(one.how in _DISPUTING for one in made.answers)
    return everything or bool(disputed)


def _row(prose: Prose, labels: Labels, made: Standing, party: str) -> dict[str, str]:
    held = [one for one in made.stances if one.stance in ("asserts", "concedes")]
    direct = {one.by for one in held if one.depth == 0}
    said = dict.fromkeys(one.by for one in sorted(held, key=lambda one: (one.depth, prose.name(one.by))))
    known = ("asserts", "unknown") if not party else ()
    answers: list[Answer] = [one for one in made.answers if (not party or one.party == party) and one.how not in known]
    unknown = [one for one in made.answers if one.how == "unknown" and not party]
    return {
        "claim": labels.of(made.thing),
        "said_by": BETWEEN.join(prose.name(one) + ("" if one in direct else prose.reported) for one in said),
        "state": prose.say(f"name.{made.label}"),
        "why": " ".join(dict.fromkeys(map(str, made.reasons))),
        "answers": " ".join(map(str, answers)),
        "known": " ".join(map(str, made.chains)),
        "unknown": " ".join(map(str, (*made.gaps, *unknown))),
        "id": labels.reference(made.thing),
    }


def _table(columns: list[str], rows: list[dict[str, str]], lang: str, caveat: str) -> Table:
    return Table(columns, rows, heads={column: _pick(HEADS[column], lang) for column in columns}, lang=lang, caveat=caveat)


def _pick(words: tuple[str, str], lang: str) -> str:
    return words[LANGUAGES.index(lang)]
