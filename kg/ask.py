"""Questions asked of a graph: `run` gives a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyoxigraph as ox

from kg import html, rdf, store
from kg import questions as files
from kg.case.references import nearest
from kg.problems import KgError
from kg.questions import Query


@dataclass(frozen=True)
class Table:
    """An answer: columns in the query's order, a row a dictionary of texts ("" where there is none)."""

    columns: list[str]
    rows: list[dict[str, str]]

    def _repr_html_(self) -> str:
        return html.table(self.columns, self.rows)


def questions() -> dict[str, Query]:
    """Every question, by name."""
    return files.folder_of("questions")


def run(graph: ox.Store, name: str, which: store.Which = "all", /, **parameters: str) -> Table:
    """The answer to a question.

    Raises:
        KgError: no such question or parameter, or a value that names nothing; the nearest is named.
    """
    question = files.find(name)
    unknown = next((key for key in parameters if key not in question.parameters), None)
    if unknown is not None:
        known = ", ".join(question.parameters) or "none"
        raise KgError(f"'{name}' has no parameter '{unknown}'{nearest(unknown, question.parameters)}: it has {known}")
    values = {key: term(graph, value, question.parameters[key].get("type", "text")) for key, value in parameters.items()}
    with store.reading():
        return table(store.query(graph, question.fill(values), which))


def term(graph: ox.Store, value: str, kind: str) -> str:
    """A parameter's value as a SPARQL term: a text, or the node that a name or IRI stands for."""
    if not is_unicode(value):
        raise KgError(f"a value is not UTF-8: {value!r}")
    if kind == "text":
        return str(ox.Literal(value))
    return str(ox.NamedNode(node(graph, value)))


def node(graph: ox.Store, value: str) -> str:
    """The IRI that is given, or that a name such as `convictions` or `document:name/part` stands for.

    Raises:
        KgError: nothing, or more than one thing, is called so; the nearest is named.
    """
    if rdf.is_iri(value):
        return value
    path = value.replace(":", "/", 1)
    nodes = {rdf.text(quad.subject) for quad in store.quads(graph, "said")}
    bases = store.cases(graph)
    exact = {f"{base}/{path}" for base in bases} & nodes
    found = sorted(exact or {iri for iri in nodes if iri.endswith(f"/{path}") and "#" not in iri})
    if len(found) == 1:
        return found[0]
    if found:
        names = found if len(bases) > 1 else [iri.removeprefix(f"{bases[0]}/").replace("/", ":", 1) for iri in found]
        raise KgError(f"'{value}' names {len(found)} things: write one of {', '.join(names[:5])}")
    last = {re.split(r"[/#]", iri)[-1] for iri in nodes}
    raise KgError(f"nothing in the graph is called '{value}'{nearest(value, last)}")


def table(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    """A SELECT's rows, or an ASK's answer, as texts."""
    if isinstance(result, ox.QueryBoolean):
        return Table(["answer"], [{"answer": "yes" if result else "no"}])
    if isinstance(result, ox.QueryTriples):
        return Table(
            ["subject", "predicate", "object"],
            [{"subject": rdf.text(t.subject), "predicate": rdf.text(t.predicate), "object": rdf.text(t.object)} for t in result],
        )
    columns = [variable.value for variable in result.variables]
    return Table(columns, [{c: rdf.text(row[c]) for c in columns} for row in result])


def is_unicode(text: str) -> bool:
    """Whether a text can be written; an argument that is not UTF-8 has half characters in it."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
