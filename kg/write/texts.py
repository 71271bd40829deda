"""A text that a document is made for: its digest, length and first line. It is not copied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg import text as texts
from kg.problems import KgError

_LONGEST_TITLE = 120
#: What may stand around a title and is none of it: a byte order mark, signs of Markdown.
_AROUND = "\ufeff\xa0 \t#*=-"


@dataclass(frozen=True)
class Text:
    """What a case says of a text."""

    path: Path
    sha256: str
    length: int  # in code points
    title: str  # its first line, "" where that is no title


def read(path: Path) -> Text:
    """What is to be said of the text in a file.

    Raises:
        KgError: there is no such file, or it is no text: empty, not UTF-8, too large, a folder.
    """
    if path.is_dir():
        raise KgError(f"{path}: is a folder: name the file with the text")
    if not path.is_file():  # to read a pipe is to wait
        raise KgError(f"{path}: {'is no file: save the text to one' if path.exists() else 'no such file: name the file with the text'}")
    found = texts.find([path], set())[0]
    if found.length is None:
        raise KgError(f"{path}: is not UTF-8: save the text as UTF-8")
    content = texts.find([path], {found.sha256})[0].text or ""
    if not content.strip():
        raise KgError(f"{path}: is empty: save the text of the document in it")
    return Text(path, found.sha256, found.length, _title(content))


def _title(content: str) -> str:
    lines = (line.strip(_AROUND) for line in content.splitlines())
    first = next((line for line in lines if line), "")
    return first if len(first) <= _LONGEST_TITLE and first.isprintable() else ""
