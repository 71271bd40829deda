"""What is confidential leaves a case before anything is made of it; what has a pseudonym is shown under that.

Everything that is built, asked, drawn or exported comes from a case as this module leaves it, so that nothing
can be forgotten further on. What is asked for by name stays. Where leaving something out could make somebody
look independent (a tie, an author, a source), what is known of the documents concerned becomes unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain

import pyoxigraph as ox

from kg import rdf
from kg.case.masking import TRUE, is_named
from kg.case.model import Case
from kg.case.naming import Naming, parts
from kg.case.remove import remove
from kg.case.renaming import NAMES, Renaming, pseudonyms, shown
from kg.case.unknown import still_known
from kg.names import KG, PREFIXES, RDF
from kg.problems import CaseError, KgError, Place, Problem

_DCT, _SCHEMA = PREFIXES["dct"], PREFIXES["schema"]
#: Their names are made of others' names.
_NAMED_BY_OTHERS = frozenset({KG + "Assertion", KG + "Annotation", KG + "Passage", KG + "Period"})
_NAMES_IT = "withheld, as its name or words name what is confidential: word it otherwise to keep it"


def hide(case: Case, include: Collection[str] = ()) -> Case:
    """The case without what is confidential, and with pseudonyms in place of names.

    `include` names things that stay as they are: `witness`, `document`, `document:claim`. Those that there are
    stand in `Case.included`.

    Raises:
        CaseError: what the case itself says (its title, a declared party) names what is confidential.
    """
    told = [rdf.texts(quad) for quad in case.quads if quad.predicate.value in (KG + "confidential", KG + "pseudonym")]
    marked = {row[1] for row in told if row[2] == KG + "confidential" and row[3] == TRUE}
    renamed = {row[1] for row in told if row[2] == KG + "pseudonym"}
    named = {name: [iri for iri in marked | renamed if is_named(iri, [name])] for name in include}
    case = replace(case, included=frozenset(name for name, found in named.items() if found))
    stay = set(chain.from_iterable(named.values()))
    marked, renamed = marked - stay - renamed, renamed - stay
    return _Hiding(case, list(map(rdf.texts, case.quads)), marked, renamed).hidden() if marked or renamed else case


def check_included(cases: Iterable[Case], include: Collection[str]) -> None:
    """Hold the names that were to be included against what the cases have; what there is is not told.

    Raises:
        KgError: nothing confidential has one of them.
    """
    found = frozenset(chain.from_iterable(case.included for case in cases))
    if missing := sorted(set(include) - found):
        raise KgError(f"nothing confidential is called '{missing[0]}': write it as references are written, name or document:name")


@dataclass
class _Hiding:
    """One case on its way to what may be seen of it."""

    case: Case
    rows: list[rdf.Key]
    marked: set[str]
    renamed: set[str]
    problems: list[Problem] = field(default_factory=list)

    def hidden(self) -> Case:
        """See `hide`."""
        case = self.case
        things, pointers = self._at_secret_passages()
        out = self.marked | things
        quads, gone = remove(case.quads, out, pointers)
        naming, texts = self._naming(quads)
        quads, gone = remove(case.quads, out | naming | self._lonely_annotators(quads, gone), [*pointers, *texts])
        quads = still_known(quads, self.rows, gone)
        if case.iri in gone:
            place = case.lines.find(case.iri, _DCT + "title") or Place(str(case.folder / "case.yaml"), 1)
            raise CaseError(
                [
                    Problem(
                        place,
                        "the case cannot stand without what is confidential (its title, its only annotator?): give a pseudonym",
                    )
                ]
            )
        if gone & {row[3] for row in self.rows if row[2] == KG + "party"}:
            place = case.lines.find(case.iri, KG + "party") or Place(str(case.folder / "case.yaml"), 1)
            raise CaseError([Problem(place, "a declared party is confidential, or named like what is: give it a pseudonym")])
        rename = Renaming(
            case, pseudonyms(case, self.renamed), {row[1] for row in self.rows if row[2:] == (RDF + "type", KG + "Assertion")}
        )
        lost = {name for name, d in case.documents.items() if {d.iri, self._of(d.annotates)} & (gone | self.renamed)}
        files = {case.documents[name].file for name in lost}
        secret = self._secret_names()
        told = [p for p in case.problems if p.place.file not in files and not secret.in_text(p.message)]
        kept = {name: document for name, document in case.documents.items() if name not in lost}
        return replace(
            case,
            documents={rename.name(name): rename.document(document) for name, document in kept.items()},
            jsonld=[],
            quads=[rename.quad(quad) for quad in shown(case, self.renamed, quads)],
            lines=rename.lines(case.lines, gone),
            quotes=[rename.quote(quote) for quote in case.quotes if quote.node not in gone and quote.place.file not in files],
            left_out={rename(node) for node in case.left_out if node not in gone},
            problems=sorted(replace(p, place=rename.place(p.place)) for p in {*told, *self.problems}),
            withheld=True,
            withheld_texts=frozenset(case.documents[name].sha256 for name in lost) - {d.sha256 for d in kept.values()},
        )

    def _of(self, document: str) -> str:
        return f"{self.case.iri}/{document}" if document else ""

    def _at_secret_passages(self) -> tuple[set[str], list[ox.Quad]]:
        """What else rests on a confidential passage: pointers to it go, and a thing that has no other.

        A document with a pseudonym shows no passages at all: they carry the digest of its text.
        """
        at = [(quad, row) for quad, row in zip(self.case.quads, self.rows, strict=True) if row[2] == KG + "at"]
        secret = defaultdict[str, list[tuple[int, int]]](list)
        for _, row in at:
            if row[1] in self.marked:
                text, start, end = _range(row[3])
                secret[text].append((start, end))
        under = tuple(f"{iri}/text-" for iri in self.renamed)
        pointers, things = [], set()
        left: dict[str, int] = defaultdict(int)
        digits: set[tuple[str, str]] = set()
        for quad, row in at:
            text, start, end = _range(row[3])
            pseudonymous = row[3].startswith(under) if under else False
            if row[1] not in self.marked and (pseudonymous or any(start < e and s < end for s, e in secret[text])):
                pointers.append(quad)
                digits.add((row[1], f"{start}-{end}"))
                if not pseudonymous:
                    things.add(row[1])
            else:
                left[row[1]] += 1
        pointers += [
            quad
            for quad, row in zip(self.case.quads, self.rows, strict=True)
            if row[2] == KG + "digits" and (row[1], row[3].partition("/")[0]) in digits
        ]
        return {thing for thing in things if not left[thing]}, pointers

    def _naming(self, quads: list[ox.Quad]) -> tuple[set[str], list[ox.Quad]]:
        """What still names the secret: things by their own name, and single texts and addresses.

        An assertion's name has its actor's in it: it went with him, or is renamed.
        """
        names = self._secret_names()
        things, texts = set[str](), []
        for quad in quads:
            _, subject, predicate, value = rdf.texts(quad)
            if subject in self.renamed:
                continue
            if predicate == RDF + "type" and value not in _NAMED_BY_OTHERS and names.in_name(subject.rpartition("/")[2]):
                things.add(subject)
                self._tell(subject, "")
            elif names.in_text(value) if isinstance(quad.object, ox.Literal) else predicate == _SCHEMA + "url" and names.in_name(value):
                texts.append(quad)
                self._tell(subject, predicate)
        return things, texts

    def _tell(self, thing: str, predicate: str) -> None:
        place = self.case.lines.find(thing, predicate)
        hidden = {d.file for d in self.case.documents.values() if d.iri in self.marked | self.renamed}
        if place and place.file not in hidden:
            self.problems.append(Problem(place, _NAMES_IT, "warning", "confidential"))

    def _secret_names(self) -> Naming:
        """The names of confidential actors, annotators and documents, in texts and in files, and each name of a person.

        Names that others have too are theirs.
        """
        kinds = {row[1]: row[3].removeprefix(KG) for row in self.rows if row[2] == RDF + "type"}
        people = {row[1] for row in self.rows if row[2:] == (KG + "kind", KG + "kind/person")}
        secret, single, others = set[str](), set[str](), set[str]()
        for _, subject, predicate, value in self.rows:
            of, hidden = kinds.get(subject, ""), subject in self.marked | self.renamed
            if predicate in NAMES and of in ("Actor", "Annotator", "Document"):
                if hidden:
                    secret.add(value)
                    single |= parts(value) if subject in people else set()
                elif of != "Document":
                    others |= {value, *parts(value)}
            if hidden and predicate in (KG + "sha256", _SCHEMA + "url"):
                secret.add(value)
        own = {iri.rpartition("/")[2] for iri in self.marked | self.renamed if kinds.get(iri) in ("Actor", "Annotator", "Document")}
        return Naming(secret - others, single - others, own)

    def _lonely_annotators(self, quads: list[ox.Quad], gone: set[str]) -> set[str]:
        """Annotators all of whose files are confidential: they are so too."""
        files = {d.iri for d in self.case.documents.values() if d.annotates} & gone
        hidden = {row[3] for row in self.rows if row[1] in files and row[2] == KG + "by"}
        return hidden - {rdf.text(quad.object) for quad in quads if quad.predicate.value == KG + "by"}


def _range(passage: str) -> tuple[str, int, int]:
    text, _, span = passage.partition("#char=")
    start, _, end = span.partition(",")
    return text, int(start), int(end)
