"""A matplotlib figure that gives the same bytes every time. What draws on one imports it from here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")

_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "kg",  # else identifiers are random
    "svg.fonttype": "path",  # else it looks different where the font is missing
    "pdf.fonttype": 42,
    "font.family": "DejaVu Sans",  # comes with matplotlib, Cyrillic and Latin
}
_NO_DATE: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}


@contextmanager
def figure(width: float, height: float) -> Iterator[Figure]:
    """A figure of a size in inches, untouched by anybody's settings."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        made = Figure(figsize=(round(width, 2), round(height, 2)))
        FigureCanvasAgg(made)
        yield made


def content(made: Figure, fmt: str) -> bytes:
    """The figure's bytes; to be called inside `figure`."""
    out = io.BytesIO()
    made.savefig(out, format=fmt, metadata=_NO_DATE[fmt], dpi=110)
    return out.getvalue()
