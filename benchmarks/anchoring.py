"""Whether quotes are found where they stand and lies are not, beside langextract's aligner on the same quotes in one run.

    pip install -e '.[bench]'
    python benchmarks/anchoring.py [--text FILE]

The quotes are those of tests/anchor/adversarial.py: passages of two texts of our own (and of each FILE),
spelled otherwise, and made false. A lie is "anchored" where a place is given for it at all. langextract
gives the kind of each match: its exact ones are counted apart from all that it aligns, fuzzy ones
included, which is its default.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kg.anchor import locate
from tests.anchor import adversarial
from tests.anchor.adversarial import Quote

#: A quote and its text → the range, or None where there is none.
Aligner = Callable[[str, str], tuple[int, int] | None]
MOST_OF_A_KIND = 30  # of a text: langextract reads the whole text for each quote


def ours(quote: str, text: str) -> tuple[int, int] | None:
    hit = locate(quote, text)
    return (hit.start, hit.end) if hit.outcome == "found" else None


def langextracts(*, only_exact: bool) -> Aligner:
    try:
        from langextract.core.data import AlignmentStatus, Extraction
        from langextract.resolver import WordAligner
    except ImportError as error:
        sys.exit(f"langextract is not installed ({error}): pip install -e '.[bench]'")

    def align(quote: str, text: str) -> tuple[int, int] | None:
        given = Extraction(extraction_class="quote", extraction_text=quote)
        options = {"enable_fuzzy_alignment": False, "accept_match_lesser": False} if only_exact else {}
        found = WordAligner().align_extractions([[given]], text, **options)[0][0]
        span = found.char_interval
        exact = found.alignment_status == AlignmentStatus.MATCH_EXACT
        return (span.start_pos, span.end_pos) if span and (exact or not only_exact) else None

    return align


def some(quotes: Iterable[Quote]) -> list[Quote]:
    """As many of each kind as the other aligner has time for, spread evenly."""
    kinds: dict[str, list[Quote]] = {}
    for one in quotes:
        kinds.setdefault(one.kind, []).append(one)
    return [one for same in kinds.values() for one in same[:: -(-len(same) // MOST_OF_A_KIND)]]


def measure(align: Aligner, honest: list[Quote], lies: list[Quote]) -> tuple[Counter[str], float]:
    """How many came to what, and the seconds taken."""
    counted: Counter[str] = Counter()
    start = time.perf_counter()
    for one in honest:
        span = align(one.quote, one.text)
        counted["missed" if span is None else "exact" if span == (one.start, one.end) else "elsewhere"] += 1
    for one in lies:
        counted["lies"] += align(one.quote, one.text) is not None
    return counted, time.perf_counter() - start


def main() -> None:
    """Print the set's size, then a line an aligner: honest quotes and lies, and time as a ratio to ours."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--text", type=Path, action="append", default=[], help="another text to make quotes of")
    texts = [*adversarial.TEXTS.values(), *(path.read_bytes().decode("utf-8") for path in parser.parse_args().text)]
    aligners = {
        "kg.anchor.locate": ours,
        "langextract, exact matches only": langextracts(only_exact=True),
        "langextract, as it comes": langextracts(only_exact=False),
    }
    all_honest = [one for text in texts for one in adversarial.honest(text)]
    all_lies = [one for text in texts for one in adversarial.lies(text)]
    honest = [one for text in texts for one in some(adversarial.honest(text))]
    lies = [one for text in texts for one in some(adversarial.lies(text))]
    counted, seconds = measure(ours, all_honest, all_lies)
    print(f"the whole set: {len(all_honest)} honest quotes, {len(all_lies)} lies of {len(texts)} texts, {seconds:.1f} s")
    print(f"kg.anchor.locate: {counted['exact']} at the exact range, {counted['missed']} missed, {counted['lies']} lies anchored")
    print(f"\nside by side on {len(honest)} honest quotes and {len(lies)} lies of all kinds:\n")
    print(f"{'':<34}{'exact range':>12}{'elsewhere':>11}{'missed':>8}{'lies anchored':>15}{'time':>8}")
    base = 0.0
    for name, align in aligners.items():
        counted, seconds = measure(align, honest, lies)
        base = base or seconds
        shown = f"{counted['exact']:>12}{counted['elsewhere']:>11}{counted['missed']:>8}{counted['lies']:>15}"
        print(f"{name:<34}{shown}{seconds / base:>7.0f}×")


if __name__ == "__main__":
    main()
