"""A number that a text prints, apart from what is said about it: a mantissa and a power of ten, so that trailing zeros are kept."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(slots=True)
class Quantity:
    """`mantissa` times ten to the `exponent`, or a `share` of one.

    >>> Quantity(3330, -2, pointed=True).significant, Quantity(45, 3, scaled=3).value, Quantity(600).significant
    (-2, 45000, 2)
    """

    mantissa: int
    exponent: int = 0
    #: Decimals are printed: zeros at the end are significant.
    pointed: bool = False
    #: The power of ten of the scale with which it ends: 3 for "45 thousand".
    scaled: int = 0
    share: Fraction | None = None
    unit: str = ""
    #: up or down, by its sign.
    sign: str = ""
    #: up or down, by the word that it is ("doubled").
    direction: str = ""
    convention: str = ""
    #: Another convention reads its marks too.
    ambiguous: bool = False

    @property
    def value(self) -> Fraction | int:
        if self.share is not None:
            return self.share
        return self.mantissa * 10**self.exponent if self.exponent >= 0 else Fraction(self.mantissa, 10**-self.exponent)

    @property
    def significant(self) -> int:
        """The exponent of the place of its last significant digit: zeros at the end count only behind a decimal mark."""
        if self.share is not None:
            return -2
        if self.pointed or not self.mantissa or self.mantissa % 10:
            return self.exponent
        digits = str(self.mantissa)
        return self.exponent + len(digits) - len(digits.rstrip("0"))

    def scale(self, by: int) -> None:
        self.exponent += by
        self.scaled += by

    def add(self, share: Fraction) -> None:
        """A half or a quarter more: "2½"."""
        places = 1 if share.denominator == 2 else 2
        self.mantissa = self.mantissa * 10**places + int(share * 10**places)
        self.exponent, self.pointed = -places, True

    def negate(self) -> None:
        self.mantissa = -self.mantissa
        self.share = None if self.share is None else -self.share


def total(one: Quantity, other: Quantity) -> Quantity:
    """Both together, as precise as the other: "1 million 200 thousand" has a place of a thousand."""
    low = min(one.exponent, other.exponent)
    mantissa = one.mantissa * 10 ** (one.exponent - low) + other.mantissa * 10 ** (other.exponent - low)
    return Quantity(mantissa, low, scaled=other.scaled, convention=one.convention, ambiguous=one.ambiguous)
