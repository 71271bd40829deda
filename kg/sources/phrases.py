"""Every phrase about sources, in English and Russian. Names stand where they need no ending."""

from __future__ import annotations

from kg.grammar import LANGUAGES

#: Name → English, Russian.
PHRASES: dict[str, tuple[str, str]] = {
    # Rungs, as a table has them
    "no-source": ("no source in this corpus", "в этих документах источника нет"),
    "self-sourced": ("self-sourced", "только собственные слова"),
    "affiliated-only": ("affiliated only", "только связанные источники"),
    "single-root": ("a single root", "один корень"),
    "not-known-to-be-connected": (
        "two or more sources not known to be connected",
        "два источника или больше, о связи которых неизвестно",
    ),
    "unknown": ("unknown", "неизвестно"),
    # The same as sentences: claim, then on whose word
    "tell.no-source": (
        "{claim} ({who}): no source for it in this corpus but those who claim it",
        "{claim} ({who}): в этих документах источника нет, кроме самих утверждающих",
    ),
    "tell.self-sourced": (
        "{claim} ({who}): it rests on the claimants' own word alone, {sources}",
        "{claim} ({who}): держится лишь на словах самих утверждающих, {sources}",
    ),
    "tell.affiliated-only": (
        "{claim} ({who}): its only sources are parties, or tied to parties or to the claimants, {sources}",
        "{claim} ({who}): источники только у сторон или у тех, кто связан с ними либо с утверждающими, {sources}",
    ),
    "tell.single-root": (
        "{claim} ({who}): one source that is neither a party's nor known to be tied to a party or the claimants: {third}",
        "{claim} ({who}): один источник, не у стороны и без известных связей со сторонами и с утверждающими: {third}",
    ),
    "tell.single-root.many": (
        "{claim} ({who}): sources that are neither parties' nor known to be tied to parties or the claimants, but hang together: {third}",
        "{claim} ({who}): источники не у сторон и без известных связей со сторонами и с утверждающими, но связанные между собой: {third}",
    ),
    "tell.not-known-to-be-connected": (
        "{claim} ({who}): {count} sources that are not known to be connected with each other, with a party or with the claimants: {third}",
        "{claim} ({who}): источники, о связи которых друг с другом, со сторонами и с утверждающими неизвестно, числом {count}: {third}",
    ),
    "tell.unknown": (
        "{claim} ({who}): on whose word it rests is {rung}{sources}; to review: {review}",
        "{claim} ({who}): на чьих словах держится — {rung}{sources}; изучить: {review}",
    ),
    "unknown.least": ("unknown, at least: {low}", "неизвестно, не меньше чем: {low}"),
    "unknown.between": ("unknown, at least: {low}, at most: {high}", "неизвестно, не меньше чем: {low}, не больше чем: {high}"),
    "sources": (", {sources}", ", {sources}"),
    "reason": ("{rung}: {why}", "{rung}: {why}"),
    "reason.unknown": ("{rung}; to review: {why}", "{rung}; изучить: {why}"),
    "nobody": ("nobody is said to claim it", "никто этого, по записям, не утверждает"),
    "source": ("{who} – {what}", "{who} — {what}"),
    "none": ("not named", "не назван"),
    # What stands beside
    "aside": (
        "Not counted, since it says something else than the claim itself: {what}",
        "Не в счёт, так как говорит не само утверждение: {what}",
    ),
    "aside.part": ("a part of it", "часть"),
    "aside.narrower": ("narrower", "более узкое"),
    "aside.broader": ("broader", "более широкое"),
    "aside.differs": ("different", "иное"),
    "aside.one": ("{what} ({how})", "{what} ({how})"),
    "admission": (
        "Apart from that, a party that is not known to be tied to those who assert it concedes it: {what}",
        "Кроме того, это признаёт сторона, о связи которой с утверждающими неизвестно: {what}",
    ),
    "conceded": ("Conceded, not asserted, by: {who}", "Не утверждается, а признаётся: {who}"),
    "retracted": ("Taken back, and not counted: {what}", "Отозвано и не учтено: {what}"),
    "relays": ("Passed on, and counted once with where it comes from, by: {who}", "Передают, в счёт один раз с первоисточником: {who}"),
    "echoes": ("The same document again, counted once: {what}", "Тот же документ ещё раз, в счёт один раз: {what}"),
    "circle": ("These go back to each other, and are one root: {what}", "Восходят друг к другу, корень один: {what}"),
    "neighbours": (
        "What supports it supports neither of these, which are claims of their own: {what}",
        "Что подкрепляет его, не подкрепляет этих: {what}",
    ),
    "roots": ("Where they come from: {what}", "Откуда они: {what}"),
    "fragile": (
        "Without {what} it would be: {rung}",
        "Без этого ({what}) было бы: {rung}",
    ),
    "fragile.bound": (
        "Without {what} (fewer may do) it would be: {rung}",
        "Без этого ({what}; может хватить и меньшего) было бы: {rung}",
    ),
    # What the rung hangs on: a source withdrawn, a parameter set otherwise
    "withdrawn": ("{what} is withdrawn", "отозвано: {what}"),
    "if": ("If {what}, {claim} would be: {then}; now: {now}", "Если {what}, было бы {claim}: {then}; сейчас: {now}"),
    "counts": ("ties of the kind “{kind}” carry control", "связи вида «{kind}» дают контроль"),
    "counts.not": ("ties of the kind “{kind}” carry no control", "связи вида «{kind}» контроля не дают"),
    "counts.funds": ("any funding carries control", "контроль даёт любое финансирование"),
    "counts.share": ("funding carries control from a share of {share}", "финансирование даёт контроль с доли {share}"),
    "counts.umbrella": ("organisations that are members of another are controlled by it", "членство организации в другой даёт контроль"),
    "counts.umbrella.not": (
        "organisations that are members of another are not controlled by it",
        "членство организации в другой контроля не даёт",
    ),
    "apart": (
        "Sources not known to be connected: groups {low}, largest set of which no two are known to be {high}",
        "Источники, о связи которых неизвестно: групп {low}, в наибольшем наборе без известных связей {high}",
    ),
    "bounds": ("between {least} and {most}", "от {least} до {most}"),
    "connected": ("What connects them: {what}", "Что их связывает: {what}"),
    "connected.root": ("one origin, {what}", "общее начало, {what}"),
    "connected.data": ("the same data, {what}", "одни данные, {what}"),
    "connected.actor": ("the same actor, or one who controls both, {what}", "один участник или тот, от кого зависят оба, {what}"),
    "perhaps": ("{what} (perhaps)", "{what} (возможно)"),
    "parameters": (
        "Ties that carry control: {kinds}; share of funds that does: {share}; organisations in umbrellas: {umbrella}; exact up to {exact}",
        "Контроль дают связи: {kinds}; доля средств, которая его даёт: {share}; объединения организаций: {umbrella}; точно до {exact}",
    ),
    "off": ("none", "никакая"),
    "umbrella.yes": ("carry it", "дают"),
    "umbrella.no": ("only where a tie says so", "лишь где так сказано"),
    # Witnesses
    "why": ("Why: {what}", "Почему: {what}"),
    "why.own": ("{voice} makes the claim", "{voice} — из тех, кто это утверждает"),
    "why.self": ("{voice} is a party", "{voice} — сторона"),
    "why.tied": ("{path}, and so to {other}", "{path}, а отсюда связь: {other}"),
    "why.third": ("no tie of {voice} to a party or a claimant is known", "связь со сторонами или утверждающими неизвестна: {voice}"),
    "why.unknown": ("perhaps: {path}", "возможно: {path}"),
    "way.derives-from": ("{thing} derives from {origin}", "{thing} восходит к: {origin}"),
    "way.translates": ("{thing} translates {origin}", "{thing} переводит: {origin}"),
    "way.relays": ("{thing} is relayed from {origin}", "{thing} передано из: {origin}"),
    "way.restates": ("{thing} restates {origin}", "{thing} пересказывает: {origin}"),
    "way.stands-in": ("{thing} stands in {origin}", "{thing} стоит в: {origin}"),
    "way.source": ("{thing} has as its source {origin}", "{thing} имеет источником: {origin}"),
    "tie": ("{who} {verb} {whom}{when}", "{who} {verb}: {whom}{when}"),
    # Ties that are shown
    "ties": ("Ties upwards, shown and not judged: {what}", "Связи вверх, показаны без оценки: {what}"),
    "ties.one": ("{tie} ({how})", "{tie} ({how})"),
    "ties.counted": ("counted", "учтена"),
    "ties.may": ("may have held, or counted", "могла быть или могла бы учитываться"),
    "ties.not": ("carries no control here, lowers nobody", "контроля здесь не даёт, никого не понижает"),
    "ties.over": ("not at that time", "не в это время"),
    # Who makes a claim
    "standing.own": ("a declared party", "объявленная сторона"),
    "standing.affiliated": ("tied to a declared party", "связан с объявленной стороной"),
    "standing.unknown": ("not known: not reviewed", "неизвестно: не изучено"),
    "standing.third": ("not a party, nor known to be tied to one", "не сторона, и связей со сторонами не известно"),
    # Of a piece
    "piece.own": ("a claimant's own", "собственные слова"),
    "piece.affiliated": ("a party's, or tied", "сторона или связан"),
    "piece.unknown": ("not known", "неизвестно"),
    "piece.third": ("a third party's", "третья сторона"),
    "piece.retracted": ("taken back", "отозвано"),
    # What would have to be looked at
    "gap": ("{thing}: {what}", "{thing}: {what}"),
    "gap.author": ("its author", "автор"),
    "gap.sources": ("its sources", "источники"),
    "gap.ties": ("ties of those who speak in it", "связи тех, кто в нём говорит"),
    "gap.read": ("the whole of it", "целиком"),
    "gap.missing": ("the document itself", "сам документ"),
    "gap.place": ("where they say so", "где это сказано"),
    "gap.whose": ("whose words these are", "чьи это слова"),
    "gap.taken": ("whether it is taken from the document that it cites", "взято ли из документа, на который ссылается"),
    "gap.tie": ("when, and how far, it held", "когда и насколько она была"),
    # By party
    "directly": ("in its own words", "своими словами"),
    "reported": ("as others report", "в передаче других"),
    "of": ("{some} of {all}", "{some} из {all}"),
    "base": (
        "{all}: {full} in full, {part} in part, {mention} only mentioned",
        "{all}: целиком {full}, частично {part}, лишь названы {mention}",
    ),
    "base.reviewed": ("{some} of {all}", "{some} из {all}"),
    # Caveats
    "caveat": (
        "Unknown is not independent; whether a claim is right is not said here. A source supports what it says and no neighbour of it.",
        "Неизвестное — не независимое, и верно ли утверждение, здесь не сказано. Источник подкрепляет то, что говорит, а не соседнее.",
    ),
    "caveat.party": (
        "The same table for every party, each on its own. What stands in it depends on which documents are at hand, and read how far.",
        "Одна таблица для всех сторон, каждая сама по себе. Числа зависят от того, какие документы под рукой и насколько прочитаны.",
    ),
    "caveat.sensitivity": (
        "Each row changes one parameter: a kind of tie that carries control left out (-) or taken in (+), or the share of funds that does.",
        "В каждой строке изменён один параметр: вид связи, дающей контроль, убран (-) или добавлен (+), либо доля средств.",
    ),
}
#: Column → English, Russian.
HEADS: dict[str, tuple[str, str]] = {
    "claim": ("claim", "утверждение"),
    "said_by": ("said by", "кто утверждает"),
    "standing": ("who that is", "кто это"),
    "document": ("document", "документ"),
    "rung": ("rests on", "на чём держится"),
    "sources": ("sources", "источники"),
    "roots": ("roots", "корни"),
    "k_low": ("groups apart", "отдельных групп"),
    "k_high": ("at most apart", "отдельных не больше"),
    "unknown": ("to review", "изучить"),
    "id": ("id", "id"),
    "without": ("without", "без этого"),
    "not_known": ("unknown", "неизвестно"),
    "then": ("it would be", "было бы"),
    "bears": ("claims that go back to it", "утверждений, восходящих к нему"),
    "parameter": ("parameter", "параметр"),
    "party": ("party", "сторона"),
    "how": ("how said", "как сказано"),
    "documents": ("its documents at hand", "её документы под рукой"),
    "reviewed": ("of these reviewed", "из них изучены"),
    "claims": ("claims", "утверждений"),
}


def say(name: str, lang: str, **gaps: str) -> str:
    """A phrase in a language, its gaps filled.

    >>> say("of", "ru", some="2", all="5")
    '2 из 5'
    """
    return PHRASES[name][LANGUAGES.index(lang)].format(**gaps)


def heads(columns: list[str], lang: str) -> dict[str, str]:
    """What columns are called."""
    return {column: HEADS[column][LANGUAGES.index(lang)] if column in HEADS else say(column, lang) for column in columns}
