"""Which claims have no source known to be independent, and why: the question's answer, by claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg import ask, questions, store

QUESTION = "claims-without-independent-source"
_SELECT = "SELECT (?says AS ?claim)"


@dataclass(frozen=True)
class Reason:
    """`level` is the question's own rank of the best source, `who` the sources it names."""

    why: str
    level: str
    who: tuple[str, ...]


Unsourced = dict[str, Reason]


def unsourced(held: ox.Store, keys: Mapping[str, str], lang: str) -> Unsourced:
    """Claim → reason; `keys` has case → what ids of its things begin with.

    The question answers in words; asked for the claim itself too, it tells apart what is worded alike.
    """
    question = questions.find(QUESTION)
    text = question.fill({"lang": str(ox.Literal(lang))}).replace(_SELECT, f"SELECT ?made ?best ?third {_SELECT.partition(' ')[2]}", 1)
    made: Unsourced = {}
    with store.reading():
        for row in ask.table(store.query(held, text)).rows:
            for case, key in keys.items():
                if row["made"].startswith(case + "/"):
                    who = tuple(name for names in row["third"].split("; ") for name in names.split(", ")) if row["best"] == "3" else ()
                    made[key + row["made"].removeprefix(case + "/")] = Reason(row["why"], row["best"], who)
    return made
