"""Pictures as they were looked at and found good; compared with a tolerance, for matplotlib changes its pixels.

After a change that is meant, `python -m tests.draw.test_golden` draws them anew: look at each before it is kept.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kg import graphs
from kg.draw import intervals, picture, series, timeline
from tests.draw import bridge, sums
from tests.draw.bridge import BASE

GOLDEN = Path(__file__).parent / "golden"
DPI = 50
#: Colours are compared in the mean of blocks of pixels. matplotlib 3.10 and 3.11 differ by 15 of 255 at most
#: (letters stand elsewhere by parts of a pixel), a missing arrow or other words by 30, a missing box by 90.
BLOCK, MOST = 8, 22


def _view(name: str, lang: str = "en") -> bytes:
    return picture.picture(bridge.view(name, lang), "png", dpi=DPI)


PICTURES: dict[str, Callable[[], bytes]] = {
    **{view: lambda view=view: _view(view) for view in graphs.VIEWS if view != "all"},  # type: ignore[misc]
    "dispute-ru": lambda: _view("dispute", "ru"),
    "timeline": lambda: timeline.timeline(bridge.held(), "png", dpi=DPI),
    "audit": lambda: intervals.intervals(sums.held(), "png", dpi=DPI),
    "audit-ru": lambda: intervals.intervals(sums.held(), "png", "ru", dpi=DPI),
    "series": lambda: series.series(bridge.held(), f"{BASE}reply/cracks", "png", dpi=DPI),
}


def pixels(made: bytes) -> np.ndarray[Any, Any]:
    from matplotlib.image import imread

    return np.asarray(imread(io.BytesIO(made), format="png")[:, :, :3] * 255)


def difference(made: bytes, kept: bytes) -> float:
    """The largest difference of a block of pixels, of 255; 255 for another size."""
    one, other = pixels(made), pixels(kept)
    if abs(one.shape[0] - other.shape[0]) > 1 or abs(one.shape[1] - other.shape[1]) > 1:
        return 255.0
    rows, columns = (min(a, b) // BLOCK for a, b in zip(one.shape[:2], other.shape[:2], strict=True))
    return float(np.abs(_blocks(one, rows, columns) - _blocks(other, rows, columns)).max())


def _blocks(of: np.ndarray[Any, Any], rows: int, columns: int) -> np.ndarray[Any, Any]:
    cut = of[: rows * BLOCK, : columns * BLOCK]
    return np.asarray(cut.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3)))


@pytest.mark.parametrize("name", PICTURES)
def test_as_it_was(name: str) -> None:
    assert difference(PICTURES[name](), (GOLDEN / f"{name}.png").read_bytes()) < MOST


def test_every_golden_picture_is_small_and_compared() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(PICTURES)
    assert all(path.stat().st_size < 60_000 for path in GOLDEN.iterdir())


def test_a_missing_box_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (GOLDEN / "dispute.png").read_bytes()
    real = picture._box
    boxes = iter(range(99))
    monkeypatch.setattr(picture, "_box", lambda *given: real(*given) if next(boxes) else None)
    assert difference(_view("dispute"), kept) > MOST


@pytest.mark.parametrize("what", ["_arrow", "_sample"])
def test_missing_arrows_and_legends_are_noticed(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (GOLDEN / "dispute.png").read_bytes()
    monkeypatch.setattr(picture, what, lambda *_: None)
    assert difference(_view("dispute"), kept) > MOST


def test_other_words_are_noticed() -> None:
    graph = bridge.view("dispute")
    graph.nodes[f"{BASE}article/unsafe"]["label"] = "It is, it is, isn't"
    assert difference(picture.picture(graph, "png", dpi=DPI), (GOLDEN / "dispute.png").read_bytes()) > MOST


def test_slightly_other_pixels_are_not() -> None:
    """A third of a pixel's shift, as another version's rounding might give."""
    kept = pixels((GOLDEN / "dispute.png").read_bytes())
    moved = kept * (2 / 3) + np.roll(kept, 1, axis=1) / 3
    from matplotlib.image import imsave

    imsave(out := io.BytesIO(), moved.round().clip(0, 255).astype(np.uint8), format="png")
    assert difference(out.getvalue(), (GOLDEN / "dispute.png").read_bytes()) < MOST


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, made in PICTURES.items():
        (GOLDEN / f"{name}.png").write_bytes(made())
