"""An assessment in words."""

from __future__ import annotations

from collections.abc import Iterable

from kg.captions import TIES
from kg.grammar import quoted
from kg.labels import terms
from kg.names import KG
from kg.sources import dates
from kg.sources.assessment import Assessment, Naming, Piece, Shown, Witness
from kg.sources.gaps import Gap
from kg.sources.independent import Count
from kg.sources.lineage import Root
from kg.sources.model import ANY, Span, Tie
from kg.sources.parameters import Parameters, percent
from kg.sources.phrases import say
from kg.sources.rung import Rung, Standing

#: So many of a kind are named in a sentence; tables have them all.
NAMED = 6
_AND = "; "


def of(one: Assessment, lang: str, naming: Naming) -> str:
    """On whose word the claim rests, in one sentence, and in one more what else stands beside it."""
    return f"{_rung(one, lang, naming)}.{''.join(f' {told}.' for told in _beside(one, lang, naming))}"


def lines(one: Assessment, lang: str, naming: Naming) -> list[str]:
    """All that is known of it, a line each: the rung, what stands beside, why, ties, what it hangs on, under which parameters."""
    told = [_rung(one, lang, naming), *_beside(one, lang, naming)]
    if one.roots:
        told.append(say("roots", lang, what=_some((root(r, lang, naming) for r in one.roots), lang, everything=True)))
    told += _why(one, lang, naming)
    if one.fragility.roots:
        name = "fragile" if one.fragility.exact else "fragile.bound"
        what = _AND.join(root(r, lang, naming) for r in one.fragility.roots)
        told.append(say(name, lang, what=what, rung=say(one.fragility.rung.key, lang)))
    if one.ties:
        told.append(say("ties", lang, what=_AND.join(_shown(shown, lang, naming) for shown in one.ties)))
    if one.claim.neighbours:
        near = [
            say("aside.one", lang, what=quoted(naming(other, lang), lang), how=say(f"aside.{how}", lang))
            for how, other in one.claim.neighbours
        ]
        told.append(say("neighbours", lang, what=_AND.join(near)))
    return [f"{line}." for line in [*told, under(one.parameters, lang)]]


def witnesses(one: Assessment, lang: str, naming: Naming) -> list[str]:
    """Why it is on its rung, a line each: circles, a path for each piece, what connects them."""
    return [f"{line}." for line in _why(one, lang, naming)]


def _why(one: Assessment, lang: str, naming: Naming) -> list[str]:
    told = [say("circle", lang, what=root(r, lang, naming)) for r in dict.fromkeys(c for p in one.pieces for c in p.circles)]
    told += [say("why", lang, what=witness(piece, lang, naming)) for piece in one.pieces]
    if one.k_high.most:
        told.append(say("apart", lang, low=str(one.k_low), high=bounds(one.k_high, lang)))
    if one.connections:
        shared = [_connection(c.kind, c.thing, lang, naming, certain=c.certain) for c in one.connections]
        told.append(say("connected", lang, what=_some(dict.fromkeys(shared), lang, everything=True)))
    return told


def under(parameters: Parameters, lang: str) -> str:
    """What was left open, and how it was set."""
    kinds = ", ".join(sorted(terms(lang).get(f"{KG}kind/{kind}", kind) for kind in parameters.carrying))
    share = say("off", lang) if parameters.threshold is None else percent(parameters.threshold)
    umbrella = say("umbrella.yes" if parameters.umbrella else "umbrella.no", lang)
    return say("parameters", lang, kinds=kinds, share=share, umbrella=umbrella, exact=str(parameters.exact))


def _rung(one: Assessment, lang: str, naming: Naming) -> str:
    counted = [piece for piece in one.pieces if piece.standing is not Standing.RETRACTED]
    third = [piece for piece in counted if piece.standing is Standing.THIRD]
    told = {
        "claim": quoted(naming(one.claim.id, lang), lang),
        "who": _AND.join(naming(who, lang) for who in one.claimants) or say("nobody", lang),
        "third": _sources(third, lang, naming),
        "sources": _sources(counted, lang, naming),
        "count": str(one.k_low),
        "rung": rung(one, lang),
        "review": _some(review(one.to_review, lang, naming), lang),
    }
    if one.rung is Rung.UNKNOWN:
        told["sources"] = say("sources", lang, sources=told["sources"]) if told["sources"] else ""
    many = ".many" if one.rung is Rung.SINGLE and len(third) > 1 else ""
    return say(f"tell.{one.rung.key}{many}", lang, **told)


def _beside(one: Assessment, lang: str, naming: Naming) -> list[str]:
    """Concessions, what says something else, relays and copies, what was taken back."""
    found = []
    if one.admissions:
        found.append(say("admission", lang, what=_sources(one.admissions, lang, naming)))
    if one.conceded:
        found.append(say("conceded", lang, who=_AND.join(dict.fromkeys(naming(s, lang) for a in one.conceded for s in a.speakers))))
    if one.aside:
        how = {(p.evidence.thing, p.evidence.scope): _source(p, lang, naming) for p in one.aside}
        named = [say("aside.one", lang, what=what, how=say(f"aside.{scope}", lang)) for (_, scope), what in how.items()]
        found.append(say("aside", lang, what=_some(named, lang)))
    if one.relays:
        found.append(say("relays", lang, who=_some(dict.fromkeys(naming(by, lang) for relay in one.relays for by in relay.by[:1]), lang)))
    if one.echoes:
        found.append(say("echoes", lang, what=_some(dict.fromkeys(naming(echo.document, lang) for echo in one.echoes), lang)))
    if back := [piece for piece in one.pieces if piece.standing is Standing.RETRACTED]:
        found.append(say("retracted", lang, what=_sources(back, lang, naming)))
    return found


def _some(texts: Iterable[str], lang: str, *, everything: bool = False) -> str:
    """Texts, the first few of many."""
    every = list(texts)
    if everything or len(every) <= NAMED + 1:
        return _AND.join(every)
    more = {"en": "and {} more", "ru": "и ещё {}"}[lang].format(len(every) - NAMED)
    return _AND.join([*every[:NAMED], more])


def _sources(pieces: Iterable[Piece], lang: str, naming: Naming) -> str:
    return _some(dict.fromkeys(_source(piece, lang, naming) for piece in pieces), lang)


def sources(pieces: Iterable[Piece], lang: str, naming: Naming) -> str:
    """Who answers for each piece, and what it is."""
    counted = (piece for piece in pieces if piece.standing is not Standing.RETRACTED)
    return _AND.join(dict.fromkeys(_source(piece, lang, naming) for piece in counted))


def _source(piece: Piece, lang: str, naming: Naming) -> str:
    who = ", ".join(naming(one, lang) for one in piece.evidence.speakers[:1] or piece.voices[:1]) or say("none", lang)
    return say("source", lang, who=who, what=quoted(naming(piece.evidence.thing, lang), lang))


def root(one: Root, lang: str, naming: Naming) -> str:
    """Where derivation ends; the members of a circle with an arrow both ways."""
    return " ↔ ".join(quoted(naming(member, lang), lang) for member in one.members)


def review(gaps: Iterable[Gap], lang: str, naming: Naming) -> list[str]:
    """What would have to be looked at, a text for each thing."""
    things: dict[str, list[str]] = {}
    for one in gaps:
        things.setdefault(one.thing, []).append(say(f"gap.{one.what}", lang))
    return [say("gap", lang, thing=quoted(naming(thing, lang), lang), what=", ".join(what)) for thing, what in things.items()]


def rung(one: Assessment, lang: str) -> str:
    """The rung; of one that is unknown, what it is at least, and at most where that is less than the highest."""
    if one.rung is not Rung.UNKNOWN:
        return say(one.rung.key, lang)
    name = "unknown.least" if one.at_most is max(Rung) else "unknown.between"
    return say(name, lang, low=say(one.at_least.key, lang), high=say(one.at_most.key, lang))


def reason(one: Assessment, lang: str, naming: Naming) -> str:
    """The rung and what put the claim there, or what would settle it: for where the claim is told beside it."""
    because = _because(one, lang, naming)
    how = "reason.unknown" if one.rung is Rung.UNKNOWN else "reason"
    return say(how, lang, rung=rung(one, lang), why=because) if because else rung(one, lang)


def _because(one: Assessment, lang: str, naming: Naming) -> str:
    if one.rung is Rung.UNKNOWN:
        return _some(review(one.to_review, lang, naming), lang)
    if one.rung in (Rung.SELF, Rung.AFFILIATED):
        return _some(dict.fromkeys(_tied(piece, piece.witness, lang, naming) for piece in one.deciding), lang)
    if one.rung is Rung.SINGLE:
        roots = dict.fromkeys(root for piece in one.deciding for root in piece.roots)
        shared = (_connection(c.kind, c.thing, lang, naming, certain=c.certain) for c in one.connections)
        told = [root(each, lang, naming) for each in roots]
        return _some([*told, *dict.fromkeys(shared)] if len(told) > 1 else told, lang)
    return ""


def bounds(count: Count, lang: str) -> str:
    """A number, or what it lies between."""
    return str(count.most) if count.least == count.most else say("bounds", lang, least=str(count.least), most=str(count.most))


def witness(piece: Piece, lang: str, naming: Naming) -> str:
    """Why a piece stands where it does: where it comes from, then the ties."""
    found = piece.witness
    eid = piece.evidence.id
    steps = [_step(a if a != eid else piece.evidence.thing, way, b, lang, naming) for a, way, b in found.derivations]
    how = say(f"piece.{piece.standing.key}", lang)
    return f"{_source(piece, lang, naming)}: {how}: {', '.join([*steps, _tied(piece, found, lang, naming)])}"


def _step(thing: str, way: str, origin: str, lang: str, naming: Naming) -> str:
    return say(f"way.{way}", lang, thing=quoted(naming(thing, lang), lang), origin=quoted(naming(origin, lang), lang))


def _tied(piece: Piece, found: Witness, lang: str, naming: Naming) -> str:
    voice = naming(found.voice, lang) if found.voice else say("none", lang)
    if found.up or found.down:
        path = ", ".join(tie(step.tie, lang, naming) for step in (*found.up, *found.down))
        told = say("why.tied", lang, path=path, other=naming(found.other, lang))
        return told if found.certain else say("why.unknown", lang, path=told)
    if piece.standing is Standing.OWN:
        return say("why.own", lang, voice=voice)
    if found.other:
        return say("why.self", lang, voice=voice)
    return say("why.third", lang, voice=voice)


def tie(one: Tie, lang: str, naming: Naming) -> str:
    """A tie, with the days that are known of it."""
    verbs = TIES.get(one.kind, (one.kind, one.kind))[lang == "ru"]
    return say(
        "tie",
        lang,
        who=naming(one.who, lang),
        verb=verbs.partition("|")[0],
        whom=naming(one.whom, lang),
        when=_when(one.held if one.within == ANY else one.within),
    )


def _when(held: Span | None) -> str:
    return "" if held is None else f", {dates.written(held)}"


def _shown(one: Shown, lang: str, naming: Naming) -> str:
    how = "over" if one.held is False else "not" if one.carries is False else "counted" if one.held and one.carries else "may"
    return say("ties.one", lang, tie=tie(one.tie, lang, naming), how=say(f"ties.{how}", lang))


def _connection(kind: str, thing: str, lang: str, naming: Naming, *, certain: bool) -> str:
    told = say(f"connected.{kind}", lang, what=quoted(naming(thing, lang), lang))
    return told if certain else say("perhaps", lang, what=told)
