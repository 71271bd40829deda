"""The figures in words: in the memo what matters of them, in the part on method every finding and what nothing checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.names import KG
from kg.report.formats.blocks import Block, Bullets, Heading, Line, Paragraph, Run, Table
from kg.report.parts.numbers import AGREE, ALARMS, NOTES, UNTESTED, Found, Numbers
from kg.report.prose.teller import Teller, command

#: The question that lists what rests on such figures, and the one that lists the others.
RESTING, UNCHECKED = "claims-on-figures-that-do-not-add-up", "figures-that-no-relation-checks"
#: So many alarms stand on the memo's two pages, and so many figures that nothing checks in the statement of method.
MEMO, FIGURES = 2, 20


def memo(tell: Teller, facts: Numbers) -> list[Block]:
    """The memo's part."""
    if not facts.figures:
        return []
    blocks: list[Block] = [Heading(2, tell.say("numbers")), Paragraph(tell.line("numbers-base", **_counts(tell, facts)))]
    if facts.alarms:
        blocks.append(Bullets(tuple(_short(tell, facts, one) for one in facts.alarms[:MEMO])))
        shown = {"shown": min(MEMO, len(facts.alarms)), "all": len(facts.alarms)}
        blocks.append(Paragraph(tell.told("numbers-more", **shown, command=command("ask", RESTING))))
    return blocks


def _counts(tell: Teller, facts: Numbers) -> dict[str, object]:
    told = outcomes(tell, {name: many for name, many in facts.outcomes.items() if name not in UNTESTED})
    return {
        "figures": facts.figures,
        "tested": facts.tested,
        "outcomes": f" ({told})" if told else "",
        "untested": facts.untested,
        "unchecked": len(facts.unchecked),
    }


def outcomes(tell: Teller, counted: Mapping[str, int]) -> str:
    """`inconsistent 2, consistent 5`."""
    return ", ".join(f"{_outcome(tell, name)} {many}" for name, many in counted.items() if many)


def _outcome(tell: Teller, name: str) -> str:
    return tell.facts.words.term(f"{KG}outcome/{name}")


def _short(tell: Teller, facts: Numbers, one: Found) -> Line:
    """What came out beside what is stated, what that takes for granted, and what comes out otherwise: each reading alike."""
    said = tell.name(one.iri)
    outcome, _, what = said.partition(": ")
    if one.rule == "same-figure":
        told = one.explanation
    else:
        rivals = [facts.by_iri[each] for each in one.rivals if each in facts.by_iri]
        told = "; ".join([*filter(None, (what, _computed(tell, one))), *(_rival(tell, each) for each in rivals)]) + "."
    return (Run(outcome, "strong"), Run(f" ({tell.numbers(one.everywhere)}): {told}"), *tell.cite(*one.inputs))


def _computed(tell: Teller, one: Found) -> str:
    """`computed 113, stated 160, assuming “…” (without it: not comparable)`, as far as there is of it."""
    parts = []
    if one.computes:
        parts.append(tell.say("numbers-computed", computed=_number(tell, one.computed)))
    if one.without:
        parts.append(tell.say("numbers-assumes", assumes=tell.quote(one.assumes), without=tell.facts.words.term(one.without)))
    return ", ".join(parts)


def _rival(tell: Teller, one: Found) -> str:
    return tell.say("numbers-rival", told=", ".join(filter(None, (_outcome(tell, one.outcome), _computed(tell, one)))))


def _number(tell: Teller, interval: str) -> str:
    return interval.replace(", ", "; ").replace(".", ",") if tell.lang == "ru" else interval


def stated(tell: Teller, facts: Numbers, claims: Iterable[str]) -> list[str]:
    """How the calculations come out that state some claims, what matters first: both sides are told alike, what agrees too."""
    given = set(claims)
    found = [one for each in facts.found for one in (each, *each.alike) if given & set(one.concerns)]
    return list(dict.fromkeys("; ".join([tell.name(one.iri), *_result(tell, one)]) for one in found))


def _result(tell: Teller, one: Found) -> list[str]:
    return [told] if one.outcome not in AGREE and (told := _computed(tell, one)) else []


def method(tell: Teller, facts: Numbers) -> list[Block]:
    """The statement's part: counts by document, every finding that is no agreement, what could not be tested, what nothing checks."""
    if not facts.figures:
        return []
    blocks: list[Block] = [Heading(2, tell.say("numbers")), Paragraph(tell.line("numbers-rule"))]
    blocks.append(Paragraph(tell.line("numbers-base", **_counts(tell, facts))))
    names = ("col-document", "col-figures", "col-alarms", "col-agree", "col-untested", "col-unchecked")
    rows = tuple(
        tuple(((Run(text),),) for text in (f"{tell.number(document)}. {tell.name(document.iri)}", *map(str, numbers)))
        for document, numbers in (
            (one, (many, _sum(counted, ALARMS), _sum(counted, (*AGREE, "incomplete")), _sum(counted, UNTESTED), none))
            for one, many, counted, none in facts.rows
        )
    )
    blocks.append(Table(tuple(map(tell.say, names)), rows, (40, 10, 14, 13, 12, 11)))
    relations = [one for one in facts.found if one.rule not in NOTES]
    for heading, found in (
        ("numbers-alarms", [one for one in relations if one.outcome not in (*AGREE, *UNTESTED)]),
        ("numbers-notes", [one for one in facts.found if one.rule in NOTES]),
        ("numbers-untested", [one for one in relations if one.outcome in UNTESTED]),
        ("numbers-agree", [one for one in relations if one.outcome in AGREE and one.rule != "same-figure"]),
    ):
        if found:
            blocks += [Paragraph((Run(tell.say(heading, many=sum(1 + len(one.alike) for one in found)), "strong"),))]
            blocks.append(Bullets(tuple(_full(tell, one) for one in found)))
    if same := sum(1 + len(one.alike) for one in relations if one.outcome in AGREE and one.rule == "same-figure"):
        blocks.append(Paragraph(tell.line("numbers-same", many=same)))
    if facts.unchecked:
        blocks.append(Paragraph((Run(tell.say("numbers-unchecked", many=len(facts.unchecked)), "strong"),)))
        shown = facts.unchecked[:FIGURES]
        blocks.append(Bullets(tuple((Run(f"{tell.name(one)} ({_home(tell, one)})"), *tell.cite(one)) for one in shown)))
        if len(shown) < len(facts.unchecked):
            told = {"more": len(facts.unchecked) - len(shown), "command": command("ask", UNCHECKED)}
            blocks.append(Paragraph(tell.told("and-more", **told)))
    return blocks


def _sum(counted: Mapping[str, int], names: tuple[str, ...]) -> int:
    return sum(counted.get(name, 0) for name in names)


def _home(tell: Teller, figure: str) -> str:
    return tell.document(tell.facts.home.get(figure, ""))


def _full(tell: Teller, one: Found) -> Line:
    weight = "" if one.outcome not in ALARMS or one.matters else f", {tell.say('numbers-wording')}"
    where = f" ({tell.numbers(one.everywhere)}{weight}): "
    return (Run(_outcome(tell, one.outcome), "strong"), Run(f"{where}{one.explanation}"), *tell.cite(*one.inputs))
