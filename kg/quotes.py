"""The words of passages, from the texts at hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg import store, text
from kg.words import select

_PASSAGES = """
SELECT DISTINCT ?passage ?sha256 ?start ?end {
  ?passage a kg:Passage ; kg:document ?document ; kg:start ?start ; kg:end ?end . ?document kg:sha256 ?sha256
}"""


def words(held: ox.Store, texts: Iterable[Path | str]) -> dict[str, str]:
    """The words of each passage whose text is among the files and folders given, by the passage's IRI.

    Texts are known by the SHA-256 that their document has in the graph, so that one which was withheld, or that is not
    the annotated one, gives no words. What was set aside has none.

    Raises:
        KgError: there is no such file, or one that is wanted cannot be read as UTF-8.
    """
    with store.reading():
        rows = select(held, _PASSAGES)
    at_hand = {one.sha256: one.text for one in text.find(texts, {row["sha256"] for row in rows}) if one.text is not None}
    return {
        row["passage"]: at_hand[row["sha256"]][int(row["start"]) : int(row["end"])]
        for row in rows
        # A passage of a former text has another digest in its IRI.
        if row["sha256"] in at_hand and f"/text-{row['sha256'][:8]}#" in row["passage"]
    }
