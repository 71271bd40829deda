"""Passages: `verify` holds ranges against texts, `quarantine` sets aside what fails, `write` anchors quotes."""

from kg.anchor.locate import Hit, locate
from kg.anchor.quarantine import quarantine
from kg.anchor.verify import STATES, Anchoring, Pointer, verify
from kg.anchor.write import Written, write

__all__ = ["STATES", "Anchoring", "Hit", "Pointer", "Written", "locate", "quarantine", "verify", "write"]
