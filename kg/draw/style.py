"""How things look: colours that the colour-blind tell apart, shapes and lines that grey print does.

The colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), lightened where text stands on them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """`fill` stands behind dark text; `rounding` of the corners in inches, 0 for square ones."""

    fill: str
    rounding: float


@dataclass(frozen=True)
class Line:
    """`dash` and `head` tell kinds of arrows apart without colour."""

    colour: str
    dash: str | tuple[int, tuple[int, ...]]
    head: str
    width: float = 1.1


BOXES = {
    "claim": Box("#dcebf7", 0.09),
    "observation": Box("#fbeec9", 0.0),
    "document": Box("#e6e6e6", 0.0),
    "actor": Box("#d8efe6", 0.2),
    "assertion": Box("#f4e2ec", 0.09),
}
OTHER = Box("#f2f2f2", 0.0)

#: For `--by party`: one fill a party in the order of their IRIs, white for nobody's.
PARTIES = ("#cfe3f5", "#f9dcc4", "#d3ecdf", "#f5d9e8", "#f6efb9", "#dcdcf2", "#e3e3e3")
NOBODY = "#ffffff"

SUPPORT = Line("#0072B2", "solid", "-|>", 1.2)
CHALLENGE = Line("#B8400E", (0, (5, 2)), "-|>", 1.5)
LINES = {
    "support": SUPPORT,
    "challenge": CHALLENGE,
    "annotated-support": Line("#5b3f8c", "solid", "->", 0.9),
    "annotated-challenge": Line("#5b3f8c", (0, (2, 2)), "->", 1.1),
    "part-of": Line("#767676", (0, (1, 2)), "->", 0.9),
    "in-document": Line("#a0a0a0", (0, (1, 2)), "->", 0.7),
    "funds": Line("#9A6700", "solid", "-|>", 1.6),
    "responds-to": Line("#B8400E", (0, (5, 2)), "-|>", 1.4),
    "derived-from": Line("#0072B2", "solid", "-|>", 1.6),
    "translates": Line("#0072B2", "solid", "-|>", 1.6),
    "relays": Line("#0072B2", (0, (8, 2, 2, 2)), "-|>", 1.2),
    "restates": Line("#5b3f8c", (0, (8, 2, 2, 2)), "-", 1.1),
}
PLAIN = Line("#4d4d4d", "solid", "-|>", 1.0)
