"""What a claim's rung hangs on: the fewest roots to withdraw, and the roots that most claims go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from kg.sources import independent
from kg.sources.assessment import Assessment, Fragility, Piece
from kg.sources.lineage import Root
from kg.sources.rung import Rung, Standing, rung

#: Among so many roots of a group every set is tried; among more, roots are taken that most pieces go back to.
TRIED = 12


def smallest(pieces: Sequence[Piece], reached: Rung) -> Fragility:
    """The fewest roots without which a claim is on a lower rung than the one `reached` for certain; no roots on the lowest.

    A piece is gone with any of its roots; that pieces were connected stays known when what connected them is gone.
    """
    if reached <= Rung.NONE:
        return Fragility()
    if reached is Rung.SEVERAL:
        third = [piece for piece in pieces if piece.standing is Standing.THIRD]
        found = [_hit([third[n] for n in group]) for group in independent.groups([piece.may_share for piece in third])]
        found.sort(key=lambda hit: (len(hit[0]), hit[0]))
        gone = found[:-1]  # one group is left
        roots = tuple(sorted({root for some, _ in gone for root in some}))
        return Fragility(roots, Rung.SINGLE, all(exact for _, exact in found))
    roots, exact = _hit(_deciding(pieces, reached))
    left = [piece.nearest for piece in pieces if not set(roots) & set(piece.roots)]
    return Fragility(roots, rung(left, 0), exact)


def alone(pieces: Sequence[Piece], reached: Rung) -> tuple[Root, ...]:
    """Every root whose withdrawal alone takes a claim off the rung `reached` for certain."""
    if reached <= Rung.NONE:
        return ()
    if reached is not Rung.SEVERAL:
        return _common(_deciding(pieces, reached))
    third = [piece for piece in pieces if piece.standing is Standing.THIRD]
    groups = independent.groups([piece.may_share for piece in third])
    return tuple(sorted(root for group in groups for root in _common([third[n] for n in group]))) if len(groups) == 2 else ()


def _deciding(pieces: Sequence[Piece], reached: Rung) -> list[Piece]:
    """The pieces that hold a claim on a rung where one of them suffices."""
    holding = {Rung.SINGLE: Standing.THIRD, Rung.AFFILIATED: Standing.AFFILIATED, Rung.SELF: Standing.OWN}[reached]
    return [piece for piece in pieces if piece.nearest >= holding]


def _common(pieces: Sequence[Piece]) -> tuple[Root, ...]:
    """The roots that each of some pieces goes back to."""
    return tuple(sorted(frozenset.intersection(*(frozenset(piece.roots) for piece in pieces))))


def _hit(pieces: Sequence[Piece]) -> tuple[tuple[Root, ...], bool]:
    """The fewest roots such that every piece goes back to one of them, the first by name; and whether there are none fewer."""
    lines = [frozenset(piece.roots) for piece in pieces]
    lines = [one for one in dict.fromkeys(lines) if not any(other < one for other in lines)]
    if all(len(line) == 1 for line in lines):
        return tuple(sorted(root for line in lines for root in line)), True
    roots = sorted(frozenset[Root]().union(*lines))
    if len(roots) <= TRIED:
        sets = (some for size in range(1, len(roots) + 1) for some in combinations(roots, size))
        return next(some for some in sets if all(line & set(some) for line in lines)), True
    taken: list[Root] = []
    while lines:
        count: defaultdict[Root, int] = defaultdict(int)
        for line in lines:
            for root in line:
                count[root] += 1
        best = min(count, key=lambda root: (-count[root], root))
        taken.append(best)
        lines = [line for line in lines if best not in line]
    return tuple(sorted(taken)), False


def bearing(assessments: Iterable[Assessment]) -> list[tuple[Root, list[str]]]:
    """Roots, each with the claims whose evidence goes back to it; those of most claims first."""
    found: defaultdict[Root, list[str]] = defaultdict(list)
    for one in assessments:
        for root in one.roots:
            found[root].append(one.claim.id)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
