"""Files → graph → every format → graph: nothing is lost, added or altered on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg.case
from kg import rdf

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,3}(?:[._-][a-z0-9]{1,3})?", fullmatch=True).filter(lambda n: ".by-" not in n and n != "from")
#: What YAML can carry: printable, without what the reader refuses by name.
CARRIED = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\x85\ufeff")
TEXTS = st.text(CARRIED, min_size=1, max_size=30).filter(str.strip)
SAYS = st.dictionaries(st.sampled_from(["en", "ru"]), TEXTS, min_size=1)
STANCE = st.fixed_dictionaries({"stance": st.sampled_from(["asserts", "denies", "questions", "concedes"])}, optional={"note": SAYS})
SAID = st.dictionaries(st.sampled_from(["A1", "A2"]), STANCE, min_size=1)
KINDS = st.sampled_from(["factual", "causal", "normative"])
CLAIM = st.fixed_dictionaries({"says": SAYS, "kind": KINDS, "said": SAID}, optional={"note": SAYS})
PERIODS = st.sampled_from(["2020", "2020-02", "2019..2021", "..2020-01-31"])
VALUE = st.fixed_dictionaries({"value": TEXTS}, optional={"worded": SAYS, "period": PERIODS})
DOCUMENT = st.fixed_dictionaries(
    {
        "claims": st.dictionaries(NAMES.map("c-{}".format), CLAIM, max_size=4),
        "values": st.dictionaries(NAMES.map("v-{}".format), VALUE, max_size=3),
    }
)

CASE = {"base": "https://example.org/r/", "title": {"en": "R"}, "version": "1", "languages": ["en", "ru"]}
REST = {"annotators": {"M": {"name": {"en": "M"}, "kind": "person"}}, "concepts": {"K": {"name": {"en": "K"}}}}
ACTORS = {"actors": {name: {"name": {"en": name}, "kind": "person"} for name in ("A1", "A2")}}


def write(folder: Path, made: dict[str, Any]) -> None:
    document: dict[str, Any] = {"document": {"title": {"en": "D"}, "read": "full"}}
    if made["claims"]:
        document["claims"] = made["claims"]
    if made["values"]:
        document["metrics"] = {"metric": {"counts": "K", "unit": "%", "values": made["values"]}}
    for name, content in {"case": CASE | REST, "actors": ACTORS, "doc": document}.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True, default_style='"'), "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("case")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=DOCUMENT)
def test_files_to_graph_to_every_format_and_back(folder: Path, made: dict[str, Any]) -> None:
    write(folder, made)
    case = kg.case.read(folder)
    quads = set(case.quads)
    # Read as written: every text, value and stance is there, and as often.
    texts = [text for claim in made["claims"].values() for text in claim["says"].values()]
    written = [rdf.text(quad.object) for quad in quads if quad.predicate.value.endswith("/says")]
    assert sorted(written) == sorted(texts)
    values = [value["value"] for value in made["values"].values()]
    assert sorted(rdf.text(q.object) for q in quads if q.predicate.value.endswith("/ns/value")) == sorted(values)
    # The JSON-LD under our context, as somebody else's processor would read it, is the same graph.
    assert {quad for document in case.jsonld for quad in ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)} == quads
    for fmt in ("trig", "nquads", "jsonld"):
        content = rdf.serialise(quads, fmt)
        assert set(ox.parse(content, format=rdf.FORMATS[fmt])) == quads
        assert rdf.serialise(ox.parse(content, format=rdf.FORMATS[fmt]), fmt) == content
    triples = {ox.Quad(q.subject, q.predicate, q.object) for q in quads}
    for fmt in ("turtle", "ntriples"):
        content = rdf.serialise(quads, fmt)
        assert {ox.Quad(t.subject, t.predicate, t.object) for t in ox.parse(content, format=rdf.FORMATS[fmt])} == triples
