"""A document's text: found by its digest, read as code points, normalised with an index map back, counted as UTF-16."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.problems import KgError

MOST_BYTES = 64 * 1024 * 1024

#: Nobody sees these: the soft hyphen, zero-width spaces and joiners, marks of direction, the byte order mark.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
#: Quotation marks and apostrophes of every kind.
MARKS = "\"'`´«»‘’‚‛“”„‟‹›ʻʼ「」『』〝〞〟⹂＂＇"
DASHES = "-‐‑‒–—―−⁃﹘﹣－"
_ALIKE = str.maketrans(dict.fromkeys(MARKS, "'") | dict.fromkeys(DASHES, "-") | {"ё": "е", "Ё": "Е"})
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_STRESS = re.compile("[\u0300\u0301]")
#: What follows a letter of its syllable: vowels and finals of conjoining Hangul.
_JAMO = "\u1161-\u1175\u11a8-\u11c2"


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


def every(places: Iterable[Path | str]) -> dict[str, str]:
    """The texts of all files given, and of all below a folder, by their digest; what is not UTF-8 is none."""
    found = {}
    for place in map(Path, places):
        for path in _files_in(place) if place.is_dir() else [place]:
            raw = path.read_bytes()
            with suppress(UnicodeDecodeError):
                found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8")
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


@dataclass(frozen=True)
class Normalised:
    """A text made from a raw one; its character i stands for the raw `starts[i]:ends[i]`.

    Characters that stand for the same raw ones (the three points of an ellipsis) have the same range.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a slice that is not empty begins and ends between what stands for different raw characters."""
        before = start > 0 and self.starts[start - 1] == self.starts[start]
        return not before and not (end < len(self.text) and self.starts[end - 1] == self.starts[end])


def visible(text: str) -> Normalised:
    """The text without what nobody sees.

    >>> visible("4\u200b7").text
    '47'
    """
    if not _UNSEEN.search(text):
        return Normalised(text, range(len(text)), range(1, len(text) + 1))
    parts, starts, at = [], array("I"), 0
    for start, end in [*(found.span() for found in _UNSEEN.finditer(text)), (len(text), len(text))]:
        parts.append(text[at:start])
        starts.extend(range(at, start))
        at = end
    return Normalised("".join(parts), starts, array("I", [start + 1 for start in starts]))


def normalise(text: str) -> Normalised:
    """What two spellings of the same words have in common. Case, digits, order and words stay, and so does the script.

    A letter and its marks are composed (NFC); spaces and line breaks are one space, quotation marks and
    apostrophes one mark, dashes and hyphens one hyphen, ё is е, … is three points; what nobody sees and the
    marks of stress on Cyrillic letters are gone. In time and memory proportional to the text.

    >>> made = normalise("«Отчёт» –\u00a0\u00a0за\u0301мок…")
    >>> made.text
    "'Отчет' - замок..."
    >>> made.starts[10], made.ends[12]
    (11, 15)
    """
    seen = visible(text)
    special, singles = _special(seen.text)
    parts, starts, ends, at = [], array("I"), array("I"), 0
    for found in special.finditer(seen.text):
        start, end = found.span()
        new = _cluster(found[0]).translate(_ALIKE)
        parts += [seen.text[at:start].translate(singles), new]
        starts.extend(seen.starts[at:start])
        ends.extend(seen.ends[at:start])
        starts.extend([seen.starts[start]] * len(new))
        ends.extend([seen.ends[end - 1]] * len(new))
        at = end
    parts.append(seen.text[at:].translate(singles))
    starts.extend(seen.starts[at:])
    ends.extend(seen.ends[at:])
    return Normalised("".join(parts), starts, ends)


def _special(text: str) -> tuple[re.Pattern[str], dict[int, str]]:
    """What has to be looked at as a whole in a text, and what becomes of other characters one by one.

    Only the kinds of characters that the text has are looked at, since `re` knows no general categories.
    """
    kinds = sorted(char for char in set(text) if not char.isascii())
    marks = re.escape("".join(char for char in kinds if unicodedata.category(char)[0] == "M"))
    composed = {char: unicodedata.normalize("NFC", char) for char in kinds}
    several = re.escape("".join(char for char, made in composed.items() if len(made) > 1))
    clusters = [rf"\s{{2,}}|[^\S ]|…|[^\s{marks}][{marks}{_JAMO}]+|[{marks}{_JAMO}]+"]
    clusters += [f"[{several}]"] if several else []
    singles = _ALIKE | {ord(char): made.translate(_ALIKE) for char, made in composed.items() if made != char}
    return re.compile("|".join(clusters)), singles


def _cluster(raw: str) -> str:
    """What several characters that belong together become, or one that becomes several."""
    if raw.isspace():
        return " "
    made = unicodedata.normalize("NFC", raw.replace("…", "..."))
    if "\u0400" <= made[0] <= "\u052f":
        made = unicodedata.normalize("NFC", _STRESS.sub("", made))
    return made


def to_utf16(text: str, offset: int) -> int:
    """A position counted in code points, as JavaScript counts it: in UTF-16 code units.

    >>> to_utf16("\U0001f6aa!", 1)
    2

    Raises:
        KgError: the text is shorter.
    """
    if not 0 <= offset <= len(text):
        raise KgError(f"there is no position {offset} in a text of {len(text)} characters: count from 0 to its length")
    return offset + bisect_left(_wide(text), offset)


def from_utf16(text: str, offset: int) -> int:
    """A position counted in UTF-16 code units, in code points.

    >>> from_utf16("\U0001f6aa!", 2)
    1

    Raises:
        KgError: the text is shorter, or the position is between the two halves of one character.
    """
    wide = _wide(text)
    if not 0 <= offset <= len(text) + len(wide):
        raise KgError(f"there is no position {offset} in a text of {len(text) + len(wide)} UTF-16 code units: count from 0 to its length")
    before = bisect_left(range(len(wide)), offset, key=lambda i: wide[i] + i)
    if before and wide[before - 1] + before == offset:
        raise KgError(f"{offset} is between the two UTF-16 halves of one character: take {offset - 1} or {offset + 1}")
    return offset - before


@lru_cache(maxsize=4)
def _wide(text: str) -> array[int]:
    """Where the characters are that take two UTF-16 code units."""
    return array("I", (found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)))


def _files_in(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted, without what is hidden or too large to be a text."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.stat().st_size <= MOST_BYTES:
            yield path
