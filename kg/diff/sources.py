"""Which claims have no source known to be independent, and why: the question's answer, by claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg import ask, rdf
from kg.labels import Labels

QUESTION = "claims-without-independent-source"


@dataclass(frozen=True)
class Reason:
    """`level` is the question's own rank of the best source, `who` the sources it names."""

    why: str
    level: str
    who: tuple[str, ...]


Unsourced = dict[str, Reason]


def unsourced(held: ox.Store, keys: Mapping[str, str], lang: str) -> Unsourced:
    """Claim → reason; `keys` has case → what ids of its things begin with.

    The answer's terms tell apart what is worded alike, and whom a reason names.
    """
    made: Unsourced = {}
    answer = ask.run(held, QUESTION, lang=lang)
    labels = Labels(held, lang)
    for row, terms in zip(answer.rows, answer.terms, strict=True):
        claim, why = rdf.text(terms["id"]), rdf.text(terms["why"])
        for case, key in keys.items():
            if claim.startswith(case + "/"):
                who = tuple(sorted({labels.of(one) for one in re.findall("<([^>]+)>", why)}))
                made[key + claim.removeprefix(case + "/")] = Reason(row["why"], why.split("}")[0], who)
    return made
