"""A passage: where it is, its words if they are at hand, everything that points to it."""

from __future__ import annotations

from collections.abc import Callable

from kg.explain import arguments, gaps, notes, numbers, said
from kg.explain.facts import Facts
from kg.explain.places import span, state_of
from kg.explain.sections import Told, sentences
from kg.explain.tie import tie


def explain(facts: Facts, passage: str) -> Told:
    """The sections on a passage."""
    document, (start, end) = facts.value(passage, "kg:document"), span(passage)
    pointing = facts.subjects(passage, "kg:at")
    for one in pointing:
        facts.cited[document, passage] = state_of(facts, one, passage)
    words = facts.quotes.get(passage, "")
    return [
        ("what", [facts.say("passage.is", start=str(start), end=str(end), document=facts.dated(document))]),
        ("words", [facts.quoted(" ".join(words.split())) if words else facts.say("passage.no-words")]),
        ("pointing", sentences(_pointing(facts, one) for one in pointing)),
        ("near", _near(facts, document, passage)),
        ("unknown", [*gaps.reading(facts, [document]), *gaps.passages(facts), *gaps.left_out(facts, passage)]),
    ]


def _pointing(facts: Facts, node: str) -> list[str]:
    """A thing that rests on the passage, in a sentence."""
    if facts.is_a(node, "Assertion"):
        claim = facts.value(node, "kg:about")
        return [facts.say("pointing.stance", claim=facts.name(claim)), *said.sentence(facts, node)]
    table: dict[str, Callable[[Facts, str], list[str]]] = {
        "Support": arguments.support,
        "Challenge": arguments.challenge,
        "Observation": numbers.figure,
        "Calculation": numbers.calculation,
        "Tie": tie,
        "Link": notes.link,
        "Mark": notes.mark,
    }
    tell = next((one for name, one in table.items() if facts.is_a(node, name)), None)
    return tell(facts, node) if tell else [facts.say("pointing.other", kind=facts.labels.term(_class(facts, node)), thing=facts.name(node))]


def _class(facts: Facts, node: str) -> str:
    return next(iter(facts.values(node, "rdf:type")), "")


def _near(facts: Facts, document: str, passage: str) -> list[str]:
    """Other passages that share characters with it."""
    start, end = span(passage)
    text = passage.partition("#")[0]
    found = [one for one in facts.subjects(document, "kg:document") if one != passage and one.partition("#")[0] == text]
    over = sorted(span(one) for one in found if "#char=" in one and span(one)[0] < end and start < span(one)[1])
    return [facts.say("passage.overlaps", ranges=", ".join(f"{a}–{b}" for a, b in over))] if over else []
