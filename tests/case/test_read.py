"""A whole folder: all problems at once, the same quads wherever it lies, and nothing that is not in its files."""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg import case, rdf
from kg.names import KG, XSD
from kg.problems import CaseError, KgError

BASE = Path(__file__).parent / "base"
UNIT = KG + "unit"
PLACED = re.compile(r"(case|actors|reply|letter|report|reply\.by-bob)\.yaml:[1-9][0-9]*: \S.*")

#: What stands in a file: no control characters, no halves of characters, and something to see.
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1)


def quads(folder: Path | str) -> bytes:
    return rdf.serialise(case.read(folder).quads, "nquads")


# -- the folder ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a b", "дело", "%20", "#x", "a.by-b", "[1]", "case.yaml"])
def test_the_folder_says_nothing(name: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / name)
    assert quads(tmp_path / name) == quads(BASE)


def test_absolute_relative_and_text(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = quads(BASE)
    monkeypatch.chdir(BASE.parent)
    assert quads("base") == quads(Path("base")) == quads("./base/") == quads("base/../base") == expected
    monkeypatch.chdir(BASE)
    assert quads(".") == expected


def test_places_begin_with_the_folder_as_it_was_given(changed: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = changed({"report.yaml": ""})
    monkeypatch.chdir(folder.parent)
    with pytest.raises(CaseError) as caught:
        case.read("case")
    assert [str(problem.place) for problem in caught.value.problems] == [os.path.join("case", "report.yaml:1")]


@pytest.mark.parametrize("name", ["nothing", "base/case.yaml", ""])
def test_no_case(name: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "base")
    with pytest.raises(KgError, match=r"no such folder|no case.yaml in it") as caught:
        case.read(tmp_path / name)
    assert not isinstance(caught.value, CaseError)


def test_a_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(KgError, match="cannot be read: Permission denied"):
        case.read(BASE)


def test_case_yaml_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").mkdir()
    with pytest.raises(CaseError) as caught:
        case.read(tmp_path)
    assert [problem.message for problem in caught.value.problems] == ["is a folder: rename or remove it"]


@pytest.mark.parametrize("name", ["more.yaml", "actors.yaml", "report.yaml"])
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("nothing")], ids=["pipe", "folder", "link"])
def test_what_is_no_file_is_told_and_nothing_waits(name: str, make: Callable[[Path], None], changed: Callable[..., Path]) -> None:
    folder = changed({})
    (folder / name).unlink(missing_ok=True)
    make(folder / name)
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    assert [str(problem.place) for problem in caught.value.problems] == [f"{folder / name}:1"]


def test_a_link_to_a_file_is_a_file(changed: Callable[..., Path]) -> None:
    folder = changed({})
    (folder / "report.yaml").rename(folder.parent / "elsewhere")
    (folder / "report.yaml").symlink_to(folder.parent / "elsewhere")
    assert quads(folder) == quads(BASE)


@pytest.mark.parametrize("name", ["two\nlines.yaml", "\x1b[31mred.yaml", os.fsdecode(b"\xff.yaml")])
def test_file_names_that_would_spoil_a_message(name: str, changed: Callable[..., Path]) -> None:
    folder = changed({name: "document: {title: {en: X}, read: mention}\n"})
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    [problem] = caught.value.problems
    assert str(problem).isprintable()
    str(problem).encode()


def test_the_order_of_files_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected, listed = quads(BASE), list(BASE.iterdir())
    for seed in range(5):
        shuffled = random.Random(seed).sample(listed, len(listed))
        monkeypatch.setattr(Path, "iterdir", lambda _, order=shuffled: iter(order))
        assert quads(BASE) == expected


def test_lines() -> None:
    """The three tables, on things that are easily lost: whose an assertion is, what is reported, a period of a key."""
    lines = case.read(BASE).lines
    base = "https://example.org/mill/"
    said = f"{base}reply/water-is-clean/miller/relays"

    def line(*key: str) -> str:
        place = lines.find(*key)
        assert place is not None
        return f"{Path(place.file).name}:{place.line}"

    assert line(base[:-1]) == "case.yaml:1"
    assert line(f"{base}reply") == "reply.yaml:1"
    assert line(said) == "reply.yaml:17"
    assert line(said, KG + "by", f"{base}miller") == line(said, KG + "by") == "reply.yaml:15"
    assert line(said, KG + "from", f"{said}/from") == "reply.yaml:19"
    assert line(f"{said}/from/from", KG + "by", f"{base}anglers") == "reply.yaml:20"
    assert line(f"{base}reply/catch/2022", KG + "period") == "reply.yaml:32"


@pytest.mark.parametrize(
    ("written", "warned"),
    [
        ("2020-2021: {value: 12,", ["'2020-2021' is a name and no period: write 2020..2021 if one is meant, or add period:"]),
        ("2020-2021: {value: 12, period: 2020..2021,", []),
        ("early: {value: 12,", []),
    ],
)
def test_a_name_that_looks_like_a_period(written: str, warned: list[str], changed: Callable[..., Path]) -> None:
    read = case.read(changed({"reply.yaml": {"2020..2021: {value: 12,": written, "catch/2020..2021, ": ""}}))
    assert [(p.message, p.severity, p.place.line) for p in read.problems] == [(words, "warning", 34) for words in warned]


# -- laws ----------------------------------------------------------------------------------------


def folder_with(name: str, text: str, folder: str) -> Path:
    made = Path(folder) / "case"
    shutil.copytree(BASE, made)
    (made / name).write_bytes(text.encode())
    return made


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("no")
@example("~")
@example(" x")
@example("x\u00a0")
@example("\ufeff")
@example("\u2028x")
@example("a: b # c")
@example("@id")
@example("_:b0")
@example('"\\')
def test_any_text_is_read_as_written(text: str) -> None:
    quoted = yaml.safe_dump(text, allow_unicode=False, default_style='"', width=10**9).strip()
    written = (BASE / "reply.yaml").read_text("utf-8").replace("unit: fish", f"unit: {quoted}")
    with tempfile.TemporaryDirectory() as folder:
        path = folder_with("reply.yaml", written, folder)
        if not text.strip():
            with pytest.raises(CaseError, match="1 error"):
                case.read(path)
            return
        found = case.read(path)
    made: list[Any] = list(found.quads)
    assert [quad.object.value for quad in made if quad.predicate.value == UNIT] == [text]
    assert found.lines.values.keys() <= {(q.subject.value, q.predicate.value, q.object.value) for q in made}


def mutated(text: str, chance: random.Random) -> str:
    """One to three things done to the lines or the words of a text."""
    for _ in range(chance.randint(1, 3)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        words = re.split(r"([\s{}\[\],:]+)", lines[at])
        word = chance.randrange(len(words))
        other = chance.choice(re.findall(r"[\w./-]+", text) or ["x"])
        odd = [
            "",
            "~",
            "[]",
            "{}",
            "'",
            '"',
            "&a ",
            "*a",
            "!t ",
            "- ",
            "? ",
            "%",
            "\t",
            "\0",
            "\r",
            "\u2028",
            "\ufeff",
            "<<",
            "٣",
            "\\",
            "<>",
            "|",
            "#",
        ]
        match chance.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at] = " " * chance.randint(1, 3) + lines[at]
            case 3:
                lines[at] = lines[at][1:]
            case 4:
                lines[at] = "".join([*words[:word], *words[word + 1 :]])
            case 5:
                lines[at] = "".join([*words[:word], other, *words[word + 1 :]])
            case 6:
                lines[at] = "".join([*words[:word], chance.choice(odd), *words[word + 1 :]])
        text = "\n".join(lines)
    return text


@pytest.mark.parametrize("seed", range(8))
def test_mutations_are_refused_or_read(seed: int, changed: Callable[..., Path]) -> None:
    folder = changed({})
    chance = random.Random(seed)
    for _ in range(60):
        name = chance.choice(["reply.yaml"] * 6 + ["case.yaml", "actors.yaml", "letter.yaml", "reply.by-bob.yaml"])
        was = (BASE / name).read_text("utf-8")
        text = mutated(was, chance)
        (folder / name).write_bytes(text.encode())
        try:
            found = case.read(folder)
        except CaseError as error:
            told = [str(problem).replace(f"{folder}/", "") for problem in error.problems]
            assert told
            assert all(PLACED.fullmatch(one) and one.isprintable() for one in told), told
        else:
            files = "".join("".join(path.read_text("utf-8").split()) for path in sorted(folder.glob("*.yaml")))
            quads: list[Any] = list(found.quads)
            assert found.lines.values.keys() <= {(q.subject.value, q.predicate.value, q.object.value) for q in quads}
            assert not any(isinstance(term, ox.BlankNode) for q in quads for term in (q.subject, q.object))
            texts = [q.object for q in quads if isinstance(q.object, ox.Literal)]
            texts = [text for text in texts if text.language or text.datatype.value == XSD + "string"]
            assert all("".join(text.value.split()) in files for text in texts)
        (folder / name).write_text(was, "utf-8")


# -- size ----------------------------------------------------------------------------------------

HEAD = (
    'base: https://example.org/big/\nversion: "1"\ntitle: {en: Big}\nlanguages: [en]\nannotators:\n  ann: {name: {en: A}, kind: person}\n'
)
DOCUMENT = f"document: {{title: {{en: D}}, read: full, text: {{sha256: {'ab' * 32}, length: 9000000}}}}\n"


def big(folder: Path, claims: int, more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_text(HEAD)
    (folder / "actors.yaml").write_text("actors:\n  p: {name: {en: P}, kind: person}\n")
    lines = [
        f"  claim-{i}: {{says: {{en: Claim {i}}}, kind: factual, said: {{p: {{stance: asserts, at: {i}-{i + 5}/0000000a}}}}}}\n"
        for i in range(claims)
    ]
    (folder / "d.yaml").write_text(f"{DOCUMENT}claims:\n{''.join(lines)}{more}")
    return folder


def seconds(read: Callable[[], object]) -> float:
    start = time.process_time()
    read()
    return time.process_time() - start


def test_time_grows_with_the_number_of_claims(tmp_path: Path) -> None:
    small, large = big(tmp_path / "small", 300), big(tmp_path / "large", 3000)
    case.read(small)
    assert seconds(lambda: case.read(large)) < 30 * seconds(lambda: case.read(small)) + 1


def test_thousands_of_errors_are_told_soon(tmp_path: Path) -> None:
    wrong = "".join(f"  s-{i}: {{for: clame-{i}, wiht-{i}: p, with: [p, q-{i}]}}\n" for i in range(3000))
    folder = big(tmp_path / "case", 2000, f"supports:\n{wrong}")

    def read() -> None:
        with pytest.raises(CaseError) as caught:
            case.read(folder)
        assert len(caught.value.problems) == 9000

    assert seconds(read) < 8


def test_the_same_fault_of_one_line_is_told_once(changed: Callable[..., Path]) -> None:
    folder = changed({"case.yaml": {"parties: [mill, anglers]": f"parties: [{'mill, ' * 1000}]"}})
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    assert [problem.message for problem in caught.value.problems] == ["'mill' stands twice in 'parties': keep one"]


def test_an_endless_value_makes_no_endless_message(changed: Callable[..., Path]) -> None:
    folder = changed({"reply.yaml": {"kind: evaluative": f"kind: {'x' * 1_000_000}"}})
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    [problem] = caught.value.problems
    assert len(problem.message) < 500
    assert problem.message.endswith("procedural")
