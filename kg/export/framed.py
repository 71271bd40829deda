"""JSON-LD that reads like the case: each graph as a tree with the keys of its file. The inverse of `kg.case.expand`.

Every triple is written: what no key of the file format stands for (what rules infer, say) under its name with a
prefix, and a node that nothing leads to on its own. JSON-LD framing (PyLD) drops both, and orders keys by the alphabet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg import rdf
from kg.case.terms import Term, context
from kg.export import folded
from kg.export.context import DATES, inlined, terms
from kg.names import CASE_GRAPH, FINDINGS, INFERRED, KG, PERIOD, PREFIXES, QUARANTINE, RDF, XSD, expand
from kg.problems import KgError

_TYPE = RDF + "type"
_BY = KG + "by"
#: What could be read as something else than a path below the base.
_UNSAFE = re.compile(r"^$|^[/?#@]|^[^/?#]*:|(^|/)\.{1,2}(/|$|[?#])|//")
_LOCAL = re.compile(r"[A-Za-z0-9_]+(/[A-Za-z0-9_-]+)?")
_CLASSES = {expand(entry["@id"]): name for name, entry in context()["@context"].items() if isinstance(entry, dict) and name[0].isupper()}
#: The order of nodes that stand on their own: what holds others first, what is only pointed to last.
_ORDER = {name: place for place, name in enumerate(["Case", "Document", "Annotation", *terms()])} | {"Passage": 98, "Period": 99}

#: The order of graphs; documents come second.
_GRAPHS = {CASE_GRAPH: 0, INFERRED: 2, FINDINGS: 3, QUARANTINE: 4}
_NATIVE = {XSD + "string": "text", XSD + "integer": "integer", XSD + "boolean": "boolean"}

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def serialise(quads: Iterable[ox.Quad], cases: list[str]) -> bytes:
    """The quads as one JSON document, the same bytes for the same quads; reading it gives exactly them.

    IRIs below a case are relative to it; with several cases each graph says to which.

    Raises:
        KgError: an IRI has a scheme that is a prefix of ours.
    """
    graphs: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in rdf.ordered(quads):
        graphs[rdf.text(quad.graph_name)].append(quad)
    of = {iri: max((case for case in cases if iri.startswith(f"{case}/")), key=len, default="") for iri in graphs}
    references = {quad.predicate.value for some in graphs.values() for quad in some if not isinstance(quad.object, ox.Literal)}
    references |= {expand(name) for name, entry in inlined().items() if isinstance(entry, dict) and entry.get("@type") == "@id"}
    order = sorted(graphs, key=lambda iri: (of[iri], _GRAPHS.get(iri.removeprefix(f"{of[iri]}/"), 1), iri))
    trees = [_Tree(graphs[iri], iri, of[iri], references) for iri in order]
    made = [tree.written(alone=len(cases) == 1) for tree in trees]
    scope: dict[str, Any] = {**inlined()}
    for name in sorted(set().union(*(tree.used for tree in trees))):
        scope[name] = {"@id": name, "@type": "@id"}
    if len(cases) == 1:
        scope = {"@base": f"{cases[0]}/", **scope}
    return folded.text({"@context": scope, "@graph": made}).encode()


class _Tree:
    """One graph on its way to become a tree."""

    def __init__(self, quads: list[ox.Quad], iri: str, case: str, references: set[str]) -> None:
        self.iri, self.base = iri, f"{case}/" if case else ""
        self.used: set[str] = set()  # names with a prefix whose texts the context has to take for references
        self._references = references  # properties that have some node as value
        self._done: set[str] = set()
        self._nodes: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            self._nodes[_name(quad.subject)][quad.predicate.value].append(quad.object)
        self._class = {node: self._class_of(properties) for node, properties in self._nodes.items()}

    def written(self, *, alone: bool) -> dict[str, Any]:
        """The graph; where it is not `alone`, with its base."""
        roots = sorted(self._nodes, key=lambda node: (_ORDER.get(self._class[node], 50), node))
        nodes = [self._node(node) for node in roots if node not in self._done]
        named: dict[str, Any] = {"@context": {"@base": self.base}} if self.base and not alone else {}
        return {**named, "@id": self._relative(self.iri), "@graph": nodes} if self.iri else {**named, "@graph": nodes}

    def _class_of(self, properties: dict[str, list[Value]]) -> str:
        """The one class whose keys a node can have, "" where that is not plain."""
        found = {_CLASSES[rdf.text(one)] for one in properties.get(_TYPE, ()) if rdf.text(one) in _CLASSES}
        return found.pop() if len(found) == 1 else ""

    def _node(self, node: str, without: str = "", *, named: bool = True) -> dict[str, Any]:
        """A node with everything that is said of it, but for the property `without` (and its name, where a key has that)."""
        self._done.add(node)
        of, properties = self._class[node], self._nodes[node]
        made: dict[str, Any] = {"@id": self._relative(node)} if named else {}
        types = [of if of and _CLASSES.get(rdf.text(one)) == of else self._compact(rdf.text(one)) for one in properties.get(_TYPE, ())]
        if types:
            made["@type"] = types[0] if len(types) == 1 else types
        left = {predicate: objects for predicate, objects in properties.items() if predicate not in (_TYPE, without)}
        for key, term in terms().get(of, {}).items():
            if term.property in left:
                fitting = [one for one in left[term.property] if self._fits(term, one)]
                left[term.property] = [one for one in left[term.property] if one not in fitting]
                if fitting:
                    made[key] = self._keyed(term, fitting)
        for predicate, objects in sorted(left.items()):
            if objects:
                made[self._compact(predicate)] = self._plain(predicate, objects)
        return made

    def _fits(self, term: Term, value: Value) -> bool:
        """Whether a key's definition in the context makes this value of what can be written there."""
        if isinstance(value, ox.Literal):
            if term.form == "languages":
                return value.language is not None and value.language == value.language.lower()
            if term.form in ("text", "language", "integer", "boolean"):
                return not value.language and value.datatype.value == (term.datatype or XSD + "string")
            return False
        if not isinstance(value, ox.NamedNode):
            return False
        if term.form == "enumeration":
            return value.value in term.values.values()
        if term.form == "said":
            by = self._nodes[value.value].get(_BY, []) if value.value in self._nodes else []
            return value.value not in self._done and len(by) == 1 and isinstance(by[0], ox.NamedNode)
        return term.form in ("reference", "iri", "period", "passage", "block", "node")

    def _keyed(self, term: Term, values: list[Value]) -> Any:
        if term.form == "languages":
            return _grouped((one.language or "", one.value) for one in values if isinstance(one, ox.Literal))
        iris = [rdf.text(one) for one in values]
        if term.form == "block":
            return {self._relative(iri): self._node(iri, named=False) if self._is_free(iri) else {} for iri in iris}
        if term.form == "said":
            return _grouped((self._relative(rdf.text(self._nodes[iri][_BY][0])), self._node(iri, _BY)) for iri in iris)
        if term.form == "enumeration":
            names = {iri: name for name, iri in term.values.items()}
            return _one([names[iri] for iri in iris])
        if term.form in ("text", "language", "integer", "boolean"):
            return _one([_native(iri, term.form) for iri in iris])
        nested = [self._node(iri) if term.form == "node" and self._is_free(iri) else self._relative(iri) for iri in iris]
        return _one(nested)

    def _plain(self, predicate: str, objects: list[Value]) -> Any:
        if predicate in self._references:
            self.used.add(self._compact(predicate))
        return _one([self._value(one, predicate) for one in objects])

    def _value(self, value: Value, predicate: str) -> Any:
        if not isinstance(value, ox.Literal):
            return self._relative(_name(value))
        if value.language:
            return {"@value": value.value, "@language": value.language}
        form = _NATIVE.get(value.datatype.value, "")
        native = _native(value.value, form)
        if predicate not in self._references and (form == "text" or not isinstance(native, str)):
            return native
        if form == "text":
            return {"@value": value.value}
        return {"@value": value.value, "@type": self._compact(value.datatype.value)}

    def _is_free(self, node: str) -> bool:
        return node in self._nodes and node not in self._done

    def _relative(self, iri: str) -> str:
        """An IRI as it is shortest: below the case, or a period."""
        if iri.startswith(PERIOD) and iri != PERIOD and "/" not in iri.removeprefix(PERIOD):
            return f"{DATES}:{iri.removeprefix(PERIOD)}"
        rest = iri.removeprefix(self.base) if self.base else iri
        if rest != iri and not _UNSAFE.search(rest):
            return rest
        if iri.partition(":")[0] in _prefixes() and not iri.partition(":")[2].startswith("//"):
            raise KgError(f"<{iri}> could not be told from a name with a prefix in framed JSON-LD: take jsonld")
        return iri

    def _compact(self, iri: str) -> str:
        """A property, class or datatype with a prefix."""
        known = context()["@context"]
        for prefix, namespace in PREFIXES.items():
            if prefix in known and iri.startswith(namespace) and _LOCAL.fullmatch(iri.removeprefix(namespace)):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(key for key, entry in inlined().items() if isinstance(entry, str))


def _name(term: Any) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term.value)


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        made[key].append(value)
    return {key: _one(values) for key, values in sorted(made.items())}


def _native(text: str, form: str) -> Any:
    """A number or truth value of JSON where reading it gives the same digits again."""
    if form == "boolean" and text in ("true", "false"):
        return text == "true"
    if form == "integer" and re.fullmatch("0|-?[1-9][0-9]{0,14}", text):
        return int(text)
    return text
