"""Passages: `verify` holds ranges against texts, `quarantine` sets aside what fails, `write` anchors quotes, `moved` follows them."""

from kg.anchor.locate import Hit, locate
from kg.anchor.moved import Move, Moved, moved
from kg.anchor.quarantine import quarantine
from kg.anchor.verify import Anchoring, Pointer, verify
from kg.anchor.write import Written, write
from kg.names import STATES

__all__ = [
    "STATES",
    "Anchoring",
    "Hit",
    "Move",
    "Moved",
    "Pointer",
    "Written",
    "locate",
    "moved",
    "quarantine",
    "verify",
    "write",
]
