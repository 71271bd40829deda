"""Stated and computed numbers on one axis a relation: where they meet, and how far apart they are where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.audit import Audit, audit, shown
from kg.audit.account import term
from kg.audit.formula import formula
from kg.audit.interval import Interval, Number
from kg.audit.judged import Judged
from kg.audit.operands import placed
from kg.audit.selection import AGREE, touched
from kg.audit.whole import differing
from kg.draw.canvas import content, figure, width, wrap
from kg.findings import Finding
from kg.grammar import quoted
from kg.problems import KgError
from kg.words import Words

if TYPE_CHECKING:
    import pyoxigraph as ox

#: What is computed, what is stated, what agrees.
COMPUTED, STATED, QUIET = "#0b4f8a", "#B8400E", "#7d7d7d"
#: Rows of a picture of a whole case: those that agree are drawn as far as there is room, and never more than the most.
ROOM, MOST = 24, 60
#: Inches: the page, where the axes begin and end, where the outcome stands; margins, lines of text, air in a row, the two lines of an axis.
WIDTH, LEFT, RIGHT, BESIDE = 10.4, 4.35, 8.15, 8.4
MARGIN, LINE, TITLE_LINE, AIR, APART, LEAST = 0.3, 0.145, 0.27, 0.14, 0.2, 0.72
#: How much of an axis is free on each side, and how much more where an interval has no end.
_FREE, _ENDLESS = 0.12, 0.2
_SMALL, _FONT = 7.0, 7.8
_SIGNS = {"inconsistent": "≠", "conflict": "≠", "incomplete": "<", "not-comparable": "?", "consistent": "=", "consistent-by-rounding": "≈"}
_WORDS = {
    "en": {
        "title": "Numbers as stated and as computed from the others", "version": "version", "scale": "every row has a scale of its own",
        "computed": "computed from the figures", "stated": "stated", "endless": "goes on without end", "open": "an end that is left out",
        "broken": "a value or step that is not as stated", "agree": "grey: the two agree",
        "apart": "{gap} apart", "remain": "{left} remain", "of": "not so at {broken} of {count} steps", "if": "if {assumes}",
        "more": "{number} relations more are not drawn: kg audit --all lists them.",
        "fair": "What does not meet may have many reasons; the arithmetic tells none of them.",
    },
    "ru": {
        "title": "Числа: как названы и как вычислены из других", "version": "версия", "scale": "у каждой строки своя шкала",
        "computed": "вычислено из цифр", "stated": "названо", "endless": "продолжается без конца", "open": "конец не входит",
        "broken": "значение или шаг не как сказано", "agree": "серое: одно сходится с другим",
        "apart": "разница — {gap}", "remain": "остаётся {left}", "of": "не так на {broken} из {count} шагов", "if": "если {assumes}",
        "more": "Ещё соотношений, которые не нарисованы: {number}; kg audit --all покажет их.",
        "fair": "У несовпадения может быть много причин; арифметика не называет ни одной.",
    },
}  # fmt: skip


class _Mark(NamedTuple):
    """An interval on an axis: `kind` is computed, stated, step or broken; its number in words, "" where it is not written."""

    kind: str
    interval: Interval
    words: str = ""


@dataclass(frozen=True)
class _Row:
    """A relation: lines of text (bold, words), marks, and the outcome with what stands below it; a `quiet` one agrees."""

    text: tuple[tuple[bool, str], ...]
    marks: tuple[_Mark, ...]
    sign: str
    outcome: tuple[str, ...]
    quiet: bool
    matters: bool

    @property
    def height(self) -> float:
        return max(LEAST, LINE * max(len(self.text), len(self.outcome)) + AIR)


def intervals(held: ox.Store, fmt: str = "svg", lang: str = "en", *, about: str = "", dpi: int = 110) -> bytes:
    """The bytes of a picture of the relations of a graph's cases, those that do not add up first; all of those about a thing (its IRI).

    Raises:
        KgError: no relation has both a computed and a stated number.
    """
    said = _WORDS[lang]
    every = [(one, finding, one.judged[finding.name]) for one in audit(held) for finding in one.findings if finding.name in one.judged]
    drawable = [
        (one, finding, judged) for one, finding, judged in every if _has_both(judged) and (not about or about in touched(one, finding))
    ]
    if not drawable:
        raise KgError("there is nothing to draw: no figures here are computed from others and stated, too")
    loud = [each for each in drawable if each[2].outcome not in AGREE]
    quiet = sorted((each for each in drawable if each[2].outcome in AGREE), key=lambda each: bool(each[2].relation.implied))
    drawn = [*loud, *(quiet if about else quiet[: max(ROOM - len(loud), 0)])][:MOST]
    rows = [_row(*each, lang) for each in drawn]
    case = Words(held, lang).case()
    title = wrap(said["title"], WIDTH - 2 * MARGIN, 14, bold=True)
    subtitle = wrap(f"{case['title']} · {said['version']} {case['version']} · {said['scale']}", WIDTH - 2 * MARGIN, 9)
    left = len(drawable) - len(drawn)
    notes = [*([said["more"].format(number=left)] if left else []), said["fair"]]
    head = MARGIN + len(title) * TITLE_LINE + len(subtitle) * LINE * 1.25 + 0.12
    legend = 0.62
    height = head + legend + sum(row.height for row in rows) + 0.15 + LINE * 1.2 * len(notes) + MARGIN
    with figure(WIDTH, height) as made:
        page: Any = made.add_axes((0, 0, 1, 1))
        page.set_xlim(0, WIDTH)
        page.set_ylim(height, 0)
        page.axis("off")
        page.text(MARGIN, MARGIN, "\n".join(title), fontsize=14, fontweight="bold", va="top", linespacing=1.2)
        page.text(MARGIN, MARGIN + len(title) * TITLE_LINE, "\n".join(subtitle), fontsize=9, color="#444444", va="top")
        _legend(page, head + 0.12, said)
        y = head + legend
        for row in rows:
            _draw(page, row, y)
            y += row.height
        page.plot([MARGIN, WIDTH - MARGIN], [y, y], color="#cccccc", lw=0.6)
        for number, note in enumerate(notes):
            page.text(MARGIN, y + 0.17 + number * LINE * 1.2, note, fontsize=8, color="#444444", va="center")
        return content(made, fmt, dpi)


def _has_both(judged: Judged) -> bool:
    return judged.checked.computed is not None and (judged.checked.stated is not None or judged.checked.kind == "same")


def _row(one: Audit, finding: Finding, judged: Judged, lang: str) -> _Row:
    """A relation in words and marks."""
    numbers = one.numbers
    room = LEFT - MARGIN - 0.25
    what = "; ".join(list(dict.fromkeys(numbers.name(figure.metric, lang) for figure in judged.operands))[:3])
    where = f"{term('rule', finding.rule, lang)} · {numbers.name(judged.relation.document, lang)}"
    assumes = finding.assumes.get(lang, "")
    text = [(True, line) for line in wrap(what, room, _FONT, bold=True)]
    text += [(False, line) for line in wrap(where, room, _SMALL)]
    text += [(False, line) for line in wrap(_arithmetic(one, judged, lang), room, _SMALL) if line]
    text += [(False, line) for line in wrap(_WORDS[lang]["if"].format(assumes=quoted(assumes, lang)), room, _SMALL)] if assumes else []
    slight = [term("severity", finding.severity, lang)] if finding.severity == "wording" and judged.outcome not in AGREE else []
    beside = [term("outcome", judged.outcome, lang), *_beside(judged, lang), *slight]
    lines = [line for words in beside for line in wrap(words, WIDTH - BESIDE - MARGIN - 0.2, _FONT)]
    marks = tuple(_marks(judged, lang))
    return _Row(tuple(text), marks, _SIGNS.get(judged.outcome, ""), tuple(lines), judged.outcome in AGREE, finding.severity == "matters")


def _arithmetic(one: Audit, judged: Judged, lang: str) -> str:
    """The calculation in signs; of values that should be one, or are compared step by step, the values as printed."""
    if judged.checked.kind == "same":
        return "; ".join(dict.fromkeys(figure.value for figure in judged.operands))
    if not judged.checked.steps:
        return formula(judged.checked, lang)
    values = [figure.value for figure in placed(one.numbers, judged.relation)]
    half = len(values) // 2
    if judged.checked.kind == "co-movement":
        return f"{' → '.join(values[:half])}; {' → '.join(values[half:])}"
    return (" → " if judged.checked.kind == "trend" else "; ").join(values)


def _beside(judged: Judged, lang: str) -> list[str]:
    """How far apart the two are, or how many steps do not go as stated, or in what figures differ."""
    said, checked = _WORDS[lang], judged.checked
    if judged.outcome == "not-comparable":
        return [differing(judged, lang)] if judged.differs else []
    if checked.steps and checked.kind != "range" and len(checked.steps) > 1 and judged.outcome not in AGREE:
        return [said["of"].format(broken=sum(not step.holds for step in checked.steps), count=len(checked.steps))]
    if checked.outcome == "incomplete" and checked.remainder:
        return [said["remain"].format(left=shown.span(checked.remainder, lang, checked.calculation.unit))]
    if checked.gap and judged.outcome != "conflict":
        unit = "points" if checked.calculation.unit == "percent" else checked.calculation.unit
        return [said["apart"].format(gap=shown.number(checked.gap, lang, unit))]
    return []


def _marks(judged: Judged, lang: str) -> list[_Mark]:
    """What stands on the axis of a relation."""
    checked = judged.checked
    one = checked.calculation
    if checked.kind == "same":
        return [_Mark("stated", part.interval, shown.printed(part, lang)) for part in dict.fromkeys(one.parts)]
    stated = shown.printed(one.stated, lang) if one.stated else ""
    if not checked.steps:
        assert checked.computed
        assert checked.stated
        return [
            _Mark("computed", checked.computed, shown.span(checked.computed, lang, one.unit, shown.places_of(checked))),
            _Mark("stated", checked.stated, stated),
        ]
    made = [
        _Mark("step" if step.holds else "broken", step.computed, shown.span(step.computed, lang, one.unit)) for step in checked.steps
    ]  # fmt: skip
    if len({step.target for step in checked.steps}) == 1:
        target = checked.steps[0].target
        made.append(_Mark("stated", target, stated or shown.span(target, lang, "")))
    return made


# --- drawing ----------------------------------------------------------------------------------------------------------


def _draw(page: Any, row: _Row, y: float) -> None:
    page.plot([MARGIN, WIDTH - MARGIN], [y, y], color="#cccccc", lw=0.6)
    colour = QUIET if row.quiet else "#111111"
    top = y + AIR / 2 + LINE / 2
    for number, (bold, line) in enumerate(row.text):
        size, weight = (_FONT, "bold") if bold else (_SMALL, "normal")
        page.text(MARGIN, top + number * LINE, line, fontsize=size, fontweight=weight, color=colour, va="center")
    middle = y + row.height / 2
    page.text(BESIDE, middle, row.sign, fontsize=13, fontweight="bold", color=colour, ha="center", va="center")
    first = middle - (len(row.outcome) - 1) * LINE / 2
    for number, line in enumerate(row.outcome):
        weight = "bold" if row.matters and not number else "normal"
        page.text(BESIDE + 0.2, first + number * LINE, line, fontsize=_FONT, fontweight=weight, color=colour, va="center")
    _axis(page, row, middle)


def _axis(page: Any, row: _Row, middle: float) -> None:
    """The marks of a row, what is computed above what is stated, on a scale of the row's own."""
    at = _scale([mark.interval for mark in row.marks])
    page.plot([LEFT, RIGHT], [middle, middle], color="#dddddd", lw=0.8, zorder=1)
    both = {mark.kind == "stated" for mark in row.marks} == {True, False}
    lines: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    ordered = sorted(row.marks, key=lambda mark: mark.kind != "broken")
    for mark in ordered:
        below = mark.kind == "stated" and both
        y = middle + (APART if below else -APART if both else 0) / 2
        colour = QUIET if row.quiet else STATED if mark.kind == "stated" else COMPUTED
        ends = _mark(page, mark, y, at, colour)
        _write(page, mark.words, ends, y + (0.15 if below else -0.15), lines[below], colour)
    if both and row.sign == "≠" and not any(mark.kind in ("step", "broken") for mark in row.marks):
        _gap(page, row, middle, at)


class _Scale(NamedTuple):
    """From numbers to inches; `low` and `high` are where the axis ends."""

    low: Fraction
    high: Fraction

    def x(self, value: Number) -> float:
        return round(LEFT + float((value - self.low) / (self.high - self.low)) * (RIGHT - LEFT), 4)


def _scale(shown: Sequence[Interval]) -> _Scale:
    """An axis that has all finite ends, with room for what goes on beyond them."""
    finite = [Fraction(end) for one in shown for end in (one.low, one.high) if end is not None] or [Fraction(0)]
    low, high = min(finite), max(finite)
    span = high - low or abs(high) / 4 or Fraction(1)
    free = Fraction(_FREE).limit_denominator(100)
    more = Fraction(_ENDLESS).limit_denominator(100)
    below = free + (more if any(one.low is None for one in shown) else 0)
    above = free + (more if any(one.high is None for one in shown) else 0)
    if low == high:
        return _Scale(low - span, high + span)
    return _Scale(low - below * span, high + above * span)


def _mark(page: Any, mark: _Mark, y: float, at: _Scale, colour: str) -> tuple[float, float]:
    """One interval; gives where it begins and ends."""
    shape, size = {"computed": ("D", 5.5), "stated": ("o", 6), "step": ("D", 4.5), "broken": ("x", 6.5)}[mark.kind]
    hollow = mark.kind == "stated"
    interval = mark.interval
    look = {"color": colour, "mfc": "white" if hollow else colour, "mew": 1.6 if mark.kind == "broken" else 1.2, "zorder": 4}
    start = LEFT if interval.low is None else at.x(interval.low)
    end = RIGHT if interval.high is None else at.x(interval.high)
    if interval.is_point or (mark.kind in ("step", "broken") and end - start < 0.12):
        page.plot([(start + end) / 2], [y], ls="none", marker=shape, ms=size, **look)
        return start, end
    page.plot(
        [start, end],
        [y, y],
        color=colour,
        lw=1.2 if hollow else 3.2,
        ls=(0, (4, 1.5)) if hollow else "solid",
        zorder=3,
        solid_capstyle="butt",
    )
    for x, endless, left_out, way in (
        (start, interval.low is None, interval.low_open, -1),
        (end, interval.high is None, interval.high_open, 1),
    ):
        if endless:
            page.plot([x], [y], ls="none", marker="<" if way < 0 else ">", ms=6, color=colour, zorder=4)
        elif left_out:
            page.plot([x], [y], ls="none", marker="o", ms=4, color=colour, mfc="white", zorder=5)
        else:
            page.plot([x, x], [y - 0.055, y + 0.055], color=colour, lw=1.4, zorder=4)
    if mark.kind == "broken":
        page.plot([(start + end) / 2], [y], ls="none", marker=shape, ms=size, **{**look, "color": "#111111"})
    return start, end


def _write(page: Any, words: str, ends: tuple[float, float], y: float, taken: list[tuple[float, float]], colour: str) -> None:
    """A number above or below its mark, on the axis; left out where another number stands already."""
    wide = width(words, _SMALL)
    x = min(max(sum(ends) / 2, LEFT + wide / 2), RIGHT - wide / 2)
    if not words or any(x - wide / 2 < end + 0.06 and start - 0.06 < x + wide / 2 for start, end in taken):
        return
    taken.append((x - wide / 2, x + wide / 2))
    page.text(x, y, words, fontsize=_SMALL, color=colour, ha="center", va="center", zorder=6)


def _gap(page: Any, row: _Row, middle: float, at: _Scale) -> None:
    """A dotted line over what lies between the two."""
    one, other = (next(mark.interval for mark in row.marks if mark.kind == kind) for kind in ("computed", "stated"))
    first, second = (one, other) if one.below(other) else (other, one)
    if first.high is not None and second.low is not None and first.below(second):
        page.plot([at.x(first.high), at.x(second.low)], [middle, middle], color="#111111", lw=1.1, ls=(0, (1, 1.6)), zorder=2)


def _legend(page: Any, y: float, said: dict[str, str]) -> None:
    """What the marks mean, in two lines."""
    point, span = Interval.point(0), Interval(0, 1)
    samples = [
        ("computed", point, COMPUTED, "computed"),
        ("stated", span, STATED, "stated"),
        ("stated", Interval(0, None, True, True), STATED, "endless"),
        ("stated", Interval(0, 1, True), STATED, "open"),
        ("broken", point, COMPUTED, "broken"),
    ]
    x, line = MARGIN, y
    for kind, interval, colour, key in samples:
        words = said[key]
        room = 0.58 + width(words, _FONT) + 0.3
        if x + room > WIDTH - MARGIN:
            x, line = MARGIN, line + 0.2
        _sample(page, kind, interval, colour, x, line)
        page.text(x + 0.58, line, words, fontsize=_FONT, va="center", color="#222222")
        x += room
    room = width(said["agree"], _FONT)
    if x + room > WIDTH - MARGIN:
        x, line = MARGIN, line + 0.2
    page.text(x, line, said["agree"], fontsize=_FONT, va="center", color=QUIET)


def _sample(page: Any, kind: str, interval: Interval, colour: str, x: float, y: float) -> None:
    """A mark of the legend: 0 and 1 of its interval are where its room begins and ends."""
    scale = _Scale(Fraction(0), Fraction(1))
    left, wide = x + 0.04, 0.36
    if interval.is_point:
        moved = Interval.point(Fraction((left + wide / 2 - LEFT) / (RIGHT - LEFT)))
        _mark(page, _Mark(kind, moved), y, scale, colour)
        return
    low, high = (Fraction((end - LEFT) / (RIGHT - LEFT)) for end in (left, left + wide))
    _mark(page, _Mark(kind, Interval(low, high, interval.low_open, interval.high_open)), y, scale, colour)
    if interval.high is None:
        page.plot([left + wide], [y], ls="none", marker=">", ms=6, color=colour, zorder=6)
