"""Which thing is meant: a name, an IRI, or a document and a range of characters."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg import ask, rdf, store
from kg.case.references import nearest
from kg.names import KG
from kg.parameters import is_unicode
from kg.problems import KgError

_ASIDE = "'{}' was set aside, as its passage does not match the text, or along with such a thing: kg check --text FILE says why"
_RANGE = re.compile(r"(.+?)[:#](?:char=)?([0-9]{1,18})[-–,]([0-9]{1,18})")


def node(held: ox.Store, name: str) -> str:
    """The IRI of what is called so; `document:120-340` and `document#120-340` are passages.

    Raises:
        KgError: nothing, or more than one thing, is called so (the nearest are named), or it counts only with annotators.
    """
    if not is_unicode(name):
        raise KgError(f"a name is not UTF-8: {name!r}")
    exact = {f"{case}/{name.replace(':', '/', 1)}" for case in store.cases(held)} | {name}
    known = [one for one in sorted(exact) if rdf.is_iri(one) and _counts(held, one)]
    if len(known) == 1:
        return known[0]
    try:
        iri = ask.node(held, name)
    except KgError:
        if _aside(held, exact):
            raise KgError(_ASIDE.format(name)) from None
        if written := _RANGE.fullmatch(name):
            return _passage(held, *written.groups())
        raise
    if _counts(held, iri):
        return iri
    if _aside(held, {iri}):
        raise KgError(_ASIDE.format(name))
    if any(held.quads_for_pattern(ox.NamedNode(iri), None, None, None)):
        raise KgError(f"'{name}' stands in an annotator's own file: add --annotators")
    raise KgError(f"nothing in the graph is called '{name}'{nearest(name, {rdf.text(q.subject) for q in store.quads(held, 'said')})}")


def _counts(held: ox.Store, iri: str) -> bool:
    """Whether something is said of it in the merged graph."""
    return any(held.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph()))


def _aside(held: ox.Store, iris: set[str]) -> bool:
    """Whether one of these was set aside."""
    return any(rdf.text(quad.subject) in iris for quad in store.quads(held, "quarantine"))


def _passage(held: ox.Store, document: str, start: str, end: str) -> str:
    """The passage with exactly this range."""
    iri = ask.node(held, document)
    quads = held.quads_for_pattern(None, ox.NamedNode(KG + "document"), ox.NamedNode(iri), ox.DefaultGraph())
    found = sorted(rdf.text(quad.subject) for quad in quads if "#char=" in rdf.text(quad.subject))
    exact = [one for one in found if one.endswith(f"#char={int(start)},{int(end)}")]
    if exact:
        return exact[-1]
    spans = sorted({(int(a), int(b)) for one in found for a, b in [one.rpartition("=")[2].split(",")]})
    if not spans:
        raise KgError(f"nothing points to a passage of '{document}'")
    near = sorted(spans, key=lambda span: abs(span[0] - int(start)) + abs(span[1] - int(end)))[:3]
    ranges = ", ".join(f"{document}:{a}-{b}" for a, b in near)
    raise KgError(f"nothing points to the characters {start}-{end} of '{document}': the nearest passages are {ranges}")
