"""Findings on numbers: what each says, what it takes for granted, what would mend it; how many there are, and what nothing checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.explain import arguments, gaps, numbers
from kg.explain.facts import Facts
from kg.explain.sections import Told, sentences
from kg.findings import ON_DISPUTE, ON_SOURCES

#: Outcomes in the order in which a reader wants them.
ORDER = ("inconsistent", "conflict", "not-comparable", "incomplete", "noted", "consistent-by-rounding", "consistent", "not-checkable")
#: Those of relations that could be tested.
TESTED = frozenset({"inconsistent", "conflict", "incomplete", "consistent-by-rounding", "consistent"})
#: Those that say that numbers do not go together.
ALARMS = frozenset({"inconsistent", "conflict"})
_AGREE = frozenset({"consistent-by-rounding", "consistent", "not-checkable"})
#: Notes on breaks and scope test no figure.
_NOTES = frozenset({"scope", "across-break", "base-year", "before-cause"})


def explain(facts: Facts, node: str) -> Told:
    """The sections on a finding."""
    inputs, concerned = facts.ordered(facts.values(node, "kg:input")), facts.values(node, "kg:concerns")
    things = facts.ordered(set(concerned) | set(inputs))
    figures = [one for one in things if facts.is_a(one, "Observation")]
    others = [one for one in things if one not in figures and not facts.is_a(one, "Break")]
    documents = facts.ordered({document for one in things if (document := facts.document(one))})
    return [
        ("what", _what(facts, node)),
        ("mend", [_hypothesis(facts, one) for one in _hypotheses(facts, node)]),
        ("rivals", [_sentence(facts, one) for one in facts.ordered(facts.values(node, "kg:rival"))]),
        ("figures", sentences(numbers.figure(facts, one) for one in figures)),
        ("breaks", sentences(numbers.broken(facts, one) for one in things if facts.is_a(one, "Break"))),
        ("concerns", [facts.say("pointing.other", kind=_class(facts, one), thing=facts.name(one)) for one in others]),
        ("unknown", [*gaps.reading(facts, documents), *gaps.passages(facts)]),
    ]


def _what(facts: Facts, node: str) -> list[str]:
    told = [facts.say("finding.is", rule=facts.quoted(facts.term(node, "kg:rule")), outcome=facts.quoted(facts.term(node, "kg:outcome")))]
    told.append(facts.text(node, "kg:explanation"))
    if without := facts.term(node, "kg:without"):
        told.append(facts.say("finding.without", outcome=facts.quoted(without)))
    computed, stated = facts.value(node, "kg:computed"), facts.value(node, "kg:stated")
    if computed and stated:
        told.append(facts.say("finding.intervals", computed=computed, stated=stated))
    weighs = facts.value(node, "kg:severity").endswith("/matters")
    return [*told, facts.say("finding.matters" if weighs else "finding.wording")]


def _class(facts: Facts, node: str) -> str:
    return next((facts.labels.term(one) for one in facts.values(node, "rdf:type") if not one.endswith("/Counterclaim")), "")


def outcome(facts: Facts, finding: str) -> str:
    """`inconsistent`, `conflict` …"""
    return facts.value(finding, "kg:outcome").rpartition("/")[2]


def of(facts: Facts, things: Iterable[str]) -> list[str]:
    """The findings on numbers that concern some things: what matters first, then by outcome."""
    found = {one for thing in things for one in on_numbers(facts, thing, "kg:concerns")}
    return sorted(found, key=lambda one: (facts.value(one, "kg:severity").endswith("/wording"), ORDER.index(outcome(facts, one)), one))


def on_numbers(facts: Facts, thing: str, prop: str = "kg:input") -> list[str]:
    """The findings on numbers that have a thing as their input, or concern it."""
    others = ON_SOURCES | ON_DISPUTE
    return [one for one in facts.subjects(thing, prop) if facts.value(one, "kg:rule").rpartition("/")[2] not in others]


def told(facts: Facts, found: Iterable[str], *, fully: bool = True) -> list[str]:
    """Each finding in its own words, with what mends it that these leave out, then other readings of the same in theirs.

    Not `fully`: those that agree or could not be tested are only counted.
    """
    several = list(dict.fromkeys(found))
    shown = [one for one in several if fully or outcome(facts, one) not in _AGREE]
    lines = [line for one in shown for line in _lines(facts, one)]
    rivals = facts.ordered({other for one in shown for other in facts.values(one, "kg:rival")} - set(several))
    lines += [facts.say("finding.rival", told=_sentence(facts, one)) for one in rivals]
    counted = [] if fully else [one for one in several if outcome(facts, one) in _AGREE]
    return lines + ([facts.say("finding.counted", counts=counts(facts, counted))] if counted else [])


def _lines(facts: Facts, finding: str) -> list[str]:
    words = facts.text(finding, "kg:explanation").lower()
    hidden = [one for one in _hypotheses(facts, finding) if facts.text(one, "kg:explanation").lower() not in words]
    return [_sentence(facts, finding), *(_hypothesis(facts, one) for one in hidden)]


def _sentence(facts: Facts, finding: str) -> str:
    facts.label(finding)
    told = facts.text(finding, "kg:explanation")
    return facts.say("finding.told", outcome=facts.term(finding, "kg:outcome"), explanation=told[:1].upper() + told[1:])


def _hypotheses(facts: Facts, finding: str) -> list[str]:
    return sorted(facts.values(finding, "kg:hypothesis"), key=lambda one: int(facts.value(one, "kg:rank") or 0))


def _hypothesis(facts: Facts, node: str) -> str:
    tried, expected = facts.value(node, "kg:tried"), facts.value(node, "kg:expected")
    if facts.lang == "ru":
        expected = expected.replace(".", ",")
    return facts.say("finding.hypothesis", hypothesis=facts.text(node, "kg:explanation"), tried=tried, expected=expected)


def counts(facts: Facts, found: Iterable[str]) -> str:
    """`inconsistent 2, consistent 5`."""
    many = Counter(outcome(facts, one) for one in found)
    terms = {outcome(facts, one): facts.term(one, "kg:outcome") for one in found}
    return ", ".join(f"{terms[one]} {many[one]}" for one in ORDER if many[one])


def unchecked(facts: Facts, figures: Iterable[str]) -> list[str]:
    """Those of some figures that no relation with an outcome has."""
    return [one for one in figures if not any(outcome(facts, each) in TESTED for each in on_numbers(facts, one))]


def silent(facts: Facts, figures: Iterable[str]) -> list[str]:
    """Which figures no relation checks: a sentence, or none."""
    found = unchecked(facts, figures)
    return [facts.say("finding.unchecked", figures=facts.names(found))] if found else []


def alone(facts: Facts, figure: str) -> list[str]:
    """That no relation checks one figure, and whether there is one that cannot be tested."""
    if not unchecked(facts, [figure]):
        return []
    tried = [one for one in on_numbers(facts, figure) if facts.value(one, "kg:rule").rpartition("/")[2] not in _NOTES]
    return [facts.say("finding.untested" if tried else "finding.no-relation")]


def brought(facts: Facts, claims: list[str]) -> list[str]:
    """What does not add up in what is brought for some claims: in claims that state it, and in figures that are in question."""
    things = {one for each in arguments.supports(facts, claims) for one in facts.values(each, "kg:with")} - set(claims)
    lines = []
    for one in facts.ordered(things):
        found = question(facts, one) if facts.is_a(one, "Observation") else of(facts, [one])
        alarms = [each for each in found if outcome(facts, each) in ALARMS]
        lines += [facts.say("finding.brought", thing=facts.name(one), told=_sentence(facts, each)) for each in alarms]
    return lines


def question(facts: Facts, figure: str) -> list[str]:
    """The findings by which a figure is in question: as a result that does not come out, or as one of values that conflict."""
    own = [f"{case}/findings/{figure.removeprefix(f'{case}/')}/" for case in facts.cases if figure.startswith(f"{case}/")]
    return [
        one
        for one in of(facts, [figure])
        if facts.value(one, "kg:rule").endswith("/same-figure")
        or any(one.startswith(start) for start in own)
        or any(figure in facts.values(each, "kg:gives") for each in facts.values(one, "kg:input"))
    ]


def of_document(facts: Facts, document: str) -> list[str]:
    """How many findings its figures have, with which outcomes; what no relation checks."""
    figures = [one for metric in facts.values(document, "kg:metric") for one in facts.values(metric, "kg:observation")]
    if not figures:
        return []
    found = {one for each in figures for one in on_numbers(facts, each)}
    lines = [facts.say("finding.document", counts=counts(facts, found))] if found else []
    none = unchecked(facts, facts.ordered(figures))
    if none:
        lines.append(facts.say("finding.silence", none=str(len(none)), all=facts.count(len(figures), "figure")))
    return lines
