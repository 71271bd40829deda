"""Arithmetic that others have published, as `kg.audit.check` gives it: XBRL Calculations 1.1, and GRIM.

Only facts are taken: the numbers, and what was said to come of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

HOLDS = ("consistent", "consistent-by-rounding")
ROUNDED = ("consistent-by-rounding",)
FAILS = ("inconsistent",)

# XBRL Calculations 1.1 (Recommendation of 22 February 2023), sections 3 and 4: a value with `decimals` d is all of
# v ± ½·10⁻ᵈ, both ends included; truncated, it is from v up to, not including, v + 10⁻ᵈ (below 0 the mirror of that, at 0
# both sides, open); intervals are weighted and added, and the total agrees where its interval meets theirs.
XBRL: list[tuple[str, list[str], str, dict[str, Any], tuple[str, ...]]] = [
    ("rounded to units", ["27", "15"], "41", {"decimals": 0}, ROUNDED),
    ("exact", ["27", "15"], "41", {"decimals": math.inf}, FAILS),
    ("exact and right", ["27", "15"], "42", {"decimals": math.inf}, ("consistent",)),
    ("further than that", ["27", "15"], "40", {"decimals": 0}, FAILS),
    ("a third each, total in units", ["33.3", "33.3", "33.3"], "100", {"decimals": [1, 1, 1, 0]}, ROUNDED),
    ("a third each, total in tenths", ["33.3", "33.3", "33.3"], "100.0", {"decimals": 1}, ROUNDED),
    ("a third each, exact", ["33.3", "33.3", "33.3"], "100", {"decimals": math.inf}, FAILS),
    ("ends touch", ["10"], "11", {"decimals": 0}, ROUNDED),
    ("ends just do not touch", ["10.0"], "10.2", {"decimals": 1}, FAILS),
    ("ends touch, thousands", ["1000", "1000", "1000"], "5000", {"decimals": -3}, ROUNDED),
    ("ends do not touch, thousands", ["1000", "1000", "1000"], "6000", {"decimals": -3}, FAILS),
    ("one part exact", ["27", "15"], "41", {"decimals": [math.inf, 0, 0]}, ROUNDED),
    ("only the total rounded", ["27.4", "15"], "42", {"decimals": [math.inf, math.inf, 0]}, ROUNDED),
    ("net of a cost", ["100", "30"], "70", {"decimals": math.inf, "weights": [1, -1]}, ("consistent",)),
    ("net of a cost, rounded", ["100", "30"], "71", {"decimals": 0, "weights": [1, -1]}, ROUNDED),
    ("net of a cost, off", ["100", "30"], "130", {"decimals": 0, "weights": [1, -1]}, FAILS),
    ("truncated parts fall short of their total", ["27", "15"], "43", {"decimals": 0, "truncated": True}, ROUNDED),
    ("truncated parts do not exceed their total", ["27", "15"], "41", {"decimals": 0, "truncated": True}, FAILS),
    ("truncated: the upper end is left out", ["27", "15"], "44", {"decimals": 0, "truncated": True}, FAILS),
    ("truncated below nought", ["-27", "-15"], "-43", {"decimals": 0, "truncated": True}, ROUNDED),
    ("truncated below nought, towards it", ["-27", "-15"], "-41", {"decimals": 0, "truncated": True}, FAILS),
    ("truncated nought is of both sides", ["0", "5"], "4", {"decimals": 0, "truncated": True}, ROUNDED),
    ("truncated nought is less than one", ["0", "5"], "3", {"decimals": 0, "truncated": True}, FAILS),
]


@pytest.mark.parametrize(("parts", "stated", "options", "outcomes"), [row[1:] for row in XBRL], ids=[row[0] for row in XBRL])
def test_xbrl_calculations(parts: list[str], stated: str, options: dict[str, Any], outcomes: tuple[str, ...]) -> None:
    from kg.audit import check

    assert check("sum", parts, stated, **options).outcome in outcomes


# GRIM: Brown and Heathers 2017 (doi:10.1177/1948550616673876), and who else published a row. Means of whole numbers; halves
# may have gone up or down, as that paper and scrutiny's default allow.
GRIM: list[tuple[str, int, str, str]] = [
    # who, n, mean, y(es) or n(o) a digit a mean
    ("Brown and Heathers", 28, "5.19", "n"),
    ("Brown and Heathers", 28, "5.18 5.21", "yy"),
    ("Brown and Heathers", 20, "3.45", "y"),
    ("Wikipedia, a die rolled 20 times", 20, "3.48", "n"),
    ("The Economist, 18 June 2016", 49, "5.93", "n"),
    ("Bauer and Francis 2021, groups of equal size", 20, "5.3 4.71", "yn"),
    ("Bauer and Francis 2021, 17 and 23", 17, "4.71", "y"),
    ("Bauer and Francis 2021, 17 and 23", 23, "5.3", "y"),
    ("the package grim, its README", 21, "11.09", "n"),
    ("scrutiny, test-grim.R", 28, "5.19 5.20 5.21 5.22 5.23 5.24 5.25 5.26 5.27 5.28 5.29 5.30", "nnynnnynnnyn"),
    # scrutiny's data set pigs1, and what grim_map says of it
    ("scrutiny, pigs1", 32, "7.22", "y"),
    ("scrutiny, pigs1", 25, "4.74 5.00", "ny"),
    ("scrutiny, pigs1", 29, "5.23 7.01", "nn"),
    ("scrutiny, pigs1", 24, "2.57", "n"),
    ("scrutiny, pigs1", 27, "6.77 3.14", "nn"),
    ("scrutiny, pigs1", 28, "2.68 0.24", "yn"),
    ("scrutiny, pigs1", 26, "7.38", "y"),
    ("scrutiny, pigs1", 31, "6.89", "n"),
    # and of its means at n = 40, where halves decide
    ("scrutiny, pigs1 at n = 40", 40, "7.22 4.74 5.23 2.57 6.77 2.68 7.01 7.38 3.14 6.89 5.00 0.24", "ynyyyynynnyn"),
]
# With `items`, as in scrutiny's tests: a mean of so many answers of each person.
ITEMS: list[tuple[int, int, str, str]] = [
    (120, 3, "0.150 0.151 0.152 0.153 0.154 0.155 0.156 0.157 0.158 0.159", "ynnynnynyn"),
    (28, 2, "0.80 0.81 0.82 0.83 0.84 0.85 0.86 0.87 0.88 0.89", "ynynynyyyy"),
    (40, 3, "5.90 5.71 3.50 3.82 4.61 5.24", "yyyyyy"),
]
# Percentages, which are means with two decimals more.
PERCENTAGES: list[tuple[int, str, str]] = [
    (28, "519 520 521 522 523 524 525 526 527 528 529 530", "nnynnnynnnyn"),
    (50, "6 7 8 9 10 11 12 13 14 15 16", "ynynynynyny"),
]


def _cases() -> Iterator[tuple[str, int, str, dict[str, int], str]]:
    """A name, n, a printed mean or percentage, options, and y or n."""
    for who, n, means, said in GRIM:
        yield from ((f"{who}, {mean} of {n}", n, mean, {}, each) for mean, each in zip(means.split(), said, strict=True))
    for n, many, means, said in ITEMS:
        yield from ((f"{mean} of {n} times {many}", n, mean, {"items": many}, each) for mean, each in zip(means.split(), said, strict=True))
    for n, means, said in PERCENTAGES:
        yield from ((f"{mean}% of {n}", n, f"{mean}%", {}, each) for mean, each in zip(means.split(), said, strict=True))


CASES = list(_cases())


@pytest.mark.parametrize(("total", "stated", "options", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_grim(total: int, stated: str, options: dict[str, Any], said: str) -> None:
    from kg.audit import check

    assert check("grim", [total], stated, **options).outcome in (HOLDS if said == "y" else FAILS)


@pytest.mark.parametrize(("total", "stated", "options", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_vectors_hold_by_trying_every_whole_number(total: int, stated: str, options: dict[str, Any], said: str) -> None:
    """What is copied from a page may be copied wrongly: here in whole numbers, without kg."""
    digits = stated.rstrip("%")
    places = len(digits.partition(".")[2]) + (2 if stated.endswith("%") else 0)
    shown, people = int(digits.replace(".", "")), total * options.get("items", 1)
    # |k / people - shown / 10^places| <= half of 10^-places
    assert any(abs(2 * 10**places * k - 2 * shown * people) <= people for k in range(10 * people)) == (said == "y")
