"""JSON Schema (draft-07) of the case files, made from the context, the shapes and the ontology.

Editors read it to complete keys and to say what a key means. It agrees with the reader wherever a
schema can: what an editor takes for a number or a boolean is a text here, as it is to the reader.
`python -m kg.write` writes the files to `ontology/`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.case.entries import BY_ANNOTATOR
from kg.case.terms import Term, classes, context
from kg.case.values import LEFT_OUT
from kg.names import KGSH, SKOS, expand
from kg.resources import folder

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
#: A kind of file → its schema's name. `FILE` tells by a file's name which of them holds.
CASE, ACTORS, DOCUMENT, ANNOTATION, FILE = (f"{kind}.schema.json" for kind in ("case", "actors", "document", "annotation", "file"))

#: What an editor may take a plain text for: `2020`, `33.30`, `no`.
_SCALAR = ["string", "number", "boolean"]
_POINT = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_PERIOD = rf"{_POINT}(?:\.\.(?:{_POINT})?)?|\.\.{_POINT}"
_NAMES = rf"^(?!.*\.by-)(?!from$)(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?|{_PERIOD})$"
_PART = r"(?:\.\.)?[A-Za-z0-9][A-Za-z0-9._-]*"
_LANGUAGE = r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"
_PASSAGE = r"^(?:0|[1-9][0-9]{0,8})-[1-9][0-9]{0,8}(?:/[0-9a-f]{8})?$"
_ADDRESS = r"^https?://[^\s/<>\"{}|\\^`][^\s<>\"{}|\\^`]*$"
_BASE = r"^https?://[^\s/?#<>\"{}|\\^`][^\s?#<>\"{}|\\^`]*/$"

#: Keys that no shape describes, for they are no triples or no nodes.
UNDESCRIBED = {
    ("Case", "base"): "The web address under which everything in the case gets its own. Yours, and it ends with a slash.",
    ("Document", "document"): "What the text is, and how far you read it.",
    ("Document", "text"): "By what the text is known: its SHA-256 and its length in characters. `kg anchor` prints both.",
    ("Document", "reviewed"): "When you looked into who wrote it, its sources, the ties of its authors. Absent means unknown.",
    ("Annotation", "annotation"): "When the annotator wrote the file.",
    ("Assertion", "name"): "Tells two stances of one actor apart that would be the same otherwise.",
    ("", "quote"): "The words of the passage, copied from the text. `kg anchor` turns them into `at`.",
    ("", "occurrence"): "Which place of the quote is meant where it stands more than once, counted from 1.",
    ("", "negation"): "Confirms that the quote is meant without the negation that stands beside it in the text.",
}
_REQUIRED_BY_THE_READER = {("Case", "base"), ("Document", "document")}
#: The two forms of an assertion, in `said` and reported, and the keys that each has not.
STANCES = {"Stance": ("Assertion", frozenset({"by", "in"})), "Reported": ("Assertion", frozenset({"name"}))}


@dataclass(frozen=True)
class _Shape:
    """What the shapes say of a key."""

    description: str
    message: str
    required: bool


def schemas() -> dict[str, Schema]:
    """File name → schema."""
    actors = frozenset({"actors"})
    return {
        CASE: _file("case.yaml", "Case", actors),
        ACTORS: _file("actors.yaml", "Case", frozenset(classes()["Case"]) - actors),
        DOCUMENT: _file("a document's file", "Document"),
        ANNOTATION: _file("an annotator's file", "Annotation"),
        FILE: _by_name(),
    }


def rendered() -> dict[str, bytes]:
    """File name → the bytes of it."""
    return {name: (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode() for name, schema in schemas().items()}


def _by_name() -> Schema:
    """The schema of the file's kind. `filePatternAssociation` is the YAML language server's own, since 1.10.

    Patterns of its setting `yaml.schemas` cannot leave a file out before 2.0.
    """
    made: Schema = {"$ref": DOCUMENT}
    for pattern, name in (("*.by-*.yaml", ANNOTATION), ("*/actors.yaml", ACTORS), ("*/case.yaml", CASE)):
        made = {"if": {"filePatternAssociation": pattern}, "then": {"$ref": name}, "else": made}
    return {"$schema": DRAFT, "title": "Counterclaim: any file of a case, by its name", **made}


def _file(title: str, of: str, omit: frozenset[str] = frozenset()) -> Schema:
    needed: list[str] = []
    root = _thing(of, omit, needed)
    definitions: Schema = {}
    while needed:
        if (name := needed.pop()) not in definitions:
            definitions[name] = _thing(*STANCES.get(name, (name, frozenset())), needed)
    return {"$schema": DRAFT, "title": f"Counterclaim: {title}", **root, "definitions": dict(sorted(definitions.items()))}


def _thing(of: str, omit: frozenset[str], needed: list[str]) -> Schema:
    """A map with the keys of a class; classes that it nests are put among the needed."""
    terms = {key: term for key, term in classes()[of].items() if key not in omit}
    return {"description": _definition(of), **_map(of, terms, needed)}


def _map(of: str, terms: dict[str, Term], needed: list[str]) -> Schema:
    properties = {key: {"description": description(of, term), **_value(of, term, needed)} for key, term in terms.items()}
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key for key, term in terms.items() if is_required(of, term)]
    return made | ({"required": required} if required else {})


def is_required(of: str, term: Term) -> bool:
    """Whether a thing of a class must have a key."""
    if (of, term.key) in _REQUIRED_BY_THE_READER:
        return True
    shape = _shapes().get((of, term.property))
    return shape is not None and shape.required and not (term.key == "by" and of in BY_ANNOTATOR)  # else the file's annotator's


def _value(of: str, term: Term, needed: list[str]) -> Schema:
    """What may stand behind a key."""
    if term.form == "nest":
        together = {"dependencies": {"sha256": ["length"], "length": ["sha256"]}} if term.key == "text" else {}
        return _map(of, term.keys, needed) | together
    if term.form in ("block", "said"):
        needed.append(name := "Stance" if term.form == "said" else term.of)
        entry: Schema = {"$ref": f"#/definitions/{name}"}
        if term.form == "said":
            entry = {"anyOf": [entry, {"type": "array", "minItems": 1, "items": entry}]}
        names = {"pattern": _NAMES, "patternErrorMessage": "A name has letters A-Z, digits and . _ -"}
        return {"type": "object", "minProperties": 1, "propertyNames": names, "additionalProperties": entry}
    if term.form == "node":
        needed.append("Reported")
        return {"$ref": "#/definitions/Reported"}
    if term.form == "languages":
        tags = {"pattern": _LANGUAGE, "patternErrorMessage": "A language is a code such as en or ru"}
        return {"type": "object", "minProperties": 1, "propertyNames": tags, "additionalProperties": _scalar(Term("", "text"))}
    one = _scalar(term)
    several = {"type": "array", "minItems": 1, "uniqueItems": True, "items": one}
    return {"anyOf": [one, several]} if term.many else one


def _scalar(term: Term) -> Schema:
    """One value; a pattern holds where it is a text."""
    if term.form == "enumeration":
        return {"enum": list(term.values), "enumDescriptions": [_definitions()[iri] for iri in term.values.values()]}
    if term.key == "negation":
        return {"enum": [LEFT_OUT]}
    if term.form == "boolean":
        return {"anyOf": [{"enum": ["yes", "no"]}, {"type": ["boolean", "string"], "pattern": "^(?:yes|no|true|false)$"}]}
    types, pattern = _FORMS.get(term.key) or _FORMS.get(term.form) or _FORMS["text"]
    made: Schema = {"type": types, "pattern": pattern}
    return made | (_BOUNDS.get(term.key) or _BOUNDS.get(term.form, {}))


#: Key or form → the types that an editor may see there, and the pattern of a text.
_FORMS: dict[str, tuple[list[str], str]] = {
    "text": ([*_SCALAR, "null"], r"\S"),
    "integer": (["integer", "string"], "^(?:0|[1-9][0-9]{0,14})$"),
    "language": (["string", "boolean"], _LANGUAGE),  # `no` is Norwegian
    "reference": (_SCALAR, f"^{_PART}(?::{_PART})?(?:/{_PART})*$"),
    "period": (["string", "integer"], f"^(?:{_PERIOD})$"),
    "passage": (["string"], _PASSAGE),
    "iri": (["string"], _ADDRESS),
    "as": (_SCALAR, _NAMES),
    "name": (_SCALAR, _NAMES),
    "base": (["string"], _BASE),
    "sha256": (["string"], "^[0-9a-f]{64}$"),
    "occurrence": (["integer", "string"], "^[1-9][0-9]*$"),
}
#: What a number may be there: a year, a length.
_BOUNDS: dict[str, Schema] = {
    "period": {"minimum": 1000, "maximum": 9999},
    "integer": {"minimum": 0, "maximum": 999_999_999_999_999},
    "occurrence": {"minimum": 1},
}


# -- words ---------------------------------------------------------------------------------------


def described(of: str, terms: Mapping[str, Term], before: str = "") -> list[tuple[str, str, bool]]:
    """Each key of a class as `kg add` takes it, what it means, and whether it must be there."""
    found = []
    for key, term in terms.items():
        if term.form == "nest":
            found += described(of, term.keys, f"{before}{key}.")
            continue
        takes = {"languages": ".LANGUAGE", "said": ".ACTOR.stance", "block": ".NAME.KEY", "node": ".KEY"}.get(term.form, "")
        values = f" ({', '.join(term.values or ['yes', 'no'])})" if term.form in ("enumeration", "boolean") else ""
        means = description(of, term).partition("\n")[0]
        found.append((f"{before}{key}{takes}", means + values, is_required(of, term)))
    return found


def description(of: str, term: Term) -> str:
    """What a key means and takes, in English."""
    if shape := _shapes().get((of, term.property)):
        return f"{shape.description}\n{shape.message}"
    return UNDESCRIBED.get((of, term.key)) or UNDESCRIBED["", term.key]


def _definition(of: str) -> str:
    iri = expand(context()["@context"][of]["@id"])
    return _definitions().get(iri, "What is counted, of whom, or where.")  # skos:Concept is not ours to define


@cache
def _definitions() -> dict[str, str]:
    """Term → its definition in English."""
    triples = ox.parse(path=folder("ontology") / "kg.ttl", format=ox.RdfFormat.TURTLE)
    return {
        t.subject.value: t.object.value
        for t in triples
        if t.predicate.value == SKOS + "definition" and isinstance(t.object, ox.Literal) and t.object.language == "en"
        and isinstance(t.subject, ox.NamedNode)
    }  # fmt: skip


@cache
def _shapes() -> dict[tuple[str, str], _Shape]:
    """Class and property → what the shapes say, warnings apart."""
    store = ox.Store()
    store.load(path=folder("ontology") / "shapes.ttl", format=ox.RdfFormat.TURTLE)
    rows: Any = store.query(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?shape ?path ?description ?message ?min {
          ?shape sh:property ?property .
          ?property sh:path ?path ; sh:description ?description ; sh:message ?message
          FILTER (LANG(?description) = "en" && LANG(?message) = "en")
          OPTIONAL { ?property sh:minCount ?min }
          MINUS { ?property sh:severity ?less }
        }""",
    )
    return {
        (row["shape"].value.removeprefix(KGSH), row["path"].value): _Shape(
            row["description"].value, row["message"].value, row["min"] is not None
        )
        for row in rows
    }
