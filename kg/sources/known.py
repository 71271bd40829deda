"""A corpus with what was found out about its actors, documents and derivations, kept for the next claim."""

from __future__ import annotations

from kg.sources import gaps
from kg.sources.control import Control
from kg.sources.gaps import Gap
from kg.sources.lineage import Line, Lineage
from kg.sources.model import Corpus, Evidence, Span
from kg.sources.parameters import Parameters


class Known:
    """Looked up once for each actor and time, and each document."""

    def __init__(self, corpus: Corpus, parameters: Parameters) -> None:
        self.corpus = corpus
        self.control = Control(corpus.ties, corpus.kinds, parameters)
        self.lineage = Lineage(corpus.derivations)
        self._gaps: dict[str, tuple[Gap, ...]] = {}
        self._reached: dict[tuple[tuple[str, ...], Span], tuple[frozenset[str], frozenset[str]]] = {}

    def line(self, evidence: Evidence) -> Line:
        """Where a piece comes from, over all its origins."""
        lines = [self.lineage.of(origin) for origin, _ in evidence.origins]
        if len(lines) == 1:
            return lines[0]
        return Line(
            tuple(sorted({one for line in lines for one in line.roots})),
            tuple(sorted({one for line in lines for one in line.through})),
            tuple(sorted({one for line in lines for one in line.circles})),
        )

    def gaps(self, document: str) -> tuple[Gap, ...]:
        """What was not reviewed, or not read, of a document."""
        if document not in self._gaps:
            self._gaps[document] = gaps.of([document], self.corpus.documents)
        return self._gaps[document]

    def reached(self, actors: tuple[str, ...], when: Span) -> tuple[frozenset[str], frozenset[str]]:
        """Some actors and who controls them at a time: for certain, and perhaps."""
        key = (actors, when)
        if key not in self._reached:
            reaches = [self.control.above(actor, when) for actor in actors]
            certain = frozenset(one for reach in reaches for one in reach.certain)
            self._reached[key] = certain, frozenset(one for reach in reaches for one in reach.possible) - certain
        return self._reached[key]
