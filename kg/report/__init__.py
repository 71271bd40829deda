"""A report on a case: a memo, the claims and replies of parties in dispute, and what was read; as Markdown, HTML or Word.

    import kg.report
    page = kg.report.report(graph, "html", "en")

First the facts are gathered (`parts`), then told (`prose`), then written (`formats`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.problems import KgError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.facts import Facts

__all__ = ["FORMATS", "ROWS", "report"]

FORMATS = ("md", "html", "docx")
#: Rows of each table of the matrix, so that a case of thousands of claims makes a report that can be opened.
ROWS = 200
_NOTHING: Mapping[str, int] = MappingProxyType({})


def report(
    held: ox.Store,
    fmt: str,
    lang: str = "en",
    words: Mapping[str, str] = MappingProxyType({}),
    parties: Sequence[str] = (),
    *,
    withheld: Mapping[str, int] = _NOTHING,
    annotators: bool = False,
    rows: int = ROWS,
) -> bytes:
    """A report in one of `FORMATS`, the same bytes for the same graph.

    `words` are those of passages by their IRI (`kg.quotes.words`); `parties`, by name or IRI, are put side by side instead
    of the declared ones that dispute each other; `withheld` are rows of questions that rest on what is confidential;
    `annotators` says that the graph counts what annotators argue; `rows` limits each table of the matrix, 0 does not.

    Raises:
        KgError: there is no such format or party, or only one is named.
    """
    from kg.facts import Facts
    from kg.report.formats import FORMATS as WRITERS
    from kg.report.prose import whole

    if fmt not in WRITERS:
        raise KgError(f"there is no format '{fmt}': {', '.join(WRITERS)}")
    facts = Facts(held, lang, words)
    made = whole.report(facts, _pairs(facts, parties), withheld, annotators=annotators, rows=rows)
    return WRITERS[fmt](made)


def _pairs(facts: Facts, parties: Sequence[str]) -> list[tuple[str, str]]:
    """Those named, each with each; else the declared parties of which one disputes the other."""
    from kg import ask, rdf
    from kg.facts import DISPUTES

    if parties:
        actors = facts.tables("Actor")
        named = list(dict.fromkeys(ask.node(facts.held, party) for party in parties))
        stranger = next((iri for iri in named if iri not in actors), None)
        if stranger is not None:
            raise KgError(f"{facts.words.label(stranger)}: no actor: name two who make claims (kg ask {DISPUTES} lists those in dispute)")
        if len(named) < 2:
            raise KgError("a matrix is between two: name another with --between")
        return list(combinations(named, 2))
    disputing = {frozenset((rdf.text(row["who"]), rdf.text(row["whom"]))) for row in facts.disputes.terms}
    pairs = [pair for declared in facts.declared.values() for pair in combinations(declared, 2)]
    return [pair for pair in dict.fromkeys(pairs) if frozenset(pair) in disputing]
