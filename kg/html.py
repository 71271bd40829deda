"""Tables and escaped texts in HTML: what is shown in a notebook, or written as a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape as _escape
from types import MappingProxyType

from kg.steering import shown


def escape(text: str) -> str:
    """A text of others, in an element or between quotes of an attribute.

    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return _escape(shown(text))


def element(name: str, text: str) -> str:
    """An element of nothing but a text.

    >>> element("h2", "A & B")
    '<h2>A &amp; B</h2>'
    """
    return f"<{name}>{escape(text)}</{name}>"


def table(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]], caption: str = "", heads: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A table; `heads` is what columns are called in its head, else their underscores are spaces there.

    >>> print(table(["said_by"], [{"said_by": "A & B"}]))
    <table>
    <thead><tr><th>said by</th></tr></thead>
    <tbody>
    <tr><td>A &amp; B</td></tr>
    </tbody>
    </table>
    """
    head = "".join(element("th", heads.get(column) or column.replace("_", " ")) for column in columns)
    body = [f"<tr>{''.join(element('td', row[column]) for column in columns)}</tr>" for row in rows]
    top = [element("caption", caption)] if caption else []
    return "\n".join(["<table>", *top, f"<thead><tr>{head}</tr></thead>", "<tbody>", *body, "</tbody>", "</table>"])


#: Lines of a length that can be read.
_STYLE = "<style>body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif; }</style>"


def page(title: str, body: str, lang: str) -> str:
    """A page that needs nothing from elsewhere."""
    return f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<meta charset="utf-8">\n{element("title", title)}\n{_STYLE}\n{body}</html>\n'
