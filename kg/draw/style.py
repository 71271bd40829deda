"""How things look: colours that the colour-blind tell apart, shapes and lines that grey print does.

The colours of lines are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), darkened where words have them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """`fill` stands behind dark text; `rounding` of the corners in inches, 0 for square ones.

    `mark` tells square boxes apart: a document has a folded corner, a figure a bar on its left. What is not known has a dashed
    edge (`open`).
    """

    fill: str
    rounding: float
    mark: str = ""
    open: bool = False


@dataclass(frozen=True)
class Line:
    """`dash` and `head` tell kinds of arrows apart without colour."""

    colour: str
    dash: str | tuple[int, tuple[int, ...]]
    head: str
    width: float = 1.1


BOXES = {
    "claim": Box("#dcebf7", 0.09),
    "observation": Box("#fbeec9", 0.0, "bar"),
    "document": Box("#e6e6e6", 0.0, "fold"),
    "actor": Box("#f9d9c9", 0.2),
    "assertion": Box("#f4e2ec", 0.09),
}
OTHER = Box("#f2f2f2", 0.0)

#: For `--by party`: one fill a party in the order of their IRIs, white for nobody's. Chosen by search so that any two
#: are apart for those who lack red or green cones too (a test measures it).
PARTIES = ("#a3e7f5", "#f5b1a3", "#bef5a3", "#c8bff8", "#fafad6", "#e8b0cc", "#e8d7cf")
NOBODY = "#ffffff"

#: For the views of sources and of labels: what came out → its fill. What is not known is white, with a dashed edge.
OUTCOMES = {
    "unmet": "#bcdff5",
    "met": "#f5c9a6",
    "open": "#f6eeb0",
    "no-label": NOBODY,
    "no-source": "#f5c9a6",
    "self-sourced": "#f6eeb0",
    "affiliated-only": "#e4d3f0",
    "single-root": "#bcdff5",
    "not-known-to-be-connected": "#bfe8cf",
    "sources-unknown": NOBODY,
    "unknown": NOBODY,
}
OPEN = frozenset({"no-label", "sources-unknown", "unknown"})
#: Documents that hang together stand on one ground.
CLUSTER = Box("#f0ede4", 0.06)

SUPPORT = Line("#0072B2", "solid", "-|>", 1.2)
CHALLENGE = Line("#B8400E", (0, (5, 2)), "-|>", 1.5)
LINES = {
    "support": SUPPORT,
    "challenge": CHALLENGE,
    "annotated-support": Line("#5b3f8c", "solid", "->", 0.9),
    "annotated-challenge": Line("#5b3f8c", (0, (2, 2)), "->", 1.1),
    "with": SUPPORT,
    "part-of": Line("#6a6a6a", (0, (1, 2)), "-|>", 1.1),
    "in-document": Line("#8a8a8a", (0, (1, 3)), "-", 0.8),
    "funds": Line("#9A6700", "solid", "-|>", 1.6),
    "responds-to": Line("#B8400E", (0, (5, 2)), "-|>", 1.4),
    "derived-from": Line("#0072B2", "solid", "-|>", 1.6),
    "translates": Line("#007A5A", "solid", "-|>", 2.2),
    "relays": Line("#0072B2", (0, (8, 2, 2, 2)), "-|>", 1.2),
    "no-label": Line("#4d4d4d", (0, (4, 3)), "->", 1.0),
    "by": Line("#7a4b2a", (0, (1, 2)), "->", 0.9),
    "source": Line("#0072B2", (0, (2, 2)), "-|>", 1.0),
    "from": Line("#0072B2", (0, (8, 2, 2, 2)), "->", 1.0),
    "cites": Line("#4d4d4d", "solid", "->", 0.8),
    "differs": Line("#8a5a00", (0, (3, 2, 1, 2)), "<->", 1.1),
    "narrower": Line("#767676", (0, (8, 3)), "->", 0.9),
}
PLAIN = Line("#4d4d4d", "solid", "-|>", 1.0)
