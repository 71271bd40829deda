"""The first case, as far as sources are concerned."""

from __future__ import annotations

import pytest

import kg.build
from kg import sources, store
from kg.resources import first_case
from kg.sources import Assessment, Rung, Standing


@pytest.fixture(scope="module")
def held() -> object:
    return store.memory(kg.build.assemble([first_case()]).quads)


@pytest.fixture(scope="module")
def every(held: object) -> dict[str, Assessment]:
    return {":".join(one.claim.id.split("/")[-2:]): one for one in sources.assess_all(held)}  # type: ignore[arg-type]


def names(iris: object) -> set[str]:
    return {str(iri).rpartition("/")[2] for iri in iris}  # type: ignore[attr-defined]


def test_the_relay_and_the_english_version_are_one_root_with_the_article(every: dict[str, Assessment]) -> None:
    found = every["standard-kz-2025-05:complaints-almost-five-times-fewer"]
    assert names(member for root in found.roots for member in root.members) == {"standard-kz-2025-05"}
    assert names(echo.document for echo in found.echoes) == {"nepfund-2025-05", "inform-kz-2025-12-10"}
    assert names(relay.by[0] for relay in found.relays) == {"kazinform"}
    for document in ("inform-kz-2025-12-10", "nepfund-2025-05"):
        other = every[f"{document}:complaints-almost-five-times-fewer"]
        assert names(member for root in other.roots for member in root.members) == {"standard-kz-2025-05"}
        assert other.k_low == 0


def test_nothing_is_called_independent(every: dict[str, Assessment]) -> None:
    assert {one.rung for one in every.values()} <= {Rung.NONE, Rung.SELF, Rung.AFFILIATED, Rung.UNKNOWN}
    assert all(one.k_low == 0 for one in every.values())


def test_what_was_not_reviewed_is_unknown_and_named(every: dict[str, Assessment]) -> None:
    for name, one in every.items():
        if not name.startswith("standard-kz-2025-05:"):
            assert one.unknown, name
            assert one.to_review, name


@pytest.mark.parametrize(
    "claim",
    [
        "no-conflict-of-interest",
        "reforms-brought-results",
        "zero-tolerance-works",
        "institution-treats-patients-anew",
        "world-leader-in-cameras",
    ],
)
def test_claims_about_the_states_reforms_rest_on_the_state(claim: str, every: dict[str, Assessment]) -> None:
    found = every[f"standard-kz-2025-05:{claim}"]
    assert found.rung is Rung.SELF
    assert "commissioner" in names(voice for piece in found.pieces for voice in piece.voices)


def test_the_committee_supports_what_it_says_and_no_neighbour_of_it(every: dict[str, Assessment]) -> None:
    stricter = every["standard-kz-2025-05:liability-stricter"]
    assert stricter.rung is Rung.NONE
    assert [(piece.evidence.scope, names(piece.voices)) for piece in stricter.aside] == [("narrower", {"un-committee-against-torture"})]
    own = every["cat-co4-2023:suspended-sentences-excluded"]
    assert own.standing is Standing.UNKNOWN  # nobody reviewed its document
    assert names(own.claimants) == {"un-committee-against-torture"}
    used = {piece.evidence.thing for one in every.values() for piece in one.pieces}
    assert own.claim.id not in used


def test_a_table_of_contents_supports_nothing(every: dict[str, Assessment]) -> None:
    brought = {piece.evidence.document for one in every.values() for piece in (*one.pieces, *one.aside, *one.admissions)}
    assert "spt-2025" not in names(brought)


def test_eu_funding_is_shown_and_lowers_nobody(every: dict[str, Assessment]) -> None:
    found = every["standard-kz-2025-05:torture-systematic"]
    shown = {one.tie.id.rpartition("/")[2]: one.carries for one in found.ties}
    assert shown["eu-funds-coalition"] is False
    funders = {"eu", "omct"}
    assert not any(funders & names([step.top]) for one in every.values() for piece in one.pieces for step in piece.witness.up)


def test_the_appointment_by_the_president_is_shown_for_what_it_is(every: dict[str, Assessment]) -> None:
    found = every["standard-kz-2025-05:punishment-inevitable"]
    shown = {one.tie.id.rpartition("/")[2]: (one.held, one.carries) for one in found.ties}
    assert shown["president-appoints-commissioner"] == (None, True)  # since when is not told
    assert "President of Kazakhstan appoints Commissioner" in "\n".join(sources.lines(found))


def test_both_languages_say_it(every: dict[str, Assessment]) -> None:
    for one in every.values():
        english, russian = str(one), one.told("ru")
        assert "{" not in english + russian
        assert not {"true", "false", "lied", "wrong"} & set(english.lower().split())


def test_the_same_columns_for_every_party(held: object) -> None:
    rows = sources.by_party(held)  # type: ignore[arg-type]
    assert [one.party.rpartition("/")[2] for one in rows[::2]] == sorted(
        ["lastayev", "commissioner", "commissioner-institution", "state", "coalition"]
    )
    assert [one.reported for one in rows] == [False, True] * 5


def test_findings_have_a_row_for_each_claim_that_somebody_makes(held: object, every: dict[str, Assessment]) -> None:
    ((case, found),) = sources.findings(held).items()  # type: ignore[arg-type]
    assert case.endswith("kazakhstan-2025")
    assert sum(one.rule == "independence" for one in found) == sum(bool(one.claimants) for one in every.values())
    assert len({one.name for one in found}) == len(found)
    assert all(set(one.explanation) == {"en", "ru"} for one in found)
