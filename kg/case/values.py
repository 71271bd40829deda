"""What stands behind a key: one function a form of value, in one table.

Each reads a YAML node into the JSON-LD `made` of the thing `iri`, and notes the line of every value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml

from kg import rdf
from kg.case import period
from kg.case.address import is_address
from kg.case.letters import foreign
from kg.case.terms import Form, Term, kg
from kg.case.yamlfile import is_empty, kind
from kg.names import PERIOD
from kg.problems import Place

if TYPE_CHECKING:
    from kg.case.entries import Entries

#: What reads a value: (entries, made, iri, term, node, place of the key).
Reader = Callable[["Entries", dict[str, Any], str, Term, yaml.Node, Place], None]

#: What befell a text in braces: `{en: one, two}` has a key `two`.
COMMA = "if it goes on a text before a comma, put all of that text in quotes"

_PASSAGE = re.compile(r"(0|[1-9][0-9]{0,8})-([1-9][0-9]{0,8})(?:/([0-9a-f]{8}))?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_INTEGER = re.compile(r"0|[1-9][0-9]{0,14}")
_OCCURRENCE = re.compile(r"[1-9][0-9]{0,8}")
#: What `negation` can say: that the passage leaves out a negation beside it, and is meant to.
LEFT_OUT = "left-out"
_BOOLEANS = {"yes": "true", "true": "true", "no": "false", "false": "false"}


def _put(entries: Entries, made: dict[str, Any], iri: str, term: Term, values: list[tuple[Any, str, Place]]) -> None:
    """Put (JSON-LD, object as in RDF, place) behind the key; what several spellings say twice is a problem."""
    kept: dict[str, Any] = {}
    for value, written, place in values:
        if written in kept:
            entries.error(place, f"'{written}' stands twice in '{term.key}': keep one")
            continue
        kept[written] = value
        entries.lines.values[iri, term.property, written] = place
    if kept:
        made[term.key] = list(kept.values()) if term.many else next(iter(kept.values()))


def text(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """As it was written."""
    values = [(text, text, at) for text, at in entries.items(term, node, place)]
    if term.key == "sha256" and values and not _SHA256.fullmatch(values[0][0]):
        entries.error(place, "sha256 is 64 digits 0-9 a-f, as sha256sum prints them")
    _put(entries, made, iri, term, values)


def unstored(entries: Entries, _made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """What makes an IRI or a passage and is no triple."""
    text = entries.scalar(term.key, node, place)
    if text is None:
        return
    if term.key == "quote":
        entries.quote(iri, text, place)
    elif term.key == "occurrence" and not _OCCURRENCE.fullmatch(text):
        entries.error(place, f"'occurrence' says which of the quote's places is meant, counted from 1, such as 2; found '{text}'")
    elif term.key == "negation" and text != LEFT_OUT:
        entries.error(
            place, f"'negation' takes one value, {LEFT_OUT}: that the quote is meant without it; found '{text}'{foreign(text[:80])}"
        )
    elif term.key == "negation":
        entries.left_out.add(iri)


def language(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """Language tags, in lower case."""
    tags = [(tag, at) for text, at in entries.items(term, node, place) if (tag := _tag(entries, text, at))]
    _put(entries, made, iri, term, [(tag, tag, at) for tag, at in tags])


def _tag(entries: Entries, text: str, place: Place) -> str | None:
    """A language tag in the lower case in which the store keeps it."""
    if text.isascii() and rdf.is_language(tag := text.lower()):
        return tag
    entries.error(place, f"'{text}' is not a language tag: write a code such as en or ru{foreign(text[:80])}")
    return None


def languages(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A text for each language."""
    if not isinstance(node, yaml.MappingNode):
        entries.error(place, f"'{term.key}' takes a text for each language ({{en: …, ru: …}}), found {kind(node)}")
        return
    texts: dict[str, str] = {}
    for key, value, at, again in entries.pairs(node):
        if is_empty(value) and node.flow_style and not rdf.is_language(key):
            entries.error(at, f"'{key}' is no language, and has no text: {COMMA}")
            continue
        tag, text = _tag(entries, key, at), entries.scalar(key, value, at)
        if tag is None or text is None or again:
            continue
        if tag in texts:
            entries.error(at, f"'{tag}' stands twice in '{term.key}': keep one")
            continue
        if entries.languages and tag not in entries.languages:
            entries.error(at, f"'{tag}' is not among the case's languages ({', '.join(sorted(entries.languages))})", "warning")
        texts[tag] = text
        entries.lines.values.setdefault((iri, term.property, text), at)
    if not node.value:
        entries.error(place, f"'{term.key}' is empty: write its text, or take the key out")
    made[term.key] = texts


def integer(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A whole number, in its one spelling."""
    for text, at in entries.items(term, node, place):
        if _INTEGER.fullmatch(text):
            _put(entries, made, iri, term, [(text, text, at)])
        else:
            entries.error(at, f"'{term.key}' is a whole number such as 6290, found '{text}'")


def boolean(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """Yes or no."""
    for text, at in entries.items(term, node, place):
        if text in _BOOLEANS:
            _put(entries, made, iri, term, [(_BOOLEANS[text], _BOOLEANS[text], at)])
        else:
            entries.error(at, f"'{term.key}' is yes or no, found '{text}'{foreign(text[:80])}")


def enumeration(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """One of the values that the context lists for the key."""
    for text, at in entries.items(term, node, place):
        if text in term.values:
            _put(entries, made, iri, term, [(text, term.values[text], at)])
        else:
            entries.error(at, f"'{text}' is no {term.key}: {', '.join(term.values)}{entries.hints.nearest(text, term.values)}")


def address(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A thing on the web."""
    values = []
    for text, at in entries.items(term, node, place):
        if is_address(text):
            values.append((text, text, at))
        else:
            entries.error(at, f"'{text}' is not a web address: write it in full, from https:// on")
    _put(entries, made, iri, term, values)


def reference(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A thing of the case, found when every file has been read."""
    for text, at in entries.items(term, node, place):
        if term.many:
            made.setdefault(term.key, [])
        entries.refer(made, term.key, text, at, iri, term.property)


def period_of(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A node that all periods written alike share."""
    for text, at in entries.items(term, node, place):
        if read := period.parse(text):
            _put(entries, made, iri, term, [(period_node(read), PERIOD + text, at)])
        elif all(map(period.parse, text.split("..", 1))):
            entries.error(at, f"the range '{text}' ends before it begins: write the earlier end first")
        else:
            entries.error(at, f"'{text}' is not a day, month, year or range of them: 2025-05-13, 2025-05, 2020..2022, 2022..")


def period_node(read: period.Period) -> dict[str, Any]:
    """A period in JSON-LD."""
    days = {"earliest": read.earliest, "latest": read.latest}
    return {"@id": PERIOD + read.written, "@type": "Period", "written": read.written, **{k: d.isoformat() for k, d in days.items() if d}}


def passage(entries: Entries, made: dict[str, Any], iri: str, term: Term, node: yaml.Node, place: Place) -> None:
    """A range of the document's text; what was written stays beside it as `kg:digits`."""
    values, digits, seen = [], [], set()
    for text, at in entries.items(term, node, place):
        found = _PASSAGE.fullmatch(text)
        if not found:
            entries.error(at, f"'{text}' is not a passage: start-end/digits, such as 3352-3364/4e9fbf0e (kg anchor writes them)")
        elif int(found[1]) >= int(found[2]):
            entries.error(at, f"the passage {found[1]}-{found[2]} ends before it has begun: the end is the greater number")
        elif (found[1], found[2]) in seen:
            entries.error(at, f"the passage {found[1]}-{found[2]} stands twice in 'at': keep one")
        elif not entries.sha256:
            name = entries.document.rpartition("/")[2]
            entries.error(at, f"a passage needs a text: write sha256 and length under document: text: in {name}.yaml")
        else:
            seen.add((found[1], found[2]))
            iri_of = f"{entries.document}/text-{entries.sha256[:8]}#char={found[1]},{found[2]}"
            stated = {"document": entries.document, "sha256": entries.sha256, "start": found[1], "end": found[2]}
            values.append(({"@id": iri_of, "@type": "Passage", **stated}, iri_of, at))
            entries.lines.values[iri, kg("digits"), text] = at
            digits.append(text)
    _put(entries, made, iri, term, values)
    if digits:
        made["kg:digits"] = digits
        entries.lines.properties.setdefault((iri, kg("digits")), place)


READERS: dict[Form, Reader] = {
    "text": text,
    "unstored": unstored,
    "language": language,
    "languages": languages,
    "integer": integer,
    "boolean": boolean,
    "enumeration": enumeration,
    "iri": address,
    "reference": reference,
    "period": period_of,
    "passage": passage,
}
