"""Findings as RDF: what analyses derive, in the graph `<case>/findings`. The only place that writes them.

Analyses read a graph and return findings; nothing that reads a case reads these back, so that they can be computed anew at
any time. Each names its rule and its inputs: whoever doubts it can look the one up and go through the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pyoxigraph as ox

from kg.names import FINDINGS, KG, RDF, XSD

Severity = Literal["matters", "wording"]
#: A text by language, `{"en": …, "ru": …}`.
Texts = Mapping[str, str]

_PLAIN = ("computed", "stated")
#: Rules on whose word claims rest, and on the state of the dispute; all others are on numbers.
ON_SOURCES = frozenset({"independence", "fragility", "sensitivity"})
ON_DISPUTE = frozenset({"dispute", "answer", "reported-words", "mixed-words"})


@dataclass(frozen=True)
class Hypothesis:
    """A smallest change that would mend what does not add up: arithmetic, not an explanation.

    `tried` is how many candidates of its kind were looked at, `expected` how many of them chance alone would make fit.
    """

    kind: str
    explanation: Texts
    arithmetic: str
    tried: int
    expected: str


@dataclass(frozen=True)
class Finding:
    """What a rule found, and from what.

    `name` is its path in the case's findings (`document/calculation`), unique in the case; `rule` and `outcome` are names of
    the lists `ns/rule/` and `ns/outcome/`; the rest are IRIs, but for texts. `concerns` are the claims, calculations, figures
    or others that a reader would look for it at, `inputs` all that was used. `without` is the outcome if what is assumed does
    not hold. `rivals` are names of findings that read the same otherwise. Of sources, `evidence` is what counts and `roots` is where
    that comes from in the end; `because` is the outcome and why, for a table that names what it concerns beside it, and `review`
    what would settle what is open, `witness` the paths that lead to the outcome, a line each.
    """

    name: str
    rule: str
    outcome: str
    severity: Severity
    explanation: Texts
    inputs: Sequence[str]
    concerns: Sequence[str] = ()
    passages: Sequence[str] = ()
    assumes: Texts = field(default_factory=dict)
    without: str = ""
    computed: str = ""
    stated: str = ""
    rivals: Sequence[str] = ()
    parameters: Sequence[str] = ()
    hypotheses: Sequence[Hypothesis] = ()
    evidence: Sequence[str] = ()
    roots: Sequence[str] = ()
    because: Texts = field(default_factory=dict)
    review: Texts = field(default_factory=dict)
    witness: Texts = field(default_factory=dict)


def iri(case: str, name: str) -> str:
    """The address of a case's finding.

    >>> iri("https://example.org/bridge", "reply/total")
    'https://example.org/bridge/findings/reply/total'
    """
    return f"{case}/{FINDINGS}/{name}"


def quads(findings: Iterable[Finding], case: str) -> list[ox.Quad]:
    """The findings of one case (its IRI), in its findings graph."""
    graph = ox.NamedNode(f"{case}/{FINDINGS}")
    return [ox.Quad(*triple, graph) for finding in findings for triple in _triples(finding, case)]


_Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def _triples(finding: Finding, case: str) -> list[_Triple]:
    node = ox.NamedNode(iri(case, finding.name))
    links = {"input": finding.inputs, "concerns": finding.concerns, "passage": finding.passages}
    links |= {"evidence": finding.evidence, "root": finding.roots}
    texts = {"explanation": finding.explanation, "assumes": finding.assumes, "because": finding.because}
    texts |= {"review": finding.review, "witness": finding.witness}
    made: list[_Triple] = [
        (node, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Finding")),
        *((node, _of(key), ox.NamedNode(f"{KG}{key}/{value}")) for key, value in _terms(finding).items() if value),
        *((node, _of(key), ox.NamedNode(value)) for key, values in links.items() for value in values),
        *((node, _of("rival"), ox.NamedNode(iri(case, other))) for other in finding.rivals),
        *(triple for key, said in texts.items() for triple in _texts(node, key, said)),
        *((node, _of(key), ox.Literal(value)) for key in _PLAIN if (value := getattr(finding, key))),
        *((node, _of("parameter"), ox.Literal(value)) for value in finding.parameters),
    ]
    if finding.without:
        made.append((node, _of("without"), ox.NamedNode(f"{KG}outcome/{finding.without}")))
    for rank, hypothesis in enumerate(finding.hypotheses, 1):
        one = ox.NamedNode(f"{node.value}/hypothesis/{rank}")
        made += [(node, _of("hypothesis"), one), *_hypothesis(one, rank, hypothesis)]
    return made


def _terms(finding: Finding) -> dict[str, str]:
    return {"rule": finding.rule, "outcome": finding.outcome, "severity": finding.severity}


def _hypothesis(node: ox.NamedNode, rank: int, said: Hypothesis) -> list[_Triple]:
    return [
        (node, ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Hypothesis")),
        (node, _of("kind"), ox.NamedNode(f"{KG}kind/{said.kind}")),
        *_texts(node, "explanation", said.explanation),
        (node, _of("arithmetic"), ox.Literal(said.arithmetic)),
        (node, _of("rank"), _integer(rank)),
        (node, _of("tried"), _integer(said.tried)),
        (node, _of("expected"), ox.Literal(said.expected, datatype=ox.NamedNode(XSD + "decimal"))),
    ]


def _texts(node: ox.NamedNode, key: str, texts: Texts) -> list[_Triple]:
    return [(node, _of(key), ox.Literal(text, language=lang)) for lang, text in texts.items() if text]


def _integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))


def _of(key: str) -> ox.NamedNode:
    return ox.NamedNode(KG + key)
