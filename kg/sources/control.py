"""Who may be controlled by whom at a time: upwards over ties, each looked at once for an actor and a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.sources.model import Span, Tie
from kg.sources.parameters import DEFAULT, ENDS, Parameters


class Step(NamedTuple):
    """One step upwards: an actor, who controls it, and the tie over which."""

    actor: str
    tie: Tie
    top: str


class Reach(NamedTuple):
    """Who controls an actor, itself included: for certain, and whoever else may; of each the last step to it (None for itself)."""

    certain: Mapping[str, Step | None]
    possible: Mapping[str, Step | None]


def holds(tie: Tie, when: Span) -> bool | None:
    """Whether a tie held at a time; None where it may have.

    >>> from datetime import date
    >>> year = Span(date(2024, 1, 1), date(2024, 12, 31))
    >>> tie = Tie("t", "a", "employs", "b", held=year, within=year)
    >>> day = lambda *ymd: Span(date(*ymd), date(*ymd))
    >>> holds(tie, day(2024, 5, 1)), holds(tie, day(2025, 1, 1)), holds(tie, Span(date(2024, 12, 1), date(2025, 1, 31)))
    (True, False, None)
    """
    if not tie.doubtful and tie.held is not None and _inside(when, tie.held):
        return True
    return False if _apart(when, tie.within) else None


def _inside(span: Span, other: Span) -> bool:
    starts = other.earliest is None or (span.earliest is not None and other.earliest <= span.earliest)
    return starts and (other.latest is None or (span.latest is not None and span.latest <= other.latest))


def _apart(span: Span, other: Span) -> bool:
    before = span.latest is not None and other.earliest is not None and span.latest < other.earliest
    return before or (other.latest is not None and span.earliest is not None and other.latest < span.earliest)


def carries(tie: Tie, parameters: Parameters, kinds: Mapping[str, str]) -> bool | None:
    """Whether a tie carries control while it holds; None where it may.

    What a tie says itself (`controls`) counts before anything else.
    """
    if tie.controls is not None:
        return tie.controls
    if tie.kind == "funds" and parameters.threshold is not None:
        return _funds(tie, parameters)
    if tie.kind not in parameters.carrying:
        return False
    umbrella = tie.kind == "member-of" and kinds.get(tie.who) == kinds.get(tie.whom) == "organisation"
    return parameters.umbrella or not umbrella


def _funds(tie: Tie, parameters: Parameters) -> bool | None:
    """At a threshold of nothing any funding carries; else an unknown share may be above it."""
    assert parameters.threshold is not None
    if "funds" in parameters.carrying or not parameters.threshold:
        return True
    if tie.share is None:
        return None
    low, high = tie.share
    return True if low >= parameters.threshold else None if high >= parameters.threshold else False


class Control:
    """The ties of a corpus, by who is controlled."""

    def __init__(self, ties: Iterable[Tie], kinds: Mapping[str, str], parameters: Parameters = DEFAULT) -> None:
        self._over: defaultdict[str, list[tuple[Tie, str, bool]]] = defaultdict(list)
        self._all: defaultdict[str, list[tuple[Tie, bool | None]]] = defaultdict(list)
        self._known: dict[tuple[str, Span], Reach] = {}
        for tie in sorted(ties, key=lambda one: one.id):
            strength = carries(tie, parameters, kinds)
            for low, top in ENDS.get(tie.kind, ()):
                ends = {"who": tie.who, "whom": tie.whom}
                self._all[ends[low]].append((tie, strength))
                if strength is not False:
                    self._over[ends[low]].append((tie, ends[top], bool(strength)))

    def ties(self, actors: Iterable[str]) -> Iterator[tuple[Tie, bool | None]]:
        """The ties over some actors, each once, and whether each carries control."""
        found = {tie.id: (tie, strength) for actor in actors for tie, strength in self._all.get(actor, ())}
        return iter(found[one] for one in sorted(found))

    def above(self, actor: str, when: Span) -> Reach:
        """Who controls an actor at a time."""
        if (actor, when) not in self._known:
            certain = self._follow({actor: None}, when, certain=True)
            possible = self._follow(dict(certain), when, certain=False)
            self._known[actor, when] = Reach(certain, {top: step for top, step in possible.items() if top not in certain})
        return self._known[actor, when]

    def _follow(self, found: dict[str, Step | None], when: Span, *, certain: bool) -> dict[str, Step | None]:
        queue = list(found)
        for actor in queue:  # grows while it is gone through: breadth first, so that paths are short
            for tie, top, sure in self._over.get(actor, ()):
                if top not in found:
                    held = holds(tie, when)
                    if held is not False and ((held and sure) or not certain):
                        found[top] = Step(actor, tie, top)
                        queue.append(top)
        return found

    def path(self, actor: str, when: Span, top: str) -> tuple[Step, ...]:
        """The steps from an actor up to one of those who may control it, () for itself."""
        reach = self.above(actor, when)
        steps: list[Step] = []
        while (step := reach.certain[top] if top in reach.certain else reach.possible[top]) is not None:
            steps.append(step)
            top = step.actor
        return tuple(reversed(steps))
