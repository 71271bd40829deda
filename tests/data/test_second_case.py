"""The second case: fictional, with its texts beside it; everything that it was written to show is in its graph."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import pyoxigraph as ox
import pytest
import yaml

import kg.ask
import kg.build
import kg.case
from kg import rdf, store
from kg.anchor import verify
from kg.anchor.locate import locate
from kg.resources import folder

CASE = folder("data") / "velzha"
TEXTS = CASE / "texts"
BASE = "https://w3id.org/counterclaim/case/velzha"
TEXT = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(TEXTS.glob("*.txt"))}
PREFIXES = """
    PREFIX kind: <https://w3id.org/counterclaim/ns/kind/>
    PREFIX stance: <https://w3id.org/counterclaim/ns/stance/>
    PREFIX challengeKind: <https://w3id.org/counterclaim/ns/challengeKind/>
    PREFIX status: <https://w3id.org/counterclaim/ns/status/>
"""


#: All that is confidential.
WITNESS = ["sizokrylova", "sizokrylova-letter", "ngo-report:operator-employs-witness"]


@cache
def built(whole: bool = False) -> kg.build.Built:
    return kg.build.assemble([CASE], [TEXTS], include=WITNESS if whole else [])


@cache
def graph(whole: bool = False) -> ox.Store:
    return store.memory(built(whole).quads)


def ask(query: str, *, whole: bool = False) -> set[tuple[str, ...]]:
    """The rows of a query, IRIs without the case's or the vocabulary's part; "" where nothing is bound.

    Of what is confidential there is only something in the `whole` graph.
    """
    found = store.query(graph(whole), PREFIXES + query)
    assert isinstance(found, ox.QuerySolutions)
    return {
        tuple(
            re.sub(r"^https://w3id\.org/counterclaim/(case/velzha|ns|period)/", "", getattr(row[v], "value", "")) for v in found.variables
        )
        for row in found
    }


def challenges(kind: str) -> set[tuple[str, ...]]:
    return ask(f"SELECT ?by ?against {{ ?c a kg:Challenge ; kg:challengeKind challengeKind:{kind} ; kg:by ?by ; kg:against ?against }}")


def values(metric: str) -> dict[str, str]:
    """Name of each value → as printed."""
    rows = ask(f"SELECT ?o ?v {{ <{BASE}/{metric}> kg:observation ?o . ?o kg:value ?v }}")
    return {name.rpartition("/")[2]: value for name, value in rows}


def number(printed: str) -> int:
    found = re.match(r"\d+", printed)
    assert found
    return int(found[0])


# -- the case and its texts -------------------------------------------------------------------------


def test_it_builds_without_a_problem() -> None:
    assert [problem.rule for problem in built().problems] == ["imputes-to-a-person"]
    assert built().summary["set aside"] == 0


def test_every_passage_is_verified_and_no_quote_is_left() -> None:
    passages = built().summary["passages"]
    assert isinstance(passages, dict)
    assert passages["verified"] == sum(passages.values()) > 150
    assert kg.case.read(CASE).quotes == []


def test_it_builds_without_its_texts_too() -> None:
    bare = kg.build.assemble([CASE])
    assert bare.problems == built().problems
    assert bare.summary["claims"] == built().summary["claims"]


def test_every_document_that_was_read_has_its_text_here() -> None:
    documents = {name: made for name, made in kg.case.read(CASE, None).documents.items() if not made.annotates}
    assert {name for name, made in documents.items() if made.sha256} == set(TEXT)
    assert ask("SELECT ?d { ?d a kg:Document ; kg:read <https://w3id.org/counterclaim/ns/read/mention> }") == {("fish-journal",)}


@pytest.mark.parametrize("name", sorted(TEXT))
def test_a_text_says_first_that_it_is_fictional(name: str) -> None:
    first = TEXT[name].partition("\n")[0]
    assert first.startswith(("Вымышленный текст:", "A work of fiction:"))


def test_the_case_says_that_it_is_fictional() -> None:
    titles = {title for (title,) in ask("SELECT ?t { ?c a kg:Case ; <http://purl.org/dc/terms/title> ?t }")}
    assert titles == {"Why fish die in the Velzha (a fictional dispute)", "Отчего гибнет рыба в Вельже (вымышленный спор)"}


@pytest.mark.parametrize("name", sorted(TEXT))
def test_a_text_is_short_and_has_plain_line_ends(name: str) -> None:
    words = [word for word in TEXT[name].split() if re.search(r"\w", word)]
    assert 300 <= len(words) <= 800
    assert "\r" not in TEXT[name]
    assert TEXT[name].endswith("\n")


def test_the_texts_have_what_real_texts_have() -> None:
    together = "".join(TEXT.values())
    for character in "ё\u0301\u00a0\u202f—–«»":  # a stress mark, no-break spaces, dashes, quotation marks
        assert character in together
    assert locate("без предупреждения", TEXT["inspectorate-reply"]).outcome == "ambiguous"


def test_it_can_be_read_in_half_an_hour() -> None:
    own = [path for path in CASE.glob("*.yaml") if ".by-" not in path.name]
    claims = [name for path in own for name in yaml.safe_load(path.read_text("utf-8")).get("claims", {})]
    assert 45 <= len(claims) <= 70


def test_every_claim_has_words_in_both_languages() -> None:
    assert ask("SELECT ?c { ?c a kg:Claim MINUS { ?c kg:says ?en, ?ru FILTER(LANG(?en) = 'en' && LANG(?ru) = 'ru') } }") == set()


def test_what_is_said_is_anchored() -> None:
    rows = ask("""SELECT ?thing {
        { ?claim kg:said ?thing } UNION { ?metric kg:observation ?thing } UNION { ?file kg:tie|kg:reform ?thing }
        UNION { ?file kg:support|kg:challenge|kg:calculation|kg:break ?thing . ?thing kg:by/a kg:Actor }
        MINUS { ?thing kg:verifiedAt ?passage } }""")
    assert rows == set()


# -- figures ----------------------------------------------------------------------------------------


def test_every_figure_is_as_printed() -> None:
    rows = ask("SELECT ?v ?d ?s ?e { ?o kg:value|kg:prints ?v ; kg:at ?p . ?p kg:document ?d ; kg:start ?s ; kg:end ?e }")
    assert len(rows) > 35
    for value, document, start, end in rows:
        assert re.search(rf"(?<!\w){re.escape(value)}(?!\w)", TEXT[document][int(start) : int(end)]), f"{document}: {value}"


def test_figures_that_add_up() -> None:
    kills = {name: number(value) for name, value in values("ngo-report/counted-fish-kills").items()}
    assert kills.pop("2019..2023") == sum(kills.values()) == 33
    assert ask(f"SELECT ?p {{ <{BASE}/ngo-report/low-oxygen-share> kg:prints ?p }}") == {("62,5\u00a0%",)}
    low, taken = (number(values(f"ngo-report/{name}")["summer-2023"]) for name in ("low-oxygen-samples", "oxygen-samples"))
    assert Fraction(low, taken) == Fraction(625, 1000)
    minima = {name: Fraction(value) for name, value in values("measurements/oxygen-at-zaton").items()}
    mean = minima.pop("mean")
    assert abs(sum(minima.values(), Fraction()) / 5 - mean) <= Fraction(5, 100)


def test_a_total_misses_exactly_one_year() -> None:
    fines = {name: number(value) for name, value in values("inspectorate-reply/fines").items()}
    total = fines.pop("2020..2023")
    assert [year for year, fine in fines.items() if sum(fines.values()) - fine == total] == ["2022"]


def test_a_percentage_can_come_from_no_number_of_the_samples() -> None:
    assert ask(f"SELECT ?p {{ <{BASE}/inspectorate-reply/sulphate-share> kg:prints ?p }}") == {("93\u00a0%",)}
    taken = number(values("inspectorate-reply/sulphate-samples")["2023"])
    assert [part for part in range(taken + 1) if abs(Fraction(100 * part, taken) - 93) <= Fraction(1, 2)] == []


def test_a_range_is_left_by_a_little() -> None:
    releases = values("inspectorate-reply/releases")
    low, high = map(int, re.findall(r"\d+", releases.pop("yearly")))
    assert [number(value) for value in releases.values() if not low <= number(value) <= high] == [61]


def test_a_definition_changes_within_a_series() -> None:
    rows = ask("SELECT ?by ?m ?when { ?b a kg:Break ; kg:by ?by ; kg:kind kind:definition ; kg:ofMetric ?m ; kg:when ?when }")
    assert rows == {(by, "inspectorate-reply/journal-fish-kills", "2022-01-01") for by in ("water-inspectorate", "oldvik")}


def test_a_corrected_figure_stands_beside_the_first() -> None:
    rows = ask("SELECT ?d ?v { ?o kg:inDocument ?d ; kg:value ?v ; kg:period ?p . ?p kg:written '2023-08-09' }")
    assert rows == {("shore-diary-1", "12"), ("shore-diary-2", "1,2")}


def test_one_funder_has_two_shares() -> None:
    rows = ask(f"SELECT ?d ?s {{ ?t kg:who <{BASE}/clear-source> ; kg:share ?s ; kg:inDocument ?d }}")
    assert rows == {("ngo-report", "40\u00a0%"), ("inspectorate-reply", "60\u00a0%")}


# -- documents --------------------------------------------------------------------------------------


def test_documents_are_related_as_told() -> None:
    rows = ask("""SELECT ?d ?how ?e { VALUES ?how { kg:respondsTo prov:wasDerivedFrom kg:translates dct:replaces } ?d ?how ?e }""")
    short = {(d, re.split("[#/]", how)[-1], e) for d, how, e in rows}
    assert short == {
        ("inspectorate-reply", "respondsTo", "ngo-report"),
        ("agency-relay", "wasDerivedFrom", "inspectorate-reply"),
        ("inspectorate-reply-en", "translates", "inspectorate-reply"),
        ("shore-diary-1", "wasDerivedFrom", "zarechye-note"),
        ("zarechye-note", "wasDerivedFrom", "shore-diary-1"),
        ("shore-diary-2", "replaces", "shore-diary-1"),
    }


def test_two_texts_are_each_others_source() -> None:
    rows = ask("SELECT ?d { ?d prov:wasDerivedFrom+ ?d }")
    assert rows == {("shore-diary-1",), ("zarechye-note",)}


def test_one_document_is_retracted_and_says_so() -> None:
    assert ask("SELECT ?d { ?d kg:retracted true }") == {("zarechye-note",)}
    assert "ОТОЗВАНО" in TEXT["zarechye-note"]
    assert all("ОТОЗВАНО" not in text for name, text in TEXT.items() if name != "zarechye-note")


def test_the_edited_text_has_most_of_the_old_one() -> None:
    old, new = (TEXT[name].splitlines() for name in ("shore-diary-1", "shore-diary-2"))
    assert [line for line in old if line not in new] == [line for line in old if "Двенадцать тонн!" in line]
    assert "Кто говорит? Да все говорят." in TEXT["shore-diary-2"]  # a mark of the old text could move there


# -- who says what ----------------------------------------------------------------------------------


def test_every_stance_is_taken() -> None:
    rows = {stance for (stance,) in ask("SELECT DISTINCT ?s { ?a kg:stance ?s ; kg:depth 0 }")}
    assert rows == {f"stance/{name}" for name in ("asserts", "denies", "questions", "concedes", "retracts", "relays")}


def test_two_actors_are_parties_and_the_measurer_is_tied_to_none() -> None:
    assert ask("SELECT ?p { ?c kg:party ?p }") == {("living-velzha",), ("water-inspectorate",)}
    above = ask(f"SELECT ?top {{ <{BASE}/oldvik> kg:mayControl* ?top }}")
    assert above == {("oldvik",), ("institute",), ("university",)}
    assert above & ask("SELECT ?top { ?c kg:party/kg:mayControl* ?top }") == set()


def test_an_office_is_not_its_holder() -> None:
    assert ("polozov", "chief-inspector") in ask("SELECT ?w ?o { ?t kg:kind kind:holds ; kg:who ?w ; kg:whom ?o . ?o kg:kind kind:office }")
    spoken = ask(f"SELECT ?c ?as {{ ?a kg:by <{BASE}/polozov> ; kg:about ?c ; kg:as ?as }}")
    assert {capacity for _, capacity in spoken} == {"chief-inspector"}


def test_claims_known_only_second_hand() -> None:
    rows = {claim for (claim,) in ask("SELECT ?c { ?c kg:secondHand true }")}
    assert {"ngo-report/catch-halved", "inspectorate-reply/demolition-demanded", "agency-relay/lawsuit-prepared"} <= rows
    assert "inspectorate-reply/dam-blamed" not in rows  # the report itself is here, and says so
    assert "ngo-report/kills-become-fewer" not in rows


def test_a_bare_denial_and_an_argued_one() -> None:
    rows = kg.ask.run(graph(), "claims-and-counterclaims", document="inspectorate-reply").rows
    bare = {row["claim"] for row in rows if row["kind"] == "denied without argument"}
    assert "A gate was opened without warning in the night before 9 August 2023" in bare
    assert "Fish die because of the dam" not in bare
    assert ("water-inspectorate", "inspectorate-reply/gate-said-opened") in ask("SELECT ?who ?c { ?who kg:denies ?c }")


def test_the_translation_is_softer_than_the_original() -> None:
    assert ("water-inspectorate", "inspectorate-reply-en/gate-opened-unconfirmed") in ask("SELECT ?who ?c { ?who kg:questions ?c }")
    assert ("inspectorate-reply-en/gate-opened-unconfirmed",) not in ask("SELECT ?c { ?who kg:denies ?c }")


def test_concessions() -> None:
    rows = ask("SELECT ?who ?c { ?who kg:concedes ?c }")
    assert ("water-inspectorate", "inspectorate-reply/gauge-broken") in rows
    assert {who for who, _ in rows} == {"water-inspectorate", "polozov"}


def test_arguments_of_every_kind() -> None:
    assert challenges("undercuts") == {
        ("water-inspectorate", "ngo-report/owner-change-shows-it"),
        ("oldvik", "ngo-report/counts-show-more"),
        ("oldvik", "inspectorate-reply/journal-shows-fivefold"),
    }
    assert ("water-inspectorate", "ngo-report/low-oxygen-samples/summer-2023") in challenges("undermines")
    assert challenges("discredits") == {("water-inspectorate", "ngo-report"), ("polozov", "kalinova")}
    assert ("water-inspectorate", "inspectorate-reply/dam-blamed") in challenges("rebuts")
    assert ("living-velzha", "ngo-report/kills-become-fewer") in challenges("rebuts")


def test_both_parties_use_the_moves_that_are_marked() -> None:
    rows = ask("SELECT ?k ?d { ?m a kg:Mark ; kg:kind ?k ; kg:inDocument ?d }")
    for kind in ("before-after-causality", "imputed-intent", "unnamed-source"):
        assert {(f"kind/{kind}", "ngo-report"), (f"kind/{kind}", "inspectorate-reply")} <= rows
    assert ("kind/guilt-by-funding", "inspectorate-reply") in rows
    assert ("kind/headline-beyond-body", "agency-relay") in rows
    assert ("kind/headline-beyond-body", "inspectorate-reply") not in rows


def test_intent_is_imputed_to_a_named_person() -> None:
    rows = ask("SELECT ?who { ?m kg:kind kind:imputed-intent ; kg:about ?who . ?who kg:kind kind:person }")
    assert rows == {("kalinova",)}


def test_claims_are_linked_in_every_way() -> None:
    rows = ask("SELECT ?k ?c ?o { ?l a kg:Link ; kg:kind ?k ; kg:linked ?c ; kg:other ?o }")
    assert {kind for kind, _, _ in rows} == {f"kind/{name}" for name in ("restates", "narrower", "broader", "differs")}
    assert ("kind/differs", "inspectorate-reply/demolition-demanded", "ngo-report/dam-may-stay") in rows
    assert ("kind/restates", "measurements/oxygen-under-four", "ngo-report/oxygen-low") in rows
    parts = ask("SELECT ?p ?w { ?p a kg:Claim ; kg:partOf ?w }")
    assert ("ngo-report/bottom-water-without-oxygen", "ngo-report/dam-kills-fish") in parts


def test_a_reform_has_two_statuses_and_effects_that_are_causal_claims() -> None:
    rows = ask("SELECT ?d ?s { ?r a kg:Reform ; kg:inDocument ?d ; kg:status ?s FILTER (STRENDS(STR(?r), '/release-rules')) }")
    assert rows == {("ngo-report", "status/announced"), ("inspectorate-reply", "status/in-force")}
    effects = ask("SELECT ?e ?k { ?r kg:effect ?e . ?e kg:kind ?k }")
    assert effects == {("inspectorate-reply/rules-cut-kills", "kind/causal"), ("ngo-report/fish-would-return", "kind/causal")}


def test_ties_of_every_date() -> None:
    rows = ask(
        "SELECT ?who ?whom ?p ?c { ?t a kg:Tie ; kg:who ?who ; kg:whom ?whom OPTIONAL { ?t kg:during ?p } OPTIONAL { ?t kg:controls ?c } }"
    )
    assert ("water-inspectorate", "kalinova", "2012..2018", "") in rows  # over before anybody speaks here
    assert ("ministry", "verkholesye-inform", "..2021-12-31", "true") in rows
    assert ("dam-operator", "zarechye-24", "2022-03..", "") in rows  # goes on
    assert ("kamyshov", "volunteers", "", "") in rows  # nobody knows when
    assert ("ministry", "dam-operator", "2024-03", "true") in rows


def test_only_what_the_third_party_measured_has_an_independent_source() -> None:
    answer = kg.ask.run(graph(), "claims-without-independent-source").rows
    unsupported = {(row["claim"], row["document"]) for row in answer if row["rung"] != "a single root"}
    assert len(unsupported) == len(answer) - 2
    report, reply = "A River without Fish", 'Reply of the Water Inspectorate to the report "A River without Fish"'
    assert ("In July and August 2023 the water below the dam was mostly under 4 mg of oxygen a litre", report) not in unsupported
    assert ("In sulphates the water of the Velzha meets the norm", reply) not in unsupported
    assert ("Fish die because of the dam", report) in unsupported
    assert ("Fish in the Velzha die of heat", reply) in unsupported
    assert ("Twelve tonnes of fish died at Zaton on 9 August 2023", "Twelve tonnes of fish died at Zaton") in unsupported


# -- the witness ------------------------------------------------------------------------------------


def test_the_witness_is_named_in_her_letter_and_nowhere_else() -> None:
    assert {name for name, text in TEXT.items() if "сизокрылов" in text.lower()} == {"sizokrylova-letter"}
    assert {name for name, text in TEXT.items() if "фонар" in text} == {"sizokrylova-letter"}


def test_of_the_witness_nothing_is_in_the_graph() -> None:
    told = " ".join(" ".join(rdf.texts(quad)) for quad in built().quads).casefold()
    assert not re.search("sizokrylova|сизокрылов|lantern|фонар|watchman|witness", told.replace("/ns/witness ", ""))
    assert re.search("sizokrylova", " ".join(" ".join(rdf.texts(quad)) for quad in built(whole=True).quads))


def test_the_witness_has_an_actor_a_document_and_a_tie() -> None:
    assert ask(f"SELECT ?d {{ ?d prov:wasAttributedTo <{BASE}/sizokrylova> }}", whole=True) == {("sizokrylova-letter",)}
    ties = ask(f"SELECT ?t {{ ?t a kg:Tie ; kg:who|kg:whom <{BASE}/sizokrylova> }}", whole=True)
    assert ties == {("ngo-report/operator-employs-witness",), ("sizokrylova-letter/operator-employs-watchman",)}
    reported = ask(f"SELECT ?c {{ ?said kg:from ?r ; kg:about ?c . ?r kg:by <{BASE}/sizokrylova> }}", whole=True)
    assert reported == {("ngo-report/gate-opened",)}
    assert ask("SELECT ?c { ?c a kg:Claim FILTER (STRENDS(STR(?c), '/gate-opened')) }") == set(), "nobody else says it"


# -- the second annotator ---------------------------------------------------------------------------


def judgements(file: str) -> dict[str, tuple[str, str]]:
    """By name of a claim in an annotator's file: its kind, and its stance (the denial, where it also relays)."""
    rows = ask(f"""SELECT ?c ?kind (MIN(?one) AS ?stance) {{ GRAPH <{BASE}/{file}> {{
        ?c a kg:Claim ; kg:kind ?kind ; kg:said/kg:stance ?one }} }} GROUP BY ?c ?kind""")
    return {claim.partition("/")[2]: (kind, stance) for claim, kind, stance in rows}


def test_the_second_annotator_agrees_in_part() -> None:
    first, second = judgements("inspectorate-reply"), judgements("inspectorate-reply.by-reader-2")
    linked = ask("SELECT ?c ?o { GRAPH ?g { ?f a kg:Annotation ; kg:link ?l . ?l kg:kind kind:restates ; kg:linked ?c ; kg:other ?o } }")
    assert linked == {(f"inspectorate-reply.by-reader-2/{name}", f"inspectorate-reply/{name}") for name in second}
    assert len(second) == 12
    assert [name for name in sorted(second) if first[name][0] != second[name][0]] == ["report-not-serious", "sulphate-met", "within-limits"]
    assert [name for name in sorted(second) if first[name][1] != second[name][1]] == ["demolition-demanded", "most-samples-low"]


def test_passages_of_the_two_annotators_overlap_in_part() -> None:
    spans: dict[str, dict[str, tuple[int, int]]] = {}
    for pointer in verify(kg.case.read(CASE), {}).pointers:
        found = re.search(r"/inspectorate-reply(\.by-reader-2)?/([a-z-]+)/(?:water-inspectorate|polozov)/", pointer.thing)
        if found:
            start, end = map(int, re.findall(r"\d+", pointer.written)[:2])
            spans.setdefault(found[2], {})[found[1] or ""] = (start, end)
    both = [(own[""], own[".by-reader-2"]) for own in spans.values() if len(own) == 2]
    assert len(both) == 12
    assert all(a[0] < b[1] and b[0] < a[1] for a, b in both)
    assert 0 < sum(a == b for a, b in both) < 12
