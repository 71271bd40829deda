"""A change that would mend a calculation, and its arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.interval import Interval, Number

if TYPE_CHECKING:
    from kg.audit.checked import Checked


#: The place of what is stated, among the places of the parts.
RESULT = -1


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A change and its arithmetic: of the number at `place` (`RESULT`: the stated one) from `old` to `new`, with the `name` of
    the other figure where there is one. `tried` candidates of its kind, of which chance alone would make `expected` fit.
    """

    kind: str
    place: int
    old: Number
    new: Number
    tried: int
    expected: Fraction
    name: str = ""
    result: Interval | None = None

    def text(self, checked: Checked, lang: str = "en") -> str:
        """A clause: "if 47 is counted twice, 36 + 47 + 30 + 47 = 160"."""
        from kg.audit import sentence

        return sentence.hypothesis(checked, self, lang)
