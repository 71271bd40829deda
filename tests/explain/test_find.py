"""What is meant by an ID: names, IRIs, passages; and what is said of those that mean nothing."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import explain
from kg.problems import KgError
from tests.explain.conftest import graph

BASE = "https://example.org/bridge"


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("unsafe", "article/unsafe"),
        ("article:unsafe", "article/unsafe"),
        (f"{BASE}/article/unsafe", "article/unsafe"),
        ("cracks/2025", "article/cracks/2025"),
        ("article:46-76", "article/text-c63650a2#char=46,76"),
        ("article#46-76", "article/text-c63650a2#char=46,76"),
        ("article#char=46,76", "article/text-c63650a2#char=46,76"),
        (f"{BASE}/article/text-c63650a2#char=46,76", "article/text-c63650a2#char=46,76"),
        ("unsafe/herald/asserts", "article/unsafe/herald/asserts"),
        ("crack", "crack"),
        ("me", "me"),
    ],
)
def test_found(bridge: ox.Store, name: str, node: str) -> None:
    assert explain.explain(bridge, name).node == f"{BASE}/{node}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("article:unsave", "nothing in the graph is called 'article:unsave'"),
        ("unsfe", "(did you mean 'unsafe'?)"),
        ("2025", "write one of"),
        ("article:46-77", "the nearest passages are article:46-76"),
        ("letter:1-2", "nothing points to a passage of 'letter'"),
        ("nowhere:1-2", "nothing in the graph is called 'nowhere'"),
        ("article:" + "9" * 5000 + "-1", "nothing in the graph is called 'article:9999"),
        ("article:lost", "'article:lost' was set aside"),
        (f"{BASE}/article/lost", "was set aside"),
        ("reply.by-second:is-it-safe", "stands in an annotator's own file: add --annotators"),
        (f"{BASE}/article/unsafer", "nothing in the graph is called"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_not_found(bridge: ox.Store, name: str, message: str) -> None:
    with pytest.raises(KgError) as raised:
        explain.explain(bridge, name)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_annotators_file_is_found_where_it_counts() -> None:
    assert explain.explain(graph(annotators=True), "reply.by-second:is-it-safe").title == "The bridge cannot be used safely"
