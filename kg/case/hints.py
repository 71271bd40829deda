"""Hints at what was meant: the nearest name, the place where a key belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kg.case.letters import foreign, latin
from kg.case.terms import Term, classes

_A = {"Case": "case.yaml", "Document": "a document's file", "Annotation": "an annotator's file"}
_NOT_WRITTEN = frozenset({"Passage", "Period", "Finding", "Hypothesis"})
_CLOSE, _VERY_CLOSE = 0.6, 0.8
_MOST_PLACES = 3


def a(of: str) -> str:
    """A class in words.

    >>> a("Assertion"), a("Case")
    ('an assertion', 'case.yaml')
    """
    return _A.get(of) or f"{'an' if of[0] in 'AO' else 'a'} {of.lower()}"


def nearest(word: str, words: Iterable[str], cutoff: float = _CLOSE) -> str:
    """A hint at the most similar of the words, and at letters that only look Latin, to stand at the end of a message."""
    folded = {one.casefold(): one for one in sorted(words, reverse=True)}
    close = get_close_matches(latin(word[:80]).casefold(), folded, n=1, cutoff=cutoff)
    return (f" (did you mean '{folded[close[0]]}'?)" if close else "") + foreign(word[:80])


@dataclass
class Hints:
    """Looking for a similar name takes time in proportion to their number: a broken case gets only so many."""

    left: int = 100_000  # comparisons

    def nearest(self, word: str, words: Collection[str], cutoff: float = _CLOSE) -> str:
        """As the function, as long as comparisons are left."""
        if self.left <= 0:
            return ""
        self.left -= len(words)
        return nearest(word, words, cutoff)

    def unknown_key(self, key: str, where: str, of: str, known: Collection[str], also: str = "") -> str:
        """What to do about a key that `where` (of class `of`) does not have; `also` is what else may have happened."""
        message = f"{where} has no key '{key}'{foreign(key[:80])}"
        if self.left <= 0:
            return message
        key = latin(key)
        if typo := self.nearest(key, known, _VERY_CLOSE):
            return message + typo + also
        if elsewhere := _belongs(key, of):
            *most, last = elsewhere[:_MOST_PLACES]
            return f"{message}: it belongs {', '.join(most)}{' or ' if most else ''}{last}"
        return message + (self.nearest(key, known) or f": it has {', '.join(known)}") + also


def _belongs(key: str, of: str) -> list[str]:
    """Where a key may stand: in the same file first, then in what the class `of` holds, then elsewhere."""
    inner = [term.of for term in classes()[of].values()]
    order = [of, *(name for name in classes() if name in inner), *classes()]
    found = [place for name in dict.fromkeys(order) if name not in _NOT_WRITTEN for place in _places(key, name, classes()[name])]
    return list(dict.fromkeys(found))


def _places(key: str, of: str, terms: dict[str, Term], path: str = "") -> Iterator[str]:
    if key in terms:
        if path:
            yield f"under '{path.strip()}'"
        else:
            yield "in actors.yaml" if (of, key) == ("Case", "actors") else f"{'in' if of in _A else 'to'} {a(of)}"
    for term in terms.values():
        yield from _places(key, of, term.keys, f"{path} {term.key}:")
