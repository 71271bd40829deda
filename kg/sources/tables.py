"""What was found out as tables: columns that a reader knows, in a language."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ask import Table
from kg.grammar import REPORTED
from kg.sources import fragility, sentence
from kg.sources.assessment import Assessment, Naming
from kg.sources.parties import Party
from kg.sources.phrases import heads, say
from kg.sources.rung import Rung
from kg.sources.sensitivity import Change

_AND = "; "
Row = dict[str, str]


def claims(assessments: Iterable[Assessment], lang: str, naming: Naming, reference: Naming) -> Table:
    """A row for each claim that somebody makes: on whose word it rests, and what would settle what is not known."""
    columns = ["claim", "said_by", "standing", "document", "rung", "sources", "roots", "k_low", "k_high", "unknown", "id"]
    return _table(columns, [_claim(one, lang, naming, reference) for one in assessments if one.claimants], lang, "caveat")


def fragile(assessments: Iterable[Assessment], lang: str, naming: Naming, reference: Naming) -> Table:
    """The fewest roots without which each claim would stand elsewhere, those of most claims first."""
    made = [one for one in assessments if one.claimants]
    bearing = {root: len(some) for root, some in fragility.bearing(made)}
    rows = []
    for one in made:
        if roots := one.fragility.roots:
            named = {**_named(one, lang, naming, reference), "without": _AND.join(sentence.root(r, lang, naming) for r in roots)}
            bears = max(bearing.get(root, 0) for root in roots)
            rows.append((-bears, {**named, "then": say(one.fragility.rung.key, lang), "bears": str(bears)}))
    columns = ["claim", "document", "rung", "without", "then", "bears", "id"]
    return _table(columns, [row for _, row in sorted(rows, key=lambda pair: (pair[0], _rank(pair[1])))], lang, "caveat", ordered=True)


def sensitive(changes: Iterable[Change], lang: str, naming: Naming, reference: Naming) -> Table:
    """The claims whose rung depends on a parameter."""
    rows = [
        {**_named(one.before, lang, naming, reference), "parameter": one.parameter, "then": sentence.rung(one.after, lang)}
        for one in changes
        if one.before.claimants
    ]
    return _table(["claim", "document", "rung", "parameter", "then", "id"], rows, lang, "caveat.sensitivity")


def by_party(rows: Iterable[Party], lang: str, naming: Naming) -> Table:
    """The same columns for every party, each number with what it is of; no totals."""
    columns = {("not_known" if rung is Rung.UNKNOWN else rung.key): rung for rung in (*sorted(Rung)[1:], Rung.UNKNOWN)}
    made = []
    for one in rows:
        counts = {column: say("of", lang, some=str(one.rungs[rung]), all=str(one.claims)) for column, rung in columns.items()}
        read = {key: str(one.read[key]) for key in ("full", "part", "mention")}
        row = {"party": naming(one.party, lang), "how": say("reported" if one.reported else "directly", lang), **counts}
        row["documents"] = say("base", lang, all=str(one.documents), **read)
        row["reviewed"] = say("base.reviewed", lang, some=str(one.reviewed), all=str(one.documents))
        made.append(row)
    return _table(["party", "how", "documents", "reviewed", *columns], made, lang, "caveat.party", ordered=True)


def _claim(one: Assessment, lang: str, naming: Naming, reference: Naming) -> Row:
    directly = {speaker for said in one.claim.assertions if not said.reported for speaker in said.speakers}
    who = [f"{naming(actor, lang)}{'' if actor in directly else REPORTED[lang]}" for actor in one.claimants]
    return {
        **_named(one, lang, naming, reference),
        "said_by": _AND.join(who),
        "standing": say(f"standing.{one.standing.key}", lang),
        "sources": sentence.sources(one.pieces, lang, naming),
        "roots": _AND.join(sentence.root(root, lang, naming) for root in one.roots),
        "k_low": str(one.k_low),
        "k_high": sentence.bounds(one.k_high, lang),
        "unknown": _AND.join(sentence.review(one.to_review, lang, naming)),
    }


def _named(one: Assessment, lang: str, naming: Naming, reference: Naming) -> Row:
    where = naming(one.claim.document, lang) if one.claim.document else ""
    return {"claim": naming(one.claim.id, lang), "document": where, "rung": sentence.rung(one, lang), "id": reference(one.claim.id, lang)}


def _table(columns: list[str], rows: list[Row], lang: str, caveat: str, *, ordered: bool = False) -> Table:
    made = rows if ordered else sorted(rows, key=_rank)
    return Table(columns, [{column: row[column] for column in columns} for row in made], [], heads(columns, lang), lang, say(caveat, lang))


def _rank(row: Row) -> tuple[str, str]:
    return row["claim"].casefold(), row["id"]
