"""How long grounded labels take, beside the definition taken at its word and another solver, in one run.

    pip install -e '.[bench]'
    python benchmarks/dispute.py

Random frameworks with three attacks an argument, and chains, in which a solver that goes round and round needs a round for each
second argument. The definition is the least fixed point of what a set of arguments defends, with the attackers of each looked up
once. All three must give the same labels. A solver is not asked for the next size if ten times what it took is more than LIMIT.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kg.dispute import grounded

LIMIT = 30.0  # seconds
SIZES = (100, 1_000, 10_000, 200_000)
Attacks = list[tuple[int, int]]


def ours(size: int, attacks: Attacks) -> set[int]:
    return {one for one, label in grounded(range(size), attacks).items() if label == "in"}


def fixpoint(size: int, attacks: Attacks) -> set[int]:
    attackers: dict[int, set[int]] = {one: set() for one in range(size)}
    for attacker, target in attacks:
        attackers[target].add(attacker)
    extension: set[int] = set()
    while True:
        beaten = {one for one in range(size) if attackers[one] & extension}
        defended = {one for one in range(size) if attackers[one] <= beaten}
        if defended == extension:
            return extension
        extension = defended


def pyarg() -> Callable[[int, Attacks], set[int]]:
    try:
        from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
        from py_arg.abstract_argumentation_classes.argument import Argument
        from py_arg.abstract_argumentation_classes.defeat import Defeat
        from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
    except ImportError as error:
        sys.exit(f"python-argumentation is not installed ({error}): pip install -e '.[bench]'")

    def solve(size: int, attacks: Attacks) -> set[int]:
        names = [Argument(str(one)) for one in range(size)]
        defeats = [Defeat(names[attacker], names[target]) for attacker, target in dict.fromkeys(attacks)]
        return {int(one.name) for one in get_grounded_extension(AbstractArgumentationFramework("", names, defeats))}

    return solve


def graphs(size: int) -> Iterable[tuple[str, Attacks]]:
    chance = random.Random(size)
    yield "random", [(chance.randrange(size), chance.randrange(size)) for _ in range(3 * size)]
    yield "chain", [(one, one + 1) for one in range(size - 1)]


def main() -> None:
    """Time every solver on every graph; print seconds and ratios to ours."""
    solvers = {"kg.dispute.grounded": ours, "fixed point": fixpoint, "python-argumentation": pyarg()}
    late: set[tuple[str, str]] = set()
    print(f"{'graph':<8} {'arguments':>9} {'attacks':>9}  " + "  ".join(f"{name:>20}" for name in solvers))
    for size in SIZES:
        for shape, attacks in graphs(size):
            told, expected, first = [], None, 0.0
            for name, solve in solvers.items():
                if (name, shape) in late:
                    told.append(f"{'-':>20}")
                    continue
                start = time.perf_counter()
                found = solve(size, attacks)
                taken = time.perf_counter() - start
                expected, first = (found, taken) if expected is None else (expected, first)
                if found != expected:
                    sys.exit(f"{name} gives other labels on {shape}, {size} arguments")
                if 10 * taken > LIMIT:
                    late.add((name, shape))
                told.append(f"{taken:>9.4f} s {taken / first:>6.0f} ×")
            print(f"{shape:<8} {size:>9} {len(attacks):>9}  " + "  ".join(told), flush=True)


if __name__ == "__main__":
    main()
