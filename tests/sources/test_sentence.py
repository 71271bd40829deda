"""What is told: in two languages, what exactly a source supports, and never more than is known."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from kg import sources
from kg.sources.phrases import HEADS, PHRASES, say
from tests.sources.cases import graph, says, tie
from tests.sources.test_known import KNOWN


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_fill_the_same_gaps(name: str) -> None:
    gaps = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in PHRASES[name]]
    assert gaps[0] == gaps[1]
    assert all(text for text in PHRASES[name])


def test_every_phrase_is_told_somewhere() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(sources.__file__).parent.glob("*.py") if path.name != "phrases.py")
    names = set(re.findall(r'"([a-z-]+(?:\.[a-z-]+)*)"', code))
    families = set(re.findall(r'f"([a-z-]+)\.\{', code)) | {"tell", "counts"}
    rungs = {rung.key for rung in sources.Rung}
    assert [name for name in PHRASES if name not in names | rungs and name.partition(".")[0] not in families] == []
    assert all(len(words) == 2 for words in HEADS.values())


@pytest.mark.parametrize("tried", KNOWN)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_known_case_is_told_without_a_gap(tried: str, lang: str, tmp_path: Path) -> None:
    found = sources.assess(graph(tmp_path, **KNOWN[tried][0]), "report:cracked")
    told = [found.told(lang), *sources.lines(found, lang)]
    assert not [line for line in told if "{" in line or ".." in line.replace("..2", "").replace("0..", "").replace("5..", "")]
    assert all(line.endswith(".") for line in told)
    if lang == "en":
        assert not re.search(r"\b(independent|corroborated|true|false|lied|wrong)\b", " ".join(told))


def test_it_says_what_exactly_is_supported(tmp_path: Path) -> None:
    told = str(sources.assess(graph(tmp_path, a=says("lab"), b=says("institute")), "report:cracked"))
    assert "2 sources that are not known to be connected with each other, with a party or with the claimants" in told
    assert "The lab – “There are cracks”; The institute – “There are cracks”" in told


def test_a_tie_that_may_have_held_is_told_as_that(tmp_path: Path) -> None:
    lines = sources.lines(
        sources.assess(graph(tmp_path, a=says("lab") + "ties:\n" + tie("t", "league", "employs", "lab", "")), "report:cracked")
    )
    told = "\n".join(lines)
    assert "perhaps: The league employs The lab, and so to The league" in told
    assert "“The league employs The lab”: when, and how far, it held" in told


def test_without_a_store_names_are_the_ends_of_iris(tmp_path: Path) -> None:
    from tests.sources.cases import quads

    (found,) = [one for one in sources.assess_all(quads(tmp_path, a=says("lab"))) if one.claim.id.endswith("cracked")]
    assert "cracked" in str(found)


def test_say_is_strict() -> None:
    with pytest.raises(KeyError):
        say("nothing", "en")
