"""A new case builds at once, its commented lines too; where something is in the way, nothing is written."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import build, files, validate
from kg import case as cases
from kg.case.references import wrong_case_name
from kg.problems import KgError
from kg.resources import folder
from kg.write import init, prepare_editor, schema
from kg.write.init import name_of
from tests.write.test_schema import of_case

SETTINGS = {"yaml.schemas": {"./.vscode/counterclaim/file.schema.json": "*.yaml"}}


def letter(at: Path, name: str = "letter.txt", content: str = "A letter\n\nIt is closed.\n") -> Path:
    path = at / name
    path.write_bytes(content.encode())
    return path


def contents(of: Path) -> dict[str, bytes]:
    return {str(path.relative_to(of)): path.read_bytes() for path in sorted(of.rglob("*")) if path.is_file()}


def test_it_builds_without_a_problem(tmp_path: Path) -> None:
    made = init(tmp_path / "new" / "bridge")
    assert [path.name for path in made] == ["case.yaml", "actors.yaml", "first-document.yaml"]
    built = build.assemble([tmp_path / "new" / "bridge"])
    assert built.problems == []
    assert [built.summary[key] for key in ("documents", "claims", "counterclaims", "challenges")] == [
        {"full": 1, "part": 0, "mention": 0},
        2,
        1,
        1,
    ]
    assert of_case(tmp_path / "new" / "bridge") == {}


def test_what_is_commented_out_can_be_used(tmp_path: Path) -> None:
    for path in init(tmp_path / "bridge", [letter(tmp_path)]):
        path.write_text(re.sub(r"(?m)^( *)# ( *[a-z0-9-]+:)", r"\1\2", path.read_text("utf-8")), "utf-8")
    read = cases.read(tmp_path / "bridge")
    shown = {node.removeprefix(f"{read.iri}/") for node in read.lines.nodes}
    assert {"crack", "letter/cracks/2025", "letter/funding"} <= shown
    assert len(read.quotes) == 1
    assert [problem.rule for problem in validate.check(read)] == ["no-passage"] * 5
    author, published, reviewed = "wasAttributedTo", "published", "authorReviewed"
    assert all(any(said in str(quad) for quad in read.quads) for said in (author, published, reviewed))


def test_a_document_for_each_text(tmp_path: Path) -> None:
    one, two = letter(tmp_path), letter(tmp_path, "Ответ министра.txt", "Ответ\r\nНет.\r\n")
    made = init(tmp_path / "bridge", [one, two], title="Is it safe?")
    assert [path.name for path in made[2:]] == ["letter.yaml", "Otvet-ministra.yaml"]
    read = cases.read(tmp_path / "bridge")
    assert read.problems == []
    for path, name in ((one, "letter"), (two, "Otvet-ministra")):
        raw = path.read_bytes()
        assert (read.documents[name].sha256, read.documents[name].length) == (hashlib.sha256(raw).hexdigest(), len(raw.decode()))
    quads = {str(quad) for quad in read.quads}
    assert any('"Is it safe?"@en' in quad for quad in quads)
    assert any('"A letter"@en' in quad for quad in quads)
    assert any('"Otvet-ministra"@en' in quad for quad in quads)  # nobody said in which language its first line is
    assert not any("Нет" in quad for quad in quads)
    assert {path.name for path in (tmp_path / "bridge").iterdir()} == {path.name for path in made} | {".vscode"}


def test_in_a_language(tmp_path: Path) -> None:
    init(tmp_path / "bridge", [letter(tmp_path, content="Ответ\n")], language="RU", title="Мост")
    read = cases.read(tmp_path / "bridge")
    quads = {str(quad) for quad in read.quads}
    assert any('"Ответ"@ru' in quad for quad in quads)
    assert any('"Мост"@ru' in quad for quad in quads)
    assert sum('language> "ru"' in quad for quad in quads) == 2  # the document's, and one of the case's two
    assert read.problems == []


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("\ufeff# A title: with signs?\n", "A title: with signs?"),
        ("\n\n  \n== Late ==\n", "Late"),
        ("x" * 121 + "\n", "letter"),
        ("---\nAfter a line\n", "After a line"),
        ("a\tb\n", "letter"),
        ('"Quoted" {and} #5\n', '"Quoted" {and} #5'),
    ],
)
def test_the_title_is_the_first_line(content: str, title: str, tmp_path: Path) -> None:
    made = init(tmp_path / "bridge", [letter(tmp_path, content=content)])
    case = cases.read(tmp_path / "bridge")
    assert any(json.dumps(title) + "@en" in str(quad) for quad in case.quads)
    says = "the text's first line" if title != "letter" else "the file's name"
    assert says in made[2].read_text("utf-8").splitlines()[1]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("letter", "letter"),
        ("2025-05-13", "2025-05-13"),
        ("a letter (2)", "a-letter-2"),
        ("Щит и меч", "Shchit-i-mech"),
        ("reply.by-bob", "reply-by-bob"),
        ("from", "from-text"),
        ("findings", "findings-text"),
        ("...", ""),
        ("💥", "boom"),
        ("x" * 300, "x" * 60),
    ],
)
def test_names(words: str, name: str) -> None:
    assert name_of(words) == name
    assert not name or not wrong_case_name(name)


def test_names_that_are_taken_are_numbered(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    given = [
        letter(tmp_path / "a", "letter.txt", "one"),
        letter(tmp_path / "b", "Letter.md", "two"),
        letter(tmp_path, "case.txt", "three"),
        letter(tmp_path, "Me.txt", "four"),
        letter(tmp_path, "first-claim.txt", "five"),
        letter(tmp_path, "….txt", "six"),
    ]
    made = init(tmp_path / "bridge", given)
    assert [path.stem for path in made[2:]] == ["letter", "Letter-2", "case-text", "Me-2", "first-claim-2", "document"]
    assert cases.read(tmp_path / "bridge").problems == []


def test_a_language_in_capitals(tmp_path: Path) -> None:
    init(tmp_path / "bridge", language="EN")
    assert cases.read(tmp_path / "bridge").problems == []


def test_the_folder_may_be_there_and_have_other_files(tmp_path: Path) -> None:
    letter(tmp_path)
    init(tmp_path, [tmp_path / "letter.txt"])
    assert (tmp_path / "letter.txt").read_text() == "A letter\n\nIt is closed.\n"
    assert cases.read(tmp_path).documents.keys() == {"letter"}


def test_a_folder_that_cannot_be_a_name(tmp_path: Path) -> None:
    init(tmp_path / "…")
    assert cases.read(tmp_path / "…").problems == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    init(tmp_path / "bridge")
    before = contents(tmp_path)
    with pytest.raises(KgError, match="has a case already"):
        init(tmp_path / "bridge", title="Another")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.yaml").write_text("a: b\n")
    with pytest.raises(KgError, match=r"has notes\.yaml in it"):
        init(tmp_path / "other")
    (tmp_path / "file").write_text("x")
    with pytest.raises(KgError, match="is no folder"):
        init(tmp_path / "file")
    with pytest.raises(KgError, match="cannot be made"):
        init(tmp_path / "file" / "below")
    assert {name: content for name, content in contents(tmp_path).items() if name in before} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge", "file", "other"]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"\n \n"), "is empty"),
        (lambda path: path.write_bytes("текст".encode("cp1251")), "is not UTF-8"),
        (os.mkfifo, "is no file"),
        (lambda path: path.write_bytes(b"x" * (65 * 1024 * 1024)), "more than 64 MB"),
    ],
)  # fmt: skip
def test_texts_that_are_none(make: Callable[[Path], object], told: str, tmp_path: Path) -> None:
    make(tmp_path / "text")
    with pytest.raises(KgError, match=told) as caught:
        init(tmp_path / "bridge", [letter(tmp_path), tmp_path / "text"])
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "bridge").exists()


def test_one_text_twice(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"is the same text as .*letter\.txt: give it once"):
        init(tmp_path / "bridge", [letter(tmp_path), letter(tmp_path, "copy.txt")])
    with pytest.raises(KgError, match="'english' is not a language tag"):
        init(tmp_path / "bridge", language="english")
    assert not (tmp_path / "bridge").exists()


def test_what_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise KgError("no space left")

    monkeypatch.setattr(files, "write_all", full)
    with pytest.raises(KgError, match="no space left"):
        init(tmp_path / "new" / "bridge")
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_again(tmp_path: Path) -> None:
    text = letter(tmp_path)
    for name in "ab":
        (tmp_path / name).mkdir()
        init(tmp_path / name / "bridge", [text])
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_editor_gets_schemas_and_where_they_hold(tmp_path: Path) -> None:
    init(tmp_path / "bridge")
    assert json.loads((tmp_path / "bridge" / ".vscode" / "settings.json").read_text()) == SETTINGS
    for name in schema.schemas():
        copied = tmp_path / "bridge" / ".vscode" / "counterclaim" / name
        assert copied.read_bytes() == (folder("ontology") / name).read_bytes()


def test_for_a_case_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("base: no\n")
    (tmp_path / ".vscode").mkdir()
    settings = tmp_path / ".vscode" / "settings.json"
    settings.write_text('{"editor.tabSize": 2, "yaml.schemas": {"./mine.json": "mine.yaml"}}')
    prepare_editor(tmp_path)
    assert json.loads(settings.read_text()) == {
        "editor.tabSize": 2,
        "yaml.schemas": {"./mine.json": "mine.yaml"} | SETTINGS["yaml.schemas"],
    }
    settings.write_text(json.dumps(json.loads(settings.read_text()), indent=7))
    before = contents(tmp_path)
    prepare_editor(tmp_path)
    assert contents(tmp_path) == before
    assert before["case.yaml"] == b"base: no\n"


@pytest.mark.parametrize("content", ["{// a comment\n}", "[]", '{"yaml.schemas": 1}', ""])
def test_settings_that_are_no_json_are_left(content: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("base: no\n")
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text(content)
    with pytest.raises(KgError, match=r'could not be added to: write "yaml.schemas": \{"./\.vscode'):
        prepare_editor(tmp_path)
    assert contents(tmp_path)[".vscode/settings.json"] == content.encode()
    assert not (tmp_path / ".vscode" / "counterclaim").exists()


def test_an_editor_needs_a_case(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"no case\.yaml in it"):
        prepare_editor(tmp_path)
