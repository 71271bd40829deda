"""`kg build`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.options import Cases, Include, Lang, Language, Strict, Text

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.ask import Table

FIRST_ROWS = 5
#: The summary's words in Russian; in English they are as in summary.json.
_RU = {
    "documents": "документов", "actors": "участников", "ties": "связей", "reforms": "мер", "metrics": "показателей",
    "observations": "значений", "calculations": "расчётов", "claims": "утверждений", "counterclaims": "встречных",
    "supports": "доводов", "challenges": "возражений", "marks": "пометок", "assertions": "высказываний",
    "reported": "переданных", "findings": "выводов", "passages": "фрагментов",
    "set aside": "отложено", "quads": "четвёрок", "problems": "замечаний",
    "full": "целиком", "part": "частично", "mention": "упомянуто", "verified": "проверено", "unchecked": "не проверено",
    "not-at-hand": "нет текста", "quarantined": "в карантине", "errors": "ошибок", "warnings": "предупреждений",
    "asserts": "утверждает", "denies": "отрицает", "questions": "ставит под вопрос", "concedes": "признаёт",
    "retracts": "отзывает", "relays": "передаёт", "numbers": "о числах", "sources": "об источниках", "dispute": "о споре",
}  # fmt: skip
_PHRASES = {
    "en": {
        "of": "{n} of the {made} that somebody makes:",
        "first": "The first {n} of {all}:",
        "more": "kg ask {question} shows them all, kg ask lists the questions.",
        "audit": "Numbers, recomputed: {n} findings matter; kg audit shows them.",
    },
    "ru": {
        "of": "{n} из {made}, которые кто-либо высказывает:",
        "first": "Первые {n} из {all}:",
        "more": "kg ask {question} покажет все, kg ask — список вопросов.",
        "audit": "Числа пересчитаны; существенных выводов: {n}. kg audit покажет их.",
    },
}
DISPUTES = "who-disputes-whom"
#: The claims that the question is asked of: others are only denied or questioned.
MADE = """
PREFIX stance: <https://w3id.org/counterclaim/ns/stance/>
SELECT (COUNT(DISTINCT ?claim) AS ?made) {
  VALUES ?stance { stance:asserts stance:concedes stance:relays }
  ?assertion kg:about ?claim ; kg:stance ?stance
  MINUS { ?assertion kg:stance stance:relays ; kg:from ?reported }
}"""
QUESTION = "claims-without-independent-source"
#: Findings on numbers that matter.
AUDITED = """
SELECT (COUNT(DISTINCT ?finding) AS ?matter) {{
  VALUES ?rule {{ {rules} }}
  ?finding a kg:Finding ; kg:rule ?rule ; kg:severity <https://w3id.org/counterclaim/ns/severity/matters>
}}"""


def build(
    cases: Cases = None,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the graph goes.")] = Path("kg-out"),
    text: Text = None,
    strict: Strict = False,
    include: Include = None,
    lang: Language = Lang.en,
    picture: Annotated[bool, typer.Option("--picture/--no-picture", help="Draw the dispute.")] = True,
) -> None:
    """Read cases, verify, validate, infer; store the graph and say what is in it."""
    from kg import ask, resources, store
    from kg import build as building

    folders = cases or [resources.first_case()]
    with output.working("building"):
        built = building.assemble(folders, text or (), lang, include=include or ())
        missing = building.write(built, out, picture=picture, lang=lang)
    for problem in built.problems:
        output.say(str(problem))
    for found in built.unmatched:
        output.say(output.unmatched(found))
    files = ["graph.trig", "graph.jsonld", "store", *([] if missing or not picture else [building.PICTURE])]
    typer.echo(f"{', '.join(folder.resolve().name for folder in folders)} → {', '.join(f'{out}/{name}' for name in files)}\n")
    if missing:
        output.say(f"no picture: {missing}")
    for name, value in built.summary.items():
        typer.echo(f"  {_word(name, lang):<15}{_number(value, lang)}")
    graph = store.memory(built.quads)
    questions = ask.questions()
    disputes = ask.run(graph, DISPUTES, lang=lang)
    typer.echo(f"\n{questions[DISPUTES].words('summary', lang)}{_first(disputes, lang)}\n")
    output.table(replace(disputes, rows=disputes.rows[:FIRST_ROWS], caveat=""), "table")
    _sources(graph, lang)
    _numbers(graph, lang)
    output.withheld(built.withheld.get(QUESTION, 0))
    if strict and built.problems:
        raise typer.Exit(1)


def _sources(graph: Store, lang: str) -> None:
    """Which claims lack independent sources: how many for which reason, and the first rows."""
    from kg import ask, store

    made = ask.table(store.query(graph, MADE)).rows[0]["made"]
    asks = ask.questions()[QUESTION].words("summary", lang)
    answer = ask.run(graph, QUESTION, lang=lang)
    said = _PHRASES[lang]
    typer.echo(f"\n{asks} {said['of'].format(n=len(answer.rows), made=made)}\n")
    for rung, count in Counter(row["rung"] for row in answer.rows).most_common():
        typer.echo(f"  {count:<4} {rung}")
    shown = [c for c in answer.columns if c in ("claim", "said_by", "why")]
    typer.echo(f"\n{_first(answer, lang).strip()}\n")
    output.table(replace(answer, columns=shown, rows=answer.rows[:FIRST_ROWS]), "table")
    typer.echo(f"\n{said['more'].format(question=QUESTION)}")


def _numbers(graph: Store, lang: str) -> None:
    """How many findings on numbers matter, where any do."""
    from kg import ask, store
    from kg.audit.selection import RULES
    from kg.names import KG

    rules = " ".join(f"<{KG}rule/{rule}>" for rule in RULES)
    matter = ask.table(store.query(graph, AUDITED.format(rules=rules))).rows[0]["matter"]
    if matter != "0":
        typer.echo(_PHRASES[lang]["audit"].format(n=matter))


def _first(answer: Table, lang: str) -> str:
    """How many of the rows are shown, where that is not all."""
    return (
        ""
        if len(answer.rows) <= FIRST_ROWS
        else " " + _PHRASES[lang]["first"].format(n=min(FIRST_ROWS, len(answer.rows)), all=len(answer.rows))
    )


def _number(value: int | dict[str, int], lang: str) -> str:
    if isinstance(value, dict):
        return f"{sum(value.values()):<6}" + ", ".join(f"{n} {_word(name, lang)}" for name, n in value.items() if n)
    return str(value)


def _word(name: str, lang: str) -> str:
    return _RU[name] if lang == "ru" else name
