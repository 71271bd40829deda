"""A graph as the things that people write, each with what its keys say, whatever the base of its case.

A thing's id is its path below the case's base (`report/practice`, `council`); "" is the case itself.
Where a graph has several cases, their last name stands before it (`bridge//report/practice`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from kg import rdf
from kg.case.terms import Term, classes, context
from kg.names import BY, FINDINGS, INFERRED, KG, PERIOD, QUARANTINE, RDF, STATES, expand

#: The classes of things, in the order in which changes are told; what stands later may refer to what is before.
ORDER = (
    *("Case", "Annotator", "Concept", "Actor", "Document", "Annotation", "Claim", "Assertion", "Metric", "Observation"),
    *("Reform", "Tie", "Support", "Calculation", "Break", "Link", "Challenge", "Mark"),
)
_HELD = frozenset({"block", "said", "node"})
#: Told as one: that the text is another, that a passage is another, who reports whom.
_APART = frozenset({"sha256", "length", "from"})
_RANGE = re.compile(r"#char=([0-9]+),([0-9]+)$")


class Part(NamedTuple):
    """A piece of a value: `form` is ref (the id of a thing), term (an IRI of the vocabulary), text or plain."""

    form: str
    value: str


#: What stands behind a key: nearly always one piece; who reports whom is a row of them.
Value = tuple[Part, ...]


@dataclass
class Thing:
    """One thing. `holder` is the id of what it stands in, "" too for the case; `path` is its name there."""

    id: str
    of: str
    holder: str
    path: str
    case: str = ""
    fields: dict[str, frozenset[Value]] = field(default_factory=dict)
    at: dict[tuple[int, int], str] = field(default_factory=dict)  # range → digits
    states: dict[tuple[int, int], str] = field(default_factory=dict)  # range → verified, …
    text: str = ""  # the digest of a document's text
    aside: bool = False
    roles: frozenset[Part] = frozenset()  # what the rules inferred

    def only(self, key: str) -> Part | None:
        """The first piece behind a key that takes one value."""
        return next((value[0] for value in self.fields.get(key, ())), None)


Things = dict[str, Thing]


def cases(quads: Iterable[ox.Quad]) -> list[str]:
    """The IRIs of the cases, sorted."""
    return sorted({rdf.text(q.subject) for q in quads if q.predicate.value == RDF + "type" and rdf.text(q.object) == KG + "Case"})


def keys_of(found: list[str], other: list[str]) -> dict[str, str]:
    """Case IRI → what its ids begin with: nothing where each side has one case."""
    if len(found) == len(other) == 1:
        return {found[0]: ""}
    last = {iri: iri.rpartition("/")[2] for iri in found}
    return {iri: (name if list(last.values()).count(name) == 1 else iri.partition("://")[2]) + "//" for iri, name in last.items()}


@cache
def terms_of(of: str) -> Mapping[str, Term]:
    """The keys of a class whose values are told, by name; those of `reviewed:` are `reviewed.author` and so on."""
    made: dict[str, Term] = {}
    for term in classes()[of].values():
        inner = term.keys.values() if term.form == "nest" else [term]
        for one in inner:
            nested = [(f"{one.key}.{deep.key}", deep) for deep in one.keys.values()] if one.form == "nest" else [(one.key, one)]
            made.update({name: deep for name, deep in nested if deep.form not in (*_HELD, "unstored", "passage")})
    if of == "Document":
        made = {name.removeprefix("text."): term for name, term in made.items()}
    return {name: term for name, term in made.items() if name not in _APART}


def of(quads: Iterable[ox.Quad], keys: Mapping[str, str]) -> Things:
    """The things in a graph's quads, by id."""
    said: dict[str, dict[str, list[ox.Quad]]] = defaultdict(lambda: defaultdict(list))
    roles: dict[str, set[Part]] = defaultdict(set)
    aside: set[str] = set()
    special = {f"{case}/{name}": name for case in keys for name in (INFERRED, FINDINGS, QUARANTINE)}
    for quad in quads:
        graph, subject, predicate, value = rdf.texts(quad)
        kind = special.get(graph, "")
        if kind == INFERRED:
            if role := _role(predicate, value):
                roles[subject].add(role)
        elif kind != FINDINGS and graph:
            said[subject][predicate].append(quad)
            if kind == QUARANTINE and predicate == RDF + "type":
                aside.add(subject)
    named = {expand(context()["@context"][name]["@id"]): name for name in ORDER}
    kinds = {iri: name for iri, its in said.items() for quad in its.get(RDF + "type", ()) if (name := named.get(rdf.text(quad.object)))}
    ids = {iri: id_ for iri in kinds if (id_ := _id(iri, keys)) is not None}
    holders = _holders(said)
    made: Things = {}
    for iri, id_ in sorted(ids.items()):
        case = id_.partition("//")[0] + "//" if "//" in id_ else ""
        holder = ids.get(holders.get(iri, ""), case)
        path = id_.removeprefix(holder).lstrip("/")
        thing = made[id_] = Thing(id_, kinds[iri], holder, path, case, aside=iri in aside, roles=frozenset(roles[iri]))
        _fill(thing, said[iri], ids)
    for thing in made.values():
        if thing.of == "Assertion" and (chain := _chain(thing, made)):
            thing.fields["from"] = frozenset({chain})
    return made


def children(things: Things) -> dict[str, list[Thing]]:
    """What stands in each thing, by its id."""
    made: dict[str, list[Thing]] = defaultdict(list)
    for thing in things.values():
        if thing.of != "Case":
            made[thing.holder].append(thing)
    return made


def document(id_: str) -> str:
    """The id of the document, annotator's file or thing of the case under which an id stands."""
    case, slashes, path = id_.rpartition("//")
    return case + slashes + path.partition("/")[0]


def reference(id_: str) -> str:
    """How people write it: `document:name/part`."""
    case, slashes, path = id_.rpartition("//")
    written = path.replace("/", ":", 1) or "case"
    return f"{case}/{written}" if slashes else written


def annotated(name: str) -> tuple[str, str]:
    """Document and annotator in the name of an annotator's file."""
    of_document, _, annotator = name.partition(BY)
    return of_document, annotator


def _id(iri: str, keys: Mapping[str, str]) -> str | None:
    for case, key in keys.items():
        if iri == case:
            return key
        if iri.startswith(case + "/") and "#" not in iri:
            return key + iri.removeprefix(case + "/")
    return None


def _holders(said: Mapping[str, Mapping[str, list[ox.Quad]]]) -> dict[str, str]:
    """Thing → what holds it: a document its claims, a claim what was said, a metric its values."""
    holds = {term.property for terms in classes().values() for term in terms.values() if term.form in _HELD}
    found = [(rdf.text(quad.object), iri) for iri, keys in said.items() for prop in holds & keys.keys() for quad in keys[prop]]
    return dict(sorted(found))


def _fill(thing: Thing, said: Mapping[str, list[ox.Quad]], ids: Mapping[str, str]) -> None:
    for key, term in terms_of(thing.of).items():
        for quad in said.get(term.property, ()):
            name = f"{key}.{getattr(quad.object, 'language', '')}" if term.form == "languages" else key
            thing.fields[name] = thing.fields.get(name, frozenset()) | {(_part(term, quad, ids),)}
    if thing.of == "Annotation":
        for key, prop in (("by", KG + "by"), ("document", KG + "document")):
            thing.fields[key] = frozenset({(Part("ref", ids.get(rdf.text(quad.object), "")),) for quad in said.get(prop, ())})
    thing.text = min((rdf.text(quad.object) for quad in said.get(KG + "sha256", ())), default="")
    for quad in said.get(KG + "digits", ()):
        span, _, digits = rdf.text(quad.object).partition("/")
        start, _, end = span.partition("-")
        thing.at[int(start), int(end)] = digits
    for state, prop in STATES.items():
        for quad in said.get(prop, ()):
            if found := _RANGE.search(rdf.text(quad.object)):
                thing.states[int(found[1]), int(found[2])] = state


def _part(term: Term, quad: ox.Quad, ids: Mapping[str, str]) -> Part:
    value = rdf.text(quad.object)
    if term.form == "reference":
        return Part("ref", ids[value]) if value in ids else Part("plain", value)
    if term.form == "enumeration":
        return Part("term", value)
    if term.form == "period":
        return Part("plain", value.removeprefix(PERIOD))
    if term.form == "boolean":
        return Part("plain", "yes" if value == "true" else "no")
    return Part("text" if term.form in ("languages", "text") else "plain", value)


def _chain(thing: Thing, things: Things) -> Value:
    """Who reports whom, from the one that is reported on down."""
    parts: list[Part] = []
    step = things.get(thing.id + "/from")
    while step is not None:
        for key in ("by", "stance", "as", "in"):
            if found := step.only(key):
                parts += [Part("key", key), found]
        step = things.get(step.id + "/from")
    return tuple(parts)


def _role(predicate: str, value: str) -> Part | None:
    if predicate == RDF + "type" and value == KG + "Counterclaim":
        return Part("counterclaim", "")
    if predicate == KG + "secondHand":
        return Part("second-hand", "")
    return Part("challenge-kind", value) if predicate == KG + "challengeKind" else None
