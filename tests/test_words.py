"""Words for nodes, in a language, else in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.words import Words, spoken
from tests import support
from tests.draw import bridge
from tests.draw.bridge import BASE


@pytest.mark.parametrize(
    ("node", "en", "ru"),
    [
        ("article/unsafe", "The bridge is not safe", "Мост небезопасен"),
        ("herald", "The Herald", "Газета «Вестник»"),
        ("reply", "The council replies", "Совет отвечает"),
        ("article/cracks/2024", "Cracks in the bridge, 2024: 9", "Трещины моста, 2024: 9"),
        ("article/cracks/2020..2021", "Cracks in the bridge, 2020–2021: 2", "Трещины моста, 2020–2021: 2"),
        ("reply/hairlines", "break in “Cracks in the bridge”, by 2024-01", "разрыв ряда «Трещины моста», не позже 2024-01"),
        ("nowhere/what-is-this", "what-is-this", "what-is-this"),
    ],
)
def test_labels(node: str, en: str, ru: str) -> None:
    assert (Words(bridge.held()).label(BASE + node), Words(bridge.held(), "ru").label(BASE + node)) == (en, ru)


def test_who_makes_what() -> None:
    words = Words(bridge.held())
    assert words.makers(f"{BASE}reply/unsafe-they-say") == [f"{BASE}herald"]  # the council denies it
    assert words.party(f"{BASE}reply/repairs") == f"{BASE}council"
    assert words.party(f"{BASE}herald") == f"{BASE}herald"
    assert words.party(f"{BASE}bank") == ""
    assert words.document(f"{BASE}reply/repaired") == "The council replies"
    assert words.document(f"{BASE}herald") == ""
    assert words.is_annotator(words.makers(f"{BASE}reply/rising")[0])


def test_what_two_parties_make_is_neither_s(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words(bridge.held())
    monkeypatch.setattr(words, "makers", lambda _: [f"{BASE}bank", f"{BASE}council"])
    assert words.party("x") == f"{BASE}council"
    monkeypatch.setattr(words, "makers", lambda _: [f"{BASE}council", f"{BASE}herald"])
    assert words.party("x") == ""


@pytest.mark.parametrize(
    ("written", "point", "en", "ru"),
    [
        ("2023-01-05", False, "2023-01-05", "2023-01-05"),
        ("..2023-01", False, "to 2023-01", "до 2023-01"),
        ("..2023-01", True, "by 2023-01", "не позже 2023-01"),
        ("2023..", True, "from 2023", "с 2023"),
        ("2020..2024", False, "2020–2024", "2020–2024"),
        ("2020-01..2024", False, "2020-01 – 2024", "2020-01 – 2024"),
        ("", False, "", ""),
    ],
)
def test_periods_in_words(written: str, point: bool, en: str, ru: str) -> None:
    assert (spoken(written, "en", point=point), spoken(written, "ru", point=point)) == (en, ru)


def test_what_is_only_reported_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "reply.yaml").write_text(
        "document: {title: {en: Reply}, author: ministry, read: full, retracted: yes}\nclaims:\n"
        "  close: {says: {en: Close it}, kind: normative, said: {ministry: {stance: relays, from: {by: union, stance: asserts}}}}\n"
        "  open: {says: {en: Open it}, kind: normative, said: {union: {stance: asserts}, ministry: {stance: concedes}}}\n",
        "utf-8",
    )
    held = support.graph(support.read(tmp_path / "one", tmp_path / "case"))
    base = "https://example.org/case/reply"
    assert Words(held).by(f"{base}/close") == "Union (as reported)"
    assert Words(held, "ru").by(f"{base}/close") == "Union (в передаче других)"
    assert Words(held).by(f"{base}/open") == "Ministry; Union"
    assert (Words(held).is_retracted(base), Words(held).is_retracted(f"{base}/open")) == (True, False)
