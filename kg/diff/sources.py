"""Which claims lack independent sources, and why: the question's answer, by claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg import ask, rdf
from kg.labels import Labels
from kg.sources.phrases import say

QUESTION = "claims-without-independent-source"


@dataclass(frozen=True)
class Reason:
    """`why` is told of a change, `level` is the rung and `who` are the sources: a change of words alone is none."""

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
    review = say("reason.unknown", lang, rung="", why="")  # what to review is told of the documents
    for row, terms in zip(answer.rows, answer.terms, strict=True):
        claim, rung = rdf.text(terms["id"]), rdf.text(terms["rung"])
        for case, key in keys.items():
            if claim.startswith(case + "/"):
                named = [part.partition(" — ")[0] for part in rdf.text(terms["sources"]).split("; ")]
                who = tuple(sorted({labels.of(one) for part in named for one in re.findall("<([^>]+)>", part)}))
                made[key + claim.removeprefix(case + "/")] = Reason(row["why"].partition(review)[0], rung, who)
    return made
