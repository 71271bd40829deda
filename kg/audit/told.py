"""An audit as JSON: figures, findings and what was looked at, complete and in a stable order. `docs/audit.md` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from kg import findings
from kg.audit.figures import Figure
from kg.audit.interval import Interval, Number
from kg.audit.judged import Judged
from kg.audit.reading import read
from kg.audit.whole import Audit, why
from kg.findings import Finding
from kg.grammar import LANGUAGES

Json = dict[str, Any]


def told(audits: Sequence[Audit], chosen: Sequence[Sequence[Finding]] | None = None) -> Json:
    """All cases, with all findings or the chosen ones of each."""
    named = len(audits) == 1
    return {"cases": [_Teller(one, named).case(some) for one, some in zip(audits, chosen or [one.findings for one in audits], strict=True)]}


def exactly(value: Number) -> str:
    """A number without any rounding: as a decimal where it has an end, else as a fraction.

    >>> exactly(Fraction(173, 2)), exactly(Fraction(-1, 8)), exactly(Fraction(1145, 23)), exactly(160)
    ('86.5', '-0.125', '1145/23', '160')
    """
    number = Fraction(value)
    left, places = number.denominator, 0
    for prime in (2, 5):
        power = 0
        while left % prime == 0:
            left, power = left // prime, power + 1
        places = max(places, power)
    if left > 1:
        return f"{number.numerator}/{number.denominator}"
    if not places:
        return str(number.numerator)
    digits = f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def interval(one: Interval | None) -> Json | None:
    """An interval; an end that is not there is null, and always open."""
    if one is None:
        return None
    low, high = (None if end is None else exactly(end) for end in (one.low, one.high))
    return {
        "text": str(one),
        "low": low,
        "high": high,
        "low_open": one.low_open or low is None,
        "high_open": one.high_open or high is None,
    }


class _Teller:
    """One audit while it is told; things are named as commands take them where there is one case, else by their IRIs."""

    def __init__(self, audit: Audit, named: bool) -> None:
        self._audit, self._numbers, self._named = audit, audit.numbers, named
        self._tested: dict[str, list[str]] = {}
        for name, one in audit.judged.items():
            for figure in (*one.operands, *([one.result] if one.result else [])):
                if one.outcome != "not-checkable":
                    self._tested.setdefault(figure.iri, []).append(findings.iri(audit.case, name))

    def case(self, chosen: Iterable[Finding]) -> Json:
        return {
            "case": self._audit.case,
            "figures": [self._figure(one) for one in self._numbers.figures.values()],
            "findings": [self._finding(one) for one in chosen],
            "coverage": self._coverage(),
        }

    def _thing(self, iri: str) -> Json | None:
        return {"id": self._id(iri), "iri": iri} if iri else None

    def _things(self, iris: Iterable[str]) -> list[Json | None]:
        return [self._thing(iri) for iri in sorted(iris)]

    def _id(self, iri: str) -> str:
        return self._numbers.labels["en"].reference(iri) if self._named else iri

    def _figure(self, one: Figure) -> Json:
        found = read(one)
        reading = found[0] if found else None
        return {
            "id": self._id(one.iri),
            "iri": one.iri,
            "printed": one.value,
            "language": one.language,
            "document": self._thing(one.document),
            "metric": self._thing(one.metric),
            "counts": self._thing(one.counts),
            "unit": one.unit,
            "population": one.population,
            "place": one.place,
            "period": self._numbers.written(one.period),
            "value": exactly(reading.value) if reading else None,
            "interval": interval(reading.interval) if reading else None,
            "exact": interval(reading.exact) if reading else None,
            "hedge": reading.hedge if reading else "",
            "kind": reading.unit if reading else "",
            "readings": len(found),
            "tested_in": self._things(self._tested.get(one.iri, ())),
        }

    def _finding(self, one: Finding) -> Json:
        iri = findings.iri(self._audit.case, one.name)
        judged = self._audit.judged.get(one.name)
        return {
            "id": self._id(iri),
            "iri": iri,
            "rule": one.rule,
            "outcome": one.outcome,
            "severity": one.severity,
            **self._calculation(judged),
            "explanation": {lang: one.explanation[lang] for lang in LANGUAGES},
            "assumes": dict(sorted(one.assumes.items())),
            "without": one.without or None,
            "inputs": self._things(one.inputs),
            "concerns": self._things(one.concerns),
            "passages": self._things(one.passages),
            "rivals": self._things(findings.iri(self._audit.case, name) for name in one.rivals),
            "hypotheses": [
                {
                    "kind": guess.kind,
                    "explanation": {lang: guess.explanation[lang] for lang in LANGUAGES},
                    "arithmetic": guess.arithmetic,
                    "tried": guess.tried,
                    "expected": guess.expected,
                }
                for guess in one.hypotheses
            ],
        }

    def _calculation(self, judged: Judged | None) -> Json:
        """The relation behind a finding; of a note all of it is empty."""
        checked = judged.checked if judged else None
        return {
            "document": self._thing(judged.relation.document) if judged else None,
            "stated_in_case": bool(judged and not judged.relation.implied),
            "unit": checked.calculation.unit if checked else "",
            "computed": interval(checked.computed) if checked else None,
            "stated": interval(checked.stated) if checked else None,
            "differs": list(judged.differs) if judged else [],
            "steps": [
                {"computed": interval(step.computed), "target": interval(step.target), "holds": step.holds}
                for step in (checked.steps if checked else ())
            ],
        }

    def _coverage(self) -> Json:
        audit = self._audit
        untested = [one for one in audit.judged.values() if one.outcome in ("not-checkable", "not-comparable")]
        reasons = sorted({tuple(why(one, lang) for lang in LANGUAGES) for one in untested})
        return {
            "figures": audit.figures,
            "unread": self._things(one.iri for one in audit.unread),
            "relations": len(audit.judged),
            "outcomes": audit.outcomes,
            "not_tested": [
                {
                    "reason": dict(zip(LANGUAGES, words, strict=True)),
                    "relations": sum(tuple(why(one, lang) for lang in LANGUAGES) == words for one in untested),
                }
                for words in reasons
            ],
            "unrelated": self._things(one.iri for one in audit.unrelated),
        }
