"""A graph in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from kg.anchor.verify import STATES
from kg.case.terms import classes
from kg.names import KG, QUARANTINE, RDF
from kg.problems import Problem

Summary = dict[str, int | dict[str, int]]

#: The classes that are counted as such, in the order in which they are shown.
_COUNTED = {
    "actors": "Actor",
    "ties": "Tie",
    "reforms": "Reform",
    "metrics": "Metric",
    "observations": "Observation",
    "calculations": "Calculation",
    "claims": "Claim",
    "counterclaims": "Counterclaim",
    "supports": "Support",
    "challenges": "Challenge",
    "marks": "Mark",
}


def count(quads: Iterable[ox.Quad], problems: Iterable[Problem] = ()) -> Summary:
    """How many there are of what; things that were set aside are counted as that and as nothing else.

    `assertions` are those made in a document, by stance; `reported` those that others are said to
    have made. A passage is counted once for each thing that points to it.
    """
    quads = list(quads)
    kept = [q for q in quads if not q.graph_name.value.endswith("/" + QUARANTINE)]
    things: Counter[str] = Counter()
    reads, stances, reported = Counter[str](), Counter[str](), Counter[str]()
    states = Counter[str]({state: 0 for state in STATES})
    nested = {q.object.value for q in kept if q.predicate.value == KG + "from"}
    names = {prop: state for state, prop in STATES.items()}
    for quad in quads:
        if state := names.get(quad.predicate.value):
            states[state] += 1
    for quad in kept:
        predicate, value = quad.predicate.value, quad.object.value
        if predicate == RDF + "type":
            things[value.removeprefix(KG)] += 1
        elif predicate == KG + "read":
            reads[value.rpartition("/")[2]] += 1
        elif predicate == KG + "stance":
            (reported if quad.subject.value in nested else stances)[value.rpartition("/")[2]] += 1
    aside = {q.subject.value for q in quads if q.graph_name.value.endswith("/" + QUARANTINE) and q.predicate.value == RDF + "type"}
    severities = Counter(problem.severity for problem in problems)
    return {
        "documents": _in_order(reads, list(classes()["Document"]["document"].keys["read"].values)),
        **{name: things[of] for name, of in _COUNTED.items()},
        "assertions": _in_order(stances, list(classes()["Assertion"]["stance"].values)),
        "reported": _in_order(reported, list(classes()["Assertion"]["stance"].values)),
        "passages": dict(states),
        "set aside": len(aside - {q.object.value for q in quads if q.predicate.value == KG + "at"}),
        "quads": len(quads),
        "problems": {"errors": severities["error"], "warnings": severities["warning"]},
    }


def _in_order(counts: Counter[str], order: list[str]) -> dict[str, int]:
    return {name: counts[name] for name in order}
