"""A document's text: found by its digest, read as code points, sliced."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.problems import KgError

MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Found:
    """A file that was given as text: its digest and length, and the text where a document of the case has it.

    A folder in which no file is wanted has none of these, and what is not UTF-8 no length.
    """

    path: Path
    sha256: str = ""
    text: str | None = None
    length: int | None = None  # in code points


def digest(text: str) -> str:
    """The first 8 digits of the SHA-256 of a text in UTF-8: what stands behind the slash of an `at`.

    >>> digest("2020")
    '73a2af88'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def find(places: Iterable[Path | str], wanted: set[str]) -> list[Found]:
    """The files given, and of a folder's those whose digest is wanted; names play no part.

    Raises:
        KgError: there is no such file, or one that is wanted cannot be read as UTF-8.
    """
    found: list[Found] = []
    for place in map(Path, places):
        if place.is_dir():
            matched = [one for path in _files_in(place) if (one := _read(path, wanted)).text is not None]
            found += matched or [Found(place)]
        elif not place.exists():
            raise KgError(f"{place}: no such file or folder: give the text of a document, or the folder it is in")
        else:
            found.append(_read(place, wanted))
    return found


def _read(path: Path, wanted: set[str]) -> Found:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KgError(f"{path}: more than {MOST_BYTES // 1024 // 1024} MB: give the text of one document")
        raw = path.read_bytes()
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {error.strerror or error}") from error
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        # Bytes are decoded as they are: a CRLF stays two characters, a BOM one.
        text = raw.decode("utf-8")
        return Found(path, sha256, text if sha256 in wanted else None, len(text))
    except UnicodeDecodeError as error:
        if sha256 not in wanted:
            return Found(path, sha256)
        raise KgError(f"{path}: byte {error.start} is not UTF-8: a document's text is kept as UTF-8") from error


def _files_in(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted, without what is hidden or too large to be a text."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.stat().st_size <= MOST_BYTES:
            yield path
