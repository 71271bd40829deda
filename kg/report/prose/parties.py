"""The parties of a case, each on its own, and who else speaks."""

from __future__ import annotations

from kg.report.formats.blocks import Block, Bullets, Heading, Line, Paragraph, Run
from kg.report.parts.memo import Memo, Tie
from kg.report.prose.teller import Teller, command

#: How many ties of each party, the same for all, and how many others who speak.
TIES, SPEAKERS = 6, 5


def parties(tell: Teller, facts: Memo) -> list[Block]:
    """Each party with its documents, claims and ties; then the others."""
    blocks: list[Block] = [Heading(2, tell.say("parties"))]
    if not tell.facts.parties:
        return [*blocks, Paragraph(tell.line("no-parties"))]
    blocks.append(Paragraph(tell.line("parties-alone", ties=TIES)))
    blocks.append(Bullets(tuple(_party(tell, facts, party) for party in tell.facts.parties)))
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
    told.append(tell.say("party-claims", own=voice.own, reported=voice.reported))
    if voice.conceded:
        told.append(tell.say("party-conceded", conceded=voice.conceded))
    if voice.persons:
        told.append(tell.say("party-voices", names=tell.names(voice.persons)))
    line: list[Run] = [Run(tell.name(party), "strong"), Run(f": {'; '.join(told)}. {tell.say('ties')}: ")]
    ties = facts.ties[party]
    for number, tie in enumerate(ties[:TIES]):
        line += [Run("; " if number else ""), *_tie(tell, tie)]
    if not ties:
        line.append(Run(tell.say("no-ties")))
    line.append(Run(". "))
    if len(ties) > TIES:
        name = party.rpartition("/")[2] if len(tell.facts.declared) == 1 else party
        line += tell.told("and-more", more=len(ties) - TIES, command=command("ask", "who-is-tied-to-whom", "-p", f"actor={name}"))
    return tuple(run for run in line if run.text or run.note)


def _tie(tell: Teller, tie: Tie) -> Line:
    """Who, how, whom; share, amount and date; according to whose document. The annotator's note stands with the passage."""
    beside = [tie.share, tie.amount, tell.when(tie.during) if tie.during else tell.say("tie-undated")]
    document = tell.facts.documents.get(tie.document)
    if document:
        beside.append(tell.say("according", document=tell.whose([document])))
    notes = dict.fromkeys(filter(None, map(tell.facts.words.note, tie.iris)))
    told = f"{tell.name(tie.who)} – {tell.facts.words.term(tie.kind)} – {tell.name(tie.whom)}, {', '.join(filter(None, beside))}"
    return (Run(told), *tell.cite(*tie.iris, beside="".join(tell.say("tie-note", note=note.rstrip(".")) for note in notes)))
