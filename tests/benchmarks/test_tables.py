"""The corpus of planted faults is what it says it is: known by its seed, apart from kg, and rightly labelled."""

from __future__ import annotations

import ast
import itertools
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from benchmarks import tables
from benchmarks.faults import FAULTS_OF
from benchmarks.figures import HEDGES, Figure, Style, hedged, plural, printed, slack, worded

FOLDER = Path(tables.__file__).parent
SOME = tables.items(7, 4800)


def test_the_same_seed_gives_the_same_items() -> None:
    assert tables.items(7, 400) == SOME[:400]
    assert tables.items(8, 400) != SOME[:400]


@pytest.mark.parametrize("name", ["tables", "figures", "exact", "made", "faults"])
def test_nothing_of_kg_is_imported(name: str) -> None:
    tree = ast.parse((FOLDER / f"{name}.py").read_text("utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    assert {each.partition(".")[0] for each in froms | names} <= {"benchmarks"} | set(sys.stdlib_module_names)


def test_every_kind_and_fault_occurs_in_both_languages() -> None:
    wanted = {(kind, fault, lang) for kind, faults in FAULTS_OF.items() for fault in (*faults, "") for lang in ("en", "ru")}
    assert {(one["kind"], one["fault"], one["language"]) for one in SOME} == wanted
    assert {one["expected"] for one in SOME} == {"right", "incomplete", "faulty"}
    assert {one["expected"] for one in SOME if one["fault"]} == {"faulty"}


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_hedge_is_said_of_something_right(hedge: str, language: str) -> None:
    words: tuple[str, ...] = HEDGES[hedge][language]
    assert any(one["expected"] == "right" and one["stated"].startswith(words) for one in SOME if one["language"] == language)


def test_ids_are_unique() -> None:
    assert len({one["id"] for one in SOME}) == len(SOME)


PLAIN = re.compile(r"(\d+)(\.\d+)?(?: ?(%|per cent|процент\w*)| (thousand|тыс\w*\.?)| (million|млн|миллион\w*))?")


def _spanned(text: str, language: str) -> list[Fraction] | None:
    """Ends and middle of what a number in digits can stand for; none where it is not one. Written apart from the generator."""
    bare = re.sub(r"(?<=\d)\s(?=\d)", "", text)
    found = PLAIN.fullmatch(bare.replace(",", "" if language == "en" else "."))
    if found is None:
        return None
    scale = 1000 if found[4] else 10**6 if found[5] else 1
    places = len((found[2] or ".")[1:])
    half = Fraction(scale, 2 * 10**places) if any(found.groups()[1:]) else Fraction(0)
    value = Fraction(Decimal(found[1] + (found[2] or ""))) * scale
    return [value - half, value, value + half]


#: Of values, the result: percent where the kind gives it.
COMPUTE: dict[str, Callable[[tuple[Fraction, ...]], Fraction]] = {
    "sum": lambda v: sum(v, Fraction(0)),
    "difference": lambda v: v[0] - v[1],
    "share": lambda v: 100 * v[0] / v[1],
    "change": lambda v: abs(100 * (v[1] - v[0]) / v[0]),
    "average": lambda v: sum(v, Fraction(0)) / len(v),
}


def test_labels_hold_by_trying_all_corners() -> None:
    """Every combination of ends and middles of the parts: where results straddle or touch the stated span, it can be so."""
    tried = {"right": 0, "faulty": 0}
    for one in SOME:
        spans = [_spanned(text, one["language"]) for text in one["parts"]]
        stated = _spanned(one["stated"], one["language"])
        if one["kind"] not in COMPUTE or stated is None or None in spans or len(spans) > 7 or set(one["options"]) != {"language"}:
            continue
        results = [COMPUTE[one["kind"]](values) for values in itertools.product(*(_ends(span) for span in spans if span))]
        possible = min(results) <= stated[-1] and stated[0] <= max(results)
        assert possible == (one["expected"] == "right"), one
        tried[one["expected"]] += 1
    assert min(tried.values()) > 500


def _ends(span: list[Fraction]) -> list[Fraction]:
    return sorted(set(span))


def test_grim_labels_hold_by_trying_every_whole_number() -> None:
    for one in (each for each in SOME if each["kind"] == "grim"):
        stated = _spanned(one["stated"], one["language"])
        assert stated is not None, one
        total, times = int(one["parts"][0]), 1 if re.search(r"\d$", one["stated"]) else 100
        possible = any(stated[0] * total <= times * k <= stated[-1] * total for k in range(total * 10))
        assert possible == (one["expected"] == "right"), one


def test_incomplete_breakdowns_come_to_less_than_the_whole() -> None:
    tried = 0
    for one in (each for each in SOME if each["expected"] == "incomplete"):
        assert one["options"]["complete"] is False
        spans = [_spanned(text, one["language"]) for text in (*one["parts"], one["stated"])]
        if None not in spans:
            assert sum(span[-1] for span in spans[:-1] if span) < spans[-1][0]  # type: ignore[index]
            tried += 1
    assert tried


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [(8, "ru", "восемь"), (21, "en", "twenty-one"), (112, "en", "one hundred and twelve"), (300, "ru", "триста"), (40, "ru", "сорок")],
)
def test_numbers_in_words(number: int, language: str, words: str) -> None:
    assert worded(number, language) == words


@pytest.mark.parametrize(("number", "form"), [("1", "раз"), ("3", "раза"), ("5", "раз"), ("12", "раз"), ("21", "раз"), ("2.5", "раза")])
def test_forms_after_numbers(number: str, form: str) -> None:
    assert plural(Fraction(number), ("раз", "раза", "раз")) == form


@pytest.mark.parametrize(
    ("value", "give"),
    [("40", "4"), ("250", "5"), ("300", "30"), ("60", "5"), ("45", "0.5"), ("1200000", "50000"), ("2.5", "0.05"), ("1", "0.1")],
)
def test_how_much_about_gives(value: str, give: str) -> None:
    assert slack(Fraction(value)) == Fraction(give)


def test_halves_go_up_or_to_the_even() -> None:
    rng = Random(1)
    half = Fraction("12.5")
    texts = [printed(half, Style("percent", "en", even=even), rng).value for even in (False, True)]
    assert texts == [13, 12]


def test_almost_leaves_its_end_out() -> None:
    almost: Figure = hedged(Fraction(60), "almost", Style("percent", "en"), Random(1))
    assert (almost.low, almost.high, almost.low_open, almost.high_open) == (Fraction(55), Fraction(60), False, True)
