"""What came out of one calculation: computed beside stated, in the reading that serves the statement best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.audit.calculation import Calculation
from kg.audit.interval import Interval, Number
from kg.audit.series import Step

if TYPE_CHECKING:
    from kg.audit.hypothesis import Hypothesis


#: Kinds that are compared step by step, and "same": values that should be one.
SERIES = ("comparison", "range", "trend", "co-movement", "same")


#: Outcomes, the best first: of several readings the best is told, with the others beside it.
OUTCOMES = ("consistent", "consistent-by-rounding", "incomplete", "inconsistent", "conflict", "not-comparable", "not-checkable")


@dataclass(frozen=True)
class Checked:
    """What came out, in the reading that serves the statement best.

    `outcome` is one of `OUTCOMES`. `computed` and `stated` are in the unit of the result (percent for a percentage); of a
    range or a trend `computed` spans the values or the steps. `reason` says why there is no outcome: a key of the phrases
    `reason.…`. `remainder` is what an incomplete sum leaves. `readings` are the outcomes under the readings of a mark that
    can be a decimal or a thousands one. `known` are other figures, for the diagnosis: name, number. `tags` are the
    parts' periods, as files write them, and `names` words what `known` is called by, in a language.
    """

    calculation: Calculation
    outcome: str
    computed: Interval | None = None
    stated: Interval | None = None
    steps: tuple[Step, ...] = ()
    reason: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    known: tuple[tuple[str, Number], ...] = ()
    lang: str = "en"
    printed: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    names: Callable[[str, str], str] | None = field(default=None, repr=False, compare=False)

    @property
    def kind(self) -> str:
        return self.calculation.kind

    def named(self, name: str, lang: str) -> str:
        """What a known figure is called."""
        return self.names(name, lang) if self.names else name

    @property
    def remainder(self) -> Interval | None:
        if self.outcome != "incomplete" or self.computed is None or self.stated is None:
            return None
        return self.stated - self.computed

    @property
    def gap(self) -> Number:
        """How far what is computed is from what is stated, of steps the furthest; 0 where they meet."""
        if self.steps:
            return max((step.computed.gap(step.target) for step in self.steps), default=0)
        return self.computed.gap(self.stated) if self.computed and self.stated else 0

    @cached_property
    def diagnosis(self) -> tuple[Hypothesis, ...]:
        """The smallest changes that would mend an inconsistency, the smallest first; none where none is small."""
        from kg.audit import diagnosis

        return diagnosis.diagnose(self)

    @cached_property
    def severity(self) -> str:
        """`matters` or `wording`: whether the difference goes beyond how numbers are worded and rounded."""
        from kg.audit import severity

        return severity.of(self)

    def text(self, lang: str = "en") -> str:
        """One to three sentences."""
        from kg.audit import sentence

        return sentence.of(self, lang)

    def __str__(self) -> str:
        return self.text(self.lang)
