"""Whose word a claim rests on: roots, control, third parties, dependence, and the rung that comes of them.

    import kg.sources
    found = kg.sources.assess(graph, "cat-co4-2023:suspended-sentences-excluded")
    print(found)          # a sentence; found.told("ru") in Russian
    found.rung.key, found.k_low, found.k_high, found.to_review, found.witnesses, found.fragility

Nothing is independent for want of data: where authors, sources or ties were not reviewed, or a document was not read in full, the
rung is unknown, between two bounds, and what would settle it is named. No rung says whether a claim is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from kg import store
from kg.findings import Finding
from kg.labels import Labels
from kg.sources import find, read, sensitivity
from kg.sources.assess import Assessor
from kg.sources.assessment import Assessment, Naming
from kg.sources.model import Corpus
from kg.sources.parameters import DEFAULT, Parameters
from kg.sources.parties import Party
from kg.sources.parties import parties as _parties
from kg.sources.rung import Rung, Standing

__all__ = [
    "DEFAULT",
    "Assessment",
    "Assessor",
    "Corpus",
    "Parameters",
    "Party",
    "Rung",
    "Standing",
    "assess",
    "assess_all",
    "by_party",
    "corpus",
    "findings",
    "lines",
    "naming",
    "sensitive",
]

#: A store, or quads of what was said and inferred.
Graph = ox.Store | Iterable[ox.Quad]


def corpus(graph: Graph) -> Corpus:
    """What a graph says of documents, ties, claims and evidence; read once, it can be assessed again under other parameters."""
    return read.corpus(graph)


def assess(graph: Graph, claim: str, parameters: Parameters = DEFAULT) -> Assessment:
    """On whose word a claim rests; `claim` is its IRI, or its name as `kg explain` takes it.

    Raises:
        KgError: no claim is called so, or more than one.
    """
    held = graph if isinstance(graph, ox.Store) else store.memory(graph)
    read_from = read.corpus(held)
    return Assessor(read_from, parameters, naming(held)).assess(read_from.claims[find.claim(read_from.claims, claim)])


def lines(found: Assessment, lang: str = "en") -> list[str]:
    """All that is known of an assessed claim, a sentence each."""
    from kg.sources import sentence

    return sentence.lines(found, lang, found.naming)


def assess_all(graph: Graph, parameters: Parameters = DEFAULT) -> list[Assessment]:
    """Every claim of a graph, by IRI. Of quads that are no store names are the ends of IRIs."""
    names = naming(graph) if isinstance(graph, ox.Store) else None
    return list(Assessor(read.corpus(graph), parameters, names).all())


def by_party(graph: Graph, parameters: Parameters = DEFAULT) -> list[Party]:
    """The same row for every party, with its base, and no totals."""
    read_from = read.corpus(graph)
    return _parties(read_from, Assessor(read_from, parameters).all())


def sensitive(graph: Graph, parameters: Parameters = DEFAULT) -> list[sensitivity.Change]:
    """For which claims the rung depends on a parameter."""
    return sensitivity.changes(read.corpus(graph), parameters)


def findings(held: ox.Store, parameters: Parameters = DEFAULT) -> dict[str, list[Finding]]:
    """Where every claim that somebody makes stands, what that hangs on, and which parameters it owes to; by case (its IRI)."""
    from kg.sources import found as telling

    assessor = Assessor(read.corpus(held), parameters, naming(held))
    made = [one for one in assessor.all() if one.claimants]
    cases = store.cases(held)
    found: dict[str, list[Finding]] = {case: [] for case in cases}
    case_of = {one.claim.id: case for one in made for case in cases if one.claim.id.startswith(f"{case}/")}
    for one in made:
        if case := case_of.get(one.claim.id):
            found[case] += [telling.finding(one, case), *telling.fragile(one, assessor, case)]
    numbers = Counter[str]()
    for change in sensitivity.of(assessor, made):
        claim = change.before.claim.id
        if case := case_of.get(claim):
            numbers[claim] += 1
            found[case].append(telling.sensitive(change, numbers[claim], case))
    return found


def naming(held: ox.Store) -> Naming:
    """What a store calls things, in each language."""
    kept: dict[str, Labels] = {}

    def name(iri: str, lang: str) -> str:
        if lang not in kept:
            kept[lang] = Labels(held, lang)
        return kept[lang].of(iri)

    return name
