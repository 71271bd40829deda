"""`kg anchor`: quotes become ranges with digits, by splicing; every other byte stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kg import files
from kg.anchor.changes import diff
from kg.anchor.locate import Hit, locate, spells_alike
from kg.anchor.near import difference
from kg.anchor.negation import about, left_out
from kg.anchor.rewrite import PASSAGE, Rewrite, Thing, opened
from kg.anchor.splice import Edit, comment, ends_at, line_end, without
from kg.case import Case, Hidden
from kg.case.message import one_line
from kg.problems import KgError, Problem
from kg.text import digest, from_utf16

_WHY = {
    "absent": "the quote '{begins}' does not stand in the text: copy it from there{hint}",
    "cut": "the quote begins or ends inside a word or number: take the whole word",
    "ambiguous": "the quote stands {count} times in the text: quote more of it, or say which by occurrence: 1 to {count}",
    "missing": "the quote stands {count} {times} in the text, not {wanted}: mend occurrence, or take it out",
}
_NO_TEXT = "the document declares no text: write sha256 and length under document: text:"
_NOT_AT_HAND = "the text is not at hand: give it with --text"
_NONE_OF_THEM = "the text is not at hand: none that was given with --text has the sha256 under document: text:"
_OTHER = "the quote is not what stands at {spans}: take one of them out, or mend the quote"
_NO_QUOTE = "'occurrence' says which place of a quote is meant, and there is no quote: take it out"
_SHOWN = 40


@dataclass
class Written:
    """What was done: quotes that became ranges, ranges that got their digits, what could not be done.

    `changes` are the files' contents before and after; after a dry run they are what would be written.
    """

    quotes: int = 0
    digits: int = 0
    dropped: int = 0
    changes: dict[Path, tuple[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """The files that changed, in the order of the documents."""
        return list(self.changes)

    def diff(self, hidden: Hidden | None = None) -> str:
        """The changes as a unified diff, without what is hidden."""
        return diff(self.changes, hidden)


def write(
    case: Case,
    texts: dict[str, str],
    *,
    drop_quotes: bool = False,
    given: bool = False,
    dry_run: bool = False,
    utf16: bool = False,
) -> Written:
    """Anchor the case's files in place. What cannot be anchored is a problem and stays as it is.

    `given` says whether somebody named texts, be it that none of them is one of the case. A dry run writes
    nothing. With `utf16`, ranges without digits were counted in UTF-16 code units.

    Raises:
        KgError: a file could not be written; it is as it was.
    """
    made = Written()
    not_at_hand = _NONE_OF_THEM if given or texts else _NOT_AT_HAND
    for document in case.documents.values():
        rewrite = opened(document)
        text = texts.get(document.sha256)
        anchoring = _Anchoring(rewrite, text, drop_quotes, utf16, made, not_at_hand if document.sha256 else _NO_TEXT)
        for thing in rewrite.things():
            anchoring.anchor(thing)
        if rewrite.edits:
            made.changes[Path(document.file)] = (rewrite.source, rewrite.made())
    if not dry_run:
        files.write_all({path: new.encode("utf-8") for path, (_, new) in made.changes.items()})
    return made


@dataclass
class _Anchoring:
    """The quotes and ranges of one file."""

    rewrite: Rewrite
    text: str | None
    drop: bool
    utf16: bool
    made: Written
    not_at_hand: str

    def anchor(self, thing: Thing) -> None:
        passages = thing.passages()
        if "quote" not in thing.keys:
            if "occurrence" in thing.keys:
                self._problem(thing.keys["occurrence"][0], _NO_QUOTE)
            self._add_digits(passages)
        elif not passages:
            self._place(thing)
        elif self._stands(thing, passages):
            self._add_digits(passages)
            if self.drop:
                self.made.dropped += 1
                self._take_out(thing, "quote", "occurrence")

    def _place(self, thing: Thing) -> None:
        """Put `at` in front of a quote, or in its place."""
        (key, value), quote = thing.keys["quote"], thing.quote()
        if self.text is None:
            self._problem(key, self.not_at_hand)
            return
        occurrence = thing.value("occurrence")
        hit = locate(quote, self.text, occurrence=int(occurrence) if occurrence else None, negation_left_out="negation" in thing.keys)
        if hit.outcome != "found":
            self._problem(thing.keys["occurrence"][0] if hit.outcome == "missing" else key, _why(hit, quote, self.text, occurrence))
            return
        start, passage = key.start_mark.index, f"{hit.start}-{hit.end}/{digest(self.text[hit.start : hit.end])}"
        source = self.rewrite.source
        self.made.quotes += 1
        if self.drop:
            self.made.dropped += 1
            self.rewrite.edits.append(Edit(start, ends_at(value, source), f"at: {passage}{comment(value, source)}"))
            self.rewrite.expected[start] = [("at", passage)]
            self._take_out(thing, "occurrence")
        else:
            between = ", " if thing.node.flow_style else line_end(source, start) + " " * key.start_mark.column
            self.rewrite.edits.append(Edit(start, start, f"at: {passage}{between}"))
            self.rewrite.expected[start] = [("at", passage), ("quote", value.value)]

    def _take_out(self, thing: Thing, *names: str) -> None:
        there = [name for name in names if name in thing.keys]
        self.rewrite.edits += without(thing.node, there, self.rewrite.source)
        for name in there:
            self.rewrite.expected[thing.keys[name][0].start_mark.index] = []

    def _stands(self, thing: Thing, passages: list[yaml.ScalarNode]) -> bool:
        """Whether a quote is that of one of the ranges beside it; if not, or if nobody can tell, that is told where it matters."""
        key, quote = thing.keys["quote"][0], thing.quote()
        if self.text is None:
            found = [PASSAGE.fullmatch(node.value) for node in passages]
            if digest(quote) in [match[3] for match in found if match]:
                return True
            if self.drop or not all(match and match[3] for match in found):
                self._problem(key, self.not_at_hand)
            return False
        spans = [span for node in passages if (span := self._span(node))]
        alike = [(start, end) for start, end in spans if spells_alike(quote, self.text[start:end])]
        negations = [negation for start, end in alike for negation in left_out(self.text, start, end)]
        if spans and not alike:
            self._problem(key, _OTHER.format(spans=" or ".join(f"{start}-{end}" for start, end in spans)))
        elif negations and "negation" not in thing.keys:
            self._problem(key, about(negations[0]))
        else:
            return bool(alike)
        return False

    def _span(self, node: yaml.ScalarNode) -> tuple[int, int] | None:
        """The range that is written, in code points; None where there is none in the text, which is told."""
        assert self.text is not None
        found = PASSAGE.fullmatch(node.value)
        if not found:
            return None
        start, end = int(found[1]), int(found[2])
        if self.utf16 and not found[3]:
            try:
                return from_utf16(self.text, start), from_utf16(self.text, end)
            except KgError as error:
                self._problem(node, f"{node.value}: {error}")
                return None
        return start, end

    def _add_digits(self, passages: list[yaml.ScalarNode]) -> None:
        for node in passages:
            if self.text is None or "/" in node.value or not (span := self._span(node)):
                continue
            start, end = span
            if end > len(self.text):
                self._problem(node, f"{node.value} ends beyond the text, which has {len(self.text)} characters: mend the range")
                continue
            self.made.digits += 1
            self.rewrite.replace(node, f"{start}-{end}/{digest(self.text[start:end])}")

    def _problem(self, node: yaml.Node, message: str) -> None:
        self.made.problems.append(Problem(self.rewrite.place(node), message))


def _why(hit: Hit, quote: str, text: str, occurrence: str) -> str:
    """Why a quote has no place, in words."""
    if hit.outcome == "negated":
        return about(hit.negations[0])
    found = difference(quote, text) if hit.outcome == "absent" else ""
    begins = one_line(quote[:_SHOWN]) + ("…" if len(quote) > _SHOWN else "")
    times = "time" if hit.count == 1 else "times"
    hint = f" (the text has {found})" if found else ""
    return _WHY[hit.outcome].format(count=hit.count, times=times, wanted=occurrence, begins=begins, hint=hint)
