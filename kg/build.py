"""A case from its files to a graph: read, verify, validate, infer; then store it and write it out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg import anchor, case, derived, draw, html, rdf, rules, store, summary, text, validate
from kg.names import KG
from kg.problems import CaseError, KgError, Place, Problem
from kg.withheld import Withheld

#: What a build writes beside the store, and in which format.
FILES = {"graph.trig": "trig", "graph.jsonld": "jsonld"}
PICTURE = "dispute.svg"


@dataclass
class Built:
    """A graph in memory, and what was noticed on the way: warnings, texts that no document has.

    `withholds` says whether something confidential was left out, `withheld` for each question how many rows of its
    answer rest on that.
    """

    quads: list[ox.Quad]
    problems: list[Problem]
    unmatched: list[text.Found]
    summary: summary.Summary
    withholds: bool = False
    withheld: Mapping[str, int] = field(default_factory=dict)
    withheld_texts: frozenset[str] = frozenset()  # digests

    def _repr_html_(self) -> str:
        rows = [
            {"what": name, "how many": str(sum(n.values()) if isinstance(n, dict) else n), "of these": _among(n)}
            for name, n in self.summary.items()
        ]
        problems = "".join(html.element("li", str(problem)) for problem in self.problems)
        return html.table(["what", "how many", "of these"], rows) + (f"\n<ul>{problems}</ul>" if problems else "")


def _among(counts: int | dict[str, int]) -> str:
    """`8 full, 1 mention`."""
    return "" if isinstance(counts, int) else ", ".join(f"{n} {name}" for name, n in counts.items() if n)


def assemble(
    folders: Sequence[Path | str],
    texts: Iterable[Path | str] = (),
    lang: str = "en",
    *,
    include: Collection[str] = (),
    annotators: bool = False,
) -> Built:
    """The graph of one or more cases, verified against the texts at hand.

    What is confidential is left out but for what `include` names. What annotators add in files of their own counts
    only if `annotators` says so.

    Raises:
        CaseError: a case has errors; `problems` holds those of all of them.
        KgError: a folder is no case, a text cannot be read, or nothing confidential has a name to be included.
    """
    cases, errors = [], []
    for folder in folders:
        try:
            cases.append(case.read(folder, include))
        except CaseError as error:
            errors += error.problems
    if not errors:
        case.check_included(cases, include)
    wanted = {document.sha256 for one in cases for document in one.documents.values() if document.sha256}
    withheld = {digest for one in cases for digest in one.withheld_texts}
    found = [one for one in text.find(texts, wanted) if one.sha256 not in withheld]
    at_hand = {one.sha256: one.text for one in found if one.text is not None}
    kept: list[list[ox.Quad]] = []
    problems = _same_base(cases)
    for one in cases:
        anchoring = anchor.verify(one, at_hand)
        problems += [*one.problems, *anchoring.problems, *validate.check(one, [*one.quads, *anchoring.quads], lang)]
        quads, aside = anchor.quarantine(one, anchoring)
        kept.append(quads)
        problems += _along(one, anchoring, aside)
    if errors or any(problem.severity == "error" for problem in problems):
        raise CaseError([*errors, *problems])
    inferred = [rules.infer(quads, one.iri, annotators=annotators) for one, quads in zip(cases, kept, strict=True)]
    quads = derived.complete([quad for some in (*kept, *inferred) for quad in some], annotators=annotators)
    built = Built(
        quads, sorted(problems), [one for one in found if one.text is None], summary.count(quads, problems, annotators=annotators)
    )
    if any(one.withheld for one in cases):
        built.withholds, built.withheld_texts = True, frozenset(withheld)
        built.withheld = Withheld(quads, lambda: _whole(folders, at_hand))
    return built


def _whole(folders: Sequence[Path | str], at_hand: dict[str, str]) -> list[ox.Quad]:
    """The graph with everything that is confidential, to be counted and thrown away."""
    quads: list[ox.Quad] = []
    for folder in folders:
        one = case.read(folder, None)
        said, _ = anchor.quarantine(one, anchor.verify(one, at_hand))
        quads += [*said, *rules.infer(said, one.iri)]
    return derived.complete(quads)


def of(quads: list[ox.Quad], withheld: Mapping[str, int]) -> Built:
    """A graph that was made of another, to be written, which withheld so many rows."""
    return Built(quads, [], [], summary.count(quads), withholds=True, withheld=withheld)


def write(built: Built, out: Path, *, picture: bool = True, lang: str = "en") -> str:
    """Write `graph.trig`, `graph.jsonld`, `summary.json`, `dispute.svg` and the store into a folder.

    Returns why there is no picture, "" where there is one: a case may have no dispute yet, or one too
    large for a picture.

    Raises:
        KgError: the folder cannot be written; a graph that was there is there still.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{out}: cannot be made ({error.strerror or error}): name a folder with -o") from error
    written = {name: rdf.serialise(built.quads, fmt, _base(built.quads)) for name, fmt in FILES.items()}
    counted = {**built.summary, store.WITHHELD: dict(built.withheld)} if built.withheld else built.summary
    written[store.SUMMARY] = (json.dumps(counted, indent=2, ensure_ascii=False) + "\n").encode()
    missing = ""
    if picture:
        try:
            written[PICTURE] = draw.draw(store.memory(built.quads), "dispute", "svg", lang)
        except KgError as error:
            missing = str(error)
    store.save(built.quads, out, written, {PICTURE} - written.keys(), alone=built.withholds)
    return missing


def _base(quads: list[ox.Quad]) -> str:
    """The base address of the only case in a graph; "" where there are more."""
    cases = {rdf.text(quad.subject) for quad in quads if rdf.text(quad.object) == KG + "Case"}
    return f"{cases.pop()}/" if len(cases) == 1 else ""


def _along(one: case.Case, anchoring: anchor.Anchoring, aside: set[str]) -> list[Problem]:
    """A line for what was set aside though its own passages hold: it belongs or refers to what was."""
    told = {pointer.thing for pointer in anchoring.pointers if pointer.state == "quarantined"}
    places = {node: one.lines.find(node) for node in aside - told}
    return [
        Problem(place, f"{node.removeprefix(one.iri + '/')} is set aside along with what it belongs or refers to", "warning", "passage")
        for node, place in places.items()
        if place
    ]


def _same_base(cases: list[case.Case]) -> list[Problem]:
    """Two cases with one base would run into each other."""
    seen: dict[str, case.Case] = {}
    problems = []
    for one in cases:
        if (first := seen.setdefault(one.iri, one)) is not one:
            place = one.lines.find(one.iri, KG + "base") or Place(str(one.folder / "case.yaml"), 1)
            problems.append(Problem(place, f"the base is that of {first.folder} too: give each case its own"))
        for other in cases:
            if other.iri.startswith(one.iri + "/"):
                place = other.lines.find(other.iri, KG + "base") or Place(str(other.folder / "case.yaml"), 1)
                problems.append(Problem(place, f"the base begins with that of {one.folder}: names of the two could meet, give it its own"))
    return problems
