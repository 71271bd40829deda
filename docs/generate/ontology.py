"""The ontology as a page: classes with their properties, then lists of values, each with what others' words are near."""

from __future__ import annotations

from docs.generate.markdown import code, join, plain, table
from docs.generate.vocabulary import DEFINITION, LABEL, compact, expand, is_ours, objects, of_type, read, words
from kg.names import KG, RDFS

HEAD = """
# The ontology

The terms of the graph, as [`ontology/kg.ttl`](../../ontology/kg.ttl) defines them. What is said in a case is a claim and
never a fact, and so are these definitions written. Others' terms (`dct:title`, `skos:prefLabel`, `prov:wasDerivedFrom` …)
are used as they are and not defined again. An arrow leads to what
a property's values are; *near* are terms of other vocabularies, related by
[`ontology/alignments.ttl`](../../ontology/alignments.ttl), which is not loaded unless you load it; each relation is the
weakest that is true. What the keys of case files stand for is in [the keys](keys.md), what may stand where in
[`ontology/shapes.ttl`](../../ontology/shapes.ttl).
"""
_NEAR = ("rdfs:subClassOf", "rdfs:subPropertyOf", "skos:closeMatch", "skos:narrowMatch", "skos:relatedMatch")
_COLUMNS = ("property", "what it means", "taken from, near")


def page() -> str:
    """Classes with their properties, then values."""
    properties = [*of_type("owl:ObjectProperty"), *of_type("owl:DatatypeProperty")]
    order = {term: at for at, term in enumerate(read("kg.ttl"))}
    by_class: dict[str, list[str]] = {}
    for term in sorted(properties, key=order.__getitem__):
        by_class.setdefault(next(iter(objects("kg.ttl", term, RDFS + "domain")), ""), []).append(term)
    classes = of_type("owl:Class")
    return join(
        HEAD,
        _about(),
        "## Classes",
        *(part for term in classes for part in (_class(term), _properties(by_class.pop(term, [])))),
        "## Properties of several classes",
        _properties([term for rest in by_class.values() for term in rest]),
        "## Values",
        *(_scheme(scheme) for scheme in of_type("skos:ConceptScheme")),
    )


def _about() -> str:
    version, licence = (objects("kg.ttl", KG, expand(of))[0] for of in ("owl:versionIRI", "dct:license"))
    return table(("", ""), [("address", code(KG)), ("version", code(version)), ("licence", f"<{licence}>")])


def _class(term: str) -> str:
    return join(
        f"{_target(term)}\n### {compact(term)}",
        f"**{_label(term, 'en')}** · {_label(term, 'ru')}",
        f"{_definition(term, 'en')}\n\n{_definition(term, 'ru')}",
        _sources(term).replace("<br>", "; "),
    )


def _properties(terms: list[str]) -> str:
    return table(_COLUMNS, map(_property, terms)) if terms else ""


def _property(term: str) -> tuple[str, str, str]:
    leads = ", ".join(map(_link, objects("kg.ttl", term, RDFS + "range")))
    name, means, sources = _value(term)
    return name + (f"<br>→ {leads}" if leads else ""), means, sources


def _value(term: str) -> tuple[str, str, str]:
    return (
        f"{code(compact(term))}<br>{_label(term, 'en')} · {_label(term, 'ru')}",
        f"{_definition(term, 'en')}<br>{_definition(term, 'ru')}",
        _sources(term),
    )


def _scheme(scheme: str) -> str:
    values = [term for term in of_type("skos:Concept") if scheme in objects("kg.ttl", term, expand("skos:inScheme"))]
    heading = _label(scheme, "en").capitalize()
    return join(
        f"### {heading}",
        f"{_definition(scheme, 'en')} {_definition(scheme, 'ru')}",
        table(("value", *_COLUMNS[1:]), map(_value, values)),
    )


def _sources(term: str) -> str:
    """Where a term comes from, and which terms of others are near."""
    taken = [f"from <{iri}>" for iri in objects("kg.ttl", term, expand("dct:source")) if iri != KG]
    near = [
        f"{compact(expand(relation))} {_link(other)}"
        for relation in _NEAR
        for file in ("kg.ttl", "alignments.ttl")
        for other in objects(file, term, expand(relation))
    ]
    return "<br>".join([*taken, *near])


def _label(term: str, lang: str) -> str:
    return plain(words("kg.ttl", term, LABEL, lang))


def _definition(term: str, lang: str) -> str:
    return plain(words("kg.ttl", term, DEFINITION, lang))


def _link(iri: str) -> str:
    """To the class on this page; others' terms, and our own others, as they are written."""
    return f"[{compact(iri)}](#{_slug(iri)})" if is_ours(iri) and iri in of_type("owl:Class") else code(compact(iri))


def _slug(term: str) -> str:
    return compact(term).replace(":", "-").lower()


def _target(term: str) -> str:
    return f"({_slug(term)})="
