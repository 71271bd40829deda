"""A graph in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg import rdf
from kg.case.terms import classes
from kg.names import BY, KG, QUARANTINE, RDF, STATES
from kg.problems import Problem

Summary = dict[str, int | dict[str, int]]

#: Counted where an actor makes them so.
_ROLES = frozenset({KG + "Support", KG + "Challenge", KG + "Counterclaim"})
#: What findings are about, by their rule; those by other rules are about numbers.
_ABOUT = {
    **dict.fromkeys(("independence", "fragility", "sensitivity"), "sources"),
    **dict.fromkeys(("dispute", "answer", "reported-words", "mixed-words"), "dispute"),
}
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


def count(quads: Iterable[ox.Quad], problems: Iterable[Problem] = (), *, annotators: bool = False) -> Summary:
    """How many there are of what; things that were set aside are counted as that and as nothing else.

    Arguments are the parties' own, and what annotators add in files of their own is not counted, unless `annotators` asks for it.

    `assertions` are those made in a document, by stance; `reported` those that others are said to have made; `findings` are told
    by what they are about. A passage is counted once for each thing that points to it.
    """
    rows = [rdf.texts(quad) for quad in quads]
    kept = [row for row in rows if not row[0].endswith("/" + QUARANTINE) and (annotators or BY not in row[0].rpartition("/")[2])]
    counted = {row[1] for row in kept if row[2] == KG + "counted"} | _counterclaims(kept)
    nested = {value for _, _, predicate, value in kept if predicate == KG + "from"}
    names = {prop: state for state, prop in STATES.items()}
    states = Counter[str](names[predicate] for _, _, predicate, _ in rows if predicate in names)
    things, reads, stances, reported, found = Counter[str](), Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for _, subject, predicate, value in kept:
        if predicate == RDF + "type":
            things[value.removeprefix(KG)] += value not in _ROLES or subject in counted
        elif predicate == KG + "read":
            reads[value.rpartition("/")[2]] += 1
        elif predicate == KG + "rule":
            found[_ABOUT.get(value.rpartition("/")[2], "numbers")] += 1
        elif predicate == KG + "stance":
            (reported if subject in nested else stances)[value.rpartition("/")[2]] += 1
    aside = {row[1] for row in rows if row[0].endswith("/" + QUARANTINE) and row[2] == RDF + "type"}
    passages = {value for _, _, predicate, value in rows if predicate == KG + "at"}
    severities = Counter(problem.severity for problem in problems)
    return {
        "documents": _in_order(reads, list(classes()["Document"]["document"].keys["read"].values)),
        **{name: things[of] for name, of in _COUNTED.items()},
        "assertions": _in_order(stances, list(classes()["Assertion"]["stance"].values)),
        "reported": _in_order(reported, list(classes()["Assertion"]["stance"].values)),
        "findings": _in_order(found, ["numbers", "sources", "dispute"]),
        "passages": _in_order(states, list(STATES)),
        "set aside": len(aside - passages),
        "quads": len(rows),
        "problems": {"errors": severities["error"], "warnings": severities["warning"]},
    }


def _counterclaims(rows: Iterable[rdf.Key]) -> set[str]:
    """The claims that a counted challenge brings against a claim."""
    said: dict[str, set[tuple[str, str]]] = {KG + key: set() for key in ("counted", "against", "with")}
    claims = set()
    for _, subject, predicate, value in rows:
        if predicate in said:
            said[predicate].add((subject, value))
        elif (predicate, value) == (RDF + "type", KG + "Claim"):
            claims.add(subject)
    counted = {subject for subject, _ in said[KG + "counted"]} & {subject for subject, value in said[KG + "against"] if value in claims}
    return {value for subject, value in said[KG + "with"] if subject in counted}


def _in_order(counts: Counter[str], order: Sequence[str]) -> dict[str, int]:
    return {name: counts[name] for name in order}
