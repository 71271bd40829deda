"""What matters, and what is wording."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kg.audit import check
from kg.audit.severity import rounder
from kg.audit.stated import parse


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "options", "severity"),
    [
        ("sum", ["36", "47", "30"], "113", {}, "wording"),
        ("sum", ["36", "47", "30"], "160", {}, "matters"),
        ("sum", ["36", "47", "30"], "114", {}, "wording"),  # 1 of 114 is less than a hundredth
        ("sum", ["36", "47", "30"], "115", {}, "matters"),
        ("sum", ["36", "47", "30"], "110", {}, "wording"),  # 113 is 110 to the nearest ten
        ("sum", ["36", "47", "30"], "120", {}, "matters"),
        ("sum", ["900", "99"], "1009", {}, "wording"),  # 10 of 1009
        ("sum", ["900", "99"], "1011", {}, "matters"),
        ("sum", ["900", "99"], "989", {}, "matters"),  # 10 of 989 is more than a hundredth
        ("sum", ["900", "89"], "1000", {}, "wording"),
        ("sum", ["144", "10"], "160", {"complete": False}, "wording"),
        ("sum", ["144"], "160", {"complete": False}, "wording"),  # a tenth is left: just little
        ("sum", ["143"], "160", {"complete": False}, "matters"),
        ("range", ["850", "766", "685", "920"], "600–900", {}, "wording"),
        ("range", ["850", "951"], "600–900", {}, "matters"),
        ("range", ["850", "950"], "600–900", {}, "wording"),
        ("range", ["550"], "600–900", {}, "wording"),
        ("range", ["540"], "600–900", {}, "matters"),
        ("sum", ["30", "25"], "100", {}, "matters"),  # no rounding goes beyond a tenth
        ("sum", ["60", "35"], "100", {}, "wording"),
        ("sum", ["45%", "30%", "20%"], "100%", {}, "matters"),  # all is no round number
        ("sum", ["49%", "30%", "20%"], "100%", {}, "wording"),
        ("change", ["120", "150"], "20%", {}, "matters"),
        ("change", ["100", "121"], "20%", {}, "wording"),
        ("share", ["144", "160"], "87%", {}, "matters"),
        ("share", ["35", "38"], "93%", {}, "wording"),  # 0.4 of 93
        ("share", ["2", "3"], "66%", {}, "wording"),
        ("change", ["920", "193"], "60%", {}, "matters"),
        ("change", ["920", "462"], "rose by 50%", {}, "matters"),
        ("ratio", ["850", "193"], "almost five times", {}, "matters"),
        ("grim", ["28"], "5.19", {}, "matters"),
        ("trend", ["1000", "999"], "rising", {}, "matters"),
        ("co-movement", [["1", "2"], ["1", "2"]], "opposite", {}, "matters"),
        ("comparison", ["1000", "1005"], "each", {}, "wording"),
        ("comparison", ["1000", "1020"], "each", {}, "matters"),
        ("same", ["160", "154"], None, {}, "matters"),
        ("same", ["160", "159"], None, {}, "wording"),
        ("same", ["160", "160"], None, {}, "wording"),
        ("sum", ["1", None], "2", {}, "wording"),
    ],
)  # fmt: skip
def test_severity(kind: str, parts: Any, stated: Any, options: dict[str, Any], severity: str) -> None:
    assert check(kind, parts, stated, **options).severity == severity


@pytest.mark.parametrize(
    ("printed", "half"), [("900", 50), ("910", 5), ("912", Fraction(1, 2)), ("4.8", Fraction(1, 20)), ("4.80", Fraction(1, 200)),
                         ("45 thousand", 500)]
)  # fmt: skip
def test_rounder(printed: str, half: Fraction | int) -> None:
    assert rounder(parse(printed, "en")[0]) == half
