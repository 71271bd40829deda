"""What happened when: documents, reforms and breaks on one axis of time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.draw.canvas import content, figure, wrap
from kg.names import KG
from kg.problems import KgError
from kg.words import Words, select, spoken

if TYPE_CHECKING:
    import pyoxigraph as ox

#: Inches: a row of one line and each further one, the words before the axis, the axis, the room for dates after it.
ROW, LINE, LABEL, AXIS, AFTER = 0.3, 0.12, 5.0, 7.6, 1.7
OPEN = 0.55  # how far an open end reaches: for how long is not known
YEAR = 0.42  # the least room for a year's number
MARGIN, FONT, TITLE_LINE = 0.3, 7.2, 0.27
_COLOURS = {"Document": "#5e5e5e", "Reform": "#0072B2", "Break": "#B8400E"}
_MARKS = {"Document": "s", "Reform": "D", "Break": "X"}
_WORDS = {
    "en": {
        "Document": "document published",
        "Reform": "reform in its status since",
        "Break": "break in a metric",
        "title": "What happened when",
        "version": "version",
    },
    "ru": {
        "Document": "документ опубликован",
        "Reform": "реформа в этом статусе с",
        "Break": "разрыв в показателе",
        "title": "Что когда было",
        "version": "версия",
    },
}
_QUERY = """
SELECT ?node ?class ?earliest ?latest ?written ?document ?status WHERE {
  VALUES (?class ?when) { (kg:Document kg:published) (kg:Reform kg:since) (kg:Break kg:when) }
  ?node a ?class ; ?when ?period .
  ?period kg:written ?written .
  OPTIONAL { ?period kg:earliest ?earliest }
  OPTIONAL { ?period kg:latest ?latest }
  OPTIONAL { ?node kg:inDocument ?document }
  OPTIONAL { ?node kg:status ?status }
  MINUS { ?node a kg:Reform ; kg:partOf ?whole }
}
"""


class _Event(NamedTuple):
    first: date  # of what is known of it, for the order
    of: str
    node: str
    earliest: date | None
    latest: date | None
    label: str
    written: str


def timeline(held: ox.Store, fmt: str = "svg", lang: str = "en", *, document: str = "", dpi: int = 110) -> bytes:
    """The bytes of the picture: a row each, the earliest first; an open end is an arrow. Of one `document` (an IRI), or of all.

    Raises:
        KgError: nothing has a date.
    """
    words, said = Words(held, lang), _WORDS[lang]
    events = _events(held, words, lang, document)
    if not events:
        raise KgError("there is nothing to draw: no document, reform or break has a date")
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    labels = [wrap(event.label, LABEL - MARGIN - 0.1, FONT) for event in events]
    case = words.case()
    page = LABEL + OPEN + AXIS + AFTER
    title = wrap(case["title"], page - 2 * MARGIN, 14, bold=True)
    head = MARGIN + len(title) * TITLE_LINE + 0.55
    rows = [ROW + LINE * (len(lines) - 1) for lines in labels]
    bottom = head + sum(rows)
    height = bottom + 0.75
    with figure(page, height) as made:
        axes: Any = made.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, page)
        axes.set_ylim(height, 0)
        axes.axis("off")

        def at(day: date) -> float:
            return round(LABEL + OPEN + AXIS * (day - first).days / (last - first).days, 4)

        axes.text(MARGIN, MARGIN, "\n".join(title), fontsize=14, fontweight="bold", va="top", linespacing=1.2)
        subtitle = f"{said['title']} · {said['version']} {case['version']}"
        axes.text(MARGIN, MARGIN + len(title) * TITLE_LINE + 0.04, subtitle, fontsize=9, color="#444444", va="top")
        step = -(-(last.year - first.year + 1) * YEAR // AXIS)
        for year in range(first.year, last.year + 1):
            axes.plot([at(date(year, 1, 1))] * 2, [head - 0.05, bottom], color="#dddddd", lw=0.8 if step == 1 else 0.3, zorder=1)
            if (year - first.year) % step == 0:
                axes.text(at(date(year, 7, 1)), head - 0.1, str(year), ha="center", fontsize=8, color="#444444")
        y = head
        for event, lines, row in zip(events, labels, rows, strict=True):
            middle = round(y + row / 2, 4)
            y += row
            axes.text(LABEL, middle, "\n".join(lines), ha="right", va="center", fontsize=FONT, linespacing=1.1)
            right = _bar(axes, event, at, middle)
            axes.text(right + 0.12, middle, event.written, va="center", fontsize=7, color=_COLOURS[event.of], zorder=5, bbox=_WHITE)
        for index, of in enumerate(of for of in _COLOURS if any(event.of == of for event in events)):
            x = MARGIN + 0.1 + index * 2.6
            axes.plot([x], [bottom + 0.3], color=_COLOURS[of], marker=_MARKS[of], ms=6)
            axes.text(x + 0.2, bottom + 0.3, said[of], va="center", fontsize=7.5)
        return content(made, fmt, dpi)


_WHITE = {"fc": "white", "ec": "none", "pad": 0.8}  # behind words, so that no line of a year runs through them


def _bar(axes: Any, event: _Event, at: Any, y: float) -> float:
    """A span of possible days: what is known to within a month is a point. Returns where it ends."""
    colour = _COLOURS[event.of]
    left = at(event.earliest) if event.earliest else at(event.latest) - OPEN
    right = at(event.latest) if event.latest else at(event.earliest) + OPEN
    if event.earliest and event.latest and (event.latest - event.earliest).days <= 31:
        axes.plot([(left + right) / 2], [y], marker=_MARKS[event.of], ms=6, color=colour, zorder=3)
        return float(left + right) / 2
    if event.earliest and event.latest:
        axes.plot([left, right], [y, y], color=colour, lw=6, solid_capstyle="butt", alpha=0.75, zorder=3)
        return float(right)
    axes.plot([left, right], [y, y], color=colour, lw=1.5, ls=(0, (2, 1.5)), zorder=3)
    known, arrow = (left, ">") if event.earliest else (right, "<")
    axes.plot([known], [y], marker=_MARKS[event.of], ms=6, color=colour, zorder=4)
    axes.plot([left + right - known], [y], marker=arrow, ms=5, color=colour, zorder=4)
    return float(right)


def _events(held: ox.Store, words: Words, lang: str, document: str) -> list[_Event]:
    found = set()
    for row in select(held, _QUERY):
        earliest, latest = (date.fromisoformat(row[end]) if row[end] else None for end in ("earliest", "latest"))
        known = earliest or latest
        if known and document in ("", row["node"], row["document"]):
            of, written = row["class"].removeprefix(KG), spoken(row["written"], lang, point=True)
            label = words.name(row["node"]) or words.label(row["node"])  # of a break its cause
            if of == "Reform":  # two documents may give it two statuses
                label = f"{label} ({', '.join(filter(None, [words.term(row['status']), words.label(row['document'])]))})"
            found.add(_Event(known, of, row["node"], earliest, latest, label, written))
    return sorted(found, key=lambda event: event[:3])
