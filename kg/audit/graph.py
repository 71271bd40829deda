"""The figures and calculations of a case, read from its graph once and looked up by IRI."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from kg import rdf
from kg.audit.figures import ASPECTS, Broken, Cause, Figure, Relation, grouped
from kg.labels import Labels
from kg.names import KG, OPERANDS, PREFIXES, RDF, SKOS

_REPLACES = PREFIXES["dct"] + "replaces"


class Numbers:
    """What a case has of figures and calculations, sorted by IRI; `labels` names things in English and Russian."""

    def __init__(self, held: ox.Store, case: str) -> None:
        self._held, self.case = held, case
        self.labels: dict[str, Labels] = {lang: Labels(held, lang) for lang in ("en", "ru")}
        self.figures: dict[str, Figure] = {}
        for metric in self._of("Metric"):
            for iri in self.values(metric, "observation"):
                if figure := self._figure(iri, metric):
                    self.figures[iri] = figure
        self.figures = dict(sorted(self.figures.items()))
        self._by_document = grouped(self.figures.values(), lambda one: one.document)
        self._by_metric = grouped(self.figures.values(), lambda one: one.metric)
        self._by_passage: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            for passage in figure.passages:
                self._by_passage.setdefault(passage, []).append(figure)
        self.relations = [relation for iri in self._of("Calculation") if (relation := self._relation(iri))]
        self.breaks = [self._break(iri) for iri in self._of("Break")]
        self.causes = [self._cause(iri) for iri in self._of("Reform")]

    def _of(self, name: str) -> list[str]:
        found = self._held.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + name), ox.DefaultGraph())
        return sorted(iri for quad in found if (iri := rdf.text(quad.subject)).startswith(f"{self.case}/"))

    def values(self, node: str, key: str) -> list[str]:
        """What a thing has under one of our properties, sorted."""
        return self._objects(node, KG + key)

    def broader(self, concept: str) -> list[str]:
        return self._objects(concept, SKOS + "broader")

    def texts(self, node: str, prop: str) -> dict[str, str]:
        """A text of a thing, by language."""
        found = self._held.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(prop), None, ox.DefaultGraph())
        return {q.object.language: q.object.value for q in found if isinstance(q.object, ox.Literal) and q.object.language}

    def wider(self, concept: str) -> set[str]:
        """A concept and all that are broader, however far."""
        seen, left = set[str](), [concept]
        while left:
            if (one := left.pop()) not in seen:
                seen.add(one)
                left += self.broader(one)
        return seen

    def name(self, iri: str, lang: str) -> str:
        """What a thing is called; a figure with its value."""
        return self.labels[lang].of(iri)

    def written(self, period: str) -> str:
        """A period as files write it."""
        return self._one(period, "written")

    def of_document(self, document: str) -> list[Figure]:
        """The figures of a document."""
        return self._by_document.get(document, [])

    def corrected(self, documents: Iterable[str]) -> tuple[str, str] | None:
        """Of some documents one that corrects or replaces another of them, and that other."""
        every = sorted(set(documents))
        pairs = ((one, other) for one in every for other in every if one != other)
        return next(((one, o) for one, o in pairs if o in self.values(one, "corrects") or o in self._objects(one, _REPLACES)), None)

    def series(self, metric: str, days: int | None = None) -> list[Figure]:
        """The figures of a metric in the order of their periods, which follow each other without overlapping; of about `days` each."""
        dated = sorted((one for one in self._by_metric.get(metric, []) if one.days), key=lambda one: self.place(one.iri))
        wanted = days or min((one.days for one in dated if one.days), default=0)
        alike = [one for one in dated if one.days and abs(one.days - wanted) <= wanted // 10]
        return [one for at, one in enumerate(alike) if not at or one.earliest > alike[at - 1].latest]  # type: ignore[operator]

    def at(self, passages: Iterable[str]) -> list[Figure]:
        """The figures that stand on one of the passages."""
        return list({one.iri: one for passage in passages for one in self._by_passage.get(passage, [])}.values())

    def short(self, iri: str) -> str:
        """The last part of a thing's path in the case: what a finding is named by."""
        return iri.removeprefix(f"{self.case}/")

    def _objects(self, node: str, prop: str) -> list[str]:
        if not node:
            return []
        found = self._held.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(prop), None, ox.DefaultGraph())
        return sorted({rdf.text(quad.object) for quad in found})

    def _one(self, node: str, key: str) -> str:
        return next(iter(self.values(node, key)), "")

    def _day(self, period: str, key: str) -> date | None:
        found = self._one(period, key) if period else ""
        return date.fromisoformat(found) if found else None

    def _language(self, document: str) -> str:
        return next(iter(self._objects(document, PREFIXES["dct"] + "language")), "")

    def _figure(self, iri: str, metric: str) -> Figure | None:
        value = self._one(iri, "value")
        document = self._one(iri, "inDocument") or self._one(metric, "inDocument")
        period = self._one(iri, "period")
        counts, unit, population, place = (self._one(metric, key) for key in ASPECTS)
        if not value:
            return None
        return Figure(
            iri,
            value,
            self._language(document),
            document,
            metric,
            counts,
            unit,
            population,
            place,
            period,
            self._day(period, "earliest"),
            self._day(period, "latest"),
            tuple(sorted(self.texts(iri, KG + "worded").items())),
            tuple(self.values(iri, "at")),
        )

    def _relation(self, iri: str) -> Relation | None:
        kind = self._one(iri, "kind").rpartition("/")[2]
        document = self._one(iri, "inDocument")
        operands = {role: self._ordered(found) for role in OPERANDS if (found := self.values(iri, role))}
        if not kind:
            return None
        return Relation(
            iri,
            kind,
            operands,
            self._one(iri, "gives"),
            self._one(iri, "prints"),
            self.texts(iri, KG + "assumes"),
            tuple(self.values(iri, "statedBy")),
            document,
            self._language(document),
            tuple(self.values(iri, "at")),
        )

    def _ordered(self, figures: Iterable[str]) -> tuple[str, ...]:
        """By period: a graph keeps no order of its own."""
        return tuple(sorted(figures, key=self.place))

    def place(self, figure: str) -> tuple[date, date, str]:
        found = self.figures.get(figure)
        last = date.max
        return (found.earliest or last, found.latest or last, figure) if found else (last, last, figure)

    def _break(self, iri: str) -> Broken:
        when = self._one(iri, "when")
        return Broken(
            iri,
            self._one(iri, "ofMetric"),
            self._one(iri, "kind").rpartition("/")[2],
            self._day(when, "earliest"),
            self._day(when, "latest"),
            when,
            self.texts(iri, KG + "cause"),
            self._one(iri, "inDocument"),
            tuple(self.values(iri, "at")),
        )

    def _cause(self, iri: str) -> Cause:
        since = self._one(iri, "since")
        earliest, latest = self._day(since, "earliest"), self._day(since, "latest")
        return Cause(iri, since, earliest, latest, tuple(self.values(iri, "shownBy")), tuple(self.values(iri, "effect")))
