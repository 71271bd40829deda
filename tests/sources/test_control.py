"""Control upwards over ties, at a time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kg.sources.control import Control, carries, holds
from kg.sources.model import ANY, Span, Tie
from kg.sources.parameters import CARRYING, DEFAULT, ENDS, Parameters

YEAR = Span(date(2024, 1, 1), date(2024, 12, 31))
MAY = Span(date(2024, 5, 1), date(2024, 5, 31))
ALWAYS = {"held": ANY, "within": ANY}


@pytest.mark.parametrize("kind", ENDS)
def test_each_kind_goes_upwards(kind: str) -> None:
    control = Control([Tie("t", "a", kind, "b", **ALWAYS)], {}, Parameters(frozenset(ENDS)))  # type: ignore[arg-type]
    up = {one: set(control.above(one, MAY).certain) for one in "ab"}
    low = {"holds": "ab", "member-of": "a", "part-of": "a", "acts-for": "a"}.get(kind, "b")
    assert {one for one in "ab" if len(up[one]) == 2} == set(low)


@pytest.mark.parametrize(
    ("held", "within", "when", "expected"),
    [
        (YEAR, YEAR, MAY, True),
        (MAY, MAY, YEAR, None),
        (MAY, MAY, Span(date(2024, 6, 1), date(2024, 6, 1)), False),
        (MAY, ANY, Span(date(2024, 6, 1), date(2024, 6, 1)), None),
        (None, ANY, MAY, None),
        (YEAR, YEAR, ANY, None),
        (ANY, ANY, ANY, True),
        (Span(date(2024, 1, 1), None), Span(date(2024, 1, 1), None), MAY, True),
        (Span(None, date(2023, 12, 31)), Span(None, date(2023, 12, 31)), MAY, False),
    ],
)
def test_when_a_tie_holds(held: Span | None, within: Span, when: Span, *, expected: bool | None) -> None:
    assert holds(Tie("t", "a", "employs", "b", held, within), when) is expected


def test_what_was_set_aside_may_hold() -> None:
    assert holds(Tie("t", "a", "employs", "b", YEAR, YEAR, doubtful=True), MAY) is None


@pytest.mark.parametrize(
    ("share", "threshold", "expected"),
    [
        ((Fraction(1, 2), Fraction(1, 2)), Fraction(1, 2), True),
        ((Fraction(1, 3), Fraction(1, 2)), Fraction(1, 2), None),
        ((Fraction(1, 3), Fraction(1, 3)), Fraction(1, 2), False),
        (None, Fraction(1, 2), None),
        (None, Fraction(0), True),
        ((Fraction(1), Fraction(1)), None, False),
    ],
)
def test_funding(share: tuple[Fraction, Fraction] | None, threshold: Fraction | None, *, expected: bool | None) -> None:
    assert carries(Tie("t", "a", "funds", "b", share=share), Parameters(threshold=threshold), {}) is expected


def test_what_a_tie_says_itself_counts_before_its_kind() -> None:
    assert carries(Tie("t", "a", "oversees", "b", controls=True), DEFAULT, {}) is True
    assert carries(Tie("t", "a", "employs", "b", controls=False), DEFAULT, {}) is False


def test_an_organisation_in_an_umbrella_and_a_person_in_a_group() -> None:
    kinds = {"a": "organisation", "b": "organisation", "p": "person"}
    assert carries(Tie("t", "a", "member-of", "b"), DEFAULT, kinds) is False
    assert carries(Tie("t", "a", "member-of", "b"), Parameters(umbrella=True), kinds) is True
    assert carries(Tie("t", "p", "member-of", "b"), DEFAULT, kinds) is True


def test_a_circle_of_ties_ends() -> None:
    ties = [Tie(f"t{n}", one, "part-of", other, **ALWAYS) for n, (one, other) in enumerate([("a", "b"), ("b", "c"), ("c", "a")])]  # type: ignore[arg-type]
    assert set(Control(ties, {}).above("a", MAY).certain) == {"a", "b", "c"}


def test_over_a_tie_that_may_hold_everything_above_may() -> None:
    ties = [Tie("t", "a", "part-of", "b"), Tie("u", "b", "part-of", "c", **ALWAYS)]  # type: ignore[arg-type]
    reach = Control(ties, {}).above("a", MAY)
    assert (set(reach.certain), set(reach.possible)) == ({"a"}, {"b", "c"})
    assert [step.top for step in Control(ties, {}).path("a", MAY, "c")] == ["b", "c"]


def test_the_defaults_are_those_of_the_design() -> None:
    assert frozenset(ENDS) - CARRYING == {"funds", "oversees"}
    assert DEFAULT.threshold is None
