"""`kg ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Graph, Include, Lang, Language, Out, TableFormat, Text, Which

if TYPE_CHECKING:
    from kg.questions import Query


def ask(
    question: Annotated[str | None, typer.Argument(help="A question; without one they are listed.", show_default=False)] = None,
    case: Case = None,
    text: Text = None,
    built: Built = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter of the question.")
    ] = None,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the answer.")] = TableFormat.table,
    out: Out = None,
    graph: Graph = Which.all,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Ask one of the questions; without one, list them."""
    from kg import ask as asking
    from kg import questions

    if question is None:
        rows = [{"question": q.name, "asks": q.words("summary", lang), "parameters": _parameters(q)} for q in asking.questions().values()]
        output.table(asking.Table(["question", "asks", "parameters"], rows), fmt, out)
        return
    values = dict(_pair(text) for text in parameter or [])
    if "lang" in questions.find(question).parameters:
        values.setdefault("lang", lang)
    held = source.held(built, case, text, lang, include=include, annotators=annotators)
    output.table(asking.run(held.store, question, graph.value, **values), fmt, out)
    output.withheld(held.withheld.get(question, 0))


def _parameters(question: Query) -> str:
    """Names and what they mean."""
    return "; ".join(f"{name}: {told['summary']}" if told.get("summary") else name for name, told in question.parameters.items())


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not value:
        raise typer.BadParameter(f"'{text}' is not KEY=VALUE")
    return key, value
