"""Written pages as they stand on the site."""

from __future__ import annotations

from docs.generate import DOCS, commands, notebook, project
from docs.generate.project import ROOT


def read(name: str, text: str) -> str:
    """A page by its name below `docs/`, without ending.

    Notebooks are run, commands get what they take, the index the pages that it does not name; links lead to pages.
    """
    if (path := DOCS / f"{name}.ipynb").exists():
        cells = notebook.read(path)
        notebook.run(cells, ROOT)
        text = notebook.page(cells)
    if name == "index":
        others = sorted(path.stem for path in DOCS.glob("*.md") if f"\n{path.stem}\n" not in text and path.stem != name)
        text = text.replace("(others)\n", "".join(f"{other}\n" for other in others))
    if name == "commands":
        text = commands.page(text)
    return project.relink(text, f"docs/{name}", f"docs/{name}")
