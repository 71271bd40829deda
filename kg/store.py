"""The embedded store: in memory, or on disk in generations. The only module that has an Oxigraph Store.

A store that is being written is never opened by others. A build writes a new generation,
`store/<digest>`, and then switches `store/current` to it by one atomic rename: readers have the old
one or the new one, and a kill at any moment leaves the old one in place.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from kg import files, rdf
from kg.names import FINDINGS, INFERRED, KG, PREFIXES, QUARANTINE, RDF
from kg.problems import KgError

Which = Literal["said", "inferred", "findings", "quarantine", "all"]
WHICH: tuple[Which, ...] = ("said", "inferred", "findings", "quarantine", "all")

_KINDS: dict[str, Which] = {INFERRED: "inferred", FINDINGS: "findings", QUARANTINE: "quarantine"}


def memory(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(quads)
    return store


def save(quads: list[ox.Quad], folder: Path) -> str:
    """Put the quads into a new generation of the store in `folder` and make it the current one.

    Returns the generation's name: the first 16 digits of the SHA-256 of the sorted N-Quads.
    """
    name = hashlib.sha256(rdf.serialise(quads, "nquads")).hexdigest()[:16]
    generation = folder / "store" / name
    try:
        if not (generation / "complete").exists():
            shutil.rmtree(generation, ignore_errors=True)
            generation.mkdir(parents=True)
            store = ox.Store(str(generation / "data"))
            store.bulk_extend(rdf.ordered(quads))
            store.flush()
            del store
            (generation / "complete").touch()
        pointer = folder / "store" / "current"
        before = pointer.read_text("ascii").strip() if pointer.exists() else name
        files.write(pointer, f"{name}\n".encode("ascii"))
        for old in (folder / "store").iterdir():  # who reads the one before may go on
            if re.fullmatch("[0-9a-f]{16}", old.name) and old.name not in (name, before):
                shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise KgError(f"{folder}: the store cannot be written: {error.strerror or error}") from error
    return name


def is_built(folder: Path) -> bool:
    return (folder / "store" / "current").is_file()


def open(folder: Path) -> ox.Store:
    """The current generation, for reading.

    Raises:
        KgError: nothing was built there, or it is damaged.
    """
    try:
        name = (folder / "store" / "current").read_text("ascii").strip()
    except OSError as error:
        raise KgError(f"{folder}: no graph was built there: run kg build -o {folder}") from error
    try:
        return ox.Store.read_only(str(folder / "store" / name / "data"))
    except (OSError, ValueError) as error:
        raise KgError(f"{folder}: the store is damaged ({error}): build it again") from error


def cases(store: ox.Store) -> list[str]:
    """The IRIs of the cases in a store, sorted."""
    found = store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"))
    return sorted({quad.subject.value for quad in found})


def graphs(store: ox.Store, which: Which = "all") -> list[ox.NamedNode]:
    """The graphs of a kind: `said` are those of documents, annotators and the cases themselves."""
    special = {f"{case}/{name}": kind for case in cases(store) for name, kind in _KINDS.items()}
    named = sorted((g for g in store.named_graphs() if isinstance(g, ox.NamedNode)), key=str)
    return [g for g in named if which in ("all", special.get(g.value, "said"))]


def quads(store: ox.Store, which: Which = "all") -> list[ox.Quad]:
    return [quad for graph in graphs(store, which) for quad in store.quads_for_pattern(None, None, None, graph)]


def query(
    store: ox.Store, text: str, which: Which | None = "all"
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run a query over the merged graphs of a kind; `all` leaves out what was set aside, None leaves the
    choice to the query's FROM.

    `GRAPH ?g` reaches every graph. Our prefixes need not be declared. Raises SyntaxError where the
    query is not SPARQL.
    """
    if which is None:
        return store.query(text, prefixes=PREFIXES)
    aside = graphs(store, "quarantine")
    if which == "all" and not aside:
        return store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
    chosen = [g for g in graphs(store, which) if which == "quarantine" or g not in aside]
    return store.query(text, default_graph=chosen or [ox.NamedNode(KG + "nothing")], prefixes=PREFIXES)
