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


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("case", CASES)
def test_in_short_is_a_screen(case: str, lang: str) -> None:
    held = graph(case)
    for node in nodes(held, "Actor", "Document", "Reform", "Metric"):
        made = explain.explain(held, node, lang, brief=True)
        assert len(made.sections) == 1, node
        assert not made.others
        lines = made.text().partition("\n\n")[2].splitlines()[1:]
        assert 0 < len(lines) <= 15, f"{node}: {len(lines)} lines"
        for one in made.sections[0].sentences:
            assert not re.search(r"\{|\}|  |\(\)|[:;] \.(\s|$)| ,|^[a-zа-я]", one), f"{node}: {one}"


def section(name: str, heading: str, case: str = "kazakhstan-2025") -> tuple[str, ...]:
    made = explain.explain(graph(case), name)
    return next(one.sentences for one in made.sections if one.heading == heading)


def test_a_speaker_in_short() -> None:
    told = " ".join(section("lastayev", "In short"))
    assert told.startswith("Person; a declared party in this case.")
    assert "holds the office Commissioner for Human Rights (Ombudsman)" in told
    assert "99 stances in 2 documents: asserts 88, relays 4, denies 4, questions 2, concedes 1." in told
    assert "Coalition of NGOs of Kazakhstan against Torture (challenges 15, denials 2)" in told
    assert "documents not read in full – 1 of 2" in told
    assert "others deny, question or argue against 5 of 13 claims, Artur Lastayev (5)" in " ".join(section("coalition", "In short"))


def test_long_lists_are_grouped_and_lose_nothing() -> None:
    told = section("lastayev", "Also said, with no dispute of it recorded in this case")
    heads = [one for one in told if not one.startswith("· ")]
    assert [re.search(r"\d+ claims?:$", one)[0] for one in heads] == ["23 claims:", "39 claims:", "1 claim:"]  # type: ignore[index]
    assert len(told) - len(heads) == 23 + 39 + 1
    assert len(set(told)) == len(told)
    assert sum("All institutions of the country are now equipped with cameras" in one for one in told) == 1


def test_what_is_not_listed_is_counted() -> None:
    made = explain.explain(graph("kazakhstan-2025"), "lastayev")
    assert made.more == f"and {len(made.others) - 20} more: kg ask who-says-what -p actor=lastayev"
    assert explain.explain(graph("kazakhstan-2025"), "portal").more == ""
