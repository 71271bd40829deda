"""What a party's primary document would answer, where it is not in the case: there no label is given, and the gap is named."""

from __future__ import annotations

from collections.abc import Mapping

from kg.dispute.framework import Framework, Node
from kg.dispute.labelling import Label
from kg.dispute.things import Gap
from kg.dispute.voices import Voices
from kg.facts import Facts
from kg.things import Document

_TAKEN = ("asserts", "concedes", "denies", "questions", "retracts")
#: How far documents are read that are not in the case.
_ABSENT = ("mention",)

Gaps = dict[str, tuple[Gap, ...]]


def missing(facts: Facts, voices: Voices) -> Gaps:
    """Thing → the gaps that leave it without a label.

    A claim of which a declared party is only reported to make, concede, deny, question or retract it, in a document that is only
    named, or in none that is: its own words, and what it brings for them, are not here. A claim that is made in a document to
    which a party's document that is only named responds. Such a document itself.
    """
    found: dict[str, dict[Gap, None]] = {}
    for claim in facts.claims:
        for gap in _reported(facts, voices, claim):
            found.setdefault(claim, {})[gap] = None
    absent = [(party, one) for party in facts.parties for one in voices.documents.get(party, ()) if one.read in _ABSENT]
    standing: dict[str, list[str]] = {}
    for claim in facts.claims:
        standing.setdefault(facts.home.get(claim, ""), []).append(claim)
    for party, document in absent:
        found.setdefault(document.iri, {})[Gap(party, document.iri, "itself")] = None
        for answered in sorted(document.responds_to):
            for claim in standing.get(answered, ()):
                if not any(voices.takes(one, party) for one in facts.stances(facts.same(claim)) if one.depth == 0):
                    found.setdefault(claim, {})[Gap(party, document.iri, "responds")] = None
    return {thing: tuple(sorted(gaps, key=_order)) for thing, gaps in found.items()}


def _reported(facts: Facts, voices: Voices, claim: str) -> list[Gap]:
    """Where parties are only said to take a stance on a claim, or on what restates it."""
    taken = [one for one in facts.stances(facts.same(claim)) if one.stance in _TAKEN]
    if all(one.depth == 0 for one in taken):
        return []
    found = []
    for party in voices.parties(claim):
        own = [one for one in taken if voices.takes(one, party)]
        if any(one.depth == 0 for one in own):
            continue
        places = sorted({one.within for one in own})
        if places and all(not place or _is_absent(facts.documents.get(place)) for place in places):
            found += [Gap(party, place, "says") for place in places]
    return found


def _is_absent(document: Document | None) -> bool:
    return document is None or document.read in _ABSENT


def inherited(made: Framework, gaps: Gaps, plain: Mapping[Node, Label], careful: Mapping[Node, Label]) -> Gaps:
    """Thing → the gaps that its label hangs on: it has one only if what would fill them says nothing new.

    `plain` are the labels if nothing is unknown, `careful` those that hold whatever the missing documents say.
    """
    after: dict[Node, list[Node]] = {}
    for attacker, target in made.attacks:
        after.setdefault(attacker, []).append(target)
    starts: dict[Gap, list[Node]] = {}
    for thing, own in gaps.items():
        for gap in own:
            starts.setdefault(Gap(gap.party, gap.document, "rests"), []).append(thing)
    found: dict[str, dict[Gap, None]] = {}
    for gap, waiting in starts.items():
        seen: set[Node] = set(waiting)
        while waiting:
            for target in after.get(waiting.pop(), ()):
                if target not in seen and careful[target] == "undecided":
                    seen.add(target)
                    waiting.append(target)
                    if isinstance(target, str) and target not in gaps and plain[target] != "undecided":
                        found.setdefault(target, {})[gap] = None
    return {thing: tuple(sorted(them, key=_order)) for thing, them in found.items()}


def _order(gap: Gap) -> tuple[str, str, str]:
    return gap.party, gap.document, gap.why
