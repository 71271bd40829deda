"""The embedded store: in memory, or on disk in generations. The only module that has an Oxigraph Store.

A store that is being written is never opened by others. A build writes a new generation,
`store/<digest>`, and then switches `store/current` to it by one atomic rename: readers have the old
one or the new one, and a kill at any moment leaves the old one in place.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import pyoxigraph as ox

from kg import files, rdf
from kg.names import BY, FINDINGS, INFERRED, KG, PREFIXES, QUARANTINE, RDF
from kg.problems import KgError

try:
    import fcntl
except ImportError:  # Windows: two builds at once into one folder are not kept apart there
    fcntl = None  # type: ignore[assignment]

Which = Literal["said", "inferred", "findings", "quarantine", "all"]
WHICH: tuple[Which, ...] = ("said", "inferred", "findings", "quarantine", "all")

#: The file of a build that has its numbers, and the key in it that says how many rows of each answer are withheld.
SUMMARY, WITHHELD = "summary.json", "withheld"

_GENERATION = re.compile("[0-9a-f]{16}")
_KINDS: dict[str, Which] = {INFERRED: "inferred", FINDINGS: "findings", QUARANTINE: "quarantine"}


def memory(quads: Iterable[ox.Quad], *, annotators: bool = False) -> ox.Store:
    """A store that is gone with the process; queried, it answers in an order that the quads' order fixes."""
    store = ox.Store()
    quads = list(quads)
    store.bulk_extend(quads)
    store.bulk_extend(merged(quads, annotators=annotators))
    return store


def merged(quads: Iterable[ox.Quad], *, annotators: bool = False) -> list[ox.Quad]:
    """The triples of all graphs in the default graph, each once, without what was set aside.

    Every store has them beside the named graphs, and they are what is queried: a union made by the
    query engine gives a triple once for each graph that has it (periods and passages stand in many).
    What annotators add in files of their own stays in its graphs, unless `annotators` asks for it: a claim that two
    people annotated would count twice.
    """
    return list({ox.Quad(q.subject, q.predicate, q.object) for q in quads if not left_out(str(q.graph_name), annotators)})


def left_out(graph: str, annotators: bool = False) -> bool:
    """Whether the merged triples leave a graph out (`<IRI>`): what was set aside, and unless they count what annotators add."""
    return graph.endswith(f"/{QUARANTINE}>") or (not annotators and BY in graph.rpartition("/")[2])


def save(
    quads: list[ox.Quad],
    folder: Path,
    beside: Mapping[str, bytes] = MappingProxyType({}),
    stale: Iterable[str] = (),
    *,
    alone: bool = False,
) -> str:
    """Put the quads into a new generation of the store in `folder` and make it the current one.

    `beside` are files, by name, that belong to the same build: they change under the same lock, and `stale` ones,
    which it has not, go. The generation before stays for those who read it, unless the new one is to be `alone`: it
    may have what is confidential now.
    Returns the generation's name: the first 16 digits of the SHA-256 of the sorted N-Quads.

    Raises:
        KgError: it cannot be written, or another build is writing there.
    """
    name = hashlib.sha256(rdf.serialise(quads, "nquads")).hexdigest()[:16]
    home = folder / "store"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _alone(home):
            if not _holds(home / name, quads):
                _fill(home / name, quads)
            pointer = home / "current"
            before = pointer.read_bytes().decode("ascii", "replace").strip() if pointer.exists() else name
            files.write_all({**{folder / file: content for file, content in beside.items()}, pointer: f"{name}\n".encode("ascii")})
            for file in stale:
                (folder / file).unlink(missing_ok=True)
            for old in home.iterdir():
                if _GENERATION.fullmatch(old.name) and old.name not in (name, name if alone else before):
                    shutil.rmtree(old, ignore_errors=True)
    except (OSError, RuntimeError) as error:
        raise KgError(f"{folder}: the store cannot be written ({_why(error)}): name a folder that can be written with -o") from error
    return name


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One build at a time; the lock ends with its process, however that ends."""
    with (home / "lock").open("ab") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise KgError(f"{home}: another build is writing there: wait until it has ended") from error
        yield


def _fill(generation: Path, quads: list[ox.Quad]) -> None:
    shutil.rmtree(generation, ignore_errors=True)
    generation.mkdir()
    store = ox.Store(str(generation / "data"))
    store.bulk_extend(rdf.ordered(quads))
    store.bulk_extend(rdf.ordered(merged(quads)))
    store.flush()
    del store
    files.write(generation / "complete", _sizes(generation).encode())


def _holds(generation: Path, quads: list[ox.Quad]) -> bool:
    """Whether a generation is there, whole, and has these quads."""
    try:
        return set(_generation(generation)) == {*quads, *merged(quads)}
    except (OSError, RuntimeError, ValueError):
        return False


def _sizes(generation: Path) -> str:
    """Names and sizes of the files that hold the data: RocksDB takes a manifest that was cut off for an empty store."""
    data = [
        p for p in sorted((generation / "data").iterdir()) if p.suffix in (".sst", ".log") or p.name.startswith(("CURRENT", "MANIFEST"))
    ]
    return "".join(f"{path.stat().st_size} {path.name}\n" for path in data)


def _generation(generation: Path) -> ox.Store:
    if (generation / "complete").read_bytes() != _sizes(generation).encode():
        raise ValueError("files are missing or cut off")
    return ox.Store.read_only(str(generation / "data"))


def _why(error: Exception) -> str:
    """A reason in one short line; RocksDB's are long."""
    return " ".join(str(getattr(error, "strerror", None) or error).split())[:160]


def is_built(folder: Path) -> bool:
    """Whether a build was written there."""
    return (folder / "store" / "current").is_file()


def withheld(folder: Path) -> dict[str, int]:
    """For each question, how many rows of its answer were withheld when the graph in a folder was built."""
    try:
        found = json.loads((folder / SUMMARY).read_text("utf-8")).get(WITHHELD, {})
    except (OSError, ValueError, AttributeError):  # the graph can be asked without it
        return {}
    return {str(name): int(count) for name, count in found.items()}


def open(folder: Path) -> ox.Store:
    """The current generation, for reading.

    Raises:
        KgError: nothing was built there, or it is damaged.
    """
    if not is_built(folder):
        raise KgError(f"{folder}: no graph was built there: run kg build -o {folder}")
    with reading(folder):
        name = (folder / "store" / "current").read_bytes().decode("ascii", "replace").strip()
        if not _GENERATION.fullmatch(name):
            raise ValueError("store/current names no generation")
        return _generation(folder / "store" / name)


@contextmanager
def reading(what: Path | str = "the graph") -> Iterator[None]:
    """What Oxigraph raises where its files are damaged, told in one line."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"{what}: the store is damaged ({_why(error)}): build it again") from error


def cases(store: ox.Store) -> list[str]:
    """The IRIs of the cases in a store, sorted."""
    found = store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"))
    return sorted({rdf.text(quad.subject) for quad in found})


def graphs(store: ox.Store, which: Which = "all") -> list[ox.NamedNode]:
    """The graphs of a kind: `said` are those of documents, annotators and the cases themselves."""
    special = {f"{case}/{name}": kind for case in cases(store) for name, kind in _KINDS.items()}
    named = sorted((g for g in store.named_graphs() if isinstance(g, ox.NamedNode)), key=str)
    return [g for g in named if which in ("all", special.get(g.value, "said"))]


def quads(store: ox.Store, which: Which = "all") -> list[ox.Quad]:
    """The quads of the graphs of a kind, what was set aside included."""
    with reading():
        return [quad for graph in graphs(store, which) for quad in store.quads_for_pattern(None, None, None, graph)]


def narrowed(store: ox.Store, which: Which) -> ox.Store:
    """A store in which the merged graphs of one kind are what is queried; the named graphs are all there."""
    narrow = ox.Store()
    narrow.bulk_extend(quad for quad in store if isinstance(quad.graph_name, ox.NamedNode))
    narrow.bulk_extend({ox.Quad(q.subject, q.predicate, q.object) for q in quads(store, which)})
    return narrow


def query(store: ox.Store, text: str, which: Which | None = "all") -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run a query over the merged graphs of a kind; `all` leaves out what was set aside, None leaves the
    choice to the query's FROM.

    `GRAPH ?g` reaches every graph. Our prefixes need not be declared. Raises SyntaxError where the
    query is not SPARQL.
    """
    if which is None or which == "all":
        return store.query(text, prefixes=PREFIXES)
    return narrowed(store, which).query(text, prefixes=PREFIXES)
