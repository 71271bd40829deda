"""How parties are reported: the reported wording beside the original, where that is in the case, and who speaks inside a quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ask import Table
from kg.names import KG
from kg.sources import evidence, read
from kg.sources.assessment import Naming
from kg.sources.facts import Facts
from kg.sources.model import Corpus
from kg.sources.phrases import heads, say

_VOICE = frozenset(KG + "stance/" + name for name in ("asserts", "denies", "questions", "concedes", "retracts"))
_CLAIMS = frozenset(KG + "stance/" + name for name in ("asserts", "concedes"))
_PASSAGE = re.compile(r"(.+)#char=([0-9]+),([0-9]+)")
_AND = "; "


@dataclass(frozen=True)
class Report:
    """A claim that others report a party to make. `state` is what is known of the original: original, missing, unread or unnamed.

    `originals` are claims that the party makes itself and that are read as restating this one; `mixed` are assertions of the
    reporter's own whose passage lies inside the reported one: an opponent's words inside a quotation.
    """

    claim: str
    party: str
    reporter: tuple[str, ...]
    document: str
    state: str
    originals: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()


def reports(graph: ox.Store | Iterable[ox.Quad]) -> list[Report]:
    """Every claim that somebody else reports a declared party to make, by claim."""
    quads = graph if isinstance(graph, ox.Store) else list(graph)
    corpus, facts = read.corpus(quads), Facts(quads)
    reading = evidence.Reading(corpus, facts)
    inside = _voices(corpus, facts, reading)
    return sorted((one for claim in corpus.claims for one in _of(claim, corpus, facts, reading, inside)), key=lambda r: (r.claim, r.party))


def table(found: Iterable[Report], lang: str, naming: Naming, reference: Naming) -> Table:
    """A row for each report."""
    rows = [
        {
            "party": naming(one.party, lang),
            "reporter": _AND.join(naming(who, lang) for who in one.reporter),
            "document": naming(one.document, lang),
            "reported": naming(one.claim, lang),
            "original": _AND.join(dict.fromkeys(naming(original, lang) for original in one.originals)),
            "note": _AND.join([say(f"fidelity.{one.state}", lang), *_mixed(one, lang, naming)]),
            "id": reference(one.claim, lang),
        }
        for one in found
    ]
    columns = ["party", "reporter", "document", "reported", "original", "note", "id"]
    return Table(columns, rows, [], heads(columns, lang), lang, say("caveat.fidelity", lang))


def _mixed(one: Report, lang: str, naming: Naming) -> list[str]:
    where = _AND.join(dict.fromkeys(naming(claim, lang) for claim in one.mixed))
    return [say("fidelity.mixed", lang, where=where)] if where else []


#: Document's text → where its own speakers speak: start, end, claim, speakers.
_Voices = dict[str, list[tuple[int, int, str, tuple[str, ...]]]]


def _of(claim: str, corpus: Corpus, facts: Facts, reading: evidence.Reading, inside: _Voices) -> Iterator[Report]:
    said = set(facts.many("said", claim))
    over = {one: top for top in said for one in _down(top, facts)}
    for link in reading.chain(claim):
        assertion = link.assertion
        if assertion in said or facts.one("stance", assertion) not in _CLAIMS:
            continue
        reporter = reading.speakers(over[assertion])
        for party in sorted(set(reading.speakers(assertion)) & set(corpus.parties) - set(reporter)):
            originals = tuple(one for one in facts.many("restates", claim) if _makes(one, party, facts, reading))
            place = facts.one("in", assertion)
            unread = place in corpus.documents and corpus.documents[place].read == "mention"
            state = "original" if originals else "unnamed" if not place else "unread" if unread else "missing"
            mixed = tuple(_within(over[assertion], claim, reporter, facts, inside))
            yield Report(claim, party, reporter, reading.homes.get(claim, ""), state, originals, mixed)


def _down(top: str, facts: Facts) -> list[str]:
    found = [top]
    for one in found:  # grows while it is gone through
        found.extend(facts.many("from", one))
    return found


def _makes(claim: str, party: str, facts: Facts, reading: evidence.Reading) -> bool:
    """Whether a party makes a claim in its own words."""
    own = [one for one in facts.many("said", claim) if facts.one("stance", one) in _CLAIMS]
    return any(party in reading.speakers(one) for one in own)


def _voices(corpus: Corpus, facts: Facts, reading: evidence.Reading) -> _Voices:
    found: defaultdict[str, list[tuple[int, int, str, tuple[str, ...]]]] = defaultdict(list)
    for claim in corpus.claims:
        for one in facts.many("said", claim):
            if facts.one("stance", one) in _VOICE:
                for text, start, end in _ranges(one, facts):
                    found[text].append((start, end, claim, reading.speakers(one)))
    return found


def _within(top: str, claim: str, reporter: tuple[str, ...], facts: Facts, inside: _Voices) -> Iterator[str]:
    """Claims on which the reporter speaks inside, or across the edge of, what is passed on."""
    for text, start, end in _ranges(top, facts):
        for low, high, other, speakers in inside.get(text, ()):
            if other != claim and low < end and start < high and set(speakers) & set(reporter):
                yield other


def _ranges(assertion: str, facts: Facts) -> Iterator[tuple[str, int, int]]:
    for passage in facts.many("at", assertion):
        if found := _PASSAGE.fullmatch(passage):
            yield found[1], int(found[2]), int(found[3])
