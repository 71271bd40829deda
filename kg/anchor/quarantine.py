"""What rests on a passage that does not match is set aside: in a graph of its own, nothing lost."""

from __future__ import annotations

from collections import defaultdict, deque

import pyoxigraph as ox

from kg import rdf
from kg.anchor.verify import Anchoring
from kg.case import Case
from kg.case.remove import holds
from kg.names import KG, QUARANTINE, STATES

#: A relay without its source would say something else.
_NEEDS_HELD = frozenset({KG + "from"})
_POINTS = frozenset({KG + "at", KG + "digits", *STATES.values()})


def quarantine(case: Case, anchoring: Anchoring) -> tuple[list[ox.Quad], set[str]]:
    """The case's quads with what is set aside moved to `<case>/quarantine`, and the things set aside.

    A thing that has another passage left stays, without the one that failed. A claim stays: it
    rests on no passage, what was said does.
    """
    quads = [*case.quads, *anchoring.quads]
    failed = {(p.thing, p.written, p.passage) for p in anchoring.pointers if p.state == "quarantined"}
    if not failed:
        return quads, set()
    standing = {p.thing for p in anchoring.pointers if p.state != "quarantined"}
    aside = _hanging(quads, {thing for thing, _, _ in failed} - standing)
    target = case.graph(QUARANTINE)
    gone = {(thing, value) for thing, written, passage in failed for value in (written, passage)}
    kept: list[ox.Quad] = []
    moved: list[ox.Quad] = []
    for quad in quads:
        _, subject, predicate, value = rdf.texts(quad)
        leaves = subject in aside or (predicate in holds() and value in aside) or (predicate in _POINTS and (subject, value) in gone)
        (moved if leaves else kept).append(quad)
    used = {rdf.text(q.object) for q in kept if q.predicate.value == KG + "at"}
    lost = {rdf.text(q.object) for q in moved if q.predicate.value == KG + "at"} - used
    moved += [quad for quad in kept if rdf.text(quad.subject) in lost]
    kept = [quad for quad in kept if rdf.text(quad.subject) not in lost]
    return kept + [ox.Quad(q.subject, q.predicate, q.object, target) for q in moved], aside


def _hanging(quads: list[ox.Quad], seeds: set[str]) -> set[str]:
    """The seeds, what they hold, and everything that refers to one of these."""
    hangs: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if not isinstance(quad.object, ox.NamedNode):
            continue
        _, subject, predicate, value = rdf.texts(quad)
        if predicate in holds():
            hangs[subject].add(value)
        if predicate not in holds() or predicate in _NEEDS_HELD:
            hangs[value].add(subject)
    found, queue = set(seeds), deque(sorted(seeds))
    while queue:
        for other in hangs[queue.popleft()] - found:
            found.add(other)
            queue.append(other)
    return found
