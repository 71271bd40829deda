"""An audit in words, for a terminal or a page: what matters first, then wording, then what was looked at and what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg import findings
from kg.audit.selection import QUIET
from kg.audit.whole import Audit
from kg.findings import Finding, Hypothesis
from kg.grammar import LANGUAGES, count, quoted
from kg.labels import terms
from kg.names import KG

_SAID: dict[str, tuple[str, str]] = {
    "title": ("Numbers in {title}", "Числа в деле {title}"),
    "matters": ("What matters", "Существенное"),
    "wording": ("Wording and rounding", "Формулировки и округление"),
    "claim": ("claim", "утверждение"),
    "document": ("document", "документ"),
    "ways": ("would agree if", "сошлись бы, если"),
    "guess": ("{what} ({tried}; by chance {expected})", "{what} ({tried}; случайно подошло бы {expected})"),
    "rivals": ("read otherwise", "другое прочтение"),
    "looked": ("What was looked at", "Что проверено"),
    "nothing": ("Nothing to report.", "Сообщить нечего."),
    "none": ("No figures: nothing to recompute.", "Цифр нет: пересчитывать нечего."),
    "tested": ("{figures}, {relations}: {outcomes}", "{figures}, {relations}: {outcomes}"),
    "reason": ("could not be compared or checked ({number}): {why}", "нельзя сопоставить или проверить ({number}): {why}"),
    "unread": ("no single number can be read in {number}: {figures}", "не прочесть как одно число ({number}): {figures}"),
    "unrelated": ("{figures} in no relation that was tested; --all lists them", "{figures} вне проверенных соотношений; --all покажет их"),
    "unrelated.all": ("{figures} in no relation that was tested", "{figures} вне проверенных соотношений"),
    "related": ("every figure is in a relation that was tested", "каждая цифра входит в проверенное соотношение"),
    "quiet": (
        "not shown, since they agree or nothing is stated: {number}; --all shows them",
        "не показаны, так как сходятся или итог не назван: {number}; --all покажет их",
    ),
    "part": ("shown are only the findings asked for: {shown} of {all}", "показаны только запрошенные выводы: {shown} из {all}"),
    "fair": (
        "Numbers are taken as printed, and recomputed as intervals. "
        "What does not meet may have many reasons; the arithmetic tells none of them.",
        "Числа взяты так, как напечатаны, и пересчитаны как интервалы. "
        "У несовпадения может быть много причин; арифметика не называет ни одной.",
    ),
}  # fmt: skip
_COUNTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "figures": {"en": ("figure", "figures"), "ru": ("цифра", "цифры", "цифр")},
    "relations": {"en": ("relation", "relations"), "ru": ("соотношение", "соотношения", "соотношений")},
    "tried": {"en": ("change tried", "changes tried"), "ru": ("вариант испробован", "варианта испробовано", "вариантов испробовано")},
}


@dataclass(frozen=True)
class Entry:
    """A finding in words: outcome, rule, the claims that it is about and where, the explanation, further lines (name, text), and its
    name for commands."""

    outcome: str
    rule: str
    claims: tuple[str, ...]
    document: str
    explanation: str
    further: tuple[tuple[str, str], ...]
    id: str


@dataclass(frozen=True)
class Account:
    """A case's audit in words: `sections` are headings with their entries, `looked` is what was looked at, in lines, `unrelated` the
    figures that no tested relation has (name for commands, words), empty unless all is asked for."""

    title: str
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]
    looked_heading: str
    looked: tuple[str, ...]
    unrelated: tuple[tuple[str, str], ...]
    fair: str


def say(key: str, lang: str, /, **values: str) -> str:
    """A phrase in a language."""
    return _SAID[key][LANGUAGES.index(lang)].format(**values)


def term(kind: str, name: str, lang: str) -> str:
    """What the vocabulary calls an outcome, a rule or a severity."""
    return terms(lang).get(f"{KG}{kind}/{name}", name)


def counted(number: int, what: str, lang: str) -> str:
    """A number of figures, relations or changes tried."""
    return count(number, _COUNTED[what], lang)


def account(audit: Audit, chosen: Sequence[Finding], lang: str = "en", *, every: bool = False, named: bool = True) -> Account:
    """The chosen findings in words. `every` has those that agree or cannot be checked, too, and lists figures that no relation has;
    `named` things are called as commands take them, else by their IRIs."""
    shown = [one for one in chosen if every or one.outcome not in QUIET]
    sections = [
        (say(severity, lang), tuple(_entry(audit, one, lang, named) for one in shown if one.severity == severity))
        for severity in ("matters", "wording")
    ]
    unrelated = [(_id(audit, one.iri, named), audit.numbers.name(one.iri, lang)) for one in audit.unrelated] if every else []
    return Account(
        say("title", lang, title=quoted(audit.numbers.name(audit.case, lang), lang)),
        tuple((heading, entries) for heading, entries in sections if entries),
        say("looked", lang),
        tuple(_looked(audit, chosen, len(shown), lang, every)),
        tuple(unrelated),
        say("fair", lang),
    )


def _id(audit: Audit, iri: str, named: bool) -> str:
    return audit.numbers.labels["en"].reference(iri) if named else iri


def _entry(audit: Audit, one: Finding, lang: str, named: bool) -> Entry:
    numbers, judged = audit.numbers, audit.judged.get(one.name)
    document = judged.relation.document if judged else f"{audit.case}/{one.name.partition('/')[0]}"
    further = [  # else they stand in the explanation
        (say("ways", lang), _guessed(guess, lang)) for guess in (one.hypotheses if judged and judged.corrected else ())
    ]
    further += [(say("rivals", lang), _id(audit, findings.iri(audit.case, name), named)) for name in one.rivals]
    return Entry(
        term("outcome", one.outcome, lang),
        term("rule", one.rule, lang),
        tuple(quoted(numbers.name(iri, lang), lang) for iri in (judged.relation.claims if judged else ())),
        numbers.name(document, lang),
        one.explanation[lang],
        tuple(further),
        _id(audit, findings.iri(audit.case, one.name), named),
    )


def _guessed(guess: Hypothesis, lang: str) -> str:
    """A change that would mend it, with how many were tried and what chance would give."""
    expected = guess.expected.replace(".", ",") if lang == "ru" else guess.expected
    return say("guess", lang, what=guess.explanation[lang], tried=counted(guess.tried, "tried", lang), expected=expected)


def _looked(audit: Audit, chosen: Sequence[Finding], shown: int, lang: str, every: bool) -> list[str]:
    """What there was, what was tested with which outcome, what could not be and why."""
    if not audit.figures:
        return [say("none", lang)]
    outcomes = ", ".join(f"{term('outcome', outcome, lang)} {number}" for outcome, number in audit.outcomes.items())
    made = [
        say(
            "tested",
            lang,
            figures=counted(audit.figures, "figures", lang),
            relations=counted(len(audit.judged), "relations", lang),
            outcomes=outcomes or "0",
        )
    ]
    made += [say("reason", lang, number=str(number), why=why) for why, number in audit.reasons(lang).items()]
    if audit.unread:
        shown_values = "; ".join(one.value for one in audit.unread)
        made.append(say("unread", lang, number=counted(len(audit.unread), "figures", lang), figures=shown_values))
    if audit.unrelated:
        made.append(say("unrelated.all" if every else "unrelated", lang, figures=counted(len(audit.unrelated), "figures", lang)))
    else:
        made.append(say("related", lang))
    if len(chosen) > shown:
        made.append(say("quiet", lang, number=str(len(chosen) - shown)))
    if len(chosen) < len(audit.findings):
        made.append(say("part", lang, shown=str(len(chosen)), all=str(len(audit.findings))))
    return made
