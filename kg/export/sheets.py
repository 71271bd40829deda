"""The tables as one workbook for spreadsheets: typed, linked from sheet to sheet, the same bytes for the same graph."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kg.export import about
from kg.export.columns import Column
from kg.export.kinds import TABLES
from kg.export.tables import Kind, columns, filled
from kg.export.things import Things
from kg.problems import KgError

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from kg.ask import Table

#: What a sheet of Excel holds: rows with the header, characters (UTF-16 units) a cell, links.
ROWS, CHARACTERS, LINKS = 1_048_576, 32_767, 65_530
_CUT = {"en": " … (cut here; csv has the whole text)", "ru": " … (обрезано; весь текст есть в csv)"}
_ABOUT = {"en": "About", "ru": "О деле"}
_LIMITS = {
    "en": ("limits", "{cut} texts are longer than a cell holds and were cut; {unlinked} names have no link, as a sheet holds 65,530"),
    "ru": ("ограничения", "{cut} текстов длиннее ячейки и обрезаны; {unlinked} имён без ссылки: на листе их не больше 65 530"),
}
#: Narrowest and widest, in characters.
_WIDTHS = {"words": (16, 42), "text": (8, 22), "id": (12, 30), "link": (12, 26), "date": (12, 12), "number": (9, 14)}
#: Points a line is high, lines a row has at most (Excel: 409 points), characters that a printed page is wide.
_LINE, _LINES, _PAGE = 13.5, 30, 170
_ABOUT_WIDTH, _TITLE = 100, 24  # characters, points
#: A workbook has a day it was made; ours has the first that its zip container can say.
_MADE = datetime(1980, 1, 1)
_FIRST_DAY = date(1900, 3, 1)  # Excel has a 29 February 1900, and no day before that year


def workbook(things: Things) -> bytes:
    """An .xlsx file: a sheet that says what the case is and how to read it, then a sheet a table.

    Raises:
        KgError: a table has more rows than a sheet holds.
    """
    tables = {kind: filled(kind, things) for kind in TABLES}
    for kind, table in tables.items():
        if len(table.rows) >= ROWS:
            raise KgError(f"{kind.file}: {len(table.rows)} rows are more than a sheet holds: take csv")
    book, made = opened(things.words.case()["title"])
    writer = _Writer(book, things, tables)
    first = writer.sheet(_ABOUT[things.lang])
    for kind in TABLES:
        writer.write(kind)
    writer.about(first)
    book.close()
    return made.getvalue()


def opened(title: str) -> tuple[Workbook, io.BytesIO]:
    """An empty workbook that takes no text for anything else, and where its bytes are once it is closed."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made := io.BytesIO(), options)
    book.set_properties({"created": _MADE, "title": title})
    return book, made


def formats(book: Workbook) -> dict[str, Format]:
    """How cells look, by what they hold."""
    plain = {"valign": "top", "font_size": 10}
    return {
        "header": book.add_format({**plain, "bold": True, "text_wrap": True, "bg_color": "#DCE6F1", "bottom": 1}),
        "title": book.add_format({**plain, "bold": True, "font_size": 14, "text_wrap": True}),
        "name": book.add_format({**plain, "bold": True, "text_wrap": True}),
        "text": book.add_format({**plain, "text_wrap": True, "num_format": "@"}),
        "linked": book.add_format({**plain, "text_wrap": True, "num_format": "@", "font_color": "#1F4E9E", "underline": 1}),
        "date": book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        "number": book.add_format({**plain, "num_format": "General", "indent": 1}),
    }


def page(book: Workbook, name: str) -> Worksheet:
    """A sheet that is printed across."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    return sheet


def fitted(text: str, lang: str) -> str:
    """A text as a cell holds it: its lines end in one character, and what is cut says so."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CHARACTERS:
        return text
    mark = _CUT[lang]
    return units[: 2 * (CHARACTERS - len(mark))].decode("utf-16-le", "ignore") + mark


class _Writer:
    """A workbook while it is written."""

    def __init__(self, book: Workbook, things: Things, tables: dict[Kind, Table]) -> None:
        self._book, self._things, self._tables = book, things, tables
        self._lang = things.lang
        self._formats = formats(book)
        self._places: dict[str, str] = {}
        for kind, table in tables.items():
            for row, cells in enumerate(table.rows, 2):
                self._places.setdefault(cells[table.columns[0]], f"internal:'{kind.name(self._lang)}'!A{row}")
        self._cut = self._unlinked = self._links = 0

    def sheet(self, name: str) -> Worksheet:
        self._links = 0
        return page(self._book, name)

    def write(self, kind: Kind) -> None:
        """A table's sheet: words lead to what they are about, and columns that are empty or for programs are folded away."""
        table, shown = self._tables[kind], columns(kind, self._things)
        things = self._things.rows(*kind.of)
        sheet = self.sheet(kind.name(self._lang))
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.autofilter(0, 0, len(table.rows), len(shown) - 1)
        lines = [1] * len(table.rows)
        total, header = 0, 1
        for place, (name, column) in enumerate(zip(table.columns, shown, strict=True)):
            sheet.write_string(0, place, name, self._formats["header"])
            cells = [row[name] for row in table.rows]
            width = _width(column, name, cells)
            hidden = column.aside or not (any(cells) or column.form == "id")
            sheet.set_column(place, place, width, None, {"hidden": hidden})
            if not hidden:
                total += width
                header = max(header, _lines(name, width - 2))
            for row, (cell, iri) in enumerate(zip(cells, things, strict=True)):
                to = column.to(self._things, iri) if column.to else cell if column.form == "link" else ""
                self._cell(sheet, row + 1, place, cell, column, to)
                lines[row] = max(lines[row], 1 if hidden else _lines(cell, width))
        for row, count in enumerate([header, *lines]):
            sheet.set_row(row, _LINE * min(count, _LINES))
        sheet.fit_to_pages(-(-total // _PAGE) or 1, 0)

    def about(self, sheet: Worksheet) -> None:
        """The first sheet, which leads to the others."""
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, _ABOUT_WIDTH)
        sheet.set_column(2, 2, 10)
        row = 0
        for name, value in about.cases(self._things):
            sheet.write_string(row, 0, name, self._formats["name"])
            sheet.write_string(row, 1, self._fitting(value), self._formats["title" if row == 0 else "text"])
            sheet.set_row(row, max(_LINE * min(_lines(value, _ABOUT_WIDTH), _LINES), 0 if row else _TITLE))
            row += 1
        row += 1
        for kind, (name, holds) in zip(TABLES, about.contents(self._lang), strict=True):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", self._formats["linked"], name)
            sheet.write_string(row, 1, holds, self._formats["text"])
            sheet.write_number(row, 2, len(self._tables[kind].rows), self._formats["number"])
            row += 1
        row += 1
        limits = [(_LIMITS[self._lang][0], _LIMITS[self._lang][1].format(cut=self._cut, unlinked=self._unlinked))]
        before = ""
        for name, value in [*about.reading(self._things), *(limits if self._cut or self._unlinked else [])]:
            sheet.write_string(row, 0, name if name != before else "", self._formats["name"])
            sheet.write_string(row, 1, value, self._formats["text"])
            before = name
            row += 1

    def _cell(self, sheet: Worksheet, row: int, place: int, cell: str, column: Column, to: str) -> None:
        if not cell:
            return
        target = self._places.get(to)
        if column.form == "date" and (day := _day(cell)):
            sheet.write_datetime(row, place, day, self._formats["date"])
        elif column.form == "number":
            sheet.write_number(row, place, float(cell), self._formats["number"])
        elif target and self._links < LINKS:
            self._links += 1
            sheet.write_url(row, place, target, self._formats["linked"], self._fitting(cell))
        else:
            self._unlinked += bool(target)
            sheet.write_string(row, place, self._fitting(cell), self._formats["name" if column.form == "id" else "text"])

    def _fitting(self, text: str) -> str:
        """A text as a cell holds it; how many had to be cut is counted."""
        made = fitted(text, self._lang)
        self._cut += len(made) < len(text.replace("\r\n", "\n"))
        return made


def _day(cell: str) -> date | None:
    """A day that Excel knows."""
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _lines(cell: str, width: int) -> int:
    """How many lines a text takes in a column."""
    return sum(-(-len(line) // max(width - 1, 1)) or 1 for line in cell.split("\n"))


def _width(column: Column, name: str, cells: list[str]) -> int:
    """As wide as most of what stands in a column, within what can be read at a glance."""
    least, most = (8, 34) if column.to else _WIDTHS[column.form]
    words: Any = max((len(word) for word in re.split(r"\s+", name)), default=0) + 3  # the button of the filter
    lengths = sorted(max(map(len, cell.split("\n"))) for cell in cells if cell)
    usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
    return int(min(max(least, words, usual + 2), max(most, words)))
