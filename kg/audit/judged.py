"""A relation of a case, checked: its outcome on what it takes for granted, and the outcome without that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.audit import comparable
from kg.audit.calculation import Calculation
from kg.audit.checked import Checked
from kg.audit.checking import check
from kg.audit.figures import Figure, Relation
from kg.audit.graph import Numbers
from kg.audit.implied import APART
from kg.audit.operands import ARGUMENTS
from kg.audit.phrases import say
from kg.audit.reading import read
from kg.audit.stated import Stated, parse
from kg.grammar import LANGUAGES, quoted
from kg.problems import KgError

#: Figures that are tried where a relation does not come out: so many of its document at most.
_KNOWN = 60


@dataclass(frozen=True)
class Judged:
    """`differs` says in what the figures differ (`kg.audit.comparable.DIFFERENCES`); `assumes` what the outcome takes for granted, in
    each language, `without` the outcome if that does not hold; `corrected` a document that corrects another, where they conflict."""

    relation: Relation
    checked: Checked
    outcome: str
    differs: tuple[str, ...]
    assumes: Mapping[str, str]
    without: str
    operands: tuple[Figure, ...]
    result: Figure | None
    corrected: tuple[str, str] | None = None

    @property
    def severity(self) -> str:
        if self.outcome == "not-comparable":
            return "matters"
        if self.corrected:
            return "wording"
        return self.checked.severity


def judge(numbers: Numbers, relation: Relation) -> Judged:
    """Check a relation with the figures that it has."""
    operands = tuple(numbers.figures[one] for one in _operands(relation) if one in numbers.figures)
    result = numbers.figures.get(relation.gives)
    shown = result or _shown(numbers, relation, operands)
    checked = _check(numbers, relation, operands, result)
    differs = tuple(comparable.differences(numbers, relation, operands, shown))
    assumes, without = _assumption(numbers, relation, operands, result, differs)
    outcome = checked.outcome
    if outcome == "not-checkable" or (differs and not assumes):
        without = ""
        outcome = "not-checkable" if outcome == "not-checkable" else "not-comparable"
    corrected = numbers.corrected(figure.document for figure in operands) if outcome == "conflict" else None
    return Judged(relation, checked, outcome, differs, assumes if outcome != "not-comparable" else {}, without, operands, shown, corrected)


def _operands(relation: Relation) -> list[str]:
    return [one for some in relation.operands.values() for one in some]


def _shown(numbers: Numbers, relation: Relation, operands: Sequence[Figure]) -> Figure | None:
    """The figure that a printed result is, if the document has it as one: it stands on the very passage of the calculation."""
    if not relation.prints or not relation.passages:
        return None
    found = [
        one
        for one in numbers.at(relation.passages)
        if one not in operands and one.document == relation.document and " ".join(one.value.split()) == " ".join(relation.prints.split())
    ]
    return found[0] if len(found) == 1 else None


def _assumption(
    numbers: Numbers, relation: Relation, operands: Sequence[Figure], result: Figure | None, differs: Sequence[str]
) -> tuple[Mapping[str, str], str]:
    """What is taken for granted, and the outcome if it is not: stated in the case, or that different wordings count the same."""
    every = [*operands, *([result] if result else [])]
    worded = comparable.wordings(every)
    if relation.kind == "same" and not worded and len({one.worded for one in every}) > 1:  # the others count what their metric does
        named = [
            one if one.worded else replace(one, worded=tuple((lang, numbers.name(one.metric, lang)) for lang in LANGUAGES)) for one in every
        ]
        worded = comparable.wordings(named)
    apart = relation.kind == "sum" and any(comparable.listed_apart(one, other) for one in operands for other in operands)
    if relation.assumes:
        return relation.assumes, "not-comparable" if differs or (worded and not apart) else "not-checkable"
    if (
        relation.kind == "share"
        and not differs
        and len(operands) == 2
        and not comparable.narrower(numbers, operands[0].counts, operands[1].counts)
    ):
        return {lang: say("assume.part", lang) for lang in LANGUAGES}, "not-comparable"
    if apart and not differs:
        return APART, "not-checkable"
    if worded and relation.kind not in ("co-movement", "count", "comparison") and not differs:
        fallback = next(iter(worded.values()))
        return {lang: _alike(worded.get(lang, fallback), lang) for lang in LANGUAGES}, "not-comparable"
    return {}, ""


def _alike(texts: Sequence[str], lang: str) -> str:
    return say("assume.worded", lang, texts=", ".join(quoted(text, lang) for text in texts))


def _check(numbers: Numbers, relation: Relation, operands: Sequence[Figure], result: Figure | None) -> Checked:
    """The relation as a calculation."""
    arguments = ARGUMENTS.get(relation.kind)
    missing = [one for one in relation.figures if one not in numbers.figures]
    if arguments is None or missing:
        return Checked(Calculation(relation.kind, (), None), "not-checkable", reason="missing")
    parts, tags, options = arguments(numbers, relation)
    if parts is None:
        return Checked(Calculation(relation.kind, (), None), "not-checkable", reason="periods")
    stated = _stated(relation, result, options)
    flat = [one for some in parts for one in some] if relation.kind == "co-movement" else parts
    if None in flat:
        at = flat.index(None)
        printed = tuple(figure.value for figure in operands) if len(flat) == len(operands) else ("",) * len(flat)
        return Checked(Calculation(relation.kind, (), None), "not-checkable", reason=f"part:{at + 1}", printed=printed)
    try:
        checked = check(
            relation.kind, parts, stated, complete=_complete(numbers, relation, result), known=_known(numbers, relation), **options
        )
    except KgError:  # too few parts for its kind: the checks of the case say so at its line
        return Checked(Calculation(relation.kind, (), None), "not-checkable", reason="missing")
    if relation.kind == "same":
        tags = [figure.document for figure in operands]
    return replace(checked, tags=tuple(tags) if len(set(tags)) > 1 else (), names=numbers.name)


def _stated(relation: Relation, result: Figure | None, options: dict[str, Any]) -> Stated | str | None:
    if "stated" in options:
        return str(options.pop("stated"))
    if result:
        return next(iter(read(result)), None) or result.value
    if not relation.prints:
        return None
    found = parse(relation.prints, relation.language or None)
    return found[0] if len(found) == 1 else relation.prints


def _complete(numbers: Numbers, relation: Relation, result: Figure | None) -> bool:
    """Whether the parts of a sum are all there are: of one metric their periods must cover the total's; parts that are counted
    narrower than the total are never known to be all, nor those in other words, if nobody assumes it."""
    if relation.kind != "sum" or not result:
        return relation.complete
    parts = [numbers.figures[one] for one in relation.operands.get("parts", ()) if one in numbers.figures]
    if any(one.counts != result.counts for one in parts):
        return not all(one.counts != result.counts and comparable.narrower(numbers, one.counts, result.counts) for one in parts)
    if not relation.assumes and any(comparable.told_apart(one, result) for one in parts):  # a breakdown by the document's own words
        return False
    return relation.complete and comparable.covers(parts, result)


def _known(numbers: Numbers, relation: Relation) -> list[tuple[str, object]]:
    """Other figures of the document that count what the relation does, or something wider, narrower or like it, in its units, to be
    tried in the place of one that does not fit: nobody takes deaths for nurses."""
    used = set(relation.figures)
    units = {numbers.figures[one].stem for one in used if one in numbers.figures}
    counted = {numbers.figures[one].counts for one in used if one in numbers.figures}
    found = [
        one
        for one in numbers.of_document(relation.document)
        if one.iri not in used and one.stem in units and any(comparable.related(numbers, one.counts, each) for each in counted)
    ]
    return [(one.iri, number[0]) for one in found[:_KNOWN] if len(number := read(one)) == 1 and not number[0].hedge]
