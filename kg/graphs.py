"""Views of a graph for networkx: who disputes what, who is tied to whom, what rests on what.

    import kg.graphs
    graph = kg.graphs.to_networkx(quads, view="people")

Every view is a `MultiDiGraph` whose nodes are IRIs, in the order of the IRIs. A node has

- `kind`: its class in lower case (claim, support, challenge, observation, document, actor, …),
- `label`: words for it, in the language asked for, else in another,
- `document`: the title of the document that it stands in ("" for what belongs to the case),
- `by`: who makes it (an argument), says it (a claim, with a word where that is only reported) or wrote it (a document),
  names with a semicolon between them, "" where nobody does,
- `party`: the IRI of the declared party that it is or that is among these, "" where there is none or more than one,
- `party_name`: that party's name,
- `annotated`: True where it is an annotator who makes it,
- `retracted`: True of a document that was taken back.

In the views `sources` and `labels` what findings say stands with it:

- `outcome`: on which rung a claim stands (`no-source`, `self-sourced`, … `sources-unknown`), or how a thing stands in the
  dispute (`unmet`, `met`, `open`, `no-label`); of a document in `sources` `unknown` where it was not read in full, or its
  author, sources or ties were not reviewed; "" where there is none,
- `outcome_name`: the same in words,
- `cluster`: in `sources` the first IRI of the documents that hang together with a document, as one derives from, translates or
  only passes on the other, or the same actor, or actors with a tie that counts, answer for both; "" where it stands alone.

An edge has a `kind` (the property or the tie's kind, as keys are written in files), a `label` in the
language asked for, and `note`, what a tie says beside ("when, share, amount"); its key is the IRI of
the thing that makes it (a tie, a link), or the kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import store
from kg.names import KG
from kg.problems import KgError
from kg.words import Words, key, select

if TYPE_CHECKING:
    import networkx as nx

# What a tie says beside its kind: when, which share, how much.
_NOTES = """
SELECT ?tie ?when ?share ?amount WHERE {
  ?tie a kg:Tie
  OPTIONAL { ?tie kg:during/kg:written ?when }
  OPTIONAL { ?tie kg:share ?share }
  OPTIONAL { ?tie kg:amount ?amount }
} ORDER BY ?tie ?when ?share ?amount
"""

# Each view is a list of edge patterns: ?source, ?target, the term ?kind that names the edge, and ?via.
_DOCUMENTS = [
    "VALUES ?kind { prov:wasDerivedFrom kg:translates kg:respondsTo kg:cites dct:replaces } ?source ?kind ?target",
    "?a a kg:Assertion ; kg:from+/kg:in ?target ; kg:inDocument ?source . BIND (kg:relays AS ?kind) FILTER (?source != ?target)",
]
_RULE, _OUTCOME = f"{KG}rule/", f"{KG}outcome/"
_LINKS = ["?via a kg:Link ; kg:kind ?kind ; kg:linked ?source ; kg:other ?target"]
_PARTS = ["?source a kg:Claim ; kg:partOf ?target . BIND (kg:partOf AS ?kind)"]
VIEWS: dict[str, list[str]] = {
    "dispute": [
        "?source kg:for ?target . BIND (kg:for AS ?kind)",
        "?source kg:against ?target . ?source kg:challengeKind ?kind MINUS { ?source kg:inSupport ?s }",
        "?source kg:inSupport ?target ; kg:challengeKind ?kind",
        "?target a ?argument ; kg:with ?source VALUES ?argument { kg:Support kg:Challenge } BIND (kg:with AS ?kind)",
        *_PARTS,
        *_LINKS,
    ],
    "labels": [],
    "people": ["?via a kg:Tie ; kg:kind ?kind ; kg:who ?source ; kg:whom ?target"],
    "evidence": [
        "?source kg:supportedBy ?target . ?source a kg:Claim . BIND (kg:with AS ?kind)",
        "?source a ?class ; kg:inDocument ?target VALUES ?class { kg:Claim kg:Observation } BIND (kg:inDocument AS ?kind)",
        *_PARTS,
        *_LINKS,
        *_DOCUMENTS,
    ],
    "sources": [
        f"?finding kg:rule <{_RULE}independence> ; kg:concerns ?source ; kg:evidence ?piece OPTIONAL {{ ?piece kg:about ?said }}"
        " BIND (COALESCE(?said, ?piece) AS ?target) BIND (kg:with AS ?kind) FILTER (?source != ?target)",
        f"?finding kg:rule <{_RULE}independence> {{ ?finding kg:concerns ?source }} UNION {{ ?finding kg:evidence/kg:about? ?source }}"
        " ?source a ?class ; kg:inDocument ?target VALUES ?class { kg:Claim kg:Observation } BIND (kg:inDocument AS ?kind)",
        f"?finding kg:rule <{_RULE}independence> ; kg:evidence ?source . ?source kg:source ?target . ?target a kg:Document"
        " BIND (kg:source AS ?kind)",
        "VALUES ?kind { prov:wasDerivedFrom kg:translates } ?source ?kind ?target",
        # Who passes on a word of somebody and has more to say is not that one's copy: there the claim leads to where it comes from.
        f"{_DOCUMENTS[1]} MINUS {{ ?own a kg:Assertion ; kg:depth 0 ; kg:inDocument ?source ; kg:stance ?stance"
        f" FILTER (?stance != <{KG}stance/relays>) }}",
        f"?finding kg:rule <{_RULE}independence> ; kg:concerns ?source . ?assertion kg:about ?source ; kg:from+/kg:in ?target ."
        " ?target a kg:Document BIND (kg:from AS ?kind)",
        "?source a kg:Document ; prov:wasAttributedTo|dct:publisher ?target . BIND (kg:by AS ?kind)"
        " MINUS { ?source prov:wasAttributedTo ?author ; dct:publisher ?target MINUS { ?source prov:wasAttributedTo ?target } }",
        f"?finding kg:rule <{_RULE}independence> ; kg:input ?via . ?via a kg:Tie ; kg:kind ?kind ; kg:who ?source ; kg:whom ?target",
        f"?via a kg:Link ; kg:kind ?kind ; kg:linked ?source ; kg:other ?target FILTER (?kind = <{KG}kind/restates>)",
    ],
    "documents": _DOCUMENTS,
    "all": ["?source ?kind ?target . FILTER (ISIRI(?target) && ?kind != rdf:type && !STRSTARTS(STR(?target), STR(kg:)))"],
}

VIEWS["labels"] = [
    *VIEWS["dispute"],
    f"?finding kg:rule <{_RULE}dispute> ; kg:outcome <{_OUTCOME}no-label> ; kg:concerns ?source ; kg:input ?target ."
    f" ?target a kg:Document ; kg:read <{KG}read/mention> BIND (<{_OUTCOME}no-label> AS ?kind) FILTER (?source != ?target)",
]
#: View → where a node's outcome is found.
_OUTCOMES = {
    "sources": f"?finding kg:rule <{_RULE}independence> ; kg:concerns ?node ; kg:outcome ?outcome",
    "labels": f"?finding kg:rule <{_RULE}dispute> ; kg:concerns ?node ; kg:outcome ?outcome",
}
_UNKNOWN = {"en": "unknown", "ru": "неизвестно"}
_OPEN = f"""?node a kg:Document MINUS {{
  ?node kg:read <{KG}read/full> ; kg:authorReviewed ?author ; kg:sourcesReviewed ?sources ; kg:tiesReviewed ?ties }}"""


def to_networkx(
    source: ox.Store | Iterable[ox.Quad], view: str = "all", lang: str = "en", words: Words | None = None
) -> nx.MultiDiGraph[str]:
    """A view of a graph (see above); `words` are those of the whole, where it is a part of a graph.

    Raises:
        KgError: there is no such view.
    """
    from kg.view import View

    if view not in VIEWS:
        raise KgError(f"there is no view '{view}': {', '.join(VIEWS)}")
    held = source if isinstance(source, ox.Store) else store.memory(source)
    words = words or Words(held, lang)
    edges = sorted({edge for pattern in VIEWS[view] for edge in _edges(held, pattern)})
    graph = View()
    graph.graph.update(view=view, language=lang, **words.case())
    for node in sorted({node for edge in edges for node in edge[:2]} | _alone(held, view)):
        makers = words.makers(node)
        graph.add_node(
            node,
            kind=words.kind(node),
            label=words.label(node),
            document=words.document(node),
            by=words.by(node),
            party=(party := words.party(node)),
            party_name=words.label(party) if party else "",
            annotated=any(map(words.is_annotator, makers)),
            retracted=words.is_retracted(node),
        )
    notes = {row.pop("tie"): ", ".join(filter(None, row.values())) for row in select(held, _NOTES)}
    for start, end, kind, via in edges:
        graph.add_edge(start, end, key=via or key(kind), kind=key(kind), label=words.term(kind), note=notes.get(via, ""))
    if view in _OUTCOMES:
        _add_outcomes(graph, held, view, words)
    return graph


def _add_outcomes(graph: nx.MultiDiGraph[str], held: ox.Store, view: str, words: Words) -> None:
    found = {row["node"]: row["outcome"] for row in select(held, f"SELECT ?node ?outcome WHERE {{ {_OUTCOMES[view]} }}")}
    unread = {row["node"] for row in select(held, f"SELECT ?node WHERE {{ {_OPEN} }}")} if view == "sources" else set()
    clusters = _clusters(graph) if view == "sources" else {}
    for node, data in graph.nodes(data=True):
        outcome = found.get(node, "")
        data["outcome"] = "unknown" if node in unread else key(outcome) if outcome else ""
        data["outcome_name"] = _UNKNOWN[graph.graph["language"]] if node in unread else words.term(outcome) if outcome else ""
        data["cluster"] = clusters.get(node, "")


def _clusters(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Document → the first of those that hang together with it, where there are any."""
    import networkx as nx

    joined: nx.Graph[str] = nx.Graph()
    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    joined.add_edges_from((a, b) for a, b in graph.edges() if {kinds[a], kinds[b]} <= {"document", "actor"})
    parts = (sorted(node for node in part if kinds[node] == "document") for part in nx.connected_components(joined))
    return {node: part[0] for part in parts if len(part) > 1 for node in part}


def _edges(held: ox.Store, pattern: str) -> list[tuple[str, str, str, str]]:
    rows = select(held, f"SELECT DISTINCT ?source ?target ?kind ?via WHERE {{ {pattern} }}")
    return [(row["source"], row["target"], row["kind"], row["via"]) for row in rows]


def _alone(held: ox.Store, view: str) -> set[str]:
    """Nodes that belong to a view though nothing touches them: documents, and in `all` everything."""
    of = {"documents": "?node a kg:Document", "all": "?node a ?class FILTER (STRSTARTS(STR(?class), STR(kg:)))"}.get(view)
    return {row["node"] for row in select(held, f"SELECT ?node WHERE {{ {of} }}")} if of else set()
