"""What of a document's review can no longer be told, now that things are gone: unknown is not independent.

A reviewer looked into who wrote a document, where it has its content from and whom those who speak in it are tied to.
Where an author, a source, a tie or somebody who makes a claim is left out, what is left would make somebody look
independent who may not be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import pyoxigraph as ox

from kg import rdf
from kg.names import BY, KG, PREFIXES

_AUTHORS = frozenset({PREFIXES["prov"] + "wasAttributedTo", PREFIXES["dct"] + "publisher"})
_DERIVES = frozenset({PREFIXES["prov"] + "wasDerivedFrom", KG + "translates"})
_SPEAKS = frozenset({KG + "by", KG + "as"})
_CLAIMS = frozenset({KG + "stance/asserts", KG + "stance/concedes"})
#: Kind of tie → who of the two may be controlled by the other, and whether it is so unless said otherwise: as
#: queries/rules/80-may-control.rq has it, without its exception (the more is taken, the less is made independent).
_CONTROLLED: dict[str, tuple[tuple[str, ...], bool]] = {
    "holds": (("who", "whom"), True),
    "member-of": (("who",), True),
    "part-of": (("who",), True),
    "acts-for": (("who",), True),
    "heads": (("whom",), True),
    "employs": (("whom",), True),
    "appoints": (("whom",), True),
    "funds": (("whom",), False),
    "oversees": (("whom",), False),
}


def still_known(quads: Iterable[ox.Quad], rows: Collection[rdf.Key], gone: Collection[str]) -> list[ox.Quad]:
    """What is left of the `quads` that are left; `rows` and `gone` as below."""
    unknown = _no_longer_known(rows, gone)
    return [quad for quad in quads if (rdf.text(quad.subject), quad.predicate.value) not in unknown]


def _no_longer_known(rows: Collection[rdf.Key], gone: Collection[str]) -> set[tuple[str, str]]:
    """Document and property (`kg:authorReviewed`, `kg:sourcesReviewed`, `kg:tiesReviewed`) that must not be told any more.

    `rows` are those of the whole graph, `gone` the things that are left out of it.
    """
    found: set[tuple[str, str]] = set()
    derived = defaultdict[str, set[str]](set)  # document → what derives from it
    speakers = defaultdict[str, set[str]](set)  # document → who wrote it, publishes it or speaks in it
    for graph, subject, predicate, value in rows:
        if predicate in _AUTHORS:
            speakers[subject].add(value)
            if value in gone:
                found.add((subject, KG + "authorReviewed"))
        elif predicate in _DERIVES:
            derived[value].add(subject)
        elif predicate in _SPEAKS:
            speakers[graph.partition(BY)[0]].add(value)
    lost = set().union(*(_closure(document, derived) for document in gone & derived.keys()))
    found |= {(document, KG + "sourcesReviewed") for document in lost}
    concerned = _concerned(rows, gone)
    return found | {(document, KG + "tiesReviewed") for document, who in speakers.items() if who & concerned}


def _concerned(rows: Collection[rdf.Key], gone: Collection[str]) -> set[str]:
    """Who has controllers that no longer show, or may share one with them or with somebody whose claim no longer shows as theirs."""
    over = controllers(rows)
    cut = [(actor, top) for tie, edges in over.items() if tie in gone for actor, top in edges]
    above = defaultdict[str, set[str]](set)
    for actor, top in chain.from_iterable(over.values()):
        above[actor].add(top)
    reach = {actor: _closure(actor, above) for actor in {row[3] for row in rows if row[2] in _SPEAKS | _AUTHORS} | above.keys()}
    less = {actor for actor, tops in reach.items() if actor not in gone and any(end in tops for end, _ in cut)}
    tops = set().union(*(_closure(top, above) for _, top in cut)) if less else set()
    tops = tops.union(*(_closure(actor, above) for actor in _claimants(rows, gone)))
    return less | {actor for actor, found in reach.items() if found & tops}


def _claimants(rows: Iterable[rdf.Key], gone: Collection[str]) -> set[str]:
    """Who makes a claim that is left, in an assertion that is not."""
    said, of = defaultdict[str, dict[str, str]](dict), dict[str, str]()
    for _, subject, predicate, value in rows:
        if predicate in (KG + "said", KG + "from"):
            of[value] = subject
        elif predicate in (KG + "by", KG + "stance") and subject in gone:
            said[subject][predicate] = value

    def claim(assertion: str) -> str:
        return claim(of[assertion]) if assertion in of else assertion

    made = {assertion: one for assertion, one in said.items() if one.get(KG + "stance") in _CLAIMS and KG + "by" in one}
    return {one[KG + "by"] for assertion, one in made.items() if claim(assertion) not in gone}


def controllers(rows: Iterable[rdf.Key]) -> dict[str, list[tuple[str, str]]]:
    """Tie → who may be controlled by whom over it."""
    found = defaultdict[str, dict[str, str]](dict)
    for _, subject, predicate, value in rows:
        if predicate in (KG + "who", KG + "whom", KG + "kind", KG + "controls"):
            found[subject][predicate.removeprefix(KG)] = value
    made = {}
    for tie, said in found.items():
        ends, plain = _CONTROLLED.get(said.get("kind", "").rpartition("/")[2], ((), False))
        if "who" in said and "whom" in said and said.get("controls", "true" if plain else "") == "true":
            made[tie] = [(said[end], said["whom" if end == "who" else "who"]) for end in ends]
    return made


def _closure(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    """What is reached from a node, the node included."""
    found: set[str] = set()
    queue = [start]
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue += edges.get(node, set()) - found
    return found
