"""A YAML node becomes plain JSON-LD: keys checked, nested things named by their path, lines kept.

The context says which form a key has. Only what makes an IRI is named here: said, stance, as, name,
from, values. What is wrong is noted and reading goes on, so that one run shows everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from kg.case import period
from kg.case.hints import Hints, a
from kg.case.message import problem
from kg.case.model import Lines, Quote
from kg.case.references import wrong_name
from kg.case.terms import Form, Term, classes, kg
from kg.case.values import COMMA, READERS, Reader, period_node
from kg.case.yamlfile import is_empty, kind
from kg.names import PERIOD
from kg.problems import Place, Problem, Severity

#: Judgements that somebody makes: the file's annotator where the file names nobody else.
BY_ANNOTATOR = frozenset({"Support", "Challenge", "Calculation", "Link", "Break", "Mark"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
#: Keys that an assertion has elsewhere only: as an entry of `said`, as a reported one.
_NEEDLESS = {
    "by": "'by' is said already: in 'said' the key is the actor",
    "in": "'in' names the document of a reported stance, under 'from:'; this one stands in this document",
    "name": "'name' tells the stances of one actor apart, and a reported one is alone",
}
_INDENT = "; if it is an entry of a block, indent it"
_PLAIN = re.compile(r"[\w.%-]+(?: [\w.%-]+)*")


class Pair(NamedTuple):
    """A key of a map, what stands behind it, and whether the key stood there before."""

    key: str
    node: yaml.Node
    place: Place
    again: bool


@dataclass
class Pending:
    """A reference whose target may stand in a file that is read later."""

    holder: dict[str, Any]
    key: str
    text: str
    place: Place
    node: str
    property: str
    is_key: bool = False  # the key itself is the reference, as in `said`


@dataclass
class Entries:
    """Reads one file. `base` is the IRI its entries append to; `document` that of its text."""

    file: str
    base: str
    document: str = ""
    sha256: str = ""
    annotator: str = ""
    names: dict[str, Place] = field(default_factory=dict)
    lines: Lines = field(default_factory=Lines)
    pending: list[Pending] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)  # see Case
    problems: list[Problem] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)  # the case's
    hints: Hints = field(default_factory=Hints)

    # -- a node ----------------------------------------------------------------------------------

    def node(self, of: str, iri: str, value: yaml.Node, place: Place, omit: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The JSON-LD of one thing of class `of`; its place in the file goes into the lines."""
        if iri in self.lines.nodes:
            short = iri.removeprefix(self.base + "/")
            self.error(place, f"'{short}' is there already, at line {self.lines.nodes[iri].line}: tell them apart with name:")
            iri = self.apart()
        made: dict[str, Any] = {"@id": iri, "@type": of}
        self.lines.nodes[iri] = place
        if not isinstance(value, yaml.MappingNode):
            self.error(place, f"expected the keys of {a(of)}, found {kind(value)}{_as_value(of, value)}")
            return made
        self.fill(made, of, iri, value, omit=omit)
        if of in BY_ANNOTATOR and all(key.value != "by" for key, _ in value.value):
            if self.annotator:
                made["by"] = self.annotator
            else:
                self.error(place, f"says not by whom {a(of)} is: write by:, or declare annotators in case.yaml")
        return made

    def fill(
        self, made: dict[str, Any], of: str, iri: str, value: yaml.MappingNode, omit: frozenset[str] = frozenset(), nest: Term | None = None
    ) -> None:
        """Read the keys of a map into `made`; a nest's keys go into a map of their own."""
        terms = nest.keys if nest else classes()[of]
        for key, node, place, again in self.pairs(value):
            term = terms.get(key)
            if key in omit and key in _NEEDLESS:
                self.error(place, f"{_NEEDLESS[key]}: take it out")
                continue
            if term is None and is_empty(node) and value.flow_style:
                self.error(place, f"'{key}' is no key, and has no value: {COMMA}")
                continue
            if term is None or key in omit:
                known = tuple(k for k in terms if k not in omit)
                also = _INDENT if iri == self.base and not nest and isinstance(node, yaml.MappingNode) else ""
                self.error(place, self.hints.unknown_key(key, f"'{nest.key}:'" if nest else self._words(of, known), of, known, also))
                continue
            if is_empty(node):
                self.error(place, f"'{key}' is empty: write its value, or take the key out")
                continue
            # What stands there a second time is read for its problems only.
            target, subject = (made, iri) if not again else ({}, self.apart())
            if term.form != "nest":
                self.lines.properties.setdefault((subject, term.property or key), place)
                _READERS[term.form](self, target, subject, term, node, place)
            elif isinstance(node, yaml.MappingNode):
                target[key] = {}
                self.fill(target[key], of, subject, node, nest=term)
            else:
                self.error(place, f"'{key}' takes keys with values, found {kind(node)}")

    def pairs(self, value: yaml.MappingNode) -> list[Pair]:
        """Key, value and place of each entry; a doubled key is a problem."""
        seen: dict[str, int] = {}
        found = []
        for key_node, node in value.value:
            place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.error(place, f"a key is a single word, found {kind(key_node)}")
                continue
            key = str(key_node.value)
            if not key:
                self.error(place, "a key is missing before the colon: write it")
                continue
            if key in seen:
                self.error(place, f"'{key}' stands twice here, first at line {seen[key]}: keep one")
            found.append(Pair(key, node, place, key in seen))
            seen.setdefault(key, place.line)
        return found

    # -- scalars ---------------------------------------------------------------------------------

    def items(self, term: Term, node: yaml.Node, place: Place) -> list[tuple[str, Place]]:
        """The scalar, or the scalars of a list where the key takes several; the same one twice is a problem."""
        if not isinstance(node, yaml.SequenceNode):
            one = self.scalar(term.key, node, place, "a value or a list of them" if term.many else "one value")
            return [] if one is None else [(one, place)]
        if not term.many:
            self.error(place, f"'{term.key}' takes one value, found a list")
            return []
        if not node.value:
            self.error(place, f"'{term.key}' is an empty list: fill it, or take the key out")
        found: dict[str, Place] = {}
        for item in node.value:
            at = self.place(item)
            text = self.scalar(term.key, item, at, "a list of single values")
            if text in found:
                self.error(at, f"'{text}' stands twice in '{term.key}': keep one")
            elif text is not None:
                found[text] = at
        return list(found.items())

    def scalar(self, key: str, node: yaml.Node, place: Place, takes: str = "one value") -> str | None:
        """The text as it was written, whatever YAML would take it for."""
        if not isinstance(node, yaml.ScalarNode):
            self.error(place, f"'{key}' takes {takes}, found {kind(node)}")
            return None
        text = str(node.value)
        if not text.strip():
            self.error(place, f"'{key}' is empty: write its value, or take the key out")
            return None
        if found := _CONTROL.search(text):
            self.error(place, f"'{key}' holds a control character (U+{ord(found.group()):04X}): take it out")
            return None
        return text

    def refer(self, made: dict[str, Any], key: str, text: str, place: Place, iri: str, prop: str, *, is_key: bool = False) -> None:
        """Leave a reference to be resolved when every file has been read."""
        self.pending.append(Pending(made, key, text, place, iri, prop, is_key))

    def quote(self, iri: str, text: str, place: Place) -> None:
        """Keep the words of a passage."""
        self.quotes.append(Quote(iri, text, place))

    # -- nested things ---------------------------------------------------------------------------

    def block(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        """Entries with a name each; those of every block but `values` are names of the file."""
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"'{term.key}' takes entries with a name each, found {kind(node)}")
            return
        if not node.value:
            self.error(place, f"'{term.key}' is empty: write an entry, or take the key out")
        inner = term.key == "values"
        made[term.key] = {}
        for name, value, at, again in self.pairs(node):
            entry = f"{iri if inner else self.base}/{name}"
            if wrong := wrong_name(name):
                right = period.meant(name) if inner else ""
                self.error(at, f"'{name}' is no name: {wrong}{f'; a period is written {right}' if right else ''}")
                entry = self.apart()
            elif again:
                entry = self.apart()
            elif not inner and name in self.names:
                self.error(at, f"'{name}' is there already, at {self._at(self.names[name])}: choose another name")
                entry = self.apart()
            elif not inner:
                self.names[name] = at
            self.lines.values[iri, term.property, entry] = at
            made[term.key][entry] = read = self.node(term.of, entry, value, at)
            if inner and not wrong:
                self._period_of_key(read, entry, name, at)

    def _period_of_key(self, observation: dict[str, Any], iri: str, key: str, place: Place) -> None:
        """A value whose key is a period is of that period; `period:` may not say otherwise."""
        read = period.parse(key)
        if read is None:
            if "period" not in observation and (right := period.meant(key)):
                self.error(place, f"'{key}' is a name and no period: write {right} if one is meant, or add period:", "warning")
            return
        if observation.setdefault("period", period_node(read))["written"] != key:
            self.error(self.lines.properties[iri, kg("period")], f"period: differs from the key '{key}': change one of them")
        self.lines.values.setdefault((iri, kg("period"), PERIOD + key), place)

    def said(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        """Actors with a stance each, or a list of stances. The key is the actor: a reference like any other."""
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"'said' takes actors with their stances, found {kind(node)}")
            return
        if not node.value:
            self.error(place, "'said' is empty: write who says so, or take the key out")
        made[term.key] = {}
        for actor, value, at, again in self.pairs(node):
            claim, by_actor = (self.apart(), {}) if again else (iri, made[term.key])
            if wrong := wrong_name(actor):
                self.error(at, f"'{actor}' is no actor's name: {wrong}")
                claim, by_actor = self.apart(), {}
            stances = [(value, at)]
            if isinstance(value, yaml.SequenceNode):
                stances = [(stance, self.place(stance)) for stance in value.value]
                if not stances:
                    self.error(at, f"'{actor}' has an empty list of stances: fill it, or take the key out")
            by_actor[actor] = [self._assertion(claim, term, actor, stance, where) for stance, where in stances]
            if not wrong:
                self.refer(by_actor, actor, actor, at, claim, term.property, is_key=True)

    def _assertion(self, claim: str, term: Term, actor: str, node: yaml.Node, place: Place) -> dict[str, Any]:
        """`claim/actor/stance[/capacity][/name]`."""
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"expected a stance such as {{stance: asserts, at: …}}, found {kind(node)}")
            return {"@id": self.apart()}
        written = {str(key.value): str(value.value) for key, value in reversed(node.value) if isinstance(value, yaml.ScalarNode)}
        if all(key.value != "stance" for key, _ in node.value):
            self.error(place, f"says not how {actor} stands to the claim: write stance:")
        # A wrong stance is found when it is read; what `as` and `name` say could go unnoticed.
        for key in ("as", "name"):
            if written.get(key, "").strip() and (wrong := wrong_name(written[key])):
                self.error(place, f"'{written[key]}' cannot stand behind '{key}': {wrong}")
        path = [actor, written.get("stance", ""), *(written[key] for key in ("as", "name") if key in written)]
        iri = "/".join([claim, *path]) if not any(map(wrong_name, path)) else self.apart()
        self.lines.values[claim, term.property, iri] = place
        return self.node("Assertion", iri, node, place, omit=frozenset({"by", "in"}))

    def nested(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        """A reported assertion: it needs no name, its path is that of what reports it."""
        entry = f"{iri}/{term.key}"
        self.lines.values[iri, term.property, entry] = place
        made[term.key] = self.node(term.of, entry, node, place, omit=frozenset({"name"}))

    # -- helpers of the above --------------------------------------------------------------------

    def error(self, place: Place, message: str, severity: Severity = "error") -> None:
        """Note a problem."""
        self.problems.append(problem(place, message, severity))

    def place(self, node: yaml.Node) -> Place:
        """The line on which a node begins."""
        return Place(self.file, node.start_mark.line + 1)

    def apart(self) -> str:
        """An IRI that nothing refers to, for what is read only to find its problems."""
        self._aparts += 1
        return f"apart:{self._aparts}"

    _aparts: int = 0

    def _at(self, place: Place) -> str:
        return f"line {place.line}" if place.file == self.file else str(place)

    def _words(self, of: str, known: tuple[str, ...]) -> str:
        return "actors.yaml" if known == ("actors",) else a(of)


def _as_value(of: str, node: yaml.Node) -> str:
    """How a number alone is written as a value."""
    if of != "Observation" or not isinstance(node, yaml.ScalarNode):
        return ""
    return f": write {{value: {node.value if _PLAIN.fullmatch(node.value) else '…'}}}"


_READERS: dict[Form, Reader] = {
    **READERS,
    "block": Entries.block,
    "said": Entries.said,
    "node": Entries.nested,
}
