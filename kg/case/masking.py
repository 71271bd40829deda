"""What may be said of a case in which something is confidential: problems, lines and whole files that are not told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from kg.case.model import Case, Lines
from kg.case.naming import Naming
from kg.names import BY
from kg.problems import Place, Problem

#: How a case says yes.
TRUE = "true"
_IN_FILE = re.compile(r"""\bconfidential["']?[ \t]*:[ \t]*["']?(?:true|yes)\b|\bpseudonym["']?[ \t]*:""")


@dataclass(frozen=True)
class Hidden:
    """Where the files of a case speak of what is confidential: whole files, and single lines."""

    files: frozenset[str]
    places: frozenset[Place]

    def has(self, place: Place) -> bool:
        return place.file in self.files or place in self.places

    def lines(self, file: str) -> set[int]:
        """The lines of a file that must not be shown."""
        return {place.line for place in self.places if place.file == file}


def hidden(whole: Case, public: Case) -> Hidden:
    """What of a case is not in what may be seen of it."""
    shown = {document.iri for document in public.documents.values()}
    files = {document.file for document in whole.documents.values() if document.iri not in shown}
    seen = public.lines.nodes.keys()
    places = {at for node, at in whole.lines.places() if node not in seen} | {
        quote.place for quote in whole.quotes if quote.node not in seen
    }
    return Hidden(frozenset(files), frozenset(places))


def masked(
    problems: list[Problem],
    roots: Iterable[tuple[str, dict[str, Any]]],
    lines: Lines,
    unread: Iterable[Path],
    case: Path,
    include: Collection[str] = (),
) -> list[Problem]:
    """The problems of a case that could not be read, without those that speak of what is confidential.

    `roots` are its files' names and JSON-LD as far as that was made, `lines` those of both, `unread` the files of which
    nothing was. How many are left out is told at `case`, the file of the case.
    """
    words, things, files = set[str](), set[str](), {str(path) for path in unread if says_so(path)}
    for file, root in roots:
        secret = [thing for thing in _things(root) if _is_secret(thing) and not is_named(thing.get("@id", root["@id"]), include)]
        words.update(chain.from_iterable(map(_words, secret)))
        things.update(thing["@id"] for thing in secret if "@id" in thing)
        if any("@id" not in thing for thing in secret):  # what stands under document: or annotation: is of the whole file
            files.add(file)
            words.update(root["@id"].rpartition("/")[2].split(BY))
    annotators = {thing["@id"].rpartition("/")[2] for _, root in roots for thing in _secret_annotators(root, include)}
    files |= {p.place.file for p in problems if Path(p.place.file).stem.partition(BY)[2] in annotators}
    spoken = Naming(words)
    places = (
        {at for node, at in lines.places() if any(node == thing or node.startswith(thing + "/") for thing in things)} if things else set()
    )
    kept = [p for p in problems if p.place.file not in files and p.place not in places and not spoken.in_text(p.message)]
    if less := len(problems) - len(kept):
        told = f"{less} more in what is confidential: name it with --include-confidential to see {'it' if less == 1 else 'them'}"
        kept.append(Problem(Place(str(case), 1), told))
    return kept


def _secret_annotators(root: dict[str, Any], include: Collection[str]) -> Iterable[dict[str, Any]]:
    """Annotators whose files are as confidential as they are."""
    return (one for one in _things(root.get("annotators", {})) if _is_secret(one) and not is_named(one["@id"], include))


def _is_secret(thing: dict[str, Any]) -> bool:
    return thing.get("confidential") == TRUE or "pseudonym" in thing


def says_so(path: Path) -> bool:
    """Whether a file says of anything in it that it is confidential; it need not be readable as YAML."""
    return bool(_IN_FILE.search(_begins(path)))


def _begins(path: Path) -> str:
    """The first megabyte of a file that could not be read as YAML."""
    try:
        if path.is_file():  # a pipe would wait
            with path.open("rb") as file:
                return file.read(2**20).decode("utf-8", "replace")
    except OSError:
        pass
    return ""


def is_named(iri: str, include: Collection[str]) -> bool:
    """Whether a thing is among those asked for by `name` or `document:name`."""
    return any(iri.endswith("/" + name.replace(":", "/", 1)) for name in include)


def _things(node: Any) -> Iterable[dict[str, Any]]:
    if isinstance(node, dict):
        if "@id" in node or "confidential" in node or "pseudonym" in node:
            yield node
        for value in node.values():
            yield from _things(value)
    elif isinstance(node, list):
        for value in node:
            yield from _things(value)


def _words(thing: dict[str, Any]) -> Iterable[str]:
    """What would give a thing away in a message: its name, what it is called, its digest."""
    if "@id" in thing:
        yield thing["@id"].rpartition("/")[2]
    for key in ("name", "title", "says"):
        if isinstance(thing.get(key), dict):
            yield from thing[key].values()
