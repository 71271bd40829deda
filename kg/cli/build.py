"""`kg build`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.options import Cases, Lang, Language, Strict, Text

FIRST_ROWS = 5
DISPUTES = "who-disputes-whom"
QUESTION = "claims-without-independent-source"


def build(
    cases: Cases = None,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the graph goes.")] = Path("kg-out"),
    text: Text = None,
    strict: Strict = False,
    lang: Language = Lang.en,
) -> None:
    """Read cases, verify, validate, infer; store the graph and say what is in it."""
    from kg import ask, resources, store
    from kg import build as building

    folders = cases or [resources.first_case()]
    built = building.assemble(folders, text or (), lang)
    building.write(built, out)
    for problem in built.problems:
        output.say(str(problem))
    for found in built.unmatched:
        output.say(output.unmatched(found))
    typer.echo(f"{', '.join(folder.name for folder in folders)} → {out}/graph.trig, {out}/graph.jsonld, {out}/store\n")
    for name, value in built.summary.items():
        typer.echo(f"  {name:<15}{_number(value)}")
    graph = store.memory(built.quads)
    names = ask.questions()
    disputes = ask.run(graph, DISPUTES, lang=lang)
    typer.echo(f"\n{names[DISPUTES].words('summary', lang)}\n")
    output.table(ask.Table(disputes.columns, disputes.rows[:FIRST_ROWS]), "table")
    answer = ask.run(graph, QUESTION, lang=lang)
    typer.echo(f"\n{names[QUESTION].words('summary', lang)} {len(answer.rows)} of {built.summary['claims']} claims:\n")
    for why, count in Counter(row["why"] for row in answer.rows).most_common():
        typer.echo(f"  {count:<4} {why}")
    shown = [c for c in answer.columns if c in ("claim", "said_by", "why")]
    typer.echo(f"\nThe first {min(FIRST_ROWS, len(answer.rows))}:\n")
    output.table(ask.Table(shown, [{c: row[c] for c in shown} for row in answer.rows[:FIRST_ROWS]]), "table")
    typer.echo(f"\nkg ask {QUESTION} shows them all, kg ask lists the questions.")
    if strict and built.problems:
        raise typer.Exit(1)


def _number(value: int | dict[str, int]) -> str:
    if isinstance(value, dict):
        return f"{sum(value.values()):<6}" + ", ".join(f"{n} {name}" for name, n in value.items() if n)
    return str(value)
