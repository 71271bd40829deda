"""The things that a report tells of, as values: documents, what actors say of claims, arguments, passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Document:
    """A document: `number` in time order from 1, `when` as written with its `earliest` and `latest` day ("" where not known)."""

    iri: str
    number: int
    title: str
    when: str
    earliest: str
    latest: str
    read: str  # full, part, mention, or "" where it is not said
    authors: tuple[str, ...]
    publishers: tuple[str, ...]
    responds_to: frozenset[str]
    reviewed: Mapping[str, str] = field(hash=False)  # author, sources, ties → when
    retracted: bool

    @property
    def makers(self) -> tuple[str, ...]:
        return tuple(sorted({*self.authors, *self.publishers}))


@dataclass(frozen=True)
class Stance:
    """What an actor says of a claim; `depth` over 0: what a document reports of them, over `through`, the nearest to them first."""

    iri: str
    claim: str
    stance: str
    by: str
    capacities: tuple[str, ...]
    depth: int
    document: str
    within: str  # the document that a reported stance is said to stand in
    through: tuple[str, ...]
    reports: bool  # whether it says whose words these are
    root: str  # the stance that the document takes itself, which has the passage

    def is_by(self, actor: str) -> bool:
        """Whether the actor speaks, in person or as the office that somebody speaks as."""
        return actor == self.by or actor in self.capacities


@dataclass(frozen=True)
class Argument:
    """A support or a challenge."""

    iri: str
    targets: tuple[str, ...]
    brings: tuple[str, ...]
    by: tuple[str, ...]
    document: str
    how: str = ""  # of a challenge: rebuts, undercuts, undermines, discredits
    within: tuple[str, ...] = ()  # the supports whose evidence a challenge undermines
    counted: bool = False


@dataclass(frozen=True)
class Passage:
    """A range of a document's text, and how far it was checked."""

    iri: str
    document: str
    start: int
    end: int
    state: str
