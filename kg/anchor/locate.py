"""Where a quote stands in a text: letter by letter, else as normalisation spells both; between tokens, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.anchor.edges import edges, is_edge
from kg.anchor.negation import Negation, left_out
from kg.text import Normalised, normalise

__all__ = ["Hit", "is_edge", "locate", "spells_alike"]

#: How a quotation begins and ends.
_PAIRS = frozenset(
    ('""', "''", "``", "`'", "´´", "«»", "»«", "‹›", "›‹", "“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’", "「」", "『』", "＂＂")
)
#: Overlapping hits of longer quotes are looked for by a slower search that never goes back.
_SHORT = 64


@dataclass(frozen=True)
class Hit:
    """A quote found at `start`:`end`; or why it is not: it is absent, cut out of a word, or stands there more than once.

    `negated`: it is found, but leaves out a negation beside it. `missing`: it stands there, but not as often as the
    occurrence that was asked for. `ranges` are all places in the tier that found it, in the text's order.
    """

    outcome: Literal["found", "absent", "cut", "ambiguous", "missing", "negated"]
    start: int = 0
    end: int = 0
    ranges: tuple[tuple[int, int], ...] = ()
    negations: tuple[Negation, ...] = ()

    @property
    def count(self) -> int:
        """How often the quote stands in the text."""
        return len(self.ranges)


def locate(quote: str, text: str, *, occurrence: int | None = None, negation_left_out: bool = False) -> Hit:
    """Where the quote stands, with a token's edge at both its ends: once, or the `occurrence`th time, from 1.

    First letter by letter; if it does not stand there so, as `normalise` spells both; if not so either and the
    quote is in quotation marks, without these. A place at which a negation is left out counts only if
    `negation_left_out` says that this is meant.

    >>> locate("convicted: 4", "convicted: 47").outcome
    'cut'
    >>> locate("four", "two and four").start
    8
    >>> locate("torture", "no torture").outcome
    'negated'
    """
    were = False
    for starts in _tiers(quote, text):
        candidates = list(starts)
        were = were or bool(candidates)
        if whole := tuple(span for span in candidates if edges(text).at(span[0]) and edges(text).at(span[1])):
            return _chosen(text, whole, occurrence, negation_left_out)
    return Hit("cut" if were else "absent")


def _chosen(text: str, whole: tuple[tuple[int, int], ...], occurrence: int | None, negation_left_out: bool) -> Hit:
    if occurrence is None and len(whole) > 1:
        return Hit("ambiguous", ranges=whole)
    if occurrence is not None and not 1 <= occurrence <= len(whole):
        return Hit("missing", ranges=whole)
    start, end = whole[(occurrence or 1) - 1]
    negations = tuple(left_out(text, start, end))
    return Hit("negated" if negations and not negation_left_out else "found", start, end, whole, negations)


def spells_alike(one: str, other: str) -> bool:
    """Whether a quote and a passage are the same words, by the same rules that find the one in the other.

    >>> spells_alike('"отчет"', "отчёт"), spells_alike("48", "47")
    (True, False)
    """
    return one == other or normalise(other).text.strip() in _spellings(one)


def _tiers(quote: str, text: str) -> Iterator[Iterator[tuple[int, int]]]:
    """The places of the quote, a tier at a time."""
    if quote:
        yield ((start, start + len(quote)) for start in _starts(quote, text))
    for spelling in _spellings(quote):
        yield _raw(spelling, _normalised(text))


#: That of a text, which is long and asked for again and again; a quote's is not kept.
_normalised = lru_cache(maxsize=4)(normalise)


def _spellings(quote: str) -> list[str]:
    """A quote normalised, spaces around it left out; then without its outer quotation marks if it has a pair of them."""
    made = normalise(quote)
    spelling = made.text.strip()
    if not spelling:
        return []
    first = made.starts[made.text.index(spelling)]
    last = made.starts[len(made.text.rstrip()) - 1]
    inner = spelling[1:-1].strip() if quote[first] + quote[last] in _PAIRS else ""
    return [spelling, inner] if inner else [spelling]


def _raw(spelling: str, made: Normalised) -> Iterator[tuple[int, int]]:
    """The raw ranges of a spelling in a normalised text, whole characters at both ends."""
    for start in _starts(spelling, made.text):
        end = start + len(spelling)
        if made.is_whole(start, end):
            yield made.starts[start], made.ends[end - 1]


def _starts(part: str, text: str) -> Iterator[int]:
    """Where a part begins, overlapping places included, in time proportional to the text."""
    at = text.find(part)
    while at >= 0:
        following = text.find(part, at + 1)
        if len(part) > _SHORT and 0 <= following < at + len(part):
            yield from _overlapping(part, text, at)
            return
        yield at
        at = following


def _overlapping(part: str, text: str, at: int) -> Iterator[int]:
    """The same from a position on, as Knuth, Morris and Pratt look for it: each character of the text is seen once."""
    borders, length = [0], 0
    for char in part[1:]:
        while length and char != part[length]:
            length = borders[length - 1]
        length += char == part[length]
        borders.append(length)
    length = 0
    for end in range(at, len(text)):
        while length and (length == len(part) or text[end] != part[length]):
            length = borders[length - 1]
        length += text[end] == part[length]
        if length == len(part):
            yield end + 1 - length
