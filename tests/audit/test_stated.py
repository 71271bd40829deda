"""Numbers as printed and the intervals that they stand for: tables in two languages, and laws that hold for any number."""

from __future__ import annotations

import doctest
import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.audit import digits, hedges, interval, marks, number, numerals, precision, quantity, spelled, stated
from kg.audit.interval import Interval
from kg.audit.stated import Stated, parse

HERE = Path(__file__).parent
#: text@language | interval | unit | hedge | direction | decimals | significant; a text with two readings has two lines.
ROWS = [line.split(" | ") for line in HERE.joinpath("stated.txt").read_text("utf-8").splitlines()]
TABLE = [(text, [row[1:] for row in rows]) for text, rows in groupby(ROWS, key=lambda row: row[0])]
#: Texts that state no single number.
NONE = HERE.joinpath("unstated.txt").read_text("utf-8").splitlines()


def shown(one: Stated) -> list[str]:
    return [str(one.interval), one.unit, one.hedge or "-", one.direction or "-", str(one.decimals), str(one.significant)]


def one(printed: str | float | Decimal | Fraction, language: str | None = None, decimals: float | None = None, **how: bool) -> Stated:
    (found,) = parse(printed, language, decimals, **how)
    return found


def test_the_tables_are_there() -> None:
    assert len(TABLE) > 500
    assert len(NONE) > 50


@pytest.mark.parametrize(("text", "rows"), TABLE, ids=[text for text, _ in TABLE])
def test_table(text: str, rows: list[list[str]]) -> None:
    printed, _, language = text.partition("@")
    assert [shown(one) for one in parse(printed, language or None)] == rows


@pytest.mark.parametrize("text", NONE)
def test_no_single_number(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize(("text", "rows"), TABLE, ids=[text for text, _ in TABLE])
def test_letters_spaces_and_signs_make_no_difference(text: str, rows: list[list[str]]) -> None:
    printed, _, language = text.partition("@")
    other = printed.replace(" ", "\u00a0").replace("е", "ё") if "M" in printed else f" {printed} ".replace(" ", "\u202f").capitalize()
    assert [shown(one) for one in parse(other, language or None)] == rows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45 тысяч", 45000), ("87%", 87), ("five times", 5), ("600-900", 750), ("a third", Fraction(1, 3)), ("две трети", Fraction(2, 3)),
        ("-5%", -5), ("2½", Fraction(5, 2)), ("33.30", Fraction(333, 10)), ("5 из 113", Fraction(5, 113)), ("5 ± 2", 5),
    ],
)  # fmt: skip
def test_value(text: str, value: Fraction | int) -> None:
    found = one(text).value
    assert isinstance(found, Fraction)
    assert found == value


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("87%", Interval.point(87)), ("1.2 million", Interval.point(1_200_000)), ("almost 60%", Interval(55, 60, high_open=True)),
        ("about 40", Interval(36, 44)), ("600-900", Interval(600, 900)), ("впятеро", Interval.point(5)),
        ("половина", Interval.point(Fraction(1, 2))),
        ("more than 45 thousand", Interval(45000, None, low_open=True)), ("up to about 50", Interval(None, 55)),
    ],
)  # fmt: skip
def test_exact(text: str, exact: Interval) -> None:
    assert one(text).exact == exact


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("6,290", None, [(6290, "en"), (Fraction(629, 100), "ru")]),
        ("6,290", "en-GB", [(6290, "en")]),
        ("6,290", "ru-KZ", [(Fraction(629, 100), "ru")]),
        ("6,290", "kk", [(Fraction(629, 100), "ru")]),
        ("6,290", "de", [(Fraction(629, 100), "ru")]),
        ("6.290", "de", [(6290, "ru")]),
        ("6.290", None, [(Fraction(629, 100), "en")]),
        ("12,5", "en", [(Fraction(25, 2), "ru")]),
        ("0,290", None, [(Fraction(29, 100), "ru")]),
        ("1,234,567", "ru", [(1_234_567, "en")]),
        ("6,290.5", None, [(Fraction(12581, 2), "en")]),
        ("6.290,5", None, [(Fraction(12581, 2), "ru")]),
        ("about 6,290 cases", None, [(6290, "en"), (Fraction(629, 100), "ru")]),
        ("920", None, [(920, "")]),
        ("9.5", "ru", [(Fraction(19, 2), "")]),
    ],
)  # fmt: skip
def test_conventions(text: str, language: str | None, readings: list[tuple[Fraction | int, str]]) -> None:
    assert [(found.value, found.convention) for found in parse(text, language)] == readings


@pytest.mark.parametrize(
    ("printed", "shows"),
    [
        (920, "920 count inf"), (-5, "-5 count inf"), (4.8, "[4.75, 4.85] measure 1"), (5.0, "[4.95, 5.05] measure 1"),
        (Decimal("33.30"), "[33.295, 33.305] measure 2"), (Decimal("1.2E+6"), "[1150000, 1250000] count -5"), (Decimal(7), "7 count inf"),
        (Fraction(1, 4), "0.25 measure inf"), (Fraction(8, 2), "4 count inf"), (1e300 * 0, "[-0.05, 0.05] measure 1"),
    ],
)  # fmt: skip
def test_numbers(printed: float | Decimal | Fraction, shows: str) -> None:
    found = one(printed)
    assert f"{found.interval} {found.unit} {found.decimals}" == shows


@pytest.mark.parametrize(
    "printed",
    [True, False, math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("Infinity"), Decimal("1E+99999"), Decimal("1E-99999"), None,
        [5], b"5", "", " ", "5" * 201, "5" * 150,
     "1 " * 500_000, "9" * 1_000_000],
)  # fmt: skip
def test_what_is_no_number(printed: object) -> None:
    begun = perf_counter()
    assert parse(printed) == ()  # type: ignore[arg-type]
    assert perf_counter() - begun < 1


def test_what_is_too_long_to_count() -> None:
    assert parse(10**5000) == parse(-(10**5000)) == parse(Fraction(1, 10**5000)) == ()


@pytest.mark.parametrize(
    ("printed", "decimals", "interval_"),
    [
        ("41", 0, "[40.5, 41.5]"), ("27", 0, "[26.5, 27.5]"), ("33.3", 1, "[33.25, 33.35]"), ("100", 0, "[99.5, 100.5]"),
        ("41", math.inf, "41"),
        ("87%", 2, "[86.995, 87.005]"), ("87%", math.inf, "87"), ("45 thousand", -3, "[44500, 45500]"),
        ("45 thousand", -4, "[40000, 50000]"),
        ("33.3", 0, "[32.8, 33.8]"), (920, -1, "[915, 925]"), (4.8, 0, "[4.3, 5.3]"),
        ("more than 45", 0, "(44.5, ∞)"), ("at least 45", -1, "[40, ∞)"), ("up to 45", 0, "(-∞, 45.5]"),
        ("less than 45", 0, "(-∞, 45.5)"), ("600-900", -2, "[550, 950]"),
        ("almost 60", 0, "[55, 60)"), ("about 40", 5, "[36, 44]"), ("a third", math.inf, "0.3333"), ("a third", 1, "[0.2833, 0.3833]"),
        ("41", 0.0, "[40.5, 41.5]"),
    ],
)  # fmt: skip
def test_declared_decimals(printed: str | float, decimals: float, interval_: str) -> None:
    found = one(printed, decimals=decimals)
    assert (str(found.interval), found.decimals) == (interval_, decimals)


@pytest.mark.parametrize("decimals", [0.5, math.nan, -math.inf, 10**9, -401])
def test_decimals_that_are_none(decimals: float) -> None:
    assert parse("41", decimals=decimals) == ()


@pytest.mark.parametrize(
    ("printed", "decimals", "interval_"),
    [
        ("5", 0, "[5, 6)"), ("-5", 0, "(-6, -5]"), ("0", 0, "(-1, 1)"), ("33.3", None, "[33.3, 33.4)"), ("87%", None, "[87, 88)"),
        ("1.2 million", None, "[1200000, 1300000)"), ("920", None, "920"), ("920", -1, "[920, 930)"), ("5", math.inf, "5"),
        # More digits than declared: taken as printed, not cut off first.
        ("5.7", 0, "[5.7, 6.7)"), ("-5.7", 0, "(-6.7, -5.7]"), ("up to 5", 0, "(-∞, 6)"), ("more than 5", 0, "(5, ∞)"),
        ("5-7", 0, "[5, 8)"),
    ],
)  # fmt: skip
def test_truncation(printed: str, decimals: float | None, interval_: str) -> None:
    assert str(one(printed, decimals=decimals, truncated=True).interval) == interval_


@pytest.mark.parametrize("module", [digits, hedges, interval, marks, number, precision, quantity, spelled, stated])
def test_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


@given(st.integers(-(10**15), 10**15), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "'", "’"]))
def test_a_grouped_integer_is_read_back(value: int, mark: str) -> None:
    for language in (None, "en", "ru", "de"):
        assert one(grouped(value, mark), language).value == value
        assert one(str(value), language).value == value


@given(st.integers(0, 10**15))
def test_commas_and_points_are_read_back(value: int) -> None:
    assert one(grouped(value, ","), "en").interval == Interval.point(value)
    assert parse(grouped(value, ","))[0].value == value
    assert one(grouped(value, "."), "de").interval == Interval.point(value)


@given(st.integers(0, 10**9), st.integers(1, 8), st.sampled_from(["", "%", " %", " процента", " times", " п.п."]))
def test_decimals_are_read_back_with_their_zeros(value: int, places: int, unit: str) -> None:
    whole, part = divmod(value, 10**places)
    for mark, language in ((".", "en"), (",", "ru")):
        found = one(f"{whole}{mark}{part:0{places}}{unit}", language)
        assert (found.value, found.decimals, found.significant) == (Fraction(value, 10**places), places, -places)
        assert found.interval == Interval.around(found.value, Fraction(1, 2 * 10**places))


EN: list[str] = ["zero", *(word for word in numerals.CARDINALS if word.isascii() and word != "zero")]


def en(value: int) -> str:
    """A number below a million in English words."""
    if value >= 1000:
        rest = value % 1000
        return f"{en(value // 1000)} thousand{' ' + en(rest) if rest else ''}"
    if value >= 100:
        rest = value % 100
        return f"{EN[value // 100]} hundred{' and ' + en(rest) if rest else ''}"
    return EN[value] if value < 20 else EN[18 + value // 10] + (f"-{EN[value % 10]}" if value % 10 else "")


RU = {
    1: ["одна", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать",
        "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"],
    10: ["десять", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
    100: ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
}  # fmt: skip


def ru(value: int) -> str:
    """A number below a million in Russian words."""
    if value >= 1000:
        return " ".join(filter(None, [ru(value // 1000), "тысяч", ru(value % 1000) if value % 1000 else ""]))
    words = [RU[100][value // 100 - 1]] if value >= 100 else []
    rest = value % 100
    if rest >= 20:
        words.append(RU[10][rest // 10 - 1])
        rest %= 10
    return " ".join([*words, *([RU[1][rest - 1]] if rest else [])])


@given(st.integers(1, 999_999))
@example(100_000)
@example(20_019)
def test_words_are_read_back(value: int) -> None:
    for words in (en(value), ru(value)):
        found = one(words)
        assert found.value == value, words
        assert found.decimals == (math.inf if value % 1000 or value < 1000 else -3)


TEXTS = st.sampled_from([text.partition("@")[0] for text, _ in TABLE])


@given(TEXTS, st.integers(-6, 6), st.booleans())
def test_a_wider_precision_gives_a_wider_interval(text: str, decimals: int, truncated: bool) -> None:
    for narrow, wide in zip(
        parse(text, decimals=decimals, truncated=truncated), parse(text, decimals=decimals - 1, truncated=truncated), strict=True
    ):
        assert narrow.interval.within(wide.interval)
        assert narrow.exact == wide.exact


@pytest.mark.parametrize("text", [text for text, _ in TABLE])
def test_an_interval_has_its_value(text: str) -> None:
    printed, _, language = text.partition("@")
    for found in parse(printed, language or None):
        assert (found.value in found.interval) == (found.hedge not in {"more", "less"} and (found.hedge != "almost" or not found.value))
        assert (found.value in found.exact) == (found.value in found.interval)
        assert found.exact.within(found.interval)
        assert (found.hedge == "" and found.decimals == math.inf) <= found.interval.is_point


@given(TEXTS, st.sampled_from(["Почти", "at least", "more than", "не более", "примерно", "x", "№", "not", "-", "(", "в"]), TEXTS)
def test_phrases_put_together_never_raise(one_: str, between: str, other: str) -> None:
    for text in (f"{one_} {between} {other}", f"{between} {one_}", f"{one_} {between}", f"{one_}{between}{other}"):
        for found in parse(text):
            assert replace(found) == found


@given(st.text(max_size=200), st.sampled_from([None, "ru", "en", "de", "", "zz-ZZ"]))
@example("5/", None)
@example("каждый 5", None)
@example("½½", None)
@example("и 5 с", None)
@example("a", None)
@example("5 and a", "en")
@example("²", None)
@example("٣ 5", None)
def test_no_text_raises(text: str, language: str | None) -> None:
    assert isinstance(parse(text, language), tuple)


@given(st.text("0123456789.,-–%() '/+xkMтысmlnandof½ \u00a0хв", max_size=40))
def test_no_text_of_digits_and_signs_raises(text: str) -> None:
    for found in parse(text):
        assert found.printed == text
        assert isinstance(found.value, Fraction)


@given(st.floats(allow_nan=True, allow_infinity=True) | st.decimals() | st.fractions() | st.integers() | st.booleans())
def test_no_number_raises(printed: float | Decimal | Fraction) -> None:
    for found in parse(printed):
        assert found.value in found.interval
