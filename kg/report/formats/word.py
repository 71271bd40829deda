"""A report as a Word document (.docx), with notes that lead to passages; the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from kg.report.formats.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Part, Report, Run, Table, spaced
from kg.report.formats.endnotes import Endnotes
from kg.steering import shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_TONGUES = {"en": "en-GB", "ru": "ru-RU"}
_FONT, _GREY = "Arial", "595959"
#: Millimetres.
_LONG, _SHORT, _MARGIN = 297, 210, 13
#: Style of the template → size in points.
_SIZES = {"Normal": 9, "Title": 17, "Heading 1": 13, "Heading 2": 11, "Heading 3": 10, "Heading 4": 9, "List Bullet": 9}
_CELL_SIZE = 8
#: Of a table's cells, in twentieths of a point.
_PADDING = (
    "<w:tblCellMar {declared}>"
    + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 30), ("left", 90), ("bottom", 30), ("right", 90)))
    + "</w:tblCellMar>"
)


def write(report: Report) -> bytes:
    """A package whose parts stand in a fixed order, without a clock's time."""
    import docx

    document = docx.Document()
    _prepare(document, report)
    page = _Page(document, Endnotes(tuple(map(shown, report.notes))))
    page.heading(report)
    for number, part in enumerate(report.parts):
        page.part(part, first=number == 0)
    page.endnotes.attach(document)
    document.save(made := io.BytesIO())
    return _packed(made.getvalue())


def _prepare(document: Document, report: Report) -> None:
    """Fonts, sizes, language; properties without a date or an author."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in _SIZES.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0x1B, 0x1B, 0x1B)
        fonts = style.element.rPr.rFonts
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), _FONT)
        style.paragraph_format.space_after = Pt(3)
        if name.startswith("Heading"):
            style.paragraph_format.space_before = Pt(8)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _TONGUES.get(report.lang, "en-GB"))
    core = document.core_properties
    core.title, core.author, core.comments, core.keywords, core.language = shown(report.title), "", "", "", report.lang
    for child in list(core._element):
        if child.tag.endswith(("}created", "}modified", "}revision", "}lastModifiedBy")):
            core._element.remove(child)


class _Page:
    """Writes blocks one below the other."""

    def __init__(self, document: Document, endnotes: Endnotes) -> None:
        self.document, self.endnotes = document, endnotes
        self._width = 0  # of a line, in millimetres

    def heading(self, report: Report) -> None:
        self.document.add_paragraph(shown(report.title), style="Title")
        self._line(self.document.add_paragraph(), (Run(report.subtitle, "soft"),))
        _number_pages(self.document.sections[0], shown(report.title))

    def part(self, part: Part, *, first: bool) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Mm

        section = self.document.sections[0] if first else self.document.add_section(WD_SECTION.NEW_PAGE)
        wide = part.wide
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(_LONG), Mm(_SHORT)) if wide else (Mm(_SHORT), Mm(_LONG))
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
        section.header_distance = section.footer_distance = Mm(8)
        self._width = (_LONG if wide else _SHORT) - 2 * _MARGIN
        for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=True):
            self._block(block)
            if isinstance(block, Paragraph) and isinstance(following, Table | Bullets):
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.document.add_heading(shown(block.text), block.level)
        elif isinstance(block, Paragraph):
            self._line(self.document.add_paragraph(), block.line)
        elif isinstance(block, Bullets):
            for item in block.items:
                self._line(self.document.add_paragraph(style="List Bullet"), item)
        else:
            self._table(block.header, block.rows, block.widths)

    def _table(self, header: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...], widths: tuple[int, ...]) -> None:
        from docx.oxml.ns import nsdecls, qn
        from docx.oxml.parser import OxmlElement, parse_xml
        from docx.shared import Mm, Pt

        table = self.document.add_table(len(rows) + 1, len(header), style="Table Grid")
        table.autofit = False
        # The schema has an order, and Word is strict: this before what comes last.
        table._tblPr.find(qn("w:tblLook")).addprevious(parse_xml(_PADDING.format(declared=nsdecls("w"))))
        lengths = [Mm(self._width * width / sum(widths)) for width in widths]
        for column, length in zip(table.columns, lengths, strict=True):
            column.width = length
        heads: list[Cell] = [((Run(name, "strong"),),) for name in header]
        # Rows and cells straight from the XML: python-docx looks each cell up anew, which takes quadratic time.
        for number, (row, cells) in enumerate(zip(table._tbl.tr_lst, [heads, *rows], strict=True)):
            properties = row.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for place, content, length in zip(row.tc_lst, cells, lengths, strict=True):
                cell = _cell(place, table)
                cell.width = length
                if number == 0:
                    shade = OxmlElement("w:shd")
                    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "EDEDED")):
                        shade.set(qn(f"w:{name}"), value)
                    place.get_or_add_tcPr().append(shade)
                self._fill(cell, content)
        gap = self.document.add_paragraph()  # two tables that touch would be one
        gap.paragraph_format.space_after = Pt(0)
        gap.add_run(" ").font.size = Pt(5)

    def _fill(self, cell: _Cell, content: Cell) -> None:
        from docx.shared import Pt

        for number, line in enumerate(content):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            self._line(paragraph, line, size=_CELL_SIZE)

    def _line(self, paragraph: WordParagraph, line: Line, size: float | None = None) -> None:
        from docx.shared import Pt, RGBColor

        for run in spaced(line):
            if run.note:
                self.endnotes.cite(paragraph, run.note)
                continue
            made = paragraph.add_run(shown(run.text))
            made.font.size = Pt(size) if size else None
            made.bold = True if run.style == "strong" else None
            if run.style == "code":
                made.font.name = "Consolas"
            elif run.style == "raised":
                made.font.superscript = True
            elif run.style == "soft":
                made.font.color.rgb = RGBColor.from_string(_GREY)


def _cell(place: Any, table: Any) -> _Cell:
    from docx.table import _Cell

    return _Cell(place, table)


def _number_pages(section: Section, title: str) -> None:
    """A footer: the title, and the page's number."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{title}  ·  ").font.size = Pt(8)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    run.font.size = Pt(8)
    field.append(run._r)
    paragraph._p.append(field)


def _packed(content: bytes) -> bytes:
    """The package again, its parts in the order of their names (what says their types first) and dated 1980."""
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(made := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(read.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            written.writestr(entry, read.read(name))
    return made.getvalue()
