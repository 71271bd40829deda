"""Questions, explanations and reports mean the same by the same words, on the cases and on the questions' own fixtures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
import pytest

from kg import ask, build, dispute, explain, rdf, store
from kg.facts import Facts
from kg.report.parts.matrix import direction
from kg.resources import folder
from kg.words import select
from tests import support

CASES = sorted(path.name for path in folder("data").iterdir() if (path / "case.yaml").is_file())
FIXTURES = ["claims-not-addressed", "denials-without-argument", "concessions", "second-hand-claims"]
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


def test_the_state_of_a_dispute_means_by_its_words_what_the_questions_do(told: Told) -> None:
    """Not addressed (but for what is met with a claim read as near), denied without argument, conceded, known second-hand."""
    standings = dispute.state_all(told.held)
    silent = {(one.party, claim) for claim, made in standings.items() for one in made.answers if one.how == "not-addressed"}
    near = {(one.party, claim) for claim, made in standings.items() for one in made.answers if one.how == "reframes"}
    answered = told.answered("claims-not-addressed", "party")
    assert silent == answered - near
    assert {(who, claim) for claim, made in standings.items() for who in made.unargued} == told.answered("denials-without-argument", "who")
    conceded = {(one.by, claim) for claim, made in standings.items() for one in made.stances if one.stance == "concedes"}
    assert conceded == told.answered("concessions", "who")
    chains = {(rdf.text(terms["claim"]), rdf.text(terms["chain"])) for terms in ask.run(told.held, "second-hand-claims").terms}
    assert {claim for claim, made in standings.items() if made.second_hand} == {claim for claim, _ in chains}
    assert sum(len(made.chains) for made in standings.values()) == len(ask.run(told.held, "second-hand-claims").rows)


def test_challenges_that_meet_a_claim_are_the_same_everywhere(told: Told) -> None:
    """In the inferred graph, in reports, and in the state of the dispute."""
    rows = select(told.held, "SELECT ?challenge ?claim { ?challenge kg:meets ?claim ; kg:counted true }")
    inferred = {(row["challenge"], row["claim"]) for row in rows}
    standings = dispute.state_all(told.held)
    assert {(one.thing, claim) for claim, made in standings.items() for one in made.challenges} == inferred
    heads = {(challenge, told.facts.first(claim)) for challenge, claim in inferred}
    assert {(one.iri, head) for head, them in told.facts.attacks.items() for one in them} == heads
