"""The allegation–reply matrix in words: for each pair of parties both directions, told by the same code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Run, Table
from kg.report.parts.matrix import Direction, Row
from kg.report.parts.reply import Reply, Silence
from kg.report.prose.teller import Teller
from kg.things import Stance


@dataclass(frozen=True)
class Beside:
    """What is told of the claims of a row beside who says what: their sources, how they stand, whether their figures add up."""

    sources: Callable[[Row], Sequence[str]]
    label: Callable[[Row], str]
    numbers: Callable[[Row], Sequence[str]]


_SILENCES = ("silent", "in-part", "undated", "mentioned", "earlier", "none")
EMPTY: Line = (Run("–"),)


def matrix(tell: Teller, pairs: Sequence[tuple[Direction, Direction]], beside: Beside, most: int) -> list[Block]:
    """The blocks of the matrix; of each table at most so many rows (0: all)."""
    blocks: list[Block] = [Heading(1, tell.say("matrix"))]
    if not pairs:
        return [*blocks, Paragraph(tell.told("matrix-none", command=Run("kg report --between A --between B", "code")))]
    blocks.append(Paragraph(tell.line("linked-only")))
    for pair in pairs:
        blocks.append(Heading(2, tell.say("pair", one=tell.name(pair[0].claimant), other=tell.name(pair[0].replier))))
        for one in pair:
            blocks += _direction(tell, one, beside, most)
    return blocks


def _direction(tell: Teller, one: Direction, beside: Beside, most: int) -> list[Block]:
    names = {"claimant": tell.name(one.claimant), "replier": tell.name(one.replier)}
    blocks: list[Block] = [Heading(3, tell.say("direction", **names))]
    if one.rows:
        documents = tell.numbers(one.documents) or tell.say("none").lower().rstrip(".")
        counts = {"all": len(one.rows), "replied": len(one.replied), "unreplied": len(one.unreplied)}
        base = tell.say("direction-base", **counts, documents=documents)
        parts = sum(len(row.parts) for row in one.rows)
        blocks.append(Paragraph((Run(base + (f" {tell.say('direction-parts', parts=parts)}" if parts else "")),)))
    else:
        blocks.append(Paragraph(tell.line("direction-empty")))
    if one.replied:
        rows = [_replied(tell, row, one, beside) for row in _first(one.replied, most)]
        names_of = ("col-claim", "col-reply", "col-evidence", "col-sources", "col-parts")
        blocks += [Heading(4, tell.say("with-reply")), Table(tuple(map(tell.say, names_of)), tuple(rows), (25, 31, 19, 12, 13))]
        blocks += _left(tell, len(one.replied) - len(rows))
    if one.unreplied:
        blocks += [Heading(4, tell.say("without-reply")), *_unreplied(tell, one, beside, most)]
    if one.at_large:
        blocks.append(Paragraph((Run(tell.say("at-large", **names, many=len(one.at_large)), "strong"),)))
        blocks.append(Bullets(tuple(tell.challenges(one.at_large))))
    if one.denials:
        blocks.append(Paragraph((Run(tell.say("denials", **names, many=len(one.denials)), "strong"),)))
        denied = [(claim, [s for s in tell.facts.stances(tell.facts.restated[claim]) if s.is_by(one.claimant)]) for claim in one.denials]
        blocks.append(Bullets(tuple((Run(tell.quoted(claim)), *tell.said(s for s in by if s.stance == "denies")) for claim, by in denied)))
    if one.concessions:
        blocks.append(Paragraph((Run(tell.say("conceding", **names, many=len(one.concessions)), "strong"),)))
        blocks.append(Bullets(tuple(_conceded(tell, found) for found in one.concessions)))
    return blocks


def _conceded(tell: Teller, sayings: Sequence[Stance]) -> Line:
    """What is conceded, and where: the party's own words, else those of who reports it."""
    told = [s for s in sayings if s.depth == 0] or list(sayings)
    return (Run(tell.quoted(told[0].claim)), *tell.said(told), Run(f" {_where(tell, told)}", "soft"))


def _where(tell: Teller, told: Sequence[Stance]) -> str:
    """The documents; where others report what is said, whose documents, and through whom."""
    documents = [tell.facts.documents[s.document] for s in told if s.document in tell.facts.documents]
    through = dict.fromkeys(name for s in told for name in s.through)
    if not all(s.depth for s in told):
        return tell.numbers(documents)
    where = tell.whose(documents) + (f", {tell.say('chain', names=tell.names(through))}" if through else "")
    return tell.say("reported", documents=where)


def _first(rows: Sequence[Row], most: int) -> Sequence[Row]:
    return rows[:most] if most else rows


def _left(tell: Teller, left: int) -> list[Block]:
    return [Paragraph(tell.told("rows-left", many=left, command=Run("kg report --rows 0", "code")))] if left else []


def _unreplied(tell: Teller, one: Direction, beside: Beside, most: int) -> list[Block]:
    """A table for each reason why nothing is found."""
    groups: dict[Silence, list[Row]] = {}
    shown = _first(one.unreplied, most)
    for row in shown:
        assert row.silence is not None
        groups.setdefault(row.silence, []).append(row)
    blocks: list[Block] = []
    names = tuple(map(tell.say, ("col-claim", "col-evidence", "col-sources", "col-its-parts")))
    for silence in sorted(groups, key=lambda silence: (_SILENCES.index(silence.kind), tell.numbers(silence.documents))):
        rows = [
            (_unmet(tell, row, one, beside), _evidence(tell, row, one, beside), _sources(beside.sources(row)), _parts(tell, row))
            for row in groups[silence]
        ]
        blocks += [Paragraph((Run(_silence(tell, silence), "strong"),)), Table(names, tuple(rows), (40, 26, 16, 18))]
    return blocks + _left(tell, len(one.unreplied) - len(shown))


def _replied(tell: Teller, row: Row, one: Direction, beside: Beside) -> tuple[Cell, ...]:
    return (
        _claim(tell, row, one, beside),
        _replies(tell, row, one),
        _evidence(tell, row, one, beside),
        _sources(beside.sources(row)),
        _parts(tell, row),
    )


def _unmet(tell: Teller, row: Row, one: Direction, beside: Beside) -> Cell:
    """A claim without a reply, and where it was passed on."""
    return (*_claim(tell, row, one, beside), *([(Run(tell.say("relays"), "soft"), *tell.said(row.relayed))] if row.relayed else []))


def _claim(tell: Teller, row: Row, one: Direction, beside: Beside) -> Cell:
    """The words, and where; who reports it where the party's own words are not at hand; how the reply puts it."""
    direct = [s for s in row.sayings if s.depth == 0]
    told = direct or list(row.sayings)
    cell: list[Line] = [(Run(tell.name(row.claim)), *tell.said(told), Run(f" {_where(tell, told)}", "soft"))]
    cell += [(Run(label, "soft"),)] if (label := beside.label(row)) else []
    cell += [(Run(tell.say("own", how=tell.say(f"own-{how}")), "soft"), *tell.things([claim])) for how, claim in row.own]
    for claim in row.claims:
        wording = [s for s in tell.facts.of_claim.get(claim, ()) if s.is_by(one.replier)]
        if claim != row.claim and wording and tell.name(claim) != tell.name(row.claim):
            words = tell.say("worded", document=tell.document(tell.facts.home.get(claim, "")), words=tell.name(claim))
            cell.append((Run(words, "soft"), *tell.said(s for s in tell.facts.of_claim[claim] if s.depth == 0)))
    return tuple(cell)


def _replies(tell: Teller, row: Row, one: Direction) -> Cell:
    cell: list[Line] = []
    for reply in row.replies:
        cell.append(_act(tell, reply, one))
        cell += tell.challenges(reply.challenges, row.claims)
        cell += [(Run(f"{tell.say(how)}: "), *tell.things([claim])) for how, claim in reply.related]
    if row.others:
        cell.append((Run(tell.say("others", names=tell.names(row.others)), "soft"),))
    return tuple(cell)


def _act(tell: Teller, reply: Reply, one: Direction) -> Line:
    """What the party did, in whose person, and where."""
    told = tell.say(reply.kind)
    line: list[Run] = [Run(told[:1].upper() + told[1:], "strong"), *(tell.said(reply.stances) if reply.stances else ())]
    others = sorted({s.by for s in reply.stances} - {one.replier})
    reported = [s for s in reply.stances if s.depth]
    if reply.earlier:
        line.append(Run(f" ({tell.say('in-earlier')})"))
    if others:
        line.append(Run(f" ({tell.names(others)})"))
    if reported and len(reported) == len(reply.stances):
        line.append(Run(f", {_where(tell, reported)}"))
    return tuple(line)


def _evidence(tell: Teller, row: Row, one: Direction, beside: Beside) -> Cell:
    cell: list[Line] = []
    for support in row.evidence:
        others = [by for by in support.by if by != one.claimant]
        pointed = (Run(f" ({tell.say('pointed', names=tell.names(others))})", "soft"),) if others else ()
        cell.append((*tell.things(support.brings), *(tell.cite(support.iri) if support.iri in tell.facts.passages else ()), *pointed))
    numbers = [(Run(tell.say("claim-numbers"), "soft"), Run(told)) for told in beside.numbers(row)]
    return (*(tuple(cell) or (tell.line("no-evidence"),)), *numbers)


def _sources(reasons: Sequence[str]) -> Cell:
    return tuple((Run(reason),) for reason in reasons) or (EMPTY,)


def _parts(tell: Teller, row: Row) -> Cell:
    cell: list[Line] = []
    groups: dict[Silence, list[str]] = {}
    for part in row.parts:
        groups.setdefault(part.silence, []).append(part.claim)
    for silence, claims in groups.items():
        cell += [(Run(tell.name(claim)), *tell.said(s for s in tell.facts.of_claim[claim] if s.depth == 0)) for claim in claims]
        if silence != row.silence:
            cell.append((Run(_silence(tell, silence), "soft"),))
    return tuple(cell) or (EMPTY,)


def _silence(tell: Teller, silence: Silence) -> str:
    return tell.say("no-document" if silence.kind == "none" else silence.kind, documents=tell.numbers(silence.documents))
