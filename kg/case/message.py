"""Problems that stay on one line, whatever stands in the file they quote."""

from __future__ import annotations

from kg.problems import Place, Problem, Severity

_LONGEST = 400


def problem(place: Place, message: str, severity: Severity = "error") -> Problem:
    """A problem whose message is one line: what cannot be seen is spelt out, what is endless is cut."""
    return Problem(place, cut(one_line(message)), severity)


def one_line(text: str) -> str:
    r"""The text with line breaks and invisible characters written as escapes.

    >>> one_line("two\nlines")
    'two\\nlines'
    """
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def cut(text: str) -> str:
    """A long text without its middle: its end says how to mend it."""
    return text if len(text) <= _LONGEST else f"{text[:200]} … {text[-180:]}"
