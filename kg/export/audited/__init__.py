"""An audit as a workbook that computes: who changes a figure sees which relations come out otherwise.

Every calculation is a formula over the cells of its figures, and so is its outcome; what was found exactly stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.audit.whole import Audit
from kg.export.audited.book import Book
from kg.export.sheets import ROWS, opened
from kg.findings import Finding
from kg.problems import KgError

__all__ = ["workbook"]


def workbook(audits: Sequence[Audit], chosen: Sequence[Sequence[Finding]], lang: str = "en") -> bytes:
    """An .xlsx file: about it, figures, relations, steps of those that are compared step by step, the chosen findings, hypotheses.

    Raises:
        KgError: more rows than a sheet holds.
    """
    if sum(one.figures + len(one.judged) for one in audits) >= ROWS:
        raise KgError("there are more figures than a sheet holds: take json")
    book, made = opened("; ".join(one.numbers.name(one.case, lang) for one in audits))
    Book(book, lang, len(audits) == 1).write(audits, chosen)
    book.close()
    return made.getvalue()
