"""Where a thing stands: its document, the characters, how they were checked, the words if they are at hand."""

from __future__ import annotations

from kg.explain.facts import Facts
from kg.names import STATES


def where(facts: Facts, node: str, document: str = "") -> str:
    """` in “A River without Fish” (14 March 2024, characters 749–775)`, "" for what stands in no document."""
    document = document or facts.document(node)
    return _placed(facts, node, document, "in")


def source(facts: Facts, node: str) -> str:
    """`, according to “A River without Fish” (14 March 2024, characters 2223–2280)`."""
    return _placed(facts, node, facts.document(node), "according")


def _placed(facts: Facts, node: str, document: str, phrase: str) -> str:
    if not document:
        return ""
    places = ranges(facts, node)
    if document == facts.topic:
        return facts.say(f"{phrase}.here", places=f" ({places})" if places else "")
    return facts.say(phrase, document=facts.dated(document, places))


def ranges(facts: Facts, node: str) -> str:
    """`characters 749–775, 801–820 (not checked)`, "" where it points to no passage."""
    told = []
    for passage in sorted(facts.values(node, "kg:at"), key=span):
        state = state_of(facts, node, passage)
        facts.cited[facts.document(passage), passage] = state
        start, end = span(passage)
        told.append(f"{start}–{end}" + (facts.say(f"state.{state}") if state in ("unchecked", "quarantined") else ""))
    return facts.say("characters", ranges=", ".join(told)) if told else ""


def quote(facts: Facts, node: str) -> str:
    """`: “Fish die because of the dam.”` where the words of its passages are at hand, else ""."""
    found = [facts.quotes[passage] for passage in sorted(facts.values(node, "kg:at"), key=span) if passage in facts.quotes]
    return f": {' … '.join(facts.quoted(_unended(' '.join(words.split()))) for words in found)}" if found else ""


def _unended(words: str) -> str:
    """Without the full stop: the sentence that quotes has its own."""
    return words if words.endswith("..") else words.removesuffix(".")


def state_of(facts: Facts, node: str, passage: str) -> str:
    """How a thing's pointer to a passage was checked."""
    return next((state for state, prop in STATES.items() if passage in facts.values(node, prop)), "unchecked")


def span(passage: str) -> tuple[int, int]:
    """The range in a passage's IRI, code points."""
    start, _, end = passage.rpartition("=")[2].partition(",")
    return int(start), int(end)
