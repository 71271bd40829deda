"""Pictures of a graph, drawn so that a reader can use them; the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import graphs
from kg.ask import node
from kg.draw import intervals, picture, series, timeline
from kg.draw.canvas import FORMATS
from kg.problems import KgError

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["FORMATS", "draw"]


def draw(
    held: ox.Store,
    view: str = "dispute",
    fmt: str = "svg",
    lang: str = "en",
    *,
    around: str | None = None,
    depth: int = 1,
    by: str = "",
    metric: str | None = None,
) -> bytes:
    """A picture: a view of `kg.graphs`, `timeline`, `audit`, or `series` (of a `metric`, by name or IRI).

    What is `around` a name is drawn alone: to `depth` steps in a view, a document's own events in a timeline, of an audit every
    relation that concerns it.

    Raises:
        KgError: an unknown view, format or name, nothing to draw, or too much for one picture.
    """
    if fmt not in FORMATS:
        raise KgError(f"there is no picture format '{fmt}': {', '.join(FORMATS)}")
    if metric and view != "series":
        raise KgError("--metric is for a series: add --view series")
    if view == "timeline":
        return timeline.timeline(held, fmt, lang, document=node(held, around) if around is not None else "")
    if view == "audit":
        return intervals.intervals(held, fmt, lang, about=node(held, around) if around is not None else "")
    if view == "series":
        if not metric:
            raise KgError("a series is of a metric: name one with --metric (kg ask observations-of-a-metric lists them)")
        return series.series(held, node(held, metric), fmt, lang)
    centre = node(held, around) if around is not None else ""
    return picture.picture(graphs.to_networkx(held, view, lang), fmt, by=by, centre=centre, depth=depth, name=lambda iri: _name(held, iri))


def _name(held: ox.Store, iri: str) -> str:
    """The shortest name that stands for a node, as `--around` takes it."""
    steps = iri.split("/")
    for name in (steps[-1], ":".join(steps[-2:])):
        try:
            if node(held, name) == iri:
                return name
        except KgError:  # several things are called so
            continue
    return iri
