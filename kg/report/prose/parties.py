"""The parties of a case, each on its own, and who else speaks."""

from __future__ import annotations

from collections.abc import Iterator

from kg.report.formats.blocks import Block, Bullets, Heading, Line, Paragraph, Run
from kg.report.parts.memo import Memo, Tie
from kg.report.prose.teller import Teller, command

#: How many ties of each party, the same for all, and how many others who speak.
TIES, SPEAKERS = 5, 5


def parties(tell: Teller, facts: Memo) -> list[Block]:
    """Each party with its documents, claims and ties; then the others."""
    blocks: list[Block] = [Heading(2, tell.say("parties"))]
    if not tell.facts.parties:
        return [*blocks, Paragraph(tell.line("no-parties"))]
    blocks.append(Bullets(tuple(_party(tell, facts, party) for party in tell.facts.parties)))
    blocks.append(Paragraph(tuple(_ties(tell, facts))))
    if facts.speakers:
        others = ", ".join(f"{tell.name(who)} ({claims})" for who, claims in facts.speakers[:SPEAKERS])
        more = len(facts.speakers) - SPEAKERS
        left = f" {tell.say('speakers-more', more=more)}" if more > 0 else ""
        blocks.append(Paragraph(tell.line("speakers", others=others + left)))
    return blocks


def _party(tell: Teller, facts: Memo, party: str) -> Line:
    voice = facts.voices[party]
    documents, mentioned = tell.facts.documents_of(party)
    told = [tell.say("party-documents", documents=tell.numbers(documents)) if documents else tell.say("party-documents-none")]
    if mentioned:
        told.append(tell.say("party-mentioned", documents=tell.numbers(mentioned)))
    told.append(tell.say("party-claims", own=voice.own))
    if voice.reported:
        told.append(tell.say("party-reported", reported=voice.reported))
    if voice.conceded:
        told.append(tell.say("party-conceded", conceded=voice.conceded))
    if voice.persons:
        told.append(tell.say("party-voices", names=tell.names(voice.persons)))
    return (Run(tell.name(party), "strong"), Run(f": {'; '.join(told)}."))


def _ties(tell: Teller, facts: Memo) -> Iterator[Run]:
    """The ties of all parties by the document that states them, each once, as many of one party as of another."""
    shown = {tie for ties in facts.ties.values() for tie in ties[:TIES]}
    every = dict.fromkeys(tie for ties in facts.ties.values() for tie in ties)
    by_document: dict[str, list[Tie]] = {}
    for tie in every:
        if tie in shown:
            by_document.setdefault(tie.document, []).append(tie)
    if shown:
        yield Run(tell.say("ties-stated", most=TIES))
    documents = tell.facts.documents
    for iri in sorted(by_document, key=lambda iri: documents[iri].number if iri in documents else len(documents) + 1):
        source = tell.whose([documents[iri]]) if iri in documents else tell.say("ties-case")
        yield Run(f" {tell.say('ties-of', document=source)}: ")
        for number, tie in enumerate(by_document[iri]):
            yield from ((Run("; "),) if number else ())
            yield from _tie(tell, tie)
        yield Run(".")
    if len(every) > len(shown):
        yield Run(" ")
        yield from tell.told("and-more", more=len(every) - len(shown), command=command("ask", "who-is-tied-to-whom"))
    if lacking := [party for party in tell.facts.parties if not facts.ties[party]]:
        yield Run(f" {tell.say('no-ties', parties=tell.names(lacking))}")


def _tie(tell: Teller, tie: Tie) -> Line:
    """Who, how, whom; share, amount and date. The annotator's note stands with the passage."""
    beside = [tie.share, tie.amount, tell.when(tie.during) if tie.during else tell.say("tie-undated")]
    notes = dict.fromkeys(filter(None, map(tell.facts.words.note, tie.iris)))
    told = f"{tell.name(tie.who)} – {tell.facts.words.term(tie.kind)} – {tell.name(tie.whom)} ({', '.join(filter(None, beside))})"
    return (Run(told), *tell.cite(*tie.iris, beside="".join(tell.say("tie-note", note=note.rstrip(".")) for note in notes)))
