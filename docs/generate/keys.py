"""The keys of the case files: what each means, what may stand behind it, whether it must be there."""

from __future__ import annotations

from collections.abc import Mapping

from docs.generate.markdown import code, join, plain, prose, table
from docs.generate.vocabulary import DEFINITION, LABEL, SH, expand, members, objects, words
from kg.case.entries import BY_ANNOTATOR
from kg.case.terms import Term, classes, context
from kg.names import KGSH
from kg.write import schema

#: Classes that nobody writes: they are made of what is written.
MADE = ("Passage", "Period", "Finding", "Hypothesis")
#: What many things take, told once.
COMMON = ("quote", "occurrence", "negation", "confidential", "reason", "note")
HEAD = """
# The keys

<!-- Made by `python -m docs.generate` of ontology/context.jsonld and ontology/shapes.ttl: change those. -->

Every key of the case files, by the thing that has it. [The file format](../file-format.md) says how they work together;
`kg add KIND` lists a thing's keys on the command line, and editors complete them. A key that is not *needed* may be left
out. References are names, as the file format tells.
"""
_FORMS = {
    "text": "a text",
    "languages": "a text by language",
    "language": "a language code",
    "integer": "a number",
    "boolean": "`yes` or `no`",
    "iri": "a web address",
    "period": "a day, month, year or range",
    "passage": "a passage, `start-end/digits`",
    "unstored": "a text",
}
#: Of keys that say more than their form does.
_TAKES = {"base": "a web address", "occurrence": "a number", "negation": "`left-out`"}
_FILES = {
    "Case": "`case.yaml`; its `actors` stand in `actors.yaml`",
    "Document": "the file of a document",
    "Annotation": "a second annotator's file, `DOCUMENT.by-ANNOTATOR.yaml`",
}


def page() -> str:
    """The page of keys, class by class."""
    return join(HEAD, *(_section(name) for name in classes() if name not in MADE), _common())


def _section(name: str) -> str:
    iri = expand(context()["@context"][name]["@id"])
    rows = [row for key, term in classes()[name].items() if key not in COMMON for row in _rows(name, term)]
    nests = [term for term in classes()[name].values() if term.form == "nest"]
    return join(
        f"## {name_of(name).capitalize()}",
        f"Stands in: {_where(name)}.",
        _definition(iri, "en") or "What is counted, of whom, or where.",
        f"*По-русски — {words('kg.ttl', iri, LABEL, 'ru')}.* {_definition(iri, 'ru')}" if _definition(iri, "ru") else "",
        table(("key", "what it means", "what stands there", "needed"), rows),
        _more("It", classes()[name]),
        *(_more(code(nest.key), nest.keys) for nest in nests),
        *(_values(term) for term in classes()[name].values() for term in _all(term) if term.form == "enumeration"),
    )


def _more(what: str, terms: Mapping[str, Term]) -> str:
    """Which of the common keys a thing may have."""
    common = [code(key) for key in terms if key in COMMON]
    return f"{what} may also have {', '.join(common)} ([what many things take](#what-many-things-take))." if common else ""


def name_of(name: str) -> str:
    """A class's name in English."""
    return words("kg.ttl", expand(context()["@context"][name]["@id"]), LABEL, "en") or name.lower()


def _definition(iri: str, lang: str) -> str:
    return plain(words("kg.ttl", iri, DEFINITION, lang))


def _where(name: str) -> str:
    """Behind which keys of which things such a thing stands."""
    if name in _FILES:
        return _FILES[name]
    behind = {"said": "{} of {}, behind an actor's name", "node": "{} of {}, as what is reported"}
    found: dict[str, list[str]] = {}
    for of, terms in classes().items():
        for term in terms.values():
            if term.of == name and term.form in ("block", "said", "node"):
                told = behind.get(term.form, "{} of {}, behind a name")
                found.setdefault(told.format(code(term.key), "{}"), []).append(_link(of, _article(of)))
    return "; ".join(told.format(_or(list(dict.fromkeys(links)))) for told, links in found.items())


def _link(name: str, article: str = "") -> str:
    name = name_of(name)
    return f"{article}[{name}](#{name.replace(' ', '-')})"  # the heading's anchor, as GitHub makes it


def _all(term: Term) -> list[Term]:
    return [term, *(found for one in term.keys.values() for found in _all(one))]


def _rows(of: str, term: Term, before: str = "") -> list[tuple[str, str, str, str]]:
    """A row of a key, and of those nested in it."""
    key = f"{before}{code(term.key)}"
    if term.form == "nest":
        means = schema.UNDESCRIBED.get((of, term.key), "")
        inner = [row for one in term.keys.values() if one.key not in COMMON for row in _rows(of, one, f"{key} › ")]
        return [(key, prose(means), "the keys below", _needed(of, term)), *inner]
    return [(key, _meaning(of, term), _takes(of, term), _needed(of, term))]


def _meaning(of: str, term: Term) -> str:
    """In English and, where the shapes have it, in Russian."""
    shape = _shape(of, term)
    en = words("shapes.ttl", shape, SH + "description", "en") or schema.description(of, term).partition("\n")[0]
    return "<br>".join(prose(text) for text in (en, words("shapes.ttl", shape, SH + "description", "ru")) if text)


def _shape(of: str, term: Term) -> str:
    """The property shape of a key, or the warning that it is missing; "" where there is none."""
    shapes = [one for one in objects("shapes.ttl", KGSH + of, SH + "property") if term.property in objects("shapes.ttl", one, SH + "path")]
    return next((one for one in shapes if not objects("shapes.ttl", one, SH + "severity")), shapes[0] if shapes else "")


def _needed(of: str, term: Term) -> str:
    if schema.is_required(of, term):
        return "yes"
    if term.key == "by" and of in BY_ANNOTATOR:
        return "else the file's annotator"
    warned = [
        one
        for one in objects("shapes.ttl", KGSH + of, SH + "property")
        if term.property in objects("shapes.ttl", one, SH + "path")
        and objects("shapes.ttl", one, SH + "severity")
        and objects("shapes.ttl", one, SH + "minCount")
    ]
    return "should be there" if warned else ""


def _takes(of: str, term: Term) -> str:
    """What may stand behind a key."""
    if term.form in ("block", "said", "node"):
        nested = _link(term.of)
        return {"block": f"by name: {nested}", "said": f"by actor: {nested}, or several", "node": nested}[term.form]
    one = _TAKES.get(term.key) or _FORMS.get(term.form, "")
    if term.form == "enumeration":
        one = ", ".join(map(code, term.values))
    elif term.form == "reference":
        one = f"the name of {_or([_link(name, _article(name)) for name in _referred(of, term)]) or 'something'}"
    return f"{one}; or a list" if term.many else one


def _referred(of: str, term: Term) -> list[str]:
    """The classes whose names a key takes."""
    shape = _shape(of, term)
    found = list(objects("shapes.ttl", shape, SH + "class"))
    for alternatives in objects("shapes.ttl", shape, SH + "or"):
        for one in members("shapes.ttl", alternatives):
            found += objects("shapes.ttl", one, SH + "class")
    names = {expand(entry["@id"]): name for name, entry in context()["@context"].items() if name in classes()}
    return list(dict.fromkeys(names[iri] for iri in found if iri in names))


def _article(name: str) -> str:
    return "an " if name[0] in "AO" else "a "


def _or(parts: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _values(term: Term) -> str:
    """The values of an enumeration, and what they mean."""
    rows = [
        (code(value), plain(words("kg.ttl", iri, LABEL, "ru")), f"{_definition(iri, 'en')}<br>{_definition(iri, 'ru')}")
        for value, iri in term.values.items()
    ]
    return f"Values of {code(term.key)}:\n\n{table(('value', 'по-русски', 'what it means'), rows)}"


def _common() -> str:
    """What many things take; told in the words of the first that has it."""
    rows = []
    for key in COMMON:
        of, term = next((of, terms[key]) for of, terms in classes().items() if key in terms)
        rows.append((code(key), _meaning(of, term), _takes(of, term), ""))
    return join("## What many things take", table(("key", "what it means", "what stands there", "needed"), rows))
