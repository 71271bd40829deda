"""`kg anchor` writes ranges into files and leaves every other byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import anchor, case
from kg.anchor.splice import Edit, splice
from kg.problems import KgError
from tests import little
from tests.little import TEXT, at

A, B = at("осуждено 47"), at("отчёт не предотвращает")
NL = at("процента.\nЖалоб")
CAFE = "cafe\u0301 closed \U0001f6aa"
PREVENTS = at("предотвращает пытки")
SECOND = f"{TEXT.rindex('Повтор')}-{TEXT.rindex('Повтор') + 6}/{little.anchor_digest('Повтор')}"
SPAN_A = A.partition("/")[0]
SPAN_B = B.partition("/")[0]

#: Name → (what is written below the actor, after anchoring, after anchoring without quotes).
REWRITTEN = {
    "flow": (
        '{stance: asserts, quote: "осуждено 47"}  # why',
        f'{{stance: asserts, at: {A}, quote: "осуждено 47"}}  # why',
        f"{{stance: asserts, at: {A}}}  # why",
    ),
    "flow, first": (
        "{ quote: 'осуждено 47' , stance: asserts}",
        f"{{ at: {A}, quote: 'осуждено 47' , stance: asserts}}",
        f"{{ at: {A} , stance: asserts}}",
    ),
    "flow, plain, spread out": (
        "{stance: asserts,  # one\n quote: осуждено\n   47,  # two\n as: panel}",
        f"{{stance: asserts,  # one\n at: {A}, quote: осуждено\n   47,  # two\n as: panel}}",
        f"{{stance: asserts,  # one\n at: {A},  # two\n as: panel}}",
    ),
    "json": (
        '{"stance":"asserts","quote":"осуждено 47"}',
        f'{{"stance":"asserts",at: {A}, "quote":"осуждено 47"}}',
        f'{{"stance":"asserts",at: {A}}}',
    ),
    "block": (
        "stance: asserts\nquote: осуждено 47   # here\nas: panel",
        f"stance: asserts\nat: {A}\nquote: осуждено 47   # here\nas: panel",
        f"stance: asserts\nat: {A}   # here\nas: panel",
    ),
    "block, first of an item": (
        '- quote: "осуждено 47"\n  stance: asserts',
        f'- at: {A}\n  quote: "осуждено 47"\n  stance: asserts',
        f"- at: {A}\n  stance: asserts",
    ),
    "item on a line of its own": (
        "-\n  quote: 'осуждено 47'\n  stance: asserts",
        f"-\n  at: {A}\n  quote: 'осуждено 47'\n  stance: asserts",
        f"-\n  at: {A}\n  stance: asserts",
    ),
    "literal": (
        "quote: |\n  осуждено 47\n# not indented\nstance: asserts",
        f"at: {A}\nquote: |\n  осуждено 47\n# not indented\nstance: asserts",
        f"at: {A}\n# not indented\nstance: asserts",
    ),
    "literal, with a comment and an indicator": (
        "quote: |2-  # from the second line\n  осуждено 47\n\nstance: asserts",
        f"at: {A}\nquote: |2-  # from the second line\n  осуждено 47\n\nstance: asserts",
        f"at: {A}  # from the second line\n\nstance: asserts",
    ),
    "literal, two lines": (
        "stance: asserts\nquote: |-\n  процента.\n  Жалоб",
        f"stance: asserts\nat: {NL}\nquote: |-\n  процента.\n  Жалоб",
        f"stance: asserts\nat: {NL}",
    ),
    "folded": (
        "stance: asserts\nquote: >-\n  осуждено\n  47",
        f"stance: asserts\nat: {A}\nquote: >-\n  осуждено\n  47",
        f"stance: asserts\nat: {A}",
    ),
    "double quotes over lines": (
        'stance: asserts\nquote: "осуждено\n  47" # c',
        f'stance: asserts\nat: {A}\nquote: "осуждено\n  47" # c',
        f"stance: asserts\nat: {A} # c",
    ),
    "escapes": (
        'stance: asserts\nquote: "процента.\\nЖалоб"',
        f'stance: asserts\nat: {NL}\nquote: "процента.\\nЖалоб"',
        f"stance: asserts\nat: {NL}",
    ),
    "value on the next line": (
        'stance: asserts\nquote:\n  "осуждено 47"',
        f'stance: asserts\nat: {A}\nquote:\n  "осуждено 47"',
        f"stance: asserts\nat: {A}",
    ),
    "digits": (
        f"{{stance: asserts, at: {SPAN_A}}} # c",
        f"{{stance: asserts, at: {A}}} # c",
        f"{{stance: asserts, at: {A}}} # c",
    ),
    "digits of a list": (
        f"stance: asserts\nat:\n  - {SPAN_A}  # one\n  - '{SPAN_B}'",
        f"stance: asserts\nat:\n  - {A}  # one\n  - {B}",
        f"stance: asserts\nat:\n  - {A}  # one\n  - {B}",
    ),
    "a range and its quote, flow": (
        f"{{stance: asserts, at: {SPAN_A}, quote: осуждено 47}}",
        f"{{stance: asserts, at: {A}, quote: осуждено 47}}",
        f"{{stance: asserts, at: {A}}}",
    ),
    "a range and its quote, flow, quote first": (
        f"{{quote: осуждено 47, # c\n at: {A}, stance: asserts}}",
        f"{{quote: осуждено 47, # c\n at: {A}, stance: asserts}}",
        f"{{ # c\n at: {A}, stance: asserts}}",
    ),
    "a range and its quote, flow, quote in the middle": (
        f"{{at: {A}, quote: осуждено 47, stance: asserts}}",
        f"{{at: {A}, quote: осуждено 47, stance: asserts}}",
        f"{{at: {A}, stance: asserts}}",
    ),
    "a range and its quote, block": (
        f"at: {A}\nquote: осуждено 47\nstance: asserts",
        f"at: {A}\nquote: осуждено 47\nstance: asserts",
        f"at: {A}\nstance: asserts",
    ),
    "a range and its quote, block, with comments": (
        f"stance: asserts\nat: {A}\n# above\nquote: осуждено 47  # beside\n# below",
        f"stance: asserts\nat: {A}\n# above\nquote: осуждено 47  # beside\n# below",
        f"stance: asserts\nat: {A}\n# above\n  # beside\n# below",
    ),
    "a range and its quote, first of an item": (
        f"- quote: осуждено 47\n  at: {A}\n  stance: asserts",
        f"- quote: осуждено 47\n  at: {A}\n  stance: asserts",
        f"- at: {A}\n  stance: asserts",
    ),
    "a range and its quote, literal": (
        f"quote: |\n  осуждено 47\nat: {A}\nstance: asserts",
        f"quote: |\n  осуждено 47\nat: {A}\nstance: asserts",
        f"at: {A}\nstance: asserts",
    ),
    "in a chain": (
        "{stance: relays, quote: осуждено 47, from: {by: panel, stance: asserts, quote: отчёт не предотвращает}}",
        f"{{stance: relays, at: {A}, quote: осуждено 47, from: {{by: panel, stance: asserts, at: {B}, quote: отчёт не предотвращает}}}}",
        f"{{stance: relays, at: {A}, from: {{by: panel, stance: asserts, at: {B}}}}}",
    ),
    "spelled otherwise": (
        '{stance: asserts, quote: "отчет не\\u00a0предот\\u00adвращает"}',
        f'{{stance: asserts, at: {B}, quote: "отчет не\\u00a0предот\\u00adвращает"}}',
        f"{{stance: asserts, at: {B}}}",
    ),
    "the second of several": (
        "{stance: asserts, quote: Повтор, occurrence: 2}",
        f"{{stance: asserts, at: {SECOND}, quote: Повтор, occurrence: 2}}",
        f"{{stance: asserts, at: {SECOND}}}",
    ),
    "the second of several, said first": (
        "{occurrence: 2, quote: Повтор, stance: asserts}",
        f"{{occurrence: 2, at: {SECOND}, quote: Повтор, stance: asserts}}",
        f"{{at: {SECOND}, stance: asserts}}",
    ),
    "the second of several, in a block": (
        "- quote: Повтор  # again\n  occurrence: 2  # of two\n  stance: asserts",
        f"- at: {SECOND}\n  quote: Повтор  # again\n  occurrence: 2  # of two\n  stance: asserts",
        f"- at: {SECOND}  # again\n    # of two\n  stance: asserts",
    ),
    "the second of several, anchored before": (
        f"{{stance: asserts, at: {SECOND}, quote: Повтор, occurrence: 2}}",
        f"{{stance: asserts, at: {SECOND}, quote: Повтор, occurrence: 2}}",
        f"{{stance: asserts, at: {SECOND}}}",
    ),
    "the second of several, anchored before, first of an item": (
        f"- quote: Повтор\n  occurrence: 2\n  at: {SECOND}\n  stance: asserts",
        f"- quote: Повтор\n  occurrence: 2\n  at: {SECOND}\n  stance: asserts",
        f"- at: {SECOND}\n  stance: asserts",
    ),
    "a negation left out": (
        "{stance: asserts, quote: предотвращает пытки, negation: left-out}",
        f"{{stance: asserts, at: {PREVENTS}, quote: предотвращает пытки, negation: left-out}}",
        f"{{stance: asserts, at: {PREVENTS}, negation: left-out}}",
    ),
    "astral and combining characters": (
        f'{{stance: asserts, quote: "{CAFE}"}} # \U0001f6aa',
        f'{{stance: asserts, at: {at(CAFE)}, quote: "{CAFE}"}} # \U0001f6aa',
        f"{{stance: asserts, at: {at(CAFE)}}} # \U0001f6aa",
    ),
}


def anchored(folder: Path, *, drop: bool = False) -> anchor.Written:
    return anchor.write(case.read(folder), {little.sha256(TEXT): TEXT}, drop_quotes=drop)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf and no last line end"])
@pytest.mark.parametrize("drop", [False, True], ids=["keep", "drop"])
@pytest.mark.parametrize("name", REWRITTEN)
def test_rewritten(tmp_path: Path, name: str, drop: bool, ending: str) -> None:
    before, kept, dropped = (little.head() + little.body(stance) for stance in REWRITTEN[name])
    folder = little.folder(tmp_path, "")
    file = folder / "statement.yaml"

    def ended(text: str) -> bytes:
        return (text if ending == "\n" else text.rstrip("\n").replace("\n", ending)).encode()

    file.write_bytes(ended(before))
    made = anchored(folder, drop=drop)
    assert made.problems == []
    assert file.read_bytes().rstrip(b"\r\n") == ended(dropped if drop else kept).rstrip(b"\r\n")
    read = case.read(folder)
    assert {pointer.state for pointer in little.verified(read).pointers} == {"verified"}
    again = anchor.write(read, {little.sha256(TEXT): TEXT}, drop_quotes=drop)
    assert (again.files, again.quotes, again.digits, again.dropped) == ([], 0, 0, 0)


#: Stance → words of the problem; the file stays as it is.
REFUSED = [
    ("{stance: asserts, quote: осуждено}", "stands 2 times"),
    ("{stance: asserts, quote: Повтор}", "stands 2 times"),
    (
        "{stance: asserts, quote: осуждено 48}",
        "the quote 'осуждено 48' does not stand in the text: copy it from there (the text has other digits)",
    ),
    ("{stance: asserts, quote: Отчёт не предотвращает}", "copy it from there (the text has other letter case)"),
    ("{stance: asserts, quote: предотвращает пытки}", "leaves out 'не', which stands directly before it: quote it too, or confirm"),
    (f"{{stance: asserts, at: {PREVENTS}, quote: предотвращает пытки}}", "leaves out 'не', which stands directly before it"),
    ("{stance: asserts, quote: say why}", "leaves out 'can't', which stands directly before it"),
    ("{stance: asserts, quote: Повтор, occurrence: 3}", "the quote stands 2 times in the text, not 3: mend occurrence"),
    ("{stance: asserts, quote: осуждено 47, occurrence: 2}", "the quote stands 1 time in the text, not 2"),
    ("{stance: asserts, occurrence: 1}", "'occurrence' says which place of a quote is meant, and there is no quote"),
    (f"{{stance: asserts, quote: '{'x' * 41}'}}", f"the quote '{'x' * 40}…' does not"),
    (f"{{stance: asserts, at: [{SPAN_A}, {SPAN_B}], quote: осуждено 4}}", f"not what stands at {SPAN_A} or {SPAN_B}: take one"),
    ("{stance: asserts, quote: 'Доля составила 33'}", "inside a word or number"),
    (f"{{stance: asserts, at: {SPAN_A}, quote: осуждено 4}}", "the quote is not what stands at"),
    (f"{{stance: asserts, at: 0-{len(TEXT) + 1}}}", "ends beyond the text"),
]


@pytest.mark.parametrize("drop", [False, True])
@pytest.mark.parametrize(("stance", "words"), REFUSED)
def test_what_cannot_be_anchored_stays_and_is_told(tmp_path: Path, stance: str, words: str, drop: bool) -> None:
    folder = little.folder(tmp_path, little.body(stance))
    before = (folder / "statement.yaml").read_bytes()
    made = anchored(folder, drop=drop)
    assert [(p.place.line, words in p.message) for p in made.problems] == [(14, True)]
    assert (folder / "statement.yaml").read_bytes() == before
    assert made.files == []


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        (True, "{stance: asserts, quote: осуждено 47}", "give it with --text"),
        (False, "{stance: asserts, quote: осуждено 47}", "the document declares no text"),
        (True, f"{{stance: asserts, at: {SPAN_A}, quote: осуждено 47}}", "give it with --text"),
    ],
)
def test_without_the_text(tmp_path: Path, text: bool, stance: str, words: str) -> None:
    folder = little.folder(tmp_path, little.body(stance))
    file = folder / "statement.yaml"
    if not text:
        file.write_text("".join(line for line in file.read_text("utf-8").splitlines(True) if "sha256" not in line), "utf-8")
    made = anchor.write(case.read(folder), {}, drop_quotes=True)
    assert [words in p.message for p in made.problems] == [True]


@pytest.mark.parametrize("texts", [{}, {"0" * 64: "another"}])
def test_texts_that_are_none_of_the_documents(tmp_path: Path, texts: dict[str, str]) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    made = anchor.write(case.read(folder), texts, given=True)
    assert ["none that was given with --text has the sha256" in p.message for p in made.problems] == [True]


def test_a_quote_whose_digits_agree_is_dropped_without_the_text(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {A}, quote: осуждено 47}}"))
    assert anchor.write(case.read(folder), {}, drop_quotes=True).dropped == 1
    assert "quote" not in (folder / "statement.yaml").read_text("utf-8")


def test_without_the_text_a_quote_spelled_otherwise_is_left_alone(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {B}, quote: отчет не предотвращает}}"))
    before = (folder / "statement.yaml").read_bytes()
    assert anchor.write(case.read(folder), {}).problems == []
    assert ["not at hand" in p.message for p in anchor.write(case.read(folder), {}, drop_quotes=True).problems] == [True]
    assert (folder / "statement.yaml").read_bytes() == before


def test_a_dry_run_writes_nothing_and_shows_what_would_be(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    file = folder / "statement.yaml"
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    before = file.read_bytes()
    made = anchor.write(case.read(folder), {little.sha256(TEXT): TEXT}, dry_run=True)
    assert (file.read_bytes(), made.files, made.quotes) == (before, [file], 1)
    assert made.diff().splitlines() == [
        f"--- {file}",
        f"+++ {file}",
        "@@ -11,4 +11,4 @@",
        "     kind: factual",
        "     said:",
        "       ombudsman:",
        "-        {stance: asserts, quote: осуждено 47}",
        "\\ No newline at end of file",
        f"+        {{stance: asserts, at: {A}, quote: осуждено 47}}",
        "\\ No newline at end of file",
    ]


DOOR = TEXT.index("\U0001f6aa")


@pytest.mark.parametrize(
    ("written", "becomes", "words"),
    [
        (f"{DOOR}-{DOOR + 2}", f"{DOOR}-{DOOR + 1}/{little.anchor_digest(TEXT[DOOR])}", ""),
        (f"{DOOR + 3}-{DOOR + 5}", f"{DOOR + 2}-{DOOR + 4}/{little.anchor_digest('in')}", ""),
        (SPAN_A, A, ""),
        (f"{DOOR}-{DOOR + 1}", "", "between the two UTF-16 halves of one character"),
        (f"{DOOR}-{len(TEXT) + 2}", "", f"no position {len(TEXT) + 2} in a text of {len(TEXT) + 1} UTF-16 code units"),
        (A, A, ""),
    ],
)
def test_ranges_counted_as_javascript_counts(tmp_path: Path, written: str, becomes: str, words: str) -> None:
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {written}}}"))
    made = anchor.write(case.read(folder), {little.sha256(TEXT): TEXT}, utf16=True)
    assert f"at: {becomes or written}}}" in (folder / "statement.yaml").read_text("utf-8")
    assert [words in p.message for p in made.problems] == ([True] if words else [])


def test_a_quote_beside_a_range_counted_as_javascript_counts(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {DOOR + 3}-{DOOR + 9}, quote: in May}}"))
    made = anchor.write(case.read(folder), {little.sha256(TEXT): TEXT}, utf16=True, drop_quotes=True)
    assert (made.problems, made.digits, made.dropped) == ([], 1, 1)


def test_a_range_with_digits_is_counted_in_code_points_already(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {at('in May')}, quote: in May}}"))
    made = anchor.write(case.read(folder), {little.sha256(TEXT): TEXT}, utf16=True, drop_quotes=True)
    assert (made.problems, made.digits, made.dropped) == ([], 0, 1)


def test_names_that_look_like_keys_are_left_alone(tmp_path: Path) -> None:
    """An entry called `quote` or `at`, and a text in a language `at`, are no passages."""
    body = (
        f"claims:\n  quote: {{says: {{at: {SPAN_A}}}, kind: factual, said: {{ombudsman: {{stance: asserts, at: {SPAN_A}}}}}}}\n"
        "metrics:\n  at: {counts: conviction, unit: person, values: {quote: {value: 47, quote: осуждено 47}}}\n"
    )
    folder = little.folder(tmp_path, body)
    case_file = folder / "case.yaml"
    case_file.write_text(case_file.read_text("utf-8").replace("[en, ru]", "[at]"), "utf-8")
    anchored(folder)
    expected = body.replace(f"at: {SPAN_A}}}}}", f"at: {A}}}}}").replace("quote: осуждено", f"at: {A}, quote: осуждено")
    assert (folder / "statement.yaml").read_text("utf-8") == little.head() + expected


def test_several_files_and_an_annotators(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    marks = "annotation: {when: 2025}\nmarks:\n  m: {kind: unread-source, quote: отчёт не предотвращает}\n"
    (folder / "statement.by-reader.yaml").write_bytes(marks.encode())
    made = anchored(folder, drop=True)
    assert sorted(path.name for path in made.files) == ["statement.by-reader.yaml", "statement.yaml"]
    assert f"at: {B}}}" in (folder / "statement.by-reader.yaml").read_text("utf-8")


def test_a_key_that_cannot_be_rewritten_is_refused(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("stance: asserts\n? quote\n: осуждено 47"))
    before = (folder / "statement.yaml").read_bytes()
    with pytest.raises(KgError, match="could not be rewritten safely"):
        anchored(folder)
    assert (folder / "statement.yaml").read_bytes() == before


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_lost_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((KgError, KeyboardInterrupt)):
        anchored(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    (folder / "statement.yaml").chmod(0o444)
    with pytest.raises(KgError, match="read-only"):
        anchored(folder)
    assert "at:" not in (folder / "statement.yaml").read_text("utf-8")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text(max_size=4)), max_size=6))
def test_splicing_leaves_all_but_the_edits(source: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    at_least = 0
    for start, length, new in sorted(wanted):
        if at_least <= start <= len(source):
            edits.append(Edit(start, min(start + length, len(source)), new))
            at_least = edits[-1].end + 1
    made, offset, position = splice(source, edits[::-1]), 0, 0
    for edit in edits:
        assert made[position + offset : edit.start + offset] == source[position : edit.start]
        assert made[edit.start + offset :].startswith(edit.new)
        offset += len(edit.new) - (edit.end - edit.start)
        position = edit.end
    assert made[position + offset :] == source[position:]
