"""An answer's terms as a reader sees them."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import ask, questions, store
from kg.labels import Labels
from kg.names import XSD
from kg.questions import Query
from kg.wording import Wording
from tests.draw import bridge

BASE = "https://example.org/bridge/"


@pytest.fixture(scope="module")
def held() -> ox.Store:
    return bridge.held()


def node(name: str) -> ox.NamedNode:
    (found,) = {quad.subject for quad in bridge.held() if str(quad.subject).endswith(f"/{name}>")}
    assert isinstance(found, ox.NamedNode)
    return found


def words(held: ox.Store, term: object, column: str = "x", lang: str = "en") -> str:
    phrases = {"said": {"en": "it is said", "ru": "говорят"}[lang]}
    return Wording(Labels(held, lang), phrases, lang).of(column, term)


def test_nodes_have_their_labels(held: ox.Store) -> None:
    council = node("council")
    assert words(held, council) == Labels(held).name(council.value) != ""
    assert words(held, council, "id") == "council"
    assert words(held, None) == ""


def test_a_text_with_nodes_and_phrases(held: ox.Store) -> None:
    council = node("council")
    name = Labels(held).name(council.value)
    assert words(held, ox.Literal(f"{{said}}: <{council.value}>")) == f"it is said: {name}"
    assert words(held, ox.Literal("{said}"), lang="ru") == "говорят"


def test_a_list_is_sorted_and_has_nothing_twice(held: ox.Store) -> None:
    assert words(held, ox.Literal("{said} b; {said} a; {said} b")) == "it is said a; it is said b"


@pytest.mark.parametrize("text", ["b; a", "{no-such-phrase} x", "a {B}", "<b>", "<not an iri>; a"])
def test_texts_of_others_stay(held: ox.Store, text: str) -> None:
    assert words(held, ox.Literal(text)) == text


def test_a_claims_own_words_are_no_template(held: ox.Store) -> None:
    assert words(held, ox.Literal("{said}; a", language="en")) == "{said}; a"


@pytest.mark.parametrize(("lang", "expected"), [("en", "yes"), ("ru", "да")])
def test_yes_and_no(held: ox.Store, lang: str, expected: str) -> None:
    assert words(held, ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), lang=lang) == expected


def test_order() -> None:
    """Numbers by size, words by letter, whatever the store's order."""
    asked = Query("q", "", {"order": ["-n", "w"]})
    number = ox.NamedNode(XSD + "integer")
    rows = [[ox.Literal(n, datatype=number), ox.Literal(w)] for n, w in [("9", "b"), ("10", "a"), ("9", "A")]]
    answer = ask.worded(store.memory([]), asked, ask.of(["n", "w"], rows))
    assert [tuple(row.values()) for row in answer.rows] == [("10", "a"), ("9", "A"), ("9", "b")]


def test_heads_are_in_the_language_asked_for(held: ox.Store) -> None:
    assert ask.run(held, "who-disputes-whom", lang="ru").heads["who"] == questions.columns()["who"]["ru"]
