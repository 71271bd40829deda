"""A sign that work is going on: on a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from kg.cli import output


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_on_a_terminal_only(stream: io.StringIO, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with output.working("reading \x1b[31m"):
        pass
    assert ("reading" in stream.getvalue()) is shown
    assert "\x1b[31m" not in stream.getvalue()


def test_closed_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with output.working("reading"):
        pass
