"""Every thing of both cases is explained, in both languages, and the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache

import pyoxigraph as ox
import pytest

from kg import build, explain, rdf, store
from kg.names import KG, RDF
from kg.resources import folder

KINDS = ("Claim", "Actor", "Document", "Reform", "Observation", "Metric", "Calculation")
CASES = {"velzha": 300, "kazakhstan-2025": 700}


@cache
def graph(case: str) -> ox.Store:
    return store.memory(build.assemble([folder("data") / case]).quads)


def nodes(held: ox.Store, *kinds: str) -> list[str]:
    found = held.quads_for_pattern(None, ox.NamedNode(RDF + "type"), None, ox.DefaultGraph())
    return sorted({rdf.text(q.subject) for q in found if rdf.text(q.object).removeprefix(KG) in kinds or not kinds})


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("case", CASES)
def test_everything_is_explained(case: str, lang: str) -> None:
    held = graph(case)
    found = nodes(held, *KINDS) if lang == "en" else nodes(held)
    for node in found:
        made = explain.explain(held, node, lang)
        sentences = [one for section in made.sections for one in section.sentences]
        assert sentences, node
        for one in sentences:
            assert not re.search(r"\{|\}|  |\(\)|[:;] \.(\s|$)| ,|^[a-zа-я]", one), f"{node}: {one}"
            assert KG not in one, f"{node}: {one}"
    assert len(found) > CASES[case] / 3


def test_the_same_with_any_hash_seed() -> None:
    code = (
        "import sys; from kg import build, explain, store; from kg.resources import folder\n"
        "held = store.memory(build.assemble([folder('data') / 'velzha']).quads)\n"
        "for name in ('living-velzha', 'inspectorate-reply', 'dam-kills-fish', 'journal-fish-kills'):\n"
        "    sys.stdout.write(explain.explain(held, name, 'ru').text())\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONHASHSEED"}
    texts = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**environment, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1
