"""A negation beside a passage is seen: as a whole word, in any case, across spaces and marks, and nothing else is one."""

from __future__ import annotations

import pytest

from kg.anchor.negation import left_out

#: Text, passage → the negations as written.
LEFT_OUT = [
    ("отчёт не предотвращает", "предотвращает", ["не"]),
    ("Не предотвращает", "предотвращает", ["Не"]),
    ("НЕ\u00a0\u200b\n«предотвращает»", "предотвращает", ["НЕ"]),
    ("н\u00adе предотвращает", "предотвращает", ["не"]),
    ("«не» «предотвращает»", "предотвращает", ["не"]),
    ("ни один егерь", "один егерь", ["ни"]),
    ("нарушений нет", "нарушений", ["нет"]),
    ("нарушений нет.", "нарушений", ["нет"]),
    ("сроки соблюдены не были", "сроки соблюдены", ["не"]),
    ("не сроки не", "сроки", ["не", "не"]),
    ("it is not safe", "it is", ["not"]),
    ("is NOT safe", "safe", ["NOT"]),
    ("no violations", "violations", ["no"]),
    ("nor the mayor", "the mayor", ["nor"]),
    ("Never again", "again", ["Never"]),
    ("they cannot say", "say", ["cannot"]),
    ("they can't say", "say", ["can't"]),
    ("they don’t say", "say", ["don’t"]),
    ("is not safe", "not safe", []),
    ("не, предотвращает", "предотвращает", []),
    ("(not) safe", "safe", ["not"]),
    ("not (yet) safe", "safe", []),
    ("it is not (safe)", "safe", ["not"]),
    ("*не* осуждены", "осуждены", ["не"]),
    ("_не_ осуждены", "осуждены", ["_не_"]),
    ("<b>не</b> осуждены", "осуждены", ["не"]),
    ("не[1] осуждены", "осуждены", ["не"]),
    ("не/виновен", "виновен", ["не"]),
    ("not [sic] guilty", "guilty", ["not"]),
    ("not \u2066guilty\u2069", "guilty", ["not"]),
    ("isn＇t guilty", "guilty", ["isn＇t"]),
    ("see note [12], guilty", "guilty", []),
    ("note safe", "safe", []),
    ("не-что предотвращает", "предотвращает", []),
    ("кто-не предотвращает", "предотвращает", []),
    ("Оне предотвращает", "предотвращает", []),
    ("немногие", "немногие", []),
    ("not very safe", "safe", []),
    ("safe. No violations", "safe", []),
    ("нарушений»\u00a0\u200b«нет»", "нарушений", ["нет"]),
    ("нетто", "то", []),
    ("тоне", "то", []),
    ("предотвращает", "предотвращает", []),
    ("x" * 60 + " safe", "safe", []),
]


@pytest.mark.parametrize(("text", "passage", "words"), LEFT_OUT)
def test_left_out(text: str, passage: str, words: list[str]) -> None:
    start = text.index(passage)
    found = left_out(text, start, start + len(passage))
    assert [negation.word for negation in found] == words
    assert [negation.is_before for negation in found] == [negation.end <= start for negation in found]
    assert all(text[negation.start : negation.end].replace("\u00ad", "") == negation.word for negation in found)
