"""Every question with its answer on the second case."""

from __future__ import annotations

from collections.abc import Iterable

from docs.generate.markdown import code, join, plain, prose, table
from kg import ask, build, parameters, store
from kg.ask import Table
from kg.build import Built
from kg.questions import Query
from kg.resources import folder

CASE = "velzha"
#: Rows that are shown of an answer.
ROWS = 6
HEAD = f"""
# The questions

Each question is a file in `queries/questions/`, with its answer here on the second, invented case,
[`data/{CASE}`](../walkthrough.md), with its texts at hand. `kg ask` lists them, `kg ask NAME` answers one; `-p KEY=VALUE`
narrows it down, `-f` chooses a format, `--lang ru` gives names in Russian. An answer says what was said and what was looked
into, never who is right. [A question of your own](../own-question.md) is a file like these.
"""


def page() -> str:
    """The questions by tag, then each with its answer."""
    built = build.assemble([folder("data") / CASE], [folder("data") / CASE / "texts"])
    graph = store.memory(built.quads)
    found = ask.questions()
    return join(HEAD, _index(found), *(_question(query, built, ask.run(graph, name)) for name, query in found.items()))


def _index(found: dict[str, Query]) -> str:
    """The questions by tag; a question with several stands under its first."""
    tags: dict[str, list[Query]] = {}
    for query in found.values():
        tags.setdefault(next(iter(query.tags), "other"), []).append(query)
    rows = [
        (f"*{plain(tag)}*" if not at else "", f"[{query.name}](#{query.name})<br>{_summary(query)}")
        for tag, queries in sorted(tags.items())
        for at, query in enumerate(queries)
    ]
    return table(("about", "question"), rows)


def _summary(query: Query) -> str:
    return _both(query.words("summary", lang) for lang in ("en", "ru"))


def _both(texts: Iterable[str]) -> str:
    """A text in two languages; once where it is there in one."""
    return "<br>".join(dict.fromkeys(map(prose, texts)))


def _question(query: Query, built: Built, answer: Table) -> str:
    return join(
        f"## {query.name}",
        f"**{prose(query.words('summary', 'en'))}**  \n{prose(query.words('summary', 'ru'))}",
        prose(_text(query.header.get("description"))),
        table(("parameter", "type", "what it does"), [_parameter(query, name) for name in query.parameters]) if query.parameters else "",
        f"Tags: {', '.join(map(code, query.tags)) or 'none'}. The query: [`{query.name}.rq`](../../queries/questions/{query.name}.rq).",
        _answer(query.name, answer, built.withheld.get(query.name, 0)),
    )


def _parameter(query: Query, name: str) -> tuple[str, str, str]:
    kinds = query.parameters[name].get("type", "text")
    listed = [kinds] if isinstance(kinds, str) else kinds
    values = [code(value) for kind in listed for value in parameters.values().get(kind, ())]
    return code(name), ", ".join(values) or plain(" or ".join(listed)), _both(query.told(name, lang) for lang in ("en", "ru"))


def _text(told: object) -> str:
    """A text of a header, by language or in English alone."""
    return str(told.get("en") or "") if isinstance(told, dict) else str(told or "")


def _answer(name: str, answer: Table, withheld: int) -> str:
    rows = len(answer.rows)
    shown = [[plain(row[column]) for column in answer.columns] for row in answer.rows[:ROWS]]
    more = f"The first {ROWS} of {rows} rows; `kg ask {name} data/{CASE} --text data/{CASE}/texts` shows all."
    return join(
        f"`kg ask {name}` on `{CASE}`:",
        table([plain(answer.heads.get(column, column)) for column in answer.columns], shown) if rows else "",
        more if rows > ROWS else f"{rows} row{'' if rows == 1 else 's'}.",
        f"Withheld: {withheld}, for what is confidential; of such rows only the number is told." if withheld else "",
    )
