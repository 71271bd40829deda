"""`kg anchor`: quotes become ranges with digits, by splicing; every other byte stays.

Edits are made at the marks of the YAML composer. Before a file is replaced, what was made is read
again and must say what was there, with what was to be written and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg import files
from kg.anchor.locate import Hit, locate
from kg.anchor.near import difference
from kg.anchor.splice import Edit, comment, ends_at, line_end, plain, reads_as, splice, without
from kg.case import Case, Document
from kg.case.message import one_line
from kg.case.terms import classes
from kg.case.yamlfile import Loader
from kg.problems import KgError, Place, Problem
from kg.text import digest

_PASSAGE = re.compile(r"(\d+)-(\d+)(?:/([0-9a-f]{8}))?")
_WHY = {
    "absent": "the quote '{begins}' does not stand in the text: copy it from there, letter by letter{hint}",
    "cut": "the quote begins or ends inside a word or number: take the whole word",
    "ambiguous": "the quote stands {count} times in the text: quote more of it",
}
_NO_TEXT = "the document declares no text: write sha256 and length under document: text:"
_NOT_AT_HAND = "the text is not at hand: give it with --text"
_NONE_OF_THEM = "the text is not at hand: none that was given with --text has the sha256 under document: text:"
_OTHER = "the quote is not what stands at {spans}: take one of them out, or mend the quote"
_SHOWN = 40


@dataclass
class Written:
    """What was done: quotes that became ranges, ranges that got their digits, what could not be done."""

    quotes: int = 0
    digits: int = 0
    dropped: int = 0
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def write(case: Case, texts: dict[str, str], *, drop_quotes: bool = False, given: bool = False) -> Written:
    """Anchor the case's files in place. What cannot be anchored is a problem and stays as it is.

    `given` says whether somebody named texts, be it that none of them is one of the case.

    Raises:
        KgError: a file could not be written; it is as it was.
    """
    made = Written()
    new: dict[Path, str] = {}
    for document in case.documents.values():
        path = Path(document.file)
        source = path.read_bytes().decode("utf-8")
        rewriting = _Rewriting(
            document, source, texts.get(document.sha256), drop_quotes, made, _NONE_OF_THEM if given or texts else _NOT_AT_HAND
        )
        root = yaml.compose(source, Loader=Loader)
        for thing in _things(root, "Annotation" if document.annotates else "Document"):
            rewriting.anchor(thing)
        if rewriting.edits:
            new[path] = splice(source, rewriting.edits)
            if not reads_as(new[path], plain(root, rewriting.expected)):
                raise KgError(f"{path}: could not be rewritten safely, nothing was written: put each quote on a line of its own")
    for path, content in new.items():
        files.write(path, content.encode("utf-8"))
        made.files.append(path)
    return made


def _things(node: yaml.Node | None, of: str) -> Iterator[yaml.MappingNode]:
    """The maps of all things that may have a quote: an entry that is called `quote` is none."""
    if not isinstance(node, yaml.MappingNode):
        return
    terms = classes()[of]
    if "quote" in terms:
        yield node
    for key, value in node.value:
        term = terms.get(key.value)
        if term is None:
            continue
        if term.form == "node":
            yield from _things(value, term.of)
        elif term.form in ("block", "said"):
            for _, entry in value.value:
                for one in entry.value if isinstance(entry, yaml.SequenceNode) else [entry]:
                    yield from _things(one, term.of)


@dataclass
class _Rewriting:
    """The edits of one file, and what its keys and values at these marks must be afterwards."""

    document: Document
    source: str
    text: str | None
    drop: bool
    made: Written
    not_at_hand: str
    edits: list[Edit] = field(default_factory=list)
    expected: dict[int, Any] = field(default_factory=dict)

    def anchor(self, thing: yaml.MappingNode) -> None:
        keys = {key.value: (key, value) for key, value in thing.value}
        passages = _scalars(keys["at"][1]) if "at" in keys else []
        if "quote" not in keys:
            self._add_digits(passages)
            return
        key, value = keys["quote"]
        quote = value.value.rstrip("\n")
        if not passages:
            self._place(thing, key, value, quote)
        elif why := self._differs(quote, passages):
            self._problem(key, why)
        else:
            self._add_digits(passages)
            if self.drop:
                self._drop(thing, key, value)

    def _place(self, thing: yaml.MappingNode, key: yaml.Node, value: yaml.Node, quote: str) -> None:
        """Put `at` in front of a quote, or in its place."""
        if self.text is None:
            self._problem(key, self.not_at_hand if self.document.sha256 else _NO_TEXT)
            return
        hit = locate(quote, self.text)
        if hit.outcome != "found":
            self._problem(key, _why(hit, quote, self.text))
            return
        start, passage = key.start_mark.index, f"{hit.start}-{hit.end}/{digest(quote)}"
        self.made.quotes += 1
        if self.drop:
            self.made.dropped += 1
            self._edit(start, ends_at(value, self.source), f"at: {passage}{comment(value, self.source)}")
            self.expected[start] = [("at", passage)]
        else:
            between = ", " if thing.flow_style else line_end(self.source, start) + " " * key.start_mark.column
            self._edit(start, start, f"at: {passage}{between}")
            self.expected[start] = [("at", passage), ("quote", value.value)]

    def _drop(self, thing: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> None:
        self.made.dropped += 1
        self.edits.append(without(thing, key, value, self.source))
        self.expected[key.start_mark.index] = []

    def _differs(self, quote: str, passages: list[yaml.ScalarNode]) -> str:
        """Why a quote may not be that of the ranges beside it; "" where it is one of them."""
        spans = [found for node in passages if (found := _PASSAGE.fullmatch(node.value))]
        other = _OTHER.format(spans=" or ".join(f"{s[1]}-{s[2]}" for s in spans))
        if self.text is not None:
            return "" if quote in [self.text[int(s[1]) : int(s[2])] for s in spans] else other
        if digest(quote) in [s[3] for s in spans]:
            return ""
        return other if all(s[3] for s in spans) else self.not_at_hand

    def _add_digits(self, passages: list[yaml.ScalarNode]) -> None:
        for node in passages:
            found = _PASSAGE.fullmatch(node.value)
            if self.text is None or not found or found[3]:
                continue
            if int(found[2]) > len(self.text):
                self._problem(node, f"{node.value} ends beyond the text, which has {len(self.text)} characters: mend the range")
                continue
            self.made.digits += 1
            passage = f"{node.value}/{digest(self.text[int(found[1]) : int(found[2])])}"
            self._edit(node.start_mark.index, node.end_mark.index, passage)
            self.expected[node.start_mark.index] = passage

    def _edit(self, start: int, end: int, new: str) -> None:
        self.edits.append(Edit(start, end, new))

    def _problem(self, node: yaml.Node, message: str) -> None:
        self.made.problems.append(Problem(Place(self.document.file, node.start_mark.line + 1), message))


def _why(hit: Hit, quote: str, text: str) -> str:
    """Why a quote has no place, in words."""
    found = difference(quote, text) if hit.outcome == "absent" else ""
    begins = one_line(quote[:_SHOWN]) + ("…" if len(quote) > _SHOWN else "")
    return _WHY[hit.outcome].format(count=hit.count, begins=begins, hint=f" (the text has {found})" if found else "")


def _scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    return [one for one in (node.value if isinstance(node, yaml.SequenceNode) else [node]) if isinstance(one, yaml.ScalarNode)]
