"""Where words stand on arrows: over no box, over no other words, over as few other arrows as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

Point = tuple[float, float]
Curve = list[tuple[Point, Point, Point, Point]]

#: Where on a piece of an arrow words are tried, best first.
_TRIED = (0.5, 0.6, 0.4, 0.7, 0.3, 0.78, 0.22)
_SAMPLES = 24  # points on a piece that stand for it
_AIR = 0.03  # inches around words


def settle(curves: list[Curve], sizes: dict[int, Point], boxes: list[tuple[float, float, float, float]]) -> dict[int, Point]:
    """A centre for the words of each arrow that has some; all in inches.

    `curves` are those of all arrows, `sizes` width and height of the words by the arrow's number,
    `boxes` left, top, right and bottom of what may not be covered.
    """
    import numpy as np

    if not sizes:
        return {}
    samples = [np.array([_at(piece, t / _SAMPLES) for piece in curve for t in range(_SAMPLES + 1)]) for curve in curves]
    owners = np.concatenate([np.full(len(points), number) for number, points in enumerate(samples)])
    points = np.concatenate(samples)
    taken = np.array(boxes, dtype=float).reshape(-1, 4)
    found: dict[int, Point] = {}
    for number, (width, height) in sizes.items():
        best, least = (0.0, 0.0), float("inf")
        # From the end on: words stand in the gap before what the arrow points at, if there is room.
        for rank, (piece, t) in enumerate((piece, t) for piece in reversed(curves[number]) for t in _TRIED):
            x, y = _at(piece, t)
            box = (x - width / 2 - _AIR, y - height / 2 - _AIR, x + width / 2 + _AIR, y + height / 2 + _AIR)
            cost = 1000 * _covered(taken, box) + _crossed(points[owners != number], box) + 0.3 * rank
            if cost < least:
                best, least = (round(x, 4), round(y, 4)), cost
        found[number] = best
        x, y = best
        taken = np.vstack([taken, [[x - width / 2, y - height / 2, x + width / 2, y + height / 2]]])
    return found


def _at(piece: tuple[Point, Point, Point, Point], t: float) -> Point:
    """A point of a cubic curve."""
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    return sum(w * p[0] for w, p in zip(weights, piece, strict=True)), sum(w * p[1] for w, p in zip(weights, piece, strict=True))


def _covered(taken: np.ndarray[Any, Any], box: tuple[float, float, float, float]) -> float:
    """The area that is covered of what is taken."""
    import numpy as np

    across = np.minimum(taken[:, 2], box[2]) - np.maximum(taken[:, 0], box[0])
    down = np.minimum(taken[:, 3], box[3]) - np.maximum(taken[:, 1], box[1])
    return float((np.clip(across, 0, None) * np.clip(down, 0, None)).sum())


def _crossed(points: np.ndarray[Any, Any], box: tuple[float, float, float, float]) -> int:
    inside = (points[:, 0] > box[0]) & (points[:, 0] < box[2]) & (points[:, 1] > box[1]) & (points[:, 1] < box[3])
    return int(inside.sum())
