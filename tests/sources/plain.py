"""What `kg.sources` does, done plainly and slowly: days are counted one by one, sets are tried one by one, networkx walks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import networkx as nx

from kg.sources.model import Claim, Corpus, Evidence, Span, Tie
from kg.sources.parameters import Parameters

FIRST = date(2020, 1, 1)
DAYS = 12
RUNGS = ["no-source", "self-sourced", "affiliated-only", "single-root", "not-known-to-be-connected"]


def days(span: Span) -> set[int]:
    """Numbers of days; one more at either side stands for all before and after."""
    start = -1 if span.earliest is None else (span.earliest - FIRST).days
    end = DAYS if span.latest is None else (span.latest - FIRST).days
    return set(range(start, end + 1))


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def ties_at(corpus: Corpus, span: Span, parameters: Parameters, *, certain: bool) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for tie in corpus.ties:
        if strong(tie, corpus, parameters, certain=certain) and in_time(tie, span, certain=certain):
            if tie.kind in ("holds", "member-of", "part-of", "acts-for"):
                graph.add_edge(tie.who, tie.whom)
            if tie.kind in ("holds", "heads", "employs", "appoints", "funds", "oversees"):
                graph.add_edge(tie.whom, tie.who)
    return graph


def in_time(tie: Tie, span: Span, *, certain: bool) -> bool:
    sure = not tie.doubtful and tie.held is not None and days(span) <= days(tie.held)
    return sure or (not certain and bool(days(span) & days(tie.within)))


def strong(tie: Tie, corpus: Corpus, parameters: Parameters, *, certain: bool) -> bool:
    if tie.controls is not None:
        return tie.controls
    if tie.kind == "funds" and parameters.threshold is not None:
        if parameters.threshold == 0 or "funds" in parameters.carrying:
            return True
        if tie.share is None:
            return not certain
        return (tie.share[0] if certain else tie.share[1]) >= parameters.threshold
    both = corpus.kinds.get(tie.who), corpus.kinds.get(tie.whom)
    if tie.kind == "member-of" and both == ("organisation", "organisation") and not parameters.umbrella:
        return False
    return tie.kind in parameters.carrying


def above(corpus: Corpus, actors: Iterable[str], span: Span, parameters: Parameters, *, certain: bool) -> set[str]:
    graph = ties_at(corpus, span, parameters, certain=certain)
    found = set(actors)
    for actor in list(found):
        if actor in graph:
            found |= nx.descendants(graph, actor)
    return found


def flow(corpus: Corpus) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((one.thing, one.origin) for one in corpus.derivations)
    return graph


def through(corpus: Corpus, evidence: Evidence) -> set[str]:
    graph, found = flow(corpus), {origin for origin, _ in evidence.origins}
    return found.union(*(nx.descendants(graph, one) for one in found if one in graph))


def roots(corpus: Corpus, evidence: Evidence) -> set[frozenset[str]]:
    graph, reached = flow(corpus), through(corpus, evidence)
    graph.add_nodes_from(reached)
    return {frozenset(group) for group in nx.strongly_connected_components(graph.subgraph(reached)) if not _leaves(graph, group)}


def _leaves(graph: nx.DiGraph[str], group: set[str]) -> bool:
    return any(new not in group for one in group for new in graph.successors(one))


class Judged:
    """One piece: `nearest` and `farthest` are 0 gone, 1 own, 2 affiliated, 3 third."""

    def __init__(self, corpus: Corpus, claim: Claim, evidence: Evidence, parameters: Parameters) -> None:
        documents = [corpus.documents[one] for one in through(corpus, evidence) if one in corpus.documents]
        voices = {*evidence.speakers, *(author for one in documents for author in one.authors)}
        asserting = [one for one in claim.assertions if not one.conceded] or claim.assertions
        makers = {who for one in asserting for who in one.speakers}
        spans = [evidence.when, *(one.when for one in asserting)]
        meets = {
            certain: any(
                above(corpus, voices, span, parameters, certain=certain)
                & above(corpus, makers | set(corpus.parties), span, parameters, certain=certain)
                for span in spans
            )
            for certain in (True, False)
        }
        looked = [*documents, *([corpus.documents[evidence.document]] if evidence.document in corpus.documents else [])]
        gaps = {gap for one in looked for gap in open_of(one)} | set(evidence.unsure)
        if any(way == "stands-in" and origin not in corpus.documents for origin, way in evidence.origins):
            gaps.add("missing")
        homes = [claim.document, *(one.document for one in claim.assertions)]
        home = {gap for one in homes if one in corpus.documents for gap in open_of(corpus.documents[one])}
        if evidence.retracted or any(one.retracted for one in documents):
            self.nearest = self.farthest = 0
        elif voices & makers:
            self.nearest = self.farthest = 1
        elif meets[True] or meets[False] or gaps or home:
            far = gaps & {"author", "sources", "read", "whose", "taken", "missing"}
            self.nearest, self.farthest = 1 if far else 2, 2 if meets[True] else 3
        else:
            self.nearest = self.farthest = 3
        shares: set[Any] = {("data", one) for one in evidence.data} | {("root", one) for one in roots(corpus, evidence)}
        self.certain = shares | {a for span in spans for a in above(corpus, voices, span, parameters, certain=True)}
        self.possible = shares | {a for span in spans for a in above(corpus, voices, span, parameters, certain=False)}


def open_of(document: Any) -> set[str]:
    found: set[str] = {"author", "sources", "ties"} - document.reviewed
    found |= set() if document.authors else {"author"}
    return found | (set() if document.read == "full" else {"read"})


def assess(corpus: Corpus, claim: Claim, parameters: Parameters) -> tuple[str, str, int, int]:
    """The rung at least and at most, the groups of third-party pieces, and the largest independent set of them."""
    pieces = [Judged(corpus, claim, one, parameters) for one in claim.evidence if counts(corpus, claim, one)]
    sure = [one for one in pieces if one.nearest == 3]
    low = _rung(max((one.nearest for one in pieces), default=0), _groups(sure, possible=True))
    high = _rung(max((one.farthest for one in pieces), default=0), _groups([p for p in pieces if p.farthest == 3], possible=False))
    homes = [claim.document, *(one.document for one in claim.assertions)]
    if any(open_of(corpus.documents[one]) for one in homes if one in corpus.documents):
        high = RUNGS[-1]
    return low, high, _groups(sure, possible=True), _largest(sure)


def counts(corpus: Corpus, claim: Claim, evidence: Evidence) -> bool:
    homes = {claim.document, *(one.document for one in claim.assertions)} - {""}
    echo = not evidence.support and homes & through(corpus, evidence)
    return evidence.scope == "same" and not echo


def _rung(best: int, groups: int) -> str:
    return RUNGS[best] if best < 3 else RUNGS[min(groups, 2) + 2]


def _graph(pieces: list[Judged], *, possible: bool) -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(pieces)))
    for one, other in combinations(range(len(pieces)), 2):
        a, b = ((pieces[n].possible if possible else pieces[n].certain) for n in (one, other))
        if a & b:
            graph.add_edge(one, other)
    return graph


def _groups(pieces: list[Judged], *, possible: bool) -> int:
    return nx.number_connected_components(_graph(pieces, possible=possible)) if pieces else 0


def _largest(pieces: list[Judged]) -> int:
    graph = _graph(pieces, possible=False)
    for size in range(len(pieces), 0, -1):
        if any(not graph.subgraph(some).number_of_edges() for some in combinations(graph, size)):
            return size
    return 0
