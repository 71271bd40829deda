"""The same input gives the same bytes: on another day, in another folder, time zone, locale, with another hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg import build, rdf, store
from kg.problems import CaseError
from tests import little
from tests.little import at

BODY = little.body(
    f"- {{stance: asserts, at: {at('осуждено 47')}}}\n"
    f"- {{stance: denies, as: panel, at: {at('отчёт').partition('/')[0]}/00000000}}\n"
    f"- {{stance: relays, at: {at('Доля')}, from: {{by: panel, stance: asserts}}}}"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("build")
    little.folder(made, BODY)
    (made / "text").write_bytes(little.TEXT.encode())
    return made


def bytes_of(out: Path) -> dict[str, bytes]:
    """What a build wrote; the store by its sorted N-Quads, and its generation's name."""
    files = {name: (out / name).read_bytes() for name in (*build.FILES, "summary.json")}
    held = rdf.serialise(store.quads(store.open(out)), "nquads")
    return {**files, "store": held, "current": (out / "store" / "current").read_bytes()}


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, bytes]:
    build.write(build.assemble([folder / "little"], [folder / "text"]), folder / "built")
    return bytes_of(folder / "built")


def test_built_again_over_itself(folder: Path, built: dict[str, bytes], tmp_path: Path) -> None:
    shutil.copytree(folder / "built", tmp_path / "built")
    build.write(build.assemble([folder / "little"], [folder / "text"]), tmp_path / "built")
    assert bytes_of(tmp_path / "built") == built


def test_files_made_in_another_order(folder: Path, built: dict[str, bytes], tmp_path: Path) -> None:
    made = tmp_path / "little"
    made.mkdir()
    for age, path in enumerate(sorted((folder / "little").iterdir(), reverse=True)):
        shutil.copy(path, made)
        os.utime(made / path.name, (age, age))
    build.write(build.assemble([made], [folder / "text"]), tmp_path / "out")
    assert bytes_of(tmp_path / "out") == built


ELSEWHERE = {
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C"},
    "home": {"HOME": "/nonexistent"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.mark.parametrize("where", [pytest.param(name, marks=[] if name == "hash seed" else pytest.mark.slow) for name in ELSEWHERE])
def test_built_elsewhere(folder: Path, built: dict[str, bytes], tmp_path: Path, where: str) -> None:
    """Each with the case named by a relative path from a folder of its own, and another umask."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **ELSEWHERE[where]}
    shutil.copytree(folder / "little", tmp_path / "little")
    command = [sys.executable, "-m", "kg", "build", "little", "-o", "out", "--text", str(folder / "text")]
    subprocess.run(command, cwd=tmp_path, env=environment, umask=0o077, check=True, capture_output=True)
    assert bytes_of(tmp_path / "out") == built


def test_the_text_decides_what_is_set_aside(folder: Path) -> None:
    assert build.assemble([folder / "little"], [folder / "text"]).summary["set aside"] == 1
    assert build.assemble([folder / "little"]).summary["set aside"] == 0


def test_a_range_beyond_the_text_needs_no_text_to_fail(tmp_path: Path) -> None:
    made = little.folder(tmp_path, little.body(f"{{stance: asserts, at: 0-{len(little.TEXT) + 1}}}"))
    assert build.assemble([made]).summary["set aside"] == 1


def test_two_cases_with_one_base_are_an_error(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "little", tmp_path / "other")
    with pytest.raises(CaseError) as raised:
        build.assemble([folder / "little", tmp_path / "other"])
    assert "give each case its own" in raised.value.problems[0].message


def test_the_errors_of_all_cases_are_told(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        shutil.copytree(folder / "little", tmp_path / name)
        (tmp_path / name / "statement.yaml").write_text("document: {titel: {en: A statement}}\n", "utf-8")
    with pytest.raises(CaseError) as raised:
        build.assemble([tmp_path / "one", tmp_path / "other"])
    assert {Path(problem.place.file).parent.name for problem in raised.value.problems} == {"one", "other"}
