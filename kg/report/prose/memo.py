"""The memo: two pages on who disputes what, on what ground, and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.facts import DISPUTES, SOURCES
from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Run, Table
from kg.report.parts.matrix import Direction
from kg.report.parts.memo import Contested, Memo
from kg.report.parts.numbers import Numbers
from kg.report.parts.standing import LABELS, RUNGS, Standing, counted
from kg.report.prose import numbers
from kg.report.prose.parties import parties
from kg.report.prose.teller import Teller, command
from kg.things import Document

#: How much of each list two pages hold.
DOCUMENTS, PAIRS, CLAIMS, MAKERS = 2, 4, 4, 3


def memo(tell: Teller, facts: Memo, found: Numbers, directions: Sequence[Direction], states: dict[str, int]) -> list[Block]:
    """The blocks of the memo."""
    return [
        Heading(1, tell.say("memo")),
        Paragraph(tell.line("what-it-is")),
        *parties(tell, facts),
        *_dispute(tell, facts),
        *_contested(tell, facts),
        *_documents(tell),
        *_sources(tell, facts),
        *numbers.memo(tell, found),
        *_unanswered(tell, directions),
        *_gaps(tell, facts, states),
    ]


def _dispute(tell: Teller, facts: Memo) -> list[Block]:
    base = tell.say("dispute-base", claims=facts.claims, made=facts.made, contested=facts.disputed)
    blocks: list[Block] = [Heading(2, tell.say("dispute"))]
    if not facts.disputes and not facts.contested:
        return [*blocks, Paragraph((Run(f"{base} {tell.say('no-dispute')}"),))]
    counts = {**facts.challenges, "all": sum(facts.challenges.values())}
    told = [base, *([tell.say("means", **counts)] if counts["all"] else [])]
    if labels := counted(facts.standing.labels.values(), LABELS):
        told.append(tell.say("labels", labels=", ".join(f"{name} {many}" for name, many in labels)))
    listed = sum(int(row["challenges"]) for row in facts.disputes)
    if facts.disputes and listed != counts["all"]:
        told.append(tell.say("means-rows", rows=listed))
    blocks.append(Paragraph((Run(" ".join(told)),)))
    columns = ("who", "whom", "claims_denied", "claims_questioned", "challenges")
    rows = tuple(tuple(((Run(row[column]),),) for column in columns) for row in facts.disputes[:PAIRS])
    if rows:
        names = ("col-who", "col-whom", "col-denied", "col-questioned", "col-challenges")
        blocks.append(Table(tuple(tell.say(name) for name in names), rows, (32, 35, 11, 10, 12)))
    if len(facts.disputes) > PAIRS:
        blocks.append(Paragraph(tell.told("shown-of", shown=PAIRS, all=len(facts.disputes), command=command("ask", DISPUTES))))
    return blocks


def _documents(tell: Teller) -> list[Block]:
    documents = tuple(tell.facts.documents.values())
    blocks: list[Block] = [Heading(2, tell.say("documents"))]
    if not documents:
        return [*blocks, Paragraph(tell.line("no-documents"))]
    spoken = Counter(s.document for stances in tell.facts.of_claim.values() for s in stances)
    chosen = sorted(documents, key=lambda one: (-spoken[one.iri], one.number))[:DOCUMENTS]
    if len(chosen) < len(documents):
        blocks.append(Paragraph(tell.line("documents-chosen", shown=len(chosen), all=len(documents))))
    return [*blocks, Bullets(tuple(_document(tell, one) for one in sorted(chosen, key=lambda one: one.number)))]


def _document(tell: Teller, one: Document) -> Line:
    read = f"{tell.say('col-read').lower()} {tell.say(f'read-{one.read}')}" if one.read != "mention" else tell.say("read-mention")
    told = [tell.date(one), tell.authors(one, MAKERS), read, *([tell.say("retracted")] if one.retracted else [])]
    return (Run(tell.number(one), "strong"), Run(f" {tell.name(one.iri)} ({'; '.join(told)})"))


def _contested(tell: Teller, facts: Memo) -> list[Block]:
    if not facts.contested:
        return []
    blocks: list[Block] = [Heading(2, tell.say("contested"))]
    rows = tuple(_claim(tell, one, facts.standing) for one in facts.contested[:CLAIMS])
    blocks.append(Table(tuple(tell.say(name) for name in ("col-claim", "col-said-by", "col-disputed")), rows, (24, 27, 49)))
    left: list[Run] = [Run(tell.say("contested-rule"))]
    if len(facts.contested) > CLAIMS:
        left += [Run(" ")]
        left += tell.told("shown-of", shown=CLAIMS, all=len(facts.contested), command=command("ask", "claims-and-counterclaims"))
    if any(len(one.claims) > 1 for one in facts.contested):
        left.append(Run(f" {tell.say('restated')}"))
    if facts.one_sided:
        left.append(Run(f" {tell.say('one-sided', many=facts.one_sided)}"))
    return [*blocks, Paragraph(tuple(left))]


def _claim(tell: Teller, one: Contested, standing: Standing) -> tuple[Cell, ...]:
    speakers: dict[str, list[str]] = {}
    for saying in one.sayings:
        speakers.setdefault(saying.by, []).append(saying.iri)
    said = []
    by_iri = tell.facts.by_iri[1]
    for by, iris in speakers.items():
        stances = [by_iri[iri] for iri in iris]
        direct = [s for s in stances if s.depth == 0]
        places = [tell.facts.documents[s.document] for s in stances if s.document in tell.facts.documents]
        reported = "" if direct else f", {tell.say('reported', documents=tell.whose(places))}"
        said.append((Run(tell.name(by), "strong"), Run(reported), *tell.said(direct or stances)))
        brings = dict.fromkeys(thing for support in one.supports if by in support.by for thing in support.brings)
        if brings:
            said.append((Run(f"{tell.say('with')}: "), *tell.things(brings)))
    disputing = sorted({s.by for s in one.stances} | {by for challenge in one.challenges for by in challenge.by}, key=tell.name)
    disputed = []
    for by in disputing:
        stances = [s for s in one.stances if s.by == by]
        challenges = [challenge for challenge in one.challenges if by in challenge.by]
        kind = {s.stance for s in stances}
        how = "denies" if "denies" in kind else "questions" if kind else "argued"
        how += "-argued" if challenges and kind else ""
        disputed.append((Run(tell.name(by), "strong"), Run(f": {tell.say(how)}"), *(tell.said(stances) if stances else ())))
        disputed += tell.challenges(challenges, one.claims)
    rung, label = standing.best([one.claim]), standing.labels.get(one.claim)
    stands = [tell.label(label)] if label else []
    stands += [tell.say("stands-on", rung=rung.name)] if rung else []
    claim: list[Line] = [(Run(tell.name(one.claim)),), *([(Run("; ".join(stands), "soft"),)] if stands else [])]
    return (tuple(claim), tuple(said), tuple(disputed))


def _sources(tell: Teller, facts: Memo) -> list[Block]:
    blocks: list[Block] = [Heading(2, tell.say("sources"))]
    if not facts.standing.rungs:
        return [*blocks, Paragraph(tell.line("sources-none-made"))]
    base = tell.say("sources-base", lacking=len(facts.standing.lacking), made=len(facts.standing.rungs))
    rungs = "; ".join(f"{name}: {many}" for name, many in counted(facts.standing.rungs.values(), RUNGS))
    see = tell.told("see", command=command("ask", SOURCES))
    kinds = ", ".join(
        tell.say("of-kind", kind=tell.facts.words.term(kind), bare=bare, made=made) for kind, bare, made in facts.kinds if kind
    )
    told = [
        base,
        *([tell.say("sources-kinds", kinds=kinds)] if kinds else []),
        f"{rungs[:1].upper()}{rungs[1:]}.",
    ]
    return [*blocks, Paragraph((Run(f"{' '.join(told)} "), *see))]


def _unanswered(tell: Teller, directions: Sequence[Direction]) -> list[Block]:
    if not directions:
        return []
    names = ("col-direction", "col-all", "col-replied", "col-silent", "col-unsure", "col-nothing")
    rows = []
    for one in directions:
        kinds = Counter(row.silence.kind for row in one.rows if row.silence)
        unsure, nothing = kinds["in-part"] + kinds["undated"], kinds["mentioned"] + kinds["earlier"] + kinds["none"]
        pair: Cell = (tell.line("direction", claimant=tell.name(one.claimant), replier=tell.name(one.replier)),)
        if relayed := sum(bool(row.relayed) for row in one.unreplied):
            pair += ((Run(tell.say("relays-many", many=relayed), "soft"),),)
        counts = (len(one.rows), len(one.replied), kinds["silent"], unsure, nothing)
        rows.append((pair, *(((Run(str(count)),),) for count in counts)))
    table = Table(tuple(tell.say(name) for name in names), tuple(rows), (36, 10, 10, 15, 15, 14))
    return [Heading(2, tell.say("unanswered")), Paragraph(tell.line("unanswered-note")), table]


def _gaps(tell: Teller, facts: Memo, states: dict[str, int]) -> list[Block]:
    documents = tuple(tell.facts.documents.values())
    at_hand = [one for one in documents if one.read != "mention"]
    counts = {
        "mentioned": len(documents) - len(at_hand),
        "part": sum(one.read != "full" for one in at_hand),
        "undated": sum(not one.when for one in documents),
        **{name: sum(name not in one.reviewed for one in at_hand) for name in ("author", "sources", "ties")},
    }
    items = [tell.line("gap-read", **counts, all=len(documents), held=len(at_hand))] if any(counts.values()) else []
    for party in tell.facts.parties:
        items += _missing(tell, facts, party)
    if states["not-at-hand"]:
        items.append(tell.line("gap-hand", many=states["not-at-hand"], all=sum(states.values())))
    return [Heading(2, tell.say("gaps")), Bullets((*items, tell.line("gap-truth")))]


def _missing(tell: Teller, facts: Memo, party: str) -> list[Line]:
    """What of a party's documents is not at hand, and from whose documents its words are known instead."""
    voice = facts.voices[party]
    documents, mentioned = tell.facts.documents_of(party)
    missing = tell.say("gap-party-missing", documents=tell.numbers(mentioned)) if mentioned else tell.say("party-documents-none")
    if voice.reported and (mentioned or not documents):
        return [tell.line("gap-party", party=tell.name(party), missing=missing, many=voice.reported, whose=tell.whose(voice.documents))]
    return [tell.line("gap-party-only", party=tell.name(party), missing=missing)] if mentioned else []
