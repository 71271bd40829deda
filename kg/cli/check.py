"""`kg check`."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.options import Cases, Include, Lang, Language, Strict, Text


class Format(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"


def check(
    cases: Cases = None,
    text: Text = None,
    strict: Strict = False,
    include: Include = None,
    fmt: Annotated[Format, typer.Option("-f", "--format", help="Format of the problems.")] = Format.text,
    lang: Language = Lang.en,
) -> None:
    """Say what is wrong in cases, where, and how to mend it; write nothing."""
    from kg import build, resources
    from kg.problems import CaseError, Problem

    problems: list[Problem] = []
    try:
        with output.working("checking"):
            built = build.assemble(cases or [resources.first_case()], text or (), lang, include=include or ())
        problems = built.problems
        for found in built.unmatched:
            output.say(output.unmatched(found))
    except CaseError as error:
        problems = error.problems
    if fmt is Format.json:
        typer.echo(json.dumps([{**asdict(p), **asdict(p.place)} | {"place": str(p.place)} for p in problems], indent=2, ensure_ascii=False))
    else:
        for problem in problems:
            typer.echo(str(problem))
    errors = sum(p.severity == "error" for p in problems)
    output.say(f"{output.count(errors, 'error')}, {output.count(len(problems) - errors, 'warning')}")
    if errors or (strict and problems):
        raise typer.Exit(1)
