"""Pages of the documentation that are made of the program itself.

Keys and terms come from `ontology/`, questions and their answers from `queries/` and the second case, options from the
commands. `docs/conf.py` has them made when the site is built; `python -m docs.generate` renews the one that is kept in
the repository, `docs/reference/keys.md`, since the file format links to it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs.generate import keys, ontology, project, questions

DOCS = Path(__file__).resolve().parents[1]

#: Page, below `docs/` → how its text is made.
PAGES: dict[str, Callable[[], str]] = {
    "reference/keys.md": keys.page,
    "reference/ontology.md": ontology.page,
    "reference/questions.md": questions.page,
    **project.PAGES,
}
#: What is kept in the repository; a test holds that it is up to date.
KEPT = ("reference/keys.md",)


def write(*names: str) -> None:
    """Write pages, where they have changed: Sphinx reads again what is newer."""
    for name in names or PAGES:
        path, text = DOCS / name, PAGES[name]()
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
