"""How far annotators agree on what they share, and where they do not.

A document's own file is the first annotator's, `<document>.by-<annotator>.yaml` another's. Two of them
judge the same claim where it is one claim, or where their claims are read as restating each other
(`links:` with `kind: restates`) in files on one document. Then their `kind` of it is compared, and what
stances they find each actor to take on it. What only one annotator judged is missing, not disagreement.

The coefficient is Krippendorff's alpha for nominal data, which takes any number of annotators and
missing values: 1 is full agreement, 0 what chance would give. NLTK computes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import pyoxigraph as ox

from kg import derived, rdf, store
from kg.ask import Table
from kg.names import KG, RDF
from kg.problems import KgError
from kg.words import Words, select

#: The document's own files, where it cannot be told whose they are.
OWN = ""
_WORDS = {
    "en": {
        OWN: "the documents' own files",
        "kind": "kind of claim",
        "stance": "stance",
        "passage": "passage",
        "none": "no shared units",
        "same": "no variation: every value is {}",
        "all": "all",
        "of": "{} of {}",
    },
    "ru": {
        OWN: "собственные файлы документов",
        "kind": "вид утверждения",
        "stance": "позиция",
        "passage": "фрагмент",
        "none": "нет общих единиц",
        "same": "нет разброса: все значения — {}",
        "all": "все",
        "of": "{} из {}",
    },
}
_MISSING = "agreement needs the library nltk: install it with pip install 'counterclaim[agreement]'"

Range = tuple[int, int]
#: Unit → annotator → value.
Values = dict[tuple[str, ...], dict[str, str]]


@dataclass(frozen=True)
class Agreement:
    """Three tables.

    `coefficients`: for kinds and stances, by pair of annotators and for all, how many units they share, in
    how many they agree, the values, alpha or "-" and why. `passages`: by document and pair, the share of
    characters that both marked of those that either did, and how many passages meet one of the other's.
    `differences`: every unit in which annotators differ, and every stance that they rest on passages apart.
    """

    annotators: list[str]
    coefficients: Table
    passages: Table
    differences: Table


def compare(graph: ox.Store, lang: str = "en") -> Agreement:
    """The annotators of a graph, compared; their own files are looked at whether the graph counts them or not.

    Raises:
        KgError: the library for the statistics is not installed.
    """
    graph = derived.with_annotators(graph)
    read = _read(graph)
    words = Words(graph, lang)
    telling = _Telling(read, words, lang)
    kinds, stances = _kinds(read), _stances(read)
    return Agreement(
        sorted(map(telling.name, read.annotators())),
        Table(
            ["variable", "annotators", "units", "agree", "values", "alpha", "why"],
            [*telling.coefficients("kind", kinds), *telling.coefficients("stance", stances)],
        ),
        Table(["document", "annotators", "both", "either", "share", "overlapping"], list(telling.passages())),
        Table(["document", "claim", "actor", "what", "who_says_what", "where"], list(telling.differences(kinds, stances))),
    )


def alpha(values: Values) -> float | None:
    """Krippendorff's alpha for nominal data; None where it is not defined: less than two values, or no two different ones.

    A unit that only one annotator judged does not count.
    """
    shared = {unit: by for unit, by in values.items() if len(by) > 1}
    if len({value for by in shared.values() for value in by.values()}) < 2:
        return None
    try:
        from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]
    except ImportError as error:
        raise KgError(_MISSING) from error
    rows = [(annotator, " ".join(unit), value) for unit, by in sorted(shared.items()) for annotator, value in sorted(by.items())]
    return float(AnnotationTask(rows).alpha())


# -- what annotators say -------------------------------------------------------------------------


@dataclass
class _Read:
    """What a graph says, by file: a file is the IRI of its graph."""

    rater: dict[str, str] = field(default_factory=dict)  # file → annotator
    on: dict[str, str] = field(default_factory=dict)  # file → document
    kinds: dict[tuple[str, str], str] = field(default_factory=dict)  # file, claim → kind
    said: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)  # file, claim, actor → assertion → stance
    at: dict[str, set[Range]] = field(default_factory=lambda: defaultdict(set))  # thing → passages that hold
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)  # thing with passages → document, annotator
    same: dict[tuple[str, str], str] = field(default_factory=dict)  # document, claim → which of those read as the same stands for them

    def annotators(self) -> list[str]:
        """Those who wrote something that could be shared."""
        return sorted({self.rater[file] for file, _ in self.kinds} | {rater for _, rater in self.owners.values()})


def _read(graph: ox.Store) -> _Read:
    made = _Read()
    quads = [rdf.texts(quad) for quad in store.quads(graph, "said")]
    of: dict[str, set[str]] = defaultdict(set)
    for _, subject, predicate, value in quads:
        if predicate == RDF + "type":
            of[subject].add(value.removeprefix(KG))
    annotators = {one for one, kinds in of.items() if "Annotator" in kinds}
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, subject, predicate, value in quads:
        values[subject, predicate].append(value)
        if "Annotation" in of[subject] and predicate == KG + "document":
            made.on[file] = value
        elif "Document" in of[subject]:
            made.on.setdefault(file, subject)
    for file in made.on:
        made.rater[file] = next(iter(values[file, KG + "by"]), OWN)
    _own(made, annotators, quads)
    for file, subject, predicate, value in quads:
        if file not in made.on:
            continue
        if predicate == KG + "kind" and "Claim" in of[subject]:
            made.kinds[file, subject] = value
        elif predicate == KG + "said":
            for actor, stance in zip(values[value, KG + "by"], values[value, KG + "stance"], strict=False):
                made.said.setdefault((file, subject, actor), {})[value] = stance
        elif predicate == KG + "at":
            start, _, end = value.rpartition("#char=")[2].partition(",")
            made.at[subject].add((int(start), int(end)))
            by = annotators.intersection(values[subject, KG + "by"])
            made.owners[subject] = made.on[file], min(by) if by else made.rater[file]
    _link(made, graph)
    return made


def _own(made: _Read, annotators: set[str], quads: Iterable[rdf.Key]) -> None:
    """Whose the documents' own files are: the case's first annotator. A graph keeps no order, so it is who has no
    file of their own and made the judgements in the documents'; where several could be meant, nobody is named."""
    own = {file for file, rater in made.rater.items() if rater == OWN}
    for case in {file.rpartition("/")[0] for file in own}:
        here = {one for one in annotators if one.rpartition("/")[0] == case}
        left = here - {made.rater[file] for file in made.on}
        judging = {value for file, _, predicate, value in quads if file in own and predicate == KG + "by"} & left
        for some in (left, judging):
            if len(some) == 1:
                made.rater.update({file: min(some) for file in own if file.rpartition("/")[0] == case})
                break


def _link(made: _Read, graph: ox.Store) -> None:
    """Claims that restate each other, in files on one document, are one: the document's own stands for them, if there is one."""
    claims: dict[str, set[str]] = defaultdict(set)
    for file, claim in [*made.kinds, *((file, claim) for file, claim, _ in made.said)]:
        claims[made.on[file]].add(claim)
    pairs = [(row["one"], row["other"]) for row in select(graph, "SELECT ?one ?other WHERE { ?one kg:restates ?other }")]
    for document, some in claims.items():
        first = {claim: claim for claim in some}

        def top(claim: str, first: dict[str, str] = first) -> str:
            while first[claim] != claim:
                claim = first[claim]
            return claim

        for one, other in sorted(pairs):
            if one in some and other in some:
                low, high = sorted((top(one), top(other)), key=lambda claim: (not claim.startswith(document + "/"), claim))
                first[high] = low
        made.same.update({(document, claim): top(claim) for claim in some})


def _kinds(read: _Read) -> Values:
    found: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (file, claim), kind in read.kinds.items():
        found[read.on[file], read.same[read.on[file], claim]][read.rater[file]].add(kind)
    return _joined(found)


def _stances(read: _Read) -> Values:
    """An actor may take several stances on a claim (denies it, and relays it): together they are one value."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (file, claim, actor), stances in read.said.items():
        found[read.on[file], read.same[read.on[file], claim], actor][read.rater[file]].update(stances.values())
    return _joined(found)


def _joined(found: Mapping[tuple[str, ...], Mapping[str, set[str]]]) -> Values:
    return {unit: {rater: " + ".join(sorted(some)) for rater, some in by.items()} for unit, by in sorted(found.items())}


# -- how it is told ------------------------------------------------------------------------------


@dataclass
class _Telling:
    read: _Read
    words: Words
    lang: str

    def name(self, annotator: str) -> str:
        return self.words.label(annotator) if annotator else _WORDS[self.lang][OWN]

    def value(self, value: str) -> str:
        return " + ".join(map(self.words.term, value.split(" + ")))

    def coefficients(self, variable: str, values: Values) -> Iterator[dict[str, str]]:
        """A row for each pair of annotators, and one for all where there are more."""
        raters = self.read.annotators()
        groups = [*combinations(raters, 2), *([tuple(raters)] if len(raters) > 2 else [])]
        said = _WORDS[self.lang]
        for group in groups:
            kept = {unit: {rater: by[rater] for rater in group if rater in by} for unit, by in values.items()}
            shared = {unit: by for unit, by in kept.items() if len(by) > 1}
            counts = Counter(self.value(value) for by in shared.values() for value in by.values())
            found = alpha(shared)
            why = "" if found is not None else said["same"].format(next(iter(counts))) if counts else said["none"]
            agreeing = sum(len(set(by.values())) == 1 for by in shared.values())
            yield {
                "variable": said[variable],
                "annotators": said["all"] if len(group) > 2 else ", ".join(map(self.name, group)),
                "units": str(len(shared)),
                "agree": str(agreeing),
                "values": ", ".join(f"{value} {number}" for value, number in sorted(counts.items())),
                "alpha": "-" if found is None else f"{found:.3f}",
                "why": why,
            }

    def passages(self) -> Iterator[dict[str, str]]:
        marked: dict[str, dict[str, set[Range]]] = defaultdict(lambda: defaultdict(set))
        for thing, (document, rater) in self.read.owners.items():
            marked[document][rater] |= self.read.at[thing]
        for document, by in sorted(marked.items()):
            for one, other in combinations(sorted(by), 2):
                chars = [{at for start, end in by[rater] for at in range(start, end)} for rater in (one, other)]
                both, either = len(chars[0] & chars[1]), len(chars[0] | chars[1])
                meeting = [(sum(_meet({span}, by[b]) for span in by[a]), len(by[a])) for a, b in ((one, other), (other, one))]
                of = _WORDS[self.lang]["of"]
                told = [f"{self.name(rater)}: {of.format(*some)}" for rater, some in zip((one, other), meeting, strict=True)]
                yield {
                    "document": self.words.label(document),
                    "annotators": ", ".join(map(self.name, (one, other))),
                    "both": str(both),
                    "either": str(either),
                    "share": f"{both / either:.3f}",
                    "overlapping": "; ".join(told),
                }

    def differences(self, kinds: Values, stances: Values) -> Iterator[dict[str, str]]:
        """By document and claim: its kind, then the stances of actors, then passages that do not meet."""
        for (document, claim), by in kinds.items():
            if len(set(by.values())) > 1:
                yield self._difference(document, claim, "", "kind", {rater: self.value(value) for rater, value in by.items()})
        for (document, claim, actor), by in stances.items():
            if len(set(by.values())) > 1:
                yield self._difference(document, claim, actor, "stance", {rater: self.value(value) for rater, value in by.items()})
            elif len(by) > 1:
                spans = {rater: self._spans(document, claim, actor, rater) for rater in by}
                if any(not _meet(spans[a], spans[b]) for a, b in combinations(spans, 2) if spans[a] and spans[b]):
                    yield self._difference(document, claim, actor, "passage", {r: _written(some) for r, some in spans.items() if some})

    def _difference(self, document: str, claim: str, actor: str, what: str, told: Mapping[str, str]) -> dict[str, str]:
        places = []
        for file, one in sorted({(file, one) for file, one in self._claims(document, claim) if self.read.rater[file] in told}):
            spans: set[Range] = set()
            for assertion in self.read.said.get((file, one, actor), {}):
                spans |= self.read.at.get(assertion, set())
            name = one.rpartition("/")[2]
            places.append(f"{file.rpartition('/')[2]}.yaml: {name}{f' {_written(spans)}' if spans else ''}")
        return {
            "document": self.words.label(document),
            "claim": self.words.label(claim),
            "actor": self.words.label(actor) if actor else "",
            "what": _WORDS[self.lang][what],
            "who_says_what": "; ".join(f"{name}: {value}" for name, value in sorted((self.name(r), v) for r, v in told.items())),
            "where": "; ".join(places),
        }

    def _claims(self, document: str, claim: str) -> Iterator[tuple[str, str]]:
        """File and claim of what was read as one."""
        both = [*self.read.kinds, *((file, one) for file, one, _ in self.read.said)]
        return ((file, one) for file, one in both if self.read.on[file] == document and self.read.same[document, one] == claim)

    def _spans(self, document: str, claim: str, actor: str, rater: str) -> set[Range]:
        found: set[Range] = set()
        for file, one in self._claims(document, claim):
            if self.read.rater[file] == rater:
                for assertion in self.read.said.get((file, one, actor), {}):
                    found |= self.read.at.get(assertion, set())
        return found


def _meet(some: Iterable[Range], others: Iterable[Range]) -> bool:
    """Whether any two ranges have a character in common."""
    others = list(others)
    return any(start < end_ and start_ < end for start, end in some for start_, end_ in others)


def _written(spans: Iterable[Range]) -> str:
    return ", ".join(f"{start}-{end}" for start, end in sorted(spans))
