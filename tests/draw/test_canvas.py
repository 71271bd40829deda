"""How wide words are, and what is drawn of them."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.canvas import content, figure, width, wrap

SAMPLES = [
    "The bridge is not safe",
    "Мост небезопасен, щ",
    "Қазақстан: әөүұіңғһ ӘӨҮҰІҢҒҺ",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "iiiii lllll .....",
    "$7 and $9",
    "…—«»№“”",
]


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [7.0, 8.0, 14.0])
def test_words_are_measured_as_they_are_drawn(text: str, bold: bool, size: float) -> None:
    with figure(10, 2) as made:
        drawn = made.text(0, 0, text, fontsize=size, fontweight="bold" if bold else "normal")
        extent = drawn.get_window_extent(made.canvas.get_renderer()).width / made.dpi  # type: ignore[attr-defined]
    assert width(text, size, bold=bold) == pytest.approx(extent, rel=0.06)


@given(st.text(max_size=80), st.floats(0.3, 3))
@settings(max_examples=200, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(text, room, 8)
    assert lines
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 8) <= room or len(line) == 1 for line in lines)


@pytest.mark.parametrize("text", ["Мост", "Қазақстан әөүұіңғһ", "Straße “…” № 5 – 7 →"])
def test_the_font_has_our_letters(text: str) -> None:
    import matplotlib
    from matplotlib.ft2font import FT2Font

    font = FT2Font(f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans.ttf")
    assert all(font.get_char_index(ord(letter)) for letter in text)


@pytest.mark.parametrize("fmt", ["svg", "png", "pdf"])
def test_letters_that_the_font_has_not_are_no_warning(fmt: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with figure(3, 1) as made:
            made.text(0.1, 0.5, "桥 🌉")
            assert content(made, fmt)
    assert width("桥", 8) > 0
