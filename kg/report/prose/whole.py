"""The whole report: title, memo, matrix, method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import __version__
from kg.facts import Facts
from kg.report.formats.blocks import Part, Report
from kg.report.parts import matrix as matrices
from kg.report.parts import memo as memos
from kg.report.parts import method as methods
from kg.report.parts import numbers
from kg.report.parts import standing as standings
from kg.report.parts.matrix import Row
from kg.report.prose.matrix import Beside, matrix
from kg.report.prose.memo import memo
from kg.report.prose.method import method
from kg.report.prose.numbers import stated
from kg.report.prose.teller import Teller


def report(facts: Facts, pairs: Sequence[tuple[str, str]], withheld: Mapping[str, int], *, annotators: bool, rows: int) -> Report:
    """What the facts say of a case and of pairs of its actors; `rows` limits each table of the matrix, 0 does not."""
    tell = Teller(facts)
    read = methods.gather(facts)
    found = numbers.gather(facts)
    both = [(matrices.direction(facts, one, other), matrices.direction(facts, other, one)) for one, other in pairs]

    standing = standings.gather(facts)

    def sources(row: Row) -> list[str]:
        """On whose word the claims of an allegation that the party makes rest: of the best of them."""
        best = standing.best(saying.claim for saying in row.sayings)
        return [best.why] if best else []

    def label(row: Row) -> str:
        return tell.label(standing.labels[row.claim]) if row.claim in standing.labels else ""

    parts = (  # in reading order, as notes are numbered
        Part(tuple(memo(tell, memos.gather(facts, standing), found, [one for pair in both for one in pair], read.states))),
        Part(tuple(matrix(tell, both, Beside(sources, label, lambda row: stated(tell, found, row.claims)), rows)), wide=bool(both)),
        Part(tuple(method(tell, read, found, withheld, annotators=annotators))),
    )
    case = facts.words.case()
    subtitle = f"{tell.say('kind-of-report')}. {tell.say('versions', case=case['version'] or tell.say('unknown'), program=__version__)}"
    return Report(facts.lang, case["title"] or tell.say("no-case"), subtitle, parts, tell.notes, tell.say("notes"), tell.say("back"))
