"""Negations that a passage leaves out: "prevents" is not what "does not prevent" says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.anchor.edges import edges
from kg.text import INVISIBLE, MARKS, normalise, visible

#: As they are written, and as parts of what is contracted with them.
_WORDS = frozenset({"не", "ни", "нет", "not", "no", "nor", "never", "cannot"})
_CONTRACTED = "n't"
#: What may stand between: spaces, quotation marks, brackets, marks of emphasis, tags, footnotes.
_BETWEEN = rf"(?:[\s{INVISIBLE}\ufe0f{MARKS}*~(){{}}/|]|<[^<>]{{0,30}}>|\[[^\[\]]{{0,8}}\]|[\[\]])"
_BEFORE, _AFTER = re.compile(rf"{_BETWEEN}{{1,40}}\Z"), re.compile(rf"{_BETWEEN}{{1,40}}")
_MEND = "quote it too, or confirm it by negation: left-out beside the quote"
_LONGEST = 40  # characters of a token that are looked at; longer ones are no negation


@dataclass(frozen=True)
class Negation:
    """A negation as it is written, directly before or after a passage, at `start`:`end` of the text."""

    word: str
    start: int
    end: int
    is_before: bool


def left_out(text: str, start: int, end: int) -> list[Negation]:
    """The negations that stand directly before and after a passage: spaces, quotation marks and what nobody sees may be between.

    >>> [(found.word, found.start) for found in left_out("they do Not prevent it", 12, 19)]
    [('Not', 8)]
    """
    found = []
    is_edge, at = edges(text).at, start
    while between := _BEFORE.search(text, max(0, at - _LONGEST), at):
        at = between.start()
    begin = next((at - n for n in range(1, min(at, _LONGEST) + 1) if is_edge(at - n)), at)
    if is_edge(at) and _negates(text[begin:at]):
        found.append(Negation(visible(text[begin:at]).text, begin, at, is_before=True))
    at = end
    while between := _AFTER.match(text, at):
        at = between.end()
    finish = next((at + n for n in range(1, min(len(text) - at, _LONGEST) + 1) if is_edge(at + n)), at)
    if is_edge(at) and _negates(text[at:finish]):
        found.append(Negation(visible(text[at:finish]).text, at, finish, is_before=False))
    return found


def about(negation: Negation) -> str:
    """What to do about a negation that a quote leaves out, in one line."""
    side = "before" if negation.is_before else "after"
    return f"the quote leaves out '{negation.word}', which stands directly {side} it: {_MEND}"


def _negates(token: str) -> bool:
    word = normalise(token).text.casefold().strip("_")  # a mark of emphasis too
    return word in _WORDS or (word.endswith(_CONTRACTED) and len(word) > len(_CONTRACTED))
