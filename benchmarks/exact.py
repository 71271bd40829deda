"""Whether what is printed can be so: intervals added, divided and compared in exact fractions, slowly and apart from kg."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.figures import Figure

#: A low and a high end (None: without end), and whether each is open.
Span = tuple[Fraction | None, Fraction | None, bool, bool]


def value_of(kind: str, values: list[Fraction], weights: list[int], unit: str) -> Fraction:
    """What exact values come to: percentages as such, changes of percentages in percent or in points."""
    if kind == "sum":
        return sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0))
    if kind == "difference":
        return values[0] - values[1]
    if kind == "average":
        return sum(values, Fraction(0)) / len(values)
    if kind == "change":
        return values[1] - values[0] if unit == "points" else 100 * (values[1] / values[0] - 1)
    return values[0] / values[1] * (100 if kind == "share" else 1)


def agrees(kind: str, parts: list[Figure], stated: Figure, weights: list[int], unit: str) -> bool:
    """Whether values within what is printed exist that make the statement hold."""
    said = stated.low, stated.high, stated.low_open, stated.high_open
    if kind == "grim":
        return whole_number_gives(int(parts[0].value), stated, unit)
    if kind == "range":
        return all(meet((one.low, one.high, one.low_open, one.high_open), said) for one in parts)
    found = computed(kind, parts, weights, unit)
    if meet(found, said):
        return True
    if kind == "ratio":  # "five times" does not say which of two is the greater
        return meet(computed(kind, parts[::-1], weights, unit), said)
    # A size without a sign is that of a rise or of a fall.
    return kind == "change" and not stated.signed and meet(found, _mirrored(said))


def computed(kind: str, parts: list[Figure], weights: list[int], unit: str) -> Span:
    """All that parts can come to. Every kind but grim and range rises or falls with each part, so ends give ends."""
    if kind in {"sum", "average", "difference"} or unit == "points":
        signs = {"difference": [1, -1], "change": [-1, 1]}.get(kind, weights or [1] * len(parts))
        by = len(parts) if kind == "average" else 1
        lows = [(one.low, one.low_open) if w > 0 else (one.high, one.high_open) for one, w in zip(parts, signs, strict=True)]
        highs = [(one.high, one.high_open) if w > 0 else (one.low, one.low_open) for one, w in zip(parts, signs, strict=True)]
        low, high = (None if any(e is None for e, _ in ends) else _sum(ends, signs) / by for ends in (lows, highs))
        return low, high, any(o for _, o in lows), any(o for _, o in highs)
    top, under = (parts[1], parts[0]) if kind == "change" else (parts[0], parts[1])
    ends = [end for end in (top.low, top.high, under.low, under.high) if end is not None]
    if len(ends) < 4 or ends[0] < 0 or ends[2] <= 0:
        raise ValueError(f"a {kind} of {top.text} and {under.text} is not for these tables")
    times, less = {"change": (100, 100), "share": (100, 0)}.get(kind, (1, 0))
    return (
        times * ends[0] / ends[3] - less,
        times * ends[1] / ends[2] - less,
        top.low_open or under.high_open,
        top.high_open or under.low_open,
    )


def meet(one: Span, other: Span) -> bool:
    """Whether two spans have a number in common."""
    return not _before(one, other) and not _before(other, one)


def whole_number_gives(total: int, stated: Figure, unit: str) -> bool:
    """Whether some whole number over the total lies within what the mean or percentage can stand for (GRIM)."""
    times = 100 if unit == "percent" else 1
    assert stated.low is not None
    assert stated.high is not None
    first = -(-stated.low * total // times)
    return Fraction(first * times, total) <= stated.high


def _sum(ends: list[tuple[Fraction | None, bool]], signs: list[int]) -> Fraction:
    return sum((w * end for (end, _), w in zip(ends, signs, strict=True) if end is not None), Fraction(0))


def _before(one: Span, other: Span) -> bool:
    if one[1] is None or other[0] is None:
        return False
    return one[1] < other[0] or (one[1] == other[0] and (one[3] or other[2]))


def _mirrored(span: Span) -> Span:
    low, high, low_open, high_open = span
    return None if high is None else -high, None if low is None else -low, high_open, low_open
