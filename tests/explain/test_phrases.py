"""The table of sentences is whole: both languages say the same, each phrase is said, each that is said is there."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import kg.explain
from kg.explain.dates import spoken
from kg.explain.phrases import FORMS, PHRASES

CODE = "\n".join(path.read_text("utf-8") for path in sorted(Path(kg.explain.__file__).parent.glob("*.py")) if path.name != "phrases.py")
#: Phrases are written whole, or with gaps where one of several stands: `passages.{state}`.
SAID = [
    re.sub(r"\\{.*?\\}", "[A-Za-z.-]+", re.escape(one))
    for one in re.findall(r'"((?:[a-z]|\{phrase\})[\w.{}\', ()-]*?)"', CODE)
    if not one.startswith("{phrase}.{")
]


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("phrase", PHRASES)
def test_both_languages_fill_the_same_gaps(phrase: str) -> None:
    english, russian = PHRASES[phrase]
    assert gaps(english) == gaps(russian)
    assert ("|" in english) == ("|" in russian)
    assert re.search("[а-яё]", russian.lower()) or not re.search("[a-z]", re.sub("{.*?}", "", russian))


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_phrase_judges(phrase: str) -> None:
    judging = r"\b(true|false|lie[sd]?|lying|refute[sd]?|proven|wins?)\b|правд|лож[ьи]|вр[её]т|опроверг|доказа"
    accusing = r"\b(accus|charge|guilt|brought against|failed to|admit)|обвин|винов|не смог"
    assert not re.search(f"{judging}|{accusing}", " ".join(PHRASES[phrase]))


@pytest.mark.parametrize("phrase", PHRASES)
def test_one_word_for_one_thing_and_no_stress_marks(phrase: str) -> None:
    assert not re.search("разметчик|\u0301|вторых рук|уже, чем", PHRASES[phrase][1])


#: Put together in ways that this does not see.
MADE = ("heading.", "target.", "conclusion.", "document.", "support.", "challenge.")


@pytest.mark.parametrize("phrase", [one for one in PHRASES if not one.startswith(MADE)])
def test_every_phrase_is_said(phrase: str) -> None:
    assert any(re.fullmatch(one, phrase) for one in SAID)


def test_headings_are_those_that_are_used() -> None:
    used = set(re.findall(r'\(\s*"([a-z-]+)",', CODE)) | {"further", "short"}
    assert {one.removeprefix("heading.") for one in PHRASES if one.startswith("heading.")} <= used


def test_forms_are_complete() -> None:
    assert {(len(forms["en"]), len(forms["ru"])) for forms in FORMS.values()} == {(2, 3)}


@pytest.mark.parametrize(
    ("written", "english", "russian"),
    [
        ("2025-05-13", "13 May 2025", "13 мая 2025 г."),
        ("2025-05", "May 2025", "май 2025 г."),
        ("2025", "2025", "2025 г."),
        ("2020..2022", "2020–2022", "2020–2022 гг."),
        ("2025-05-03..2025-05-31", "3–31 May 2025", "3–31 мая 2025 г."),
        ("2025-05-13..2025-06", "13 May 2025 – June 2025", "13 мая 2025 г. – июнь 2025 г."),
        ("2022..", "from 2022", "с 2022 г."),
        ("..2023-01", "to January 2023", "до января 2023 г."),
        ("summer", "summer", "summer"),
    ],
)
def test_periods_are_spoken(written: str, english: str, russian: str) -> None:
    assert (spoken(written, "en"), spoken(written, "ru")) == (english, russian)
