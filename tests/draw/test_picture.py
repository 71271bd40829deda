"""Pictures of views: what stands on them, and where."""

from __future__ import annotations

import re
import shlex
from itertools import combinations
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import build, draw, graphs, resources, store
from kg.draw import canvas, picture
from kg.draw.style import BOXES, LINES, NOBODY, PARTIES
from kg.problems import KgError
from tests.draw import bridge

VIEWS = [view for view in graphs.VIEWS if view != "all"]
LONG = "Superlongwordwithoutanyspaceatall" * 3
WORDS = ["Мост небезопасен " * 6, LONG, "Қазақстан әөүұіңғһ " * 5, "щ" * 90, "W" * 90, "$7 and $9, not \\alpha_1^2", "x"]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The axes of the last picture, with everything on it."""
    kept: dict[str, Any] = {}
    real = canvas.content

    def content(made: Any, fmt: str, dpi: int = 110) -> bytes:
        result = real(made, fmt, dpi)
        kept["axes"], kept["renderer"] = made.axes[0], made.canvas.get_renderer()
        kept["texts"] = [(t, t.get_window_extent(kept["renderer"])) for t in kept["axes"].texts]
        kept["page"] = made.bbox
        return result

    monkeypatch.setattr(picture, "content", content)
    return kept


def of_words(words: list[str]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="documents", language="ru", title=WORDS[0] * 2, version="1")
    for number, word in enumerate(words):
        graph.add_node(f"n{number}", kind="document", label=word, by=word, party="", party_name="", document="", annotated=False)
    for a, b in combinations(graph, 2):
        graph.add_edge(a, b, kind="quarrels-with", label="ставит под сомнение источник", note="2020..2024, 33%")
    return graph


def boxes(drawn: Any) -> list[Any]:
    from matplotlib.patches import FancyBboxPatch

    found = [patch for patch in drawn["axes"].patches if isinstance(patch, FancyBboxPatch)]
    return [patch.get_window_extent(drawn["renderer"]) for patch in found if patch.get_width() > 1]


def check(drawn: Any) -> None:
    """Nothing is cut by the page, no words leave their box, no words on arrows touch boxes or one another."""
    page, here = drawn["page"], boxes(drawn)
    tolerance = 2  # pixels of 110 an inch
    on_arrows = []
    for text, extent in drawn["texts"]:
        assert extent.x0 >= page.x0
        assert extent.x1 <= page.x1
        assert extent.y0 >= page.y0
        assert extent.y1 <= page.y1
        inside = [b for b in here if b.x0 <= (extent.x0 + extent.x1) / 2 <= b.x1 and b.y0 <= (extent.y0 + extent.y1) / 2 <= b.y1]
        if text.get_zorder() == 4:
            box = min(inside, key=lambda b: b.width * b.height)
            assert all(b is box or within(box, b) for b in inside)
            assert box.x0 - tolerance <= extent.x0
            assert extent.x1 <= box.x1 + tolerance
            assert box.y0 - tolerance <= extent.y0
            assert extent.y1 <= box.y1 + tolerance
        elif text.get_zorder() == 5:
            assert not inside
            on_arrows.append(extent)
    for extent in on_arrows:
        assert not [b for b in here if min(b.x1, extent.x1) - max(b.x0, extent.x0) > 4 and min(b.y1, extent.y1) - max(b.y0, extent.y0) > 4]
    for a, b in combinations(here, 2):
        assert a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 <= b.y0 or b.y1 <= a.y0 or within(a, b) or within(b, a)


def within(one: Any, other: Any) -> bool:
    """Documents that hang together stand in a box of their own."""
    return bool(other.x0 < one.x0 and one.x1 < other.x1 and other.y0 < one.y0 and one.y1 < other.y1)


def test_words_stay_in_their_boxes(drawn: Any) -> None:
    picture.picture(of_words(WORDS), "png")
    assert len(boxes(drawn)) == len(WORDS)
    check(drawn)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_small_pictures(drawn: Any, view: str, lang: str) -> None:
    draw.draw(bridge.held(), view, "png", lang)
    check(drawn)
    texts = [text.get_text().replace("\n", " ") for text, _ in drawn["texts"]]
    assert {"en": "Is the bridge safe?", "ru": "Безопасен ли мост?"}[lang] in texts
    assert any({"en": "version 1", "ru": "версия 1"}[lang] in text for text in texts)


@pytest.fixture(scope="module")
def first_case() -> ox.Store:
    return store.memory(build.assemble([resources.first_case()]).quads)


@pytest.mark.parametrize(("view", "lang"), [*((view, "ru") for view in VIEWS), ("dispute", "en")])
def test_the_first_case_is_drawn(drawn: Any, first_case: ox.Store, view: str, lang: str) -> None:
    draw.draw(first_case, view, "png", lang)
    check(drawn)


def test_dollars_are_no_formula(drawn: Any) -> None:
    draw.draw(bridge.held(), "dispute", "png", around="reply:unsafe-they-say", depth=0)
    graph = bridge.view("dispute")
    graph.nodes[f"{bridge.BASE}article/unsafe"]["label"] = "For $7 and $9"
    picture.picture(graph, "png")
    assert "For $7 and $9" in [text.get_text() for text, _ in drawn["texts"]]
    assert not any(text.get_parse_math() for text, _ in drawn["texts"])


def test_documents_that_hang_together_stand_in_one_box(drawn: Any) -> None:
    """With how one goes back to another; what is not known has a dashed edge and says so."""
    draw.draw(bridge.held(), "sources", "png")
    texts = [text.get_text().replace("\n", " ") for text, _ in drawn["texts"]]
    assert "these documents hang together" in texts
    assert "unknown · The Herald · translates: The council replies" in texts
    around = [a for a in boxes(drawn) if any(within(b, a) for b in boxes(drawn))]
    assert [sum(within(b, a) for b in boxes(drawn)) for a in around] == [3]
    assert sum(patch.get_linestyle() != "solid" for patch in drawn["axes"].patches if type(patch).__name__ == "FancyBboxPatch") == 9


def test_around_a_claim_its_sources_are_drawn_and_not_what_else_rests_on_them(drawn: Any) -> None:
    draw.draw(bridge.held(), "sources", "png", around="unsafe", depth=3)
    texts = " ".join(text.get_text().replace("\n", " ") for text, _ in drawn["texts"])
    assert "Cracks in the bridge, 2024: 9" in texts
    assert "these documents hang together" in texts
    assert "The weather was fine" not in texts


def test_labels_are_drawn_in_words_and_fills(drawn: Any) -> None:
    draw.draw(bridge.held(), "labels", "png")
    texts = [text.get_text().replace("\n", " ") for text, _ in drawn["texts"]]
    assert "met · The Herald · in 2 documents" in texts
    assert "unmet · The town council" in texts
    assert {"met", "unmet"} <= set(texts)  # the legend


def test_restated_claims_share_a_box_and_say_so(drawn: Any) -> None:
    draw.draw(bridge.held(), "dispute", "png")
    texts = [text.get_text().replace("\n", " ") for text, _ in drawn["texts"]]
    assert "The Herald · in 2 documents" in texts
    assert any("restated claims share a box" in text for text in texts)
    assert not any("for $7" in text for text in texts)


@pytest.mark.parametrize("named", ["unsafe", "article:unsafe", f"{bridge.BASE}article/unsafe", "unsafe-they-say"])
def test_around_by_any_name(drawn: Any, named: str) -> None:
    draw.draw(bridge.held(), "dispute", "png", around=named, depth=0)
    assert len(boxes(drawn)) == 1
    check(drawn)


def test_a_loop_and_a_circle_are_drawn(drawn: Any) -> None:
    graph = of_words(["a", "b"])
    graph.add_edge("n0", "n0", kind="relays", label="relays", note="")
    graph.add_edge("n1", "n0", kind="relays", label="relays", note="")
    picture.picture(graph, "png")
    check(drawn)


# Too much


def many(count: int, view: str = "documents") -> nx.MultiDiGraph[str]:
    graph = of_words([])
    graph.graph["view"] = view
    for number in range(count):
        graph.add_node(f"https://x.org/n{number}", kind="document", label="x", by="", party="", party_name="", document="", annotated=False)
    return graph


def test_a_hundred_boxes_are_drawn_and_one_more_is_not() -> None:
    assert picture.picture(many(100), "png", dpi=30)
    with pytest.raises(KgError, match=r"101 boxes are more than a reader can take in \(100\): draw a part, such as kg draw"):
        picture.picture(many(101))


def test_what_is_proposed_is_small_enough() -> None:
    """The busiest node of all would give as much again."""
    graph = many(205)
    nodes = list(graph)
    graph.add_edges_from((nodes[0], node, {"kind": "cites", "label": "cites", "note": ""}) for node in nodes[1:150])
    graph.add_edges_from((nodes[160], node, {"kind": "cites", "label": "cites", "note": ""}) for node in nodes[161:180])
    with pytest.raises(KgError) as raised:
        picture.picture(graph)
    centre = re.findall("--around (.*) --depth 1$", str(raised.value))[0]
    assert centre == nodes[160]
    assert picture.picture(graph, "png", centre=centre, depth=1, dpi=30)


@pytest.mark.parametrize("view", ["all", "dispute", "evidence"])
def test_the_proposal_works_when_typed(first_case: ox.Store, view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_NODES", 30)
    with pytest.raises(KgError) as raised:
        draw.draw(first_case, view, "png")
    options = shlex.split(str(raised.value).partition("such as kg draw ")[2])
    given = dict(zip(options[::2], options[1::2], strict=True))
    assert given["--view"] == view
    assert draw.draw(first_case, view, "png", around=given["--around"], depth=int(given["--depth"]))


# Nothing, and wrong names


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_case(view: str) -> None:
    with pytest.raises(KgError, match=f"nothing to draw in the view '{view}': the case has no such things yet"):
        draw.draw(ox.Store(), view)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"view": "x"}, "no view 'x'"),
        ({"fmt": "gif"}, "no picture format 'gif': svg, png, pdf"),
        ({"around": "unsave"}, r"nothing in the graph is called 'unsave' \(did you mean 'unsafe'\?\)"),
        ({"around": ""}, "nothing in the graph is called ''"),
        ({"around": "mayor"}, "'mayor' is nothing that the view 'dispute' shows"),
        ({"metric": "reply:cracks"}, "--metric is for a series: add --view series"),
        ({"view": "series"}, "name one with --metric"),
    ],
)
def test_what_cannot_be_drawn(options: dict[str, str], words: str) -> None:
    with pytest.raises(KgError, match=words):
        draw.draw(bridge.held(), **options)  # type: ignore[arg-type]


# Told apart


def test_supports_and_challenges_differ_without_colour() -> None:
    for of in ("support", "annotated-support"):
        for against in ("challenge", "annotated-challenge"):
            assert LINES[of].dash != LINES[against].dash
    looks = [(line.dash, line.head, line.width) for line in LINES.values()]
    twice = {kind for kind, line in LINES.items() if looks.count((line.dash, line.head, line.width)) > 1}
    assert twice <= {"support", "with", "funds", "derived-from"}  # these never meet, or say the same


def test_kinds_of_boxes_differ_without_colour() -> None:
    assert len({(box.rounding, box.mark) for kind, box in BOXES.items() if kind != "assertion"}) == 4


#: Machado, Oliveira and Fernandes (2009), severity 1: linear RGB as those see it who have no red or no green cones.
_BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}


def _lab(colour: str, seen: str) -> tuple[float, float, float]:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    r, g, b = (max(0.0, sum(w * c for w, c in zip(row, linear, strict=True))) for row in _BLIND[seen])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _apart(one: str, other: str, seen: str) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one, seen), _lab(other, seen), strict=True)) ** 0.5)


@pytest.mark.parametrize("seen", _BLIND)
def test_colours_are_told_apart_by_the_colour_blind(seen: str) -> None:
    for one, other in combinations((*PARTIES, NOBODY), 2):
        assert _apart(one, other, seen) > 12, (one, other)
    for one, other in combinations([BOXES[kind].fill for kind in ("claim", "observation", "document", "actor")], 2):
        assert _apart(one, other, seen) > 4, (one, other)
    assert _apart(LINES["support"].colour, LINES["challenge"].colour, seen) > 25
