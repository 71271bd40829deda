"""What the rule leaves open, and how it is set unless somebody asks otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

#: Kind of tie → (who is controlled, by whom): the ends of the tie, in both directions for an office and who holds it.
ENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "holds": (("who", "whom"), ("whom", "who")),
    "member-of": (("who", "whom"),),
    "part-of": (("who", "whom"),),
    "acts-for": (("who", "whom"),),
    "heads": (("whom", "who"),),
    "employs": (("whom", "who"),),
    "appoints": (("whom", "who"),),
    "funds": (("whom", "who"),),
    "oversees": (("whom", "who"),),
}
#: Kinds that carry control unless a tie says otherwise; funding and oversight do not.
CARRYING = frozenset({"holds", "member-of", "part-of", "acts-for", "heads", "employs", "appoints"})

#: Of pieces that differ in what they depend on, the largest independent set among so many is counted, among more it is bounded.
EXACT = 40


@dataclass(frozen=True)
class Parameters:
    """`carrying` are the kinds of ties that carry control without saying so; `threshold` is the share of funds (of 1) from which
    funding does, None for never; `umbrella` lets an organisation's membership in another carry it too; `exact` as `EXACT`.
    """

    carrying: frozenset[str] = CARRYING
    threshold: Fraction | None = None
    umbrella: bool = False
    exact: int = EXACT

    def named(self) -> tuple[str, ...]:
        """As name and value, for results: the same texts for the same parameters."""
        share = "off" if self.threshold is None else percent(self.threshold)
        return (
            f"control: {', '.join(sorted(self.carrying))}",
            f"funding threshold: {share}",
            f"organisations in umbrellas: {'yes' if self.umbrella else 'only where a tie says controls'}",
            f"exact up to: {self.exact}",
        )

    @classmethod
    def read(cls, named: Iterable[str]) -> Parameters:
        """The parameters that results name.

        >>> Parameters.read(DEFAULT.named()) == DEFAULT
        True
        """
        given = dict(one.split(": ", 1) for one in named)
        share = given["funding threshold"]
        return cls(
            frozenset(filter(None, given["control"].split(", "))),
            None if share == "off" else Fraction(share.removesuffix("%")) / 100,
            given["organisations in umbrellas"] == "yes",
            int(given["exact up to"]),
        )


def percent(share: Fraction) -> str:
    """A share of 1 in percent.

    >>> percent(Fraction(1, 2)), percent(Fraction(1, 3))
    ('50%', '100/3%')
    """
    return f"{share * 100}%"


DEFAULT = Parameters()


def variants(base: Parameters) -> Iterator[tuple[str, Parameters]]:
    """The parameters, each changed once: a kind left out or taken in, funding at any share, at a quarter, at half."""
    for kind in ENDS:
        if kind != "funds":
            sign = "-" if kind in base.carrying else "+"
            yield f"{sign}{kind}", _with(base, base.carrying ^ {kind})
    for share in (Fraction(0), Fraction(1, 4), Fraction(1, 2)):
        if base.threshold != share:
            name = f"funds>={percent(share)}" if share else "+funds"
            yield name, Parameters(base.carrying, share, base.umbrella, base.exact)
    yield f"{'-' if base.umbrella else '+'}umbrella", Parameters(base.carrying, base.threshold, not base.umbrella, base.exact)


def _with(base: Parameters, carrying: frozenset[str]) -> Parameters:
    return Parameters(carrying, base.threshold, base.umbrella, base.exact)
