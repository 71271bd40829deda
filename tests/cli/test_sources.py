"""`kg sources`: its tables and formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

VELZHA = Path(__file__).parents[2] / "data" / "velzha"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_claims_are_rows(kg: Kg) -> None:
    ran = kg("sources", VELZHA, "-f", "csv")
    assert ran.code == 0
    found = {row["id"]: row for row in rows(ran.out)}
    assert found["ngo-report:oxygen-low"]["rung"] == "a single root"
    assert json.loads(kg("sources", VELZHA, "-f", "json").out) == list(found.values())


@pytest.mark.parametrize("option", ["--by-party", "--fragile", "--sensitivity"])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_other_tables(option: str, lang: str, kg: Kg) -> None:
    ran = kg("sources", VELZHA, option, "-f", "md", "--lang", lang)
    assert ran.code == 0
    assert ran.out.startswith("| ")


def test_one_claim_is_told_in_sentences(kg: Kg) -> None:
    told = kg("sources", VELZHA, "--about", "ngo-report:oxygen-low").out
    assert told.splitlines()[0].startswith("“In July and August 2023 the water below the dam was mostly under")
    assert json.loads(kg("sources", VELZHA, "--about", "ngo-report:oxygen-low", "-f", "json").out) == told.splitlines()
    assert kg("sources", VELZHA, "--about", "oxygen-lo").code == 2


def test_parameters(kg: Kg) -> None:
    about = ("sources", VELZHA, "--about", "ngo-report:oxygen-low")
    assert "share of funds that does: 50%" in kg(*about, "--funding-threshold", "50%").out
    assert "Ties that carry control: employs;" in kg(*about, "--control", "employs").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--funding-threshold", "half"], "--funding-threshold is a share such as 50%, not 'half'"),
        (["--funding-threshold", "150%"], "--funding-threshold is a share such as 50%, not '150%'"),
        (["--funding-threshold", "50"], "--funding-threshold is a share such as 50%, not '50'"),
        (["--control", "employ"], "there is no kind of tie 'employ'"),
        (["--by-party", "--fragile"], "give one of them"),
    ],
)
def test_bad_usage(arguments: list[str], message: str, kg: Kg) -> None:
    ran = kg("sources", VELZHA, *arguments)
    assert ran.code == 64
    assert message in ran.err
