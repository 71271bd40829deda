"""What somebody is reported to say beside their own words, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ask import Table
from kg.dispute.prose import Prose
from kg.dispute.standing import Dispute
from kg.dispute.things import Report
from kg.grammar import LANGUAGES
from kg.labels import Labels

#: Columns → English, Russian.
HEADS = {
    "of": ("who is reported", "кого передают"),
    "reporter": ("reported by", "кто передаёт"),
    "document": ("document", "документ"),
    "reported": ("reported wording", "переданные слова"),
    "original": ("original wording", "слова оригинала"),
    "note": ("note", "пометка"),
    "id": ("id", "id"),
}
_CAVEAT = (
    "Wordings are the annotator's, who words what is reported and the original apart.",
    "Формулировки аннотатора: переданное и оригинал сформулированы отдельно.",
)


def table(dispute: Dispute, lang: str = "en", *, party: str = "") -> Table:
    """A row for each reported stance, those of one party (its IRI) if it is given.

    The note tells whether and how the original was found, and whose other words stand in the passage.
    """
    prose, labels = Prose(dispute.facts, lang), Labels(dispute.facts.held, lang)
    rows = []
    for report, mixed in _reports(dispute):
        if not party or dispute.voices.speaks(report.of, party, report.told_in):
            row = {
                "of": prose.name(report.of),
                "reporter": prose.name(report.told_by),
                "document": prose.name(report.told_in),
                "reported": labels.of(report.claim),
                "original": labels.of(report.original) if report.original else "",
                "note": " ".join([str(prose.report(report)), *mixed]),
                "id": labels.reference(report.claim),
            }
            rows.append(row)
    place = LANGUAGES.index(lang)
    return Table(list(HEADS), rows, heads={column: words[place] for column, words in HEADS.items()}, lang=lang, caveat=_CAVEAT[place])


def _reports(dispute: Dispute) -> Iterator[tuple[Report, list[str]]]:
    """Each report, with what is told of other words in the passage that it stands on."""
    for claim in dispute.facts.claims:
        made = dispute.standing(claim)
        for report in made.reports:
            yield report, [str(one) for one in made.mixed if one.outer in report.told_at or one.inside in report.told_at]
