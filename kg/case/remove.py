"""What is left of a graph when things are taken out of it: what cannot stand without them goes too.

A thing that holds others (a document its claims, a claim what was said) takes them along. One that
refers to what is gone loses the reference, and goes itself if it would then say something else, or
nothing: a support without the claim it is for, a relay without its source, a sum without a part.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from kg import rdf
from kg.case.terms import classes
from kg.names import KG, RDF
from kg.resources import folder

SH = "http://www.w3.org/ns/shacl#"

#: Without the last of these too: a claim that nobody makes, a metric without values, a figure that would become its
#: document's own, a mark that is about nothing, a link of which one side is left.
_LAST = frozenset({KG + name for name in ("said", "observation", "source", "about", "linked", "linkedReform")})
#: Shared by all that refer to them, and gone with the last.
_SHARED = frozenset({"Passage", "Period"})


def remove(quads: Iterable[ox.Quad], things: Iterable[str], also: Iterable[ox.Quad] = ()) -> tuple[list[ox.Quad], set[str]]:
    """The quads without some things, and all the things that went.

    `also` are single quads to be left out: a passage of a thing that has another one, a text in one language.
    """
    quads = list(quads)
    rows = [rdf.texts(quad) for quad in quads]
    outgoing, incoming = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    kinds: dict[str, str] = {}
    for index, (quad, (_, subject, predicate, value)) in enumerate(zip(quads, rows, strict=True)):
        outgoing[subject].append(index)
        if predicate == RDF + "type":
            kinds[subject] = value.removeprefix(KG)
        elif isinstance(quad.object, ox.NamedNode):
            incoming[value].append(index)
    left = Counter(row[1:3] for row in rows)
    out: set[int] = set()
    gone: set[str] = set()
    queue = deque(sorted(things))

    def leave_out(index: int) -> None:
        if index in out:
            return
        out.add(index)
        _, subject, predicate, _ = rows[index]
        left[subject, predicate] -= 1
        needed = predicate in _LAST or predicate in _needs().get(kinds.get(subject, ""), ())
        if predicate in _each() or (needed and not left[subject, predicate]):
            queue.append(subject)

    unwanted = set(also)
    for index, quad in enumerate(quads):
        if quad in unwanted:
            leave_out(index)
    while queue:
        thing = queue.popleft()
        if thing in gone:
            continue
        gone.add(thing)
        for index in outgoing[thing]:
            out.add(index)
            if rows[index][2] in holds():
                queue.append(rows[index][3])
        for index in incoming[thing]:
            leave_out(index)
    kept = [index for index, row in enumerate(rows) if index not in out and row[0] not in gone]  # a file's graph goes with it
    used = {rows[index][3] for index in kept}
    unused = {thing for thing, kind in kinds.items() if kind in _SHARED and thing not in used} if gone or out else set()
    return [quads[index] for index in kept if rows[index][1] not in unused], gone


@cache
def holds() -> frozenset[str]:
    """Properties by which a thing holds another: a document its claims, a claim what was said, a metric its values."""
    return frozenset(t.property for terms in classes().values() for t in terms.values() if t.form in ("block", "said", "node"))


@cache
def _each() -> frozenset[str]:
    """Without any one of these a thing would say something else.

    Who is relayed, in what capacity, which support's evidence, what is added up.
    """
    operands = frozenset(t.property for t in classes()["Calculation"].values() if t.form == "reference")
    return operands - {KG + "by", KG + "statedBy"} | {KG + "from", KG + "as", KG + "inSupport"}


@cache
def _needs() -> dict[str, frozenset[str]]:
    """Class → the properties of which it needs a value, by its shape; what is only warned of is not needed."""
    found = defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for quad in rdf.load(folder("ontology") / "shapes.ttl"):
        found[rdf.text(quad.subject)][quad.predicate.value].append(rdf.text(quad.object))
    needed = defaultdict[str, set[str]](set)
    for shape in found.values():
        for name in shape.get(SH + "targetClass", ()):
            for inner in (found[iri] for iri in shape.get(SH + "property", ())):
                if inner.get(SH + "minCount") == ["1"] and SH + "Warning" not in inner.get(SH + "severity", ()):
                    needed[name.removeprefix(KG)].update(inner[SH + "path"])
    return {name: frozenset(properties) for name, properties in needed.items()}
