"""Everything the graph knows of a thing, in sentences: what it is, who says what of it, how it was met, what is unknown.

    import kg.explain
    print(kg.explain.explain(held, "inspectorate-reply:dam-blamed").text())

Sentences come from the table in `kg.explain.phrases`, in English and Russian. They tell what is said and by whom; whether
it is so, they never tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kg import store
from kg.explain import actor, claim, document, entry, find, metric, passage, reform, tie
from kg.explain.explanation import WRITERS, Explanation, Named, Section
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
    SKOS + "Concept": entry.concept,
    **{KG + name: tell for name, tell in entry.ENTRIES.items()},
}


def explain(held: ox.Store, name: str, lang: str = "en", words: Mapping[str, str] = MappingProxyType({})) -> Explanation:
    """What a graph knows of the thing that a name or an IRI stands for (see `kg.explain.find`).

    `words` are the words of passages by the passage's IRI (`kg.quotes.words`), where texts are at hand. What annotators
    judge counts as far as the store counts it (`kg.store.memory`, `kg.rules.with_annotators`).

    Raises:
        KgError: nothing, or more than one thing, is called so; the nearest are named.
    """
    with store.reading():
        return _explanation(Facts(held, find.node(held, name), lang, words))


def _explanation(facts: Facts) -> Explanation:
    node = facts.topic
    classes = facts.values(node, "rdf:type")
    kind = next((one for one in KINDS if one in classes), next((one for one in classes if one.startswith(KG)), ""))
    told = KINDS.get(kind, entry.plain)(facts, node)
    made = tuple(Section(facts.say(f"heading.{key}"), tuple(map(_capital, sentences))) for key, sentences in told if sentences)
    others = tuple(Named(facts.id(one), label) for one, label in facts.named.items() if one != node)
    title = facts.title(node)
    named = facts.labels.term(KG + "concept" if kind == SKOS + "Concept" else kind)  # concepts are SKOS's, and have no label here
    return Explanation(node, facts.id(node), named, title, facts.lang, made, facts.say("heading.further"), others)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
