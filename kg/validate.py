"""Shapes and checks hold the graph against what it should be; what fails is a sentence with a line.

The only pyshacl import. Shapes see a case merged; conditions across things are queries in
`queries/checks/`, which must return no row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import questions, rdf, store
from kg.case import Case
from kg.case.terms import classes
from kg.names import KG, KGSH, RDF, SKOS
from kg.problems import Place, Problem, Severity
from kg.resources import folder

if TYPE_CHECKING:
    from rdflib import Graph


def check(case: Case, quads: Iterable[ox.Quad] | None = None, lang: str = "en") -> list[Problem]:
    """Every problem of a case by shapes and checks, in the order of files and lines."""
    quads = list(case.quads if quads is None else quads)
    return sorted({*shapes(case, quads, lang), *checks(case, quads, lang)})


def shapes(case: Case, quads: list[ox.Quad], lang: str = "en") -> list[Problem]:
    """What `ontology/shapes.ttl` finds, by pySHACL."""
    import pyshacl
    from rdflib import SH, Literal, URIRef

    data = rdf.to_rdflib(quads)
    graph = _flat(rdf.to_rdflib(rdf.load(folder("ontology") / "shapes.ttl")))
    _, report, _ = pyshacl.validate(data, shacl_graph=graph, inplace=True, advanced=False, do_owl_imports=False)
    found = []
    for result in report.subjects(URIRef(RDF + "type"), SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        focus, path, value = (report.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
        messages = {m.language: str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)}
        severity: Severity = "warning" if report.value(result, SH.resultSeverity) == SH.Warning else "error"
        node, prop, text = (str(term) if term is not None else "" for term in (focus, path, value))
        place = _place(case, data, node, prop, text)
        shown = f" (found: {_short(case, text)})" if text and text != node else ""
        message = messages.get(lang) or messages.get("en") or next(iter(messages.values()), "is not as it should be")
        found.append(Problem(place, f"{_name(case, node)}{message}{shown}", severity, _short(case, str(shape))))
    return found


def _flat(shapes: Graph) -> Graph:
    """The same shapes, cheaper: each property shape takes its node shape's targets.

    pySHACL evaluates a nested property shape once for every node, one with targets once for all of
    them; focus nodes, results and sources are the same. What a closed shape allows is told by its
    ignored properties then.
    """
    from rdflib import SH, Literal
    from rdflib.collection import Collection

    for node in list(shapes.subjects(SH.closed, Literal(True))):
        targets = [(p, o) for p in (SH.targetClass, SH.targetObjectsOf) for o in shapes.objects(node, p)]
        ignored = Collection(shapes, next(shapes.objects(node, SH.ignoredProperties)))
        for prop in list(shapes.objects(node, SH.property)):
            ignored.append(next(shapes.objects(prop, SH.path)))
            shapes.remove((node, SH.property, prop))
            for predicate, target in targets:
                shapes.add((prop, predicate, target))
    return shapes


def checks(case: Case, quads: list[ox.Quad], lang: str = "en") -> list[Problem]:
    """What the queries in `queries/checks/` return."""
    held = store.memory(quads, annotators=True)
    quoted = {quote.node for quote in case.quotes}
    found = []
    for check in questions.folder_of("checks").values():
        severity: Severity = "warning" if check.header.get("severity") == "warning" else "error"
        solutions = store.query(held, check.text)
        assert isinstance(solutions, ox.QuerySolutions), f"{check.name} is no SELECT query"
        columns = [variable.value for variable in solutions.variables]
        for row in solutions:
            values = {c: row[c].value if row[c] is not None else "" for c in columns}
            if check.name == "no-passage" and values["node"] in quoted:
                continue  # it has a quote, and is told about that
            place = _place(case, None, values["node"], values.get("path", ""), values.get("value", ""))
            words = {c: _short(case, text) for c, text in values.items()}
            message = re.sub(r"\{(\w+)\}", _word(words), check.words("message", lang))
            found.append(Problem(place, f"{_name(case, values['node'])}{message}", severity, check.name))
    return found


def _word(words: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda found: words.get(found[1], found[0])


def _place(case: Case, data: Any, node: str, path: str, value: str) -> Place:
    """The nearest line; for what no file names (a passage, a period) that of what points to it."""
    if place := case.lines.find(node, path, value):
        return place
    if data is not None:
        from rdflib import URIRef

        for subject, predicate in sorted(data.subject_predicates(URIRef(node))):
            if place := case.lines.find(str(subject), str(predicate), node):
                return place
    return Place(str(case.folder / "case.yaml"), 1)


def _name(case: Case, node: str) -> str:
    """A thing's name to begin a message with; a file's own node needs none."""
    path = _short(case, node)
    return f"{path.partition(':')[2]}: " if ":" in path and "://" not in path else ""


def _short(case: Case, iri: str) -> str:
    """`document:name`, as references are written; a value's last part for our own terms."""
    if iri.startswith(case.iri + "/"):
        return iri[len(case.iri) + 1 :].replace("/", ":", 1)
    if key := _keys().get(iri):
        return key
    ours = next((n for n in (KG, SKOS, KGSH) if iri.startswith(n)), None)
    return iri[len(ours) :].rpartition("/")[2] if ours else iri


@cache
def _keys() -> dict[str, str]:
    """Property → the key that stands for it in a file."""
    return {term.property: key for terms in classes().values() for key, term in terms.items() if term.property}
