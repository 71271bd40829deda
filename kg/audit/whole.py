"""The numbers of a case, all of them: every relation stated or implied is checked, and what could not be is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import pyoxigraph as ox

from kg import store
from kg.audit import formula, implied, notes, sentence, shown
from kg.audit.figures import Figure
from kg.audit.graph import Numbers
from kg.audit.interval import size, written
from kg.audit.judged import Judged, judge
from kg.audit.phrases import say
from kg.audit.reading import read
from kg.findings import Finding, Hypothesis, Severity
from kg.grammar import LANGUAGES, quoted, spoken

#: Rules whose findings are of one calculation; others are notes.
ALARMS = ("inconsistent", "conflict")
#: Kind of relation → the rule that checks it, where it is called otherwise.
_RULES = {"same": "same-figure"}
#: Outcomes in the order in which a reader wants them: what matters first.
_ORDER = {
    outcome: at
    for at, outcome in enumerate(
        ("inconsistent", "conflict", "not-comparable", "incomplete", "noted", "consistent-by-rounding", "consistent", "not-checkable")
    )
}


@dataclass(frozen=True)
class Audit:
    """What an audit of one case found: findings, what matters first, and what was looked at.

    `judged` are the relations behind the findings of calculations, by the finding's name.
    """

    case: str
    findings: tuple[Finding, ...]
    judged: dict[str, Judged]
    numbers: Numbers

    @cached_property
    def figures(self) -> int:
        """How many figures the case has."""
        return len(self.numbers.figures)

    @cached_property
    def unread(self) -> list[Figure]:
        """Those whose value is no single number."""
        return [figure for figure in self.numbers.figures.values() if not read(figure)]

    @cached_property
    def unrelated(self) -> list[Figure]:
        """Those that no relation was tested with."""
        tested = {
            figure.iri
            for one in self.judged.values()
            if one.outcome not in ("not-checkable", "not-comparable")
            for figure in (*one.operands, *([one.result] if one.result else []))
        }
        return [figure for iri, figure in self.numbers.figures.items() if iri not in tested]

    @cached_property
    def failed(self) -> dict[str, str]:
        """The calculations that do not come out where it matters, and the figures that are stated as their results → the finding's name."""
        alarms = {name: one for name, one in self.judged.items() if one.outcome in ALARMS and one.severity == "matters"}
        return {thing: name for name, one in alarms.items() for thing in (one.relation.iri, one.relation.gives) if thing}

    @cached_property
    def outcomes(self) -> dict[str, int]:
        """How many relations came out how."""
        counted = Counter(one.outcome for one in self.judged.values())
        return {outcome: counted[outcome] for outcome in _ORDER if counted[outcome]}

    def reasons(self, lang: str = "en") -> dict[str, int]:
        """Why relations could not be tested, and how many."""
        counted = Counter(why(one, lang) for one in self.judged.values() if one.outcome in ("not-checkable", "not-comparable"))
        return dict(sorted(counted.items()))


def audit(held: ox.Store, case: str = "") -> list[Audit]:
    """Audit each case of a graph, or the one of that IRI."""
    with store.reading():
        return [_case(held, iri) for iri in store.cases(held) if case in ("", iri)]


def _case(held: ox.Store, case: str) -> Audit:
    numbers = Numbers(held, case)
    judged = [judge(numbers, relation) for relation in (*numbers.relations, *implied.relations(numbers))]
    named = {_name(numbers, one): one for one in judged}
    rivals = _rivals(named)
    findings = [_finding(numbers, name, one, rivals.get(name, ())) for name, one in named.items()]
    findings += notes.notes(numbers, judged)
    ranked = sorted(findings, key=lambda finding: _rank(finding, named.get(finding.name), numbers))
    return Audit(case, tuple(ranked), named, numbers)


def _rank(finding: Finding, one: Judged | None, numbers: Numbers) -> tuple[bool, int, Fraction, bool, str]:
    """What matters first: by outcome, then by how far apart the numbers are for their size; translations after what they translate."""
    checked = one.checked if one else None
    ends = [end for end in (checked.stated.low, checked.stated.high) if end] if checked and checked.stated else []
    apart = Fraction(checked.gap) / max(map(size, ends)) if checked and ends else Fraction(0)
    translated = bool(one and numbers.values(one.relation.document, "translates"))
    return finding.severity != "matters", _ORDER[finding.outcome], -apart, translated, finding.name


def _name(numbers: Numbers, one: Judged) -> str:
    return numbers.short(one.relation.iri)


def _rivals(named: dict[str, Judged]) -> dict[str, tuple[str, ...]]:
    """Findings on other readings of one statement: of the same result, or of the same claim by a relation of the same kind."""
    groups: dict[object, list[str]] = {}
    for name, one in named.items():
        relation = one.relation
        if relation.kind == "same":
            continue
        rival = relation.gives and not relation.implied and one.outcome != "incomplete"
        keys: Iterator[object] = iter([("gives", relation.kind, relation.gives)] if rival else [])
        for key in (*keys, *(("claim", relation.kind, claim) for claim in relation.claims)):
            groups.setdefault(key, []).append(name)
    found: dict[str, set[str]] = {}
    for names in groups.values():
        for name in names:
            found.setdefault(name, set()).update(set(names) - {name})
    return {name: tuple(sorted(others)) for name, others in found.items() if others}


def _finding(numbers: Numbers, name: str, one: Judged, rivals: Sequence[str]) -> Finding:
    checked, relation = one.checked, one.relation
    figures = [*one.operands, *([one.result] if one.result else [])]
    severity: Severity = "matters" if one.severity == "matters" else "wording"
    alarm = one.outcome in ALARMS
    return Finding(
        name,
        relation.implied or _RULES.get(relation.kind, relation.kind),
        one.outcome,
        severity,
        {lang: explanation(numbers, one, lang) for lang in LANGUAGES},
        sorted({figure.iri for figure in figures} | ({relation.iri} if not relation.implied else set())),
        sorted({*relation.claims, *(() if relation.implied else (relation.iri,)), *(figure.iri for figure in figures)}),
        sorted({*relation.passages, *(passage for figure in figures for passage in figure.passages)}),
        one.assumes,
        one.without,
        str(checked.computed or ""),
        str(checked.stated or ""),
        rivals,
        (),
        [
            Hypothesis(
                guess.kind,
                {lang: shown.capital(guess.text(checked, lang)) for lang in LANGUAGES},
                formula.arithmetic(checked, guess),
                guess.tried,
                written(guess.expected),
            )
            for guess in (checked.diagnosis if alarm else ())
        ],
    )


def explanation(numbers: Numbers, one: Judged, lang: str) -> str:
    """What is counted, then the sentences of the calculation."""
    metrics = dict.fromkeys(numbers.name(figure.metric, lang) for figure in one.operands)
    about = "; ".join(list(metrics)[:3])
    if one.relation.kind == "same" and (period := numbers.written(one.operands[0].period)):
        about = f"{about}, {spoken(period, lang)}"
    assumes = one.assumes.get(lang) or next(iter(one.assumes.values()), "")
    if one.corrected:
        later, earlier = (quoted(numbers.name(document, lang), lang) for document in one.corrected)
        values = ", ".join(f"{quoted(figure.value, lang)} ({numbers.name(figure.document, lang)})" for figure in one.operands)
        return f"{about}: {say('corrected', lang, values=values, later=later, earlier=earlier)}"
    told = sentence.of(one.checked, lang, assumes, one.without)
    if one.outcome == "not-comparable":
        told = f"{say('differ', lang, what=differing(one, lang))} {say('still', lang)} {shown.small(told)}"
    return f"{about}: {shown.small(told) if lang == 'ru' else told}" if about else told


def differing(one: Judged, lang: str) -> str:
    """In what figures differ, in words."""
    return ", ".join(say(f"differs.{aspect}", lang) for aspect in one.differs)


def why(one: Judged, lang: str) -> str:
    """Why a relation has no outcome of its own."""
    if one.outcome == "not-comparable":
        return say("why.differ", lang, what=differing(one, lang))
    return say(f"why.{one.checked.reason.partition(':')[0]}", lang)
