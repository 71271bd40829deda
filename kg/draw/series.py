"""A metric over time: its values by document, and the breaks that they span."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.draw.canvas import content, figure
from kg.problems import KgError
from kg.words import Words, select

if TYPE_CHECKING:
    import pyoxigraph as ox

#: One a document: they differ in shape and not in colour alone.
_MARKS = (("o", "#0072B2"), ("s", "#B8400E"), ("^", "#007A5A"), ("D", "#5b3f8c"), ("v", "#9A6700"), ("P", "#333333"))
_WORDS = {
    "en": {"unit": "unit", "not": "Not drawn, since no single plain number for one stretch of time", "break": "break"},
    "ru": {"unit": "единица", "not": "Не нарисовано: не одно простое число за один отрезок времени", "break": "разрыв"},
}
_QUERY = """
SELECT ?observation ?counts ?unit ?value ?written ?earliest ?latest ?document WHERE {{
  ?metric kg:observation ?observation ; kg:counts ?counts ; kg:unit ?unit ; kg:inDocument ?document .
  <{metric}> kg:counts ?counts ; kg:unit ?unit .
  ?observation kg:value ?value .
  OPTIONAL {{ ?observation kg:period ?period . ?period kg:written ?written .
    OPTIONAL {{ ?period kg:earliest ?earliest }} OPTIONAL {{ ?period kg:latest ?latest }} }}
}} ORDER BY ?document ?earliest ?latest ?observation
"""
_BREAKS = """
SELECT DISTINCT ?node ?earliest ?latest ?written WHERE {{
  <{metric}> kg:counts ?counts . ?other kg:counts ?counts .
  ?node a kg:Break ; kg:ofMetric ?other ; kg:when ?when . ?when kg:written ?written .
  OPTIONAL {{ ?when kg:earliest ?earliest }} OPTIONAL {{ ?when kg:latest ?latest }}
}} ORDER BY ?latest ?node
"""


class _Value(NamedTuple):
    document: str
    day: date
    number: float
    printed: str


def series(held: ox.Store, metric: str, fmt: str = "svg", lang: str = "en") -> bytes:
    """The bytes of the picture of a metric (its IRI) and of those of other documents that count the same.

    Only plain numbers for one period of at most a year are drawn; the others stand below in words.

    Raises:
        KgError: it is no metric, or has no value that can be drawn.
    """
    rows = select(held, _QUERY.format(metric=metric))
    if not rows:
        raise KgError(f"'{metric.rpartition('/')[2]}' is no metric with values: kg ask observations-of-a-metric lists them")
    words = Words(held, lang)
    drawn = [value for row in rows if (value := _value(row))]
    others = [row for row in rows if not _value(row)]
    if not drawn:
        raise KgError("there is nothing to draw: none of the values is a plain number for a year or less")
    said = _WORDS[lang]
    foot = [f"{words.label(row['document'])}: {row['written'] or '—'}: {row['value']}" for row in others]
    lines = [line for text in foot for line in textwrap.wrap(text, 125)]
    breaks = select(held, _BREAKS.format(metric=metric))
    causes = [line for i, row in enumerate(breaks, 1) for line in textwrap.wrap(f"{i}: {row['written']} {words.label(row['node'])}", 125)]
    documents = list(dict.fromkeys(value.document for value in drawn))
    below = 0.55 + 0.17 * (len(lines) + len(causes) + len(documents)) + 0.35 * bool(lines) + 0.2 * bool(causes)
    height = 4.6 + below
    with figure(9.6, height) as made:
        axes: Any = made.add_axes((0.08, (below + 0.35) / height, 0.88, 3.4 / height))
        for document, (mark, colour) in zip(documents, cycle(_MARKS), strict=False):
            here = [value for value in drawn if value.document == document]
            axes.plot(
                [_x(v.day) for v in here], [v.number for v in here], marker=mark, color=colour, lw=1.2, ms=7, label=words.label(document)
            )
        above: dict[tuple[date, float], list[str]] = {}
        for value in drawn:
            above.setdefault((value.day, value.number), []).append(value.printed)
        for (day, number), printed in above.items():
            text = ", ".join(dict.fromkeys(printed))
            axes.annotate(text, (_x(day), number), xytext=(0, 8), textcoords="offset points", ha="center", fontsize=8)
        years = [value.day.year for value in drawn]
        for index, row in enumerate(breaks, 1):
            x = _x(date.fromisoformat(row["latest"] or row["earliest"]))
            axes.axvline(x, color="#B8400E", lw=1, ls=(0, (5, 3)))
            same = [r for r in breaks[: index - 1] if (r["latest"] or r["earliest"]) == (row["latest"] or row["earliest"])]
            y, upright = 1.02 + 0.05 * len(same), axes.get_xaxis_transform()
            axes.text(x, y, f"{said['break']} {index}", transform=upright, ha="center", fontsize=7.5, color="#B8400E")
        axes.set_xlim(min(years) - 0.6 + 0.5, max(years) + 0.6 + 0.5)
        shown = range(min(years), max(years) + 1)
        axes.set_xticks([year + 0.5 for year in shown], [str(year) for year in shown])
        axes.set_ylim(0, max(value.number for value in drawn) * 1.15 or 1)
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_ylabel(f"{said['unit']}: {rows[0]['unit']}", fontsize=9)
        made.text(0.03, 1 - 0.3 / height, words.label(rows[0]["counts"]), fontsize=14, fontweight="bold", va="center")
        case = words.case()
        made.text(0.03, 1 - 0.58 / height, f"{case['title']} · {case['version']}", fontsize=9, color="#444444", va="center")
        axes.legend(loc="upper left", bbox_to_anchor=(-0.02, -0.12), fontsize=8, frameon=False, borderaxespad=0)
        y = below - 0.15 - 0.2 * len(documents)
        for text in [*causes, *([f"{said['not']}:", *lines] if lines else [])]:
            y -= 0.17
            made.text(0.05, (y + 0.1) / height, text, fontsize=7.5, color="#B8400E" if text in causes else "#333333")
        return content(made, fmt)


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
    return _Value(row["document"], middle, float(row["value"]), row["value"])
