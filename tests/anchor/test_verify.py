"""Every `at` gets one of four states."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import anchor, case
from kg.names import KG
from tests import little
from tests.little import TEXT, at

LONG = len(TEXT) + 1
SPAN, DIGITS = at("осуждено 47").split("/")

#: `at`, quote, is the text at hand → state, words of the warning.
STATES = [
    (f"{SPAN}/{DIGITS}", "", True, "verified", ""),
    (f"{SPAN}/{DIGITS}", "", False, "not-at-hand", ""),
    (SPAN, "", True, "unchecked", ""),
    (SPAN, "", False, "unchecked", ""),
    (f"{SPAN}/00000000", "", True, "quarantined", "has not the digits 00000000"),
    (f"{SPAN}/00000000", "", False, "not-at-hand", ""),
    (f"0-{LONG}/{DIGITS}", "", True, "quarantined", "ends beyond the text"),
    (f"0-{LONG}/{DIGITS}", "", False, "quarantined", "ends beyond the text"),
    (f"0-{LONG}", "", False, "quarantined", "ends beyond the text"),
    (f"{SPAN}/{DIGITS}", "осуждено 47", True, "verified", ""),
    (f"{SPAN}/{DIGITS}", "осуждено 4", True, "quarantined", "the quote is not what stands at"),
    (f"{SPAN}/{DIGITS}", "осуждено 4", False, "not-at-hand", ""),
    (f"{SPAN}/{DIGITS}", "«осуж\u00adдено\u00a047»", True, "verified", ""),
    (f"{SPAN}/{DIGITS}", "Осуждено 47", True, "quarantined", "the quote is not what stands at"),
    (SPAN, "осуждено 4", True, "quarantined", "the quote is not what stands at"),
    (SPAN, "осуждено 47", False, "unchecked", ""),
]


@pytest.mark.parametrize(("written", "quote", "at_hand", "state", "warning"), STATES)
def test_state(tmp_path: Path, written: str, quote: str, at_hand: bool, state: str, warning: str) -> None:
    stance = f"{{stance: asserts, at: {written}" + (f', quote: "{quote}"}}' if quote else "}")
    read = case.read(little.folder(tmp_path, little.body(stance)))
    made = anchor.verify(read, {little.sha256(TEXT): TEXT} if at_hand else {})
    assert [pointer.state for pointer in made.pointers] == [state]
    assert [quad.predicate.value for quad in made.quads] == [anchor.STATES[made.pointers[0].state]]
    assert [problem.place.line for problem in made.problems] == ([14] if warning else [])
    assert all(warning in problem.message and problem.severity == "warning" for problem in made.problems)


def test_a_text_is_told_by_its_digest_alone(tmp_path: Path) -> None:
    read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, at: {at('осуждено 47')}}}")))
    other = TEXT.replace("47", "48")
    assert anchor.verify(read, {little.sha256(other): other}).pointers[0].state == "not-at-hand"


def test_a_declared_length_that_is_not_the_texts_is_an_error(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts}"))
    file = folder / "statement.yaml"
    file.write_bytes(file.read_bytes().replace(f"length: {len(TEXT)}".encode(), b"length: 7"))
    problems = little.verified(case.read(folder)).problems
    assert [(p.place.line, p.severity, p.message) for p in problems] == [
        (6, "error", f"length is 7, but the text has {len(TEXT)} characters")
    ]


def test_a_quote_without_a_place_is_set_aside(tmp_path: Path) -> None:
    made = little.verified(case.read(little.folder(tmp_path, little.body('{stance: asserts, quote: "осуждено 47"}'))))
    assert [(p.state, p.passage) for p in made.pointers] == [("quarantined", "")]
    assert "run kg anchor" in made.problems[0].message


def test_a_quote_may_be_that_of_one_of_several_ranges(tmp_path: Path) -> None:
    stance = f'{{stance: asserts, at: [{at("отчёт")}, {at("осуждено 47")}], quote: "осуждено 47"}}'
    made = little.verified(case.read(little.folder(tmp_path, little.body(stance))))
    assert [p.state for p in made.pointers] == ["verified", "verified"]


PREVENTS = at("предотвращает пытки")


@pytest.mark.parametrize(
    ("keys", "at_hand", "told"),
    [
        (f"at: {PREVENTS}, quote: предотвращает пытки", True, True),
        (f"at: {PREVENTS}, quote: предотвращает пытки", False, False),
        (f"at: {PREVENTS}, quote: предотвращает пытки, negation: left-out", True, False),
        (f"at: {PREVENTS}", True, False),
        (f"at: [{at('осуждено 47')}, {PREVENTS}], quote: осуждено 47", True, False),
        (f"at: {at('не предотвращает пытки')}, quote: не предотвращает пытки", True, False),
    ],
)
def test_a_negation_left_out_is_a_warning_beside_a_quote(tmp_path: Path, keys: str, at_hand: bool, told: bool) -> None:
    read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, {keys}}}")))
    made = anchor.verify(read, {little.sha256(TEXT): TEXT} if at_hand else {})
    assert {pointer.state for pointer in made.pointers} == {"verified" if at_hand else "not-at-hand"}
    assert [(p.place.line, p.severity, p.rule, "leaves out 'не', which stands directly before it" in p.message) for p in made.problems] == (
        [(14, "warning", "negation", True)] if told else []
    )


def test_an_annotators_passage_is_the_documents(tmp_path: Path) -> None:
    folder = little.folder(tmp_path, "")
    marks = f"annotation: {{when: 2025}}\nmarks:\n  m: {{kind: unread-source, at: {at('отчёт')}}}\n"
    (folder / "statement.by-reader.yaml").write_bytes(marks.encode())
    made = little.verified(case.read(folder))
    digest, span = little.sha256(TEXT)[:8], at("отчёт").partition("/")[0].replace("-", ",")
    assert [(p.graph, p.passage, p.state) for p in made.pointers] == [
        (
            "https://example.org/little/statement.by-reader",
            f"https://example.org/little/statement/text-{digest}#char={span}",
            "verified",
        )
    ]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=60)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS, st.data())
def test_digits_verify_and_a_changed_passage_never_does(tmp_path: Path, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = data.draw(st.integers(start, end - 1))
    changed = text[:place] + data.draw(TEXTS)[0] + text[place + 1 :]
    written = f"{start}-{end}/{little.anchor_digest(text[start:end])}"

    def state(of: str) -> str:
        read = case.read(little.folder(tmp_path, little.body(f"{{stance: asserts, at: {written}}}"), of))
        return little.verified(read, of).pointers[0].state

    assert state(text) == "verified"
    assert state(changed) == ("verified" if changed == text else "quarantined")


def test_every_state_has_its_own_property() -> None:
    assert len(set(anchor.STATES.values())) == len(anchor.STATES) == 4
    assert all(prop.startswith(KG) for prop in anchor.STATES.values())
