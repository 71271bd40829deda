"""How many rows of answers rest on what is confidential."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import pyoxigraph as ox

from kg import ask, store


class Withheld(Mapping[str, int]):
    """Question → the number of rows that its answer has in the whole graph only, for those that have any.

    Counted when it is asked for: most commands ask of one question or of none. `whole` gives the graph with everything
    that is confidential; it is looked at here and nowhere else.
    """

    def __init__(self, shown: list[ox.Quad], whole: Callable[[], list[ox.Quad]]) -> None:
        self._shown, self._whole = shown, whole
        self._counted: dict[str, int] = {}

    @cached_property
    def _graphs(self) -> tuple[ox.Store, ox.Store]:
        return store.memory(self._whole()), store.memory(self._shown)

    def __getitem__(self, question: str) -> int:
        if question not in self._counted:
            # What is not known is no part of a result.
            whole, shown = (
                Counter(tuple(value for column, value in row.items() if column != "unknown") for row in ask.run(graph, question).rows)
                for graph in self._graphs
            )
            self._counted[question] = (whole - shown).total()
        return self._counted[question]

    def __iter__(self) -> Iterator[str]:
        return (question for question in ask.questions() if self[question])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)
