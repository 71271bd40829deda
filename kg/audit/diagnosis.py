"""What would mend a calculation that does not come out: the smallest single changes, found by search.

For every number in it the values are worked out that would make it come out, all else as it is (`Kind.solve`); then the numbers
that a small slip would have made of it are looked for among these: two digits exchanged, a part counted twice, another known
figure. What is found is arithmetic and no explanation. Beside each stands how many candidates of its kind were tried, and how
many of them would have fitted by chance alone: candidates whose change is at most twice the gap, spread evenly over that range,
fall into the gap's window with the probability (window + one unit of the last place) / (four gaps + that unit). Where chance alone
would give one or more, nothing is said.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kg.audit.hypothesis import RESULT, Hypothesis
from kg.audit.rereadings import rereadings
from kg.audit.search import Search
from kg.audit.slips import FAMILIES

if TYPE_CHECKING:
    from kg.audit.checked import Checked

#: Kind of change → how much it changes: what is ranked by first. Readings change no number.
COST = {
    "rounding": 0, "points": 0, "percent-of": 1, "direction": 1, "base-exchanged": 1, "complement": 1,
    "counted-twice": 2, "left-out": 2, "sign": 2, "digits-swapped": 3, "scale": 3, "other-figure": 4, "another-base": 4, "unlisted": 6,
}  # fmt: skip


#: More than these are not told.
MOST = 5


#: Kinds whose numbers are looked at one by one.
_SEARCHED = frozenset({"sum", "difference", "average", "share", "change", "ratio", "grim", "same"})


def diagnose(checked: Checked) -> tuple[Hypothesis, ...]:
    """The smallest changes that would mend it, ranked by how little they change, then by how unlikely chance is; none where none
    is small. Takes time in proportion to the parts, the known figures and their product at most."""
    if checked.outcome not in ("inconsistent", "conflict"):
        return ()
    found = [*rereadings(checked)]
    if checked.computed is not None and checked.kind in _SEARCHED:
        search = Search(checked)
        for kind, make in FAMILIES:
            found += search.family(kind, make)
        found += search.scales()
    ranked = sorted((one for one in found if one.expected < 1), key=lambda one: (COST[one.kind], one.expected, one.place, one.new))
    unlisted = _unlisted(checked) if ranked else ()
    return (*ranked[: MOST - len(unlisted)], *unlisted)


def _unlisted(checked: Checked) -> tuple[Hypothesis, ...]:
    """Beside another hypothesis on a sum that is too small: something that is not listed would do as well."""
    if checked.kind != "sum" or not checked.computed or not checked.stated or not checked.computed.below(checked.stated):
        return ()
    stated = checked.calculation.stated
    missing = (checked.stated - checked.computed).middle
    if stated is None or missing is None:
        return ()
    return (Hypothesis("unlisted", RESULT, stated.value, missing, 1, Fraction(0), "", checked.stated),)
