"""Periods: what is one, and which days it has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.case import period

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2025-05-13", "2025-05-13", "2025-05-13"),
        ("2020..2022", "2020-01-01", "2022-12-31"),
        ("2025-05-13..2025-05-31", "2025-05-13", "2025-05-31"),
        ("2025-05..2025-05-10", "2025-05-01", "2025-05-10"),
        ("2020..2020", "2020-01-01", "2020-12-31"),
        ("2022..", "2022-01-01", None),
        ("..2022-06", None, "2022-06-30"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_days(written: str, earliest: str | None, latest: str | None) -> None:
    read = period.parse(written)
    assert read is not None
    assert read.written == written
    assert (read.earliest and read.earliest.isoformat(), read.latest and read.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "..",
        "20",
        "202",
        "20255",
        "0000",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "2023-02-30",
        "2020-1-1",
        "2020-1",
        "2022..2020",
        "2020...2021",
        "2020..2021..2022",
        "2020-2021",
        "2020–2021",
        " 2020",
        "2020 ",
        "2020\n",
        "2020/2021",
        "2020 .. 2021",
        "-2020",
        "٢٠٢٠",
        "2020-01-01T00:00",
        "20200101",
        "2020-W01",
        "2020-001",
        "2.020",
        "+2020",
        "2O20",
        "today",
        "~",
        "2020.",
        "2020-",
    ],
)
def test_no_period(written: str) -> None:
    assert period.parse(written) is None


@given(DAYS, DAYS)
def test_a_range_is_its_two_days_and_none_ends_before_it_begins(one: date, other: date) -> None:
    read = period.parse(f"{one}..{other}")
    assert (read is None) == (one > other)
    if read:
        assert (read.earliest, read.latest) == (one, other)


@given(DAYS)
def test_a_month_ends_the_day_before_the_next(day: date) -> None:
    read = period.parse(f"{day:%Y-%m}".rjust(7, "0"))
    assert read is not None
    assert read.earliest is not None
    assert read.latest is not None
    assert read.earliest.day == 1
    assert read.earliest <= day <= read.latest
    assert read.latest == date.max or (read.latest + timedelta(days=1)).day == 1


@given(st.text(st.sampled_from("0123456789-.٠ "), max_size=24))
def test_what_is_read_is_kept_as_written(text: str) -> None:
    read = period.parse(text)
    if read:
        assert read.written == text
        assert text.isascii()
        assert read.earliest or read.latest


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("31.12.2019", "2019-12-31"),
        ("12/31/2019", "2019-12-31"),
        ("1.2.2019", "2019-02-01"),
        ("05.2019", "2019-05"),
        ("2019.5", "2019-05"),
        ("20191231", "2019-12-31"),
        ("2019-2020", "2019..2020"),
        ("2019–2020", "2019..2020"),
        ("2019/2020", "2019..2020"),
        ("2019-20", "2019..2020"),
        ("2022..2020", "2020..2022"),
        ("2019-13", "2019-12-31, 2019-05 or 2019..2020"),
        ("01.01.2019-31.12.2019", "2019-12-31, 2019-05 or 2019..2020"),
        ("2019", ""),
        ("2019..", ""),
        ("four-years", ""),
        ("v-2019", ""),
        ("1.2", ""),
        ("12345", ""),
        ("1-" * 1000, ""),
    ],
)
def test_what_looks_like_a_period(name: str, right: str) -> None:
    assert period.meant(name) == right
