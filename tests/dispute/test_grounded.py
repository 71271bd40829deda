"""Grounded labels of published graphs, of thousands of random ones beside a plain solver, and of a very large one."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
import yaml

from kg.dispute import UnknownArgumentError, grounded
from kg.problems import KgError
from tests import support
from tests.dispute import plain

PUBLISHED: list[dict[str, Any]] = yaml.safe_load((support.TESTS / "dispute" / "graphs.yml").read_text("utf-8"))


@pytest.mark.parametrize("graph", PUBLISHED, ids=lambda graph: graph["from"])
def test_published(graph: dict[str, Any]) -> None:
    attacks = [tuple(attack.split(">")) for attack in graph["attacks"].split()]
    arguments = sorted({one for attack in attacks for one in attack})
    expected = {one: label for label in ("in", "out") for one in str(graph.get(label, "")).split()}
    assert grounded(arguments, [(one, other) for one, other in attacks]) == {one: expected.get(one, "undecided") for one in arguments}


def test_there_are_graphs() -> None:
    assert len(PUBLISHED) >= 10


@pytest.mark.parametrize("seed", range(40))
def test_as_it_is_defined(seed: int) -> None:
    """4,000 frameworks of up to 14 arguments, thin and dense, with attacks on oneself and the same attack twice."""
    chance = random.Random(seed)
    seen = set()
    for _ in range(100):
        size = chance.randrange(15)
        attacks = [(chance.randrange(size), chance.randrange(size)) for _ in range(chance.randrange(3 * size + 1))] if size else []
        found = grounded(range(size), attacks)
        assert found == plain.labels(range(size), attacks), (size, attacks)
        seen |= set(found.values())
    assert seen == {"in", "out", "undecided"}


def test_labels_are_sound_and_complete() -> None:
    """In: every attacker is out. Out: one is in. The same attack twice changes nothing."""
    chance = random.Random(7)
    attacks = [(chance.randrange(500), chance.randrange(500)) for _ in range(700)]
    labels = grounded(range(500), attacks)
    for one, label in labels.items():
        found = [labels[attacker] for attacker, target in attacks if target == one]
        assert (label == "in") == all(each == "out" for each in found)
        assert (label == "out") == ("in" in found)
    assert grounded(range(500), attacks * 2) == labels


def test_the_order_is_that_of_the_arguments() -> None:
    attacks = [(3, 1), (1, 2)]
    assert list(grounded([2, 3, 1, 3], attacks)) == [2, 3, 1]
    assert grounded([1, 2, 3], attacks) == grounded([3, 2, 1], reversed(attacks))


def test_nothing_at_all() -> None:
    assert grounded([], []) == {}
    assert grounded(iter("a"), iter(())) == {"a": "in"}


@pytest.mark.parametrize("attack", [("a", "z"), ("z", "a")])
def test_an_attack_on_nobody(attack: tuple[str, str]) -> None:
    with pytest.raises(UnknownArgumentError, match="'z', which is not among the arguments") as raised:
        grounded("ab", [("a", "b"), attack])
    assert raised.value.argument == "z"
    assert isinstance(raised.value, KgError)


@pytest.mark.parametrize("shape", ["chance", "chain", "star"])
def test_it_is_fast(shape: str) -> None:
    """200,000 arguments and 600,000 attacks in less than 10 s; a chain is what a solver that goes round and round dies of."""
    size, chance = 200_000, random.Random(1)
    attacks = {
        "chance": [(chance.randrange(size), chance.randrange(size)) for _ in range(3 * size)],
        "chain": [(one, one + 1) for one in range(size - 1)] * 3,
        "star": [(one, (one * 7) % 5) for one in range(size)] + [(one % 5, one) for one in range(2 * size // 2)],
    }[shape]
    started = time.process_time()
    labels = grounded(range(size), attacks)
    assert time.process_time() - started < 10
    assert len(labels) == size
    if shape == "chain":
        assert [labels[one] for one in (0, 1, size - 1)] == ["in", "out", "out"]
