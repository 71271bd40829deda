"""The command, run in this process; and the little case, built once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import cli
from tests import little
from tests.little import at


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, what is on standard output and on standard error."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


@pytest.fixture
def kg(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kg:
    """`kg("ask", "-f", "csv")`."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        with pytest.raises(SystemExit) as raised:
            cli.main()
        out, err = capsysbinary.readouterr()
        code = raised.value.code
        assert isinstance(code, int)
        return Ran(code, out.decode(), err.decode())

    return run


BODY = (
    little.body(
        f"- {{stance: asserts, at: {at('осуждено 47')}}}\n"
        f"- {{stance: denies, as: panel, at: {at('отчёт').partition('/')[0]}/00000000}}\n"
        f"- {{stance: relays, at: {at('Доля')}, from: {{by: panel, stance: asserts}}}}"
    )
    + f"metrics:\n  convictions:\n    counts: conviction\n    unit: person\n    values: {{2024: {{value: 47, at: {at('47')}}}}}\n"
)


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`little/`, a case; `texts/` with its text; `built/`, what was built of them."""
    from kg import build

    made = tmp_path_factory.mktemp("cli")
    little.folder(made, BODY)
    (made / "texts").mkdir()
    (made / "texts" / "any name").write_bytes(little.TEXT.encode())
    build.write(build.assemble([made / "little"], [made / "texts"]), made / "built")
    return made
