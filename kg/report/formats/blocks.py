"""What a report is made of, whatever it is written as: headings, paragraphs, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text: plain, `strong`, `soft` (of less weight), `raised` or `code`; or the number of a note, from 1."""

    text: str = ""
    style: str = ""
    note: int = 0


Line = tuple[Run, ...]
#: What stands in a cell: lines, one below the other.
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a part of the report."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A line on its own."""

    line: Line


@dataclass(frozen=True)
class Bullets:
    """A list without an order."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under a header; `widths` are shares of the line, in percent."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True)
class Part:
    """Blocks on pages of their own, upright or `wide`."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True)
class Report:
    """A report in a language; `notes` are told apart by their place, from 1."""

    lang: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    notes_heading: str
    back: str  # what a link from a note back to the text is called

    def cites(self) -> Iterator[int]:
        """The numbers of notes in the order in which the text has them."""
        for part in self.parts:
            for block in part.blocks:
                for line in lines(block):
                    yield from (run.note for run in line if run.note)


def spaced(line: Line) -> Line:
    """A line with a comma between the marks of two notes that follow each other, and each mark once."""
    made: list[Run] = []
    for run in line:
        if run.note and made and made[-1].note:
            if made[-1].note == run.note:
                continue
            made.append(Run(",", "raised"))
        made.append(run)
    return tuple(made)


def lines(block: Block) -> Iterator[Line]:
    """The lines of a block, in reading order."""
    if isinstance(block, Heading):
        yield (Run(block.text),)
    elif isinstance(block, Paragraph):
        yield block.line
    elif isinstance(block, Bullets):
        yield from block.items
    else:
        yield from ((Run(name),) for name in block.header)
        yield from (line for row in block.rows for cell in row for line in cell)
