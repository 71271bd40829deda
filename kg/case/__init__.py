"""Case files → JSON-LD, quads, lines and problems: `kg.case.read(folder)`."""

from kg.case.confidential import check_included
from kg.case.masking import Hidden, hidden
from kg.case.model import Case, Document, Lines, Quote
from kg.case.read import read

__all__ = ["Case", "Document", "Hidden", "Lines", "Quote", "check_included", "hidden", "read"]
