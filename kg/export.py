"""A table of formats: RDF of the quads, or a view of them as a graph for other programs."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg import ask, graphs, rdf, store
from kg.problems import KgError
from kg.words import Words, key, select

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox


def export(held: ox.Store, fmt: str, which: store.Which = "all", view: str = "all", lang: str = "en") -> bytes:
    """A graph in one of `FORMATS`, the same bytes for the same graph.

    RDF has the graphs asked for; formats without a place for their names merge them, and leave out what
    was set aside. Graph formats have a `view` (see `kg.graphs`).

    Raises:
        KgError: there is no such format or view.
    """
    if fmt in _GRAPHS:
        return _GRAPHS[fmt](graphs.to_networkx(held, view, lang))
    if fmt not in rdf.FORMATS:
        raise KgError(f"there is no format '{fmt}': {', '.join(FORMATS)}")
    quads = store.quads(held, which)
    if fmt in rdf.MERGED and which == "all":
        aside = set(store.graphs(held, "quarantine"))
        quads = [quad for quad in quads if quad.graph_name not in aside]
    return rdf.serialise(quads, fmt)


#: Persons, what they are here, the claims that they make and those that impute something to them.
_PERSONS = """
PREFIX kind: <https://w3id.org/counterclaim/ns/kind/>
SELECT ?node ?class (COUNT(DISTINCT ?made) AS ?claims) (COUNT(DISTINCT ?imputing) AS ?imputed) {
  VALUES ?class { kg:Actor kg:Annotator }
  ?node a ?class ; kg:kind kind:person
  OPTIONAL { ?made kg:said/kg:from* ?assertion . ?assertion kg:by ?node }
  OPTIONAL {
    { ?imputing kg:imputedTo ?node } UNION { ?mark kg:kind kind:imputed-intent ; kg:about ?node, ?imputing . ?imputing a kg:Claim }
  }
} GROUP BY ?node ?class ORDER BY ?node"""


def persons(held: ox.Store, which: store.Which = "all", lang: str = "en") -> ask.Table:
    """The persons whose names leave with an export, how many claims they make, and how many impute something to them."""
    words = Words(held, lang)
    named = {rdf.text(quad.subject) for quad in store.quads(held, which)}
    columns = ["person", "as", "claims", "imputed_to_them", "reference"]
    rows = [
        dict(zip(columns, (words.label(node), key(row["class"]), row["claims"], row["imputed"], node.rpartition("/")[2]), strict=True))
        for row in select(held, _PERSONS)
        if (node := row["node"]) in named
    ]
    return ask.Table(columns, rows)


def _graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    # Not write_graphml: it takes lxml where that is installed, and its bytes differ.
    nx.write_graphml_xml(graph, made := io.BytesIO(), encoding="utf-8", prettyprint=True)
    return made.getvalue()


def _gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    nx.write_gexf(graph, made := io.BytesIO(), encoding="utf-8", prettyprint=True)
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", made.getvalue())  # networkx writes today's date


def _cytoscape(graph: nx.MultiDiGraph[str]) -> bytes:
    import networkx as nx

    return (json.dumps(nx.cytoscape_data(graph), indent=1, ensure_ascii=False) + "\n").encode()


_GRAPHS: dict[str, Callable[[nx.MultiDiGraph[str]], bytes]] = {"graphml": _graphml, "gexf": _gexf, "cytoscape": _cytoscape}
FORMATS = (*rdf.FORMATS, *_GRAPHS)
