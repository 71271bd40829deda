"""What has no name of its own is told in words, in both languages, and only what is shown is looked up."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.labels import Labels, tail
from kg.names import KG, RDF
from tests import support
from tests.explain.conftest import graph

BASE = "https://example.org/bridge/"


@pytest.fixture(scope="module")
def bridge() -> ox.Store:
    return graph()


CAPTIONS = {
    "article/pays": ("Town council funds The inspector", "Городской совет финансирует: Инспектор"),
    "article/unsafe/herald/asserts": ("The Herald asserts: “The bridge is not safe”", "Газета «Вестник» утверждает: «Мост небезопасен»"),
    "followup/said-late/residents/denies": ("Residents deny: “The survey came late”", "Жители отрицают: «Осмотр запоздал»"),
    "reply/said-unsafe/council/relays/from": (
        "The Herald asserts (as reported): “The bridge is unsafe”",
        "Газета «Вестник» утверждает (в передаче других): «Мост опасен»",
    ),
    "article/letter-shows": ("“The engineer's letter” for “The bridge is not safe”", "«Письмо инженера» — довод за: «Мост небезопасен»"),
    "reply/repaired": (
        "“All cracks were repaired” against “The bridge is unsafe”",
        "«Все трещины заделаны» — довод против: «Мост опасен»",
    ),
    "reply/too-old": (
        "“A letter of 2019 shows nothing about today” against the step from “The engineer's letter” to “The bridge is not safe”",
        "«Письмо 2019 года ничего не говорит о сегодняшнем дне» — довод против: шаг («Письмо инженера» → «Мост небезопасен»)",
    ),
    "reply/total": (
        "sum: “Cracks repaired, 2024: nine” and “Cracks repaired, 2025: three” gives “Cracks repaired, 2024–2025: twelve”",
        "сумма: «Заделанные трещины, 2024: nine» и «Заделанные трещины, 2025: three» даёт «Заделанные трещины, 2024–2025: twelve»",
    ),
    "article/more": (
        "comparison: “Cracks found, 2025: fourteen” and “Cracks found, 2024: nine”",
        "сравнение: «Найденные трещины, 2025: fourteen» и «Найденные трещины, 2024: nine»",
    ),
    "reply/same": (
        "“The bridge is unsafe” says the same as “The bridge is not safe”",
        "«Мост опасен» говорит то же, что «Мост небезопасен»",
    ),
    "reply/narrower": (
        "“The survey came late” is narrower than “The mayor hid the survey on purpose”",
        "«Осмотр запоздал» — более узкое, чем «Мэр нарочно скрыл осмотр»",
    ),
    "article/how-known": (
        "imputed intent: “The mayor hid the survey on purpose” and Ivan Petrov",
        "приписанный умысел: «Мэр нарочно скрыл осмотр» и Иван Петров",
    ),
    "article/other-eyes": ("break in “Cracks found”, 2025-01-01", "разрыв ряда «Найденные трещины», 2025-01-01"),
    "article/cracks": ("Cracks found", "Найденные трещины"),
    "findings/reply/total": (
        "consistent: sum, “Cracks repaired, 2024–2025: twelve”",
        "сходится: сумма, «Заделанные трещины, 2024–2025: twelve»",
    ),
    "findings/article/more": ("consistent: comparison, “Cracks found”", "сходится: сравнение, «Найденные трещины»"),
}


@pytest.mark.parametrize("node", CAPTIONS)
def test_what_has_no_name_is_told(bridge: ox.Store, node: str) -> None:
    assert (Labels(bridge).of(BASE + node), Labels(bridge, "ru").of(BASE + node)) == CAPTIONS[node]


@pytest.mark.parametrize("kind", ["Tie", "Assertion", "Support", "Challenge", "Calculation", "Link", "Mark", "Break", "Metric", "Finding"])
def test_none_is_told_by_its_file_name(kind: str) -> None:
    held = graph(annotators=True)
    labels = Labels(held, "ru")
    nodes = [rdf.text(q.subject) for q in held.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + kind), None)]
    told = {one: labels.of(one) for one in nodes if any(held.quads_for_pattern(ox.NamedNode(one), None, None, ox.DefaultGraph()))}
    assert told
    assert not {one for one, label in told.items() if label == tail(one) or "://" in label}


def test_a_hypothesis_is_its_own_words(tmp_path: Path) -> None:
    held = support.graph(support.read(support.TESTS / "questions" / "claims-on-figures-that-do-not-add-up" / "case", tmp_path))
    node = "https://example.org/case/findings/report/meals/2023..2024/sum/2023+2024"
    assert Labels(held).of(f"{node}/hypothesis/1") == "20 is counted twice (10 + 20 + 20 = 50)"
    assert Labels(held, "ru").of(f"{node}/hypothesis/1") == "20 посчитано дважды (10 + 20 + 20 = 50)"
    assert Labels(held).of(node) == "inconsistent: sum, “meal”"
    assert Labels(held).reference(node) == "findings:report/meals/2023..2024/sum/2023+2024"


def test_many_are_counted() -> None:
    held = ox.Store()
    node, kind = ox.NamedNode("https://x.org/c/r/s"), ox.NamedNode(RDF + "type")
    held.add(ox.Quad(node, kind, ox.NamedNode(KG + "Support")))
    for number in range(5):
        held.add(ox.Quad(node, ox.NamedNode(KG + "with"), ox.NamedNode(f"https://x.org/c/r/e{number}")))
    assert Labels(held).of(node.value) == "“e0”, “e1”, “e2” and 2 more"


def test_what_leads_back_to_itself_ends() -> None:
    held = ox.Store()
    first, second = (ox.NamedNode(f"https://x.org/c/r/{name}") for name in ("one", "two"))
    for one, other in ((first, second), (second, first)):
        held.add(ox.Quad(one, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Challenge")))
        held.add(ox.Quad(one, ox.NamedNode(KG + "against"), other))
    assert Labels(held).of(first.value) == "an argument against “an argument against ‘one’”"


def test_what_is_not_asked_for_is_not_looked_up(bridge: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = Labels(bridge)
    asked: list[str] = []
    whole = labels._all

    def noted(iri: str) -> dict[str, list[ox.Literal | ox.NamedNode]]:
        asked.append(iri)
        return whole(iri)

    monkeypatch.setattr(labels, "_all", noted)
    labels.of(f"{BASE}article/pays")
    assert {tail(iri) for iri in asked} == {"pays", "council", "inspector"}
