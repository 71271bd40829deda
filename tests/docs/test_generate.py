"""Pages that are made of the program name everything it has."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docs import generate
from docs.generate import commands, keys, ontology, project, questions
from docs.generate.markdown import plain
from docs.generate.vocabulary import DEFINITION, compact, of_type, words
from kg import ask
from kg.ask import Table
from kg.case.terms import Term, classes
from tests.pages import PAGES, ROOT, steps, text

COMMANDS = commands.registered()
WRITTEN = "".join(text(page) for page in PAGES)
TERMS = [term for kind in ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "skos:Concept") for term in of_type(kind)]
made = cache(lambda name: generate.PAGES[f"reference/{name}.md"]())


# -- keys and terms ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", generate.KEPT)
def test_what_is_kept_is_up_to_date(name: str) -> None:
    assert (generate.DOCS / name).read_text("utf-8") == generate.PAGES[name](), "python -m docs.generate renews it"


def section(page: str, heading: str) -> str:
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("thing", "row"),
    [
        ("Case", r"\| `title` \| What the dispute is called\.<br>Как называется спор\. \| a text by language \| yes \|"),
        ("Case", r"\| `parties` \| .* \| the name of an \[actor\]\(#actor\); or a list \| should be there \|"),
        ("Document", r"\| `document` › `text` › `sha256` \|"),
        ("Claim", r"\| `said` \| .* \| by actor: \[assertion\]\(#assertion\), or several \|"),
        (
            "Support",
            r"\| `with` \| .* the name of a \[claim\]\(#claim\), an \[observation\].* or a \[document\].*; or a list \| yes \|",
        ),
        ("Support", r"\| `by` \| .* \| else the file's annotator \|"),
        ("Reform", r"\| `in-force` \|"),
    ],
)
def test_a_key_is_told_with_what_it_takes(thing: str, row: str) -> None:
    assert re.search(row, section(made("keys"), thing))


def test_every_key_of_every_thing_is_told_with_its_values() -> None:
    def all_of(term: Term) -> list[Term]:
        return [term, *(found for one in term.keys.values() for found in all_of(one))]

    for name, terms in classes().items():
        if name in keys.MADE:
            continue
        told = section(made("keys"), keys.name_of(name).capitalize())
        for term in (found for one in terms.values() for found in all_of(one)):
            assert f"`{term.key}`" in told, f"{name}: {term.key}"
            assert all(f"\n| `{value}` | " in told for value in term.values), f"{name}: {term.key}"


@pytest.mark.parametrize("term", TERMS, ids=compact)
def test_every_term_is_on_the_ontologys_page(term: str) -> None:
    page = made("ontology")
    assert f"`{compact(term)}`" in page or f"### {compact(term)}\n" in page
    assert all(plain(words("kg.ttl", term, DEFINITION, lang)) in page for lang in ("en", "ru"))


def test_others_terms_are_named_where_they_are_near() -> None:
    assert "rdfs:subPropertyOf `prov:wasDerivedFrom`" in ontology.page()
    assert "https://w3id.org/counterclaim/ns/0.1.0" in ontology.page()


# -- questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ask.questions())
def test_every_question_is_there_with_its_answer(name: str) -> None:
    query, told = ask.questions()[name], section(made("questions"), name)
    assert plain(query.words("summary", "en")) in told.replace("`", "")
    assert all(f"\n| `{parameter}` | " in told for parameter in query.parameters)
    assert f"](#{name})" in made("questions")
    assert re.search(r"\n\d+ rows?\.\n|\nThe first \d+ of \d+ rows", told)


def test_a_long_answer_is_cut_and_says_so() -> None:
    rows = [{"a_b": f"{n}|*"} for n in range(questions.ROWS + 1)]
    told = questions._answer("q", Table(["a_b"], rows, heads={"a_b": "a b"}), 2)
    assert "| a b |" in told
    assert r"| 0\|\* |" in told
    assert told.count("\n| ") == questions.ROWS + 2  # head and line
    assert f"The first {questions.ROWS} of {questions.ROWS + 1} rows; `kg ask q " in told
    assert "Withheld: 2," in told
    assert "0 rows." in questions._answer("q", Table(["a"], []), 0)


# -- commands ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_with_all_that_it_takes(name: str) -> None:
    page = commands.page(text("docs/commands.md"))
    told = section(page, f"kg {name}")
    assert page.count(f"\n## kg {name}\n") == 1
    taken = [option for one in COMMANDS[name].params if one.param_type_name == "option" for option in one.opts]
    assert [option for option in taken if option not in told] == []
    assert " ".join((COMMANDS[name].help or "").split()[:4]) in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    examples = [step.text for page in PAGES for step in steps(text(page)) if step.kind == "command"]
    assert any(example.startswith(f"kg {name}") for example in examples)


def choices() -> set[str]:
    """The values that options of commands take: formats, views, graphs, languages."""
    from enum import Enum
    from typing import get_args, get_type_hints

    def enums(hint: Any) -> set[str]:
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {str(one.value) for one in hint}
        return set().union(*map(enums, get_args(hint)))

    from kg.cli import app

    callbacks = [command.callback for command in app.registered_commands if command.callback]
    return set().union(*(enums(hint) for callback in callbacks for hint in get_type_hints(callback).values()))


@pytest.mark.parametrize("value", sorted(choices()))
def test_every_format_view_and_graph_is_explained(value: str) -> None:
    assert f"`{value}`" in WRITTEN


def test_a_command_without_a_section_gets_one() -> None:
    page = commands.page("# The commands\n\n## kg ask\n\nAn example.\n")
    assert page.index("## kg init") < page.index("## kg ask") < page.index("An example.") < page.index("## kg query")


# -- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "source", "page", "becomes"),
    [
        ("docs/file-format.md#the-keys", "README.md", "docs/project/readme.md", "../file-format.md#the-keys"),
        ("../README.md", "docs/walkthrough", "docs/walkthrough", "project/readme.md"),
        ("docs/decisions/", "README.md", "docs/project/readme.md", "../decisions/index.md"),
        ("ontology/kg.ttl", "README.md", "docs/project/readme.md", "../../ontology/kg.ttl"),
        ("https://example.org/x", "README.md", "docs/project/readme.md", "https://example.org/x"),
        ("#quotes", "docs/file-format", "docs/file-format", "#quotes"),
    ],
)
def test_links_lead_to_pages_of_the_site(link: str, source: str, page: str, becomes: str) -> None:
    assert project.relink(f"[a]({link})", source, page) == f"[a]({becomes})"


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="needs the extra docs: pip install -e '.[docs]'")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q", "docs", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert all((tmp_path / f"{Path(page).stem}.html").exists() for page in PAGES if Path(page).parent.name == "docs")
