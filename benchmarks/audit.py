"""How well `kg.audit.check` tells tables that are right from tables that are not, beside what is at hand otherwise.

    pip install grim
    python benchmarks/audit.py [--seed 1] [--count 24000] [--calculations 100000]

The tables are those of tables.py, half of them with a planted fault. Beside it, in the same run and on the same items: the
numbers read as floats and computed anew, compared with == after `round()`, or with a tolerance (one in a hundred, or half
of the last printed place); and for means and percentages of whole numbers the package `grim`, where it is installed.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.tables import Item, items
from kg import audit

#: A planted fault → the kinds of hypothesis that name it. Others are only to be found, not to be named.
NAMED = {
    "counted-twice": {"counted-twice"},
    "left-out": {"left-out"},
    "digits-swapped": {"digits-swapped"},
    "factor-ten": {"scale"},
    "unit": {"scale"},
    "wrong-base": {"another-base", "other-figure", "base-exchanged"},
    "points": {"points"},
    "neighbouring-year": {"other-figure", "another-base"},
    "direction": {"direction"},
}
ALARMS = {"inconsistent", "conflict"}
#: An item → whether it is held to be inconsistent; none where it cannot be read.
Judge = Callable[[Item], "bool | None"]


def checked(item: Item) -> Any:
    """The item's result, with its neighbouring figures at hand."""
    return audit.check(item["kind"], item["parts"], item["stated"], known=item["nearby"], **item["options"])


# What one would write oneself.

DIGITS = re.compile(r"[-−]?\d[\d\s.,]*")
SCALES = {"thousand": 1e3, "тыс": 1e3, "million": 1e6, "млн": 1e6, "миллион": 1e6, "billion": 1e9, "млрд": 1e9, "миллиард": 1e9}


def _floats(text: str, language: str) -> list[tuple[float, int, float]]:
    """The numbers in a text: value, decimals, scale. Words and hedges are not read."""
    scale = next((by for word, by in SCALES.items() if word in text), 1.0)
    found = []
    for digits in DIGITS.findall(text.replace("–", " – ")):
        bare = re.sub(r"\s", "", digits).replace("−", "-")
        bare = bare.replace(",", "") if language == "en" else bare.replace(",", ".")
        found.append((float(bare) * scale, len(bare.partition(".")[2]), scale))
    return found


def _recomputed(item: Item) -> tuple[float, float, int, float] | None:
    """Computed value, stated value, its decimals and its scale; none where a number is not in digits."""
    read = [_floats(text, item["language"]) for text in (*item["parts"], item["stated"])]
    if not all(read):
        return None
    *parts, (stated, places, scale) = (one[0] for one in read)
    values = [value for value, *_ in parts]
    kind, percent = item["kind"], not re.search(r"point|пункт|п\. ?п\.", item["stated"])
    if kind == "sum":
        computed = sum(w * v for w, v in zip(item["options"].get("weights", [1] * len(values)), values, strict=True))
    elif kind == "difference":
        computed = values[0] - values[1]
    elif kind == "average":
        computed = sum(values) / len(values)
    elif kind == "change":
        computed = 100 * (values[1] / values[0] - 1) if percent else values[1] - values[0]
        computed = computed if re.search(r"[-+−]\d", item["stated"]) else abs(computed)
    elif kind == "grim":
        times = 100 if re.search(r"%|cent|процент", item["stated"]) else 1
        computed = round(stated * values[0] / times) / values[0] * times
    else:
        inverse = "less" in item["stated"] or "меньше" in item["stated"]
        computed = values[1] / values[0] if kind == "ratio" and inverse else values[0] / values[1] * (100 if kind == "share" else 1)
    return computed, stated, places, scale


def _outside(item: Item) -> bool | None:
    values = [_floats(text, item["language"]) for text in item["parts"]]
    low, high = (value for value, *_ in _floats(item["stated"], item["language"]))
    return not all(low <= one[0][0] <= high for one in values)


def by_equality(item: Item) -> bool | None:
    """Floats, rounded as the stated number is, compared with ==."""
    if item["kind"] == "range":
        return _outside(item)
    read = _recomputed(item)
    if read is None:
        return None
    computed, stated, places, scale = read
    return round(computed / scale, places) != round(stated / scale, places)


def by_tolerance(item: Item) -> bool | None:
    """Floats, within a hundredth or half of the stated number's last place."""
    if item["kind"] == "range":
        return _outside(item)
    read = _recomputed(item)
    if read is None:
        return None
    computed, stated, places, scale = read
    return not (math.isclose(computed, stated, rel_tol=1e-2) or abs(computed - stated) <= scale * 10.0**-places / 2)


def by_grim() -> Judge | None:
    """The package grim as it comes (halves up); it reads means, so percentages are made fractions for it."""
    try:
        from grim import mean_tester
    except ImportError:
        return None

    def judge(item: Item) -> bool:
        digits = re.sub(r"[^\d.]", "", item["stated"].replace(",", "."))
        if re.search(r"%|cent|процент", item["stated"]):
            whole, _, part = digits.partition(".")
            whole = whole.zfill(3)
            digits = f"{whole[:-2]}.{whole[-2:]}{part}"
        return not mean_tester.consistency_check(digits, item["parts"][0])

    return judge


# What came of it.


def rate(part: int, whole: int) -> str:
    """A part of a whole in percent."""
    return f"{100 * part / whole:.1f}%" if whole else "–"


def compare(judges: dict[str, Judge], some: list[Item]) -> None:
    """Print a line a judge: precision, recall, false alarms, items not read, time as a ratio to the first."""
    print(f"{'':<34}{'precision':>10}{'recall':>9}{'false alarms':>14}{'not read':>10}{'time':>8}")
    base = 0.0
    for name, judge in judges.items():
        start = time.perf_counter()
        said = [judge(item) for item in some]
        seconds = time.perf_counter() - start
        base = base or seconds
        faulty = [item["expected"] == "faulty" for item in some]
        hits = sum(bool(s) and f for s, f in zip(said, faulty, strict=True))
        false = sum(bool(s) and not f for s, f in zip(said, faulty, strict=True))
        shown = f"{rate(hits, hits + false):>10}{rate(hits, sum(faulty)):>9}{f'{false} of {len(some) - sum(faulty)}':>14}"
        print(f"{name:<34}{shown}{said.count(None):>10}{seconds / base:>7.2f}×")


def ours(some: list[Item]) -> None:
    """Print what check says of each kind and of each fault, and how often a hypothesis names the fault."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in some:
        result = checked(item)
        alarm = result.outcome in ALARMS
        outcomes[item["expected"]][result.outcome] += 1
        faulty = item["expected"] == "faulty"
        kind, fault = found[item["kind"]], found[f"  {item['fault']}" if faulty else "(all that are not faulty)"]
        for row in (kind, fault):
            row["faulty" if faulty else "right"] += 1
            row["found" if faulty else "false"] += alarm
        if not faulty:
            for group in ("rounding", "hedged"):
                found[f"({group})"]["right"] += item[group]
                found[f"({group})"]["false"] += item[group] and alarm
            found["(exact)"]["right"] += not item["rounding"]
            found["(exact)"]["false"] += alarm and not item["rounding"]
        elif item["fault"] in NAMED and alarm:
            kinds = [one.kind for one in result.diagnosis]
            fault["first"] += kinds[:1] != [] and kinds[0] in NAMED[item["fault"]]
            fault["any"] += bool(NAMED[item["fault"]] & set(kinds))
    for expected, counted in sorted(outcomes.items()):
        print(f"{expected}: " + ", ".join(f"{n} {outcome}" for outcome, n in counted.most_common()))
    print(f"\n{'':<26}{'recall':>9}{'precision':>11}{'false alarms':>14}{'named first':>13}{'named':>8}")
    for name, row in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0])):
        precision = rate(row["found"], row["found"] + row["false"]) if row["right"] and row["faulty"] else "–"
        false = f"{row['false']} of {row['right']}" if row["right"] else "–"
        named = (rate(row["first"], row["found"]), rate(row["any"], row["found"])) if name.strip() in NAMED else ("–", "–")
        print(f"{name:<26}{rate(row['found'], row['faulty']):>9}{precision:>11}{false:>14}{named[0]:>13}{named[1]:>8}")


def speed(some: list[Item], calculations: int) -> float:
    """Seconds for so many calculations: parsing, checking and the sentence."""
    start = time.perf_counter()
    for number in range(calculations):
        item = some[number % len(some)]
        str(audit.check(item["kind"], item["parts"], item["stated"], **item["options"]))
    return time.perf_counter() - start


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=24_000)
    parser.add_argument("--calculations", type=int, default=100_000)
    given = parser.parse_args()
    some = items(given.seed, given.count)
    ours(some)
    print(f"\nside by side on {len(some)} items:\n")
    check: Judge = lambda item: checked(item).outcome in ALARMS  # noqa: E731
    compare({"kg.audit.check": check, "floats, == after round()": by_equality, "floats, with a tolerance": by_tolerance}, some)
    whole = [item for item in some if item["kind"] == "grim"]
    judge = by_grim()
    if judge is None:
        print("\ngrim is not installed: pip install grim")
    else:
        print(f"\nof them {len(whole)} means and percentages of whole numbers:\n")
        compare({"kg.audit.check": check, f"grim {version('grim')}": judge}, whole)
    print(f"\n{given.calculations:,} calculations with their sentences: {speed(some, given.calculations):.1f} s")


if __name__ == "__main__":
    main()
