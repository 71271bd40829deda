"""Who speaks for whom: an actor for itself, in whose capacity somebody speaks, and who by a tie speaks in a party's name."""

from __future__ import annotations

from functools import cached_property

from kg.facts import Facts
from kg.labels import key
from kg.things import Argument, Document, Stance

#: Ties by which one speaks for the other; to be part of something only makes an office speak for it.
_SPEAKS, _OFFICE = ("holds", "heads", "acts-for"), "part-of"


class Voices:
    """As `claims-not-addressed` has it: what is said in a party's name, by a tie that had not ended before the document, is its own."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def _ties(self) -> dict[str, dict[str, list[str]]]:
        """Who speaks → for whom → the last days of the ties, "" where none is known."""
        facts, found = self._facts, dict[str, dict[str, list[str]]]()
        kinds = {iri: _one(values, "kind") for iri, values in facts.tables("Actor").items()}
        for values in facts.tables("Tie").values():
            kind, who, whom = key(_one(values, "kind")), _one(values, "who"), _one(values, "whom")
            if kind in _SPEAKS or (kind == _OFFICE and kinds.get(who, "").endswith("/office")):
                ended = facts.periods.get(_one(values, "during"), {}).get("latest", ("",))[0]
                found.setdefault(who, {}).setdefault(whom, []).append(ended)
        return found

    def speaks(self, who: str, party: str, document: str) -> bool:
        """Whether what somebody says in a document is a party's."""
        if who == party:
            return True
        ends = self._ties.get(who, {}).get(party, ())
        written = self._facts.documents.get(document)
        spoken = written.earliest if written else ""
        return any(not (end and spoken and end < spoken) for end in ends)

    def takes(self, stance: Stance, party: str) -> bool:
        """Whether a stance is a party's: who speaks, or the capacity that they speak in, speaks for it."""
        return any(self.speaks(who, party, stance.document) for who in (stance.by, *stance.capacities))

    def brings(self, argument: Argument, party: str) -> bool:
        """Whether an argument is a party's: who brings it, speaks there as them or in whose name they speak there speaks for it."""
        there = argument.document
        return any(self.speaks(voice, party, there) for who in argument.by for voice in self._facts.voices(who, there))

    @cached_property
    def documents(self) -> dict[str, tuple[Document, ...]]:
        """Actor → the documents that it wrote, published or speaks in, in their order."""
        found: dict[str, set[Document]] = {}
        documents = self._facts.documents
        for one in documents.values():
            for maker in one.makers:
                found.setdefault(maker, set()).add(one)
        for stances in self._facts.of_claim.values():
            for stance in stances:
                if stance.depth == 0 and stance.document in documents:
                    for who in (stance.by, *stance.capacities):
                        found.setdefault(who, set()).add(documents[stance.document])
        return {who: tuple(sorted(them, key=lambda one: (one.number, one.iri))) for who, them in found.items()}

    def parties(self, claim: str) -> tuple[str, ...]:
        """The declared parties of a claim's case, in the order of their names."""
        case = next((case for case in self._facts.declared if claim.startswith(f"{case}/")), "")
        return self._facts.declared.get(case, ())


def _one(values: dict[str, tuple[str, ...]], name: str) -> str:
    return values.get(name, ("",))[0]
