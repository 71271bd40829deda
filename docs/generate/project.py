"""Pages that stand beside `docs/` in the repository, as pages of the site; and links between the two."""

from __future__ import annotations

import re
from collections.abc import Callable
from os.path import relpath
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: A file of the repository → its page on the site, below `docs/`.
FILES = {
    "README.md": "project/readme.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "CHANGELOG.md": "project/changelog.md",
    "benchmarks/README.md": "project/benchmarks.md",
}
#: A link or a picture in Markdown: up to what it leads to, its path, its anchor.
LINK = re.compile(r"(\]\()(?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?(?=\))")


def relink(text: str, source: str, page: str) -> str:
    """A text of the file `source` as it stands on a page; both are paths from the repository's root.

    Links to what has a page lead there, a folder's to its index, others to the file itself.
    """

    def led(match: re.Match[str]) -> str:
        path = relpath((ROOT / source).parent / match[2], ROOT)
        if path in FILES:
            path = f"docs/{FILES[path]}"
        elif (ROOT / path).is_dir():
            path += "/index.md"
        return f"{match[1]}{relpath(path, Path(page).parent)}{match[3] or ''}"

    return LINK.sub(led, text)


def _page(source: str) -> Callable[[], str]:
    return lambda: relink((ROOT / source).read_text("utf-8"), source, f"docs/{FILES[source]}")


PAGES = {page: _page(source) for source, page in FILES.items()}
