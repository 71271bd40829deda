"""The timeline and a metric's series: what is drawn, in which words, and that nothing is cut."""

from __future__ import annotations

import re
from itertools import combinations
from types import ModuleType
from typing import Any

import pyoxigraph as ox
import pytest

from kg import draw, rdf
from kg.draw import series, timeline
from kg.problems import KgError
from tests.draw import bridge
from tests.draw.bridge import BASE

PREFIXES = """
@prefix kg: <https://w3id.org/counterclaim/ns/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix e: <https://example.org/bridge/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words on the picture, top to bottom; none is cut, and none of one column lie over one another."""
    said: list[str] = []

    def kept(of: ModuleType) -> Any:
        real = of.content

        def content(made: Any, fmt: str, dpi: int = 110) -> bytes:
            result: bytes = real(made, fmt, dpi)
            renderer = made.canvas.get_renderer()
            drawn = [(text, text.get_window_extent(renderer)) for axes in made.axes for text in axes.texts]
            said.extend(text.get_text() for text, _ in drawn)
            for _, extent in drawn:
                assert made.bbox.x0 <= extent.x0
                assert extent.x1 <= made.bbox.x1
                assert made.bbox.y0 <= extent.y0
                assert extent.y1 <= made.bbox.y1
            for (_, a), (_, b) in combinations(drawn, 2):
                assert min(a.x1, b.x1) - max(a.x0, b.x0) < 3 or min(a.y1, b.y1) - max(a.y0, b.y0) < 4
            return result

        monkeypatch.setattr(of, "content", content)

    kept(timeline)
    kept(series)
    return said


def turtle(text: str) -> ox.Store:
    held = ox.Store()
    held.load((PREFIXES + text).encode(), format=ox.RdfFormat.TURTLE)
    return held


def test_a_timeline_in_order(words: list[str]) -> None:
    draw.draw(bridge.held(), "timeline", "png")
    assert words[:2] == ["Is the bridge safe?", "What happened when · version 1"]
    rows = [word for word in words[2:] if not re.fullmatch(r"\d{4}", word)]
    assert rows == [
        "Hairline cracks are counted no more", "by 2024-01",
        "Yearly inspections (in force, The council replies)", "from 2024-06",
        "Cracks in the bridge", "2025-02-10",
        "The council replies", "2025-03",
        "The reply in translation", "2025-04-01 – 2025-06-30",
        "document published", "reform in its status since", "break in a metric",
    ]  # fmt: skip


def test_a_timeline_in_russian_of_one_document(words: list[str]) -> None:
    draw.draw(bridge.held(), "timeline", "png", "ru", around="reply")
    assert "Ежегодные проверки (действует, Совет отвечает)" in words
    assert "не позже 2024-01" in words
    assert "Совет отвечает" in words
    assert "Трещины моста" not in words


def test_long_titles_and_long_times(words: list[str]) -> None:
    lines = [
        f'e:d{n} a kg:Document ; dct:title "{"Долгое название документа " * (1 + n % 7)}"@ru ; kg:published e:p{n} .'
        f' e:p{n} kg:written "{1890 + 3 * n}" ; kg:earliest "{1890 + 3 * n}-01-01"^^xsd:date ; kg:latest "{1890 + 3 * n}-12-31"^^xsd:date .'
        for n in range(45)
    ]
    assert draw.draw(turtle("\n".join(lines)), "timeline", "png", "ru")
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    assert {"1890", "2022"} <= set(years)


def test_no_dates() -> None:
    with pytest.raises(KgError, match="nothing to draw: no document, reform or break has a date"):
        draw.draw(ox.Store(), "timeline")


def test_a_series_of_two_documents(words: list[str]) -> None:
    draw.draw(bridge.held(), "series", "png", metric="reply:cracks")
    assert words[:2] == ["Cracks in the bridge", "Is the bridge safe? · version 1"]
    for expected in (
        "Cracks in the bridge",
        "The council replies",
        "1: by 2024-01: Hairline cracks are counted no more",
        "Not drawn, since no single plain number for one stretch of time:",
        "Cracks in the bridge: 2020–2021: 2",
        "break 1",
    ):
        assert expected in words
    assert sorted(word for word in words if word.isdigit()) == ["1", "3", "5", "9"]  # both documents' 5 stands once


def test_either_document_s_metric_gives_the_same_picture() -> None:
    one, other = (draw.draw(bridge.held(), "series", "svg", metric=f"{name}:cracks") for name in ("article", "reply"))
    assert one.replace(b"article", b"") != b""
    assert len(one) == pytest.approx(len(other), rel=0.2)


def test_many_years_and_metrics(words: list[str]) -> None:
    lines = ['e:c skos:prefLabel "Трещины"@ru .']
    for m in range(9):
        lines.append(
            f'e:d{m} dct:title "{"Длинное название документа " * 8}"@ru . e:d{m}m kg:inDocument e:d{m} ; kg:counts e:c ; kg:unit "x" .'
        )
        for year in range(1950, 2030, 9):
            o = f"e:o{m}x{year}"
            lines.append(
                f'e:d{m}m kg:observation {o} . {o} kg:value "{year * (m + 1)}" ; kg:period e:p{year} . e:p{year} kg:written "{year}" ;'
                f' kg:earliest "{year}-01-01"^^xsd:date ; kg:latest "{year}-12-31"^^xsd:date .'
            )
    held = turtle("\n".join(lines))
    series.series(held, f"{BASE}d0m", "png", "ru")
    assert sum("Длинное название" in word for word in words) == 9


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("mayor", "'mayor' is no metric with values: kg ask observations-of-a-metric lists them"),
        ("crack", "'crack' is no metric with values"),
        ("craks", r"nothing in the graph is called 'craks' \(did you mean 'cracks'\?\)"),
    ],
)
def test_no_series(metric: str, words: str) -> None:
    with pytest.raises(KgError, match=words):
        draw.draw(bridge.held(), "series", metric=metric)


def test_values_that_cannot_be_drawn() -> None:
    held = turtle('e:m kg:observation e:o ; kg:counts e:c ; kg:unit "x" ; kg:inDocument e:d . e:o kg:value "about 7" .')
    with pytest.raises(KgError, match="none of the values is a plain number for a year or less"):
        series.series(held, f"{BASE}m")


def test_a_graph_of_ours_is_what_these_graphs_are() -> None:
    """The terms used above are those of a case."""
    terms = {rdf.text(quad.predicate) for quad in bridge.held()}
    used = set(re.findall("kg:([a-z]+)", str(PREFIXES) + "kg:observation kg:counts kg:unit kg:inDocument kg:value kg:period kg:written"))
    assert {f"https://w3id.org/counterclaim/ns/{term}" for term in used if term != "in"} <= terms
