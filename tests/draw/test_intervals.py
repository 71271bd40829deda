"""The picture of an audit: what stands on it, in which words, nothing cut or over one another, and what agrees in grey."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import build, draw, store
from kg.draw import canvas, intervals
from kg.problems import KgError
from tests import numbers
from tests.draw import sums

ROOT = Path(__file__).parents[2]


@cache
def case(name: str) -> ox.Store:
    return store.memory(build.assemble([ROOT / "data" / name]).quads)


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words on the picture; none is cut, and none lie over one another."""
    said: list[str] = []
    real = canvas.content

    def content(made: Any, fmt: str, dpi: int = 110) -> bytes:
        result: bytes = real(made, fmt, dpi)
        renderer = made.canvas.get_renderer()
        drawn = [(text, text.get_window_extent(renderer)) for axes in made.axes for text in axes.texts if text.get_text()]
        said.extend(text.get_text() for text, _ in drawn)
        for text, extent in drawn:
            assert made.bbox.x0 <= extent.x0, text
            assert extent.x1 <= made.bbox.x1, text
            assert made.bbox.y0 <= extent.y0, text
            assert extent.y1 <= made.bbox.y1, text
        for (one, a), (other, b) in combinations(drawn, 2):
            assert min(a.x1, b.x1) - max(a.x0, b.x0) < 3 or min(a.y1, b.y1) - max(a.y0, b.y0) < 4, (one, other)
        return result

    monkeypatch.setattr(intervals, "content", content)
    return said


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", ["velzha", "kazakhstan-2025"])
def test_nothing_is_cut_or_covered(words: list[str], name: str, lang: str) -> None:
    draw.draw(case(name), "audit", "png", lang)
    assert words.count("≠") == {"velzha": 4, "kazakhstan-2025": 9}[name]
    assert {"en": "inconsistent", "ru": "не сходится"}[lang] in words


def test_what_is_computed_and_stated_is_written_beside_its_mark(words: list[str]) -> None:
    draw.draw(sums.held(), "audit", "png")
    assert {"113", "160", "47 apart", "36 (2020) + 47 (2021) + 30 (2022) = 113", "not so at 1 of 3 steps"} <= set(words)
    assert "if “The same people are counted each year”" in words


def test_those_that_do_not_add_up_come_first_and_the_others_are_counted(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "ROOM", 7)
    draw.draw(sums.held(), "audit", "png")
    assert "2 relations more are not drawn: kg audit --all lists them." in words
    outcomes = [word for word in words if word in ("inconsistent", "not comparable", "consistent", "consistent by rounding")]
    assert outcomes == [*["inconsistent"] * 5, "not comparable", "consistent by rounding"]


def test_around_a_thing_all_that_concerns_it_is_drawn(words: list[str]) -> None:
    draw.draw(case("kazakhstan-2025"), "audit", "png", around="inform-kz-2025-12-10:registered-cases/2019")
    assert words.count("=") == 1
    assert "≠" not in words


@pytest.mark.parametrize("number", [5, 60])
def test_few_and_many(words: list[str], number: int) -> None:
    values = ["36", "47", "30"]
    many = [f"kind: sum, parts: [a, b, c], prints: '{100 + place}'" for place in range(number)]
    made = draw.draw(numbers.held(values, *many), "audit", "png")
    assert made.startswith(b"\x89PNG")
    assert words.count("≠") == number - (number > 13)


def test_shapes_tell_apart_what_colours_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """In grey what is computed is filled, what is stated hollow or dashed, and what breaks is a cross."""
    shapes = set()
    real = canvas.content

    def content(made: Any, fmt: str, dpi: int = 110) -> bytes:
        for line in made.axes[0].lines:
            shapes.add((line.get_color(), line.get_marker(), line.get_markerfacecolor() == "white", line.get_linestyle() != "-"))
        return real(made, fmt, dpi)

    monkeypatch.setattr(intervals, "content", content)
    draw.draw(sums.held(), "audit", "png")
    filled = {
        (marker, dashed) for colour, marker, hollow, dashed in shapes if colour == intervals.COMPUTED and not hollow and marker in "Dx"
    }
    assert {marker for marker, _ in filled} == {"D", "x"}
    assert all(hollow for colour, marker, hollow, _ in shapes if colour == intervals.STATED and marker == "o")


def test_no_figures_nothing_to_draw() -> None:
    with pytest.raises(KgError, match="nothing to draw"):
        draw.draw(numbers.held(["36", "47"]), "audit")
