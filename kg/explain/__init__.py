"""Everything the graph knows of a thing, in sentences: what it is, who says what of it, how it was met, what is unknown.

    import kg.explain
    print(kg.explain.explain(held, "inspectorate-reply:dam-blamed").text())

Sentences come from the table in `kg.explain.phrases`, in English and Russian. They tell what is said and by whom; whether
it is so, they never tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import pyoxigraph as ox

from kg import store
from kg.explain import actor, claim, document, entry, find, findings, metric, passage, reform, short, tie
from kg.explain.explanation import LISTED, WRITERS, Explanation, Named, Section
from kg.explain.facts import Facts
from kg.explain.sections import Told
from kg.names import KG, SKOS

__all__ = ["KINDS", "WRITERS", "Explanation", "Named", "Section", "explain"]

#: Class → how it is told.
KINDS: dict[str, Callable[[Facts, str], Told]] = {
    KG + "Claim": claim.explain,
    KG + "Actor": actor.explain,
    KG + "Document": document.explain,
    KG + "Reform": reform.explain,
    KG + "Metric": metric.explain,
    KG + "Observation": metric.figure,
    KG + "Passage": passage.explain,
    KG + "Tie": tie.explain,
    KG + "Finding": findings.explain,
    SKOS + "Concept": entry.concept,
    **{KG + name: tell for name, tell in entry.ENTRIES.items()},
}


#: Of what takes more lines than these the first section tells it in short.
LONG = 40
#: Question and parameter that list what an explanation of one of these only counts.
_ASK = {KG + "Actor": "who-says-what -p actor", KG + "Document": "who-says-what -p document"}


def explain(
    held: ox.Store, name: str, lang: str = "en", words: Mapping[str, str] = MappingProxyType({}), *, brief: bool = False
) -> Explanation:
    """What a graph knows of the thing that a name or an IRI stands for (see `kg.explain.find`).

    `words` are the words of passages by the passage's IRI (`kg.quotes.words`), where texts are at hand; `brief` asks for
    what it is in short, and nothing else. What annotators judge counts as far as the store counts it (`kg.store.memory`,
    `kg.derived.with_annotators`).

    Raises:
        KgError: nothing, or more than one thing, is called so; the nearest are named.
    """
    with store.reading():
        node = find.node(held, name)
        facts = Facts(held, node, lang, words)
        kind = _kind(facts)
        if brief and kind in short.SHORT:
            return replace(_told(facts, kind, []), sections=(_short(held, facts, kind),))
        told = KINDS.get(kind, entry.plain)(facts, node)
        if brief:
            return replace(_told(facts, kind, told[:1]), others=(), more="")
        made = _told(facts, kind, told)
        if kind in short.SHORT and made.text().count("\n") > LONG:
            told = [(key, sentences) for key, sentences in told if key not in short.WHOLE]
            made = _told(facts, kind, told)
            made = replace(made, sections=(_short(held, facts, kind), *made.sections))
        return made


def _kind(facts: Facts) -> str:
    classes = facts.values(facts.topic, "rdf:type")
    return next((one for one in KINDS if one in classes), next((one for one in classes if one.startswith(KG)), ""))


def _short(held: ox.Store, facts: Facts, kind: str) -> Section:
    told = short.SHORT[kind](Facts(held, facts.topic, facts.lang, {}, terse=True), facts.topic)
    return Section(facts.say("heading.short"), tuple(map(_capital, told)))


def _told(facts: Facts, kind: str, told: Told) -> Explanation:
    node = facts.topic
    made = tuple(Section(facts.say(f"heading.{key}"), tuple(map(_capital, sentences))) for key, sentences in told if sentences)
    others = tuple(Named(facts.id(one), label) for one, label in facts.named.items() if one != node)
    named = facts.labels.term(KG + "concept" if kind == SKOS + "Concept" else kind)  # concepts are SKOS's, and have no label here
    return Explanation(
        node, facts.id(node), named, facts.title(node), facts.lang, made, facts.say("heading.further"), others, _more(facts, kind, others)
    )


def _more(facts: Facts, kind: str, others: tuple[Named, ...]) -> str:
    """How many are not listed, and what lists them."""
    left = len(others) - LISTED
    if left <= 0:
        return ""
    command = f"kg ask {_ASK[kind]}={facts.id(facts.topic)}" if kind in _ASK else f"kg explain {facts.id(facts.topic)} -f json"
    return facts.say("further.more", count=str(left), command=command)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
