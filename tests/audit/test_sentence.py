"""Sentences on calculations, each as it must be in both languages; and what none of them may say."""

from __future__ import annotations

import math
import re
import string
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kg.audit import check
from kg.audit.interval import Interval
from kg.audit.phrases import PHRASES
from kg.audit.shown import number, span
from kg.grammar import LANGUAGES

#: A calculation a line (kind | parts | stated | options), then its sentences in English and in Russian.
LINES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
GOLDEN = [
    (first.split(" | "), english.strip(), russian.strip())
    for first, english, russian in zip(LINES[::3], LINES[1::3], LINES[2::3], strict=True)
]
#: Verdicts, in either language.
VERDICT = re.compile(
    r"\b(false|falsely|true|truth|untrue|lies?d?|lying|liars?|wrong(ly)?|errors?|mistakes?|mistaken|incorrect(ly)?|correct(ly)?|fake|fraud\w*)\b"
    r"|неправд|правд|ложь|лож[ьин]|лжет|лжёт|лгал|солга|ошиб|неверн|фальш|подделк|обман|вран",
    re.IGNORECASE,
)
#: Where values lie is said of them in English.
GEOMETRY = {"lies", "lie"}


def sentences(text: str) -> list[str]:
    """Its sentences: a stop, a colon that leads on and an abbreviation are none."""
    return re.split(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ0-9“«])", text.replace("п.\u00a0п. ", "п.\u00a0п.\u00a0"))


def given(text: str) -> Any:
    if " / " in text:
        return [given(some) for some in text.split(" / ")]
    return [None if part == "None" else part for part in text.split("; ")]


@pytest.mark.parametrize(("row", "english", "russian"), GOLDEN, ids=[" | ".join(row) for row, *_ in GOLDEN])
def test_golden(row: list[str], english: str, russian: str) -> None:
    kind, parts, stated, *more = row
    options: dict[str, Any] = eval(f"dict({more[0] if more else ''})", {"inf": math.inf, "dict": dict})
    found = check(kind, given(parts), None if stated == "None" else stated, **options)
    assert found.text("en") == english
    assert found.text("ru") == russian
    for told in (english, russian):
        assert 1 <= len(sentences(told)) <= 3
        assert not {word.group() for word in VERDICT.finditer(told)} - GEOMETRY
        assert not re.search(r"[{}]|None|Fraction|\d/\d|  | [.,:;)]|\.\.", told)


@pytest.mark.parametrize("key", PHRASES)
def test_phrases(key: str) -> None:
    """No verdict, the same values in both languages, and Russian in Russian."""
    english, russian = PHRASES[key]
    assert not {word.group() for word in VERDICT.finditer(f"{english} {russian}")} - GEOMETRY
    assert fields(english) >= fields(russian) or key in ("lies", "lie")
    assert not re.search(r"[а-яё]", english, re.IGNORECASE)
    assert not re.search(r"[a-z]", re.sub(r"\{\w+\}", "", russian), re.IGNORECASE)


def fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize(
    ("kind", "parts", "stated", "english", "russian"),
    [
        ("trend", ["3", "5", "2", "6"], "rising",
         ("If from each value to the next", "If only the first and the last"), ("Если речь о", "Если только")),
        ("same", ["160", "154"], None, ("Either", "or"), ("Либо", "либо")),
        ("sum", ["36", "47", "30"], "160", ("if 47 is counted twice", "or if something"), ("если 47 посчитано", "или если")),
        ("sum", ["6,290", "10"], "6,300", ("the English way", "the Russian way"), ("английском", "русском")),
    ],
)  # fmt: skip
def test_both_sides_of_a_fork(kind: str, parts: list[str], stated: str | None, english: tuple[str, ...], russian: tuple[str, ...]) -> None:
    found = check(kind, parts, stated)
    assert all(side in found.text("en") for side in english)
    assert all(side in found.text("ru") for side in russian)


def test_the_language_of_a_sentence() -> None:
    assert (
        str(check("sum", ["1"], "1", lang="ru")) == check("sum", ["1"], "1").text("ru") == str(check("sum", ["1"], "1", language="ru-KZ"))
    )
    assert str(check("sum", ["1"], "1", language="kk")) == check("sum", ["1"], "1").text("en") == str(check("sum", ["1"], "1"))
    assert str(check("sum", ["1"], "1", language="ru", lang="en")) == check("sum", ["1"], "1").text("en")


@pytest.mark.parametrize(
    ("value", "unit", "english", "russian"),
    [
        (0, "", "0", "0"), (9999, "", "9999", "9999"), (10_000, "", "10,000", "10\u00a0000"),
        (-1_234_567, "", "−1,234,567", "−1\u00a0234\u00a0567"),
        (Fraction(1, 3), "", "0.33", "0,33"), (Fraction(-1, 3), "", "−0.33", "−0,33"), (Fraction(-1, 1000), "", "0", "0"),
        (Fraction(5, 2), "percent", "2.5%", "2,5\u00a0%"), (1, "points", "1 point", "1 п.\u00a0п."),
        (2, "points", "2 points", "2 п.\u00a0п."),
        (Fraction(24691, 2), "", "12,345.5", "12\u00a0345,5"), (Fraction(-24691, 2), "percent", "−12,345.5%", "−12\u00a0345,5\u00a0%"),
    ],
)  # fmt: skip
def test_numbers(value: Fraction | int, unit: str, english: str, russian: str) -> None:
    assert (number(value, "en", unit), number(value, "ru", unit)) == (english, russian)


@pytest.mark.parametrize(
    ("interval", "english", "russian"),
    [
        (Interval.point(5), "5", "5"), (Interval(5, 6), "5 to 6", "от 5 до 6"),
        (Interval(5, 6, high_open=True), "5 to under 6", "от 5 до менее 6"),
        (Interval(5, None), "≥ 5", "≥ 5"), (Interval(5, None, low_open=True), "> 5", "> 5"), (Interval(None, 5), "≤ 5", "≤ 5"),
        (Interval(None, 5, high_open=True), "< 5", "< 5"), (Interval(None, None), "any number", "любое число"),
    ],
)  # fmt: skip
def test_spans(interval: Interval, english: str, russian: str) -> None:
    assert tuple(span(interval, lang, "") for lang in LANGUAGES) == (english, russian)


@pytest.mark.parametrize("apart", [Fraction(1, 10**at) for at in range(1, 9)])
def test_what_does_not_meet_is_not_written_alike(apart: Fraction) -> None:
    told = check("sum", [Fraction(100) - apart], 100).text("en")
    made = re.search(r"= ([\d.]+), while", told)
    assert made
    assert made[1] != "100"
    assert "they are 0 apart" not in told
