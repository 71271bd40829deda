"""Each fact is told where it belongs, and what is not so is not told."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import build, explain, store
from kg.resources import folder
from tests.explain.conftest import graph


def told(held: ox.Store, name: str, words: dict[str, str] | None = None, lang: str = "en") -> dict[str, str]:
    """The sentences under each heading."""
    return {section.heading: " ".join(section.sentences) for section in explain.explain(held, name, lang, words or {}).sections}


WHAT, SAID, MET, RESTS = "What it is", "Who says it, who denies it", "How it was met", "What it rests on"
WORD = "On whose word it rests"
NOTED, UNKNOWN = "What annotators note", "What is not known, and how it was checked"


@pytest.mark.parametrize(
    ("name", "heading", "fact"),
    [
        # A claim: whose, denied by whom, through whom, where in which text of which date
        ("article:unsafe", WHAT, "asserted by The Herald; passed on by Town council; denied by Town council"),
        ("article:unsafe", SAID, "The Herald asserts it in “Cracks in the bridge” (3 February 2025, characters 22–44)."),
        ("article:unsafe", SAID, "Town council denies it in “Reply of the council to the article…” (March 2025, characters 68–78)."),
        ("reply:said-unsafe", SAID, "saying that The Herald asserts it in “Cracks in the bridge” (3 February 2025)"),
        ("article:unsafe", SAID, "(There the claim is worded: “The bridge is unsafe”.)"),
        ("reply:all-repaired", SAID, "Ivan Petrov (as: Mayor) asserts it"),
        ("article:lorries", SAID, "The Herald passes it on"),
        ("article:lorries", SAID, "saying that Residents assert it"),
        ("article:lorries", WHAT, "a wider claim: “The bridge is not safe” (denied by Town council"),
        ("article:unsafe", WHAT, "Its parts: “Lorries cross the bridge at night”"),
        # On whose word it rests and how it stands: in a line each, then why, each once
        ("article:unsafe", WHAT, "Its sources: unknown. In this corpus: met."),
        ("article:unsafe", MET, "What is brought against it is itself unmet."),
        ("article:lorries", MET, "No argument against it is linked."),
        ("article:unsafe", WORD, "On whose word it rests is unknown, at least: self-sourced, The engineer – “Cracks found, 2024: nine”"),
        ("article:unsafe", WORD, "to review: “Cracks in the bridge”: its sources, ties of those who speak in it"),
        ("article:unsafe", WORD, "Where they come from: “The engineer's letter” and “Cracks in the bridge”."),
        ("article:unsafe", WORD, "“Cracks found, 2024: nine” has as its source “The engineer's letter”"),
        ("article:unsafe", WORD, "If “Cracks in the bridge”; “The engineer's letter” is withdrawn, it would be: unknown."),
        ("article:unsafe", WORD, "share of funds that does: none"),
        ("reply", "In short", "Sources, 5 claims: self-sourced 1; no source in this corpus 3; unknown 1. In this corpus: unmet 4; met 1."),
        ("council", "In short", "Sources, 3 claims: self-sourced 1; no source in this corpus 2. In this corpus: unmet 3."),
        # How it was met: the claim, the step to it, its evidence; silence; what it rests on
        ("article:unsafe", MET, "Town council argues against it, with “All cracks were repaired”"),
        ("article:unsafe", MET, "argues against the step from “The engineer's letter” (2019) to it"),
        ("article:unsafe", MET, "argues against the document “The engineer's letter” as evidence for it"),
        (
            "article:hidden",
            MET,
            "Town council: no reply to it is linked by the annotators (no stance of its own, no argument against it). Later documents",
        ),
        ("article:hidden", MET, "Town council does address what is related to it: “The survey came late”"),
        ("article:unsafe", RESTS, "The Herald offers “The engineer's letter” (2019) in support of it"),
        (
            "article:unsafe",
            RESTS,
            "Anna, annotating, reads as support of it: “Cracks found, 2024: nine” and “Cracks found, 2025: fourteen”",
        ),
        ("article:unsafe", RESTS, "source named by the document: “The engineer's letter”"),
        ("article:unsafe", RESTS, "this assumes: The same part was looked at"),
        ("article:unsafe", RESTS, "Another inspector counts"),
        ("reply:late", RESTS, "No argument for it is linked by the annotators in the documents in which it stands: “Reply"),
        ("article:opens", RESTS, "may stand in a document that is not read here: “The engineer's letter” (2019)."),
        # What it imputes, what is noted, what is unknown
        ("article:hidden", WHAT, "intent; to whom: Ivan Petrov"),
        ("article:hidden", WHAT, "No second reader has read it yet."),
        ("article:hidden", NOTED, "Anna marks “imputed intent”"),
        ("article:lorries", UNKNOWN, "known only second-hand"),
        ("article:lorries", UNKNOWN, "Reported, with no document entered where it stands: Residents."),
        ("article:unsafe", UNKNOWN, "“The engineer's letter” (2019) is only named in this case"),
        ("article:unsafe", UNKNOWN, "Set aside, as its passage does not match the text, or along with such a thing: mark article:lost."),
        ("article:unsafe", UNKNOWN, "what it rests on and the authors' ties. It is unknown, not absent."),
        ("reply:late", SAID, "characters 161–195 [not checked]"),
        ("article:opens", UNKNOWN, "Without a passage in a text that is known: 1 stance."),
        ("reply:late", UNKNOWN, "written without digits to compare: 1 passage"),
        (
            "reply:letter-old",
            UNKNOWN,
            "The Herald: no reply is linked, and whether there is one cannot be told: none of their documents that are known to be "
            "later was read in full. Not read in full: “Still cracks”",
        ),
        ("followup:no-link", UNKNOWN, "Town council: no reply is linked, and whether there is one cannot be told: none of their"),
        ("reply:all-repaired", UNKNOWN, "1 challenge by an annotator, not a party, left out here"),
        ("reply:said-unsafe", UNKNOWN, "left out here: reply.by-second; --annotators tells"),
        # Actors
        ("council", "Ties", "Mayor heads Town council"),
        ("council", "Ties", "Town council funds The inspector (half; when is not said), according to “Cracks in the bridge”"),
        ("council", "Stances taken", "5 stances in 1 document: asserts 2, relays 1, denies 1, concedes 1."),
        ("council", "Disputing others, or taking back", "Denies: “The bridge is unsafe”"),
        ("herald", "Said, and others dispute it or say otherwise", "denied by Town council; argued against by Town council"),
        ("herald", "Said according to others", "Town council passes it on in"),
        ("petrov", "Ties", "holds the office Mayor (from 2024)"),
        ("petrov", "What others argue against this actor or their words", "imputes something to this actor (intent)"),
        ("mayor", "Who speaks in this capacity", "Ivan Petrov: 1 stance"),
        ("residents", "Measures", "“Closing order” (in force)"),
        ("herald", UNKNOWN, "No tie is recorded in the documents of this case, which does not say that there is none."),
        ("herald", "Arguments", "The Herald offers “The engineer's letter” (2019) in support of the claim “The bridge is not safe”"),
        # Documents, measures, figures, passages
        ("letter", WHAT, "Nobody here has read it"),
        ("letter", "How it relates to other documents", "Cited in: “Cracks in the bridge”"),
        ("article", "How it relates to other documents", "Responses to it: “Reply of the council"),
        ("reply", "Who speaks in it", "Only reported here, how often: The Herald (1)."),
        ("reply:closing", WHAT, "in force (since when: January 2025), according to “Reply"),
        (
            "reply:closing",
            "In other documents",
            "Anna reads “The order to close” in “Still cracks” (May 2025) as saying the same as this measure.",
        ),
        ("reply:closing", "In other documents", "“The order to close”: announced, according to “Still cracks” (May 2025)."),
        (
            "reply:closing",
            "In other documents",
            "“Closing of the bridge”: proposed, according to “Cracks in the bridge” (3 February 2025). What is told last",
        ),
        (
            "reply:closing",
            "What it is said to bring about",
            "asserted by Town council; argued against by The Herald. This is claimed; whether it is so is not told here.",
        ),
        ("reply:closing", "What is named as what would show it", "2024: nine; 2025: three; 2024–2025: twelve"),
        (
            "article:cracks/2025",
            "Where its series breaks",
            "Before the break: 2024: nine. After it: 2025: fourteen. Across it: 1 October 2024 – 1 January 2025: eleven.",
        ),
        (
            "council",
            "Said, and others dispute it or say otherwise",
            "a broader claim, “The mayor hid the survey on purpose”, is denied by Residents",
        ),
        ("herald", "Said, and others dispute it or say otherwise", "a narrower claim, “The survey came late”, is denied by Residents"),
        ("article:cracks/2025", "Other figures beside it", "“Cracks repaired”"),
        ("article:cracks/2025", UNKNOWN, "No source that the document names for this figure is entered."),
        ("article:46-76", "What points to it", "The Herald offers “The engineer's letter”"),
    ],
)
def test_it_is_told(bridge: ox.Store, name: str, heading: str, fact: str) -> None:
    assert fact in told(bridge, name).get(heading, "(no such heading)")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("article:hidden", "The reply in Russian"),  # a translation
        ("reply:all-repaired", "whether it was answered"),  # the mayor's, who is no party
        ("article:lorries", "Residents asserts"),
        ("article:lorries", "Town council: no stance"),  # no party holds it
        ("article:opens", "Town council: "),  # its own claim, as others report
        ("reply:all-repaired", "sees an argument"),  # an annotator's, not counted
        ("reply:said-unsafe", "questions"),  # a second annotator's reading
        ("article:unsafe", "cannot be used safely"),
        ("article:unsafe", "known only second-hand"),
        ("council", "Boris"),
        ("herald", "Ties"),
        ("article:cracks/2024", "for this figure is entered"),
        ("reply", "read in part"),
    ],
)
def test_it_is_not_told(bridge: ox.Store, name: str, wrong: str) -> None:
    assert wrong not in explain.explain(bridge, name).text().replace("\n    ", " ")


def test_annotators_judgements_stand_apart() -> None:
    held = graph(annotators=True)
    claim = told(held, "reply:said-unsafe")
    assert (
        "Boris, in a file of their own, reads it as “The bridge cannot be used safely” (kind: factual): Town council questions it"
        in claim[NOTED]
    )
    assert "questions" not in claim[SAID]
    assert "with “A letter of 2019 shows nothing about today”, in “Reply" not in claim[MET].partition("the step from")[0]
    assert "Town council argues against it, with “A letter of 2019" in claim[NOTED]
    assert "Town council offers “The engineer's letter” (2019) in support of it" in claim[NOTED]
    assert "Boris reads this claim as saying something else than “Lorries cross the bridge at night”" in claim[NOTED]
    assert (
        "Anna, annotating, sees an argument against it, with “Cracks repaired, 2024–2025: twelve”"
        in told(held, "reply:all-repaired")[NOTED]
    )
    assert "argued against by" not in told(held, "reply:all-repaired")[WHAT]
    assert "As annotators read it in files of their own: Questions: “The bridge cannot be used safely”" in told(held, "council")[NOTED]
    assert "Boris has read it too, in a file of their own: reply.by-second." in told(held, "reply")[NOTED]
    assert "--annotators" not in explain.explain(held, "reply:said-unsafe").text()


def test_words_are_quoted_where_they_are_at_hand(bridge: ox.Store, bridge_words: dict[str, str]) -> None:
    assert "characters 68–78): “It is safe”." in told(bridge, "article:unsafe", bridge_words)[SAID]
    assert "“It is safe”" not in told(bridge, "article:unsafe")[SAID]
    assert told(bridge, "article:46-76", bridge_words)["Its words"] == "“the engineer's letter shows it”"
    assert "--text" in told(bridge, "article:46-76")["Its words"]


def test_what_is_named_can_be_explained(bridge: ox.Store) -> None:
    named = explain.explain(bridge, "reply").others
    assert [explain.explain(bridge, one.id).title for one in named] == [one.label for one in named]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_in_russian_nothing_is_english_but_what_documents_say(bridge: ox.Store, lang: str) -> None:
    text = explain.explain(bridge, "article:unsafe", lang).text().partition("Об этом")[0]
    assert ("characters" in text) == (lang == "en")
    assert ("знаки 22–44" in text) == (lang == "ru")


def test_what_restates_is_told_once_with_both_documents() -> None:
    held = store.memory(build.assemble([folder("data") / "kazakhstan-2025"]).quads)
    denied = [
        one for one in told(held, "lastayev")["Disputing others, or taking back"].split("Denies: ") if "systematic practice” in" in one
    ]
    assert len(denied) == 1
    assert "in “The Commissioner's statement in English…” (May 2025) and “Statement of the Commissioner for Human…” (13–31 May" in denied[0]


def test_in_short_only_where_it_is_long_or_asked_for(bridge: ox.Store) -> None:
    assert explain.explain(bridge, "council").sections[0].heading == "In short"
    assert explain.explain(bridge, "letter").sections[0].heading == WHAT
    brief = explain.explain(bridge, "letter", brief=True)
    assert ([one.heading for one in brief.sections], brief.others) == (["In short"], ())
    claim = explain.explain(bridge, "article:unsafe", brief=True)
    assert ([one.heading for one in claim.sections], claim.others) == ([WHAT], ())
    assert "In short: asserted by The Herald" in claim.text()


def test_in_short_counts_what_is_reported_and_what_is_disputed(bridge: ox.Store) -> None:
    told = explain.explain(bridge, "council").text().replace("\n    ", " ")
    assert "others deny, question or argue against 2 of 4 claims, The Herald (2) and Residents (1)." in told
    assert "Disputes what others say: The Herald (challenges 3, denials 1)." in told
    assert "Only as others report: 1 stance." in told


def test_of_parties_in_no_dispute_it_is_told_in_general() -> None:
    held = store.memory(build.assemble([folder("data") / "kazakhstan-2025"]).quads)
    unknown = told(held, "standard-kz-2025-05:convicted-2023")[UNKNOWN]
    assert "State of Kazakhstan: no" not in unknown
    assert unknown.count("Of other parties, in no dispute with whoever says this that is recorded here") == 1
