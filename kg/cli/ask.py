"""`kg ask`."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Graph, Include, Lang, Language, Out, TableFormat, Text, Which

if TYPE_CHECKING:
    from kg.ask import Table
    from kg.cli.source import Held
    from kg.questions import Query


_MORE = {
    "en": "kg ask QUESTION answers one, kg ask QUESTION --about tells what it asks and its parameters, kg ask --tag TAG lists fewer.",
    "ru": "kg ask ВОПРОС отвечает, kg ask ВОПРОС --about объясняет вопрос и его параметры, kg ask --tag ТЕМА покажет меньше.",
}


def ask(
    question: Annotated[
        str | None,
        typer.Argument(help="A question, or a file of your own that ends in .rq; without one they are listed.", show_default=False),
    ] = None,
    case: Case = None,
    text: Text = None,
    built: Built = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter of the question.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="List only questions with this tag.", show_default=False)] = None,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the answer.")] = TableFormat.table,
    about: Annotated[bool, typer.Option("--about", help="Tell what the question asks, what it leaves out, and its parameters.")] = False,
    sparql: Annotated[bool, typer.Option("--sparql", help="Print the query with the parameters in; ask nothing.")] = False,
    out: Out = None,
    graph: Graph = Which.all,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Ask one of the questions; without one, list them by tag."""
    from kg import ask as asking
    from kg import questions

    if question is None:
        output.table(_listed(asking.questions(), tag, lang), fmt, out)
        return
    if tag is not None:
        raise typer.BadParameter("--tag is for the list of questions: leave the question out")
    own = question.endswith(".rq")
    asked = questions.load(Path(question)) if own else questions.find(question)
    if about:
        output.put(_about(asked, lang).encode(), out)
        return
    values = {"lang": lang.value, **_pairs(parameter or [])}
    held = source.held(built, case, text, lang, include=include, annotators=annotators)
    if sparql:
        output.put(asking.filled(held.store, asked, values).encode(), out)
    elif own:
        output.table(_of_own(held, asked, values, graph, annotators), fmt, out)
    else:
        output.table(asking.run(held.store, asked.name, graph.value, **values), fmt, out)
        output.withheld(held.withheld.get(asked.name, 0))


def _of_own(held: Held, asked: Query, values: dict[str, str], graph: Which, annotators: bool) -> Table:
    """A question that somebody brought runs as any SPARQL does: it only reads, and not for ever."""
    from kg import ask as asking
    from kg import sparql
    from kg.problems import KgError

    text = asking.filled(held.store, asked, values)
    answer = sparql.query(held.sent(), text, graph.value, annotators=annotators)
    if not isinstance(answer, asking.Table):
        raise KgError(f"{asked.name}.rq makes a graph: run kg query {asked.name}.rq, a question is a SELECT")
    return asking.worded(held.store, asked, answer, values["lang"], sort="order" in asked.header)


def _listed(questions: dict[str, Query], tag: str | None, lang: str) -> Table:
    """The questions under their first tag, or those that have the one asked for."""
    from kg.ask import Table
    from kg.case.references import nearest
    from kg.problems import KgError
    from kg.questions import columns

    tags = sorted({one for question in questions.values() for one in question.tags})
    if tag is not None and tag not in tags:
        raise KgError(f"no question has the tag '{tag}'{nearest(tag, tags)}: there are {', '.join(tags)}")
    rows = [
        {"tag": tag or one.tags[0], "question": one.name, "asks": one.words("summary", lang)}
        for one in questions.values()
        if tag is None or tag in one.tags
    ]
    heads = {name: words[lang] for name, words in columns().items()}
    return Table(
        ["tag", "question", "asks"], sorted(rows, key=lambda r: (r["tag"], r["question"])), heads=heads, lang=lang, caveat=_MORE[lang]
    )


def _about(question: Query, lang: str) -> str:
    """What a question asks, in words."""
    said = [question.words("summary", lang), question.words("description", lang), question.words("caveat", lang)]
    told = [f"-p {name}=…  {question.told(name, lang)}" for name in question.parameters]
    return "\n\n".join([*(fill(text, 100) for text in said if text), *(["\n".join(told)] if told else [])]) + "\n"


def _pairs(texts: list[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not value:
            raise typer.BadParameter(f"'{text}' is not KEY=VALUE")
        if key in pairs:
            raise typer.BadParameter(f"-p {key} is given twice: give it one value")
        pairs[key] = value
    return pairs
