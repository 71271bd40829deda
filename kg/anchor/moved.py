"""`kg anchor --moved`: where the passages of a text that was replaced stand in the new one. Proposed, never guessed.

Two ways a text is replaced: the document's `sha256` is that of a new text (an edited web page), and its
passages fail; or a new document `replaces` an old one, and both have their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from kg import files, rdf
from kg.anchor.changes import diff
from kg.anchor.edges import edges
from kg.anchor.locate import locate
from kg.anchor.negation import left_out
from kg.anchor.rewrite import PASSAGE, Rewrite, Thing, opened
from kg.case import Case, Document, Hidden
from kg.names import expand
from kg.problems import Place
from kg.text import digest

#: Without its old text a passage is known by 8 digits, which fit one stretch of text in 4,294,967,296 by chance. In a text
#: of this many characters there are at most as many stretches of one length: a chance below one in 4,000.
MOST_CHARACTERS = 1_000_000
#: Each stretch is read as a whole; a longer passage is not looked for without its old text.
MOST_IN_PASSAGE = 2_000
_MOST_SHOWN = 5

_GONE = "gone: its words do not stand in the new text"
_CUT = "gone: its words stand in the new text only inside longer words or numbers"
_UNKNOWN = "its words are not known: give the old text with --text, or anchor it anew by a quote"
_NEGATED = "{to} leaves out '{word}', which stands directly {side} it there: anchor it anew, or confirm it by negation: left-out"
_TWICE = "{to}, which stands beside it already: take one of them out"
_AMBIGUOUS = "ambiguous: its words stand {count} times in the new text, at {ranges}"


@dataclass(frozen=True)
class Move:
    """A passage as it is written in a file, and where it went; or why nobody can say.

    `document` is the name of the document that replaces the one the file is about, "" where that is a new
    text of the same document.
    """

    place: Place
    written: str
    to: str = ""
    why: str = ""
    document: str = ""

    def __str__(self) -> str:
        to = f"{self.document + ' ' if self.document and self.to else ''}{self.to}"
        return f"{self.place}: {self.written} → {to or self.why}" if to else f"{self.place}: {self.written}: {self.why}"


@dataclass
class Moved:
    """What became of passages whose text was replaced; `changes` are the files' contents before and after.

    `used` are the digests of the old texts that told the words of a passage.
    """

    moves: list[Move] = field(default_factory=list)
    changes: dict[Path, tuple[str, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def lost(self) -> int:
        """How many passages of a new text nobody can say a place for."""
        return sum(not move.to and not move.document for move in self.moves)

    def diff(self, hidden: Hidden | None = None) -> str:
        """The changes as a unified diff, without what is hidden."""
        return diff(self.changes, hidden)


def moved(
    case: Case,
    texts: Mapping[str, str],
    others: Mapping[str, str] | None = None,
    *,
    write: bool = False,
    dry_run: bool = False,
) -> Moved:
    """Where each passage went that its document's text does not verify any more, and each of a document that was replaced.

    `texts` are those at hand by their digest, `others` those that no document has: an old text is known by the
    digits that it verifies. With `write`, what has one new place gets it in the files; a dry run
    only makes the changes.

    Raises:
        KgError: a file could not be written; it is as it was.
    """
    made = Moved()
    documents = list(case.documents.values())
    for document in documents:
        text = texts.get(document.sha256)
        if text is None:
            continue
        rewrite = opened(document)
        olds = _verifying(rewrite, text, {**(others or {}), **texts})
        made.used |= olds.keys()
        for thing in rewrite.things():
            for node, move in _of_new_text(rewrite, thing, text, list(olds.values())):
                made.moves.append(move)
                if write and move.to:
                    rewrite.replace(node, move.to)
        if rewrite.edits:
            made.changes[Path(document.file)] = (rewrite.source, rewrite.made())
    for new, old in _replaced(case, documents):
        if new.sha256 in texts and old.sha256 in texts and new.sha256 != old.sha256:
            made.moves += _of_replaced(opened(old), texts[old.sha256], new, texts[new.sha256])
    if write and not dry_run:
        files.write_all({path: new.encode("utf-8") for path, (_, new) in made.changes.items()})
    return made


def _failing(thing: Thing, text: str) -> Iterator[tuple[yaml.ScalarNode, int, int, str]]:
    """The ranges that have digits and are not what stands in the text."""
    for node in thing.passages():
        found = PASSAGE.fullmatch(node.value)
        if found and found[3]:
            start, end = int(found[1]), int(found[2])
            if end > len(text) or digest(text[start:end]) != found[3]:
                yield node, start, end, found[3]


def _verifying(rewrite: Rewrite, text: str, olds: dict[str, str]) -> dict[str, str]:
    """The texts that verify any of a file's failing ranges, that with the most first."""
    failing = [(start, end, digits) for thing in rewrite.things() for _, start, end, digits in _failing(thing, text)]
    count = {sha256: sum(digest(old[start:end]) == digits for start, end, digits in failing) for sha256, old in olds.items()}
    return {sha256: olds[sha256] for sha256 in sorted(count, key=lambda one: (-count[one], one)) if count[sha256]}


def _of_new_text(rewrite: Rewrite, thing: Thing, text: str, olds: list[str]) -> Iterator[tuple[yaml.ScalarNode, Move]]:
    """Where the failing ranges of a thing went; no two of them to one place."""
    failing = list(_failing(thing, text))
    taken = {_span(node.value) for node in thing.passages()} - {_span(node.value) for node, *_ in failing}
    for node, start, end, digits in failing:
        to, why = _went_to(thing, start, end, digits, text, olds)
        if to and _span(to) in taken:
            to, why = "", _TWICE.format(to=to)
        taken.add(_span(to))
        yield node, Move(rewrite.place(node), node.value, to, why)


def _span(written: str) -> str:
    return written.partition("/")[0]


def _went_to(thing: Thing, start: int, end: int, digits: str, text: str, olds: list[str]) -> tuple[str, str]:
    """The same for one range: its words are those of an old text, else of its own quote, else any that have its digits."""
    confirmed = "negation" in thing.keys
    old = next((old for old in olds if digest(old[start:end]) == digits), None)
    if old is not None:
        return _went(old, start, end, text, confirmed)
    if digest(quote := thing.quote()) == digits:
        return _went(quote, 0, len(quote), text, confirmed)
    length = end - start
    if length > MOST_IN_PASSAGE or len(text) > MOST_CHARACTERS:
        return "", _UNKNOWN
    starts = _windows(text, length).get(digits, [])
    if len(starts) != 1:
        return "", _ambiguous([(at, at + length) for at in starts]) if starts else _UNKNOWN
    return _went(text[starts[0] : starts[0] + length], 0, length, text, confirmed)


@lru_cache(maxsize=64)
def _windows(text: str, length: int) -> dict[str, list[int]]:
    """Where stretches of a length stand that begin and end between tokens, by their digits."""
    is_edge = edges(text).at
    found: dict[str, list[int]] = defaultdict(list)
    for start in range(len(text) - length + 1):
        if is_edge(start) and is_edge(start + length):
            found[digest(text[start : start + length])].append(start)
    return dict(found)


def _went(old: str, start: int, end: int, text: str, confirmed: bool) -> tuple[str, str]:
    """Where `old[start:end]` stands in the new text, as `start-end/digits`; else "" and why there is no such place."""
    hit = locate(old[start:end], text, negation_left_out=True)
    if hit.outcome == "ambiguous":
        return "", _ambiguous(list(hit.ranges))
    if hit.outcome != "found":
        return "", _CUT if hit.outcome == "cut" else _GONE
    to = f"{hit.start}-{hit.end}/{digest(text[hit.start : hit.end])}"
    before = {(negation.word.casefold(), negation.is_before) for negation in left_out(old, start, end)}
    for negation in hit.negations:
        if not confirmed and (negation.word.casefold(), negation.is_before) not in before:
            side = "before" if negation.is_before else "after"
            return "", _NEGATED.format(to=to, word=negation.word, side=side)
    return to, ""


def _ambiguous(ranges: list[tuple[int, int]]) -> str:
    shown = ", ".join(f"{start}-{end}" for start, end in ranges[:_MOST_SHOWN])
    return _AMBIGUOUS.format(count=len(ranges), ranges=shown + (", …" if len(ranges) > _MOST_SHOWN else ""))


def _replaced(case: Case, documents: list[Document]) -> list[tuple[Document, Document]]:
    """Which document replaces which, and annotators' files on the old ones, in the order of the files."""
    pairs = {(s, o) for _, s, p, o in map(rdf.texts, case.quads) if p == expand("dct:replaces")}
    by_name = {document.name: document for document in documents}
    return [
        (new, old)
        for new in documents
        for old in documents
        if (new.iri, by_name[old.annotates].iri if old.annotates in by_name else old.iri) in pairs
    ]


def _of_replaced(rewrite: Rewrite, old: str, new: Document, text: str) -> Iterator[Move]:
    """Where the passages of a document stand in the one that replaces it; those that fail in their own text are told there."""
    for thing in rewrite.things():
        for node in thing.passages():
            found = PASSAGE.fullmatch(node.value)
            start, end = (int(found[1]), int(found[2])) if found else (0, 0)
            if found and end <= len(old) and found[3] in (None, digest(old[start:end])):
                to, why = _went(old, start, end, text, "negation" in thing.keys)
                yield Move(rewrite.place(node), node.value, to, why, new.name)
