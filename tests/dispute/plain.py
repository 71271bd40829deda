"""The grounded labelling as it is defined, slow and plain: the least fixed point of what a set of arguments defends."""

from __future__ import annotations

from collections.abc import Collection


def labels(arguments: Collection[int], attacks: Collection[tuple[int, int]]) -> dict[int, str]:
    extension: set[int] = set()
    while True:
        beaten = {target for attacker, target in attacks if attacker in extension}
        defended = {one for one in arguments if all(attacker in beaten for attacker, target in attacks if target == one)}
        if defended == extension:
            break
        extension = defended
    return {one: "in" if one in extension else "out" if one in beaten else "undecided" for one in arguments}
