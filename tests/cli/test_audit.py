"""`kg audit`: what it prints in every format, what makes it fail, and what it does with bad input."""

from __future__ import annotations

import importlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg.audit.selection import RULES
from kg.labels import terms
from kg.names import KG
from tests.cli.conftest import Kg

ROOT = Path(__file__).parents[2]
VELZHA, FIRST = ROOT / "data" / "velzha", ROOT / "data" / "kazakhstan-2025"
CASES = [VELZHA, FIRST]


@pytest.fixture(scope="session")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Both cases as they are built: reading one takes seconds, auditing it less than one."""
    from kg import build

    made = tmp_path_factory.mktemp("audit")
    for case in CASES:
        build.write(build.assemble([case]), made / case.name, picture=False)
    return {case: made / case.name for case in CASES}


@pytest.fixture
def audit(kg: Kg, graphs: dict[Path, Path]) -> Kg:
    """`audit(VELZHA, "--all")`: the command on a case that is built already."""
    return lambda case, *arguments: kg("audit", "-g", graphs[case], *arguments)


def told(audit: Kg, *arguments: str | Path) -> dict[str, Any]:
    ran = audit(*arguments, "-f", "json")
    assert ran.code == 0, ran.err
    (case,) = json.loads(ran.out)["cases"]
    assert isinstance(case, dict)
    return case


# --- the table ---


def test_what_matters_comes_first_and_the_silence_last(audit: Kg) -> None:
    ran = audit(VELZHA)
    assert (ran.code, ran.out.count("\n\n\n")) == (0, 0)
    heads = [
        "What matters (",
        "inconsistent · sum",
        "Wording and rounding (",
        "inconsistent · range",
        "What was looked at",
        "36 figures, 11 relations:",
    ]
    places = [ran.out.index(head) for head in heads]
    assert places == sorted(places)
    assert "14 (2020) + 19 (2021) + 23 (2022) + 31 (2023) = 87, while 64 is stated" in ran.out
    assert "kg explain findings:inspectorate-reply/fines-sum" in ran.out
    assert "4 figures in no relation that was tested; --all lists them" in ran.out
    assert "low-oxygen-share" not in ran.out


def test_all_shows_what_agrees_and_lists_what_no_relation_has(audit: Kg) -> None:
    ran = audit(VELZHA, "--all")
    assert "findings:ngo-report/low-oxygen-share" in ran.out
    for figure in told(audit, VELZHA)["coverage"]["unrelated"]:
        assert f"\n    {figure['id']} · " in ran.out
    assert "--all" not in ran.out


def test_why_relations_could_not_be_tested_is_told(audit: Kg) -> None:
    assert "could not be compared or checked (4): no result is stated" in audit(FIRST).out
    assert "нельзя сопоставить или проверить (4): итог не назван" in audit(FIRST, "--lang", "ru").out


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
@pytest.mark.parametrize("fmt", ["table", "md"])
def test_russian_is_russian(audit: Kg, case: Path, fmt: str) -> None:
    out = audit(case, "--lang", "ru", "--all", "-f", fmt).out
    plain = re.sub(r"«[^»]*»|findings:\S+|^ {4,}\S.*|^- `.*|   kg explain .*|--all", "", out, flags=re.MULTILINE)
    assert re.findall(r"\b[a-z]{4,}\b", plain) == []


def test_a_line_is_never_longer_than_the_page(audit: Kg) -> None:
    assert max(map(len, audit(FIRST, "--all").out.splitlines())) <= 160


# --- json ---


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_json_has_all_and_is_the_same_in_both_languages(audit: Kg, case: Path) -> None:
    made = told(audit, case)
    assert made == told(audit, case, "--lang", "ru")
    coverage = made["coverage"]
    assert len(made["figures"]) == coverage["figures"]
    assert sum(coverage["outcomes"].values()) == coverage["relations"]
    relations = [one for one in made["findings"] if one["document"]]
    assert len(relations) == coverage["relations"]
    assert {one["id"] for one in coverage["unrelated"]} == {one["id"] for one in made["figures"] if not one["tested_in"]}
    assert [one["severity"] for one in made["findings"]] == sorted(one["severity"] for one in made["findings"])
    for one in made["findings"]:
        assert one["explanation"].keys() == {"en", "ru"}
        assert one["iri"].endswith(one["id"].partition(":")[2])


def test_references_in_json_are_what_explain_takes(audit: Kg, kg: Kg, graphs: dict[Path, Path]) -> None:
    made = told(audit, VELZHA)
    finding = next(one for one in made["findings"] if one["rule"] == "sum" and one["outcome"] == "inconsistent")
    assert finding["computed"] == {"text": "87", "low": "87", "high": "87", "low_open": False, "high_open": False}
    assert finding["stated"]["low"] == "64"
    assert [(one["kind"], one["arithmetic"], one["tried"]) for one in finding["hypotheses"]] == [("left-out", "14 + 19 + 31 = 64", 4)]
    for one in [finding, *finding["inputs"], *finding["concerns"], *finding["passages"]]:
        ran = kg("explain", one["id"], "-g", graphs[VELZHA], "-f", "json")
        assert ran.code == 0, one["id"]
        assert one["iri"] in ran.out


# --- md and xlsx ---


def test_md_is_a_page_with_no_mark_up_from_texts(audit: Kg, kg: Kg, tmp_path: Path) -> None:
    out = audit(VELZHA, "-f", "md").out
    assert out.startswith("# Numbers in “Why fish die in the Velzha (a fictional dispute)”\n\n## What matters\n\n### inconsistent: sum\n\n")
    assert "`findings:inspectorate-reply/fines-sum`" in out
    shutil.copytree(VELZHA, tmp_path / "velzha")
    path = tmp_path / "velzha" / "inspectorate-reply.yaml"
    path.write_text(path.read_text("utf-8").replace("Fines in the river's basin", "'# Fines <b>in</b> [the](http://x.y) *basin*'"), "utf-8")
    marked = kg("audit", tmp_path / "velzha", "-f", "md").out
    assert "\n\n\\# Fines \\<b\\>in\\</b\\> \\[the\\](http://x.y) \\*basin\\*: 14" in marked


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_xlsx_to_a_file(audit: Kg, tmp_path: Path, case: Path) -> None:
    assert audit(case, "-f", "xlsx", "-o", tmp_path / "a.xlsx").code == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["About", "Figures", "Relations", "Steps", "Findings", "Hypotheses"]


def test_the_same_bytes_from_a_case_and_from_what_was_built_of_it(audit: Kg, kg: Kg, tmp_path: Path) -> None:
    for fmt in ("table", "json", "md", "xlsx"):
        assert audit(VELZHA, "-f", fmt, "-o", tmp_path / "a").code == 0
        assert audit(VELZHA, "-f", fmt, "-o", tmp_path / "b").code == 0
        assert kg("audit", VELZHA, "-f", fmt, "-o", tmp_path / "c").code == 0
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()


# --- what is asked for ---


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--about", "fines-sum"], {"inspectorate-reply/fines-sum"}),
        (["--about", "fines-64"], {"inspectorate-reply/fines-sum"}),
        (["--about", "inspectorate-reply:fines/2022"], {"inspectorate-reply/fines-sum"}),
        (["--about", "findings:inspectorate-reply/fines-sum"], {"inspectorate-reply/fines-sum"}),
        (["--about", "ngo-report", "--rule", "share"], {"ngo-report/low-oxygen-share"}),
        (["--rule", "sum,average", "--severity", "wording"], {"measurements/mean-of-minima", "ngo-report/five-years-sum"}),
        (["--rule", "sum", "--rule", "average", "--severity", "matters"], {"inspectorate-reply/fines-sum"}),
    ],
)
def test_only_what_is_asked_for(audit: Kg, options: list[str], names: set[str]) -> None:
    assert {one["id"] for one in told(audit, VELZHA, *options)["findings"]} == {f"findings:{name}" for name in names}


def test_what_is_left_out_is_counted(audit: Kg) -> None:
    assert re.search(r"shown are only the findings asked for: 1 of \d+", audit(VELZHA, "--about", "fines-sum").out)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "inconsistent"], 1),
        (["--fail-on", "incomplete"], 0),
        (["--fail-on", "incomplete,conflict"], 1),
        (["--fail-on", "incomplete", "--fail-on", "not-comparable"], 1),
        (["--fail-on", "conflict", "--severity", "matters"], 0),
        (["--fail-on", "inconsistent", "--about", "ngo-report"], 0),
        (["--fail-on", "not-checkable"], 0),
    ],
)
@pytest.mark.parametrize("fmt", ["table", "json", "md"])
def test_what_it_fails_on(audit: Kg, options: list[str], code: int, fmt: str) -> None:
    ran = audit(VELZHA, "-f", fmt, *options)
    assert (ran.code, ran.out != "") == (code, True)


def test_it_fails_with_its_file_written(audit: Kg, tmp_path: Path) -> None:
    assert audit(VELZHA, "-f", "xlsx", "-o", tmp_path / "a.xlsx", "--fail-on", "inconsistent").code == 1
    assert (tmp_path / "a.xlsx").stat().st_size > 10_000


# --- bad input ---


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--fail-on", "inconsistant"], 64, "--fail-on 'inconsistant' (did you mean 'inconsistent'?): there are inconsistent, conflict"),
        (["--fail-on", ""], 64, "--fail-on '': there are"),
        (["--fail-on", "consistent"], 64, "--fail-on 'consistent'"),
        (["--rule", "sums"], 64, "--rule 'sums' (did you mean 'sum'?)"),
        (["--severity", "high"], 64, "'high' is not one of"),
        (["-f", "csv"], 64, "'csv' is not one of"),
        (["--about", "fines-summ"], 2, "nothing in the graph is called 'fines-summ' (did you mean 'fines-sum'?)"),
        (["-o", "/nowhere/at/all"], 2, "/nowhere/at/all"),
        (["-g", "/nowhere"], 64, "give one of them"),
    ],
)
def test_bad_input_is_one_line(kg: Kg, options: list[str], code: int, words: str) -> None:
    ran = kg("audit", VELZHA, *options)
    assert (ran.code, ran.out, ran.err.count("\n") - ran.err.count("withheld")) == (code, "", 1)
    assert words in ran.err


def test_a_case_without_figures_says_so(kg: Kg, tmp_path: Path) -> None:
    assert kg("init", tmp_path / "new").code == 0
    ran = kg("audit", tmp_path / "new", "--fail-on", "inconsistent")
    assert ran.code == 0
    assert "No figures: nothing to recompute." in ran.out
    assert "Цифр нет" in kg("audit", tmp_path / "new", "--lang", "ru").out
    assert json.loads(kg("audit", tmp_path / "new", "-f", "json").out)["cases"][0]["coverage"]["figures"] == 0
    assert kg("audit", tmp_path / "new", "-f", "xlsx", "-o", tmp_path / "x.xlsx").code == 0


def test_names_are_those_of_the_vocabulary() -> None:
    command = importlib.import_module("kg.cli.audit")
    known = terms("ru").keys() & terms("en").keys()
    assert {f"{KG}outcome/{one}" for one in command.FAILING} <= known
    assert {f"{KG}severity/{one}" for one in command.Severity} <= known
    assert {f"{KG}rule/{one}" for one in RULES} <= known
