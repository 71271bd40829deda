"""What is drawn of a view: arguments as arrows, a neighbourhood instead of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.problems import KgError

if TYPE_CHECKING:
    import networkx as nx

_ARGUMENTS = ("support", "challenge")


def dispute_as_edges(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same dispute with an arrow for each argument, from what it is made with to what it is about.

    An argument against another argument points at what that one is for: an arrow cannot be pointed at.
    """
    drawn = graph.__class__(**graph.graph)
    for node, data in graph.nodes(data=True):
        if data["kind"] not in _ARGUMENTS:
            drawn.add_node(node, **data)
    for argument, data in graph.nodes(data=True):
        if data["kind"] not in _ARGUMENTS:
            continue
        for _, target, how in graph.out_edges(argument, data=True):
            for evidence, _, by in graph.in_edges(argument, data=True):
                if by["kind"] != "with" or evidence in _undirected(graph, argument):
                    continue
                for end in sorted(_ends(graph, target)):
                    if evidence != end:
                        drawn.add_edge(evidence, end, key=argument, argument=_argument(data), by=data["by"], **how)
    for start, end, key, data in graph.edges(keys=True, data=True):
        if start in drawn and end in drawn:
            drawn.add_edge(start, end, key=key, **data)
    drawn.remove_nodes_from([n for n in list(drawn) if not drawn.degree(n)])
    return drawn


def _argument(data: dict[str, str]) -> str:
    """What kind of arrow: a party's, or one that an annotator adds."""
    return f"annotated-{data['kind']}" if data["annotated"] else data["kind"]


def _undirected(graph: nx.MultiDiGraph[str], argument: str) -> set[str]:
    return {n for n in graph.predecessors(argument) if graph.nodes[n]["kind"] in _ARGUMENTS}


def _ends(graph: nx.MultiDiGraph[str], target: str) -> set[str]:
    """What an argument is about in the end, through the arguments that it attacks."""
    ends, seen, queue = set(), set(), [target]
    while queue:
        node = queue.pop()
        if node in seen:
            continue
        seen.add(node)
        if graph.nodes[node]["kind"] in _ARGUMENTS:
            queue += [end for _, end, data in graph.out_edges(node, data=True) if data["kind"] != "with"]
        else:
            ends.add(node)
    return ends


def around(graph: nx.MultiDiGraph[str], node: str, depth: int) -> nx.MultiDiGraph[str]:
    """The part of a graph within `depth` steps of a node, in whichever direction.

    Raises:
        KgError: the node is not in the graph.
    """
    import networkx as nx

    if node not in graph:
        raise KgError(f"'{node.rpartition('/')[2]}' is nothing that the view '{graph.graph['view']}' shows: draw another --view")
    near = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), node, cutoff=depth)
    part = graph.subgraph(sorted(near)).copy()
    assert isinstance(part, nx.MultiDiGraph)
    return part
