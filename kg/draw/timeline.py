"""What happened when: documents, reforms and breaks on one axis of time."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.draw.canvas import content, figure
from kg.names import KG
from kg.problems import KgError
from kg.words import Words, select

if TYPE_CHECKING:
    import pyoxigraph as ox

ROW, LABEL, AXIS, HEAD = 0.36, 5.2, 8.6, 0.9  # inches
_COLOURS = {"Document": "#6e6e6e", "Reform": "#0072B2", "Break": "#B8400E"}
_WORDS = {
    "en": {
        "Document": "document published",
        "Reform": "reform in its status since",
        "Break": "break in a metric",
        "title": "What happened when",
    },
    "ru": {
        "Document": "документ опубликован",
        "Reform": "реформа в этом статусе с",
        "Break": "разрыв в показателе",
        "title": "Что когда было",
    },
}
_QUERY = """
SELECT ?node ?class ?earliest ?latest ?written ?name ?cause WHERE {
  VALUES (?class ?when) { (kg:Document kg:published) (kg:Reform kg:since) (kg:Break kg:when) }
  ?node a ?class ; ?when ?period .
  ?period kg:written ?written .
  OPTIONAL { ?period kg:earliest ?earliest }
  OPTIONAL { ?period kg:latest ?latest }
  MINUS { ?node a kg:Reform ; kg:partOf ?whole }
}
"""


class _Event(NamedTuple):
    earliest: date | None
    latest: date | None
    of: str
    label: str
    written: str


def timeline(held: ox.Store, fmt: str = "svg", lang: str = "en") -> bytes:
    """The bytes of the picture: a row each, the earliest first; an open end is an arrow.

    Raises:
        KgError: nothing has a date.
    """
    events = _events(held, lang)
    if not events:
        raise KgError("there is nothing to draw: no document, reform or break has a date")
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    words = _WORDS[lang]
    with figure(LABEL + AXIS + 0.6, HEAD + ROW * (len(events) + 2)) as made:
        height = HEAD + ROW * (len(events) + 2)
        axes: Any = made.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, LABEL + AXIS + 0.6)
        axes.set_ylim(height, 0)
        axes.axis("off")

        def at(day: date) -> float:
            return round(LABEL + 0.3 + AXIS * (day - first).days / max(1, (last - first).days), 4)

        case = Words(held, lang).case()
        axes.text(0.3, 0.3, case["title"], fontsize=14, fontweight="bold", va="center")
        axes.text(0.3, 0.58, words["title"], fontsize=9, color="#444444", va="center")
        bottom = HEAD + ROW * len(events)
        for year in range(first.year, last.year + 1):
            axes.plot([at(date(year, 1, 1))] * 2, [HEAD - 0.05, bottom], color="#dddddd", lw=0.8, zorder=1)
            axes.text(at(date(year, 7, 1)), HEAD - 0.12, str(year), ha="center", fontsize=8, color="#444444")
        for row, event in enumerate(events):
            y = HEAD + ROW * (row + 0.5)
            colour = _COLOURS[event.of]
            label = "\n".join(textwrap.wrap(event.label, 80))
            axes.text(LABEL, y, label, ha="right", va="center", fontsize=7.2, linespacing=1.1)
            _bar(axes, at(event.earliest or first), at(event.latest or last), y, colour, event)
            right = at(event.latest or last)
            aside = right < LABEL + AXIS - 1.2
            axes.text(
                right + 0.12 if aside else at(event.earliest or first) - 0.12,
                y,
                event.written,
                ha="left" if aside else "right",
                va="center",
                fontsize=7,
                color=colour,
            )
        for index, of in enumerate(sorted({event.of for event in events})):
            x = 0.3 + index * 2.6
            axes.plot([x, x + 0.3], [bottom + 0.3] * 2, color=_COLOURS[of], lw=6, solid_capstyle="butt")
            axes.text(x + 0.4, bottom + 0.3, words[of], va="center", fontsize=7.5)
        return content(made, fmt)


def _bar(axes: Any, left: float, right: float, y: float, colour: str, event: _Event) -> None:
    """A span of possible days: what is known to the day is a point."""
    if right - left < 0.08:
        axes.plot([(left + right) / 2], [y], marker="D", ms=6, color=colour, zorder=3)
        return
    axes.plot([left, right], [y, y], color=colour, lw=6, solid_capstyle="butt", alpha=0.75, zorder=3)
    if event.earliest is None:
        axes.plot([left], [y], marker="<", ms=8, color=colour, zorder=4)
    if event.latest is None:
        axes.plot([right], [y], marker=">", ms=8, color=colour, zorder=4)


def _events(held: ox.Store, lang: str) -> list[_Event]:
    words = Words(held, lang)
    found = []
    for row in select(held, _QUERY):
        earliest, latest = (date.fromisoformat(row[end]) if row[end] else None for end in ("earliest", "latest"))
        of = row["class"].removeprefix(KG)
        found.append((str(earliest or ""), of, row["node"], _Event(earliest, latest, of, words.label(row["node"]), row["written"])))
    return [event for *_, event in sorted(found, key=lambda one: one[:3])]
