"""What is marked confidential is in no output of any command; what is asked for by name is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import build, case, rdf, store
from kg.cli import app
from kg.problems import CaseError, KgError
from tests.cli.conftest import Kg

SECRET_TEXT = "Zimorodok letter. The guard Kedrovnik beat him in the cellar on the ninth of June.\n"
PUBLIC_TEXT = "The prison is safe, says the ministry. A convict says otherwise: he was beaten. Beds: 40. The fund pays.\n"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def at(words: str, text: str) -> str:
    start = text.index(words)
    return f"{start}-{start + len(words)}/{sha256(words)[:8]}"


HERE = Path(__file__).parent / "confidential"
#: The texts of the case's documents, by the name of the file that is about them.
TEXTS = {"report": PUBLIC_TEXT, "zimorodok-letter": SECRET_TEXT, "sviristel-notebook": "Ptitselov\n"}


def filled(name: str) -> str:
    """A file of the case, with ranges for `AT[words]` (wrong digits for `AT[words]!`), digest and length of its text."""
    text = TEXTS.get(name, "")
    content = (HERE / f"{name}.yaml").read_text("utf-8").replace("SHA256", sha256(text)).replace("LENGTH", str(len(text)))
    content = re.sub(r"AT\[(.+?)\]!", lambda found: at(found[1], text)[:-8] + "00000000", content)
    return re.sub(r"AT\[(.+?)\]", lambda found: at(found[1], text), content)


FILES = {path.name: filled(path.name.removesuffix(".yaml")) for path in sorted(HERE.glob("*.yaml"))}
CASE, ACTORS, REPORT, STUDY = (FILES[f"{name}.yaml"] for name in ("case", "actors", "report", "study"))
LETTER = FILES["zimorodok-letter.yaml"]
#: What may stand in no output: names, words, digests, numbers, in any case.
SECRETS = [
    *("zimorodok", "зимородок", "cell 14", "fears for his life", "he was beaten", "kedrovnik", "cellar", "laundry", "zhertole"),
    *("sviristel", "свиристель", "mondays", "ptitselov", "notebook", "gold coins", "overheard", "oriole"),
    *("zhavoronkov", "nightingale", "insider", "perepelkin"),
    *(sha256(text)[:8] for text in (SECRET_TEXT, "Ptitselov\n", "Ptitselov", "he was beaten", "was beaten", "in the cellar")),
    *(f"char={PUBLIC_TEXT.index(words)},{PUBLIC_TEXT.index(words) + len(words)}" for words in ("he was beaten", "was beaten")),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "prison"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_text(content, "utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "other").mkdir()
    for name in ("case.yaml", "actors.yaml", "study.yaml"):
        content = "".join(line for line in FILES[name].splitlines(keepends=True) if "zhavoronkov" not in line)
        (tmp_path / "other" / name).write_text(content, "utf-8")
    for name, text in {"a.txt": PUBLIC_TEXT, "b.txt": SECRET_TEXT, "c.txt": "Ptitselov\n"}.items():
        (tmp_path / "texts" / name).write_text(text, "utf-8")
    return made


#: Commands that are asked for what is not there.
MAY_REFUSE = ("ask", "audit", "draw", "add", "withdraw", "explain", "report", "dispute", "sources")


def commands(folder: Path, out: Path, *, every: bool) -> Iterator[list[str]]:
    """The commands, on the case and on its built graph; `every` format, picture and graph of each."""
    from kg.ask import questions
    from kg.cli.options import ExportFormat, Picture, Which

    texts = ["--text", str(folder.parent / "texts")]
    yield ["build", str(folder), *texts, "-o", str(out)]
    yield ["build", str(folder), "-o", str(out), "--lang", "ru"]
    yield ["check", str(folder), *texts]
    yield ["check", str(folder), "-f", "json", "--lang", "ru"]
    yield ["anchor", str(folder), *texts, "--dry-run"]
    yield ["anchor", str(folder), *texts, "--moved"]
    yield ["anchor", str(folder), *texts, "--moved", "--dry-run"]
    yield ["anchor", str(folder)]
    yield ["diff", str(folder), str(out)]
    yield ["diff", str(out), str(folder), "-f", "json", *texts]
    yield ["agreement", str(folder)]
    yield ["diff", str(folder), str(folder.parent / "other"), *texts]
    yield ["withdraw", "report", str(folder), *texts]
    yield ["withdraw", "zimorod", "-g", str(out), "-f", "json"]
    yield ["init", str(folder), "--editor"]
    for kind in ("claim", "stance", "tie"):
        yield ["add", kind, "x/y" if kind == "stance" else "x", "--case", str(folder)]
        yield [
            "add",
            kind,
            "x/y" if kind == "stance" else "x",
            "--case",
            str(folder),
            "--in",
            "zimorodok-lette",
            "says.en=a",
            "kind=factual",
        ]
        yield [
            "add",
            kind,
            "celar/unio" if kind == "stance" else "ca",
            "--case",
            str(folder),
            "said.zimorodo.stance=asserts",
            "who=zimorodo",
        ]
    yield ["agreement", "-g", str(out), "-f", "json"]
    for where in ([str(folder), *texts], [str(folder), "--lang", "ru", "--annotators"], ["-g", str(out), *texts]):
        yield ["report", *where]
        for fmt in ("table", "json", "md", "xlsx") if every or where[0] == "-g" else ("table", "json"):
            yield ["audit", *where, "-f", fmt, "--all", *(["-o", str(out / f"audit-{len(where)}.xlsx")] if fmt == "xlsx" else [])]
        yield ["report", *where, "-f", "html", "--between", "union", "--between", "ministry"]
        yield ["dispute", *where, "--all", "-f", "json"]
        yield ["dispute", *where, "--party", "ministry"]
        yield ["dispute", *where, "--about", "zimorodok-lette:x", "-f", "csv"]
        yield ["dispute", *where, "--reported", "-f", "json"]
        yield ["sources", *where, "-f", "json"]
        yield from (["sources", *where, option, "-f", "csv"] for option in ("--by-party", "--fragile", "--sensitivity"))
        yield ["sources", *where, "--about", "report:beaten"]
        yield ["sources", *where, "--about", "zimorodo"]
    yield ["dispute", str(folder), "--party", "zimorodo"]
    yield ["report", str(folder), "--between", "zimorodo", "--between", "union"]
    yield ["audit", str(folder), "--about", "zimorodo", "--lang", "ru"]
    pictures = list(Picture) if every else [Picture.people, Picture.audit]
    formats = (
        [(fmt, which) for fmt in ExportFormat for which in Which]
        if every
        else [(fmt, Which.all) for fmt in (ExportFormat.trig, ExportFormat.csv, ExportFormat.webannotation)]
    )
    for where in ([str(folder), *texts], ["-g", str(out)]):
        for more in ([], ["--annotators"]):
            for question in questions():
                if every or where[0] == "-g":
                    yield ["ask", question, *where, *more]
                yield ["ask", question, "-f", "json", *where, *more, "--lang", "ru"]
            for thing in ("report", "study", "beaten", "ministry", "union", "doctor-a", "report:beds", "report:0-5", "zimorodo", "letter"):
                for fmt in ("text", "html") if every else ("json",):
                    yield ["explain", thing, "-f", fmt, *where, *texts, *more, "--lang", "ru" if more else "en"]
                    yield ["explain", thing, "-f", fmt, *where, "--brief"]
            yield ["query", "SELECT ?s ?p ?o { ?s ?p ?o }", "-f", "csv", *where, *more]
            yield ["query", "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }", "-f", "csv", *where, *more]
            for picture in pictures:
                yield ["draw", "--view", picture.value, *where, *more, *(["--metric", "beds"] if picture is Picture.series else [])]
            for fmt, which in formats:
                file = ["-o", str(out / f"{which.value}.{fmt.value}")] if fmt in (ExportFormat.csv, ExportFormat.xlsx) else []
                yield ["export", "-f", fmt.value, "--graph", which.value, *where, *more, *texts[: 2 * (where[0] == "-g")], *file]
            yield ["export", "--preview", *where, *more]
    yield ["ask", "claims-and-counterclaims", "-p", "claim=guard", str(folder)]
    yield ["ask", "claims-and-counterclaims", "-p", "actor=zimorodo", str(folder)]
    yield ["build", str(folder), "--include-confidential", "witnes", "-o", str(out / "other")]
    yield ["anchor", str(folder), *texts, "--drop-quotes"]


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["some", "every"])
def test_no_output_of_any_command_has_a_secret(kg: Kg, folder: Path, tmp_path: Path, every: bool) -> None:
    out = tmp_path / "out"
    ran = 0
    for command in commands(folder, out, every=every):
        result = kg(*command)
        assert result.code in (0, 1) or command[0] in MAY_REFUSE or "witnes" in command, (
            command,
            result.err,
        )
        assert "fault in kg" not in result.err
        told = (result.out + result.err).replace(str(tmp_path), "")
        asked = " ".join(command)
        assert [secret for secret in leaks(told) if secret not in asked] == [], command
        ran += 1
    assert ran > (200 if every else 50)
    for path in sorted(out.rglob("*")):
        assert leaks(str(path.relative_to(out))) == []
        if path.is_file():
            content = path.read_bytes()
            assert leaks(content.decode("utf-8", "replace")) == [], path
            assert leaks(content.decode("utf-16-le", "replace")) == [], path
    assert (out / "dispute.svg").exists()
    names = {one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands}
    assert names == {command[0] for command in commands(folder, out, every=every)}


def test_the_rest_is_there(folder: Path) -> None:
    built = build.assemble([folder], [folder.parent / "texts"])
    texts = {rdf.text(quad.object) for quad in built.quads}
    assert {"The prison is safe", "A convict was beaten", "He told a friend"} - texts == {"He told a friend"}
    assert {"Doctor A", "Врач А", "A doctor's papers", "The ward is full", "Кто-то был там", "Reader B"} <= texts
    iris = {rdf.text(quad.subject) for quad in built.quads}
    base = "https://example.org/prison"
    kept = {
        "doctor-a",
        "a-doctor-s-papers",
        "report/beaten/union/asserts",
        "report/beaten/doctor-a/asserts/doctor-a",
        "a-doctor-s-papers/ward/doctor-a/asserts",
        "report/letter",
        "report/beds/2024",
        "report/witness",
        "report.by-reader-b/second-view",
    }
    assert {f"{base}/{name}" for name in kept} <= iris
    gone = {"report/letter-only", "report/guard-zimorodok", "report/told", "report/beds/2025", "report/rebuttal", "report/same-words"}
    assert {f"{base}/{name}" for name in gone} & iris == set()


def test_nobody_looks_independent_by_what_is_left_out(folder: Path) -> None:
    """The fund that pays the university pays the union: a tie in secret, so that the study's ties are unknown."""
    from kg import ask

    rows = {row["claim"]: row for row in ask.run(store.memory(build.assemble([folder]).quads), "claims-without-independent-source").rows}
    assert "ties of those who speak in it" in rows["A convict was beaten"]["unknown"]
    (folder / "report.yaml").write_text(
        REPORT.replace("controls: yes, confidential: true", "controls: no").replace("derives-from: zimorodok-letter\n", "cites: study\n"),
        "utf-8",
    )
    rows = {row["claim"]: row for row in ask.run(store.memory(build.assemble([folder]).quads), "claims-without-independent-source").rows}
    assert "The study" not in rows["A convict was beaten"]["unknown"], "the study would be a third party's"


def test_only_the_number_of_results_is_told(kg: Kg, folder: Path, tmp_path: Path) -> None:
    built = build.assemble([folder])
    assert built.withheld["claims-without-independent-source"] > 0
    build.write(built, tmp_path / "out", picture=False)
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert summary["withheld"] == built.withheld
    for where in ([str(folder)], ["-g", str(tmp_path / "out")]):
        ran = kg("ask", "claims-without-independent-source", *where)
        assert f"{built.withheld['claims-without-independent-source']} rows of the whole question withheld" in ran.err


def test_two_secrets_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """What is shown does not depend on what the secret is."""
    build.write(build.assemble([folder]), tmp_path / "one")
    letter = (folder / "zimorodok-letter.yaml").read_text("utf-8")
    (folder / "zimorodok-letter.yaml").write_text(letter.replace("in the cellar of the laundry", "on the roof"), "utf-8")
    actors = (folder / "actors.yaml").read_text("utf-8")
    (folder / "actors.yaml").write_text(actors.replace("works on Mondays", "works on Fridays"), "utf-8")
    build.write(build.assemble([folder]), tmp_path / "other")
    for name in ("graph.trig", "graph.jsonld", "summary.json", "dispute.svg", "store/current"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("zimorodok", "Zakhar Zimorodok"),
        ("zimorodok-letter", "It was in the cellar of the laundry"),
        ("sviristel-doctor", "Darya Sviristel"),
        ("report:pays", "7341 gold coins"),
        ("pays", "7341 gold coins"),
        ("report:overheard", "An overheard oriole phrase"),
        ("report.by-zhavoronkov", "A view of the nightingale"),
    ],
)
def test_asked_for_by_name(folder: Path, name: str, there: str) -> None:
    hidden = {rdf.text(quad.object) for quad in build.assemble([folder]).quads}
    asked = {rdf.text(quad.object) for quad in build.assemble([folder], include=["zimorodok", name]).quads}
    assert there not in hidden
    assert there in asked


def test_a_name_that_is_nobodys(folder: Path) -> None:
    with pytest.raises(KgError, match="nothing confidential is called 'union'"):
        build.assemble([folder], include=["union"])


def test_confidential_no_is_not_confidential(folder: Path) -> None:
    (folder / "actors.yaml").write_text(ACTORS.replace("confidential: true", "confidential: no"), "utf-8")
    assert "Zakhar Zimorodok" in {rdf.text(quad.object) for quad in build.assemble([folder]).quads}


def test_errors_in_what_is_confidential_are_told_without_it(folder: Path) -> None:
    (folder / "zimorodok-letter.yaml").write_text(LETTER.replace("kind: factual", "kynd: factual"), "utf-8")
    (folder / "actors.yaml").write_text(ACTORS.replace("    kind: person\n    address", "    kind: Zimorodoks\n    address"), "utf-8")
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    told = " ".join(map(str, caught.value.problems)).replace(str(folder), "")
    assert leaks(told) == []
    assert "more in what is confidential" in told
    with pytest.raises(CaseError) as caught:
        case.read(folder, ["zimorodok-letter"])
    assert "kynd" in " ".join(map(str, caught.value.problems))


@pytest.mark.parametrize(
    "broken", ["document: {confidential: true\n  x: [", "document: {confidential: yes, title: &a x}\n", "- pseudonym: x\n"]
)
def test_a_confidential_file_that_is_no_yaml(folder: Path, broken: str) -> None:
    (folder / "zimorodok-letter.yaml").write_text(broken, "utf-8")
    (folder / "report.yaml").write_text(STUDY, "utf-8")
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    assert leaks(" ".join(map(str, caught.value.problems)).replace(str(folder), "")) == []


def test_a_case_whose_title_names_a_secret_is_an_error(folder: Path) -> None:
    (folder / "case.yaml").write_text(CASE.replace("A prison", "Zimorodok against the prison"), "utf-8")
    with pytest.raises(CaseError) as caught:
        build.assemble([folder])
    assert leaks(" ".join(map(str, caught.value.problems)).replace(str(folder), "")) == []
    assert [problem.place.line for problem in caught.value.problems] == [2]


def test_what_is_confidential_is_anchored_without_a_word(kg: Kg, folder: Path) -> None:
    ran = kg("anchor", str(folder), "--text", str(folder.parent / "texts"), "--drop-quotes")
    assert "3 quotes anchored" in ran.out
    assert "3 more in what is confidential" in ran.err
    letter = (folder / "zimorodok-letter.yaml").read_text("utf-8")
    assert "quote: The guard Kedrovnik" not in letter
    asked = [part for name in ("zimorodok", "zimorodok-letter") for part in ("--include-confidential", name)]
    ran = kg("anchor", str(folder), *asked, "--text", str(folder.parent / "texts"))
    assert "zimorodok-letter.yaml" in ran.err


def test_a_dry_run_shows_what_is_public(kg: Kg, folder: Path) -> None:
    ran = kg("anchor", str(folder), "--text", str(folder.parent / "texts"), "--dry-run")
    assert "+          at: " in ran.out
    assert "The fund pays" not in ran.out
    assert "what is confidential would be changed" in ran.err


def test_nothing_of_an_earlier_build_is_left(kg: Kg, folder: Path, tmp_path: Path) -> None:
    """Neither of one that included the secret, nor of one from before it was a secret."""
    out = tmp_path / "out"
    include = [part for name in ("zimorodok", "zimorodok-letter", "sviristel-doctor") for part in ("--include-confidential", name)]
    assert kg("build", str(folder), *include, "-o", str(out)).code == 0
    held = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
    assert b"Zakhar Zimorodok" in held
    assert kg("build", str(folder), "--no-picture", "-o", str(out)).code == 0
    for path in out.rglob("*"):
        assert leaks(path.name) == []
        assert not path.is_file() or leaks(path.read_bytes().decode("utf-8", "replace")) == [], path


def test_the_file_of_a_confidential_annotator_is_not_named(folder: Path) -> None:
    for name in ("report.by-zhavoronkov", "report.by-perepelkin"):
        (folder / f"{name}.yaml").write_text(FILES[f"{name}.yaml"] + "foo: 1\n", "utf-8")
    (folder / "repor.by-perepelkin.yaml").write_text(FILES["report.by-perepelkin.yaml"], "utf-8")
    with pytest.raises(CaseError) as caught:
        case.read(folder)
    assert leaks(" ".join(map(str, caught.value.problems)).replace(str(folder), "")) == []


def test_lines_of_what_is_no_triple_are_hidden_too(kg: Kg, folder: Path) -> None:
    text = (folder / "report.yaml").read_text("utf-8").replace("quote: nobody ever heard an oriole", "quote: the\n          occurrence: 77")
    (folder / "report.yaml").write_text(text, "utf-8")
    ran = kg("anchor", str(folder), "--text", str(folder.parent / "texts"), "--dry-run")
    assert "77" not in ran.err


def test_addresses_and_digests_are_secrets_too(folder: Path) -> None:
    note = f"See https://example.org/people/zimorodok and {sha256(SECRET_TEXT)}"
    report = FILES["report.yaml"].replace("  known: {who: fund,", f"  known: {{note: {{en: '{note}'}}, who: fund,")
    addressed = report.replace("title: {en: The report}", "title: {en: The report}\n  address: https://example.org/Zimorodok-1")
    (folder / "report.yaml").write_text(addressed, "utf-8")
    told = " ".join(rdf.text(quad.object) for quad in build.assemble([folder]).quads)
    assert sha256(SECRET_TEXT) not in told
    assert "imorodok" not in told


def test_two_pseudonyms_alike_are_told_apart(folder: Path) -> None:
    actors = FILES["actors.yaml"] + "  wren: {name: {en: Wren Kestrel}, kind: person, pseudonym: {en: Doctor A}}\n"
    (folder / "actors.yaml").write_text(actors + "  doctor-a-2: {name: {en: Somebody}, kind: person}\n", "utf-8")
    names = {rdf.text(quad.subject).rpartition("/")[2] for quad in build.assemble([folder]).quads if rdf.text(quad.object) == "Doctor A"}
    assert len(names) == 2
    assert names == {"doctor-a", "doctor-a-3"}
    assert not {"wren", "sviristel-doctor", "doctor-a-2"} & names


def test_the_only_annotator_cannot_be_confidential(folder: Path) -> None:
    case_yaml = "".join(
        line for line in FILES["case.yaml"].splitlines(keepends=True) if "zhavoronkov" not in line and "perepelkin" not in line
    )
    (folder / "case.yaml").write_text(case_yaml.replace("kind: person}", "kind: person, confidential: true}"), "utf-8")
    for name in ("report.by-zhavoronkov", "report.by-perepelkin"):
        (folder / f"{name}.yaml").unlink()
    with pytest.raises(CaseError, match="1 error"):
        case.read(folder)
