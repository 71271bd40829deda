"""How a party met a claim: each kind of reply, silence and what it rests on; both sides alike."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.facts import Facts
from kg.report.parts.matrix import Direction, direction
from kg.report.parts.reply import silence
from kg.things import Document
from tests.report.conftest import BRIDGE, Change, graph

BASE = "https://example.org/bridge/"


def direct(held: ox.Store, claimant: str = "herald", replier: str = "council") -> Direction:
    return direction(Facts(held), f"{BASE}{claimant}", f"{BASE}{replier}")


def told(one: Direction) -> dict[str, str]:
    """Claim → its replies, or why there is none."""
    return {
        row.claim.removeprefix(BASE): " ".join(reply.kind for reply in row.replies) or (row.silence.kind if row.silence else "")
        for row in one.rows
    }


def test_each_kind_of_reply(bridge: ox.Store) -> None:
    assert told(direct(bridge)) == {
        "article/late": "concedes",
        "article/mayor-knew": "questions",
        "article/money-gone": "denies",
        "article/nine-cracks": "reframes",
        "article/no-plan": "silent",
        "article/unsafe": "denies-argued",
        "reply/closed-soon": "mentioned",  # passed on by the council, and no reply
        "second-article/not-all": "mentioned",
    }
    assert told(direct(bridge, "council", "herald")) == {
        "reply/repaired": "denies",
        "reply/herald-biased": "in-part",
        "reply/three-wide": "in-part",
    }


@pytest.mark.parametrize(
    ("changes", "claim", "kind"),
    [
        ({"reply.yaml": ("same-late: {kind: restates", "same-late: {kind: differs")}, "article/late", "reframes"),
        ({"reply.yaml": ("bridge-unsafe, with: repaired, by: council", "bridge-unsafe, with: repaired, by: me")},
         "article/unsafe", "denies"),
        ({"reply.yaml": ("{stance: questions}", "{stance: asserts}")}, "article/mayor-knew", "asserts"),
        ({"reply.yaml": ("biased: {against: article,", "biased: {against: article:cracks-show,")}, "article/unsafe", "denies-argued"),
        ({"reply.yaml": ("biased: {against: article,", "biased: {against: article:no-plan,")}, "article/no-plan", "argued"),
        ({"reply.yaml": ("biased: {against: article,", "biased: {against: article:no-plan/herald/asserts,")}, "article/no-plan", "argued"),
        ({"reply.yaml": ("biased: {against: article,", "biased: {against: article:cracks/2024,")}, "article/nine-cracks", "argued"),
        ({"reply.yaml": ("  read: full", "  read: part")}, "article/no-plan", "in-part"),
        ({"reply.yaml": ("published: 2025-03\n  responds-to: article", "published: 2025-01")}, "article/no-plan", "mentioned"),
        ({"reply.yaml": ("published: 2025-03\n  responds-to: article", "published: 2025-02"), "minutes.yaml": ("author: council, ", "")},
         "article/no-plan", "undated"),
        ({"reply.yaml": ("published: 2025-03\n  responds-to: article", "published: 2025-01"), "minutes.yaml": ("author: council, ", "")},
         "article/no-plan", "earlier"),
        ({"reply.yaml": ("published: 2025-03", "published: 2025-01")}, "article/no-plan", "silent"),
    ],
)  # fmt: skip
def test_what_changes_a_reply(changed: Change, changes: dict[str, tuple[str, str]], claim: str, kind: str) -> None:
    assert told(direct(changed(changes)))[claim] == kind


@pytest.mark.parametrize(
    ("said", "kind"), [("questions, as: council", "denies-argued"), ("questions", "denies")], ids=["as the council", "for itself"]
)
def test_who_speaks_as_a_party_argues_for_it(changed: Change, said: str, kind: str) -> None:
    """The mayor speaks as the council in the document, on another claim than the one that is challenged there."""
    old = "said: {mayor: {stance: questions}}"
    new = f"said: {{mayor: {{stance: {said}}}}}\nchallenges: {{c: {{against: article:money-gone, with: not-all, by: mayor}}}}"
    assert told(direct(changed({"second-article.yaml": (old, new)})))["article/money-gone"] == kind


@pytest.mark.parametrize(("word", "attacked"), [("reply:money-missing/council/denies", False), ("article:money-gone/herald/asserts", True)])
def test_to_challenge_a_denial_is_to_challenge_no_claim(changed: Change, word: str, attacked: bool) -> None:
    challenge = f"challenges: {{c: {{against: {word}, with: not-all, by: mayor}}}}"
    held = changed({"second-article.yaml": ("links:", f"{challenge}\nlinks:")})
    assert (f"{BASE}article/money-gone" in Facts(held).attacks) == attacked


def test_who_has_no_document_here_cannot_be_said_to_be_silent(changed: Change) -> None:
    held = changed({"second-article.yaml": ("said: {mayor: {stance: questions}}", "said: {herald: {stance: asserts}}")})
    assert set(told(direct(held, "herald", "mayor")).values()) == {"none"}


def test_who_speaks_in_anothers_document_has_that_document(bridge: ox.Store) -> None:
    """The mayor is heard in the Herald's second article, which was read in part."""
    assert told(direct(bridge, "herald", "mayor"))["article/unsafe"] == "in-part"
    assert told(direct(bridge, "herald", "mayor"))["article/no-plan"] == "questions"


def test_a_reply_from_before_the_claim_says_so(changed: Change) -> None:
    held = changed({"second-article.yaml": ("published: 2025-04", "published: 2025-01")})
    row = next(row for row in direct(held, "council", "herald").rows if row.claim.endswith("/repaired"))
    assert [(reply.kind, reply.earlier) for reply in row.replies] == [("denies", True)]
    assert not any(reply.earlier for row in direct(held).rows for reply in row.replies)


def test_parts_without_a_reply_of_their_own(bridge: ox.Store, changed: Change) -> None:
    def parts(held: ox.Store) -> list[tuple[str, str]]:
        row = next(row for row in direct(held).rows if row.claim.endswith("/unsafe"))
        return [(part.claim.removeprefix(BASE), part.silence.kind) for part in row.parts]

    assert parts(bridge) == [("article/load-doubled", "silent")]
    answered = changed({"reply.yaml": ("biased: {against: article,", "biased: {against: article:load-doubled,")})
    assert parts(answered) == []
    assert told(direct(answered))["article/load-doubled"] == "argued"


def test_parts_of_each_other_are_not_lost(changed: Change) -> None:
    old = "    kind: factual\n    said: {herald: {stance: asserts}}\nsupports:"
    held = changed({"article.yaml": (old, old.replace("kind: factual", "kind: factual\n    part-of: unsafe"))})
    row = next(row for row in direct(held).rows if row.claim.endswith("/unsafe"))
    assert {part.claim.rpartition("/")[2] for part in row.parts} == {"load-doubled", "no-plan"}


def test_what_is_no_reply_to_one_claim_is_listed(bridge: ox.Store) -> None:
    one, other = direct(bridge), direct(bridge, "council", "herald")
    assert [challenge.iri.rpartition("/")[2] for challenge in one.at_large] == ["biased"]
    assert [claim.rpartition("/")[2] for claim in other.denials] == ["bridge-old"]
    assert (other.at_large, one.denials) == ((), ())


def test_evidence_sources_and_others(bridge: ox.Store) -> None:
    rows = {row.claim.rpartition("/")[2]: row for row in direct(bridge).rows}
    assert [one.by for one in rows["nine-cracks"].evidence] == [(f"{BASE}me",)]
    assert rows["no-plan"].others == (f"{BASE}mayor",)
    assert rows["unsafe"].claims == (f"{BASE}article/unsafe", f"{BASE}reply/bridge-unsafe")


def test_annotators_challenge_only_where_asked_for(bridge: ox.Store, changed: Change) -> None:
    def others(held: ox.Store) -> tuple[str, ...]:
        return next(row for row in direct(held, "council", "herald").rows if row.claim.endswith("/repaired")).others

    assert others(bridge) == ()
    assert others(changed({}, annotators=True)) == (f"{BASE}me",)


def test_both_sides_are_told_alike(tmp_path: Path) -> None:
    """Whoever is called what: with the names exchanged, the tables are exchanged."""
    for path in BRIDGE.glob("*.yaml"):
        text = path.read_text("utf-8").replace("council", "\0").replace("herald", "council").replace("\0", "herald")
        (tmp_path / path.name).write_text(text, "utf-8")
    plain, exchanged = graph(BRIDGE), graph(tmp_path)

    def rows(one: Direction) -> list[tuple[object, ...]]:
        return [
            (row.claim, row.claims, [r.kind for r in row.replies], row.silence and row.silence.kind, len(row.parts)) for row in one.rows
        ]

    def renamed(rows: list[tuple[object, ...]]) -> str:
        return repr(rows).replace("council", "\0").replace("herald", "council").replace("\0", "herald")

    for one, other in (("herald", "council"), ("council", "herald")):
        assert renamed(rows(direct(plain, one, other))) == repr(rows(direct(exchanged, other, one)))


def document(name: str, earliest: str = "", latest: str = "", read: str = "full", responds: str = "") -> Document:
    return Document(name, 1, name, earliest, earliest, latest, read, (), (), frozenset(responds.split()), {}, False)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (document("r", "2025-03-01", "2025-03-31"), "silent"),
        (document("r", "2025-02-28", "2025-02-28"), "undated"),
        (document("r", "2025-01-01", "2025-01-31"), "earlier"),
        (document("r"), "undated"),
        (document("r", responds="c"), "silent"),
        (document("r", "2025-01-01", "2025-01-31", responds="c"), "silent"),
        (document("r", "2025-03-01", ""), "silent"),
        (document("r", "", "2025-01-31"), "earlier"),
        (document("r", "2025-03-01", "2025-03-31", "part"), "in-part"),
        (document("r", "2025-03-01", "2025-03-31", ""), "in-part"),
        (document("r", "2025-03-01", "2025-03-31", "mention"), "mentioned"),
    ],
)
def test_what_silence_means(bridge: ox.Store, reply: Document, kind: str) -> None:
    facts = Facts(bridge)
    facts.documents = {"c": document("c", "2025-02-01", "2025-02-28"), "r": reply}
    assert silence(facts, ["c"], (reply,)).kind == kind
    assert silence(facts, ["c"], ()).kind == "none"


def test_what_is_later_than_what_tells_of_a_claim_is_later(bridge: ox.Store) -> None:
    facts, reply = Facts(bridge), document("r", "2025-03-01", "2025-03-31")
    facts.documents = {"c": document("c"), "t": document("t", "2025-02-01", "2025-02-28"), "r": reply}
    assert [silence(facts, ["c"], (reply,), told).kind for told in ((), ("t",), ("r",))] == ["undated", "silent", "undated"]


def test_claims_that_somebody_says_differ_are_no_one_claim(changed: Change) -> None:
    """Each restates the one between them; the two differ."""
    same = "same-plan: {kind: restates, claim: plan-missing, other: article:no-plan}"
    more = "\n  old: {kind: restates, claim: plan-missing, other: reply:bridge-old}"
    facts = Facts(changed({
        "second-article.yaml": (same, same + more),
        "reply.yaml": ("links:\n", "links:\n  not-old: {kind: differs, claim: bridge-old, other: article:no-plan}\n"),
    }))  # fmt: skip
    assert facts.restated[f"{BASE}article/no-plan"] == (f"{BASE}article/no-plan", f"{BASE}second-article/plan-missing")
    assert facts.restated[f"{BASE}reply/bridge-old"] == (f"{BASE}reply/bridge-old",)


def conceded(one: Direction) -> list[str]:
    return [sayings[0].claim.removeprefix(BASE) for sayings in one.concessions]


def test_what_is_conceded_awaits_no_reply(bridge: ox.Store, changed: Change) -> None:
    """Be it said by the other side or by nobody else, by the party itself or as only the other reports it."""
    one, other = direct(bridge), direct(bridge, "council", "herald")
    assert (conceded(one), conceded(other)) == ([], ["reply/answered-late"])
    assert "reply/answered-late" not in told(other)
    plan = "says: {en: There is no plan for repairs, ru: Плана ремонта нет}\n    kind: factual\n    said: {herald: {stance: "
    alone = changed({
        "reply.yaml": ("{council: {stance: relays, from: {by: herald, stance: asserts}}}",
                       "{council: {stance: relays, from: {by: herald, stance: concedes}}}"),
        "article.yaml": (plan + "asserts", plan + "concedes"),
    })  # fmt: skip
    assert conceded(direct(alone)) == ["article/no-plan", "reply/closed-soon"]
    assert not {"article/no-plan", "reply/closed-soon"} & told(direct(alone)).keys()


def test_what_others_report_makes_no_claim_of_a_concession(changed: Change) -> None:
    """The council reports the Herald to assert what the Herald itself concedes: its own words count."""
    plan = "says: {en: There is no plan for repairs, ru: Плана ремонта нет}\n    kind: factual\n    said: {herald: {stance: "
    held = changed({
        "article.yaml": (plan + "asserts}}", plan + "concedes}, council: {stance: relays, from: {by: herald, stance: asserts}}}"),
    })  # fmt: skip
    assert "article/no-plan" in conceded(direct(held))


def test_what_is_passed_on_is_kept(bridge: ox.Store) -> None:
    assert [row.claim.removeprefix(BASE) for row in direct(bridge).unreplied if row.relayed] == ["reply/closed-soon"]
