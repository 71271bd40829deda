"""Messages: one line, plain, and never without end; hints at where a key belongs."""

from __future__ import annotations

import pytest

from kg.case.hints import Hints, a
from kg.case.message import problem
from kg.problems import Place


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — текст 🐟", "plain — текст 🐟"),
        ("two\nlines\r\n", r"two\nlines\r\n"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u2028b\u202ec\u00a0", r"a\u2028b\u202ec\xa0"),
        ("\udcff", r"\udcff"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert problem(Place("x.yaml", 1), text).message == shown


def test_a_long_message_keeps_its_end() -> None:
    message = problem(Place("x.yaml", 1), f"'{'x' * 10_000}' is wrong: mend it").message
    assert len(message) < 500
    assert message.endswith("is wrong: mend it")


@pytest.mark.parametrize(
    ("key", "of", "known", "told"),
    [
        ("sayz", "Claim", ("says", "kind"), "a claim has no key 'sayz' (did you mean 'says'?)"),
        ("sha256", "Claim", ("says", "kind"), "a claim has no key 'sha256': it belongs under 'document: text:'"),
        ("claims", "Claim", ("says",), "a claim has no key 'claims': it belongs in a document's file or in an annotator's file"),
        ("stance", "Claim", ("says",), "a claim has no key 'stance': it belongs to an assertion"),
        ("zzzzzz", "Claim", ("says", "kind"), "a claim has no key 'zzzzzz': it has says, kind"),
    ],
)
def test_unknown_key(key: str, of: str, known: tuple[str, ...], told: str) -> None:
    assert Hints().unknown_key(key, a(of), of, known) == told
