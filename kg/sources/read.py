"""A graph as a corpus: documents, ties and derivations here, claims and their evidence in `kg.sources.evidence`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox

from kg.labels import tail
from kg.names import KG
from kg.sources import dates, evidence
from kg.sources.facts import Facts
from kg.sources.model import PARTS, Corpus, Derivation, Document, Read, Tie


def corpus(graph: ox.Store | Iterable[ox.Quad]) -> Corpus:
    """What was said and inferred in a graph, as far as sources are concerned; what was set aside is left out, but for ties."""
    facts = Facts(graph)
    documents = {one: _document(facts, one) for one in facts.of_class("Document")}
    derivations = [Derivation(a, b, "derives-from") for a, some in facts.table("derived").items() for b in some if a in documents]
    derivations += [Derivation(a, b, "translates") for a, some in facts.table("translates").items() for b in some]
    made = Corpus(
        documents=documents,
        derivations=tuple(derivations),
        ties=tuple(_tie(facts, one) for one in sorted({*facts.of_class("Tie"), *facts.doubtful})),
        parties=tuple(dict.fromkeys(party for some in facts.table("party").values() for party in some)),
        kinds={actor: tail(facts.one("kind", actor)) for actor in facts.of_class("Actor")},
    )
    return evidence.with_claims(made, facts)


def _document(facts: Facts, one: str) -> Document:
    authors = dict.fromkeys([*facts.many("author", one), *facts.many("publisher", one)])
    reviewed = frozenset(part for part in PARTS if facts.many(f"{part}Reviewed", one))
    read = cast(Read, facts.one("read", one).removeprefix(KG + "read/") or "mention")
    when = dates.span(facts, facts.one("published", one))
    return Document(one, tuple(authors), when, read, reviewed, facts.one("retracted", one) == "true")


def _tie(facts: Facts, one: str) -> Tie:
    said = {name: facts.tie(name, one) for name in ("who", "kind", "whom", "during", "controls", "share")}
    held, within = dates.of_tie(facts, said["during"])
    controls = said["controls"] == "true" if said["controls"] else None
    share = dates.share(said["share"]) if said["share"] else None
    kind = tail(said["kind"])
    return Tie(one, said["who"], kind, said["whom"], held, within, controls, share, doubtful=one in facts.doubtful)
