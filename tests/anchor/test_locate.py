"""A quote is found once, between tokens, letter by letter or as it is spelled otherwise; else not at all."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.anchor.locate import is_edge, locate, spells_alike
from kg.text import normalise

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
    ("\U0001f3f3\ufe0f", "\U0001f3f3\ufe0f\u200d\U0001f308"),
    ("\U0001f44d", "\U0001f44d\U0001f3fd"),
    ("\U0001f1f0", "\U0001f1f0\U0001f1ff"),
    ("осуждено 4", "осуждено 4\u200b7"),
    ("осуждено 4\u200b", "осуждено 4\u200b7"),
    ("осуждено 4", "осуждено 4\u00ad7"),
    ("осуждено 4", "осуждено 4\u2060\ufeff7"),
    ("осуждено 4", "осуждено\u00a04\u200b7"),
    ("45", "45\n000 жалоб"),
    ("45", "45\u200b 000 жалоб"),
    ("1", "1⁄2"),
    ("дено", "осуж-\r\n  дено"),
    ("осуж", "осуж-\nдено"),
    ("can", "they can`t say"),
    ("5", "рост –5 пунктов"),
    ("отчет", "отчётность"),
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
    ("слово.", "слово.\u200b Дальше", 0),
    ("слово.", "слово.\u200bДальше", 0),
    ("Дальше", "слово.\u200bДальше", 7),
    ("Йорк", "Нью -\nЙорк", 6),
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
        ("a b", "ab", "absent", 0),
        ("\u200b", "b", "absent", 0),
        ("«»", "b", "absent", 0),
        ("отчет", "отчёт, отчёт", "ambiguous", 2),
        ("отчет", "отчёт, отчет", "found", 1),
        ("48", "47", "absent", 0),
        (". .", ". . .", "ambiguous", 2),
    ],
)
def test_what_is_not_there_once_is_not_found(quote: str, text: str, outcome: str, count: int) -> None:
    hit = locate(quote, text)
    assert (hit.outcome, hit.count) == (outcome, count)


#: Quote, text, the words of it that are meant.
SPELLED_OTHERWISE = [
    ("caf\u00e9 x", "a cafe\u0301 x", "cafe\u0301 x"),
    ("cafe\u0301", "caf\u00e9", "caf\u00e9"),
    ("\u1112\u1161\u11ab", "a \ud55c b", "\ud55c"),
    ("\ud55c", "a \u1112\u1161\u11ab b", "\u1112\u1161\u11ab"),
    ("\u0915\u093c", "\u0958", "\u0958"),
    ("a  b", "a b", "a b"),
    ("a b", "a\u00a0\u2009\u202f\r\n b", "a\u00a0\u2009\u202f\r\n b"),
    ("one\ntwo", "one two", "one two"),
    ("a b", "a\u200b \u200b b", "a\u200b \u200b b"),
    ("'a' \"b\"", "„a“ «b»", "„a“ «b»"),
    ("can't", "they can’t say", "can’t"),
    ("п'ять", "це п\u02bcять", "п\u02bcять"),
    ("2020-2022", "in 2020–2022.", "2020–2022"),
    ("-5", "рост \u22125", "\u22125"),
    ("a - b", "a — b", "a — b"),
    ("отчет", "отчёт", "отчёт"),
    ("отчёт", "отчет", "отчет"),
    ("Еж", "Ёж", "Ёж"),
    ("Еж", "Е\u0308ж", "Е\u0308ж"),
    ("отчет", "отче\u0308т", "отче\u0308т"),
    ("отчет", "отче\u0301\u0308т", "отче\u0301\u0308т"),
    ("замок", "за\u0301мок", "за\u0301мок"),
    ("за\u0301мок", "замок", "замок"),
    ("мой", "мои\u0306", "мои\u0306"),
    ("осуждено", "осу\u00adжде\u200bно", "осу\u00adжде\u200bно"),
    ("осу\u00adждено", "осуждено", "осуждено"),
    ("отчет", "\u200bотчёт\u200b", "отчёт"),
    ("\ufeffотчет\u200b", "отчёт", "отчёт"),
    ("так...", "и так… да", "так…"),
    ("так…", "и так... да", "так..."),
    ("так..", "и так\u00ad... да", "так\u00ad.."),
    (" отчет\n", "это отчёт да", "отчёт"),
    ("«отчёт»", "это отчёт да", "отчёт"),
    ('"отчет"', "это отчёт да", "отчёт"),
    ("„отчет“", "это отчёт да", "отчёт"),
    ("'a'", "see «a» here", "«a»"),
    ("«a»", "see «a here", "a"),
]


@pytest.mark.parametrize(("quote", "text", "meant"), SPELLED_OTHERWISE)
def test_what_is_spelled_otherwise_is_found_at_its_range(quote: str, text: str, meant: str) -> None:
    hit = locate(quote, text)
    assert (hit.outcome, text[hit.start : hit.end]) == ("found", meant)
    assert spells_alike(quote, meant)


#: Quote, text: other words, however alike.
OTHER_WORDS = [
    ("оcуждено", "осуждено"),
    ("Отчет", "отчёт"),
    ("мои", "мой"),
    ("ки\u0306", "ки"),
    ("cafe", "caf\u00e9"),
    ("ќ", "к"),
    ("ѓ", "г"),
    ("її", "іі"),
    ("33,30", "33.30"),
    ("45000", "45 000"),
    ("45,000", "45 000"),
    ("5", "½"),
    ("так…", "так.."),
    ("так..", "так…"),
    ("и", "й\u0301"),
    ("так....", "так…"),
    ("ab", "a b"),
    ("nonviolent", "non-violent"),
    ("a–b", "a – b"),
    ("«a", "a"),
    ("a»", "a"),
    ("«a'", "a"),
    ("'a», b", "a, b"),
    ("x2", "x²"),
    ("fi", "\ufb01"),
]


@pytest.mark.parametrize(("quote", "text"), OTHER_WORDS)
def test_other_words_are_not_found(quote: str, text: str) -> None:
    assert locate(quote, text).outcome in ("absent", "cut")
    assert not spells_alike(quote, text)


def test_a_line_end_of_two_characters_is_one() -> None:
    assert [at for at in range(5) if is_edge("a\r\nb", at)] == [0, 1, 3, 4]


def test_which_of_several() -> None:
    text = "Повтор. повтор, Повтор, пов\u00adтор."
    assert [(hit.outcome, hit.start) for hit in (locate("Повтор", text, occurrence=n) for n in (1, 2))] == [("found", 0), ("found", 16)]
    assert locate("Повтор", text, occurrence=3) == locate("Повтор", text, occurrence=0)
    assert (locate("Повтор", text, occurrence=3).outcome, locate("Повтор", text).ranges) == ("missing", ((0, 6), (16, 22)))
    assert locate("повтор", text, occurrence=2).outcome == "missing"  # the hyphenated one is of a tier that is not reached


def test_a_long_text_is_walked_through_once() -> None:
    """No part is read again for each place: half a million letters, and a quote that overlaps itself everywhere."""
    assert locate("а" * 100_000, "а" * 500_000).outcome == "cut"
    hit = locate(". " * 100 + ".", ". " * 1000)
    assert (hit.outcome, hit.count) == ("ambiguous", 900)
    text = "Осуждено 47, отчёт\u00a0готов. " * 40_000 + "Отчёт не\u0301 готов."
    hit = locate("Отчет не готов", text)
    assert (hit.outcome, hit.end) == ("found", len(text) - 1)


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
        assert spells_alike(quote, text[hit.start : hit.end])
        assert is_edge(text, hit.start)
        assert is_edge(text, hit.end)
        assert not whole or hit.start == start
    else:
        assert not whole or (hit.outcome == "ambiguous" and text.count(quote[:1]) > 1) or hit.outcome == "negated"


@given(TEXTS, st.data())
def test_any_slice_between_tokens_is_found_where_it_is_or_ambiguous(text: str, data: st.DataObject) -> None:
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    start, end = data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))
    assume(start < end)
    hit = locate(text[start:end], text, negation_left_out=True)
    assert (start, end) in hit.ranges
    assert (hit.outcome, hit.start, hit.end) == ("found", start, end) or hit.outcome == "ambiguous"


def perturbed(quote: str, choose: st.DataObject) -> str:
    """The same words, spelled otherwise at every place where they can be."""
    made = []
    for char in quote:
        if char.isspace():
            made.append(choose.draw(st.sampled_from([" ", "\u00a0", "\u2009\u2009", "\r\n", " \u200b"])))
        elif char in "-–—−‐":
            made.append(choose.draw(st.sampled_from("-–—−‑")))
        elif char in "'’\"«»":
            made.append(choose.draw(st.sampled_from("'’\"«»„")))
        elif char in "её":
            made.append(choose.draw(st.sampled_from(["е", "ё", "е\u0301", "е\u0308"])))
        else:
            made.append(char)
        if choose.draw(st.booleans()) and len(made) < len(quote):
            made.append(choose.draw(st.sampled_from("\u00ad\u200b\u2060\ufeff")))
    return unicodedata.normalize(choose.draw(st.sampled_from(["NFC", "NFD"])), "".join(made))


SPELLED = st.text(st.sampled_from("абеёй4 7.,-–'’«»\n\u00a0Az()\U0001f6aa"), min_size=1, max_size=40)


@given(SPELLED, st.data())
def test_any_slice_is_found_at_the_same_range_however_it_is_spelled(text: str, data: st.DataObject) -> None:
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    slices = [(start, end) for start in edges for end in edges if start < end and text[start:end] == text[start:end].strip()]
    assume(slices)
    start, end = data.draw(st.sampled_from(slices))
    quote = perturbed(text[start:end], data)
    hit = locate(quote, text)
    assert hit.outcome in ("found", "ambiguous")
    assert all(spells_alike(quote, text[one:other]) and is_edge(text, one) and is_edge(text, other) for one, other in hit.ranges)
    if len(re.findall(f"(?={re.escape(normalise(quote).text)})", normalise(text).text)) == 1:
        assert (hit.start, hit.end) == (start, end)


@given(TEXTS, TEXTS)
def test_whatever_is_found_spells_alike_and_is_tight(quote: str, text: str) -> None:
    hit = locate(quote, text, negation_left_out=True)
    for start, end in hit.ranges:
        assert spells_alike(quote, text[start:end])
        assert quote == text[start:end] or normalise(text[start]).text.strip()
        assert quote == text[start:end] or not unicodedata.category(text[end - 1]).startswith(("Z", "Cf"))


@given(st.text("абвгд", min_size=1), st.text("абвгд", min_size=1), TEXTS)
def test_no_edge_runs_through_a_word(head: str, tail: str, around: str) -> None:
    assert not is_edge(f"{head}{tail}{around}", len(head))


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["", ".", ",", "\u00a0", "\u202f", "–", "-", "/"]))
def test_no_edge_runs_through_a_number(whole: int, rest: int, joint: str) -> None:
    text = f"{whole}{joint}{rest}"
    assert [at for at in range(1, len(text)) if is_edge(text, at)] == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        *(("5 percent", ".5 percent"), ("5 percent", "by ,5 percent"), ("500 deaths", "1  500 deaths"), ("500 человек", "1 \n500 человек")),
        *(("25 cases", f"10{dash}25 cases") for dash in "‒–—―－−⁻"),
        *(("2020", "2020—2022"), ("2020", "2020…2022"), ("2022", "2020..2022"), ("1", "1‧2")),
        *(("can", "can＇t"), ("can", "canꞌt"), ("gar", "gar\u00ad\nden"), ("den", "gar\u00ad\r\n den"), ("осуж", "осуж–\nдено")),
    ],
)
def test_part_of_a_word_or_number_is_no_quote(quote: str, text: str) -> None:
    assert locate(quote, f"so {text} it says").outcome == "cut"


@pytest.mark.parametrize("text", ["the end.5 percent", "fell, 5 percent", "at 14. 5 percent", "7\t5 percent", "10 — 5 percent"])
def test_a_number_of_its_own_is_a_quote(text: str) -> None:
    assert locate("5 percent", text).outcome == "found"
