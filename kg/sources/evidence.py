"""Claims of a graph, who makes them, and what is evidence for them.

Evidence for a claim is what an argument for it points at, whoever makes that argument, or for a claim that restates it; and a
claim of another document that restates it. What is linked as narrower, broader or different, or is a part, speaks for
itself and not for its neighbour: it is kept apart (`scope`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from kg.names import KG
from kg.sources import gaps
from kg.sources.facts import Facts
from kg.sources.model import ANY, Assertion, Claim, Corpus, Evidence, Relay, Scope, Span, Way

_MADE = frozenset({KG + "stance/asserts", KG + "stance/concedes"})
_CONCEDES, _RELAYS, _RETRACTS = (KG + "stance/" + name for name in ("concedes", "relays", "retracts"))
_BACK: dict[str, Scope] = {"narrower": "broader", "broader": "narrower", "differs": "differs", "part": "broader"}


class _Link(NamedTuple):
    """An assertion, who reports it (the nearest first), the document that has it, and whether that is its own place."""

    assertion: str
    over: tuple[str, ...]
    host: str
    placed: bool


def with_claims(corpus: Corpus, facts: Facts) -> Corpus:
    """The corpus with the claims of the graph."""
    reading = Reading(corpus, facts)
    return replace(corpus, claims={one: reading.claim(one) for one in facts.of_class("Claim")})


class Reading:
    """The claims of a graph, one at a time."""

    def __init__(self, corpus: Corpus, facts: Facts) -> None:
        self.corpus, self.facts = corpus, facts
        self.homes = {claim: self._file(file) for file, some in facts.table("claim").items() for claim in some}
        metrics = {metric: self._file(file) for file, some in facts.table("metric").items() for metric in some}
        self.figures = {one: metrics.get(metric, "") for metric, some in facts.table("observation").items() for one in some}
        self.supports: defaultdict[str, list[str]] = defaultdict(list)
        for support, some in facts.table("for").items():
            for target in some:
                self.supports[target].append(support)
        self.derived = {one.thing for one in corpus.derivations}
        self.relations = self._relations()
        self.chains: dict[str, list[_Link]] = {}
        self.datasets: dict[str, frozenset[str]] = {}

    def claim(self, claim: str) -> Claim:
        """A claim, with all that is brought for it."""
        facts, home = self.facts, self.homes.get(claim, "")
        same = [one for one in facts.many("restates", claim) if self.homes.get(one, "") != home]
        found = [piece for one in same for piece in self._said(one, home)]
        for target in (claim, *facts.many("restates", claim)):
            for support in self.supports.get(target, ()):
                for thing in facts.many("with", support):
                    found += [replace(piece, support=support, scope=self._scope(claim, thing)) for piece in self._brought(thing, claim)]
        pieces = {(piece.id, piece.scope): piece for piece in reversed(found)}  # what restates it stands for what argues with the same
        relays = [relay for one in (claim, *same) for relay in self._relays(one)]
        return Claim(
            claim,
            home,
            tuple(self._assertions(claim)),
            tuple(pieces[key] for key in sorted(pieces)),
            tuple(sorted(relays, key=lambda one: one.id)),
            tuple(sorted((scope, other) for other, scope in self.relations.get(claim, {}).items())),
        )

    def _file(self, file: str) -> str:
        """The document that a file is about: an annotator's names it."""
        return file if file in self.corpus.documents else self.facts.one("document", file)

    # -- who says a claim ------------------------------------------------------------------------

    def chain(self, claim: str) -> list[_Link]:
        """What is said of a claim, down every reporting chain."""
        if claim not in self.chains:
            said = [_Link(one, (), self.homes.get(claim, ""), placed=True) for one in self.facts.many("said", claim)]
            for link in said:  # grows while it is gone through
                for one in self.facts.many("from", link.assertion):
                    place = self.facts.one("in", one)
                    over = (*self.speakers(link.assertion), *link.over) if not place else ()
                    said.append(_Link(one, over, place or link.host, placed=bool(place)))
            self.chains[claim] = said
        return self.chains[claim]

    def speakers(self, assertion: str) -> tuple[str, ...]:
        """Who makes an assertion, and in whose name."""
        return tuple(dict.fromkeys([*self.facts.many("by", assertion), *self.facts.many("as", assertion)]))

    def _when(self, link: _Link) -> Span:
        """What is reported without a place was said by the time of the report."""
        when = self._dated(link.host)
        return when if link.placed else Span(None, when.latest)

    def _dated(self, document: str) -> Span:
        return self.corpus.documents[document].when if document in self.corpus.documents else ANY

    def _made(self, claim: str) -> Iterator[tuple[_Link, str]]:
        """Where it is asserted or conceded; where nobody is said to, whoever relays it as nobody's in particular."""
        told = [(link, self.facts.one("stance", link.assertion)) for link in self.chain(claim)]
        made = [one for one in told if one[1] in _MADE]
        yield from made or [one for one in told if one[1] == _RELAYS and not self.facts.many("from", one[0].assertion)]

    def _assertions(self, claim: str) -> Iterator[Assertion]:
        for link, stance in self._made(claim):
            reported = link.assertion not in self.facts.many("said", claim)
            document, unplaced = (link.host, False) if link.placed else ("", link.host not in self.derived)
            speakers, when = self.speakers(link.assertion), self._when(link)
            yield Assertion(link.assertion, speakers, when, document, reported, stance == _CONCEDES, unplaced)

    def _relays(self, claim: str) -> Iterator[Relay]:
        for link in self.chain(claim):
            if self.facts.one("stance", link.assertion) == _RELAYS:
                yield Relay(link.assertion, self.speakers(link.assertion), link.host, "relays")

    # -- what is evidence ------------------------------------------------------------------------

    def _said(self, claim: str, home: str = "") -> Iterator[Evidence]:
        """The assertions of a claim as evidence; `home` is the document of the claim that it restates, "" where it does not."""
        documents, facts = self.corpus.documents, self.facts
        back = [link.assertion for link in self.chain(claim) if facts.one("stance", link.assertion) == _RETRACTS]
        takers = {who for one in back for who in self.speakers(one)}
        for link, stance in self._made(claim):
            speakers, unsure = self.speakers(link.assertion), list[str]()
            way: Way = "stands-in" if link.placed and link.assertion in facts.many("said", claim) else "relays"
            origin = link.host
            if stance == _RELAYS:
                unsure.append(gaps.WHOSE)
            if not link.placed:
                if link.host not in self.derived:  # else it is taken to stand in what its document derives from
                    origin = speakers[0] if speakers else link.host
                    unsure.append(gaps.PLACE)
                host = documents[link.host].authors if link.host in documents else ()
                speakers = tuple(dict.fromkeys((*speakers, *link.over, *host)))
            if home and not link.over and home in facts.many("cites", link.host):
                unsure.append(gaps.TAKEN)
            yield Evidence(
                link.assertion,
                claim,
                speakers,
                ((origin, way),),
                document=link.host,
                when=self._when(link),
                conceded=stance == _CONCEDES,
                reported=link.assertion not in facts.many("said", claim),
                retracted=not takers.isdisjoint(self.speakers(link.assertion)),
                unsure=tuple(unsure),
                data=self._data(claim),
            )

    def _brought(self, thing: str, claim: str) -> Iterator[Evidence]:
        """What an argument points at: a claim's assertions, a figure where it comes from, a document."""
        if thing in self.homes:
            yield from () if thing == claim else self._said(thing)
        elif thing in self.figures:
            yield self._figure(thing)
        elif thing in self.corpus.documents:
            yield Evidence(thing, thing, (), ((thing, "stands-in"),), document=thing, when=self._dated(thing))

    def _figure(self, figure: str) -> Evidence:
        """A figure: of its source, where a document is named; of whom it is said to come from and who says so, where an actor is."""
        documents, home, source = self.corpus.documents, self.figures[figure], self.facts.one("source", figure)
        if not source:
            return Evidence(figure, figure, (), ((home, "stands-in"),), document=home, when=self._dated(home))
        data = frozenset({source})
        if source in documents:
            return Evidence(figure, figure, (), ((source, "source"),), document=source, when=self._dated(source), reported=True, data=data)
        when = Span(None, self._dated(home).latest)
        speakers = (source, *(documents[home].authors if home in documents else ()))
        if home in self.derived:
            return Evidence(figure, figure, speakers, ((home, "stands-in"),), document=home, when=when, reported=True, data=data)
        unsure = (gaps.PLACE,)
        return Evidence(figure, figure, speakers, ((source, "source"),), home, when, reported=True, unsure=unsure, data=data)

    def _data(self, claim: str) -> frozenset[str]:
        """Whose figures a claim rests on, where a figure says where it comes from."""
        if claim not in self.datasets:
            brought = [thing for support in self.supports.get(claim, ()) for thing in self.facts.many("with", support)]
            self.datasets[claim] = frozenset(source for thing in brought for source in self.facts.many("source", thing))
        return self.datasets[claim]

    # -- neighbours ------------------------------------------------------------------------------

    def _relations(self) -> dict[str, dict[str, Scope]]:
        """Claim → neighbour → what the neighbour is to it."""
        found: defaultdict[str, dict[str, Scope]] = defaultdict(dict)
        for link, some in self.facts.table("linked").items():
            kind = self.facts.one("kind", link).rpartition("/")[2]
            if kind in _BACK:
                for one, other in ((a, b) for a in some for b in self.facts.many("other", link)):
                    found[other].setdefault(one, cast(Scope, kind))
                    found[one].setdefault(other, _BACK[kind])
        for part, wholes in self.facts.table("partOf").items():
            for whole in wholes:
                found[whole].setdefault(part, "part")
                found[part].setdefault(whole, _BACK["part"])
        return found

    def _scope(self, claim: str, thing: str) -> Scope:
        """What a claim that is brought for another is to it, or to one that restates it; another claim altogether is a reason for it."""
        if thing not in self.homes:
            return "same"
        ones: Sequence[str] = (claim, *self.facts.many("restates", claim))
        others = (thing, *self.facts.many("restates", thing))
        return next((self.relations[a][b] for a in ones if a in self.relations for b in others if b in self.relations[a]), "same")
