"""A tie: who is tied to whom how, when, according to which document."""

from __future__ import annotations

from kg.explain import gaps, notes
from kg.explain.facts import Facts
from kg.explain.places import quote, source
from kg.explain.sections import Told


def explain(facts: Facts, node: str) -> Told:
    """The sections on a tie."""
    return [
        ("what", tie(facts, node)),
        ("noted", notes.marks(facts, [node])),
        ("unknown", [*gaps.reading(facts, [facts.document(node)]), *gaps.passages(facts), *gaps.left_out(facts, node)]),
    ]


def tie(facts: Facts, node: str) -> list[str]:
    """Who, how, whom; share, amount, time; according to whom; and the annotator's note."""
    who, controls = facts.value(node, "kg:who"), facts.value(node, "kg:controls")
    kind = facts.value(node, "kg:kind").rpartition("/")[2]
    beside = [facts.value(node, "kg:share"), facts.value(node, "kg:amount"), facts.when(node, "kg:during")]
    if not beside[2]:
        beside[2] = facts.say("tie.undated")
    if controls:
        beside.append(facts.say(f"tie.controls.{controls}"))
    told = facts.say(
        "tie",
        who=facts.name(who),
        verb=facts.verb(f"tie.{kind}", who),
        whom=facts.name(facts.value(node, "kg:whom")),
        beside="; ".join(filter(None, beside)),
        source=source(facts, node),
        quote=quote(facts, node),
    )
    return [told, *facts.note(node)]
