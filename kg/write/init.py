"""`kg init`: a new case that builds at once, with comments that say what to write where."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kg import files, rdf
from kg.case import folder as folders
from kg.case.references import wrong_case_name
from kg.problems import KgError
from kg.write import editor, template, texts
from kg.write.texts import Text

#: Names that the template has, of which no document may be called.
_TAKEN = ("case", "actors", "party-one", "party-two", "me", "crack", "first-claim", "second-claim", "objection", "cracks", "funding")
_LONGEST = 60


def init(case: Path, given: Sequence[Path] = (), *, title: str = "", language: str = "") -> list[Path]:
    """Write a new case into a folder, a document for each text; the texts are not copied. Returns the case's files.

    Raises:
        KgError: there is something in the way, or a text cannot be read; nothing was written.
    """
    _check_empty(case)
    if language and not rdf.is_language(language.lower()):
        raise KgError(f"'{language}' is not a language tag: write a code such as en or ru")
    language = language.lower()
    named = _named([texts.read(path) for path in given])
    first = next(iter(named), "first-document")
    name = name_of(case.resolve().name)
    languages = list(dict.fromkeys([language or "en", "en"]))
    made = {folders.CASE: template.case(name or "case", title or case.resolve().name or "case", languages), folders.ACTORS: template.ACTORS}
    for document in named or [first]:
        made[f"{document}.yaml"] = template.document(document, named.get(document), language, first)
    written = {case / file: content.encode("utf-8") for file, content in made.items()}
    _write(written | editor.files_of(case))
    return list(written)


def prepare_editor(case: Path) -> list[Path]:
    """Write only what an editor needs, beside a case that is there. Returns those files.

    Raises:
        KgError: there is no case in the folder, or its settings cannot be added to.
    """
    folders.check(case)
    made = editor.files_of(case)
    _write(made)
    return list(made)


def name_of(words: str) -> str:
    """A valid name made of any words; "" where nothing is left of them.

    >>> name_of("Ответ министра (2).final"), name_of("…")
    ('Otvet-ministra-2-.final', '')
    """
    from anyascii import anyascii

    name = re.sub(r"[^A-Za-z0-9._-]+", "-", anyascii(words)).replace(".by-", "-by-")[:_LONGEST].strip("-._")
    return name if name and not wrong_case_name(name) else f"{name}-text" if name else ""


def _named(given: list[Text]) -> dict[str, Text]:
    """Each text under a name made of its file's, numbered where that is taken."""
    named: dict[str, Text] = {}
    taken = set(_TAKEN)
    for text in given:
        for other in named.values():
            if other.sha256 == text.sha256:
                raise KgError(f"{text.path}: is the same text as {other.path}: give it once")
        stem = name = name_of(text.path.stem) or "document"
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        named[name] = text
    return named


def _check_empty(case: Path) -> None:
    """Nothing is overwritten, and no file that is there becomes a document."""
    if os.path.lexists(case) and not case.is_dir():
        raise KgError(f"{case}: is no folder: name a new one")
    if os.path.lexists(case / folders.CASE):
        raise KgError(f"{case}: has a case already: name another folder; --editor adds only completion, kg add adds to the case")
    if case.is_dir():
        try:
            there = sorted(path.name for path in case.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
        except OSError as error:
            raise KgError(f"{case}: cannot be read: {error.strerror or error}") from error
        if there:
            raise KgError(f"{case}: has {there[0]} in it, which would be read as a part of the case: name another folder")


def _write(contents: dict[Path, bytes]) -> None:
    """All of them, or none and no folder either."""
    made: list[Path] = []
    try:
        for parent in dict.fromkeys(path.parent for path in contents):
            for one in [*reversed(parent.parents), parent]:
                if not one.is_dir():
                    one.mkdir()
                    made.append(one)
        files.write_all(contents)
    except (OSError, KgError) as error:
        for one in reversed(made):
            with suppress(OSError):
                one.rmdir()
        if isinstance(error, KgError):
            raise
        raise KgError(f"{error.filename}: cannot be made ({error.strerror or error}): name another folder") from error
