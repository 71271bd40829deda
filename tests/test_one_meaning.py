"""Questions, explanations and reports mean the same by the same words, on the cases and on the questions' own fixtures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
import pytest

from kg import ask, build, explain, rdf, store
from kg.facts import Facts
from kg.report.parts.matrix import direction
from kg.resources import folder
from tests import support

CASES = sorted(path.name for path in folder("data").iterdir() if (path / "case.yaml").is_file())
FIXTURES = ["claims-not-addressed", "denials-without-argument"]
MET = "How it was met"


@dataclass(frozen=True)
class Told:
    """A graph, and what explanations of its claims and the questions tell of whom and which claim."""

    held: ox.Store

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.held)

    @cached_property
    def met(self) -> dict[str, tuple[str, ...]]:
        """Claim → how it was met, in sentences."""
        sections = {claim: explain.explain(self.held, claim).sections for claim in self.facts.claims}
        return {claim: next((one.sentences for one in found if one.heading == MET), ()) for claim, found in sections.items()}

    def explained(self, words: str) -> set[tuple[str, str]]:
        """Whom a sentence with these words names."""
        actors = {self.facts.words.label(actor): actor for actor in self.facts.tables("Actor")}
        found = set()
        for claim, sentences in self.met.items():
            names = {name for one in sentences if words in one for name in re.split(r" \(as reported\)|[:;,.] ?| and ", one)}
            found |= {(actors[name], claim) for name in names & actors.keys()}
        return found

    def answered(self, question: str, who: str) -> set[tuple[str, str]]:
        """Who stands in a row with a claim."""
        return {(rdf.text(terms[who]), rdf.text(terms["claim"])) for terms in ask.run(self.held, question).terms if terms["claim"]}


@pytest.fixture(scope="module", params=[*CASES, *FIXTURES])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    if request.param in CASES:
        return Told(store.memory(build.assemble([folder("data") / request.param]).quads))
    return Told(support.graph(support.read(support.TESTS / "questions" / request.param / "case", tmp_path_factory.mktemp("case"))))


@pytest.mark.parametrize(
    ("question", "who", "words"),
    [
        ("claims-not-addressed", "party", "no stance of its own"),
        ("denials-without-argument", "who", "Denied, with no argument"),
    ],
)
def test_an_explanation_tells_what_the_question_answers(told: Told, question: str, who: str, words: str) -> None:
    """Of the claim, and of those that restate it."""
    answered = {(one, same) for one, claim in told.answered(question, who) for same in told.facts.restated[claim]}
    assert told.explained(words) == answered


def test_a_report_takes_for_silence_what_the_question_does(told: Told) -> None:
    """But for a claim that is met with one read as near to it: a report calls that a reply, the question shows it beside."""
    for replier, claim in told.answered("claims-not-addressed", "party"):
        for claimant in told.facts.parties:
            rows = direction(told.facts, claimant, replier).rows if claimant != replier else ()
            for row in rows:
                if claim in {one.claim for one in row.sayings}:
                    assert {reply.kind for reply in row.replies} <= {"reframes"}, (replier, claim)
                    assert row.silence is None or row.silence.kind == "silent", (replier, claim)
