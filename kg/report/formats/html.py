"""A report as one HTML file: no script, nothing from elsewhere, and pages that print well."""

from __future__ import annotations

from itertools import count

from kg.html import escape
from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Part, Report, spaced

_STYLE = """
@page { size: A4; margin: 12mm 14mm 13mm; }
@page wide { size: A4 landscape; margin: 13mm 14mm 14mm; }
:root { color: #1b1b1b; background: #fff; }
body { font: 10pt/1.4 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; margin: 2rem auto; max-width: 68rem;
  padding: 0 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .2em; }
h2 { font-size: 1.35em; margin: 1.6em 0 .4em; border-bottom: 1px solid #999; padding-bottom: .15em; }
h3 { font-size: 1.1em; margin: 1.2em 0 .3em; }
h4 { font-size: 1em; margin: 1em 0 .3em; }
h5 { font-size: 1em; font-style: italic; font-weight: normal; margin: .9em 0 .3em; }
h2, h3, h4, h5, p:has(+ table), p:has(+ ul) { break-after: avoid; }
p { margin: .4em 0; }
ul { margin: .3em 0; padding-left: 1.3em; }
table { border-collapse: collapse; width: calc(100% - 1px); margin: .5em 0 1em; font-size: .9em; line-height: 1.32; table-layout: fixed; }
th, td { border: 1px solid #bbb; padding: .3em .45em; text-align: left; vertical-align: top; }
th { background: #eee; font-weight: 600; }
table:not(:has(tbody tr:nth-child(4))) { break-inside: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td p { margin: 0 0 .25em; }
td p:last-child { margin: 0; }
.subtitle, .soft { color: #555; }
code { font: .92em "DejaVu Sans Mono", Consolas, monospace; }
sup { line-height: 0; font-size: .75em; }
a { color: #1a4f8a; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
:target { background: #fff3bf; }
.notes { font-size: .88em; padding-left: 2.4em; }
.notes li { margin: .15em 0; }
@media screen { .wide { overflow-x: auto; } .wide table { min-width: 52rem; } }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 8.8pt; line-height: 1.3; }
  .part + .part { break-before: page; }
  .wide { page: wide; font-size: 8.6pt; }
  a { color: inherit; }
}
"""


def write(report: Report) -> bytes:
    """UTF-8; every text is escaped."""
    page = _Page()
    parts = "".join(page.part(part) for part in report.parts)
    notes = "".join(page.note(number, text, report.back) for number, text in enumerate(report.notes, 1))
    listed = f'<section class="part"><h2>{escape(report.notes_heading)}</h2><ol class="notes">\n{notes}</ol></section>\n' if notes else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{report.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<header><h1>{escape(report.title)}</h1><p class="subtitle">{escape(report.subtitle)}</p></header>\n'
        f"{parts}{listed}</body>\n</html>\n"
    ).encode("utf-8", "xmlcharrefreplace")


class _Page:
    """Numbers the places that cite notes, so that a note can lead back to each of them."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._cited: dict[int, list[int]] = {}

    def part(self, part: Part) -> str:
        return f'<section class="part{" wide" if part.wide else ""}">\n{"".join(map(self._block, part.blocks))}</section>\n'

    def note(self, number: int, text: str, back: str) -> str:
        links = " ".join(f'<a href="#c{at}" title="{escape(back)}" aria-label="{escape(back)}">↩</a>' for at in self._cited.get(number, ()))
        return f'<li id="n{number}">{escape(text)} {links}</li>\n'

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>\n"
        if isinstance(block, Paragraph):
            return f"<p>{self._line(block.line)}</p>\n"
        if isinstance(block, Bullets):
            return "<ul>\n" + "".join(f"<li>{self._line(item)}</li>\n" for item in block.items) + "</ul>\n"
        columns = "".join(f'<col style="width:{width}%">' for width in block.widths)
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.header)
        rows = "".join("<tr>" + "".join(f"<td>{self._cell(cell)}</td>" for cell in row) + "</tr>\n" for row in block.rows)
        return f"<table><colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"

    def _cell(self, cell: Cell) -> str:
        return "".join(f"<p>{self._line(line)}</p>" for line in cell)

    def _line(self, line: Line) -> str:
        written = ""
        for run in spaced(line):
            if run.note:
                at = next(self._numbers)
                self._cited.setdefault(run.note, []).append(at)
                written += f'<sup><a id="c{at}" href="#n{run.note}">{run.note}</a></sup>'
            elif run.style in _TAGS:
                start, end = _TAGS[run.style]
                written += f"{start}{escape(run.text)}{end}"
            else:
                written += escape(run.text)
        return written


_TAGS = {
    "raised": ("<sup>", "</sup>"),
    "strong": ("<strong>", "</strong>"),
    "code": ("<code>", "</code>"),
    "soft": ('<span class="soft">', "</span>"),
}
