"""Thousands of quotes of our own texts, and of the article where it is at hand: every honest one found at its range, no lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from kg import anchor, case
from kg.anchor import locate
from tests import little
from tests.anchor import adversarial
from tests.anchor.adversarial import TEXTS, Quote

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLE = SHARED / "cases" / "kazakhstan-2025" / "standard-kz-2025-05.ru.txt"
NAMES = [
    *TEXTS,
    pytest.param("article", marks=pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article's text is not at hand ({ARTICLE.name})")),
]


def text(name: str) -> str:
    return TEXTS.get(name) or ARTICLE.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_honest_quote_is_found_at_its_range(name: str) -> None:
    quotes = list(adversarial.honest(text(name)))
    assert len(quotes) > 1000
    missed = []
    for one in quotes:
        hit = locate(one.quote, one.text)
        if (hit.outcome, hit.start, hit.end) != ("found", one.start, one.end):
            missed.append((one.kind, one.quote, hit.outcome))
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_no_lie_is_found(name: str) -> None:
    quotes = list(adversarial.lies(text(name)))
    assert len(quotes) > 1000
    assert [(one.kind, one.quote) for one in quotes if locate(one.quote, one.text).outcome == "found"] == []


def test_every_kind_is_there() -> None:
    """A spelling or lie that nothing in the texts gives rise to would test nothing."""
    spelt = {one.kind.removesuffix(" in the text") for text in TEXTS.values() for one in adversarial.honest(text)}
    told = {one.kind for text in TEXTS.values() for one in adversarial.lies(text)}
    assert spelt >= {*adversarial.SPELLINGS, "as it is", "two at once", "all at once"}
    assert told >= {*adversarial.LIES, "a negation left out", "repeated", "cut where something is hidden"}


def test_what_a_lie_comes_to() -> None:
    """Phrases that stand twice are ambiguous, negations are told as such, cut words as cut."""
    outcomes = {(one.kind, locate(one.quote, one.text).outcome) for text in TEXTS.values() for one in adversarial.lies(text)}
    assert {outcome for kind, outcome in outcomes if kind == "repeated"} == {"ambiguous"}
    assert ("a negation left out", "negated") in outcomes
    assert {outcome for kind, outcome in outcomes if kind == "a number cut"} == {"cut"}


@pytest.mark.parametrize("name", TEXTS)
def test_in_a_cases_file_too(tmp_path: Path, name: str) -> None:
    """Every twentieth of them, written as quotes into a file that is anchored: honest ones get their range, lies a line."""
    text = TEXTS[name]
    honest = [one for one in adversarial.honest(text) if one.text == text][::20]
    lies = [one for one in adversarial.lies(text) if one.text == text][::20]

    def marks(some: list[Quote]) -> str:
        written = [yaml.safe_dump(one.quote, default_style='"', width=10**9).strip() for one in some]
        return "".join(f"  m{n}: {{kind: doubt, quote: {quote}}}\n" for n, quote in enumerate(written))

    folder = little.folder(tmp_path, f"marks:\n{marks([*honest, *lies])}", text)
    made = anchor.write(case.read(folder), {little.sha256(text): text}, drop_quotes=True)
    lines = (folder / "statement.yaml").read_text("utf-8").splitlines()[-len(honest) - len(lies) :]
    assert (made.quotes, len(made.problems)) == (len(honest), len(lies))
    assert lines[: len(honest)] == [
        f"  m{n}: {{kind: doubt, at: {one.start}-{one.end}/{little.anchor_digest(text[one.start : one.end])}}}"
        for n, one in enumerate(honest)
    ]
    assert ["quote: " in line for line in lines[len(honest) :]] == [True] * len(lies)
