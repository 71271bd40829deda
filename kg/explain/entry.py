"""What takes few sentences: calculations, arguments, links, marks, stances, breaks, concepts, annotators; anything else plainly."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyoxigraph as ox

from kg import rdf
from kg.explain import arguments, findings, gaps, notes, numbers, said
from kg.explain.facts import Facts
from kg.explain.sections import Told, sentences
from kg.names import KG, OPERANDS, RDF


def calculation(facts: Facts, node: str) -> Told:
    """The sections on a calculation."""
    operands = [one for role in (*OPERANDS, "gives") for one in facts.values(node, f"kg:{role}")]
    claims = facts.values(node, "kg:statedBy")
    stated = [facts.say("calculation.states", claim=facts.name(one)) for one in claims]
    disputed = [facts.say("in-turn", claim=facts.name(one), dispute=found) for one in claims if (found := said.dispute(facts, one))]
    figures = sentences(numbers.figure(facts, one) for one in operands if facts.is_a(one, "Observation"))
    checked = findings.told(facts, findings.of(facts, [node]))
    more = [("numbers", checked), ("figures", figures), ("met", disputed)]
    return _about(facts, node, [*numbers.calculation(facts, node), *stated], more)


def support(facts: Facts, node: str) -> Told:
    """The sections on a support."""
    challenges = facts.ordered({*facts.subjects(node, "kg:against"), *facts.subjects(node, "kg:inSupport")})
    counted = [one for one in challenges if facts.value(one, "kg:counted")]
    met = sentences(arguments.challenge(facts, one) for one in counted)
    uncounted = [one for one in challenges if one not in counted]
    return _about(facts, node, arguments.support(facts, node), [("brought", _brought(facts, node)), ("met", met)], uncounted)


def challenge(facts: Facts, node: str) -> Told:
    """The sections on a challenge."""
    kind = facts.term(node, "kg:challengeKind")
    told = [*arguments.challenge(facts, node), *([facts.say("challenge.kind", kind=kind)] if kind else [])]
    return _about(facts, node, told, [("brought", _brought(facts, node))])


def _brought(facts: Facts, node: str) -> list[str]:
    """What an argument brings: figures with their places, claims with who takes which stance on them."""
    told = []
    for one in facts.ordered(facts.values(node, "kg:with")):
        if facts.is_a(one, "Observation"):
            told += numbers.figure(facts, one)
        elif facts.is_a(one, "Claim"):
            told.append(facts.say("brought.claim", claim=facts.name(one), taken=said.brief(facts, one) or facts.say("nobody")))
    return told


def link(facts: Facts, node: str) -> Told:
    """The sections on a link."""
    return _about(facts, node, notes.link(facts, node))


def mark(facts: Facts, node: str) -> Told:
    """The sections on a mark."""
    return _about(facts, node, notes.mark(facts, node))


def assertion(facts: Facts, node: str) -> Told:
    """The sections on an assertion."""
    claim = facts.value(node, "kg:about")
    told = [facts.say("pointing.stance", claim=facts.name(claim)), *said.sentence(facts, node)]
    if facts.value(node, "kg:depth") not in ("", "0"):
        told = [
            facts.say("pointing.stance", claim=facts.name(claim)),
            facts.say("sentence", told=said.reported(facts, node)),
            *facts.note(node),
        ]
        told += [facts.say("reported-by", told=said.reported(facts, one)) for one in facts.subjects(node, "kg:from")]
    met = [one for one in facts.subjects(node, "kg:against") if facts.value(one, "kg:counted")]
    return _about(facts, node, told, [("met", sentences(arguments.challenge(facts, one) for one in met))])


def broke(facts: Facts, node: str) -> Told:
    """The sections on a break."""
    metric = facts.value(node, "kg:ofMetric")
    told = [facts.say("break.of", metric=numbers.title(facts, metric)), *numbers.broken(facts, node)]
    return _about(facts, node, told, [("numbers", findings.told(facts, findings.of(facts, [node])))])


def concept(facts: Facts, node: str) -> Told:
    """The sections on a concept."""
    told = [facts.say("concept.definition", definition=defined)] if (defined := facts.text(node, "skos:definition")) else []
    told += [facts.say("concept.broader", concepts=facts.names(wider))] if (wider := facts.values(node, "skos:broader")) else []
    told += [facts.say("concept.narrower", concepts=facts.names(under))] if (under := facts.subjects(node, "skos:broader")) else []
    used = []
    for key in numbers.METRIC:
        for metric in facts.subjects(node, f"kg:{key}"):
            values = facts.ordered(facts.values(metric, "kg:observation"))
            used.append(
                facts.say(
                    "concept.metric",
                    metric=numbers.title(facts, metric),
                    document=facts.dated(facts.document(metric)),
                    values="; ".join(numbers.point(facts, one) for one in values),
                )
            )
    return [("what", [*told, *facts.note(node)]), ("figures", used or [facts.say("concept.unused")])]


def annotator(facts: Facts, node: str) -> Told:
    """The sections on an annotator."""
    made = facts.subjects(node, "kg:by")
    kinds = [kind for one in made for kind in facts.values(one, "rdf:type") if kind.startswith(KG)]
    told = [facts.say("actor.is", kind=facts.term(node, "kg:kind")), *facts.note(node)]
    told += [facts.say("annotator.made", kind=facts.labels.term(kind), count=str(kinds.count(kind))) for kind in sorted(set(kinds))]
    return [("what", told), ("read-again", [_claim(facts, one) for one in facts.subjects(node, "kg:secondReader")])]


def _claim(facts: Facts, claim: str) -> str:
    return facts.say("brought.claim", claim=facts.name(claim), taken=said.brief(facts, claim) or facts.say("nobody"))


def plain(facts: Facts, node: str) -> Told:
    """Every property in the vocabulary's words: for what has no telling of its own."""
    found: dict[str, list[str]] = {}
    for quad in sorted(facts.quads(node), key=rdf.key):
        if quad.predicate.value != RDF + "type":
            value = facts.name(quad.object.value) if isinstance(quad.object, ox.NamedNode) else rdf.text(quad.object)
            found.setdefault(quad.predicate.value, []).append(value)
    told = []
    for prop, values in found.items():
        more = facts.say("plain.more", n=str(len(values) - _MANY)) if len(values) > _MANY else ""
        told.append(facts.say("plain", property=facts.labels.term(prop), values="; ".join(values[:_MANY])) + more)
    return [("what", told)]


#: Of a case's hundreds of entries a plain telling lists so many and counts the others.
_MANY = 20


def _about(facts: Facts, node: str, told: list[str], more: Told | None = None, uncounted: Iterable[str] = ()) -> Told:
    unknown = [
        *gaps.reading(facts, [document] if (document := facts.document(node)) else []),
        *gaps.passages(facts),
        *gaps.left_out(facts, node, uncounted),
    ]
    marks = [] if facts.is_a(node, "Mark") else notes.marks(facts, [node])
    return [("what", told), *(more or []), ("noted", marks), ("unknown", unknown)]


#: Class → how it is told, for what has no module of its own.
ENTRIES: dict[str, Callable[[Facts, str], Told]] = {
    "Calculation": calculation,
    "Support": support,
    "Challenge": challenge,
    "Link": link,
    "Mark": mark,
    "Assertion": assertion,
    "Break": broke,
    "Annotator": annotator,
}
