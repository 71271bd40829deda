"""Words on arrows: never over a box or over one another while there is room."""

from __future__ import annotations

from kg.draw.labels import Curve, settle


def level(x0: float, x1: float, y: float) -> Curve:
    return [((x0, y), (x0 + (x1 - x0) / 2, y), (x0 + (x1 - x0) / 2, y), (x1, y))]


def test_in_the_middle_where_nothing_is_in_the_way() -> None:
    assert settle([level(0, 2, 1)], {0: (0.5, 0.1)}, []) == {0: (1.0, 1.0)}
    assert settle([level(0, 2, 1)], {}, []) == {}


def test_beside_a_box() -> None:
    x, _ = settle([level(0, 4, 1)], {0: (0.5, 0.1)}, [(1.8, 0, 2.2, 2)])[0]
    assert x + 0.25 <= 1.8 or x - 0.25 >= 2.2


def test_beside_other_words() -> None:
    curves = [level(0, 4, 1.0), level(0, 4, 1.05)]
    found = settle(curves, {0: (0.5, 0.1), 1: (0.5, 0.1)}, [])
    assert abs(found[0][0] - found[1][0]) >= 0.5


def test_off_another_arrow() -> None:
    crossing: Curve = [((2, 0), (2, 0.7), (2, 1.4), (2, 2))]
    x, _ = settle([level(0, 4, 1), crossing], {0: (0.5, 0.1)}, [])[0]
    assert abs(x - 2) > 0.25
