"""`kg sources`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import output, source
from kg.cli.options import Annotators, Built, Case, Include, Lang, Language, Out, TableFormat, Text

if TYPE_CHECKING:
    from kg.sources import Parameters


def sources(
    case: Case = None,
    built: Built = None,
    text: Text = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="CLAIM", help="Only this claim, with all that is known of it.", show_default=False)
    ] = None,
    by_party: Annotated[bool, typer.Option("--by-party", help="The same table for every party, with what it rests on.")] = False,
    sensitivity: Annotated[bool, typer.Option("--sensitivity", help="The claims that a parameter decides about.")] = False,
    fragile: Annotated[bool, typer.Option("--fragile", help="Without which sources claims would stand elsewhere.")] = False,
    threshold: Annotated[
        str | None,
        typer.Option("--funding-threshold", metavar="SHARE", help="Funding carries control from this share.", show_default=False),
    ] = None,
    control: Annotated[
        list[str] | None, typer.Option("--control", metavar="KIND", help="Only ties of these kinds carry control.", show_default=False)
    ] = None,
    fmt: Annotated[TableFormat, typer.Option("-f", "--format", help="Format of the table.")] = TableFormat.table,
    out: Out = None,
    annotators: Annotators = False,
    include: Include = None,
    lang: Language = Lang.en,
) -> None:
    """Tell on whose word claims rest: roots, third parties, what is unknown and what would settle it."""
    from kg import sources as telling
    from kg.labels import Labels
    from kg.sources import find, sentence, tables
    from kg.sources.parties import parties
    from kg.sources.sensitivity import changes

    if sum([about is not None, by_party, sensitivity, fragile]) > 1:
        raise typer.BadParameter("--about, --by-party, --sensitivity and --fragile are answers of their own: give one of them")
    parameters = _parameters(threshold, control)
    held = source.held(built, case, text, lang, include=include, annotators=annotators)
    corpus, naming = telling.corpus(held.store), telling.naming(held.store)
    references = Labels(held.store, lang.value)

    def reference(iri: str, _: str) -> str:
        return references.reference(iri)

    assessor = telling.Assessor(corpus, parameters, naming)
    if about is not None:
        told = sentence.lines(assessor.assess(corpus.claims[find.claim(corpus.claims, about)]), lang.value, naming)
        written = json.dumps(told, indent=2, ensure_ascii=False) if fmt is TableFormat.json else "\n".join(told)
        output.put(f"{written}\n".encode("utf-8", "backslashreplace"), out)
        return
    if sensitivity:
        made = tables.sensitive(changes(corpus, parameters), lang.value, naming, reference)
    elif by_party:
        made = tables.by_party(parties(corpus, assessor.all()), lang.value, naming)
    elif fragile:
        made = tables.fragile(assessor.all(), lang.value, naming, reference)
    else:
        made = tables.claims(assessor.all(), lang.value, naming, reference)
    output.table(made, fmt, out)
    if held.withheld:
        output.say("something is withheld: what is confidential in this case is not counted here")


def _parameters(threshold: str | None, control: list[str] | None) -> Parameters:
    from fractions import Fraction

    from kg.case.references import nearest
    from kg.sources.parameters import CARRYING, ENDS, Parameters

    for kind in control or ():
        if kind not in ENDS:
            raise typer.BadParameter(f"--control: there is no kind of tie '{kind}'{nearest(kind, ENDS)}: there are {', '.join(ENDS)}")
    try:
        share = None if threshold is None else Fraction(threshold.strip().removesuffix("%").strip()) / 100
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if share is not None and not (0 <= share <= 1 and threshold and threshold.strip().endswith("%")):
        raise typer.BadParameter(f"--funding-threshold is a share such as 50%, not '{threshold}'")
    return Parameters(frozenset(control) if control else CARRYING, share)
