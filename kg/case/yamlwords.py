"""YAML's own errors in plain words: on which line, what is wrong, how to mend it."""

from __future__ import annotations

from typing import Any

import yaml

_QUOTE = "put a text that holds it in quotes"
_END = "text after the end of the YAML document, or a directive without ---: one file is one document"
_TAB = "a tab stands where a key or text should begin: indent with spaces"
_ESCAPE = "in double quotes a backslash begins an escape, and this is none: write two of them, or use single quotes"
_COLON = "a colon is missing behind the key: write it, or indent a text that goes on from the line above"
_NO_KEY = f"no key can stand here: indent it as the keys beside it, end the key above with a colon; if ': ' belongs to a text, {_QUOTE}"
_UNEVEN = "no key as those above it: indent the keys of one map alike, and the items of a list alike"


def explain(error: yaml.MarkedYAMLError, text: str, last: yaml.Event | None) -> tuple[int, str]:
    """Line and words; `last` is the event before the error. What is not known here stays in the parser's words."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    raw = f"{error.problem or 'cannot be parsed'}{f' {error.context}' if error.context else ''}"
    if mark is None or began is None:
        return 1, raw
    char, opening = (text[at.index : at.index + 1] for at in (mark, began))
    problem, context = str(error.problem), str(error.context)
    if words := _of_what_began(problem, context, opening):
        return began.line + 1, words
    before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
    words = _of_a_sign(problem, context, char, opening) or _behind_a_quote(text, last, mark) or _of_keys(problem, before, char)
    if not words and "',' or" in problem:
        words = f"the {opening} of line {began.line + 1} is not closed, or a comma is missing: write it; if ': ', {{ or [ is text, {_QUOTE}"
    return mark.line + 1, words or raw


def _of_what_began(problem: str, context: str, opening: str) -> str:
    """Faults whose line is that on which something began."""
    if context.endswith(("an alias", "an anchor", "a tag")):
        return f"a text cannot begin with {opening}: put it in quotes"
    if "quoted scalar" in context and "end of stream" in problem:
        return f"the quote that begins here is not closed: write {opening} where the text ends"
    return _COLON if "expected ':'" in problem else ""


def _of_a_sign(problem: str, context: str, char: str, opening: str) -> str:
    """Faults of a single character."""
    if "<document start>" in problem:
        return _END
    if char == "\t" and ("start any token" in problem or "tab character" in problem):
        return _TAB
    if "start any token" in problem or "node content" in problem:
        return f"a text cannot begin with {char}: put it in quotes"
    if "not allowed" in problem and char in "-?":
        return f"a text cannot begin with '{char} ': put it in quotes"
    if "block scalar" in context and ("comment" in problem or "indicators" in problem):
        return f"behind {opening} the line ends: begin the text on the next line, or put it in quotes"
    return _ESCAPE if "quoted scalar" in context and "escape" in problem else ""


def _behind_a_quote(text: str, last: yaml.Event | None, mark: Any) -> str:
    """The closing quote came too early: one within the text, or the next text's opening one."""
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return ""
    start: Any = last.start_mark
    end: Any = last.end_mark
    if text[end.index : mark.index].strip(" \t") or text[mark.index : mark.index + 1] in ("", ":", ","):
        return ""
    where = "a text" if start.line == mark.line else f"the text that begins at line {start.line + 1}"
    within = "''" if last.style == "'" else '\\"'
    return f"there is more behind the closing {last.style} of {where}: close it at its end, and write {within} for one within"


def _of_keys(problem: str, before: str, char: str) -> str:
    """Faults of what stands on a line, or how far it is indented."""
    if "mapping values" in problem:
        return f"a second ': ' in one line: {_QUOTE}" if ": " in before else _NO_KEY
    if char == ":" and "expected key" in problem and not before.strip():
        return "a key is missing before the colon: write it"
    if "expected key" in problem or "<block end>" in problem or "'-' indicator" in problem:
        return f"the line goes on with {char} where it should end: put all of its text in quotes" if before.strip() else _UNEVEN
    return ""
