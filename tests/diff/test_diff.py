"""What two graphs have in common, what goes with a document, states of passages, cases of different bases."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import asdict
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import build, diff, resources, store
from kg.case.terms import classes, context
from kg.diff import things, words
from kg.diff.words import FIELDS, KINDS
from kg.names import RDFS
from kg.problems import CaseError
from kg.rdf import load, text
from tests.diff import mill
from tests.diff.test_edits import EDITS
from tests.little import at, sha256


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return mill.graph(mill.write(tmp_path_factory.mktemp("diff") / "mill"), mill.TEXT, mill.LETTER)


def test_the_same_says_so(before: ox.Store) -> None:
    assert diff.compare(before, before) == []
    assert diff.text([]) == "No differences.\n"
    assert diff.text([], "ru") == "Различий нет.\n"
    assert diff.compare(store.quads(before), list(reversed(store.quads(before)))) == []


def _formatted(content: str, seed: int) -> str:
    """The same YAML with other order of keys, quotes, lines and comments."""
    shuffle = random.Random(seed)

    def turned(value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            shuffle.shuffle(keys)
            return {key: turned(value[key]) for key in keys}
        if isinstance(value, list):
            items = [turned(one) for one in value]
            shuffle.shuffle(items)
            return items
        return value

    style = shuffle.choice(['"', "'"])
    written = yaml.dump(
        turned(yaml.load(content, yaml.BaseLoader)),
        allow_unicode=True,
        default_style=style,
        width=shuffle.choice([40, 200]),
        sort_keys=False,
    )
    return "# a remark\n" + written + "\n# another\n"


@pytest.mark.parametrize("seed", range(5))
def test_how_files_are_written_is_no_change(before: ox.Store, tmp_path: Path, seed: int) -> None:
    folder = mill.write(tmp_path / "mill", base="https://example.net/elsewhere/")
    for path in folder.iterdir():
        content = path.read_text("utf-8")
        # whose judgement it is where nobody is named: the first annotator; actors.yaml may be in any order
        path.write_text(content if path.name == "case.yaml" else _formatted(content, seed), "utf-8")
    assert diff.compare(before, mill.graph(folder, mill.TEXT, mill.LETTER)) == []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4, unique=True), other=st.sampled_from(sorted(EDITS)))
def test_mirrored_is_the_other_way_round(tmp_path_factory: pytest.TempPathFactory, names: list[str], other: str) -> None:
    """Whatever is edited on the one side, and something else on the other."""
    sides = [_edited(tmp_path_factory.mktemp("mirror"), some) for some in (names, [other])]
    there, back = diff.compare(sides[0], sides[1]), diff.compare(sides[1], sides[0])
    assert mill.mirrored(there) == mill.unordered(back)


def _edited(folder: Path, names: list[str]) -> ox.Store:
    """The case with several edits, as far as they go together."""
    kept: dict[str, list[list[str]]] = {}
    for name in names:
        tried = {file: [*kept.get(file, []), *pairs] for file, pairs in EDITS[name]["edits"].items()}
        try:
            graph = mill.graph(mill.write(folder / name.replace(" ", "-"), kept | tried), mill.TEXT, mill.LETTER)
        except (AssertionError, CaseError):
            continue
        kept |= tried
    return mill.graph(mill.write(folder / "all", kept), mill.TEXT, mill.LETTER) if len(names) > 1 else graph


def test_a_removed_document_goes_with_what_it_had(before: ox.Store, tmp_path: Path) -> None:
    edits = {"letter.yaml": [("author: anglers", "author: anglers\n  responds-to: leaflet")], "case.yaml": []}
    folder = mill.write(tmp_path / "mill", {**edits, "leaflet.yaml": [("", _LEAFLET)], "leaflet.by-bob.yaml": [("", _BOB)]})
    with_it = mill.graph(folder, mill.TEXT, mill.LETTER)
    gone, letter = diff.compare(with_it, before)
    assert gone.sentence == "Document leaflet is gone: “A leaflet”; with it: 1 annotator's file, 7 claims, 2 figures, 1 tie, 1 mark."
    assert letter.sentence == "Document letter: what it responds to is no longer given; it was leaflet."
    assert {part.kind for part in gone.parts} == {"annotation", "claim", "metric", "tie"}
    assert [part.reference for part in gone.parts if part.kind == "claim"] == [f"leaflet:c{number}" for number in range(7)]
    assert [part.reference for part in gone.parts[1].parts] == ["leaflet:c0/paper/asserts"]
    lines = diff.text([gone]).splitlines()
    assert "  Claim leaflet:c4 is gone: “Claim 4”." in lines
    assert "  … and 2 claims more" in lines
    assert "  Figure leaflet:sold/2021 is gone: “2”, 2021." in lines
    assert not any("c5" in line or "asserts" in line for line in lines)
    new, _ = diff.compare(before, with_it)
    assert new.sentence == "New document leaflet: “A leaflet”; with it: 1 annotator's file, 7 claims, 2 figures, 1 tie, 1 mark."


_LEAFLET = (
    """\
document: {title: {en: A leaflet}, read: part, author: paper}
claims:
"""
    + "".join(f"  c{n}: {{says: {{en: Claim {n}}}, kind: factual, said: {{paper: {{stance: asserts}}}}}}\n" for n in range(7))
    + """\
metrics:
  sold: {counts: fish, unit: fish, values: {2020: {value: 1}, 2021: {value: 2}}}
ties:
  pays: {who: paper, kind: funds, whom: anglers}
"""
)
_BOB = "annotation: {when: 2026}\nmarks: {odd: {kind: doubt, about: c1}}\n"


def test_a_renamed_document_is_one_change(before: ox.Store, tmp_path: Path) -> None:
    folder = mill.write(tmp_path / "mill")
    for path in [*folder.iterdir()]:
        content = path.read_text("utf-8").replace("letter:no-fish", "open-letter:no-fish").replace("in: letter", "in: open-letter")
        content = content.replace("responds-to: letter", "responds-to: open-letter").replace("against: letter,", "against: open-letter,")
        path.unlink()
        (folder / path.name.replace("letter", "open-letter")).write_text(content, "utf-8")
    after = mill.graph(folder, mill.TEXT, mill.LETTER)
    assert mill.sentences(diff.compare(before, after)) == ["Document letter is now called open-letter."]


def test_a_renamed_claim_with_another_kind(before: ox.Store, tmp_path: Path) -> None:
    edits = {"reply.yaml": [("  unfair:", "  not-fair:"), ("with: unfair", "with: not-fair"), ("kind: evaluative", "kind: normative")]}
    after = mill.graph(mill.write(tmp_path / "mill", edits), mill.TEXT, mill.LETTER)
    assert mill.sentences(diff.compare(before, after)) == [
        "Claim reply:unfair is now called reply:not-fair.",
        "Claim reply:not-fair: kind was evaluative and is now normative.",
    ]


def test_names_that_are_swapped(before: ox.Store, tmp_path: Path) -> None:
    """Two claims say what they said under each other's name; what named one of them names the other now."""
    swapped = [("  unfair:", "  X:"), ("  weir-helps:", "  unfair:"), ("  X:", "  weir-helps:"), ("effects: weir-helps", "effects: unfair")]
    after = mill.graph(mill.write(tmp_path / "mill", {"reply.yaml": swapped}), mill.TEXT, mill.LETTER)
    told = [one.sentence for one in diff.compare(before, after) if one.field != "without-independent-source"]
    assert told == [
        "Claim reply:weir-helps is now called reply:unfair.",
        "Claim reply:unfair is now called reply:weir-helps.",
        "Challenge reply:bad-letter: evidence was reply:weir-helps and is now reply:unfair.",
    ]


@pytest.mark.parametrize(
    ("target", "old", "new", "told"),
    [
        ("catch/2023, in: catch-shows", "catch-shows", "shows-it", "Support reply:catch-shows is now called reply:shows-it."),
        ("clean/miller/asserts/manager", "miller", "mr-miller", "Actor miller is now called mr-miller."),
        ("clean/miller/asserts/manager", "manager", "boss", "Actor manager is now called boss."),
    ],
)
def test_what_others_name_may_have_another_name(tmp_path: Path, target: str, old: str, new: str, told: str) -> None:
    """A support that a challenge undermines, an assertion that one discredits and whose name has those of actors."""
    aimed = ("against: letter,", f"against: {target},")
    names = [(f"{before}{old}", f"{before}{new}") for before in ("as: ", "whom: ", "asserts/")] if old == "manager" else [(old, new)]
    other = {"reply.yaml": [aimed, *names], "actors.yaml": [(f"{old}:", f"{new}:")] if old != "catch-shows" else []}
    sides = mill.write(tmp_path / "a", {"reply.yaml": [aimed]}), mill.write(tmp_path / "b", other)
    assert mill.sentences(diff.compare(mill.graph(sides[0]), mill.graph(sides[1]))) == [told]


def test_states_are_told_by_document(tmp_path: Path) -> None:
    folder = mill.write(tmp_path / "mill")
    bare, checked = mill.graph(folder), mill.graph(folder, mill.TEXT)
    (change,) = diff.compare(bare, checked)
    assert change.sentence == "Document reply: all 13 passages: before no text at hand, now verified."
    assert (change.field, change.before, change.after) == ("state-of-all", ("not-at-hand",), ("verified",))
    assert len(change.parts) == 13
    assert diff.text([change]) == change.sentence + "\n"
    (change,) = diff.compare(bare, checked, "ru")
    assert change.sentence == "Документ reply: все фрагменты (13): раньше нет текста под рукой, теперь проверено."
    bare_of_digits = [(f"at: @{words}@}}", f"at: {at(words, mill.TEXT)[:-9]}}}") for words in ("33 were taken", "The water")]
    edits = {"reply.yaml": [*bare_of_digits, ("kind: evaluative", "kind: normative")]}
    some = mill.graph(mill.write(tmp_path / "some", edits), mill.TEXT)
    told = diff.text(diff.compare(checked, some)).splitlines()
    assert told == [
        "Document reply: 2 passages: before verified, now unchecked.",
        "  Support reply:catch-shows: 1 passage: before verified, now unchecked.",
        "  Mark reply:vague: 1 passage: before verified, now unchecked.",
        "Claim reply:unfair: kind was evaluative and is now normative.",
    ]


def test_what_is_set_aside_and_what_goes_along(tmp_path: Path) -> None:
    folder = mill.write(tmp_path / "mill")
    wrong = {"reply.yaml": [("2023: {value: 33, at: @33@", f"2023: {{value: 33, at: {at('33', mill.TEXT)[:-8]}00000000")]}
    other = mill.write(tmp_path / "wrong", wrong)
    assert mill.sentences(diff.compare(mill.graph(folder, mill.TEXT), mill.graph(other, mill.TEXT))) == [
        "Claim reply:clean is without independent sources for another reason: unknown, at least: no source in this corpus"
        " (was: unknown, at least: self-sourced).",
        f"Figure reply:catch/2023: passage was {at('33', mill.TEXT)} and is now {at('33', mill.TEXT)[:-8]}00000000.",
        "Figure reply:catch/2023 is set aside.",
        "Support reply:catch-shows is set aside along with what it belongs or refers to.",
        "Calculation reply:fewer is set aside along with what it belongs or refers to.",
    ]
    # Without the text nobody can tell.
    assert [one.field for one in diff.compare(mill.graph(folder), mill.graph(other))] == ["at"]
    (first, *_) = [one for one in diff.compare(mill.graph(other), mill.graph(other, mill.TEXT)) if one.reference == "reply:catch/2023"]
    assert first.sentence == "Figure reply:catch/2023: 1 passage: before no text at hand, now set aside."


def test_a_passage_that_fails_beside_one_that_holds(before: ox.Store, tmp_path: Path) -> None:
    edits = {"reply.yaml": [("at: @33 were taken@", "at: [@33 were taken@, 0-3/00000000]")]}
    after = mill.graph(mill.write(tmp_path / "mill", edits), mill.TEXT, mill.LETTER)
    assert mill.sentences(diff.compare(before, after)) == ["Support reply:catch-shows: passage: new 0-3 (set aside)."]


def test_an_edited_text(before: ox.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passages that stand elsewhere in it rest on the same words; those that do not are told."""
    edited = mill.TEXT.replace("The mill answers the anglers. ", "").replace("The letter is unfair", "The letter is not fair")
    monkeypatch.setattr(mill, "TEXT", edited)
    old = "text: {sha256: " + mill.FILES["reply.yaml"].partition("text: {sha256: ")[2].partition("}")[0] + "}"
    new = f"text: {{sha256: {sha256(edited)}, length: {len(edited)}}}"
    edits = [
        (old, new),
        ("@the anglers@", "@No fish@"),
        ("at: @The letter is unfair@", "at: @The letter is not fair@"),
        ("@unfair@", "@not fair@"),
    ]
    after = mill.graph(mill.write(tmp_path / "mill", {"reply.yaml": edits}), edited, mill.LETTER)
    told = mill.sentences(diff.compare(before, after))
    assert told[0] == "The text of document reply is another; 10 passages found elsewhere in it."
    assert [sentence.partition(":")[0] + sentence.partition(":")[2].partition(":")[0] for sentence in told[1:]] == [
        "Stance replyempty/miller/relays",
        "Stance replyunfair/miller/asserts",
        "Challenge replybad-letter",
    ]
    assert all(" passage was " in sentence for sentence in told[1:])


def test_a_text_that_is_new(tmp_path: Path) -> None:
    first, second = (mill.write(tmp_path / name, {"new.yaml": [("", content)]}) for name, content in (("a", _NEW), ("b", _NEW_TEXT)))
    sides = mill.graph(first), mill.graph(second)
    assert mill.sentences(diff.compare(sides[0], sides[1])) == ["Document new now has a text."]
    assert mill.sentences(diff.compare(sides[1], sides[0])) == ["Document new has no text any more."]


_NEW = "document: {title: {en: New}, read: full}\n"
_NEW_TEXT = f"document: {{title: {{en: New}}, read: full, text: {{sha256: {sha256('x')}, length: 1}}}}\n"


def test_another_name_of_an_actor_is_no_other_reason(tmp_path: Path) -> None:
    """A question answers in names; that the source is called otherwise is told of the source."""
    source = ("{value: 33,", "{value: 33, source: paper,")
    first = mill.graph(mill.write(tmp_path / "a", {"reply.yaml": [source]}))
    edits = {"reply.yaml": [source], "actors.yaml": [("{en: The paper}", "{en: The journal}")]}
    second = mill.graph(mill.write(tmp_path / "b", edits))
    assert mill.sentences(diff.compare(first, second)) == ["Actor paper: name (en) was “The paper” and is now “The journal”."]


def test_another_source_that_the_claimant_names_is_no_other_reason(tmp_path: Path) -> None:
    court = {"actors.yaml": [("  paper:", "  court: {name: {en: The court}, kind: organisation}\n  paper:")]}
    sides = [
        mill.graph(mill.write(tmp_path / source, {**court, "reply.yaml": [("{value: 33,", f"{{value: 33, source: {source},")]}))
        for source in ("paper", "court")
    ]
    """A figure of the mill's own reply is the mill's word, whomever it has it from."""
    (source,) = mill.sentences(diff.compare(sides[0], sides[1]))
    assert source == "Figure reply:catch/2023: source was The paper and is now The court."


def test_two_cases_in_one_graph(tmp_path: Path) -> None:
    folders = [mill.write(tmp_path / name, base=f"https://example.org/{name}/") for name in ("mill", "weir")]
    both = store.memory(build.assemble(folders).quads)
    one = store.memory(build.assemble(folders[:1]).quads)
    (change,) = diff.compare(one, both)
    assert (change.kind, change.change, change.reference) == ("case", "added", "weir/case")
    assert {"letter", "reply", "paper"} <= {part.reference.removeprefix("weir/") for part in change.parts}
    edits = {"reply.yaml": [("value: 33", "value: 34")]}
    other = mill.write(tmp_path / "other", edits, base="https://example.org/weir/")
    edited = store.memory(build.assemble([folders[0], other]).quads)
    assert mill.sentences(diff.compare(both, edited)) == ["Figure weir/reply:catch/2023: value was “33” and is now “34”."]


def test_changes_are_json(before: ox.Store, tmp_path: Path) -> None:
    after = mill.graph(mill.write(tmp_path / "mill", EDITS["claim added"]["edits"]), mill.TEXT, mill.LETTER)
    (claim,) = json.loads(json.dumps([asdict(change) for change in diff.compare(before, after)]))
    stance = claim["parts"][0]
    assert list(claim) == ["kind", "reference", "change", "field", "before", "after", "sentence", "document", "parts"]
    assert (claim["kind"], claim["reference"], claim["change"], claim["document"]) == ("claim", "reply:new", "added", "reply")
    assert (stance["kind"], stance["reference"]) == ("assertion", "reply:new/miller/asserts/manager")


def test_every_class_and_key_has_words() -> None:
    """Both languages; a key that is not in our table has the label of its property."""
    kept = {name for name, entry in context()["@context"].items() if isinstance(entry, dict) and name in classes()}
    assert set(things.ORDER) == kept - {"Passage", "Period", "Finding", "Hypothesis"} == set(KINDS)
    labels = {text(quad.subject) for quad in load(resources.folder("ontology") / "kg.ttl") if quad.predicate.value == RDFS + "label"}
    for of in things.ORDER:
        for name, term in things.terms_of(of).items():
            assert {name, f"{of}.{name}"} & FIELDS.keys() or term.property in labels, f"{of}: {name}"
            assert words.field(of, name, "en") != words.field(of, name, "ru")
    assert all(one["en"] and len(one["ru"]) == 3 for one in KINDS.values())


# -- the first case ------------------------------------------------------------------------------


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    content = (folder / file).read_text("utf-8")
    assert old in content, f"{file} has no {old!r}"
    (folder / file).write_text(content.replace(old, new, 1), "utf-8")


def test_edits_of_the_first_case(tmp_path: Path) -> None:
    first = resources.first_case()
    folder = shutil.copytree(first, tmp_path / "edited")
    statement, fund = "standard-kz-2025-05.yaml", "nepfund-2025-05.yaml"
    _edit(folder, statement, "en: The Commissioner has answered the media", "en: The Commissioner has replied to the media")
    _edit(folder, statement, "        value: 47\n", "        value: 48\n")
    _edit(folder, "standard-kz-2025-05.yaml", "status: in-force", "status: adopted")
    _edit(folder, statement, "  photo-from-gov-kz:", "  picture-from-gov-kz:")
    _edit(folder, statement, "during: 2025-05\n", "during: 2025-06\n")
    (folder / "spt-2025.yaml").unlink()
    content = (folder / fund).read_text("utf-8")
    (folder / fund).write_text("# checked\n" + content.replace("\n\n", "\n"), "utf-8")
    graphs = [store.memory(build.assemble([one]).quads) for one in (first, folder)]
    told = mill.sentences(diff.compare(graphs[0], graphs[1]))
    assert told == TOLD


TOLD = [
    "Document spt-2025 is gone: “Report of the UN Subcommittee on Prevention of Torture on its visit to Kazakhstan,"
    " CAT/OP/KAZ/ROSP/1”; with it: 4 claims, 1 mark.",
    "Claim standard-kz-2025-05:answered: wording (en) was “The Commissioner has answered the media and the NGOs”"
    " and is now “The Commissioner has replied to the media and the NGOs”.",
    "Claim standard-kz-2025-05:photo-from-gov-kz is now called standard-kz-2025-05:picture-from-gov-kz.",
    "Figure standard-kz-2025-05:convictions/2023: value was “47” and is now “48”.",
    "Reform standard-kz-2025-05:prison-medicine: status was in force and is now adopted.",
    "Tie standard-kz-2025-05:lastayev-commissioner: period was 2025-05 and is now 2025-06.",
    "Finding findings:nepfund-2025-05/convictions/2023/same-figure/2023+2023: the outcome was “consistent” and is now “conflict”.",
]
