"""Whatever goes wrong is one line on standard error and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import build, cli, store
from kg.cli import output
from kg.problems import KgError
from tests import little
from tests.cli.conftest import Kg

#: Arguments (BUILT, CASE, TMP and FILE stand for paths) → exit code, words of the line.
FAILURES = [
    ([], 64, "Missing command"),
    (["nope"], 64, "No such command 'nope'"),
    (["build", "--nope"], 64, "No such option"),
    (["ask", "-f", "nope"], 64, "'table', 'csv', 'json', 'md'"),
    (["ask", "claims-and-counterclaims", "-p", "lang", "-g", "BUILT"], 64, "is not KEY=VALUE"),
    (["query", "ASK {}", "CASE", "-g", "BUILT"], 64, "give one of them"),
    (["query", "ASK {}", "-g", "BUILT", "--timeout", "nan"], 64, "a number of seconds"),
    (["ask", "claims-and-counterclaim", "-g", "BUILT"], 2, "did you mean 'claims-and-counterclaims'?"),
    (["ask", "claims-and-counterclaims", "-p", "langs=en", "-g", "BUILT"], 2, "did you mean 'lang'?"),
    (["ask", "claims-and-counterclaims", "-p", "claim=practise", "-g", "BUILT"], 2, "did you mean 'practice'?"),
    (["ask", "\udce9", "-g", "BUILT"], 2, "there is no question"),
    (["ask", "claims-and-counterclaims", "-p", "lang=\udce9", "-g", "BUILT"], 2, "lang has no value"),
    (["ask", "claims-and-counterclaims", "-p", "claim=a", "-p", "claim=b", "-g", "BUILT"], 64, "-p claim is given twice"),
    (["ask", "claims-and-counterclaims", "--tag", "claims"], 64, "--tag is for the list"),
    (["ask", "--tag", "clams"], 2, "did you mean 'claims'?"),
    (["ask", "nope.rq", "-g", "BUILT"], 2, "nope.rq: cannot be read"),
    (["query", "SELECT * {", "-g", "BUILT"], 2, "line 1, column 11"),
    (["query", "SELECT \udce9", "-g", "BUILT"], 2, "not UTF-8"),
    (["query", "nope.rq", "-g", "BUILT"], 2, "nope.rq: cannot be read (No such file or directory)"),
    (["query", "DROP ALL", "-g", "BUILT"], 2, "an update would change the graph"),
    (["query", "ASK {}", "-g", "TMP"], 2, "no graph was built there: run kg build"),
    (["query", "ASK {}", "-g", "BUILT", "-o", "TMP"], 2, "Is a directory"),
    (["export", "-g", "BUILT", "-o", "TMP/no/file"], 2, "cannot be written (No such file or directory)"),
    (["export", "TMP"], 2, "no case.yaml in it"),
    (["build", "TMP/nowhere"], 2, "no such folder"),
    (["build", "CASE", "-o", "FILE"], 2, "File exists"),
    (["build", "CASE", "-o", "FILE/x"], 2, "Not a directory"),
    (["build", "CASE", "-o", "TMP/out", "--text", "TMP/nowhere"], 2, "no such file or folder"),
    (["build", "TMP/\udce9"], 2, "no such folder"),
    (["anchor", "TMP"], 2, "no case.yaml in it"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), FAILURES)
def test_one_line(kg: Kg, folders: Path, tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    (tmp_path / "file").touch()
    places = {"BUILT": folders / "built", "CASE": folders / "little", "FILE": tmp_path / "file", "TMP": tmp_path}
    for name, place in places.items():
        arguments = [argument.replace(name, str(place)) for argument in arguments]
    ran = kg(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert words in ran.err


def test_help_and_version(kg: Kg) -> None:
    assert kg("--version").out == f"kg {__import__('kg').__version__}\n"
    for command in ([], ["build"], ["check"], ["anchor"], ["ask"], ["query"], ["export"]):
        ran = kg(*command, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert "Usage: kg" in ran.out


def test_a_message_is_one_line_whatever_a_path_is_called(kg: Kg, tmp_path: Path) -> None:
    assert kg("build", tmp_path / "a\nb").err.count("\n") == 1


RAISED: list[tuple[BaseException, int, str]] = [
    (KeyboardInterrupt(), 130, "kg: stopped; what was there before is there still\n"),
    (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
    (OSError(errno.ENOSPC, "No space left on device"), 2, "kg: standard output: No space left on device: nothing more was written\n"),
    (PermissionError(errno.EACCES, "Permission denied", "a"), 2, "kg: a: Permission denied: nothing more was written\n"),
    (LookupError("x\ny"), 2, "kg: a fault in kg itself, please report it (LookupError: x y); KG_TRACEBACK=1 shows where\n"),
]


@pytest.mark.parametrize(("error", "code", "message"), RAISED, ids=lambda value: type(value).__name__)
def test_what_is_raised_within(kg: Kg, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(output, "table", fail)
    monkeypatch.setattr(cli, "_mute", lambda: None)
    monkeypatch.delenv("KG_TRACEBACK", raising=False)
    ran = kg("ask")
    assert (ran.code, ran.err) == (code, message)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
def test_a_build_that_fails_leaves_the_old_graph(
    tmp_path: Path, folders: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    out = tmp_path / "out"
    build.write(build.assemble([folders / "little"]), out)
    before = set(store.quads(store.open(out)))

    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((KeyboardInterrupt, KgError)):
        build.write(build.assemble([little.folder(tmp_path, "")]), out)
    assert set(store.quads(store.open(out))) == before
    assert not list(out.rglob(".kg-*"))


# -- a process of its own: streams, pipes, signals, locales -------------------------------------


def shell(command: str, folders: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kg = f"{sys.executable} -m kg"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    return subprocess.run(
        ["bash", "-c", command.replace("KG", kg)], cwd=folders, env=environment, capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    ("command", "code", "err"),
    [
        ("KG query 'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 5000' -g built -f csv | head -1; exit ${PIPESTATUS[0]}", 0, b""),
        ("KG export -g built >&-", 2, b"kg: standard output is closed: name a file with -o\n"),
        ("KG export -g built 2>&- >&- <&-", 2, b""),
        ("KG ask > /dev/full", 2, b"kg: standard output: No space left on device: nothing more was written\n"),
        ("KG query - -g built <&-", 2, "kg: the query is empty: write SELECT …\n".encode()),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_streams(folders: Path, command: str, code: int, err: bytes) -> None:
    ran = shell(command, folders)
    assert (ran.returncode, ran.stderr) == (code, err)


@pytest.mark.slow
@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_locales(folders: Path, locale: dict[str, str]) -> None:
    ran = shell("KG ask --lang ru && echo 'ASK { ?s ?p \"пытки\" }' | KG query - -g built -f csv", folders, **locale)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Какие" in ran.stdout.decode()


def test_ctrl_c_stops_a_query_and_its_child(folders: Path) -> None:
    text = "SELECT (COUNT(*) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
    # Started from tests that run in a shell's background, it would ignore the signal.
    listening = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('kg', run_name='__main__')"
    )
    command = [sys.executable, "-c", listening, "query", text, "-g", "built"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = subprocess.Popen(command, cwd=folders, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children, until = Path(f"/proc/{running.pid}/task/{running.pid}/children"), time.monotonic() + 20
    while children.exists() and not children.read_text().strip() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"kg: stopped; what was there before is there still\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_while_it_starts(tmp_path: Path) -> None:
    """While the command is imported."""
    (tmp_path / "typer.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nimport time\ntime.sleep(60)\n")
    code = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('kg', run_name='__main__')"
    path = os.pathsep.join([str(tmp_path), *sys.path])
    ran = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"kg: stopped; what was there before is there still\n")
