"""A metric over time: its values by document, and the breaks that they span."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.draw.canvas import content, figure, wrap
from kg.problems import KgError
from kg.words import Words, select, spoken

if TYPE_CHECKING:
    import pyoxigraph as ox

#: One a metric: they differ in shape and not in colour alone; beyond these they are hollow.
_MARKS = (("o", "#0072B2"), ("s", "#B8400E"), ("^", "#007A5A"), ("D", "#5b3f8c"), ("v", "#9A6700"), ("P", "#333333"))
BREAK = "#B8400E"
_WORDS = {
    "en": {
        "unit": "unit",
        "not": "Not drawn, since no single plain number for one stretch of time",
        "break": "break",
        "version": "version",
    },
    "ru": {
        "unit": "единица",
        "not": "Не нарисовано: не простое число за один отрезок времени",
        "break": "разрыв",
        "version": "версия",
    },
}
#: Inches: the page, the axes on it, lines of text.
WIDTH, LEFT, AXES, PLOT, MARGIN, LINE, TITLE_LINE = 9.6, 0.8, 8.4, 3.4, 0.3, 0.17, 0.27
TICKS = 16  # years that have room below the axis
_QUERY = """
SELECT DISTINCT ?metric ?observation ?counts ?unit ?value ?written ?earliest ?latest ?document WHERE {{
  ?metric kg:observation ?observation ; kg:counts ?counts ; kg:inDocument ?document .
  <{metric}> kg:counts ?counts .
  OPTIONAL {{ ?metric kg:unit ?counted_in }} OPTIONAL {{ <{metric}> kg:unit ?own }}
  BIND (COALESCE(?own, "") AS ?unit) FILTER (?unit = COALESCE(?counted_in, ""))
  ?observation kg:value ?value .
  OPTIONAL {{ ?observation kg:period ?period . ?period kg:written ?written .
    OPTIONAL {{ ?period kg:earliest ?earliest }} OPTIONAL {{ ?period kg:latest ?latest }} }}
}} ORDER BY ?document ?metric ?earliest ?latest ?observation
"""
_BREAKS = """
SELECT DISTINCT ?node ?earliest ?latest ?written WHERE {{
  <{metric}> kg:counts ?counts . ?other kg:counts ?counts .
  ?node a kg:Break ; kg:ofMetric ?other ; kg:when ?when . ?when kg:written ?written .
  OPTIONAL {{ ?when kg:earliest ?earliest }} OPTIONAL {{ ?when kg:latest ?latest }}
  FILTER (BOUND(?earliest) || BOUND(?latest))
}} ORDER BY ?latest ?node
"""


class _Value(NamedTuple):
    metric: str
    day: date
    number: float
    printed: str


def series(held: ox.Store, metric: str, fmt: str = "svg", lang: str = "en", *, dpi: int = 110) -> bytes:
    """The bytes of the picture of a metric (its IRI) and of those of other documents that count the same.

    Only plain numbers for one period of at most a year are drawn; the others stand below in words.

    Raises:
        KgError: it is no metric, or has no value that can be drawn.
    """
    rows = select(held, _QUERY.format(metric=metric))
    if not rows:
        raise KgError(f"'{metric.rpartition('/')[2]}' is no metric with values: kg ask observations-of-a-metric lists them")
    words, said = Words(held, lang), _WORDS[lang]
    drawn = [value for row in rows if (value := _value(row))]
    if not drawn:
        raise KgError("there is nothing to draw: none of the values is a plain number for a year or less")
    breaks = select(held, _BREAKS.format(metric=metric))
    legend = [wrap(text, WIDTH - LEFT - 0.6, 8) for text in _names(words, rows, drawn)]
    room = WIDTH - 2 * MARGIN - 0.4
    causes = [
        line
        for number, row in enumerate(breaks, 1)
        for line in wrap(f"{number}: {spoken(row['written'], lang, point=True)}: {words.name(row['node'])}", room, 7.5)
    ]
    others = [f"{words.label(r['document'])}: {spoken(r['written'], lang) or '—'}: {r['value']}" for r in rows if not _value(r)]
    notes = [line for text in [f"{said['not']}:", *others] for line in wrap(text, room, 7.5)] if others else []
    case = words.case()
    title = wrap(words.name(metric) or words.label(rows[0]["counts"]), WIDTH - 2 * MARGIN, 14, bold=True)
    subtitle = wrap(f"{case['title']} · {said['version']} {case['version']}", WIDTH - 2 * MARGIN, 9)
    head = MARGIN + len(title) * TITLE_LINE + len(subtitle) * LINE + 0.25 + LINE * _most_at_once(breaks)
    below = 0.55 + LINE * (sum(map(len, legend)) + len(causes) + len(notes)) + 0.12 * (bool(causes) + bool(notes))
    height = head + PLOT + below + MARGIN
    with figure(WIDTH, height) as made:
        page: Any = made.add_axes((0, 0, 1, 1))
        page.set_xlim(0, WIDTH)
        page.set_ylim(height, 0)
        page.axis("off")
        axes: Any = made.add_axes((LEFT / WIDTH, 1 - (head + PLOT) / height, AXES / WIDTH, PLOT / height))
        page.text(MARGIN, MARGIN, "\n".join(title), fontsize=14, fontweight="bold", va="top", linespacing=1.2)
        page.text(MARGIN, MARGIN + len(title) * TITLE_LINE, "\n".join(subtitle), fontsize=9, color="#444444", va="top")
        _plot(axes, drawn, [_x(_day(row)) for row in breaks])
        _lines_of_breaks(axes, breaks, said["break"])
        axes.set_ylabel(f"{said['unit']}: {rows[0]['unit']}", fontsize=9)
        y: float = head + PLOT + 0.55
        for number, lines in enumerate(legend):
            page.plot([LEFT - 0.15, LEFT + 0.15], [y, y], **_look(number), lw=1.2)
            page.text(LEFT + 0.3, y, "\n".join(lines), fontsize=8, va="top" if len(lines) > 1 else "center")
            y += LINE * len(lines)
        for lines, colour in ((causes, BREAK), (notes, "#333333")):
            y += 0.12 * bool(lines)
            for line in lines:
                page.text(LEFT - 0.15, y, line, fontsize=7.5, color=colour, va="center")
                y += LINE
        return content(made, fmt, dpi)


def _names(words: Words, rows: list[dict[str, str]], drawn: list[_Value]) -> list[str]:
    """What the legend calls each metric that is drawn: its document, and itself where the document has several."""
    documents = {row["metric"]: row["document"] for row in rows}
    metrics = list(dict.fromkeys(value.metric for value in drawn))
    shared = [documents[metric] for metric in metrics]
    return [words.label(documents[m]) + (f": {words.label(m)}" if shared.count(documents[m]) > 1 else "") for m in metrics]


def _look(number: int) -> dict[str, Any]:
    mark, colour = _MARKS[number % len(_MARKS)]
    return {"marker": mark, "color": colour, "ms": 6, "mfc": colour if number < len(_MARKS) else "white"}


def _plot(axes: Any, drawn: list[_Value], breaks: list[float]) -> None:
    """Points joined by lines; over a break the line is dotted, for what is counted is not the same."""
    metrics = list(dict.fromkeys(value.metric for value in drawn))
    for number, metric in enumerate(metrics):
        aside = (number - (len(metrics) - 1) / 2) * min(0.09, 0.5 / len(metrics))  # equal values stand side by side
        here = [(_x(value.day) + aside, value.number) for value in drawn if value.metric == metric]
        look = _look(number)
        axes.plot([x for x, _ in here], [y for _, y in here], ls="none", zorder=3, **look)
        for (x0, y0), (x1, y1) in pairwise(here):
            over = any(x0 < x <= x1 for x in breaks)
            axes.plot([x0, x1], [y0, y1], color=look["color"], lw=1.2, ls=(0, (1, 2)) if over else "solid", zorder=2)
    above: dict[tuple[date, float], list[str]] = {}
    for value in drawn:
        above.setdefault((value.day, value.number), []).append(value.printed)
    for (day, value_of), printed in above.items():
        text = ", ".join(dict.fromkeys(printed))
        axes.annotate(
            text, (_x(day), value_of), xytext=(0, 9), textcoords="offset points", ha="center", fontsize=8, zorder=4,
            bbox={"fc": "white", "ec": "none", "pad": 0.4, "alpha": 0.85},
        )  # fmt: skip
    years = [value.day.year for value in drawn]
    step = -(-(max(years) - min(years) + 1) // TICKS)
    shown = range(min(years), max(years) + 1, step)
    axes.set_xlim(min([min(years) - 0.1, *(x - 0.2 for x in breaks)]), max([max(years) + 1.1, *(x + 0.2 for x in breaks)]))
    axes.set_xticks([year + 0.5 for year in shown], [str(year) for year in shown])
    axes.set_ylim(0, max(value.number for value in drawn) * 1.15 or 1)
    axes.ticklabel_format(axis="y", style="plain")
    axes.spines[["top", "right"]].set_visible(False)


def _lines_of_breaks(axes: Any, breaks: list[dict[str, str]], word: str) -> None:
    for number, row in enumerate(breaks, 1):
        x, upright = _x(_day(row)), axes.get_xaxis_transform()
        axes.axvline(x, color=BREAK, lw=1, ls=(0, (5, 3)), zorder=1)
        same = sum(_day(other) == _day(row) for other in breaks[: number - 1])
        axes.text(x, 1.02 + same * LINE / PLOT, f"{word} {number}", transform=upright, ha="center", fontsize=7.5, color=BREAK)


def _most_at_once(breaks: list[dict[str, str]]) -> int:
    days = [_day(row) for row in breaks]
    return max(map(days.count, days), default=0)


def _day(row: dict[str, str]) -> date:
    return date.fromisoformat(row["latest"] or row["earliest"])


def _x(day: date) -> float:
    """The axis of time: years, a year's value in its middle."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 365.25, 4)


def _value(row: dict[str, str]) -> _Value | None:
    """A row that can be drawn: a plain number for a period of at most a year, at its middle."""
    if not (row["earliest"] and row["latest"] and re.fullmatch(r"\d+(\.\d+)?", row["value"])):
        return None
    first, last = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
    if (last - first).days > 366:
        return None
    middle = date.fromordinal((first.toordinal() + last.toordinal() + 1) // 2)
    return _Value(row["metric"], middle, float(row["value"]), row["value"])
