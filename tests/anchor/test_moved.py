"""Passages of a text that was replaced: each is told where it went, or that nobody can say; none is guessed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from kg import anchor, case
from tests import little
from tests.little import TEXT, at, sha256

ARROW = " → "


def edited(*changes: tuple[str, str], start: str = "") -> str:
    """The text of a page after an edit."""
    new = TEXT
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return start + new


def case_on(tmp_path: Path, stances: str, new: str) -> case.Case:
    """A case whose passages are of the old text, and whose document declares the new one."""
    return case.read(little.folder(tmp_path, little.body(stances), new))


def told(made: anchor.Moved) -> list[tuple[int, str, str]]:
    return [(move.place.line, move.to, move.why) for move in made.moves]


LONG = edited(start="Исправлено.\n")
#: Words, new text → where they are then, or what is told.
WENT = [
    ("осуждено 47", LONG, "осуждено 47", ""),
    ("Повтор. Повтор", LONG, "Повтор. Повтор", ""),
    ("осуждено 47", edited(("осуждено 47", "осуждено\u00a047")), "осуждено\u00a047", ""),
    ("отчёт", edited(("отчёт", "отчет"), ("не ", "")), "отчет", ""),
    ("осуждено 47", edited(("47", "48")), "", "gone: its words do not stand in the new text"),
    (
        "процента",
        edited(("процента", "процентам"), start="Да. "),
        "",
        "gone: its words stand in the new text only inside longer words or numbers",
    ),
    (
        "Доля",
        edited(start="Доля. "),
        "",
        f"ambiguous: its words stand 2 times in the new text, at 0-4, {TEXT.index('Доля') + 6}-{TEXT.index('Доля') + 10}",
    ),
    ("процента", edited(("процента", "не процента")), "", "leaves out 'не', which stands directly before it there"),
    ("предотвращает пытки", LONG, "предотвращает пытки", ""),  # it was left out before, as now
    (
        "предотвращает пытки",
        edited(("не предотвращает", "нет. Нет предотвращает")),
        "",
        "leaves out 'Нет', which stands directly before it there",
    ),
]


@pytest.mark.parametrize(("words", "new", "stands", "why"), WENT)
def test_with_the_old_text(tmp_path: Path, words: str, new: str, stands: str, why: str) -> None:
    read = case_on(tmp_path, f"{{stance: asserts, at: {at(words)}}}", new)
    before = (read.folder / "statement.yaml").read_bytes()
    made = anchor.moved(read, {sha256(new): new}, {sha256(TEXT): TEXT, sha256("another"): "another"})
    assert [(line, to) for line, to, _ in told(made)] == [(14, at(stands, new) if stands else "")]
    assert why in made.moves[0].why
    assert bool(made.moves[0].why) == bool(why)
    assert made.lost() == bool(why)
    assert made.used == {sha256(TEXT)}
    assert (read.folder / "statement.yaml").read_bytes() == before
    assert str(made.moves[0]).startswith(f"{read.folder}/statement.yaml:14: {at(words)}{ARROW if stands else ': '}")


@pytest.mark.parametrize(
    ("stance", "new", "stands", "why"),
    [
        (f"at: {at('осуждено 47')}", LONG, "осуждено 47", ""),
        (f"at: {at('осуждено 47')}", edited(("47", "48")), "", "its words are not known: give the old text"),
        (f"at: {at('осуждено 47')}", edited(("осуждено 47", "осуждено 471"), start="Да. "), "", "its words are not known"),
        (
            f"at: {at('осуждено 47')}",
            edited(("осуждено 47", "осуждено 47, осуждено 47"), start="Да. "),
            "",
            "ambiguous: its words stand 2 times",
        ),
        (f"at: {at('осуждено 47')}", edited(("осуждено 47", "осуждено\u00a047")), "", "its words are not known"),
        (f"at: {at('осуждено 47')}, quote: осуждено 47", edited(("осуждено 47", "осуждено\u00a047")), "осуждено\u00a047", ""),
        (f"at: {at('осуждено 47')}, quote: осуждено 48", LONG, "осуждено 47", ""),  # a quote with other digits tells nothing
        (f"at: {at('предотвращает пытки')}", LONG, "", "leaves out 'не'"),
        (f"at: {at('предотвращает пытки')}, negation: left-out", LONG, "предотвращает пытки", ""),
    ],
)
def test_without_the_old_text(tmp_path: Path, stance: str, new: str, stands: str, why: str) -> None:
    made = anchor.moved(case_on(tmp_path, f"{{stance: asserts, {stance}}}", new), {sha256(new): new})
    assert [(line, to) for line, to, _ in told(made)] == [(14, at(stands, new) if stands else "")]
    assert why in made.moves[0].why
    assert bool(made.moves[0].why) == bool(why)


@pytest.mark.parametrize("most", ["MOST_CHARACTERS", "MOST_IN_PASSAGE"])
def test_a_search_that_would_find_things_by_chance_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str) -> None:
    monkeypatch.setattr(import_module("kg.anchor.moved"), most, 10)
    made = anchor.moved(case_on(tmp_path, f"{{stance: asserts, at: {at('осуждено 47')}}}", LONG), {sha256(LONG): LONG})
    assert "give the old text" in made.moves[0].why


def test_what_stands_and_what_has_no_digits_is_not_told(tmp_path: Path) -> None:
    stances = f"- {{stance: asserts, at: {at('Доля', LONG)}}}\n- {{stance: denies, at: 0-4}}\n- {{stance: questions, quote: Доля}}"
    assert anchor.moved(case_on(tmp_path, stances, LONG), {sha256(LONG): LONG}).moves == []


def test_a_new_text_that_is_not_at_hand_tells_nothing(tmp_path: Path) -> None:
    read = case_on(tmp_path, f"{{stance: asserts, at: {at('Доля')}}}", LONG)
    assert anchor.moved(read, {}, {sha256(TEXT): TEXT}).moves == []


STANCES = (
    f"- {{stance: asserts, at: {at('осуждено 47')}}}  # why\n"
    f"- {{stance: denies, at: [{at('Доля')}, {at('отчёт не предотвращает')}]}}\n"
    f"- {{stance: questions, at: {at('in May')}}}"
)
NEW = edited(("in May", "in June"), ("отчёт", "отчет"), start="Исправлено.\n")


def test_what_has_one_place_is_written_and_every_other_byte_stays(tmp_path: Path) -> None:
    read = case_on(tmp_path, STANCES, NEW)
    file = read.folder / "statement.yaml"
    before = file.read_text("utf-8")
    trial = anchor.moved(read, {sha256(NEW): NEW}, {sha256(TEXT): TEXT}, write=True, dry_run=True)
    assert file.read_text("utf-8") == before
    made = anchor.moved(read, {sha256(NEW): NEW}, {sha256(TEXT): TEXT}, write=True)
    expected = before
    for old, new in [("осуждено 47", "осуждено 47"), ("Доля", "Доля"), ("отчёт не предотвращает", "отчет не предотвращает")]:
        expected = expected.replace(at(old), at(new, NEW))
    assert file.read_text("utf-8") == expected == made.changes[file][1]
    assert trial.diff() == made.diff()
    assert made.lost() == 1
    states = {pointer.written: pointer.state for pointer in little.verified(case.read(read.folder), NEW).pointers}
    assert sorted(states.values()) == ["quarantined", "verified", "verified", "verified"]
    assert [move.to for move in anchor.moved(case.read(read.folder), {sha256(NEW): NEW}, {sha256(TEXT): TEXT}).moves] == [""]


def test_two_passages_of_a_thing_do_not_move_to_one_place(tmp_path: Path) -> None:
    new = edited(("Повтор. Повтор.", "Повтор."), start="Да. ")
    second = TEXT.rindex("Повтор")
    both = f"[{at('Повтор')}, {second}-{second + 6}/{at('Повтор').partition('/')[2]}]"
    read = case_on(tmp_path, f"{{stance: asserts, at: {both}}}", new)
    made = anchor.moved(read, {sha256(new): new}, {sha256(TEXT): TEXT}, write=True)
    assert [bool(move.to) for move in made.moves] == [True, False]
    assert "stands beside it already" in made.moves[1].why
    case.read(read.folder)


def two_documents(tmp_path: Path) -> case.Case:
    """`later` replaces `statement`; a reader's file on the old one has a passage too."""
    folder = little.folder(tmp_path, little.body(STANCES))
    later = little.head(NEW).replace("  read: full", "  read: full\n  replaces: statement")
    (folder / "later.yaml").write_bytes(later.encode())
    marks = f"annotation: {{when: 2025}}\nmarks:\n  m: {{kind: unread-source, at: {at('Доля')}}}\n"
    (folder / "statement.by-reader.yaml").write_bytes(marks.encode())
    return case.read(folder)


def test_a_document_that_replaces_another(tmp_path: Path) -> None:
    read = two_documents(tmp_path)
    before = {path.name: path.read_bytes() for path in read.folder.iterdir()}
    made = anchor.moved(read, {sha256(NEW): NEW, sha256(TEXT): TEXT}, write=True)
    found = [at("осуждено 47", NEW), at("Доля", NEW), at("отчет не предотвращает", NEW), "", at("Доля", NEW)]
    assert [move.to for move in made.moves] == found
    assert {move.document for move in made.moves} == {"later"}
    assert str(made.moves[0]) == f"{read.folder}/statement.yaml:14: {at('осуждено 47')} → later {at('осуждено 47', NEW)}"
    assert [Path(move.place.file).name for move in made.moves][-1] == "statement.by-reader.yaml"
    assert made.lost() == 0  # the old document still says what it said
    assert {path.name: path.read_bytes() for path in read.folder.iterdir()} == before


def test_what_fails_in_its_own_text_is_not_followed_into_another(tmp_path: Path) -> None:
    read = two_documents(tmp_path)
    file = read.folder / "statement.yaml"
    file.write_bytes(file.read_bytes().replace(at("in May").partition("/")[2].encode(), b"00000000"))
    made = anchor.moved(case.read(read.folder), {sha256(NEW): NEW, sha256(TEXT): TEXT})
    assert [(move.written.endswith("00000000"), move.document) for move in made.moves] == [(True, ""), *[(False, "later")] * 4]


@pytest.mark.parametrize("text", [TEXT, NEW])
def test_of_two_documents_both_texts_are_needed(tmp_path: Path, text: str) -> None:
    assert anchor.moved(two_documents(tmp_path), {sha256(text): text}).moves == []
