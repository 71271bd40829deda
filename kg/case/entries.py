"""A YAML node becomes plain JSON-LD: keys checked, nested things named by their path, lines kept.

One function a form of value, in one table; the context says which form a key has. Only what makes
an IRI or a passage is named here: said, stance, as, name, from, at, values, sha256.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from kg import rdf
from kg.case import period
from kg.case.model import Lines, Quote
from kg.case.references import nearest, wrong_name
from kg.case.terms import Term, belongs_to, classes, kg
from kg.case.yamlfile import is_empty, kind
from kg.names import PERIOD
from kg.problems import Place, Problem

#: Judgements that somebody makes: the file's annotator where the file names nobody else.
BY_ANNOTATOR = frozenset({"Support", "Challenge", "Calculation", "Link", "Break", "Mark"})

_PASSAGE = re.compile(r"(0|[1-9]\d{0,8})-([1-9]\d{0,8})(?:/([0-9a-f]{8}))?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_INTEGER = re.compile(r"\d{1,15}")
_BOOLEANS = {"yes": "true", "true": "true", "no": "false", "false": "false"}
_A = {"Case": "case.yaml", "Document": "a document's file", "Annotation": "an annotator's file"}


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
    problems: list[Problem] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)  # the case's

    # -- a node ----------------------------------------------------------------------------------

    def node(self, of: str, iri: str, value: yaml.Node, place: Place, omit: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The JSON-LD of one thing of class `of`; its place in the file goes into the lines."""
        made: dict[str, Any] = {"@id": iri, "@type": of}
        if iri in self.lines.nodes:
            self.error(place, f"'{self._short(iri)}' is there already, at line {self.lines.nodes[iri].line}: tell them apart with name:")
            return made
        self.lines.nodes[iri] = place
        if not isinstance(value, yaml.MappingNode):
            self.error(place, f"expected the keys of {a(of)}, found {kind(value)}")
            return made
        self.fill(made, of, iri, classes()[of], value, omit)
        if of in BY_ANNOTATOR and "by" not in made:
            if self.annotator:
                made["by"] = self.annotator
            else:
                self.error(place, f"says not by whom {a(of)} is: write by:, or declare annotators in case.yaml")
        return made

    def fill(self, made: dict[str, Any], of: str, iri: str, terms: dict[str, Term], value: yaml.MappingNode, omit: frozenset[str] = frozenset()) -> None:
        """Read the keys of a map into `made`; a nest's keys go into a map of their own."""
        for key, node, place in self.pairs(value):
            term = terms.get(key)
            if term is None or key in omit:
                self.error(place, self._unknown_key(key, of, [k for k in terms if k not in omit]))
                continue
            if is_empty(node):
                self.error(place, f"'{key}' is empty: write its value, or take the key out")
                continue
            if term.form == "unstored":
                text = self.scalar(key, node, place)
                if key == "quote" and text is not None:
                    self.quotes.append(Quote(iri, text, place))
                continue
            self.lines.properties.setdefault((iri, term.property), place)
            if term.form == "nest":
                made[key] = {}
                if isinstance(node, yaml.MappingNode):
                    self.fill(made[key], of, iri, term.keys, node)
                else:
                    self.error(place, f"'{key}' takes keys with values, found {kind(node)}")
            else:
                _READ[term.form](self, made, iri, term, node, place)

    def pairs(self, value: yaml.MappingNode) -> list[tuple[str, yaml.Node, Place]]:
        """Key, value and place of each entry; a doubled key is a problem and read once."""
        seen: dict[str, int] = {}
        found = []
        for key_node, node in value.value:
            place = Place(self.file, key_node.start_mark.line + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self.error(place, f"a key is a single word, found {kind(key_node)}")
                continue
            key = str(key_node.value)
            if key in seen:
                self.error(place, f"'{key}' stands twice here, first at line {seen[key]}: keep one")
                continue
            seen[key] = place.line
            found.append((key, node, place))
        return found

    # -- values ----------------------------------------------------------------------------------

    def items(self, term: Term, node: yaml.Node, place: Place) -> list[tuple[str, Place]]:
        """The scalar, or the scalars of a list where the key takes several; the same one twice is a problem."""
        if isinstance(node, yaml.ScalarNode):
            text = self.scalar(term.key, node, place)
            return [] if text is None else [(text, place)]
        if not isinstance(node, yaml.SequenceNode):
            self.error(place, f"'{term.key}' takes {'a value or a list of them' if term.many else 'one value'}, found {kind(node)}")
            return []
        if not term.many:
            self.error(place, f"'{term.key}' takes one value, found a list")
            return []
        if not node.value:
            self.error(place, f"'{term.key}' is an empty list: fill it, or take the key out")
        found: dict[str, Place] = {}
        for item in node.value:
            at = Place(self.file, item.start_mark.line + 1)
            if not isinstance(item, yaml.ScalarNode):
                self.error(at, f"'{term.key}' takes a list of single values, found {kind(item)} in it")
                continue
            text = self.scalar(term.key, item, at)
            if text in found:
                self.error(at, f"'{text}' stands twice in '{term.key}': keep one")
            elif text is not None:
                found[text] = at
        return list(found.items())

    def scalar(self, key: str, node: yaml.Node, place: Place) -> str | None:
        """The text as it was written, whatever YAML would take it for."""
        if not isinstance(node, yaml.ScalarNode):
            self.error(place, f"'{key}' takes one value, found {kind(node)}")
            return None
        text = str(node.value)
        if not text.strip():
            self.error(place, f"'{key}' is empty: write its value, or take the key out")
            return None
        if found := _CONTROL.search(text):
            self.error(place, f"'{key}' holds a control character (U+{ord(found.group()):04X}): take it out")
            return None
        return text

    def _put(self, made: dict[str, Any], iri: str, term: Term, values: list[tuple[Any, str, Place]]) -> None:
        """Put (JSON-LD, object as in RDF, place) behind the key."""
        for _, written, place in values:
            self.lines.values[iri, term.property, written] = place
        if values:
            made[term.key] = [value for value, _, _ in values] if term.many else values[0][0]

    def text(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        values = [(text, text, at) for text, at in self.items(term, node, place)]
        if term.key == "sha256" and values and not re.fullmatch("[0-9a-f]{64}", values[0][0]):
            self.error(place, "sha256 is 64 digits 0-9 a-f, as sha256sum prints them")
        self._put(made, iri, term, values)

    def language(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        tags = [(tag, at) for text, at in self.items(term, node, place) if (tag := self.tag(text, at))]
        self._put(made, iri, term, [(tag, tag, at) for tag, at in tags])

    def tag(self, text: str, place: Place) -> str | None:
        """A language tag in the lower case in which the store keeps it."""
        tag = text.lower()
        if not rdf.is_language(tag):
            self.error(place, f"'{text}' is not a language tag: write a code such as en or ru")
            return None
        return tag

    def languages_of(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"'{term.key}' takes a text for each language ({{en: …, ru: …}}), found {kind(node)}")
            return
        texts: dict[str, str] = {}
        for key, value, at in self.pairs(node):
            tag, text = self.tag(key, at), self.scalar(key, value, at)
            if tag is None or text is None:
                continue
            if tag in texts:
                self.error(at, f"'{tag}' stands twice in '{term.key}': keep one")
                continue
            if self.languages and tag not in self.languages:
                self.problems.append(Problem(at, f"'{tag}' is not among the case's languages ({', '.join(sorted(self.languages))})", "warning"))
            texts[tag] = text
            self.lines.values[iri, term.property, text] = at
        if not node.value:
            self.error(place, f"'{term.key}' is empty: write its text, or take the key out")
        made[term.key] = texts

    def integer(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        for text, at in self.items(term, node, place):
            if _INTEGER.fullmatch(text):
                self._put(made, iri, term, [(str(int(text)), str(int(text)), at)])
            else:
                self.error(at, f"'{term.key}' is a whole number, found '{text}'")

    def boolean(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        for text, at in self.items(term, node, place):
            if text in _BOOLEANS:
                self._put(made, iri, term, [(_BOOLEANS[text], _BOOLEANS[text], at)])
            else:
                self.error(at, f"'{term.key}' is yes or no, found '{text}'")

    def enumeration(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        for text, at in self.items(term, node, place):
            if text in term.values:
                self._put(made, iri, term, [(text, term.values[text], at)])
            else:
                self.error(at, f"'{text}' is no {term.key}: {', '.join(term.values)}{nearest(text, term.values)}")

    def iri(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        values = []
        for text, at in self.items(term, node, place):
            if rdf.is_iri(text):
                values.append((text, text, at))
            else:
                self.error(at, f"'{text}' is not a web address: write it in full, from https:// on")
        self._put(made, iri, term, values)

    def reference(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        for text, at in self.items(term, node, place):
            self.refer(made, iri, term, text, at)

    def refer(self, made: dict[str, Any], iri: str, term: Term, text: str, place: Place) -> None:
        """Leave a reference to be resolved when every file has been read."""
        if term.many:
            made.setdefault(term.key, [])
        self.pending.append(Pending(made, term.key, text, place, iri, term.property))

    def period(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        for text, at in self.items(term, node, place):
            if read := period.parse(text):
                self._put(made, iri, term, [(period_node(read), PERIOD + text, at)])
            else:
                self.error(at, f"'{text}' is not a day, month, year or range of them: 2025-05-13, 2025-05, 2020..2022, 2022..")

    def passage(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        values, digits, seen = [], [], set()
        for text, at in self.items(term, node, place):
            found = _PASSAGE.fullmatch(text)
            if not found or int(found[1]) >= int(found[2]):
                self.error(at, f"'{text}' is not a passage: start-end/digits, such as 3352-3364/4e9fbf0e (kg anchor writes them)")
            elif (int(found[1]), int(found[2])) in seen:
                self.error(at, f"the passage {found[1]}-{found[2]} stands twice in 'at': keep one")
            elif not self.sha256:
                self.error(at, "a passage needs a text: write sha256 and length under document: text:")
            else:
                seen.add((int(found[1]), int(found[2])))
                passage = f"{self.document}/text-{self.sha256[:8]}#char={found[1]},{found[2]}"
                stated = {"document": self.document, "sha256": self.sha256, "start": found[1], "end": found[2]}
                values.append(({"@id": passage, "@type": "Passage", **stated}, passage, at))
                self.lines.values[iri, kg("digits"), text] = at
                digits.append(text)
        self._put(made, iri, term, values)
        if digits:
            made["kg:digits"] = digits
            self.lines.properties.setdefault((iri, kg("digits")), place)

    # -- nested things ---------------------------------------------------------------------------

    def block(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"'{term.key}' takes entries with a name each, found {kind(node)}")
            return
        if not node.value:
            self.error(place, f"'{term.key}' is empty: write an entry, or take the key out")
        nested: dict[str, Any] = {}
        for name, value, at in self.pairs(node):
            if wrong := wrong_name(name):
                self.error(at, f"'{name}' is no name: {wrong}")
                continue
            if term.key != "values":  # the entries of every other block are names of the file
                if name in self.names:
                    self.error(at, f"'{name}' is there already, at line {self.names[name].line}: names are unique in a file")
                    continue
                self.names[name] = at
            entry = f"{iri if term.key == 'values' else self.base}/{name}"
            self.lines.values[iri, term.property, entry] = at
            nested[entry] = self.node(term.of, entry, value, at)
            if term.key == "values":
                self._period_of_key(nested[entry], entry, name, at)
        made[term.key] = nested

    def _period_of_key(self, observation: dict[str, Any], iri: str, key: str, place: Place) -> None:
        """A value whose key is a period is of that period; `period:` may not say otherwise."""
        read = period.parse(key)
        if read is None:
            return
        if observation.setdefault("period", period_node(read))["written"] != key:
            self.error(self.lines.properties[iri, kg("period")], f"period: differs from the key '{key}': change one of them")
        self.lines.values.setdefault((iri, kg("period"), PERIOD + key), place)

    def said(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.error(place, f"'said' takes actors with their stances, found {kind(node)}")
            return
        by_actor: dict[str, Any] = {}
        for actor, value, at in self.pairs(node):
            if wrong := wrong_name(actor):
                self.error(at, f"'{actor}' is no actor's name: {wrong}")
                continue
            stances = value.value if isinstance(value, yaml.SequenceNode) else [value]
            if not stances:
                self.error(at, f"'{actor}' has an empty list of stances: fill it, or take the key out")
            made_here = []
            for stance in stances:
                where = Place(self.file, stance.start_mark.line + 1) if len(stances) > 1 else at
                if is_empty(stance) or not isinstance(stance, yaml.MappingNode):
                    self.error(where, f"expected a stance such as {{stance: asserts, at: …}}, found {kind(stance)}")
                    continue
                made_here.append(self._assertion(iri, term, actor, stance, where))
            # The key is the actor: a reference like any other, whose value is a key here.
            by_actor[actor] = made_here
            self.pending.append(Pending(by_actor, actor, actor, at, iri, term.property, is_key=True))
        made[term.key] = by_actor

    def _assertion(self, claim: str, term: Term, actor: str, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        """`claim/actor/stance[/capacity][/name]`."""
        written = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode) and isinstance(key, yaml.ScalarNode)}
        path = [actor, str(written.get("stance", "")), *(str(written[key]) for key in ("as", "name") if key in written)]
        for key, part in zip(("stance", "as", "name"), [path[1], written.get("as"), written.get("name")], strict=True):
            if part is not None and (wrong := wrong_name(part)):
                said = f"'{part}' is no {key}: {wrong}" if part else f"says not how {actor} stands to the claim: write stance:"
                self.error(place, said)
                return {}
        iri = "/".join([claim, *path])
        self.lines.values[claim, term.property, iri] = place
        made = self.node("Assertion", iri, node, place, omit=frozenset({"by"}))
        self.lines.values[iri, kg("by"), ""] = place
        return made

    def nested(self, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
        made[term.key] = self.node(term.of, f"{iri}/{term.key}", node, place)

    # -- problems --------------------------------------------------------------------------------

    def error(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, message))

    def _short(self, iri: str) -> str:
        return iri.removeprefix(self.base + "/")

    def _unknown_key(self, key: str, of: str, known: list[str]) -> str:
        message = f"{a(of)} has no key '{key}'"
        if hint := nearest(key, known):
            return message + hint
        if elsewhere := belongs_to(key):
            return f"{message}: it belongs to {' or '.join(a(name) for name in elsewhere[:3])}"
        return f"{message}: it has {', '.join(known)}"


def a(of: str) -> str:
    """A class in words: "an assertion", "case.yaml"."""
    return _A.get(of) or f"{'an' if of[0] in 'AO' else 'a'} {of.lower()}"


def period_node(read: period.Period) -> dict[str, Any]:
    days = {"earliest": read.earliest, "latest": read.latest}
    return {"@id": PERIOD + read.written, "@type": "Period", "written": read.written, **{k: d.isoformat() for k, d in days.items() if d}}


_READ: dict[str, Callable[[Entries, dict[str, Any], str, Term, yaml.Node, Place], None]] = {
    "text": Entries.text,
    "language": Entries.language,
    "languages": Entries.languages_of,
    "integer": Entries.integer,
    "boolean": Entries.boolean,
    "enumeration": Entries.enumeration,
    "iri": Entries.iri,
    "reference": Entries.reference,
    "period": Entries.period,
    "passage": Entries.passage,
    "block": Entries.block,
    "said": Entries.said,
    "node": Entries.nested,
}
