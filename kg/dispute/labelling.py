"""The grounded labelling of an argument graph: Dung's most cautious semantics, in linear time.

P. M. Dung, On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic programming and n-person
games, Artificial Intelligence 77 (1995); as labels: S. Modgil, M. Caminada, Proof theories and algorithms for abstract argumentation
frameworks (2009), section 6.4. An argument is *in* if all that attack it are *out*, and *out* if one that attacks it is *in*; what
neither reaches is *undecided*.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Literal, TypeVar

from kg.problems import KgError

Label = Literal["in", "out", "undecided"]
Argument = TypeVar("Argument", bound=Hashable)


class UnknownArgumentError(KgError, ValueError):
    """An attack names what is not among the arguments; `argument` is what it names."""

    def __init__(self, attack: object, argument: object) -> None:
        self.attack, self.argument = attack, argument
        super().__init__(f"the attack {attack!r} names {argument!r}, which is not among the arguments: add it, or take the attack out")


def grounded(arguments: Iterable[Argument], attacks: Iterable[tuple[Argument, Argument]]) -> dict[Argument, Label]:
    """The label of each argument, in the order in which they are given; an attack is a pair, who attacks whom.

    The same argument or attack twice counts once, and an argument may attack itself. Time and memory are linear in both.

    >>> grounded("abc", [("a", "b"), ("b", "c")])
    {'a': 'in', 'b': 'out', 'c': 'in'}
    >>> grounded("abc", [("a", "b"), ("b", "a"), ("b", "c")])
    {'a': 'undecided', 'b': 'undecided', 'c': 'undecided'}

    Raises:
        UnknownArgumentError: an attack names what is not among the arguments.
    """
    labels: dict[Argument, Label] = dict.fromkeys(arguments, "undecided")
    attacked: dict[Argument, list[Argument]] = {one: [] for one in labels}
    standing = dict.fromkeys(labels, 0)  # attacks on it, the same one as often as it is given, whose attacker is not out
    for attack in attacks:
        attacker, target = attack
        for one in attack:
            if one not in labels:
                raise UnknownArgumentError(attack, one)
        attacked[attacker].append(target)
        standing[target] += 1
    waiting = [one for one, count in standing.items() if not count]
    while waiting:
        one = waiting.pop()
        labels[one] = "in"
        for target in attacked[one]:
            if labels[target] == "undecided":
                labels[target] = "out"
                for freed in attacked[target]:
                    standing[freed] -= 1
                    if not standing[freed]:
                        waiting.append(freed)
    return labels
