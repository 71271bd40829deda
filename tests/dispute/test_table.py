"""Tables and the command: what is shown, what is left out, and the phrases in both languages."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.dispute import table
from kg.dispute.phrases import PHRASES
from kg.dispute.standing import Dispute
from kg.resources import folder
from tests import support

BASE = "https://example.org/case/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return support.graph(support.read(support.TESTS / "dispute" / "case", tmp_path_factory.mktemp("case")))


def test_claims_that_nobody_disputes_are_left_out_and_counted(graph: ox.Store) -> None:
    shown = table.overview(Dispute(graph))
    ids = [row["id"] for row in shown.rows]
    assert "report:rebutted" in ids
    assert "reply:strong" not in ids
    everything = table.overview(Dispute(graph), everything=True)
    assert f"left out that nobody here disputes: {len(everything.rows) - len(ids)} " in shown.caveat
    assert "left out" not in everything.caveat


def test_of_a_party_only_its_own_answers(graph: ox.Store) -> None:
    rows = {row["id"]: row for row in table.overview(Dispute(graph), party=f"{BASE}ministry").rows}
    assert rows["report:alone"]["answers"].startswith("Ministry has not addressed it in what came later and was read in full: The reply")
    assert "report:said-so" in rows
    assert "statement:late" not in rows  # its own
    assert all("Coalition" not in row["answers"] for row in rows.values())


def test_an_account_has_all_that_is_told(graph: ox.Store) -> None:
    rows = table.account(Dispute(graph), f"{BASE}reply/told-letter").rows
    assert [row["about"] for row in rows] == [
        "the claim", "what is missing", "what is brought against it", "how it was met", "how it was met", "how it is known",
        "reported words", "mixed words", "argument against it",
    ]  # fmt: skip
    parts = table.account(Dispute(graph), f"{BASE}report/whole").rows
    assert [row["id"] for row in parts if row["about"] == "part of it"] == ["report:part-met", "report:part-silent"]


def test_in_russian(graph: ox.Store) -> None:
    rows = table.overview(Dispute(graph, lang="ru"), "ru").rows
    latin = [text for row in rows for column, text in row.items() if column in ("state", "answers", "unknown") for text in [text]]
    words = set(re.findall("[A-Za-z]{3,}", " ".join(latin))) - set(re.findall("[A-Za-z]{3,}", " ".join(map(str, _names(graph)))))
    assert words == set()


def _names(graph: ox.Store) -> list[str]:
    """What the case itself has in English only."""
    found = Dispute(graph, lang="ru").facts
    return [found.words.label(one) for one in (*found.claims, *found.documents, *found.tables("Actor"))]


def test_phrases_have_the_same_gaps_in_both_languages() -> None:
    for name, (english, russian) in PHRASES.items():
        assert sorted(re.findall(r"{(\w+)}", english)) == sorted(re.findall(r"{(\w+)}", russian)), name


VERDICTS = (r"\b(true|false|lied|lies|wrong|accepted|wins?|won|winning|refuted)\b", r"лжёт|солгал|ложн|опроверг|побед")


def test_no_verdicts() -> None:
    for place, verdicts in enumerate(VERDICTS):
        told = " ".join(texts[place] for texts in PHRASES.values())
        assert re.search(verdicts, told, re.IGNORECASE) is None


@pytest.mark.parametrize("fmt", ["table", "csv", "json", "md"])
def test_the_command(fmt: str) -> None:
    done = CliRunner().invoke(app, ["dispute", str(folder("data") / "velzha"), "-f", fmt, "--party", "water-inspectorate"])
    assert done.exit_code == 0
    assert "ngo-report:dirtiest-river" in done.stdout.replace("\\", "")
    if fmt == "json":
        assert set(json.loads(done.stdout)[0]) == set(table.HEADS) - {"about", "told"}


def test_the_command_about_a_claim() -> None:
    data = str(folder("data") / "kazakhstan-2025")
    done = CliRunner().invoke(app, ["dispute", data, "--about", "standard-kz-2025-05:practice-persists", "-f", "json"])
    rows = json.loads(done.stdout)
    assert rows[0]["told"].partition(": ")[2].startswith("In this corpus: no label.")
    assert [row["id"] for row in rows if row["about"] == "what is missing"] == ["coalition-report"]


@pytest.mark.parametrize(
    ("options", "told"),
    [(["--party", "kalinova"], "'kalinova' is no declared party: name one of"), (["--about", "nowhere"], "nothing in the graph is called")],
)
def test_what_the_command_refuses(options: list[str], told: str) -> None:
    done = CliRunner().invoke(app, ["dispute", str(folder("data") / "velzha"), *options])
    assert done.exit_code != 0
    assert told in str(done.exception)
