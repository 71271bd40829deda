"""A little case with a thing of every kind, on a little text, and its edited copies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg import anchor, case, derived, diff, store
from tests.little import at, sha256

TEXT = (
    "The mill answers the anglers. The water is clean. Almost 60% of the trout came back in 2022, and 33 were taken in 2023. "
    "A new weir is in force since 2024. The letter is unfair. The manager runs the mill. No fish died.\n"
)
LETTER = "There is no fish left in the river. The mill did it.\n"

FILES = {
    "case.yaml": """\
base: https://example.org/mill/
version: "1.0"
title: {en: The mill and the river, ru: Мельница и река}
license: https://creativecommons.org/licenses/by/4.0/
languages: [en, ru]
parties: [mill, anglers]
annotators:
  ann: {name: {en: Ann}, kind: person}
  bob: {name: {en: Bob}, kind: person}
concepts:
  fish: {name: {en: fish}}
  trout: {name: {en: trout, ru: форель}, broader: fish}
""",
    "actors.yaml": """\
actors:
  mill: {name: {en: The mill, ru: Мельница}, kind: organisation}
  miller: {name: {en: The miller}, kind: person}
  manager: {name: {en: The manager}, kind: office}
  anglers: {name: {en: The anglers, ru: Рыболовы}, kind: group}
  paper: {name: {en: The paper}, kind: organisation}
""",
    "letter.yaml": f"""\
document:
  title: {{en: A letter}}
  author: anglers
  read: full
  text: {{sha256: {sha256(LETTER)}, length: {len(LETTER)}}}
claims:
  no-fish:
    says: {{en: There is no fish left}}
    kind: factual
    said: {{anglers: {{stance: asserts, at: {at("There is no fish left in the river", LETTER)}}}}}
""",
    "letter.by-bob.yaml": f"""\
annotation: {{when: 2026-11}}
marks:
  unsure: {{kind: doubt, about: no-fish, at: {at("no fish left", LETTER)}}}
""",
    "reply.yaml": f"""\
document:
  title: {{en: The mill replies, ru: Мельница отвечает}}
  author: miller
  published: 2025-05
  responds-to: letter
  text: {{sha256: {sha256(TEXT)}, length: {len(TEXT)}}}
  read: part
claims:
  # What the mill says
  clean:
    says: {{en: The water is clean, ru: Вода чистая}}
    kind: factual
    said:
      miller:
        - {{stance: asserts, as: manager, at: @The water is clean@}}
  empty:
    says: {{en: The river is empty}}
    kind: factual
    said:
      miller:
        - {{stance: denies, at: @No fish died@}}
        - stance: relays
          at: @the anglers@
          from: {{by: anglers, stance: asserts, in: letter}}
  unfair: {{says: {{en: The letter is unfair}}, kind: evaluative, said: {{miller: {{stance: asserts, at: @The letter is unfair@}}}}}}
  weir-helps: {{says: {{en: The weir brings fish}}, kind: causal, part-of: clean, said: {{miller: {{stance: asserts, at: @A new weir@}}}}}}
supports:
  catch-shows: {{for: clean, with: catch/2023, by: miller, at: @33 were taken@}}
challenges:
  not-empty: {{against: letter:no-fish, with: clean, by: miller, at: @No fish@}}
  bad-letter: {{against: letter, with: unfair, by: miller, at: @unfair@}}
metrics:
  catch:
    counts: trout
    unit: fish
    values:
      2022: {{value: almost 60%, at: @Almost 60%@}}
      2023: {{value: 33, at: @33@, worded: {{en: trout taken}}}}
calculations:
  fewer: {{kind: change, start: catch/2022, end: catch/2023, prints: half, by: ann}}
reforms:
  weir: {{name: {{en: A new weir}}, status: announced, since: 2024, by: mill, effects: weir-helps, at: @A new weir is in force@}}
ties:
  manages: {{who: miller, kind: holds, whom: manager, during: 2020.., at: @The manager runs the mill@}}
links:
  same: {{kind: restates, claim: empty, other: letter:no-fish}}
breaks:
  counted-anew: {{metric: catch, kind: definition, when: 2023, cause: {{en: Small fish count too}}, by: ann}}
marks:
  vague: {{kind: scope-shift, about: clean, at: @The water@}}
""",
}

Edits = Mapping[str, Sequence[Sequence[str]]]


def write(into: Path, edits: Edits | None = None, *, base: str = "https://example.org/mill/", without: tuple[str, ...] = ()) -> Path:
    """The case in a folder, texts replaced in its files (each must be there); a new file is an edit of ""."""
    into.mkdir(parents=True)
    for name in {**FILES, **(edits or {})}.keys() - set(without):
        content = FILES.get(name, "")
        for old, new in (edits or {}).get(name, []):
            assert old in content, f"{name} has no {old!r}"
            content = content.replace(old, new) if old else new
        anchored = re.sub("@([^@]+)@", lambda found: at(found[1], TEXT), content)
        (into / name).write_text(anchored.replace("https://example.org/mill/", base), "utf-8")
    return into


def graph(folder: Path, *texts: str) -> ox.Store:
    """A case as it is built, with texts at hand; not validated, which would take most of the time."""
    read = case.read(folder)
    quads, _ = anchor.quarantine(read, anchor.verify(read, {sha256(text): text for text in texts}))
    return store.memory(derived.again(quads, [read.iri]))


def sentences(changes: list[diff.Change]) -> list[str]:
    return [change.sentence for change in changes]


#: A change without its words, and without the names of what has another one.
Bare = tuple[str, str, str, tuple[str, ...], tuple[str, ...], tuple["Bare", ...]]
_BACK = {"added": "removed", "removed": "added"}


def _bare(change: diff.Change, *, back: bool) -> Bare:
    parts = tuple(sorted(_bare(part, back=back) for part in change.parts))
    values = (change.after, change.before) if back else (change.before, change.after)
    return change.kind, _BACK.get(change.change, change.change) if back else change.change, change.field, *values, parts


def unordered(changes: list[diff.Change]) -> list[Bare]:
    return sorted(_bare(change, back=False) for change in changes)


def mirrored(changes: list[diff.Change]) -> list[Bare]:
    """What the same changes are, told the other way round."""
    return sorted(_bare(change, back=True) for change in changes)
