"""A quote is found exactly, once, between tokens; otherwise not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.anchor.locate import is_edge, locate

CUT = [
    ("4", "47"),
    ("7", "47"),
    ("осуждено 4", "осуждено 47 человек"),
    ("33", "доля 33.30"),
    ("30", "доля 33.30"),
    ("1", "1,200"),
    ("45", "45\u00a0000 жалоб"),
    ("45", "45 000 жалоб"),
    ("000 жалоб", "45 000 жалоб"),
    ("200", "1 200 300"),
    ("2020", "2020–2022"),
    ("13", "13-15 человек"),
    ("5", "рост -5 пунктов"),
    ("5", "рост \u22125 пунктов"),
    ("05", "13/05/2025"),
    ("10", "в 10:30"),
    ("can", "they can't say"),
    ("can", "they can’t say"),
    ("violent", "non-violent"),
    ("кто", "кто-то"),
    ("пытк", "пытки"),
    ("cafe", "cafe\u0301"),
    ("\u0301 closed", "cafe\u0301 closed"),
    ("осуж", "осуж\u00adдено"),
    ("дено", "осуж\u00adдено"),
    ("name", "my_name"),
    ("x", "x²"),
    ("\U0001f469", "\U0001f469\u200d\U0001f4bb"),
]
FOUND = [
    ("47", "осуждено 47 человек", 9),
    ("33.30", "доля 33.30.", 5),
    ("47", "(47)", 1),
    ("47", "в 2023 47 человек", 7),
    ("100 человек", "в 2023 100 человек", 7),
    ("45 000", "всего 45 000 жалоб", 6),
    ("2024", "2024, 2023", 0),
    ("2023", "2024, 2023", 6),
    ("пытки", "«пытки»", 1),
    ("cafe\u0301", "a cafe\u0301", 2),
    ("47", "47", 0),
    ("the 'word'", "see the 'word' here", 4),
    ("word", "see 'word' here", 5),
    ("a\r\nb", "a\r\nb", 0),
    ("Начало", "\ufeffНачало", 1),
    ("\U0001f6aa", "a\U0001f6aab", 1),
]


@pytest.mark.parametrize(("quote", "text"), CUT)
def test_a_quote_never_anchors_inside_a_token(quote: str, text: str) -> None:
    assert locate(quote, text).outcome == "cut"


@pytest.mark.parametrize(("quote", "text", "start"), FOUND)
def test_a_whole_quote_is_found(quote: str, text: str, start: int) -> None:
    hit = locate(quote, text)
    assert (hit.outcome, hit.start, text[hit.start : hit.end]) == ("found", start, quote)


@pytest.mark.parametrize(
    ("quote", "text", "outcome", "count"),
    [
        ("a", "a a", "ambiguous", 2),
        ("4", "47, 4", "found", 1),
        ("aa", "b", "absent", 0),
        ("", "b", "absent", 0),
        ("Пытки", "пытки", "absent", 0),
        ("caf\u00e9", "cafe\u0301", "absent", 0),
        ("a  b", "a b", "absent", 0),
        (". .", ". . .", "ambiguous", 2),
    ],
)
def test_what_is_not_there_once_is_not_found(quote: str, text: str, outcome: str, count: int) -> None:
    hit = locate(quote, text)
    assert (hit.outcome, hit.count) == (outcome, count)


TEXTS = st.text(
    st.one_of(st.sampled_from("аб4 7.,-–'’\n\r\u0301\u00a0\u00adAz_()\U0001f6aa"), st.characters(exclude_categories=["Cs"])), max_size=40
)


@given(TEXTS, TEXTS, TEXTS)
def test_a_planted_quote_that_is_unique_anchors_at_its_range(before: str, quote: str, after: str) -> None:
    text = f"{before}\n\n{quote}\n\n{after}"
    start = len(before) + 2
    hit = locate(quote, text)
    whole = quote and is_edge(text, start) and is_edge(text, start + len(quote))
    if hit.outcome == "found":
        assert text[hit.start : hit.end] == quote
        assert is_edge(text, hit.start)
        assert is_edge(text, hit.end)
        assert not whole or hit.start == start
    else:
        assert not whole or (hit.outcome == "ambiguous" and text.count(quote[:1]) > 1)


@given(st.text("абвгд", min_size=1), st.text("абвгд", min_size=1), TEXTS)
def test_no_edge_runs_through_a_word(head: str, tail: str, around: str) -> None:
    assert not is_edge(f"{head}{tail}{around}", len(head))


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["", ".", ",", "\u00a0", "\u202f", "–", "-", "/"]))
def test_no_edge_runs_through_a_number(whole: int, rest: int, joint: str) -> None:
    text = f"{whole}{joint}{rest}"
    assert [at for at in range(1, len(text)) if is_edge(text, at)] == []
