"""What is confidential leaves a case before anything is made of it; what has a pseudonym is shown under that.

Everything that is built, asked, drawn or exported comes from a case as this module leaves it, so that nothing
can be forgotten further on. What is asked for by name stays. Where leaving something out could make somebody
look independent (a tie, an author, a source), what is known of the documents concerned becomes unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import rdf
from kg.case.model import Case, Document, Lines, Quote
from kg.case.naming import Naming, parts
from kg.case.remove import remove
from kg.case.unknown import still_known
from kg.names import BY, KG, PREFIXES, RDF, SKOS
from kg.problems import CaseError, KgError, Place, Problem

TRUE = "true"
_DCT, _SCHEMA = PREFIXES["dct"], PREFIXES["schema"]
_NAMES = frozenset({SKOS + "prefLabel", _DCT + "title"})
#: What a pseudonym does not leave of a thing.
_REAL = frozenset({SKOS + "note", _SCHEMA + "url", KG + "reason", KG + "confidential", KG + "sha256", KG + "length"})
#: Their names are made of others' names.
_NAMED_BY_OTHERS = frozenset({KG + "Assertion", KG + "Annotation", KG + "Passage", KG + "Period"})
_IN_FILE = re.compile(r"""\bconfidential["']?[ \t]*:[ \t]*["']?(?:true|yes)\b|\bpseudonym["']?[ \t]*:""")
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
    named = {name: [iri for iri in marked | renamed if _is_named(iri, [name])] for name in include}
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


@dataclass(frozen=True)
class Hidden:
    """Where the files of a case speak of what is confidential: whole files, and single lines."""

    files: frozenset[str]
    places: frozenset[Place]

    def has(self, place: Place) -> bool:
        return place.file in self.files or place in self.places

    def lines(self, file: str) -> set[int]:
        """The lines of a file that must not be shown."""
        return {place.line for place in self.places if place.file == file}


def hidden(whole: Case, public: Case) -> Hidden:
    """What of a case is not in what may be seen of it."""
    shown = {document.iri for document in public.documents.values()}
    files = {document.file for document in whole.documents.values() if document.iri not in shown}
    seen = public.lines.nodes.keys()
    places = {at for node, at in whole.lines.places() if node not in seen} | {
        quote.place for quote in whole.quotes if quote.node not in seen
    }
    return Hidden(frozenset(files), frozenset(places))


def masked(
    problems: list[Problem],
    roots: Iterable[tuple[str, dict[str, Any]]],
    lines: Lines,
    unread: Iterable[Path],
    case: Path,
    include: Collection[str] = (),
) -> list[Problem]:
    """The problems of a case that could not be read, without those that speak of what is confidential.

    `roots` are its files' names and JSON-LD as far as that was made, `lines` those of both, `unread` the files of which
    nothing was. How many are left out is told at `case`, the file of the case.
    """
    words, things, files = set[str](), set[str](), {str(path) for path in unread if says_so(path)}
    for file, root in roots:
        secret = [thing for thing in _things(root) if _is_secret(thing) and not _is_named(thing.get("@id", root["@id"]), include)]
        words.update(chain.from_iterable(map(_words, secret)))
        things.update(thing["@id"] for thing in secret if "@id" in thing)
        if any("@id" not in thing for thing in secret):  # what stands under document: or annotation: is of the whole file
            files.add(file)
            words.update(root["@id"].rpartition("/")[2].split(BY))
    annotators = {thing["@id"].rpartition("/")[2] for _, root in roots for thing in _secret_annotators(root, include)}
    files |= {p.place.file for p in problems if Path(p.place.file).stem.partition(BY)[2] in annotators}
    spoken = Naming(words)
    places = (
        {at for node, at in lines.places() if any(node == thing or node.startswith(thing + "/") for thing in things)} if things else set()
    )
    kept = [p for p in problems if p.place.file not in files and p.place not in places and not spoken.in_text(p.message)]
    if less := len(problems) - len(kept):
        told = f"{less} more in what is confidential: name it with --include-confidential to see {'it' if less == 1 else 'them'}"
        kept.append(Problem(Place(str(case), 1), told))
    return kept


def _secret_annotators(root: dict[str, Any], include: Collection[str]) -> Iterable[dict[str, Any]]:
    """Annotators whose files are as confidential as they are."""
    return (one for one in _things(root.get("annotators", {})) if _is_secret(one) and not _is_named(one["@id"], include))


def _is_secret(thing: dict[str, Any]) -> bool:
    return thing.get("confidential") == TRUE or "pseudonym" in thing


def says_so(path: Path) -> bool:
    """Whether a file says of anything in it that it is confidential; it need not be readable as YAML."""
    return bool(_IN_FILE.search(_begins(path)))


def _begins(path: Path) -> str:
    """The first megabyte of a file that could not be read as YAML."""
    try:
        if path.is_file():  # a pipe would wait
            with path.open("rb") as file:
                return file.read(2**20).decode("utf-8", "replace")
    except OSError:
        pass
    return ""


def _is_named(iri: str, include: Collection[str]) -> bool:
    return any(iri.endswith("/" + name.replace(":", "/", 1)) for name in include)


def _things(node: Any) -> Iterable[dict[str, Any]]:
    if isinstance(node, dict):
        if "@id" in node or "confidential" in node or "pseudonym" in node:
            yield node
        for value in node.values():
            yield from _things(value)
    elif isinstance(node, list):
        for value in node:
            yield from _things(value)


def _words(thing: dict[str, Any]) -> Iterable[str]:
    """What would give a thing away in a message: its name, what it is called, its digest."""
    if "@id" in thing:
        yield thing["@id"].rpartition("/")[2]
    for key in ("name", "title", "says"):
        if isinstance(thing.get(key), dict):
            yield from thing[key].values()


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
        rename = _Renaming(case, self._pseudonyms(), {row[1] for row in self.rows if row[2:] == (RDF + "type", KG + "Assertion")})
        lost = {name for name, d in case.documents.items() if {d.iri, self._of(d.annotates)} & (gone | self.renamed)}
        files = {case.documents[name].file for name in lost}
        secret = self._secret_names()
        told = [p for p in case.problems if p.place.file not in files and not secret.in_text(p.message)]
        kept = {name: document for name, document in case.documents.items() if name not in lost}
        return replace(
            case,
            documents={rename.name(name): rename.document(document) for name, document in kept.items()},
            jsonld=[],
            quads=[rename.quad(quad) for quad in self._under_pseudonym(quads)],
            lines=rename.lines(case.lines, gone),
            quotes=[rename.quote(quote) for quote in case.quotes if quote.node not in gone and quote.place.file not in files],
            left_out={rename(node) for node in case.left_out if node not in gone},
            problems=sorted(replace(p, place=rename.place(p.place)) for p in {*told, *self.problems}),
            withheld=True,
            withheld_texts=frozenset(case.documents[name].sha256 for name in lost) - {d.sha256 for d in kept.values()},
        )

    def _of(self, document: str) -> str:
        return f"{self.case.iri}/{document}" if document else ""

    # -- what goes ---------------------------------------------------------------------------------

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
            if predicate in _NAMES and of in ("Actor", "Annotator", "Document"):
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

    # -- what is shown otherwise -------------------------------------------------------------------

    def _pseudonyms(self) -> dict[str, str]:
        """Own name → the one in its place: the pseudonym's letters, told apart from every other name of the case."""
        texts: dict[str, dict[str, str]] = defaultdict(dict)
        for quad in self.case.quads:
            if quad.predicate.value == KG + "pseudonym" and isinstance(quad.object, ox.Literal):
                texts[rdf.text(quad.subject)][quad.object.language or ""] = quad.object.value
        taken = {row[1].removeprefix(self.case.iri + "/").partition("/")[0] for row in self.rows}
        made: dict[str, str] = {}
        for iri in sorted(self.renamed, key=lambda iri: (sorted(texts[iri].items()), iri)):
            words = texts[iri].get("en") or min(texts[iri].items())[1]
            plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
            stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "pseudonym"
            name, number = stem, 1
            while name in taken:
                number += 1
                name = f"{stem}-{number}"
            taken.add(name)
            made[iri.rpartition("/")[2]] = name
        return made

    def _under_pseudonym(self, quads: list[ox.Quad]) -> list[ox.Quad]:
        """The pseudonym as name or title, and nothing else that would tell who or what it is."""
        shown = []
        documents = {d.iri for d in self.case.documents.values()}
        for quad in quads:
            subject, predicate = rdf.text(quad.subject), quad.predicate.value
            if subject in self.renamed and (predicate in _NAMES or predicate in _REAL):
                continue
            if subject in self.renamed and predicate == KG + "pseudonym":
                name = _DCT + "title" if subject in documents else SKOS + "prefLabel"
                shown.append(ox.Quad(quad.subject, ox.NamedNode(name), quad.object, quad.graph_name))
            shown.append(quad)
        return shown


def _range(passage: str) -> tuple[str, int, int]:
    text, _, span = passage.partition("#char=")
    start, _, end = span.partition(",")
    return text, int(start), int(end)


@dataclass
class _Renaming:
    """Own names replaced by pseudonyms', wherever they stand in an IRI or in the name of a file."""

    case: Case
    names: dict[str, str]
    assertions: set[str]

    def __call__(self, iri: str) -> str:
        if not self.names or not iri.startswith(self.case.iri + "/"):
            return iri
        first, *rest = iri[len(self.case.iri) + 1 :].split("/")
        if iri in self.assertions:
            rest = [rest[0], *(self.names.get(part, part) for part in rest[1:])]
        return "/".join([self.case.iri, self.name(first), *rest])

    def name(self, name: str) -> str:
        """A document's or actor's name; in that of an annotator's file both."""
        return BY.join(self.names.get(part, part) for part in name.split(BY))

    def quad(self, quad: ox.Quad) -> ox.Quad:
        """A quad with its IRIs renamed."""
        if not self.names:
            return quad
        subject, value, graph = map(self._term, (quad.subject, quad.object, quad.graph_name))
        return ox.Quad(subject, quad.predicate, value, graph)

    def _term(self, term: Any) -> Any:
        return ox.NamedNode(self(term.value)) if isinstance(term, ox.NamedNode) else term

    def place(self, at: Place) -> Place:
        path = Path(at.file)
        return Place(str(path.with_name(self.name(path.stem) + path.suffix)), at.line)

    def document(self, document: Document) -> Document:
        name = self.name(document.name)
        file = self.place(Place(document.file, 1)).file
        return replace(document, name=name, iri=self(document.iri), file=file, annotates=self.name(document.annotates))

    def quote(self, quote: Quote) -> Quote:
        return replace(quote, node=self(quote.node), place=self.place(quote.place))

    def lines(self, lines: Lines, gone: set[str]) -> Lines:
        """The lines of what is left."""
        place = self.place
        return Lines(
            {self(node): place(at) for node, at in lines.nodes.items() if node not in gone},
            {(self(n), p): place(at) for (n, p), at in lines.properties.items() if n not in gone},
            {(self(n), p, self(v)): place(at) for (n, p, v), at in lines.values.items() if n not in gone and v not in gone},
        )
