"""How long it takes to tell whose word claims rest on, and how that grows; beside what somebody without it would do, in one run.

    pip install -e '.[dev]'
    python benchmarks/sources.py [--claims 100000] [--beside 2000]

Every claim has a reason in its own document, a relay and three claims of other documents that restate it, one of which goes back
to a wire that others take from too; authors stand in chains of employment and in institutions, some ties have ended and some have
no date. The plain way: networkx, walking the ancestors of every author of every piece anew. It gives no dates, thresholds, witnesses
or what is unknown.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import pyoxigraph as ox

from kg.names import KG, PERIOD, PREFIXES, RDF, XSD
from kg.sources import read
from kg.sources.assess import Assessor
from kg.sources.model import Corpus

CASE = "https://example.org/generated"
PROV, DCT = PREFIXES["prov"], PREFIXES["dct"]


def quads(claims: int, seed: int = 7) -> Iterator[ox.Quad]:
    """A case of so many claims, each with four restating it, and what rules would infer of it as far as sources are concerned."""
    chance = random.Random(seed)
    triples = {"case": [("", RDF + "type", KG + "Case"), ("", KG + "party", "a0"), ("", KG + "party", "a1")]}
    actors, documents = max(claims // 100, 20), max(claims // 20, 10)
    periods = [f"{year}" for year in range(2000, 2026)] + [f"{year}..{year + 5}" for year in range(2000, 2020)]
    yield from _periods(periods)
    for actor in range(actors):
        kind = chance.choice(["person", "organisation", "office"])
        yield from _all(f"a{actor}", {RDF + "type": KG + "Actor", KG + "kind": f"{KG}kind/{kind}"})
        if actor > 5 and chance.random() < 0.6:
            kind = KG + "kind/" + chance.choice(["employs", "funds", "appoints"])
            during = {KG + "during": PERIOD + chance.choice(periods)} if chance.random() < 0.8 else {}
            said = {RDF + "type": KG + "Tie", KG + "kind": kind, KG + "who": f"a{chance.randrange(actor)}", KG + "whom": f"a{actor}"}
            yield from _all(f"tie{actor}", said | during)
    for doc in range(documents):
        said = {RDF + "type": KG + "Document", PROV + "wasAttributedTo": f"a{chance.randrange(actors)}", KG + "read": KG + "read/full"}
        said |= {KG + f"{part}Reviewed": PERIOD + "2025" for part in ("author", "sources", "ties")}
        said[KG + "published"] = PERIOD + str(chance.randrange(2000, 2026))
        said[KG + "inCase"] = ""
        if doc % 4 == 3:
            said[PROV + "wasDerivedFrom"] = f"d{doc - chance.choice([1, 2, 3])}"
        yield from _all(f"d{doc}", said)
    for rows in triples.values():
        yield from (_quad(s, p, o) for s, p, o in rows)
    for claim in range(claims):
        home = claim // 20 % documents
        names = [_claim(claim, number) for number in range(4)]
        for number, name in enumerate(names):
            doc = home if number == 0 else chance.randrange(documents)
            yield from _said(name, doc, f"a{chance.randrange(actors)}")
            if number and doc != home:
                yield _quad(names[0], KG + "restates", name)
                yield _quad(name, KG + "restates", names[0])
        yield from _said(f"{names[0]}-why", home, f"a{chance.randrange(actors)}")
        support = f"d{home}/s{claim}"
        yield from _all(support, {RDF + "type": KG + "Support", KG + "for": names[0], KG + "with": f"{names[0]}-why"})
        yield _quad(names[0], KG + "supportedBy", f"{names[0]}-why")


def _claim(claim: int, number: int) -> str:
    return f"c{claim}-{number}"


def _said(claim: str, doc: int, actor: str) -> Iterator[ox.Quad]:
    assertion = f"{claim}/{actor}/asserts"
    yield _quad(f"d{doc}", KG + "claim", claim)
    yield from _all(
        claim, {RDF + "type": KG + "Claim", KG + "said": assertion, KG + "inDocument": f"d{doc}", KG + "kind": KG + "kind/factual"}
    )
    said = {RDF + "type": KG + "Assertion", KG + "by": actor, KG + "stance": KG + "stance/asserts", KG + "about": claim}
    yield from _all(assertion, {**said, KG + "inDocument": f"d{doc}"})
    yield ox.Quad(_node(assertion), _node(KG + "depth"), ox.Literal("0", datatype=_node(XSD + "integer")))


def _periods(written: list[str]) -> Iterator[ox.Quad]:
    for one in written:
        first, _, last = one.partition("..")
        for key, value in (("earliest", f"{first}-01-01"), ("latest", f"{last or first}-12-31")):
            yield ox.Quad(_node(PERIOD + one), _node(KG + key), ox.Literal(value, datatype=_node(XSD + "date")))
        yield ox.Quad(_node(PERIOD + one), _node(KG + "written"), ox.Literal(one))


def _all(subject: str, said: dict[str, str]) -> Iterator[ox.Quad]:
    return (_quad(subject, key, value) for key, value in said.items())


def _quad(subject: str, predicate: str, value: str) -> ox.Quad:
    return ox.Quad(_node(subject), _node(predicate), _node(value))


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(name if "://" in name else f"{CASE}/{name}" if name else CASE)


def by_walking(corpus: Corpus) -> int:
    """For each claim, whether a piece is by somebody no ancestor of whom is one of a claimant's or a party's: networkx, nothing kept."""
    import networkx as nx

    ties: nx.DiGraph[str] = nx.DiGraph()
    for tie in corpus.ties:
        if tie.kind != "funds":
            ties.add_edge(tie.whom, tie.who)
    flow: nx.DiGraph[str] = nx.DiGraph()
    flow.add_edges_from((one.thing, one.origin) for one in corpus.derivations)

    def above(actors: set[str]) -> set[str]:
        return actors.union(*(nx.descendants(ties, actor) for actor in actors if actor in ties))

    found = 0
    for claim in corpus.claims.values():
        theirs = above({who for said in claim.assertions for who in said.speakers} | set(corpus.parties))
        for piece in claim.evidence:
            line = {piece.document} | (nx.descendants(flow, piece.document) if piece.document in flow else set())
            voices = set(piece.speakers) | {author for one in line if one in corpus.documents for author in corpus.documents[one].authors}
            found += not above(voices) & theirs
    return found


def main() -> None:
    """Print a line a size, then the same work done otherwise, as ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000, help="claims in the largest corpus, those that restate them not counted")
    parser.add_argument("--beside", type=int, default=400, help="claims in the corpus on which other ways are tried")
    given = parser.parse_args()
    print(f"{'claims':>9}{'in all':>9}{'read, s':>9}{'assess, s':>11}{'µs a claim':>12}{'memory, MB':>12}")
    for size in (given.claims // 16, given.claims // 4, given.claims):
        made = list(quads(size))
        start = time.perf_counter()
        corpus = read.corpus(made)
        reading = time.perf_counter() - start
        start = time.perf_counter()
        count = sum(1 for _ in Assessor(corpus).all())
        took = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:>9}{count:>9}{reading:>9.1f}{took:>11.1f}{(reading + took) / count * 1e6:>12.0f}{memory:>12}", flush=True)
        del made, corpus
    beside(given.beside)


def beside(size: int) -> None:
    made = list(quads(size))
    start = time.perf_counter()
    corpus = read.corpus(made)
    for _ in Assessor(corpus).all():
        pass
    ours = time.perf_counter() - start
    start = time.perf_counter()
    by_walking(read.corpus(made))
    walking = time.perf_counter() - start
    print(f"\nat {size} claims ({len(corpus.claims)} in all): kg.sources {ours:.2f} s")
    print(f"networkx {walking / ours:.1f} times that")


if __name__ == "__main__":
    main()
