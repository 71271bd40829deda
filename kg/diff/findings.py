"""Findings before and after: which came out otherwise, and which alarms are new or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg import rdf
from kg.names import FINDINGS, KG

#: That numbers do not go together is told where such a finding is new or gone, too; of others only that they came out otherwise.
ALARMS = frozenset({"inconsistent", "conflict"})


@dataclass
class Result:
    """What a rule found: the finding's id, the ids of its inputs as they are called after, the outcome's name."""

    id: str
    rule: str = ""
    outcome: str = ""
    inputs: frozenset[str] = frozenset()


Pairs = list[tuple[Result | None, Result | None]]


def of(quads: Iterable[ox.Quad], keys: Mapping[str, str]) -> dict[str, Result]:
    """The findings in a graph's quads by id; `keys` has case → what ids of its things begin with."""
    made: dict[str, Result] = {}
    graphs = {f"{case}/{FINDINGS}": case for case in keys}
    for quad in quads:
        graph, subject, predicate, value = rdf.texts(quad)
        case = graphs.get(graph)
        if case is None or predicate not in _READ:
            continue
        id_ = keys[case] + subject.removeprefix(f"{case}/{FINDINGS}/")
        one = made.setdefault(id_, Result(id_))
        if predicate == KG + "input":
            one.inputs |= {keys[case] + value.removeprefix(f"{case}/")}
        else:
            setattr(one, predicate.removeprefix(KG), value.rpartition("/")[2])
    return {id_: one for id_, one in made.items() if one.outcome}


_READ = frozenset(KG + one for one in ("rule", "outcome", "input"))


def pairs(before: Mapping[str, Result], after: Mapping[str, Result], now: Mapping[str, str]) -> Pairs:
    """The same findings on both sides, None where one is new or gone; `now` is what things are called after, by what they were.

    A finding has the name of what it is about. One that follows from figures alone may get the name of another of them: it is the
    same where its rule is and where it has figures in common.
    """
    named = {_renamed(id_, now): one for id_, one in before.items()}
    found: Pairs = [(named[id_], after[id_]) for id_ in sorted(named.keys() & after)]
    gone = [named[id_] for id_ in sorted(named.keys() - after)]
    for id_ in sorted(after.keys() - named):
        new = after[id_]
        alike = [one for one in gone if one.rule == new.rule and _implied(one) and _implied(new)]
        same = next((one for one in alike if {now.get(each, each) for each in one.inputs} & new.inputs), None)
        if same:
            gone.remove(same)
        found.append((same, new))
    return [*found, *((one, None) for one in gone)]


def _implied(one: Result) -> bool:
    """Whether nobody states what it is on: then it is called by a figure, the rule and the figures' names."""
    return f"/{one.rule}/" in one.id


def _renamed(id_: str, now: Mapping[str, str]) -> str:
    """A finding's id, with what it is about called as after."""
    parts = id_.split("/")
    for at in range(len(parts), 0, -1):
        start = "/".join(parts[:at])
        if start in now:
            return "/".join([now[start], *parts[at:]])
    return id_
