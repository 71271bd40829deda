"""The statement of method and gaps, in words."""

from __future__ import annotations

from collections.abc import Mapping

from kg import ask
from kg.facts import DISPUTES, SOURCES
from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Run, Table
from kg.report.parts.method import Annotator, Method
from kg.report.parts.numbers import Numbers
from kg.report.parts.standing import by_party
from kg.report.prose import numbers
from kg.report.prose.teller import Teller
from kg.things import Document

#: The questions that the report rests on.
QUESTIONS = (DISPUTES, "claims-and-counterclaims", SOURCES, numbers.RESTING, numbers.UNCHECKED, "who-is-tied-to-whom")


def method(tell: Teller, facts: Method, found: Numbers, withheld: Mapping[str, int], *, annotators: bool) -> list[Block]:
    """The blocks of the statement."""
    blocks: list[Block] = [Heading(1, tell.say("method")), Heading(2, tell.say("what-was-read"))]
    at_hand = [one for one in facts.documents if one.read != "mention"]
    mentioned = [one for one in facts.documents if one.read == "mention"]
    if at_hand:
        names = ("col-number", "col-date", "col-document", "col-by", "col-read", "col-reviewed")
        rows = tuple(_document(tell, one) for one in at_hand)
        blocks.append(Table(tuple(map(tell.say, names)), rows, (6, 15, 31, 20, 11, 17)))
    else:
        blocks.append(Paragraph(tell.line("none")))
    if mentioned:
        blocks += [Heading(2, tell.say("to-obtain")), Bullets(tuple(_mentioned(tell, one) for one in mentioned))]
    people = tuple(_annotator(tell, one) for one in facts.annotators)
    blocks += [Heading(2, tell.say("by-whom")), Bullets(people) if people else Paragraph(tell.line("no-annotators"))]
    blocks += _passages(tell, facts)
    blocks += numbers.method(tell, found)
    blocks += _by_party(tell)
    blocks += _rules(tell, facts, annotators=annotators)
    told = [(name, many) for name, many in sorted(withheld.items()) if name in QUESTIONS and many]
    if told:
        listed = ", ".join(f"{name}: {many}" for name, many in told)
        blocks += [Heading(2, tell.say("withheld")), Paragraph(tell.line("withheld-rows", rows=listed))]
    return blocks


def _document(tell: Teller, one: Document) -> tuple[Cell, ...]:
    title = tell.name(one.iri) + (f" ({tell.say('retracted')})" if one.retracted else "")
    reviewed = " · ".join(one.reviewed.get(name) or "–" for name in ("author", "sources", "ties"))
    texts = (tell.number(one), tell.date(one), title, tell.makers(one), tell.say(f"read-{one.read}"), reviewed)
    return tuple(((Run(text),),) for text in texts)


def _mentioned(tell: Teller, one: Document) -> Line:
    return (Run(f"{tell.number(one)}. {tell.name(one.iri)} ({tell.makers(one)}; {tell.date(one)})"),)


def _annotator(tell: Teller, one: Annotator) -> Line:
    line = tell.say("annotator", name=tell.name(one.iri), kind=tell.facts.words.term(one.kind)) if one.kind else tell.name(one.iri)
    files = [tell.say("annotated", document=tell.number(document), when=tell.when(when)) for document, when in one.files]
    return (Run("; ".join([line, *files])),)


def _passages(tell: Teller, facts: Method) -> list[Block]:
    states = {name.replace("-", "_"): many for name, many in facts.states.items()}
    base = tell.say("passages-base", all=sum(states.values()), **states)
    blocks: list[Block] = [Heading(2, tell.say("passages")), Paragraph((Run(base),))]
    if facts.aside:
        blocks.append(Paragraph(tell.told("aside", many=facts.aside, command=Run("kg export --graph quarantine", "code"))))
    return blocks


def _by_party(tell: Teller) -> list[Block]:
    """The same row for every party: how it is said, what there is of it to read, on whose word its claims rest."""
    made = by_party(tell.facts)
    if not made.rows:
        return []
    base = ("documents", "reviewed")
    rungs = [column for column in made.columns if column not in ("party", "how", *base)]
    rows = []
    told_of = set[str]()
    for row in made.rows:
        told: list[Line] = [(Run(row["party"], "strong"), Run(f", {row['how']}"))]
        told += [(Run(f"{made.heads[column]}: {row[column]}", "soft"),) for column in base if row["party"] not in told_of]
        told_of.add(row["party"])
        rows.append((tuple(told), *(((Run(row[column]),),) for column in rungs)))
    heads = (made.heads["party"], *(made.heads[column] for column in rungs))
    widths = (34, *[11] * len(rungs))
    return [Heading(2, tell.say("by-party")), Paragraph((Run(made.caveat),)), Table(heads, tuple(rows), widths)]


def _rules(tell: Teller, facts: Method, *, annotators: bool) -> list[Block]:
    questions = ask.questions()
    asked = [tell.told("rule-question", name=Run(name, "code"), summary=questions[name].words("summary", tell.lang)) for name in QUESTIONS]
    rules = [tell.line(name) for name in ("rule-matrix", "rule-reply", "rule-later", "rule-source", "rule-label")]
    if annotators:
        rules.append(tell.line("annotators-in"))
    else:
        rules.append(tell.told("annotators-out", many=facts.uncounted, command=Run("--annotators", "code")))
    return [Heading(2, tell.say("rules")), Bullets((*asked, *rules))]
