"""`kg build`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output
from kg.cli.options import Cases, Include, Lang, Language, Strict, Text

if TYPE_CHECKING:
    from pyoxigraph import Store

FIRST_ROWS = 5
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
        typer.echo(f"  {name:<15}{_number(value)}")
    graph = store.memory(built.quads)
    questions = ask.questions()
    disputes = ask.run(graph, DISPUTES, lang=lang)
    typer.echo(f"\n{questions[DISPUTES].words('summary', lang)}\n")
    output.table(ask.Table(disputes.columns, disputes.rows[:FIRST_ROWS]), "table")
    _sources(graph, lang)
    output.withheld(built.withheld.get(QUESTION, 0))
    if strict and built.problems:
        raise typer.Exit(1)


def _sources(graph: Store, lang: str) -> None:
    """Which claims lack independent sources: how many for which reason, and the first rows."""
    from kg import ask, store

    made = ask.table(store.query(graph, MADE)).rows[0]["made"]
    asks = ask.questions()[QUESTION].words("summary", lang)
    answer = ask.run(graph, QUESTION, lang=lang)
    typer.echo(f"\n{asks} {len(answer.rows)} of the {made} that somebody makes:\n")
    for why, count in Counter(row["why"] for row in answer.rows).most_common():
        typer.echo(f"  {count:<4} {why}")
    shown = [c for c in answer.columns if c in ("claim", "said_by", "why")]
    typer.echo(f"\nThe first {min(FIRST_ROWS, len(answer.rows))}:\n")
    output.table(ask.Table(shown, [{c: row[c] for c in shown} for row in answer.rows[:FIRST_ROWS]]), "table")
    typer.echo(f"\nkg ask {QUESTION} shows them all, kg ask lists the questions.")


def _number(value: int | dict[str, int]) -> str:
    if isinstance(value, dict):
        return f"{sum(value.values()):<6}" + ", ".join(f"{n} {name}" for name, n in value.items() if n)
    return str(value)
