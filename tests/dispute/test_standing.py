"""Labels with their reasons, answers, chains, reported words: a case in which each is known, and what must not be found."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import case, dispute
from kg.dispute.standing import Dispute
from kg.dispute.things import Standing
from kg.problems import KgError
from tests import support

BASE = "https://example.org/case/"
VOICED = f"""\
base: {BASE}
title: {{en: Noise}}
version: "1"
languages: [en]
parties: [works, street]
annotators: {{me: {{name: {{en: Me}}, kind: person}}}}
"""
ACTORS = """\
actors:
  works: {name: {en: The works}, kind: organisation}
  street: {name: {en: The street}, kind: group}
  desk: {name: {en: The press desk}, kind: office}
  ann: {name: {en: Ann}, kind: person}
"""
COMPLAINT = """\
document: {title: {en: Complaint}, author: street, published: 2024-03, read: full}
claims:
  noise: {says: {en: It is loud at night}, kind: factual, said: {street: {stance: asserts}}}
ties:
  desk-of-works: {who: desk, kind: part-of, whom: works}
"""
ANSWER = """\
document: {title: {en: Answer}, author: ann, published: 2024-04, responds-to: complaint, read: full}
claims:
  loud: {says: {en: It is loud at night}, kind: factual, said: {ann: {stance: denies, as: desk}}}
  stopped: {says: {en: At night the works stand still}, kind: factual, said: {ann: {stance: asserts, as: desk}}}
challenges:
  still: {against: complaint:noise, with: stopped, by: ann}
links:
  same: {kind: restates, claim: loud, other: complaint:noise}
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return support.graph(support.read(support.TESTS / "dispute" / "case", tmp_path_factory.mktemp("case")))


@pytest.fixture(scope="module")
def found(graph: ox.Store) -> dict[str, Standing]:
    return {claim.removeprefix(BASE): made for claim, made in dispute.state_all(graph).items()}


LABELS = {
    "report/alone": "unmet",
    "report/denied-only": "unmet",  # a denial without argument attacks nothing
    "report/rebutted": "met",
    "reply/weak": "met",
    "report/defended": "unmet",  # what is brought against it is met
    "report/left": "open",  # whatever the letter says
    "report/conceded": "met",  # in other words
    "reply/hung-too": "",
    "statement/agreed": "unmet",  # its own too
    "reply/right": "open",
    "report/lost-support": "unmet",  # it may stand without the argument for it
    "report/by-annotator": "unmet",
    "report/doubted-word": "unmet",
    "reply/told-letter": "",
    "reply/hung": "",  # only the letter would tell
    "reply/robust": "met",  # whatever the letter says
    "statement/late": "",  # what responds to it is not in the case
    "reply/told-nowhere": "unmet",  # the union is no party
}


@pytest.mark.parametrize(("claim", "label"), LABELS.items())
def test_a_claims_label(found: dict[str, Standing], claim: str, label: str) -> None:
    assert found[claim].label == label
    assert bool(found[claim].gaps) == (not label)


@pytest.mark.parametrize(
    ("support_", "label"),
    [
        ("step", "met"),  # undercut
        ("two", "unmet"),  # one piece of two is left
        ("one", "met"),  # its only piece is undermined
        ("another", "met"),
        ("same-piece", "unmet"),  # the same piece, attacked in another argument only
        ("count", "unmet"),
    ],
)
def test_a_supports_label(graph: ox.Store, support_: str, label: str) -> None:
    assert Dispute(graph).label(f"{BASE}report/{support_}") == label


def test_every_reason_says_which_attack_by_whom_and_where(found: dict[str, Standing]) -> None:
    (reason,) = found["report/rebutted"].reasons
    assert (reason.attack, reason.kind, reason.by, reason.document) == (f"{BASE}reply/r1", "rebuts", (f"{BASE}ministry",), f"{BASE}reply")
    assert (reason.target, reason.through, reason.label) == (f"{BASE}report/rebutted", "", "unmet")
    (reason,) = found["report/defended"].reasons
    assert reason.label == "met"
    assert str(found["report/rebutted"]).startswith(
        "“This is rebutted”. In this corpus: met. What is brought against it is itself unmet. "
        "Ministry argues against it with “Nothing is brought against this” in The reply (unmet)."
    )
    (one,) = found["report/only-piece"].supports
    assert [(each.kind, each.through.removeprefix(BASE), each.label) for each in one.reasons] == [
        ("undermines", "report/beds/2024", "unmet")
    ]
    assert "which takes away what it brings: bed, 2024: 20" in str(one)


@pytest.mark.parametrize(
    ("thing", "gaps"),
    [
        ("reply/told-letter", {("coalition", "letter", "says")}),
        ("reply/hung", {("coalition", "letter", "rests")}),
        ("reply/r13", {("coalition", "letter", "rests")}),
        ("statement/late", {("coalition", "rejoinder", "responds")}),
        ("letter", {("coalition", "letter", "itself")}),
        ("reply/told-invented", set()),  # the report is in the case, and was read
        ("reply/robust", set()),
    ],
)
def test_where_a_partys_document_is_missing_the_gap_is_named(graph: ox.Store, thing: str, gaps: set[tuple[str, str, str]]) -> None:
    found = {(one.party.removeprefix(BASE), one.document.removeprefix(BASE), one.why) for one in Dispute(graph).labelled(BASE + thing).gaps}
    assert found == gaps


@pytest.mark.parametrize("failed", [f"{BASE}report/share", f"{BASE}report/not-treated/2024"])
def test_what_failed_undermines_what_rests_on_it(graph: ox.Store, failed: str) -> None:
    """The calculation undermines the claim that states it, and the argument that brings that; a figure of it does not."""
    found = Dispute(graph, {failed: "https://example.org/finding"})
    stated = failed.endswith("share")
    assert found.label(f"{BASE}report/counted") == ("met" if stated else "unmet")
    assert found.label(f"{BASE}report/count") == ("met" if stated else "unmet")
    assert found.label(f"{BASE}report/from-counted") == "unmet"
    assert found.label(failed) == "met"
    reasons = found.labelled(f"{BASE}report/counted").reasons
    assert [(one.attack, one.kind, one.by) for one in reasons] == ([("https://example.org/finding", "undermines", ())] if stated else [])
    assert all("A finding of the audit" in str(one) for one in reasons)


def test_what_failed_may_be_named_without_a_finding(graph: ox.Store) -> None:
    assert dispute.state(graph, f"{BASE}report/only-piece", {f"{BASE}report/beds/2024"}).supports[0].label == "met"


ANSWERS = {
    ("report/rebutted", "ministry"): ["argued"],
    ("report/denied-only", "ministry"): ["denies"],
    ("report/conceded", "ministry"): ["concedes"],
    ("report/reframed", "ministry"): ["reframes"],
    ("report/questioned", "ministry"): ["questions"],
    ("report/by-office", "ministry"): ["denies"],
    ("report/by-former", "ministry"): ["not-addressed"],
    ("report/alone", "ministry"): ["not-addressed"],
    ("report/part-met", "ministry"): ["argued"],
    ("report/part-silent", "ministry"): ["not-addressed"],
    ("report/doubted-word", "ministry"): ["argued"],
    ("report/only-piece", "ministry"): ["argued"],
    ("report/by-annotator", "ministry"): ["not-addressed"],
    ("report/alone", "coalition"): ["asserts"],
    ("statement/late", "coalition"): ["unknown"],
    ("reply/told-letter", "ministry"): ["argued"],
    ("reply/told-invented", "ministry"): ["not-addressed"],  # it passes it on, and the reply came after the report
    ("reply/told-nowhere", "ministry"): [],  # no party's claim
}


@pytest.mark.parametrize(("claim", "party", "how"), [(*pair, how) for pair, how in ANSWERS.items()])
def test_how_a_party_met_a_claim(found: dict[str, Standing], claim: str, party: str, how: list[str]) -> None:
    assert [one.how for one in found[claim].answers if one.party == BASE + party] == how


def test_silence_names_only_later_documents_that_were_read(found: dict[str, Standing]) -> None:
    (answer,) = (one for one in found["report/alone"].answers if one.how == "not-addressed")
    assert [one.iri.removeprefix(BASE) for one in answer.documents] == ["reply", "statement"]
    (unknown,) = (one for one in found["statement/late"].answers if one.how == "unknown")
    assert unknown.why == "mentioned"


def test_passing_on_is_no_answer(found: dict[str, Standing]) -> None:
    (answer,) = (one for one in found["reply/told-invented"].answers if one.party.endswith("ministry"))
    assert answer.relayed
    assert "which is no answer" in str(answer)


def test_an_answer_from_before_the_claim_is_told_as_such(found: dict[str, Standing]) -> None:
    (answer,) = (one for one in found["report/denied-before"].answers if one.party.endswith("ministry"))
    assert (answer.how, answer.earlier) == ("denies", True)
    assert not any(one.earlier for one in found["report/denied-only"].answers)


def test_parts_are_told_with_their_whole(found: dict[str, Standing]) -> None:
    assert [(one.claim.removeprefix(BASE), one.label) for one in found["report/whole"].parts] == [
        ("report/part-met", "met"),
        ("report/part-silent", "unmet"),
    ]


def test_parts_of_each_other_come_to_an_end(graph: ox.Store) -> None:
    made = dispute.state(graph, "report:ring")
    assert [one.claim for one in made.parts] == [f"{BASE}report/ring-too"]
    assert made.parts[0].parts == ()


def test_who_denies_without_argument(found: dict[str, Standing]) -> None:
    assert found["reply/denied-too"].unargued == (f"{BASE}ministry",)
    assert found["reply/told-letter"].unargued == ()


def test_what_is_known_second_hand(found: dict[str, Standing]) -> None:
    (chain,) = found["reply/told-letter"].chains
    assert [(who.removeprefix(BASE), where.removeprefix(BASE)) for who, where in chain.steps] == [
        ("ministry", "reply"),
        ("coalition", "letter"),
    ]
    assert chain.opponents
    assert str(chain) == "Known only through a document of another party: Ministry (The reply) → Coalition (The letter)."
    assert not found["reply/told-nowhere"].chains[0].opponents
    assert not found["report/said-so"].second_hand


@pytest.mark.parametrize(
    ("claim", "state", "original", "how", "opponent"),
    [
        ("reply/told-wider", "original", "report/said-so", "narrower", True),
        ("reply/told-invented", "not-found", "", "", True),
        ("reply/told-letter", "not-at-hand", "", "", True),
        ("reply/told-nowhere", "not-named", "", "", False),
        ("reply/told-denial", "not-found", "", "", True),  # they assert it
        ("reply/told-elsewhere", "not-found", "", "", False),  # they say so in another document than the one that is named
        ("reply/told-own", "not-found", "", "", False),  # its own office
    ],
)
def test_reported_words_stand_beside_the_original(
    found: dict[str, Standing], claim: str, state: str, original: str, how: str, opponent: bool
) -> None:
    (report,) = found[claim].reports
    assert (report.state, report.original.removeprefix(BASE), report.how, report.opponent) == (state, original, how, opponent)


def test_with_the_text_at_hand_reported_words_are_quoted(graph: ox.Store, found: dict[str, Standing]) -> None:
    (passage,) = found["reply/told-wider"].reports[0].told_at
    told = str(Dispute(graph, quoted={passage: "beds are always\n few"}).standing(f"{BASE}reply/told-wider").reports[0])
    assert told.startswith("Ministry reports Coalition, another party: “Beds are always too few” (“beds are always few”). Their own words")


def test_an_opponents_words_inside_the_quote(found: dict[str, Standing]) -> None:
    """Not the denial of what is reported in the same breath, nor what stands elsewhere."""
    (mixed,) = found["reply/told-letter"].mixed
    assert (mixed.outer.partition("#")[2], mixed.inside.partition("#")[2]) == ("char=300,350", "char=310,320")
    assert (mixed.of, mixed.by, mixed.opponents) == (f"{BASE}coalition", f"{BASE}ministry", True)
    assert [one.outer for one in found["reply/so-called"].mixed] == [mixed.outer]
    assert [one.outer.partition("#")[2] for one in found["reply/aside"].mixed] == ["char=900,960"]
    assert found["reply/two-speak"].mixed == ()  # nobody passes on anything
    assert found["reply/told-wider"].mixed == ()


def test_an_annotators_challenge_counts_where_it_is_asked_for(graph: ox.Store) -> None:
    claim = f"{BASE}report/by-annotator"
    assert dispute.state(graph, claim).challenges == ()
    assert dispute.state(graph, claim, annotators=True).label == "met"


def test_both_sides_alike(tmp_path: Path) -> None:
    """With the parties' names exchanged everywhere, every label and answer is the same of the other."""
    here = support.graph(support.read(support.TESTS / "dispute" / "case", tmp_path / "here"))
    support.read(support.TESTS / "dispute" / "case", tmp_path / "there")
    for path in (tmp_path / "there").glob("*.yaml"):
        text = path.read_text("utf-8").replace("ministry", "\0").replace("coalition", "ministry").replace("\0", "coalition")
        path.write_text(text, "utf-8")
    there = support.graph(support.read(tmp_path / "there", tmp_path / "again"))
    turned = {f"{BASE}ministry": f"{BASE}coalition", f"{BASE}coalition": f"{BASE}ministry"}

    def told(of: ox.Store, names: dict[str, str]) -> dict[str, object]:
        return {
            claim: (made.label, sorted((names.get(one.party, one.party), one.how, one.why) for one in made.answers))
            for claim, made in dispute.state_all(of).items()
        }

    assert told(here, {}) == told(there, turned)


def test_an_argument_is_a_partys_by_the_same_voice_as_a_denial(tmp_path: Path) -> None:
    """Who argues speaks there in the name of an office, and the office for a party: not the denial alone is the party's."""
    told = {"case.yaml": VOICED, "actors.yaml": ACTORS, "complaint.yaml": COMPLAINT, "answer.yaml": ANSWER}
    for name, text in told.items():
        (tmp_path / name).write_text(text, "utf-8")
    made = dispute.state(support.graph(case.read(tmp_path)), "complaint:noise")
    how = {one.party.removeprefix(BASE): (one.how, len(one.challenges)) for one in made.answers}
    assert how == {"works": ("argued", 1), "street": ("asserts", 0)}


def test_it_is_the_same_one_by_one(graph: ox.Store, found: dict[str, Standing]) -> None:
    for name in ("report/whole", "reply/hung", "statement/late"):
        assert dispute.state(graph, BASE + name) == found[name]
        assert str(dispute.state(graph, BASE + name)) == str(found[name])


def test_a_claim_may_be_given_by_its_name(graph: ox.Store, found: dict[str, Standing]) -> None:
    assert dispute.state(graph, "report:alone") == found["report/alone"]


@pytest.mark.parametrize("name", [f"{BASE}reply", "nothing", f"{BASE}nothing"])
def test_no_such_claim(graph: ox.Store, name: str) -> None:
    with pytest.raises(KgError, match=r"reply|nothing"):
        dispute.state(graph, name)
