"""Questions asked of a graph: `run` gives a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan

import pyoxigraph as ox

from kg import html, rdf, store
from kg import parameters as values_of
from kg import questions as files
from kg.case.references import nearest
from kg.grammar import LANGUAGES
from kg.labels import Labels
from kg.problems import KgError
from kg.questions import Query
from kg.wording import Wording

Terms = dict[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]


@dataclass(frozen=True)
class Table:
    """An answer: columns in the query's order, a row a dictionary of texts ("" where there is none).

    `terms` has the RDF terms of each row, `heads` what the columns are called in `lang`, `caveat` what the answer does
    not say; each may be empty.
    """

    columns: list[str]
    rows: list[dict[str, str]]
    terms: list[Terms] = field(default_factory=list, compare=False, repr=False)
    heads: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    lang: str = field(default="en", compare=False, repr=False)
    caveat: str = field(default="", compare=False, repr=False)

    def _repr_html_(self) -> str:
        return html.table(self.columns, self.rows, heads=self.heads)


def questions() -> dict[str, Query]:
    """Every question, by name."""
    return files.folder_of("questions")


def run(graph: ox.Store, name: str, which: store.Which = "all", /, **parameters: str) -> Table:
    """The answer to a question, in words; `lang` is their language (en, ru), whether or not the question has a parameter `lang`.

    Raises:
        KgError: no such question or parameter, or a value that names nothing; the nearest is named.
    """
    question = files.find(name)
    text = filled(graph, question, parameters)
    with store.reading():
        return worded(graph, question, table(store.query(graph, text, which)), parameters.get("lang", "en"))


def filled(graph: ox.Store, question: Query, parameters: Mapping[str, str]) -> str:
    """The question's query with values put in.

    Raises:
        KgError: the question has no such parameter, or a value is none of its type.
    """
    told = question.parameters
    if (lang := parameters.get("lang", LANGUAGES[0])) not in LANGUAGES:
        raise KgError(f"lang has no value {lang!r}: it is one of {', '.join(LANGUAGES)}")
    known = [*told, *({"lang"} - told.keys())]
    unknown = next((key for key in parameters if key not in known), None)
    if unknown is not None:
        raise KgError(f"'{question.name}' has no parameter '{unknown}'{nearest(unknown, known)}: it has {', '.join(known)}")
    return question.fill({key: values_of.term(graph, key, value, told[key]) for key, value in parameters.items() if key in told})


def worded(graph: ox.Store, question: Query, answer: Table, lang: str = "en", *, sort: bool = True) -> Table:
    """An answer of nodes as a reader sees it: in words, sorted as the question says."""
    wording = Wording(Labels(graph, lang), question.phrases(lang), lang)
    pairs = [({column: wording.of(column, term) for column, term in row.items()}, row) for row in answer.terms]
    if sort:
        for column in reversed(question.order or answer.columns):
            name = column.removeprefix("-")
            if name not in answer.columns:
                raise KgError(f"'{question.name}' is sorted by '{name}', which is no column of it: {', '.join(answer.columns)}")
            pairs.sort(key=lambda pair: _rank(pair[0][name], pair[1][name]), reverse=column != name)
    heads = {column: files.columns().get(column, {}).get(lang) or column.replace("_", " ") for column in answer.columns}
    return Table(answer.columns, [words for words, _ in pairs], [row for _, row in pairs], heads, lang, question.words("caveat", lang))


def _rank(words: str, term: object) -> tuple[float, str, str]:
    """Numbers by their size, the rest by their words, and what is worded alike by what it is."""
    number = isinstance(term, ox.Literal) and term.datatype.value.endswith(("#integer", "#decimal"))
    return (_size(words) if number else 0.0, words.casefold(), str(term))


def _size(written: str) -> float:
    """Of a number; what only says that it is one, in a query that anybody wrote, has none."""
    try:
        size = float(written)
    except ValueError:
        return 0.0
    return 0.0 if isnan(size) else size


def node(graph: ox.Store, value: str, of: Sequence[str] = ()) -> str:
    """The IRI that is given, or that a name such as `convictions` or `document:name/part` stands for.

    Raises:
        KgError: nothing, or more than one thing, is called so; the nearest is named.
    """
    return values_of.node(graph, value, of)


def table(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    """A SELECT's rows, an ASK's answer, or triples, as texts; with their terms."""
    if isinstance(result, ox.QueryBoolean):
        return of(["answer"], [[ox.Literal("yes" if result else "no")]])
    if isinstance(result, ox.QueryTriples):
        return of(["subject", "predicate", "object"], [[t.subject, t.predicate, t.object] for t in result])
    return of([variable.value for variable in result.variables], [list(row) for row in result])


def of(columns: list[str], rows: Sequence[Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]]) -> Table:
    """A table of terms."""
    terms: list[Terms] = [dict(zip(columns, row, strict=True)) for row in rows]
    return Table(columns, [{c: rdf.text(row[c]) for c in columns} for row in terms], terms)
