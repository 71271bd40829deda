"""Whose names leave with an export."""

from __future__ import annotations

import pyoxigraph as ox

from kg import ask, rdf, store
from kg.words import Words, key, select

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
