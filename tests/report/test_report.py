"""Reports as readers get them: the same words in every format, safe, complete about what they leave out, and the same every time."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pyoxigraph as ox
import pytest

from kg import __version__, build, store
from kg.facts import Facts
from kg.problems import KgError
from kg.report import FORMATS, report
from kg.report.formats.blocks import Report, lines
from kg.report.phrases import PHRASES, phrase
from kg.report.prose import whole
from tests.report.conftest import BRIDGE, Change, graph

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(__file__).parent.parent.parent / "data"
BASE = "https://example.org/bridge/"
PAIR = [(f"{BASE}herald", f"{BASE}council")]
HOSTILE = '<script>alert(1)</script> & "x" | [a](b) *b* _c_ `d` <!-- ]]> \\0'
YAML = json.dumps(HOSTILE)


def model(held: ox.Store, lang: str = "en", words: dict[str, str] | None = None) -> Report:
    return whole.report(Facts(held, lang, words or {}), PAIR, {}, annotators=False, rows=0)


def texts(of: Report) -> list[str]:
    """The text of every line, without the marks of notes."""
    found = ["".join(run.text for run in line) for part in of.parts for block in part.blocks for line in lines(block)]
    return [" ".join(text.split()) for text in found if text.strip()]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_as_it_was(bridge: ox.Store, words: dict[str, str], lang: str) -> None:
    """Look at the difference before you renew: KG_GOLDEN=1 writes the file."""
    made = report(bridge, "md", lang, words, withheld={"who-disputes-whom": 3}).decode().replace(__version__, "VERSION")
    path = GOLDEN / f"bridge.{lang}.md"
    if os.environ.get("KG_GOLDEN"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("case", ["kazakhstan-2025", "velzha"])
def test_the_cases_in_every_format(case: str, lang: str) -> None:
    held = store.memory(build.assemble([DATA / case]).quads)
    made = {fmt: report(held, fmt, lang) for fmt in FORMATS}
    assert made["html"].startswith(b"<!DOCTYPE html>")
    assert made["docx"].startswith(b"PK")
    for name in ("memo", "matrix", "method"):
        assert f"\n## {phrase(lang, name)}\n" in made["md"].decode()


def test_claims_told_as_one_have_no_source_only_if_none_of_them_has() -> None:
    """In the first case an interview is also a copy on another site, whose claims have no source of their own."""
    made = report(store.memory(build.assemble([DATA / "kazakhstan-2025"]).quads), "md").decode()
    assert "| no source in this corpus |" in made
    assert "no source in this corpus<br>" not in made
    assert "<br>no source in this corpus" not in made


def test_russian_is_russian(bridge: ox.Store) -> None:
    """What has Latin letters is a command, a question's name, or what the case itself writes so."""
    told = [text for text in texts(model(bridge, "ru")) if not re.search(r"\bkg |--|^[a-z-]+: ", text)]
    assert [text for text in told if re.search("[A-Za-z]{2}", re.sub("six|nine", "", text))] == []


def test_every_phrase_has_the_same_fields_in_both_languages() -> None:
    for name, (english, russian) in PHRASES.items():
        assert sorted(re.findall(r"{(\w+)}", english)) == sorted(re.findall(r"{(\w+)}", russian)), name


def test_every_phrase_is_used() -> None:
    report = Path(whole.__file__).parent.parent
    files = [*report.rglob("*.py"), report.parent / "facts.py", *(report.parent / "dispute").glob("*.py")]
    source = "".join(path.read_text("utf-8") for path in files if path.name != "phrases.py")
    dynamic = ("read-", "own-", "gap-", "verified", "unchecked", "not-at-hand", "quarantined", "denies", "questions", "rebuts")
    assert [name for name in PHRASES if not re.search(f"""["']{name}["']""", source) and not name.startswith(dynamic)] == []


def test_no_verdicts(bridge: ox.Store) -> None:
    for lang, verdicts in (("en", r"\b(true|false|lied|lies|lying|won|refuted|debunked)\b"), ("ru", r"лжёт|солгал|ложн|опроверг|доказал")):
        told = " ".join(texts(model(bridge, lang)))
        assert re.search(verdicts, told, re.IGNORECASE) is None


class Read(HTMLParser):
    """The lines, addresses and places of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.told = ""
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.told += "\n" if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "th") else ""
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.told += data


def read(page: bytes) -> Read:
    parser = Read()
    parser.feed(page.decode())
    return parser


def test_html_has_the_same_text_and_its_links_lead_somewhere(bridge: ox.Store, words: dict[str, str]) -> None:
    page = read(report(bridge, "html", "en", words, rows=0))
    told = {re.sub(r"\W+|\d", "", line) for line in page.told.splitlines()}
    assert [text for text in texts(model(bridge, words=words)) if re.sub(r"\W+|\d", "", text) not in told] == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form"}


def test_texts_make_no_markup(changed: Change) -> None:
    held = changed({"article.yaml": ("There is no plan for repairs", YAML)})
    page = read(report(held, "html"))
    assert "script" not in page.tags
    assert HOSTILE in page.told
    made = report(held, "md").decode()
    assert "alert" in made
    for table in re.findall(r"(?:^\|.*\n)+", made, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1, table
    assert "<script" not in made.replace("\\<script", "")


def test_quoted_words_make_no_markup(bridge: ox.Store, words: dict[str, str]) -> None:
    hostile = dict.fromkeys(words, HOSTILE)
    page = read(report(bridge, "html", "en", hostile))
    assert "script" not in page.tags
    assert HOSTILE in page.told


@pytest.mark.parametrize("fmt", FORMATS)
def test_quoted_words_cannot_steer(bridge: ox.Store, words: dict[str, str], fmt: str) -> None:
    """Neither a terminal, nor the direction in which the sentence goes on."""
    made = report(bridge, fmt, "en", dict.fromkeys(words, "safe \x00\x0b\x1b[2J\x9b \u202eefas\ufffe"))
    told = b"".join(map(zipfile.ZipFile(io.BytesIO(made)).read, ["word/document.xml", "word/endnotes.xml"])) if fmt == "docx" else made
    assert "efas" in told.decode()
    assert not set("\x00\x0b\x1b\x9b\u202e\ufffe") & set(told.decode())


def test_word_has_the_same_text_and_notes(bridge: ox.Store, words: dict[str, str]) -> None:
    made = report(bridge, "docx", "en", words, rows=0)
    document = docx.Document(io.BytesIO(made))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [paragraph.text for table in document.tables for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]
    plain = {re.sub(r"\W+|\d", "", text) for text in told}
    of = model(bridge, words=words)
    assert [text for text in texts(of) if re.sub(r"\W+|\d", "", text) not in plain] == []
    parts = zipfile.ZipFile(io.BytesIO(made))
    notes = parts.read("word/endnotes.xml").decode()
    assert [note for note in of.notes if note.replace("&", "&amp;") not in notes] == []
    text = parts.read("word/document.xml").decode()
    assert [int(number) for number in re.findall(r'<w:endnoteReference w:id="(\d+)"', text)] == list(range(1, len(of.notes) + 1))
    assert set(re.findall(r"NOTEREF (\w+)", text)) <= set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', text))
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    assert document.core_properties.author == ""


def test_notes_are_numbered_as_they_are_cited(bridge: ox.Store) -> None:
    of = model(bridge)
    assert list(dict.fromkeys(of.cites())) == list(range(1, len(of.notes) + 1))


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_bytes_elsewhere(fmt: str) -> None:
    """Under another hash seed, in another time zone and locale."""
    code = (
        "import sys, hashlib; from kg import build, store; from kg.report import report;"
        "held = store.memory(build.assemble([sys.argv[1]]).quads);"
        "print(hashlib.sha256(report(held, sys.argv[2], 'ru')).hexdigest())"
    )
    environments = [{"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}]
    path = os.pathsep.join(sys.path)
    made = {
        subprocess.run(
            [sys.executable, "-c", code, str(BRIDGE), fmt], env={**os.environ, "PYTHONPATH": path, **environment},
            check=True, capture_output=True, text=True,
        ).stdout
        for environment in environments
    }  # fmt: skip
    assert len(made) == 1


def test_a_report_on_nothing() -> None:
    for fmt in FORMATS:
        assert report(store.memory([]), fmt)


@pytest.mark.parametrize(("parties", "pairs"), [("", 0), ("parties: [council]", 0), ("parties: [council, herald, mayor]", 2)])
def test_parties_in_dispute_are_set_side_by_side(changed: Change, parties: str, pairs: int) -> None:
    held = changed({"case.yaml": ("parties: [council, herald]", parties)})
    made = report(held, "md").decode()
    assert made.count("#### Claims: ") == 2 * pairs
    assert ("No two declared parties" in made) == (pairs == 0)


def test_any_two_actors_and_in_which_order(bridge: ox.Store) -> None:
    def tables(*parties: str) -> list[str]:
        made = report(bridge, "md", parties=parties).decode().partition("\n## Claims and replies\n")[2].partition("\n## Method")[0]
        return sorted(re.sub(r"\[\^\d+\]", "", part) for part in made.split("\n#### ")[1:])

    assert tables("herald", "council") == tables() == tables("council", f"{BASE}herald")
    assert len(tables("herald", "council", "mayor")) == 6


@pytest.mark.parametrize(
    ("parties", "says"),
    [
        (["herald"], "name another with --between"),
        (["herald", "herald"], "name another with --between"),
        (["herald", "article"], "no actor"),
        (["herald", "counsil"], "did you mean"),
    ],
)
def test_who_cannot_be_set_side_by_side(bridge: ox.Store, parties: list[str], says: str) -> None:
    with pytest.raises(KgError, match=says):
        report(bridge, "md", parties=parties)


def test_no_such_format(bridge: ox.Store) -> None:
    with pytest.raises(KgError, match="md, html, docx"):
        report(bridge, "pdf")


def test_what_is_left_out_is_counted(bridge: ox.Store) -> None:
    made = report(bridge, "md", rows=1).decode()
    assert re.findall(r"Left out here: (\d+) rows", made) == ["4", "2", "1"]
    assert "Left out here" not in report(bridge, "md", rows=0).decode()


def test_several_cases(tmp_path: Path) -> None:
    held = store.memory(build.assemble([BRIDGE, DATA / "velzha"]).quads)
    made = report(held, "md").decode()
    assert made.startswith("# Is the bridge safe?; Why fish die")
    assert re.findall("^### (.* – .*)", made, re.MULTILINE) == ["The Herald – Town council", "Living Velzha – Water Inspectorate"]


def test_what_annotators_add_is_told(bridge: ox.Store) -> None:
    assert "challenges left out so: 1" in report(bridge, "md").decode()
    assert "is counted (--annotators)" in report(graph(BRIDGE, annotators=True), "md", annotators=True).decode()
