"""Names and references: what a text means, and what it cannot mean."""

from __future__ import annotations

import time

import pytest

from kg.case.hints import Hints, nearest
from kg.case.references import Names, wrong_case_name, wrong_name

C = "https://example.org/c"
NAMES = Names(
    C,
    documents={"reply", "reply.by-bob", "letter"},
    nodes={C, f"{C}/mill", f"{C}/reply", f"{C}/letter", f"{C}/reply.by-bob", f"{C}/reply/a", f"{C}/reply/a/x", f"{C}/letter/a"}
    | {f"{C}/letter/b", f"{C}/reply.by-bob/a", f"{C}/reply.by-bob/c"},
)
REPLY, BOB = [f"{C}/reply", C], [f"{C}/reply.by-bob", f"{C}/reply", C]


@pytest.mark.parametrize(
    ("text", "scopes", "iri"),
    [
        ("a", REPLY, "reply/a"),
        ("a/x", REPLY, "reply/a/x"),
        ("letter:a", REPLY, "letter/a"),
        ("reply:a", REPLY, "reply/a"),
        ("reply.by-bob:c", REPLY, "reply.by-bob/c"),
        ("mill", REPLY, "mill"),
        ("letter", REPLY, "letter"),
        ("a", BOB, "reply.by-bob/a"),
        ("a/x", BOB, "reply/a/x"),
        ("reply:a", BOB, "reply/a"),
        ("c", REPLY, None),
        ("b", REPLY, None),
        ("letter/b", REPLY, None),
        ("letter:mill", REPLY, None),
        ("mill:a", REPLY, None),
        ("letter:", REPLY, None),
        (":a", REPLY, None),
        ("", REPLY, None),
        ("/a", REPLY, None),
        ("../letter", REPLY, None),
        ("a/", REPLY, None),
        ("A", REPLY, None),
        (f"{C}/mill", REPLY, None),
    ],
)
def test_resolve(text: str, scopes: list[str], iri: str | None) -> None:
    assert NAMES.resolve(text, scopes) == (iri and f"{C}/{iri}")


@pytest.mark.parametrize("name", ["a", "A1", "2020", "2020..2022", "2020..", "..2020", "a.b-c_d", "2025-05-13", "case-1", "from-1", "9"])
def test_names(name: str) -> None:
    assert wrong_name(name) == ""


@pytest.mark.parametrize(
    "name", ["", ".a", "-a", "_a", "a.", "a b", "a/b", "a:b", "река", "a\n", "from", "a.by-b", "a#", "a%20", "@id", "é", "*"]
)
def test_no_names(name: str) -> None:
    assert wrong_name(name)


@pytest.mark.parametrize("name", ["case", "inferred", "findings", "quarantine"])
def test_reserved(name: str) -> None:
    assert not wrong_name(name)
    assert wrong_case_name(name)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("factul", "factual"), ("FACTUAL", "factual"), ("Causal", "causal"), ("xyz", ""), ("", "")],
)
def test_nearest(word: str, hint: str) -> None:
    assert nearest(word, ["factual", "causal"]) == (f" (did you mean '{hint}'?)" if hint else "")


def test_nothing_is_said_of_what_could_not_be_read() -> None:
    names = Names(C, {"reply", "letter"}, {f"{C}/reply/a"}, unread={f"{C}/letter"})
    assert names.explain("letter:zzz", REPLY) == ""
    assert names.explain("zzz", REPLY)
    assert names.explain("leter:zzz", REPLY)


def test_hints_come_to_an_end() -> None:
    words = [f"word-{i}" for i in range(1000)]
    hints = Hints()
    start = time.process_time()
    given = [hints.nearest("werd-1", words) for _ in range(5000)]
    assert time.process_time() - start < 5
    assert given[0]
    assert not given[-1]
