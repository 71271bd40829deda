"""`kg dispute`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Include, Lang, Language, Out, TableFormat, Text


def dispute(
    case: Case = None,
    built: Built = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="CLAIM", help="All that is known of this claim's dispute.", show_default=False)
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="ACTOR", help="Only how this party met what others say.", show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Claims that nobody disputes, too.")] = False,
    reported: Annotated[bool, typer.Option("--reported", help="What is reported beside the original.")] = False,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the table.")] = TableFormat.table,
    text: Text = None,
    out: Out = None,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Tell the state of the dispute: which arguments stand in this corpus, and how each party met each claim."""
    from kg import quotes
    from kg.dispute import reported as telling
    from kg.dispute import table
    from kg.dispute.standing import Dispute
    from kg.parameters import node
    from kg.problems import KgError

    if reported and (about or everything):
        raise typer.BadParameter("--reported is an answer of its own: leave out --about and --all")
    held = source.held(built, case, text, lang, include=include, annotators=annotators)
    whose = node(held.store, party, ("actor",), "--party") if party else ""
    claim = node(held.store, about, ("claim",), "--about") if about else ""
    # Whether annotators count was settled when the graph was made.
    found = Dispute(held.store, lang=lang.value, quoted=quotes.words(held.store, text or ()))
    if whose and whose not in found.facts.parties:
        named = ", ".join(one.rpartition("/")[2] for one in found.facts.parties)
        raise KgError(f"'{party}' is no declared party: name one of {named}")
    if claim and claim not in found.facts.restated:
        raise KgError(f"'{about}' stands in an annotator's own file: add --annotators")
    if reported:
        output.table(telling.table(found, lang.value, party=whose), fmt, out)
    elif claim:
        output.table(table.account(found, claim, lang.value, party=whose), fmt, out)
    else:
        output.table(table.overview(found, lang.value, party=whose, everything=everything), fmt, out)
    if held.withheld:
        output.say("something is withheld: what is confidential in this case is not told here")
