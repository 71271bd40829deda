"""How Sphinx builds the documentation: `sphinx-build -W --keep-going -n docs OUT`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

import kg  # noqa: E402
from docs import generate  # noqa: E402
from docs.generate import pages  # noqa: E402

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "Counterclaim"
version = release = kg.__version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown", ".ipynb": "markdown"}
exclude_patterns = ["_build", "generate"]
myst_heading_anchors = 3
smartquotes = False  # --lang stays --lang

html_theme = "furo"
html_title = f"Counterclaim {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False


def setup(app: Sphinx) -> None:
    """Make the pages that are made, and read the written ones as they stand on the site."""
    generate.write()
    app.connect("builder-inited", _quiet)
    app.connect("source-read", _read)


def _quiet(_app: Sphinx) -> None:
    """The theme brings a package that has every library's log printed."""
    logging.getLogger().setLevel(logging.WARNING)


def _read(_app: Sphinx, name: str, source: list[str]) -> None:
    source[0] = pages.read(name, source[0])
