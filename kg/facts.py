"""What a report tells of, read from a graph once: documents, claims, who said what of them, arguments, passages.

Each table is one query over the whole graph, so that the time is linear in its size; everything is sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import pyoxigraph as ox

from kg import ask
from kg.names import STATES
from kg.things import Argument, Document, Passage, Stance
from kg.words import Words, key, select

#: How a claim is read beside another, from the other's side.
_TURNED = {"narrower": "broader", "broader": "narrower", "differs": "differs"}

#: The questions that a report rests on most.
DISPUTES, SOURCES = "who-disputes-whom", "claims-without-independent-source"

Things = dict[str, dict[str, tuple[str, ...]]]


class Facts:
    """A graph's tables. IRIs in, frozen values out."""

    def __init__(self, held: ox.Store, lang: str = "en", quoted: Mapping[str, str] | None = None) -> None:
        self.held, self.lang, self.quoted = held, lang, quoted or {}
        self.words = Words(held, lang)
        self.periods = _things(held, "Period")
        #: Case → its declared parties, in alphabetical order.
        self.declared = {case: self._named(values.get("party", ())) for case, values in _things(held, "Case").items()}
        self.parties = self._named({party for parties in self.declared.values() for party in parties})
        self.documents = {document.iri: document for document in self._documents()}
        self.passages = self._passages()
        self.of_claim = self._stances()
        self.parts = self._parts()
        self.supports = tuple(self._arguments("Support", "for"))
        self.challenges = tuple(self._arguments("Challenge", "against"))

    def period(self, iri: str) -> str:
        """A period as it was written, "" for none."""
        return _one(self.periods.get(iri, {}), "written")

    def when(self, values: Mapping[str, tuple[str, ...]], name: str) -> str:
        """The period that a property gives, as it was written."""
        return self.period(_one(values, name))

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """Every claim, in the order of documents and of the text."""
        return tuple(sorted(_nodes(self.held, "Claim"), key=self.place))

    @cached_property
    def home(self) -> dict[str, str]:
        """Thing → the document that it stands in."""
        rows = select(self.held, "SELECT ?thing ?document { ?thing kg:inDocument ?document }")
        return {row["thing"]: row["document"] for row in sorted(rows, key=lambda row: (row["thing"], row["document"]), reverse=True)}

    def place(self, claim: str) -> tuple[int, int, str]:
        """Where a claim stands: its document's number, its first character there, its IRI."""
        starts = [p.start for s in self.of_claim.get(claim, ()) for p in self.passages.get(s.root, ())]
        document = self.documents.get(self.home.get(claim, ""))
        return (document.number if document else len(self.documents) + 1, min(starts, default=1 << 60), claim)

    @cached_property
    def alike(self) -> dict[str, set[str]]:
        """Claim → the claims that are read as restating it, where there are any."""
        alike: dict[str, set[str]] = {}
        for row in select(self.held, "SELECT DISTINCT ?claim ?other { ?claim a kg:Claim ; kg:restates ?other }"):
            alike.setdefault(row["claim"], set()).add(row["other"])
        return alike

    def same(self, claim: str) -> tuple[str, ...]:
        """A claim, and after it those that restate it, sorted."""
        return (claim, *sorted(self.alike.get(claim, ())))

    @cached_property
    def restated(self) -> dict[str, tuple[str, ...]]:
        """Claim → the claims that are one with it, itself among them: each restates each of the others."""
        alike = self.alike
        groups: dict[str, list[str]] = {}
        for claim in self.claims:
            near = sorted(alike.get(claim, set()) & groups.keys(), key=self.place)
            fitting = next((groups[one] for one in near if alike[claim].issuperset(groups[one])), None)
            group = fitting if fitting is not None else []
            group.append(claim)
            groups[claim] = group
        return {claim: tuple(group) for claim, group in groups.items()}

    @cached_property
    def attacks(self) -> dict[str, tuple[Argument, ...]]:
        """The first claim of a group → the counted challenges that meet any of them."""
        found: dict[str, dict[str, Argument]] = {}
        for challenge in self.challenges:
            for claim in self.met.get(challenge.iri, ()) if challenge.counted else ():
                if claim in self.restated:
                    found.setdefault(self.first(claim), {})[challenge.iri] = challenge
        return {head: tuple(challenges.values()) for head, challenges in found.items()}

    @cached_property
    def met(self) -> dict[str, tuple[str, ...]]:
        """Challenge → the claims that it meets: itself, an argument, a figure or somebody's word for it; in whatever words."""
        found: dict[str, list[str]] = {}
        for row in select(self.held, "SELECT DISTINCT ?challenge ?claim { ?challenge kg:meets ?claim }"):
            found.setdefault(row["challenge"], []).append(row["claim"])
        return {challenge: tuple(sorted(claims)) for challenge, claims in found.items()}

    @cached_property
    def supports_of(self) -> dict[str, tuple[Argument, ...]]:
        """The first claim of a group → the supports for any of them."""
        found: dict[str, list[Argument]] = {}
        for support in self.supports:
            for head in sorted({self.first(target) for target in support.targets if target in self.restated}):
                found.setdefault(head, []).append(support)
        return {head: tuple(supports) for head, supports in found.items()}

    @cached_property
    def links(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Claim → links to others that are no restatements: how the other is read beside it (narrower, broader, differs), and which."""
        found: dict[str, set[tuple[str, str]]] = {}
        for values in self.tables("Link").values():
            kind, one, other = key(_one(values, "kind")), _one(values, "linked"), _one(values, "other")
            if kind in _TURNED:
                found.setdefault(other, set()).add((kind, one))
                found.setdefault(one, set()).add((_TURNED[kind], other))
        return {claim: tuple(sorted(pairs)) for claim, pairs in found.items()}

    @cached_property
    def argued(self) -> frozenset[str]:
        """Supports and challenges: what somebody argues, in whosever document that is."""
        return frozenset(one.iri for one in (*self.supports, *self.challenges))

    @cached_property
    def by_iri(self) -> tuple[dict[str, Argument], dict[str, Stance]]:
        """Supports, and stances."""
        stances = {stance.iri: stance for them in self.of_claim.values() for stance in them}
        return {support.iri: support for support in self.supports}, stances

    def first(self, claim: str) -> str:
        """The claim that stands for all that restate it."""
        return self.restated[claim][0]

    def stances(self, claims: Iterable[str]) -> list[Stance]:
        return [stance for claim in claims for stance in self.of_claim.get(claim, ())]

    def voices(self, actor: str, document: str) -> set[str]:
        """Who speaks for an actor in a document: itself, who speaks there as it, and in whose name it speaks."""
        return {actor, *self._voices.get((actor, document), ())}

    @cached_property
    def _voices(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for stances in self.of_claim.values():
            for stance in stances:
                for actor in (stance.by, *stance.capacities):
                    found.setdefault((actor, stance.document), set()).update((stance.by, *stance.capacities))
        return found

    @cached_property
    def disputes(self) -> ask.Table:
        """Who disputes whom, as the question has it."""
        return ask.run(self.held, DISPUTES, lang=self.lang)

    def tables(self, kind: str) -> Things:
        """All things of a class with what is said of them."""
        return _things(self.held, kind)

    def documents_of(self, party: str) -> tuple[list[Document], list[Document]]:
        """What a party wrote or published: what is at hand, and what is only mentioned."""
        found = [one for one in self.documents.values() if party in one.makers]
        return [one for one in found if one.read != "mention"], [one for one in found if one.read == "mention"]

    def _named(self, iris: Iterable[str]) -> tuple[str, ...]:
        """In the order of their names."""
        return tuple(sorted(iris, key=lambda iri: (self.words.label(iri).casefold(), iri)))

    def _documents(self) -> list[Document]:
        found = []
        for iri, values in _things(self.held, "Document").items():
            period = self.periods.get(_one(values, "published"), {})
            dates = {name: self.when(values, f"{name}-reviewed") for name in ("author", "sources", "ties")}
            found.append(
                Document(
                    iri, 0, self.words.label(iri), self.when(values, "published"), _one(period, "earliest"), _one(period, "latest"),
                    key(_one(values, "read")) if values.get("read") else "", values.get("attributed-to", ()), values.get("publisher", ()),
                    frozenset(values.get("responds-to", ())), {name: when for name, when in dates.items() if when},
                    _one(values, "retracted") == "true",
                )
            )  # fmt: skip
        found.sort(key=lambda one: (not one.when, one.earliest or one.latest, one.latest, one.iri))
        return [replace(one, number=number) for number, one in enumerate(found, 1)]

    def _passages(self) -> dict[str, tuple[Passage, ...]]:
        properties = {f"<{iri}>": state for state, iri in STATES.items()}
        found: dict[str, list[Passage]] = {}
        ranges = "?passage kg:document ?document ; kg:start ?start ; kg:end ?end"
        for written, state in properties.items():
            for row in select(
                self.held, f"SELECT DISTINCT ?thing ?passage ?document ?start ?end {{ ?thing {written} ?passage . {ranges} }}"
            ):
                passage = Passage(row["passage"], row["document"], int(row["start"]), int(row["end"]), state)
                found.setdefault(row["thing"], []).append(passage)
        return {thing: tuple(sorted(them, key=lambda one: (one.document, one.start, one.end, one.iri))) for thing, them in found.items()}

    def _stances(self) -> dict[str, tuple[Stance, ...]]:
        things = _things(self.held, "Assertion")
        outer = {inner: iri for iri, values in things.items() for inner in values.get("from", ())}
        found: dict[str, list[Stance]] = {}
        for iri, values in things.items():
            through, root = [], iri
            while root in outer and outer[root] in things:
                root = outer[root]
                through.append(_one(things[root], "by"))
            document, within = _one(values, "in-document"), _one(values, "in")
            made = Stance(
                iri, _one(values, "about"), key(_one(values, "stance")), _one(values, "by"), values.get("as", ()),
                int(_one(values, "depth") or 0), document, within, tuple(through), "from" in values, root,
            )  # fmt: skip
            found.setdefault(made.claim, []).append(made)
        return {claim: tuple(sorted(them, key=lambda one: (one.depth, one.iri))) for claim, them in found.items()}

    def _parts(self) -> dict[str, tuple[str, ...]]:
        """Claim → its parts."""
        found: dict[str, list[str]] = {}
        for row in select(self.held, "SELECT DISTINCT ?part ?whole { ?part a kg:Claim ; kg:partOf ?whole }"):
            found.setdefault(row["whole"], []).append(row["part"])
        return {whole: tuple(sorted(them, key=self.place)) for whole, them in found.items()}

    def _arguments(self, kind: str, target: str) -> list[Argument]:
        return [
            Argument(
                iri, values.get(target, ()), values.get("with", ()), values.get("by", ()), _one(values, "in-document"),
                key(_one(values, "challenge-kind")) if values.get("challenge-kind") else "", values.get("in-support", ()),
                _one(values, "counted") == "true",
            )
            for iri, values in _things(self.held, kind).items()
        ]  # fmt: skip


def _nodes(held: ox.Store, kind: str) -> set[str]:
    return {row["node"] for row in select(held, f"SELECT DISTINCT ?node {{ ?node a kg:{kind} }}")}


def _things(held: ox.Store, kind: str) -> Things:
    """Things of a class → property, as keys are written, → values, all sorted."""
    found: dict[str, dict[str, set[str]]] = {}
    keys: dict[str, str] = {}
    for row in select(held, f"SELECT DISTINCT ?node ?property ?value {{ ?node a kg:{kind} ; ?property ?value }}"):
        written = row["property"]
        name = keys.get(written) or keys.setdefault(written, key(written))
        found.setdefault(row["node"], {}).setdefault(name, set()).add(row["value"])
    return {node: {name: tuple(sorted(values)) for name, values in sorted(them.items())} for node, them in sorted(found.items())}


def _one(values: Mapping[str, tuple[str, ...]], name: str) -> str:
    return values.get(name, ("",))[0]
