"""On whose word claims rest and how they stand in the dispute: what findings say of it, nothing is worked out here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg import findings
from kg.dispute.phrases import PHRASES as DISPUTE
from kg.explain.facts import Facts
from kg.grammar import LANGUAGES
from kg.sources import sentence
from kg.sources.parameters import Parameters
from kg.sources.phrases import say

#: Rules of which a claim has at most one finding each.
SOURCES, LABEL = "independence", "dispute"
#: Rules that say where it would stand otherwise.
MOVED = ("/fragility", "/sensitivity")
#: Outcomes of these in the order in which a reader wants them.
_ORDER = (
    "not-known-to-be-connected", "single-root", "affiliated-only", "self-sourced", "no-source", "sources-unknown",
    "unmet", "met", "open", "no-label",
)  # fmt: skip


def brief(facts: Facts, claim: str) -> list[str]:
    """On whose word it rests and how it stands, a sentence each."""
    word, label = finding(facts, claim, SOURCES), finding(facts, claim, LABEL)
    told = [facts.say("claim.sources", outcome=_outcome(facts, word))] if word else []
    if label:
        missing = [one for one in facts.values(label, "kg:input") if one != claim and facts.is_a(one, "Document")]
        beside = facts.say("claim.missing", documents=facts.joined(map(facts.dated, facts.ordered(missing)))) if missing else ""
        told.append(_label(facts, label) + beside)
    return told


def sources(facts: Facts, claim: str) -> list[str]:
    """Who the sources are and what would settle what is unknown, where they come from, why, what it hangs on, under which parameters."""
    found = finding(facts, claim, SOURCES)
    if not found:
        return []
    told = [_after_who(facts.text(found, "kg:explanation").removeprefix(facts.quoted(facts.labels.of(claim))).strip())]
    if roots := facts.values(found, "kg:root"):
        told.append(facts.say("sentence", told=say("roots", facts.lang, what=facts.names(facts.ordered(roots)))))
    told += filter(None, facts.text(found, "kg:witness").split("\n"))
    moved = sorted(one for one in facts.subjects(claim, "kg:concerns") if facts.value(one, "kg:rule").endswith(MOVED))
    told += [facts.say("standing.if", what=facts.text(one, "kg:assumes"), outcome=_outcome(facts, one)) for one in moved]
    parameters = sentence.under(Parameters.read(facts.values(found, "kg:parameter")), facts.lang)
    return [*told, facts.say("sentence", told=parameters)]


def why(facts: Facts, claim: str, challenges: Iterable[str]) -> list[str]:
    """Why it has its label, or has none; what `challenges` say is told without these."""
    found = finding(facts, claim, LABEL)
    if not found:
        return []
    told = facts.text(found, "kg:because").removeprefix(_label(facts, found)).strip()
    attacks = {one for one in facts.values(found, "kg:input") if facts.is_a(one, "Challenge") or facts.is_a(one, "Finding")}
    first = next((words for key in ("unmet", "met", "open") if told.startswith(words := _phrase(facts, f"why.{key}"))), "")
    return [first if first and attacks <= set(challenges) else told]


def counts(facts: Facts, claims: Iterable[str]) -> list[str]:
    """On whose word some claims rest, and how they stand: how many, of how many."""
    several = list(dict.fromkeys(claims))
    told: list[str] = []
    before = 0
    for rule, phrase in ((SOURCES, "standing.sources"), (LABEL, "standing.labels")):
        found = [one for claim in several if (one := finding(facts, claim, rule))]
        terms = {facts.value(one, "kg:outcome").rpartition("/")[2]: _outcome(facts, one) for one in found}
        many = Counter(facts.value(one, "kg:outcome").rpartition("/")[2] for one in found)
        listed = "; ".join(f"{terms[one]} {many[one]}" for one in _ORDER if many[one])
        base = facts.say("standing.of", all=facts.count(len(found), "claim")) if len(found) != before else ""
        told += [facts.say(phrase, base=base, counts=listed)] if found else []
        before = len(found)
    return told


def base(facts: Facts, documents: Iterable[str]) -> list[str]:
    """How many documents are at hand, and read how far: what counts are to be read with."""
    several = list(dict.fromkeys(documents))
    read = Counter(facts.value(one, "kg:read").rpartition("/")[2] for one in several)
    told = say(
        "base", facts.lang, all=facts.count(len(several), "document"), **{key: str(read[key]) for key in ("full", "part", "mention")}
    )
    return [facts.say("standing.base", base=told)]


def finding(facts: Facts, thing: str, rule: str) -> str:
    """The finding of a rule of which a thing has at most one, "" where it has none."""
    assert rule in findings.ON_SOURCES | findings.ON_DISPUTE
    return next((one for one in facts.subjects(thing, "kg:concerns") if facts.value(one, "kg:rule").endswith(f"/{rule}")), "")


def _outcome(facts: Facts, found: str) -> str:
    """The outcome behind a colon that says of what."""
    return say("unknown", facts.lang) if facts.value(found, "kg:outcome").endswith("/sources-unknown") else facts.term(found, "kg:outcome")


def _label(facts: Facts, found: str) -> str:
    outcome = facts.value(found, "kg:outcome").rpartition("/")[2]
    return _phrase(facts, f"label.{'' if outcome == 'no-label' else outcome}")


def _phrase(facts: Facts, name: str) -> str:
    return DISPUTE[name][LANGUAGES.index(facts.lang)]


def _after_who(told: str) -> str:
    """What is said behind who claims it: that stands in brackets, which names may have too.

    >>> _after_who("(Commissioner (Ombudsman)): it rests on the claimants' own word alone.")
    "it rests on the claimants' own word alone."
    """
    depth = 0
    for number, letter in enumerate(told):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return told[number + 1 :].removeprefix(": ") if number else told
    return told
