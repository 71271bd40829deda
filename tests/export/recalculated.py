"""A workbook as a spreadsheet would compute it: the few functions that ours have, each cell computed when it is asked for.

No value that is kept in the file is used, so that a formula whose value was written but is wrong shows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import get_column_letter, rows_from_range

_BINDS = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "+": 3, "-": 3, "*": 4, "/": 4}
_RANGE = re.compile(r"(?:'(.+?)'!)?([A-Z]+\d+(?::[A-Z]+\d+)?)")
#: A part of a formula, computed when it is called.
_Part = Callable[[], Any]


@dataclass
class Recalculated:
    """The cells of a workbook, by sheet and address; `changed` takes the place of what stands in one."""

    content: bytes
    changed: dict[tuple[str, str], object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(self.content))
        self._known: dict[tuple[str, str], Any] = {}

    def cell(self, sheet: str, address: str) -> Any:
        key = (sheet, address)
        if key not in self._known:
            held = self.changed.get(key, self.book[sheet][address].value)
            is_formula = key not in self.changed and self.book[sheet][address].data_type == "f"
            self._known[key] = _Formula(self, sheet, str(held)).value() if is_formula else held
        return self._known[key]

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of a sheet, by the names of its columns, with the row's number."""
        there = self.book[sheet]
        names = {get_column_letter(place): str(cell.value) for place, cell in enumerate(there[1], 1)}
        return [
            {"row": row, **{name: self.cell(sheet, f"{column}{row}") for column, name in names.items()}}
            for row in range(2, there.max_row + 1)
        ]

    def range(self, sheet: str, area: str) -> list[Any]:
        return [self.cell(sheet, address) for row in rows_from_range(area) for address in row]


class _Formula:
    """A formula while it is read: operators by how tightly they bind, then what they stand between."""

    def __init__(self, book: Recalculated, sheet: str, text: str) -> None:
        self._book, self._sheet = book, sheet
        self._tokens: list[Token] = [one for one in Tokenizer(text).items if one.type != Token.WSPACE]
        self._at = 0

    def value(self) -> Any:
        made = self._expression(0)
        assert self._at == len(self._tokens), "a formula is read to its end"
        return made()

    def _expression(self, least: int) -> _Part:
        made = self._operand()
        while self._at < len(self._tokens) and (token := self._tokens[self._at]).type == Token.OP_IN and _BINDS[token.value] > least:
            self._at += 1
            made = _operated(token.value, made, self._expression(_BINDS[token.value]))
        return made

    def _operand(self) -> _Part:
        token = self._tokens[self._at]
        self._at += 1
        if token.type == Token.OP_PRE:
            inner = self._expression(4)
            return lambda: -inner()
        if token.type == Token.PAREN:
            inner = self._expression(0)
            self._at += 1
            return inner
        if token.type == Token.FUNC:
            given: list[_Part] = []
            while self._tokens[self._at].subtype != Token.CLOSE:
                given.append(self._expression(0))
                self._at += self._tokens[self._at].type == Token.SEP
            self._at += 1
            return lambda: _FUNCTIONS[token.value.removesuffix("(")](given)
        return self._simple(token)

    def _simple(self, token: Token) -> _Part:
        if token.subtype == Token.NUMBER:
            return lambda: float(token.value)
        if token.subtype == Token.TEXT:
            return lambda: token.value[1:-1].replace('""', '"')
        if token.subtype == Token.LOGICAL:
            return lambda: token.value == "TRUE"
        found = _RANGE.fullmatch(token.value.replace("$", ""))
        assert found, token.value
        sheet, area = found[1] or self._sheet, found[2]
        return lambda: self._book.range(sheet, area) if ":" in area else self._book.cell(sheet, area)


def _operated(sign: str, one: _Part, other: _Part) -> _Part:
    def number(value: Any) -> float:
        return 0.0 if value is None else float(value)

    if sign in ("=", "<>"):
        return lambda: (one() == other()) == (sign == "=")
    does: dict[str, Callable[[float, float], Any]] = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
        "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
    }  # fmt: skip
    return lambda: does[sign](number(one()), number(other()))


def _flat(given: list[_Part]) -> list[Any]:
    values = [part() for part in given]
    return [one for value in values for one in (value if isinstance(value, list) else [value])]


def _numbers(given: list[_Part]) -> list[float]:
    return [float(one) for one in _flat(given) if isinstance(one, int | float) and not isinstance(one, bool)]


_FUNCTIONS: dict[str, Callable[[list[_Part]], Any]] = {
    "IF": lambda given: given[1]() if given[0]() else given[2](),
    "AND": lambda given: all(_flat(given)),
    "OR": lambda given: any(_flat(given)),
    "NOT": lambda given: not given[0](),
    "ABS": lambda given: abs(float(given[0]() or 0)),
    "MIN": lambda given: min(_numbers(given)),
    "MAX": lambda given: max(_numbers(given)),
    "COUNT": lambda given: len(_numbers(given)),
    "ROUND": lambda given: float(int(given[0]() + 0.5)),
}
