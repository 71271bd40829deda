"""What is drawn of a view: arguments as arrows, restated claims as one, a neighbourhood instead of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.problems import KgError
from kg.words import BETWEEN

if TYPE_CHECKING:
    import networkx as nx

_ARGUMENTS = ("support", "challenge")
#: By view: edges that alone do not keep a claim or figure in a picture that would be too large.
_LIGHT = {
    "dispute": {"narrower", "broader", "differs", "part-of"},
    "labels": {"narrower", "broader", "differs", "part-of"},
    "evidence": {"in-document"},
    "sources": {"in-document"},
}
#: Views that go down from a claim to its roots.
_ONE_WAY = frozenset({"sources"})
#: What a claim rests on, so that an arrow from it to its own document would say nothing more.
_RESTS = {"with", "part-of"}


def dispute_as_edges(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same dispute with an arrow for each argument, from what it is made with to what it is about.

    An argument against another argument points at what that one is for: an arrow cannot be pointed at.
    """
    drawn = graph.__class__(**graph.graph)
    drawn.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if data["kind"] not in _ARGUMENTS)
    for argument, data in graph.nodes(data=True):
        if data["kind"] not in _ARGUMENTS:
            continue
        made_with = [start for start, _, how in graph.in_edges(argument, data=True) if how["kind"] == "with" and start in drawn]
        for _, target, how in graph.out_edges(argument, data=True):
            for start in made_with:
                for end in sorted(_ends(graph, target)):
                    if start != end:
                        key = f"{argument} {end}"  # an undercut argument may be about several things
                        drawn.add_edge(start, end, key=key, argument=_argument(data), by=data["by"], **_how(data), **how)
    for start, end, key, how in graph.edges(keys=True, data=True):
        if start in drawn and end in drawn:
            drawn.add_edge(start, end, key=key, **how)
    return drawn


def _how(data: dict[str, str]) -> dict[str, str]:
    """How an argument stands, where it does not go without saying: nothing that stands is brought against most."""
    outcome = data.get("outcome", "")
    return {"stands": data["outcome_name"]} if outcome not in ("", "unmet") else {}


def _argument(data: dict[str, str]) -> str:
    """What kind of arrow: a party's, or one that an annotator adds."""
    return f"annotated-{data['kind']}" if data["annotated"] else data["kind"]


def _ends(graph: nx.MultiDiGraph[str], target: str) -> set[str]:
    """What an argument is about in the end, through the arguments that it attacks."""
    ends, seen, queue = set(), set(), [target]
    while queue:
        node = queue.pop()
        if node in seen:
            continue
        seen.add(node)
        if graph.nodes[node]["kind"] in _ARGUMENTS:
            queue += [end for _, end, how in graph.out_edges(node, data=True) if how["kind"] != "with"]
        else:
            ends.add(node)
    return ends


def restated_as_one(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same graph with one node for claims that restate each other: the one with most edges stands for all.

    What is broader than another is drawn as the other's being narrower.

    It has `copies` (in how many documents it stands) and everybody who makes one of them. The graph has
    `shared`: a claim that is not there any more → the one that stands for it.
    """
    import networkx as nx

    restated: nx.Graph[str] = nx.Graph((a, b) for a, b, how in graph.edges(data=True) if how["kind"] == "restates")
    groups = [sorted(group) for group in nx.connected_components(restated)]
    shared: dict[str, str] = {}
    for group in groups:
        first = max(reversed(group), key=graph.degree)  # of equals the first by IRI
        shared |= {node: first for node in group if node != first}
    drawn = graph.__class__(**graph.graph, shared=shared)
    drawn.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node not in shared)
    for group in groups:
        data = drawn.nodes[shared.get(group[0], group[0])]
        members = [graph.nodes[node] for node in group]
        data["by"] = BETWEEN.join(_once(name for member in members if member["by"] for name in member["by"].split(BETWEEN)))
        if len({member["party"] for member in members if member["by"]}) > 1:  # a copy that nobody says is nobody's
            data["party"] = data["party_name"] = ""
        else:
            data |= next(({k: m[k] for k in ("party", "party_name")} for m in members if m["by"]), {})
        if "outcome" in data:
            outcomes = {member["outcome_name"]: member["outcome"] for member in members if member["outcome"]}
            data["outcome_name"] = BETWEEN.join(outcomes)
            unknown = "sources-unknown" if "sources-unknown" in outcomes.values() else ""
            data["outcome"] = unknown if len(outcomes) > 1 else next(iter(outcomes.values()), "")
        data["copies"] = len({member["document"] for member in members})
    for start, end, key, how in graph.edges(keys=True, data=True):
        a, b = shared.get(start, start), shared.get(end, end)
        if how["kind"] == "broader":
            a, b, how = b, a, {**how, "kind": "narrower"}  # noqa: PLW2901 - turned for the picture only
        if how["kind"] != "restates" and (a != b or start == end):
            drawn.add_edge(a, b, key=f"{key} {start} {end}", **how)
    return drawn


def _once(names: Iterable[str]) -> list[str]:
    """Each name once; who says it where some only report that he does says it."""
    found = dict.fromkeys(names)
    return [name for name in found if not any(name != other and name.startswith(f"{other} (") for other in found)]


def clusters_as_one(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same graph with one node for documents that hang together: its `members` are they, with how one goes back to another.

    The graph's `shared` leads from each of them to it.
    """
    first = {node: data["cluster"] for node, data in graph.nodes(data=True) if data["cluster"]}
    inside: dict[str, list[tuple[str, str, str]]] = {node: [] for node in first}
    for start, end, how in graph.edges(data=True):
        if start in first and first.get(end) == first[start] and start != end:
            inside[start].append((how["kind"], how["label"], graph.nodes[end]["label"]))
    shared = {one: first.get(node, node) for one, node in graph.graph.get("shared", {}).items()} | first
    drawn = graph.__class__(**{**graph.graph, "shared": shared})
    for node, data in graph.nodes(data=True):
        if node not in first:
            drawn.add_node(node, **data)
        elif first[node] == node:
            members = [(graph.nodes[one], tuple(dict.fromkeys(inside[one]))) for one in sorted(first) if first[one] == node]
            parties = {member["party"] for member, _ in members}
            drawn.add_node(
                node, **{**data, "kind": "cluster", "members": members, "label": "", "by": "", "outcome": "", "outcome_name": ""}
            )
            if len(parties) > 1:
                drawn.nodes[node].update(party="", party_name="")
    seen = set()
    for start, end, key, how in graph.edges(keys=True, data=True):
        a, b = first.get(start, start), first.get(end, end)
        alike = a, b, how["kind"], how["note"]
        if a != b and alike not in seen:
            seen.add(alike)
            drawn.add_edge(a, b, key=f"{key} {start} {end}", **how)
    return drawn


def named_actors(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Without actors whom nothing ties to anybody: documents have their authors' names on them."""
    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    tied = {node for a, b in graph.edges() for node in (a, b) if kinds[a] == kinds[b] == "actor"}
    graph.remove_nodes_from([node for node, kind in kinds.items() if kind == "actor" and node not in tied])
    return graph


def touched(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Without what has no edges."""
    graph.remove_nodes_from([node for node in list(graph) if not graph.degree(node)])
    return graph


def leaves_in_documents(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Without the arrows to their documents of what rests on something else first."""
    resting = {start for start, _, how in graph.edges(data=True) if how["kind"] in _RESTS}
    graph.remove_edges_from(
        [(a, b, key) for a, b, key, how in graph.edges(keys=True, data=True) if how["kind"] == "in-document" and a in resting]
    )
    return graph


def without_light(graph: nx.MultiDiGraph[str], keep: str) -> tuple[nx.MultiDiGraph[str], int]:
    """Without the claims and figures that have no part in what the view is about, and how many they are."""
    light = _LIGHT.get(graph.graph["view"], set())
    heavy = {node for *ends, how in graph.edges(data=True) for node in ends if how["kind"] not in light}
    aside = [n for n, data in graph.nodes(data=True) if data["kind"] in ("claim", "observation") and n not in heavy and n != keep]
    if not light:
        return graph, 0
    left = graph.copy()
    left.remove_nodes_from(aside)
    left.remove_nodes_from([node for node in list(left) if not left.degree(node) and node != keep])  # documents of those alone
    return left, len(aside)


def around(graph: nx.MultiDiGraph[str], node: str, depth: int) -> nx.MultiDiGraph[str]:
    """The part of a graph within `depth` steps of a node (see `near`).

    Raises:
        KgError: the node is not in the graph.
    """
    node = graph.graph.get("shared", {}).get(node, node)
    if node not in graph:
        raise KgError(f"'{node.rpartition('/')[2]}' is nothing that the view '{graph.graph['view']}' shows: draw another --view")
    inside = near(graph, node, depth)
    part = graph.__class__(**graph.graph)  # not .subgraph: its order is that of a set
    part.add_nodes_from((n, data) for n, data in graph.nodes(data=True) if n in inside)
    for a, b, key, how in graph.edges(keys=True, data=True):
        if a in inside and b in inside:
            part.add_edge(a, b, key=key, **how)
    return part


def near(graph: nx.MultiDiGraph[str], node: str, depth: int) -> set[str]:
    """What is within `depth` steps of a node; of sources what lies below it and above it, and not what else rests on the same."""
    if graph.graph["view"] in _ONE_WAY:
        return _steps([node], depth, graph.successors) | _steps([node], depth, graph.predecessors)
    return _steps([node], depth, lambda one: (*graph.successors(one), *graph.predecessors(one)))


def _steps(start: Iterable[str], depth: int, following: Callable[[str], Iterable[str]]) -> set[str]:
    inside = edge = set(start)
    for _ in range(depth):
        edge = {n for one in edge for n in following(one)} - inside
        if not edge:
            break
        inside = inside | edge
    return inside
