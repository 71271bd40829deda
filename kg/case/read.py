"""A case folder becomes JSON-LD and quads, or every problem in it at once.

`case.yaml` first (it has the base and the languages), `actors.yaml`, then a file a document in the
order of their names. References are resolved last: their targets may stand in any file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg import rdf
from kg.case.entries import Entries, Pending
from kg.case.model import Case, Document, Lines, Quote
from kg.case.references import Names, wrong_case_name
from kg.case.terms import classes, context
from kg.case.yamlfile import compose
from kg.names import CASE_GRAPH
from kg.problems import CaseError, KgError, Place, Problem

_CASE_KEYS = frozenset({"actors"})  # in case.yaml they would be misplaced
_ACTORS_KEYS = frozenset(classes()["Case"]) - _CASE_KEYS


def read(folder: Path | str) -> Case:
    """The case in a folder.

    Raises:
        KgError: there is no case in the folder.
        CaseError: its files have errors; all of them are in `problems`.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder: name one with a case.yaml in it")
    if not (folder / "case.yaml").is_file():
        raise KgError(f"{folder}: no case.yaml in it: write one, or name the folder of a case")
    reading = _Reading(folder)
    reading.case_files()
    for name, path in reading.document_files():
        reading.document_file(name, path)
    return reading.finish()


@dataclass
class _Reading:
    """What has been read so far of one case."""

    folder: Path
    iri: str = ""
    names: dict[str, Place] = field(default_factory=dict)  # of the case
    annotators: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    jsonld: list[dict[str, Any]] = field(default_factory=list)
    pending: list[tuple[Pending, list[str]]] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    lines: Lines = field(default_factory=Lines)
    problems: list[Problem] = field(default_factory=list)
    unread: bool = False

    def case_files(self) -> None:
        """`case.yaml` and `actors.yaml`: one node, the case, in one graph."""
        path = self.folder / "case.yaml"
        root = self._compose(path)
        self.iri = self._base(root, str(path))
        made: dict[str, Any] = {"@id": self.iri, "@type": "Case"}
        if root is not None:
            entries = Entries(str(path), self.iri, names=self.names)
            self.lines.nodes[self.iri] = Place(str(path), 1)
            entries.fill(made, "Case", self.iri, classes()["Case"], root, omit=_CASE_KEYS)
            self.languages = set(made.get("languages", []))
            self.annotators = list(made.get("annotators", {}))
            self._take(entries, [self.iri])
        path = self.folder / "actors.yaml"
        if path.exists() and (actors := self._compose(path)) is not None:
            entries = Entries(str(path), self.iri, names=self.names, languages=self.languages)
            entries.fill(made, "Case", self.iri, classes()["Case"], actors, omit=_ACTORS_KEYS)
            self._take(entries, [self.iri])
        for name, place in self.names.items():
            if wrong := wrong_case_name(name):
                self.problems.append(Problem(place, f"'{name}' is no name here: {wrong}"))
        self._add_graph(f"{self.iri}/{CASE_GRAPH}", made)

    def document_files(self) -> list[tuple[str, Path]]:
        """Name and path of each document's file, annotators' files after the documents."""
        found = []
        for path in sorted(self.folder.iterdir(), key=lambda p: (".by-" in p.name, p.name)):
            if path.name.startswith(".") or path.is_dir() or path.name in ("case.yaml", "actors.yaml"):
                continue
            if path.suffix == ".yaml":
                found.append((path.name.removesuffix(".yaml"), path))
            elif path.suffix.lower() in (".yml", ".yaml"):
                self._problem(path, "a case is read from files that end in .yaml: rename it")
        return found

    def document_file(self, name: str, path: Path) -> None:
        document, by, annotator = name.partition(".by-")
        if wrong := wrong_case_name(document):
            self._problem(path, f"the file's name is no name for a document: {wrong}")
            return
        if not by and document in self.names:
            self._problem(path, f"'{document}' is there already, at {self.names[document]}: names are unique in a case")
            return
        if by:
            self._annotation(name, path, document, annotator)
            return
        self.names[document] = Place(str(path), 1)
        iri = f"{self.iri}/{document}"
        root = self._compose(path)
        self.documents[name] = Document(name, iri, str(path))
        if root is None:
            return
        sha256, length = _text_of(root)
        self.documents[name] = Document(name, iri, str(path), sha256, length)
        default = self.annotators[0] if self.annotators else ""
        self._root("Document", "document", Entries(str(path), iri, iri, sha256, default), root, [iri, self.iri])

    def _annotation(self, name: str, path: Path, document: str, annotator: str) -> None:
        """A second annotator's file: a graph of its own, on the text of its document."""
        of = self.documents.get(document)
        iri, by = f"{self.iri}/{name}", f"{self.iri}/{annotator}"
        if of is None:
            self._problem(path, f"there is no {document}.yaml that it could be about")
            return
        if by not in self.annotators:
            self._problem(path, f"'{annotator}' is none of the annotators in case.yaml")
            return
        self.documents[name] = Document(name, iri, str(path), of.sha256, of.length, annotates=document)
        if (root := self._compose(path)) is not None:
            entries = Entries(str(path), iri, of.iri, of.sha256, by)
            made = self._root("Annotation", "", entries, root, [iri, of.iri, self.iri])
            made["kg:by"], made["kg:document"] = {"@id": by}, {"@id": of.iri}

    def _root(self, of: str, needs: str, entries: Entries, root: yaml.MappingNode, scopes: list[str]) -> dict[str, Any]:
        """The node of a file, named as its graph."""
        made: dict[str, Any] = {"@id": entries.base, "@type": of}
        entries.languages = self.languages
        keys = {key.value: key.start_mark.line + 1 for key, _ in root.value if isinstance(key, yaml.ScalarNode)}
        self.lines.nodes[entries.base] = Place(entries.file, keys.get(needs, 1))
        if needs and needs not in keys:
            entries.error(Place(entries.file, 1), f"the file has no '{needs}:': write it, with title and read")
        entries.fill(made, of, entries.base, classes()[of], root)
        for name, place in entries.names.items():
            if name in self.names and name not in self.documents:
                entries.error(place, f"'{name}' is a name of the case already, at {self.names[name]}: choose another")
        self._take(entries, scopes)
        self._add_graph(entries.base, made)
        return made

    def finish(self) -> Case:
        """Resolve what was left, and stop here if anything is wrong; else make the quads."""
        names = Names(self.iri, set(self.documents), set(self.lines.nodes))
        if not self.unread:  # what a reference names may stand in a file that could not be read
            for pending, scopes in self.pending:
                self._resolve(pending, scopes, names)
        if any(problem.severity == "error" for problem in self.problems):
            raise CaseError(self.problems)
        quads = [quad for document in self.jsonld for quad in rdf.from_jsonld(document)]
        return Case(self.iri, self.folder, self.documents, self.jsonld, quads, self.lines, self.quotes, sorted(self.problems))

    def _resolve(self, pending: Pending, scopes: list[str], names: Names) -> None:
        iri = names.resolve(pending.text, scopes)
        if iri is None:
            self.problems.append(Problem(pending.place, names.explain(pending.text, scopes)))
            return
        holder, key = pending.holder, pending.key
        if pending.is_key:
            holder[iri] = holder.pop(key)
            for made in holder[iri]:
                self.lines.properties.setdefault((made.get("@id", ""), "by"), pending.place)
        elif isinstance(holder.get(key), list):
            if iri in holder[key]:
                self.problems.append(Problem(pending.place, f"'{pending.text}' stands twice in '{key}': keep one"))
            holder[key].append(iri)
        else:
            holder[key] = iri
        self.lines.values[pending.node, pending.property, iri] = pending.place

    # -- helpers of the above --------------------------------------------------------------------

    def _compose(self, path: Path) -> yaml.MappingNode | None:
        root, problems = compose(path, str(path))
        self.problems += problems
        self.unread |= root is None
        return root

    def _base(self, root: yaml.MappingNode | None, file: str) -> str:
        """The case's IRI: `base` without its last slash."""
        if root is None:
            return "https://example.org/case"  # only so that the other files' problems can be found
        for key, node in root.value:
            if isinstance(key, yaml.ScalarNode) and key.value == "base":
                base = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
                if rdf.is_iri(base) and base.endswith("/") and not base.endswith("//") and "#" not in base and "?" not in base:
                    return base[:-1]
                message = f"base: '{base}' is not a web address that ends in one slash, such as https://example.org/my-case/"
                self.problems.append(Problem(Place(file, key.start_mark.line + 1), message))
                return "https://example.org/case"
        self.problems.append(Problem(Place(file, 1), "the case has no base: write one, such as base: https://example.org/my-case/"))
        return "https://example.org/case"

    def _take(self, entries: Entries, scopes: list[str]) -> None:
        self.problems += entries.problems
        self.quotes += entries.quotes
        self.pending += [(pending, scopes) for pending in entries.pending]
        self.lines.update(entries.lines)

    def _add_graph(self, graph: str, root: dict[str, Any]) -> None:
        self.jsonld.append({"@context": context()["@context"], "@id": graph, "@graph": [root]})

    def _problem(self, path: Path, message: str) -> None:
        self.problems.append(Problem(Place(str(path), 1), message))


def _text_of(root: yaml.MappingNode) -> tuple[str, int | None]:
    """sha256 and length under `document: text:`, as far as they are well-formed."""
    found: dict[str, str] = {}
    node: yaml.Node = root
    for step in ("document", "text"):
        inner = [v for k, v in node.value if k.value == step] if isinstance(node, yaml.MappingNode) else []
        if not inner:
            return "", None
        node = inner[0]
    if isinstance(node, yaml.MappingNode):
        found = {str(k.value): str(v.value) for k, v in node.value}
    length = found.get("length", "")
    return found.get("sha256", ""), int(length) if length.isdecimal() and len(length) < 16 else None
