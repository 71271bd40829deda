"""A matplotlib figure that gives the same bytes every time, and how wide words are on it.

What draws imports matplotlib from nowhere else.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
#: DejaVu Sans as it comes with matplotlib (Cyrillic with the letters of Kazakh, Latin), under a name of its own: a machine may
#: have another version of it, and matplotlib would take the one or the other.
FAMILY = "Counterclaim Sans"
_FILES = {("normal", 400): "", ("normal", 700): "-Bold", ("italic", 400): "-Oblique", ("italic", 700): "-BoldOblique"}

_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "kg",  # else identifiers are random
    "svg.fonttype": "path",  # else it looks different where the font is missing
    "pdf.fonttype": 42,
    "font.family": FAMILY,
    "text.parse_math": False,  # "$7,000 and $9,000" is no formula
    "text.hinting": "no_hinting",  # letters as wide as they are measured, and the same in the next version
}
_NO_DATE: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
_POINTS = 72  # an inch


@contextmanager
def figure(width: float, height: float) -> Iterator[Figure]:
    """A figure of a size in inches, untouched by anybody's settings."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    _register()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        made = Figure(figsize=(round(width, 2), round(height, 2)))
        FigureCanvasAgg(made)
        yield made


def content(made: Figure, fmt: str, dpi: int = 110) -> bytes:
    """The figure's bytes; to be called inside `figure`."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the empty box that is drawn says it
        made.savefig(out, format=fmt, metadata=_NO_DATE[fmt], dpi=dpi)
    return out.getvalue()


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of a size in points is, in inches."""
    return sum(_advance(character, bold) for character in text) * size / _POINTS


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines that are no wider than `room` inches; a word that is too long is broken. At least one line."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for character in word:
            if lines[-1] and width(lines[-1] + character, size, bold=bold) > room:
                lines.append("")
            lines[-1] += character
    return lines


@cache
def _advance(character: str, bold: bool) -> float:
    """How far a character moves on, of the size of its font."""
    font = _font(bold)
    index = font.get_char_index(ord(character))
    return float(font.load_glyph(index).linearHoriAdvance) / 65536 / 100 if index else 1.2  # an empty box, and a wide one


@cache
def _register() -> None:
    """Make our family known to matplotlib."""
    from matplotlib.font_manager import FontEntry, fontManager

    fontManager.ttflist += [
        FontEntry(fname=_path(file), name=FAMILY, style=style, variant="normal", weight=weight, stretch="normal", size="scalable")
        for (style, weight), file in _FILES.items()
    ]


def _path(file: str) -> str:
    import matplotlib

    return f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans{file}.ttf"


@cache
def _font(bold: bool) -> Any:
    from matplotlib.ft2font import FT2Font

    # Opened for ourselves: the one that matplotlib keeps has its size set while it draws.
    font = FT2Font(_path(_FILES["normal", 700 if bold else 400]))
    font.set_size(100, _POINTS)
    return font
