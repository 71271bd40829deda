"""The documentation tells the truth: its case builds, its commands and keys are those there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
import kg.build
from kg import ask
from kg.case.terms import Term, classes
from kg.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FORMAT = (ROOT / "docs" / "file-format.md").read_text("utf-8")
KEYS = (ROOT / "docs" / "reference" / "keys.md").read_text("utf-8")
CASE = dict(re.findall(r"`([\w.-]+\.yaml)`\n\n```yaml\n(.*?)```", FORMAT, re.DOTALL))


def keys() -> list[str]:
    """Every key that somebody may write."""

    def of(terms: dict[str, Term]) -> set[str]:
        return {key for term in terms.values() for key in (term.key, *of(term.keys))}

    return sorted(
        set().union(*(of(terms) for name, terms in classes().items() if name not in ("Finding", "Hypothesis", "Passage", "Period")))
    )


def write(folder: Path, case: dict[str, str]) -> Path:
    for name, text in case.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_case_in_the_docs_builds_without_a_problem(tmp_path: Path) -> None:
    built = kg.build.assemble([write(tmp_path, CASE)])
    assert built.problems == []
    assert (built.summary["claims"], built.summary["counterclaims"]) == (2, 1)


def test_the_case_in_the_docs_is_as_long_as_they_say() -> None:
    assert sum(text.count("\n") for text in CASE.values()) <= 30


def test_the_example_in_the_readme_is_read(tmp_path: Path) -> None:
    document = re.search(r"```yaml\n(document:.*?)```", README, re.DOTALL)
    assert document
    built = kg.build.assemble([write(tmp_path, {**CASE, "council-reply.yaml": document[1]})])
    assert built.problems == []


def test_the_claim_in_the_readme_can_be_added(tmp_path: Path) -> None:
    steps = re.search(r"   ```yaml\n(.*?)   ```", README, re.DOTALL)
    assert steps
    entry = re.sub("^   ", "", steps[1], flags=re.MULTILINE)
    source = ROOT / "data" / "kazakhstan-2025"
    case = {path.name: path.read_text("utf-8") for path in source.glob("*.yaml")}
    article = case["standard-kz-2025-05.yaml"]
    case["standard-kz-2025-05.yaml"] = article.replace("claims:\n", f"claims:\n{entry}", 1)
    before, after = kg.build.assemble([source]), kg.build.assemble([write(tmp_path, case)])
    assert int(str(after.summary["claims"])) == int(str(before.summary["claims"])) + 1
    assert [problem.rule for problem in after.problems] == ["no-passage"]  # the one warning that is announced


def test_what_the_readme_shows_is_what_a_build_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    printed = [line.strip() for line in CliRunner().invoke(app, ["build"]).output.splitlines()]
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown
    assert [line for line in map(str.strip, shown[1].splitlines()) if line not in printed] == []


@pytest.mark.parametrize("key", keys())
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in KEYS


@pytest.mark.parametrize("name", [command.name or command.callback.__name__ for command in app.registered_commands if command.callback])
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`kg {name}" in README


def test_the_readme_counts_the_questions() -> None:
    assert f"one of {len(ask.questions())} questions" in README


def test_every_command_in_the_readme_is_there() -> None:
    known = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    assert set(re.findall(r"(?:`|bin/)kg ([a-z]+)", README)) <= known


def test_changelog_and_version_agree() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest
    assert newest[1] == kg.__version__
    assert f"/ns/{kg.__version__}>" in (ROOT / "ontology" / "kg.ttl").read_text("utf-8")
