"""The rungs, and how each piece of evidence stands to those who make a claim."""

from __future__ import annotations

from enum import IntEnum


class Rung(IntEnum):
    """How far from those who make it a claim's sources are. UNKNOWN is no rung between others: what is known are two bounds."""

    UNKNOWN = -1
    NONE = 0
    SELF = 1
    AFFILIATED = 2
    SINGLE = 3
    SEVERAL = 4

    @property
    def key(self) -> str:
        """As results write it."""
        return KEYS[self]


#: Rung → its name in results; what it is called in words is in `kg.sources.phrases`.
KEYS: dict[Rung, str] = {
    Rung.UNKNOWN: "unknown",
    Rung.NONE: "no-source",
    Rung.SELF: "self-sourced",
    Rung.AFFILIATED: "affiliated-only",
    Rung.SINGLE: "single-root",
    Rung.SEVERAL: "not-known-to-be-connected",
}


class Standing(IntEnum):
    """Of a piece of evidence: a claimant's own, by somebody tied to a claimant or a party, not known to be neither, a third party's.

    RETRACTED is what was taken back: it counts for nothing.
    """

    RETRACTED = 0
    OWN = 1
    AFFILIATED = 2
    UNKNOWN = 3
    THIRD = 4

    @property
    def key(self) -> str:
        return self.name.lower()


def rung(standings: list[Standing], apart: int) -> Rung:
    """The rung of pieces none of which is unknown; `apart` is how many groups the third parties' make.

    >>> rung([Standing.OWN, Standing.AFFILIATED], 0).key
    'affiliated-only'
    """
    best = max(standings, default=Standing.RETRACTED)
    if best is Standing.THIRD:
        return Rung.SEVERAL if apart > 1 else Rung.SINGLE
    return {Standing.AFFILIATED: Rung.AFFILIATED, Standing.OWN: Rung.SELF}.get(best, Rung.NONE)
