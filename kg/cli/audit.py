"""`kg audit`."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Include, Lang, Language, Out, Text
from kg.steering import escaped

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.audit import Audit
    from kg.audit.account import Account, Entry
    from kg.findings import Finding


class Format(StrEnum):
    """How an audit is written."""

    table = "table"
    json = "json"
    md = "md"
    xlsx = "xlsx"


class Severity(StrEnum):
    """How much a finding weighs."""

    matters = "matters"
    wording = "wording"


#: Outcomes that a run can fail on.
FAILING = ("inconsistent", "conflict", "incomplete", "not-comparable", "not-checkable")
#: What a line of Markdown could begin with that makes it more than a line.
_LEADING = re.compile(r"^(?:(\d+)([.)])|([#+=-]))")


def audit(
    case: Case = None,
    built: Built = None,
    text: Text = None,
    fmt: Annotated[Format, typer.Option("-f", "--format", help="Format.")] = Format.table,
    out: Out = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="ID", help="Only what concerns this claim, document, metric, figure or calculation.", show_default=False
        ),
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="RULE", help="Only findings by this rule.", show_default=False)
    ] = None,
    severity: Annotated[Severity | None, typer.Option("--severity", help="Only what matters, or only wording.", show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all", help="Show what agrees and what cannot be checked, too.")] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option("--fail-on", metavar="OUTCOME", help=f"Exit 1 where a finding has one of: {', '.join(FAILING)}.", show_default=False),
    ] = None,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Recompute the numbers of a case: which agree, which do not, under which assumption, and what could not be checked.

    --fail-on and --rule may be given twice, or take several with commas between them. Findings that --severity, --rule or
    --about leave out make nothing fail.
    """  # fmt: skip
    from kg import audit as auditing
    from kg.audit.selection import RULES, select

    rules = _listed(rule, "--rule", RULES)
    failing = _listed(fail_on, "--fail-on", FAILING)
    if fmt is Format.xlsx and (out is None or str(out) == "-") and sys.stdout is not None and sys.stdout.isatty():
        raise typer.BadParameter("xlsx is nothing to read in a terminal: name a file with -o")
    held = source.held(built, case, text, lang.value, include=include, annotators=annotators)
    thing = _node(held.store, about) if about is not None else ""
    with output.working("auditing"):
        audits = auditing.audit(held.store)
        chosen = [select(one, rules=rules, severity=severity.value if severity else "", about=thing) for one in audits]
        made = _written(audits, chosen, fmt, lang.value, every)
    output.put(made, out)
    if any(held.withheld.values()):
        output.say("something is withheld: what is confidential in this case is not counted here")
    if any(one.outcome in failing for some in chosen for one in some):
        raise typer.Exit(1)


def _listed(given: list[str] | None, option: str, known: Sequence[str]) -> list[str]:
    """What an option names, each a known one."""
    from kg.case.references import nearest

    found = [one.strip() for text in given or () for one in text.split(",")]
    for one in found:
        if one not in known:
            raise typer.BadParameter(f"{option} '{one}'{nearest(one, known)}: there are {', '.join(known)}")
    return found


def _node(held: Store, name: str) -> str:
    from kg.explain import find

    return find.node(held, name)


def _written(audits: Sequence[Audit], chosen: Sequence[Sequence[Finding]], fmt: Format, lang: str, every: bool) -> bytes:
    from kg.audit import account, told

    if fmt is Format.json:
        return (json.dumps(told.told(audits, chosen), indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
    if fmt is Format.xlsx:
        from kg.export import audited

        return audited.workbook(audits, chosen, lang)
    named = len(audits) == 1
    accounts = [account.account(one, some, lang, every=every, named=named) for one, some in zip(audits, chosen, strict=True)]
    write = _markdown if fmt is Format.md else _table
    return "\n".join(write(one, lang) for one in accounts).encode("utf-8", "backslashreplace")


def _table(told: Account, lang: str) -> str:
    """Findings as blocks, for a terminal; wrapped, never cut."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    width = max(shutil.get_terminal_size((output.WIDTH, 24)).columns, 40) if terminal else output.WIDTH
    lines = [told.title]
    number = 0
    for heading, entries in told.sections:
        lines += ["", f"{heading} ({len(entries)})"]
        for entry in entries:
            number += 1
            lines += ["", *_block(entry, number, width, lang)]
    lines += ["", told.looked_heading, *(_wrapped(f"  {line}", width, "    ") for line in told.looked)]
    lines += [_wrapped(f"    {name} · {words}", width, "      ") for name, words in told.unrelated]
    lines += ["", _wrapped(told.fair, width)]
    return "\n".join(lines) + "\n"


def _block(entry: Entry, number: int, width: int, lang: str) -> list[str]:
    from kg.audit.account import say

    beside = [(say("document", lang), entry.document), *((say("claim", lang), claim) for claim in entry.claims), *entry.further]
    return [
        f"{number}  {entry.outcome} · {entry.rule}",
        _wrapped(f"   {entry.explanation}", width, "   "),
        *(_wrapped(f"   – {name}: {words}", width, "     ") for name, words in beside),
        f"   kg explain {entry.id}",
    ]


def _wrapped(text: str, width: int, indent: str = "") -> str:
    first = re.match(" *", text)
    lead = first[0] if first else ""
    plain = " ".join(escaped(text).split())
    return fill(plain, width, initial_indent=lead, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _markdown(told: Account, lang: str) -> str:
    """A page to paste; nothing in the texts is mark-up."""
    from kg.audit.account import say

    parts = [f"# {output.marked(told.title)}"]
    for heading, entries in told.sections:
        parts.append(f"## {output.marked(heading)}")
        for entry in entries:
            beside = [(say("document", lang), entry.document), *((say("claim", lang), claim) for claim in entry.claims), *entry.further]
            parts += [f"### {output.marked(entry.outcome)}: {output.marked(entry.rule)}", _line(entry.explanation)]
            parts.append("\n".join(f"- {output.marked(name)}: {output.marked(words)}" for name, words in beside) + f"\n- `{entry.id}`")
    parts += [f"## {output.marked(told.looked_heading)}", "\n".join(f"- {output.marked(line)}" for line in told.looked)]
    if told.unrelated:
        parts.append("\n".join(f"- `{name}` {output.marked(words)}" for name, words in told.unrelated))
    parts.append(_line(told.fair))
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    """A paragraph that is no heading, list or rule."""
    return _LEADING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", output.marked(text))
