"""What is told of one thing of each kind, word by word, in both languages.

`python -m tests.explain.test_golden` writes the texts anew; read what has changed.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import explain, quotes, rdf
from kg.explain import KINDS
from kg.names import RDF
from tests.explain.conftest import HERE, graph

GOLDEN = HERE / "golden"
THINGS = [
    "article:unsafe",
    "reply:said-unsafe",
    "article:lorries",
    "council",
    "mayor",
    "reply",
    "letter",
    "reply:closing",
    "article:cracks",
    "article:cracks/2025",
    "article:46-76",
    "reply:total",
    "article:pays",
    "reply:old-paper",
    "article:letter-shows",
    "reply:narrower",
    "article:how-known",
    "article:other-eyes",
    "findings:reply/total",
    "article:lorries/herald/relays",
    "crack",
    "me",
]


def path(name: str, lang: str) -> Path:
    return GOLDEN / f"{name.replace(':', '--').replace('/', '--')}.{lang}.txt"


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", THINGS)
def test_the_text_is_as_it_was(bridge: ox.Store, bridge_words: dict[str, str], name: str, lang: str) -> None:
    assert explain.explain(bridge, name, lang, bridge_words).text() == path(name, lang).read_text("utf-8")


def test_there_is_one_of_each_kind(bridge: ox.Store) -> None:
    made = {explain.explain(bridge, name).node for name in THINGS}
    classes = {rdf.text(q.object) for node in made for q in bridge.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(RDF + "type"), None)}
    assert set(KINDS) - classes == set()


def test_no_text_is_left_over() -> None:
    assert {one.name for one in GOLDEN.iterdir()} == {path(name, lang).name for name in THINGS for lang in ("en", "ru")}


if __name__ == "__main__":
    held = graph()
    at_hand = quotes.words(held, [HERE / "texts"])
    for name in THINGS:
        for lang in ("en", "ru"):
            path(name, lang).write_text(explain.explain(held, name, lang, at_hand).text(), "utf-8")
