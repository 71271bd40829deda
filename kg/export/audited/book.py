"""The workbook of an audit while it is written, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kg import findings
from kg.audit.account import account, say, term
from kg.audit.figures import Figure
from kg.audit.judged import Judged
from kg.audit.operands import placed
from kg.audit.reading import read
from kg.audit.stated import Stated
from kg.audit.whole import Audit
from kg.export.audited import formulas
from kg.export.audited.columns import NO, OUTCOMES, READING, SHEETS, YES
from kg.export.audited.formulas import SHOWN_FAR, Ends, Term, number
from kg.export.audited.relations import Formula, Made, Pair, around, below, calculated, ends, reach, shared
from kg.export.audited.steps import steps
from kg.export.sheets import fitted, formats, page
from kg.findings import Finding
from kg.grammar import LANGUAGES
from kg.names import KG

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

#: Points a line is high, lines that a row has at most.
_LINE, _LINES = 13.5, 30


class Book:
    """The workbook while it is written."""

    def __init__(self, book: Workbook, lang: str, named: bool) -> None:
        self._book, self._lang, self._named = book, lang, named
        self._formats: dict[str, Any] = formats(book)
        self._formats["far"] = book.add_format({"num_format": '"∞"'})
        self._formats["far below"] = book.add_format({"num_format": '"−∞"'})
        self._formats["input"] = book.add_format({"valign": "top", "font_size": 10, "indent": 1, "bg_color": "#FFF6D6"})
        self._sheets: dict[str, Worksheet] = {key: self._opened(key) for key in SHEETS}
        self._rows = dict.fromkeys(SHEETS, 1)
        self._places: dict[str, tuple[Stated, Pair]] = {}
        self._words = {o: term("outcome", o, lang) for o in OUTCOMES}

    def write(self, audits: Sequence[Audit], chosen: Sequence[Sequence[Finding]]) -> None:
        for one in audits:
            for figure in one.numbers.figures.values():
                self._figure(one, figure)
        for one, some in zip(audits, chosen, strict=True):
            told = {finding.name: finding for finding in one.findings}
            for name in sorted(one.judged, key=lambda each: list(told).index(each)):
                self._relation(one, told[name], one.judged[name])
            for finding in some:
                self._finding(one, finding)
        self._about(audits, chosen)
        self._finish()

    # --- sheets ---

    def _name(self, key: str) -> str:
        return SHEETS[key][0][LANGUAGES.index(self._lang)]

    def _opened(self, key: str) -> Worksheet:
        sheet = page(self._book, self._name(key))
        for place, (en, ru, width) in enumerate(SHEETS[key][1]):
            sheet.write_string(0, place, ru if self._lang == "ru" else en, self._formats["header"])
            sheet.set_column(place, place, width or 12, None, {} if width else {"level": 1, "hidden": True})
        if SHEETS[key][1]:
            sheet.freeze_panes(1, 1)
            sheet.repeat_rows(0)
            sheet.fit_to_pages(1, 0)
            sheet.set_row(0, _LINE * 3)
        return sheet

    def _finish(self) -> None:
        """Numbers that stand for no end are shown so; what comes out otherwise than was found stands out."""
        for key, (_, columns) in SHEETS.items():
            last = self._rows[key] - 1
            if not columns or not last:
                continue
            self._sheets[key].autofilter(0, 0, last, len(columns) - 1)
            for rule, value, look in ((">=", SHOWN_FAR, "far"), ("<=", -SHOWN_FAR, "far below")):
                condition = {"type": "cell", "criteria": rule, "value": f"{float(value):.0E}", "format": self._formats[look]}
                self._sheets[key].conditional_format(1, 0, last, len(columns) - 1, condition)

    def _put(self, key: str, cells: Sequence[object]) -> None:
        """A row: formulas with their values, numbers, texts as they are."""
        sheet, row = self._sheets[key], self._rows[key]
        for place, cell in enumerate(cells):
            if isinstance(cell, Term):
                self._number(sheet, row, place, cell)
            elif isinstance(cell, Formula):
                sheet.write_formula(
                    row, place, f"={cell.text}", self._formats["text" if isinstance(cell.value, str) else "number"], cell.value
                )
            elif isinstance(cell, int):
                sheet.write_number(row, place, cell, self._formats["number"])
            elif cell:
                sheet.write_string(row, place, fitted(str(cell), self._lang), self._formats["name" if place == 0 else "text"])
        widths = [width for _, _, width in SHEETS[key][1]]
        lines = max(
            (-(-len(str(cell)) // (width - 1)) for cell, width in zip(cells, widths, strict=True) if width and isinstance(cell, str)),
            default=1,
        )
        sheet.set_row(row, _LINE * min(max(lines, 1), _LINES))
        self._rows[key] = row + 1

    def _number(self, sheet: Worksheet, row: int, place: int, cell: Term) -> None:
        if cell.fixed:
            sheet.write_number(row, place, float(cell.value), self._formats["number"])
        else:
            sheet.write_formula(row, place, f"={cell.text}", self._formats["number"], float(cell.value))

    def _id(self, audit: Audit, iri: str) -> str:
        return audit.numbers.labels["en"].reference(iri) if self._named else iri

    # --- rows ---

    def _figure(self, audit: Audit, figure: Figure) -> None:
        numbers, lang, row = audit.numbers, self._lang, self._rows["figures"] + 1
        words = [
            self._id(audit, figure.iri), numbers.name(figure.document, lang), numbers.name(figure.metric, lang),
            numbers.written(figure.period), figure.value,
        ]  # fmt: skip
        found = read(figure)
        if not found:
            self._put("figures", [*words, *[None] * 11])
            return
        one = found[0]
        at = {column: Term(f"{column}{row}", Fraction(0)) for column in "FGHIJ"}
        reaches = [
            reach(one.value, one.interval.low), reach(one.interval.high, one.value),
            reach(one.value, one.exact.low), reach(one.exact.high, one.value),
        ]  # fmt: skip
        value = number(one.value)
        ends = [
            Term(f"F{row}{sign}{column}{row}", value.value + way * reach.value)
            for column, sign, way, reach in zip("KLMN", "-+-+", (-1, 1, -1, 1), reaches, strict=True)
        ]
        self._put("figures", [*words, value, *ends, *reaches, int(one.interval.low_open), int(one.interval.high_open)])
        self._sheets["figures"].write_number(row - 1, 5, float(value.value), self._formats["input"])
        sheet = f"'{self._name('figures')}'!"
        there = {column: replace(at[column], text=f"{sheet}{column}{row}") for column in at}
        low, high, exact_low, exact_high = (replace(there[column], value=end.value) for column, end in zip("GHIJ", ends, strict=True))
        shown, opens = replace(there["F"], value=value.value), (one.interval.low_open, one.interval.high_open)
        self._places[figure.iri] = (one, Pair(Ends(shown, low, high, *opens), Ends(shown, exact_low, exact_high, *opens)))

    def _pair(self, stated: Stated, figure: Figure | None) -> Pair:
        """A number's cells; what no cell has stands as it is."""
        if figure and figure.iri in self._places:
            one, pair = self._places[figure.iri]
            if (one.value, one.interval, one.exact) == (stated.value, stated.interval, stated.exact):
                return pair
            if one.value == stated.value:
                cell = pair.near.value
                return Pair(around(cell, stated.interval), around(cell, stated.exact))
        return Pair(formulas.constant(stated.interval, stated.value), formulas.constant(stated.exact, stated.value))

    def _relation(self, audit: Audit, finding: Finding, judged: Judged) -> None:
        lang, checked, row = self._lang, judged.checked, self._rows["relations"] + 1
        one = checked.calculation
        figures: Sequence[Figure | None] = placed(audit.numbers, judged.relation) if one.parts else []
        parts = [self._pair(part, figure) for part, figure in zip(one.parts, figures or [None] * len(one.parts), strict=True)]
        stated = self._pair(one.stated, judged.result) if one.stated else None
        made = Made()
        if one.kind == "same":
            made = shared(parts, row)
        elif checked.steps:
            made = self._series(audit, finding, judged, parts, stated)
        elif checked.computed:
            made = calculated(judged, parts, stated, row)
        outcome = Formula(self._outcome(one.kind, bool(checked.steps), row), self._words[judged.outcome])
        used = [*judged.operands, *([judged.result] if judged.result else [])]
        yes, no = YES[lang], NO[lang]
        self._put(
            "relations",
            [
                self._id(audit, findings.iri(audit.case, finding.name)),
                term("rule", finding.rule, lang),
                audit.numbers.name(judged.relation.document, lang),
                "; ".join(self._id(audit, figure.iri) for figure in used),
                finding.assumes.get(lang, ""),
                yes if one.complete else no,
                no if judged.outcome == "not-comparable" else yes,
                *made.shown,
                outcome,
                self._words[judged.outcome],
                Formula(f"L{row}=M{row}", True),
                finding.explanation[lang],
                *made.folded,
            ],
        )

    def _outcome(self, kind: str, stepwise: bool, row: int) -> str:
        """The formula of an outcome, from the cells of its row."""
        said = {name: f'"{words}"' for name, words in self._words.items()}
        agree = f"IF(Z{row},{said['consistent']},{said['consistent-by-rounding']})"
        if kind == "same" or stepwise:
            least, last = 2, "I"
            rest = f"IF(X{row},{said['conflict' if kind == 'same' else 'inconsistent']},{agree})"
        else:
            least, last = 4, "K"
            less = said["inconsistent"]
            if kind == "sum":
                less = f'IF(F{row}="{NO[self._lang]}",{said["incomplete"]},{less})'
            rest = f"IF(X{row},{less},IF(Y{row},{said['inconsistent']},{agree}))"
        checkable = f"IF(COUNT(H{row}:{last}{row})<{least},{said['not-checkable']},{rest})"
        return f'IF(G{row}="{NO[self._lang]}",{said["not-comparable"]},{checkable})'

    def _series(self, audit: Audit, finding: Finding, judged: Judged, parts: Sequence[Pair], stated: Pair | None) -> Made:
        """The steps in rows of their own; what they make together."""
        name, first = self._name("steps"), self._rows["steps"] + 1
        figures = placed(audit.numbers, judged.relation)
        for step, (near, exact, target, exact_target) in zip(judged.checked.steps, steps(judged, parts, stated), strict=True):
            row = self._rows["steps"] + 1
            half = len(figures) // 2 if judged.relation.kind == "co-movement" else 0
            shown = " → ".join(dict.fromkeys(figures[place + half].value for place in step.places if place + half < len(figures)))
            holds, exactly = (
                Formula(f"NOT(OR({below(high, 'J', start, 'K', row)},{below(end, 'L', low, 'I', row)}))", held)
                for low, high, start, end, held in (("C", "D", "E", "F", step.holds), ("M", "N", "O", "P", step.exact))
            )
            cells = [self._id(audit, findings.iri(audit.case, finding.name)), shown, near.low, near.high, target.low, target.high]
            opens = [int(end) for one in (near, target) for end in (one.low_open, one.high_open)]
            self._put("steps", [*cells, holds, exactly, *opens, exact.low, exact.high, exact_target.low, exact_target.high])
        last = self._rows["steps"]
        whole = judged.checked.computed
        assert whole
        low, high = ends(whole)
        target_low, target_high = ends(judged.checked.steps[0].target)
        there = f"'{name}'!"
        broken = not all(step.holds for step in judged.checked.steps)
        return Made(
            (
                Term(f"MIN({there}C{first}:C{last})", low),
                Term(f"MAX({there}D{first}:D{last})", high),
                Term(f"{there}E{first}", target_low),
                Term(f"{there}F{first}", target_high),
            ),
            (
                *[int(end) for end in (whole.low_open, whole.high_open)],
                *[None] * 6,
                Formula(f"NOT(AND({there}G{first}:G{last}))", broken),
                None,
                Formula(f"AND({there}H{first}:H{last})", all(step.exact for step in judged.checked.steps)),
            ),
        )

    def _finding(self, audit: Audit, finding: Finding) -> None:
        lang, numbers = self._lang, audit.numbers
        name = self._id(audit, findings.iri(audit.case, finding.name))
        without = term("outcome", finding.without, lang) if finding.without else ""
        words = [term("rule", finding.rule, lang), term("outcome", finding.outcome, lang), term("severity", finding.severity, lang)]
        rivals = "; ".join(self._id(audit, findings.iri(audit.case, other)) for other in finding.rivals)
        about = "; ".join(self._id(audit, one) for one in finding.concerns)
        self._put("findings", [name, *words, finding.explanation[lang], finding.assumes.get(lang, ""), without, rivals, about])
        for rank, guess in enumerate(finding.hypotheses, 1):
            kind = numbers.labels[lang].term(f"{KG}kind/{guess.kind}")
            cells = [name, rank, kind, guess.explanation[lang], guess.arithmetic, guess.tried, number(Fraction(guess.expected))]
            self._put("hypotheses", cells)

    def _about(self, audits: Sequence[Audit], chosen: Sequence[Sequence[Finding]]) -> None:
        """What was looked at and what was not, and how the sheets are read."""
        sheet, row = self._sheets["about"], 0
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 110)
        sheet.fit_to_pages(1, 0)

        def line(name: str, words: str, look: str = "text") -> None:
            nonlocal row
            sheet.write_string(row, 0, fitted(name, self._lang), self._formats["name"])
            sheet.write_string(row, 1, fitted(words, self._lang), self._formats[look])
            sheet.set_row(row, max(_LINE * min(-(-len(words) // 105) or 1, _LINES), 24 if look == "title" else 0))
            row += 1

        for one, some in zip(audits, chosen, strict=True):
            told = account(one, some, self._lang, every=True, named=self._named)
            line("", told.title, "title")
            for words in told.looked:
                line(told.looked_heading if words == told.looked[0] else "", words)
            for name, words in told.unrelated:
                line(name, words)
        for words in (*READING[self._lang], say("fair", self._lang)):
            line("", words)
        for key in list(SHEETS)[1:]:
            sheet.write_url(row, 0, f"internal:'{self._name(key)}'!A1", self._formats["linked"], self._name(key))
            sheet.write_number(row, 1, self._rows[key] - 1, self._formats["number"])
            row += 1
