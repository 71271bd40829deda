"""A table of formats: RDF of the quads, tables for people, or a view of them as a graph for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from kg import graphs, quotes, rdf, store
from kg.export import folder, framed, sheets, views, webannotation
from kg.export.persons import persons
from kg.export.things import Things
from kg.names import PREFIXES, RDF
from kg.problems import KgError
from kg.words import Words

__all__ = ["FOLDERS", "FORMATS", "TEXTUAL", "export", "folder_of", "persons"]

_THINGS: dict[str, Callable[[Things], bytes]] = {"xlsx": sheets.workbook, "webannotation": webannotation.serialise}
#: Formats that are a folder of files.
FOLDERS = frozenset({"csv"})
#: Formats that have the words of passages where a text is at hand.
TEXTUAL = frozenset({*_THINGS, *FOLDERS})
FORMATS = (*rdf.FORMATS, "jsonld-framed", *_THINGS, *sorted(FOLDERS), *views.WRITERS)
#: What an export of RDF says of its case, whichever graphs it has.
_HEADER = frozenset({RDF + "type", PREFIXES["dct"] + "title", PREFIXES["owl"] + "versionInfo", PREFIXES["dct"] + "license"})


def export(
    held: ox.Store, fmt: str, which: store.Which = "all", view: str = "all", lang: str = "en", texts: Iterable[Path | str] = ()
) -> bytes:
    """A graph in one of `FORMATS`, the same bytes for the same graph.

    RDF has the graphs asked for, and always each case's title, version and licence in the case's own graph; the base
    address is the case's IRI with a slash, and Turtle, TriG and RDF/XML of one case write IRIs relative to it. Formats
    without a place for graphs' names merge them, and leave out what was set aside. Graph formats have a `view` (see
    `kg.graphs`), tables and annotations a language, and the words of passages whose `texts` are given.

    Raises:
        KgError: there is no such format or view, or it is a folder of files (see `folder_of`).
    """
    if fmt in FOLDERS:
        raise KgError(f"{fmt} is a folder of tables: name one with -o")
    if fmt in views.WRITERS:
        shown = held if which == "all" else store.narrowed(held, which)
        return views.WRITERS[fmt](graphs.to_networkx(shown, view, lang, Words(held, lang)))
    if fmt in _THINGS:
        return _THINGS[fmt](_things(held, which, lang, texts))
    if fmt not in FORMATS:
        raise KgError(f"there is no format '{fmt}': {', '.join(FORMATS)}")
    quads = store.quads(held, which)
    if fmt in rdf.MERGED and which == "all":
        aside = set(store.graphs(held, "quarantine"))
        quads = [quad for quad in quads if quad.graph_name not in aside]
    quads += header(held)
    cases = store.cases(held)
    if fmt == "jsonld-framed":
        return framed.serialise(quads, cases)
    return rdf.serialise(quads, fmt, f"{cases[0]}/" if len(cases) == 1 else "")


def folder_of(held: ox.Store, which: store.Which = "all", lang: str = "en", texts: Iterable[Path | str] = ()) -> dict[str, bytes]:
    """The tables as CSV: the content of each file by its name."""
    return folder.files(_things(held, which, lang, texts))


def header(held: ox.Store) -> list[ox.Quad]:
    """What tells which case a graph is of: its title, version and licence. Its IRI is the base address without the slash."""
    found = [quad for case in store.cases(held) for quad in held.quads_for_pattern(ox.NamedNode(case), None, None, None)]
    return [quad for quad in found if isinstance(quad.graph_name, ox.NamedNode) and quad.predicate.value in _HEADER]


def _things(held: ox.Store, which: store.Which, lang: str, texts: Iterable[Path | str]) -> Things:
    given = list(texts)
    return Things(held, which, lang, quotes.words(held, given) if given else {})
