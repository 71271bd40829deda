"""Every example in the documentation runs and prints what is shown; every link in it leads somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import pages
from tests.pages import GAP, PAGES, ROOT, WITHHELD, missing, steps

LINK = re.compile(r"\]\(([^)\s]+)\)|<(https?:[^>]+)>")
#: Texts of the reader's own that a page speaks of.
OWN = {"README.md": {"reply.txt": "The council replies. All nine cracks were repaired, it says.\n", "article.txt": "An article.\n"}}


def test_the_pages_are_there() -> None:
    assert {"README.md", "docs/walkthrough.md", "docs/commands.md", "docs/own-question.md"} <= set(PAGES)
    assert len(steps(pages.text("docs/walkthrough.md"))) > 10
    assert 100 <= pages.text("docs/walkthrough.md").count("\n") <= 300


@pytest.mark.filterwarnings("ignore:(Dataset|Conjunctive):DeprecationWarning")  # rdflib's parser uses what rdflib deprecates
@pytest.mark.parametrize("page", [page for page in PAGES if steps(pages.text(page))])
def test_every_example_prints_what_is_shown(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for case in ("velzha", "kazakhstan-2025"):
        shutil.copytree(ROOT / "data" / case, tmp_path / "data" / case)
    for name, text in OWN.get(page, {}).items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    space: dict[str, object] = {}
    for step in steps(pages.text(page)):
        if step.kind == "python":
            exec(step.text, space)
        elif step.kind == "command":
            told = [line for line in pages.run(step.text) if WITHHELD not in line or line in step.shown]
            assert missing(step.shown, told) == "", step.text
        else:
            Path(step.kind).write_text(step.text, "utf-8")


@pytest.mark.parametrize(
    ("shown", "printed", "wrong"),
    [
        (["a", "b"], ["a", "b"], ""),
        (["a", GAP, "c"], ["a", "b", "c"], ""),
        (["a  b"], ["a b"], ""),
        (["a", "c"], ["a", "b", "c"], "c"),
        ([GAP, "b", "a"], ["a", "b"], "a"),
        (["a"], ["a", "b"], "(more is printed: b)"),
        ([GAP, "x"], ["a", "b"], "x"),
    ],
)
def test_what_is_not_printed_is_found(shown: list[str], printed: list[str], wrong: str) -> None:
    assert missing(tuple(shown), printed) == wrong


def test_steps_are_found_in_their_order() -> None:
    page = "`a.txt`\n\n```text\nA\n```\n\n```console\n$ kg x\nout\n…\n$ ls\n```\n"
    page += "```sh\npip x && .venv/bin/kg y \\\n    z\n```\n```python\n1\n```\n"
    assert [(step.kind, step.text, step.shown) for step in steps(page)] == [
        ("a.txt", "A\n", ()),
        ("command", "kg x", ("out", "…")),
        ("command", "ls", ()),
        ("command", "kg y z", (GAP,)),
        ("python", "1\n", ()),
    ]


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and Sphinx make them."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, "docs/reference/keys.md"])
def test_every_link_leads_somewhere(page: str) -> None:
    made = {"reference/ontology.md", "reference/questions.md"}  # when the site is built
    wrong = []
    for one, other in LINK.findall(re.sub(r"`[^`\n]*`|^```.*?^```$", "", pages.text(page), flags=re.DOTALL | re.MULTILINE)):
        link = urlsplit(one or other)
        if link.scheme:
            wrong += [] if link.scheme in ("https", "http") and "." in link.netloc else [link.geturl()]
            continue
        to = (ROOT / page).parent / link.path if link.path else ROOT / page
        if link.path not in made and not (to.exists() and (not link.fragment or link.fragment in anchors(to))):
            wrong.append(link.geturl())
    assert wrong == []
