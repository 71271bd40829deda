"""Each kind of thing can be added to a case that stays right; what would make it wrong is refused, and nothing is written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg import case as cases
from kg.case.terms import classes
from kg.problems import CaseError, KgError
from kg.write import add, keys
from kg.write.kinds import kinds
from tests.test_docs import CASE

#: Kind → name, document, keys, and the node that comes of it.
RIGHT = {
    "annotator": ("bob", "", ["name.en=Bob", "kind=person"], "bob"),
    "concept": ("rust", "", ["name.en=Rust", "broader=crack"], "rust"),
    "actor": ("engineer", "", ["name.en=The engineer", "kind=person", "address=https://example.org/engineer"], "engineer"),
    "document": ("letter", "", ["title.en=A letter", "read=part", "author=herald,council"], "letter"),
    "claim": ("done", "council-reply", ["says.en=It is: done", "kind=factual", "said.council.stance=asserts"], "council-reply/done"),
    "support": ("why", "council-reply", ["for=bridge-unsafe", "with=cracks-repaired"], "council-reply/why"),
    "challenge": ("no", "council-reply", ["against=cracks-repaired", "with=bridge-unsafe", "by=herald"], "council-reply/no"),
    "metric": ("rusty", "herald-article", ["counts=crack", "unit=crack", "values.2024.value=3"], "herald-article/rusty/2024"),
    "value": ("cracks/2024", "", ["value=about 33.30%"], "council-reply/cracks/2024"),
    "calculation": ("same", "council-reply", ["kind=sum", "parts=cracks/2025,cracks/2024", "prints=9"], "council-reply/same"),
    "reform": ("plan", "council-reply", ["name.en=A plan", "status=proposed"], "council-reply/plan"),
    "tie": ("pays", "herald-article", ["who=council", "kind=funds", "whom=herald"], "herald-article/pays"),
    "link": ("alike", "council-reply", ["kind=differs", "claim=bridge-unsafe", "other=herald-article:open"], "council-reply/alike"),
    "break": ("new", "council-reply", ["metric=cracks", "when=2024", "cause.en=Hairlines count too"], "council-reply/new"),
    "mark": ("hm", "council-reply", ["kind=doubt", "about=cracks-repaired"], "council-reply/hm"),
    "annotation": ("council-reply.by-me", "", ["when=2025-04-01"], "council-reply.by-me"),
    "stance": ("cracks-repaired/herald", "", ["stance=denies"], "council-reply/cracks-repaired/herald/denies"),
}  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = tmp_path / "bridge"
    made.mkdir()
    for name, text in CASE.items():
        (made / name).write_text(text, "utf-8")
    with (made / "herald-article.yaml").open("a") as file:
        file.write("claims: {open: {says: {en: It is open}, kind: factual, said: {herald: {stance: asserts}}}}\n")
    return made


def contents(of: Path) -> dict[str, bytes]:
    return {str(path.relative_to(of)): path.read_bytes() for path in sorted(of.rglob("*")) if path.is_file()}


def test_every_kind_is_tried() -> None:
    assert set(RIGHT) == set(kinds())


@pytest.mark.parametrize("kind", RIGHT)
def test_added_and_read_back(kind: str, case: Path) -> None:
    name, within, pairs, node = RIGHT[kind]
    if kind == "calculation":
        path = case / "council-reply.yaml"
        path.write_text(path.read_text().replace("values: {", "values: {2024: {value: 3}, "))
    before, was = contents(case), cases.read(case)
    added = add(case, kind, name, pairs, within=within)
    read = cases.read(case)
    place = read.lines.nodes[f"{read.iri}/{node}"]
    assert place.file == str(added.path)
    assert added.line <= place.line
    assert (added.warnings, added.errors_before) == ([], 0)
    assert set(map(str, was.quads)) <= set(map(str, read.quads))
    changed = {file for file, content in contents(case).items() if before.get(file) != content}
    assert changed == {added.path.name}


@pytest.mark.parametrize("kind", kinds())
def test_the_keys_of_every_kind_are_told(kind: str) -> None:
    told = keys(kind)
    assert all("  " in line and "\n" not in line for line in told)
    terms = classes()[kinds()[kind].of]
    needless = {"by", "in"} if kind == "stance" else set()
    if not kinds()[kind].is_file:
        assert [line.split()[0].split(".")[0] for line in told] == [key for key in terms if key not in needless]


def test_what_must_be_there_is_told() -> None:
    must = {line.split()[0] for line in keys("document") if "must be there" in line}
    assert must == {"title.LANGUAGE", "read"}


def test_a_document_for_a_text(case: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes("Письмо\r\n".encode())
    add(case, "document", "letter", ["title.en=A letter", "read=full"], text=tmp_path / "text.txt")
    letter = cases.read(case).documents["letter"]
    assert (letter.sha256, letter.length) == (hashlib.sha256("Письмо\r\n".encode()).hexdigest(), 8)


def test_actors_yaml_is_made(case: Path) -> None:
    (case / "case.yaml").write_text((case / "case.yaml").read_text().replace("parties: [council, herald]\n", ""))
    for path in case.glob("*.yaml"):
        if path.name != "case.yaml":
            path.unlink()
    add(case, "actor", "council", ["name.en=Town council", "kind=organisation"])
    assert (case / "actors.yaml").read_text() == "actors:\n  council: {name: {en: Town council}, kind: organisation}\n"


def test_into_an_annotators_file(case: Path) -> None:
    add(case, "annotation", "council-reply.by-me", ["when=2025"])
    added = add(case, "mark", "hm", ["kind=doubt", "about=cracks-repaired"], within="council-reply.by-me")
    assert added.path.name == "council-reply.by-me.yaml"
    assert f"{cases.read(case).iri}/council-reply.by-me/hm" in cases.read(case).lines.nodes


def test_warnings_of_what_was_added_are_told(case: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("A letter")
    add(case, "document", "letter", ["title.en=A letter", "read=full"], text=tmp_path / "text.txt")
    added = add(case, "claim", "x", ["says.en=X", "kind=factual", "said.herald.stance=asserts"], within="letter")
    assert [problem.rule for problem in added.warnings] == ["no-passage"]


@pytest.mark.parametrize(
    ("kind", "name", "pairs", "within", "told"),
    [
        ("clam", "x", [], "", "'clam' is nothing that can be added (did you mean 'claim'?)"),
        ("claim", "x y", [], "council-reply", "'x y' is no name"),
        ("claim", "х", [], "council-reply", "'х' is no name"),
        ("claim", "x", ["says.en=X", "knd=factual"], "council-reply", "a claim has no key 'knd' (did you mean 'kind'?)"),
        ("claim", "x", ["says.en=X"], "", "say in which document with --in: council-reply, herald-article"),
        ("claim", "x", ["says.en=X"], "council", "there is no document 'council' in"),
        ("claim", "bridge-unsafe", ["says.en=X"], "council-reply", "'bridge-unsafe' is there already"),
        ("actor", "council", ["name.en=X"], "", "'council' is there already"),
        ("actor", "x", ["name.en=X"], "council-reply", "--in is for what stands in a document: actor does not, leave it out"),
        ("document", "council-reply", ["title.en=X"], "", "is there already: choose another name"),
        ("document", "x.by-me", ["title.en=X"], "", "'x.by-me': a document has a plain name"),
        ("annotation", "council-reply", ["when=2025"], "", "'council-reply': a document has a plain name"),
        ("value", "2024", ["value=3"], "", "an observation has two names, as in cracks/2025"),
        ("value", "crack/2024", ["value=3"], "", "nothing is called 'crack' under metrics: of a document (did you mean 'cracks'?)"),
        ("stance", "bridge-unsafe", ["stance=denies"], "", "an assertion has two names, as in bridge-unsafe/council"),
    ],
)
def test_what_cannot_be_is_refused(kind: str, name: str, pairs: list[str], within: str, told: str, case: Path) -> None:
    before = contents(case)
    with pytest.raises(KgError) as caught:
        add(case, kind, name, pairs, within=within)
    assert not isinstance(caught.value, CaseError)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert contents(case) == before


@pytest.mark.parametrize(
    ("kind", "name", "pairs", "told"),
    [
        ("claim", "x", ["says.en=X", "kind=factul"], "'factul' is no kind: factual"),
        ("claim", "x", ["says.en=X"], "A claim needs exactly one `kind`"),
        ("claim", "x", ["says.en=X", "kind=factual", "said.counsil.stance=asserts"], "nothing is called 'counsil'"),
        ("claim", "council", ["says.en=X", "kind=factual"], "'council' is a name of the case already, at"),
        ("claim", "x", ["says.english=X", "kind=factual"], "'english' is not a language tag"),
        ("stance", "bridge-unsafe/council", ["stance=denies"], "is there already, at line"),
        ("challenge", "x", ["against=bridge-unsafe", "with=bridge-unsafe"], "other than what it is `against`"),
        ("tie", "x", ["who=council", "kind=funds", "whom=herald", "controls=maybe"], "'controls' is yes or no, found 'maybe'"),
    ],
)  # fmt: skip
def test_what_the_case_refuses_is_not_written(kind: str, name: str, pairs: list[str], told: str, case: Path) -> None:
    before = contents(case)
    with pytest.raises(CaseError) as caught:
        add(case, kind, name, pairs, within="council-reply")
    found = [str(problem) for problem in caught.value.problems]
    assert any("not added: " in one and told in one for one in found), found
    assert all(one.startswith(f"{case}/council-reply.yaml:") for one in found)
    assert contents(case) == before


def test_a_case_that_has_errors_can_be_added_to(case: Path) -> None:
    path = case / "council-reply.yaml"
    path.write_text(path.read_text().replace("kind: evaluative", "kind: evil").replace("counts: crack", "counts: crock"))
    added = add(case, "actor", "engineer", ["name.en=The engineer", "kind=person"])
    assert added.errors_before == 2
    added = add(case, "claim", "x", ["says.en=X", "kind=factual"], within="council-reply")
    assert added.errors_before == 2
    with pytest.raises(CaseError) as caught:
        add(case, "claim", "y", ["says.en=X", "kind=evil"], within="council-reply")
    assert len(caught.value.problems) == 1


def test_a_file_that_is_no_yaml_is_left_alone(case: Path) -> None:
    path = case / "council-reply.yaml"
    path.write_text(path.read_text() + "  : [\n")
    before = contents(case)
    with pytest.raises(CaseError) as caught:
        add(case, "claim", "x", ["says.en=X", "kind=factual"], within="council-reply")
    assert str(path) in str(caught.value.problems[0])
    assert contents(case) == before


def test_no_case(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"no case\.yaml in it: name the folder of the case with --case"):
        add(tmp_path, "actor", "x", [])
    with pytest.raises(KgError, match="no such folder"):
        add(tmp_path / "nowhere", "actor", "x", [])
