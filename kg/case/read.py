"""A case folder becomes JSON-LD and quads, or every problem in it at once.

`case.yaml` first (it has the base and the languages), `actors.yaml`, then a file a document in the
order of their names. References are resolved last: their targets may stand in any file.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg import rdf
from kg.case import confidential, masking
from kg.case import folder as files
from kg.case.address import is_base
from kg.case.entries import Entries, Pending
from kg.case.expand import expanded
from kg.case.hints import Hints
from kg.case.message import one_line, problem
from kg.case.model import Case, Document, Lines
from kg.case.references import Names, wrong_case_name
from kg.case.terms import classes, context, kg
from kg.case.yamlfile import compose
from kg.names import BY, CASE_GRAPH
from kg.problems import CaseError, Place, Problem

_NOT_IN_CASE = frozenset({"actors"})
_NOT_IN_ACTORS = frozenset(classes()["Case"]) - _NOT_IN_CASE
#: Stand for what could not be read, so that nothing is said to lack it. They never reach a graph.
_NO_BASE, _UNKNOWN = "https://example.org/case", "unknown:"


def read(folder: Path | str, include: Collection[str] | None = ()) -> Case:
    """The case in a folder, without what is confidential there; `include` names what is to stay, None keeps all.

    Raises:
        KgError: there is no case in the folder.
        CaseError: its files have errors; all of them are in `problems`.
    """
    folder = Path(folder)
    files.check(folder)
    reading = _Reading(folder, include)
    reading.case_files()
    found, problems = files.documents(folder)
    reading.problems += problems
    for name, path in found:
        reading.document_file(name, path)
    return reading.finish()


@dataclass
class _Reading:
    """What has been read so far of one case."""

    folder: Path
    include: Collection[str] | None = ()
    iri: str = ""
    names: dict[str, Place] = field(default_factory=dict)  # of the case
    annotators: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    jsonld: list[dict[str, Any]] = field(default_factory=list)
    roots: list[tuple[str, dict[str, Any]]] = field(default_factory=list)  # file, and its node in JSON-LD
    broken: list[Path] = field(default_factory=list)  # files of which nothing could be read
    entries: list[tuple[Entries, list[str]]] = field(default_factory=list)  # a file each, with its scopes
    lines: Lines = field(default_factory=Lines)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # scopes: what is not found there may be there
    hints: Hints = field(default_factory=Hints)

    def case_files(self) -> None:
        """`case.yaml` and `actors.yaml`: one node, the case, in one graph."""
        path = self.folder / files.CASE
        root = self._compose(path)
        self.iri = self._base(root, path)
        self.lines.nodes[self.iri] = Place(str(path), 1)
        made: dict[str, Any] = {"@id": self.iri, "@type": "Case"}
        if root is None:
            self.unread.add(self.iri)
            self.annotators = [_UNKNOWN]
        else:
            entries = self._entries(path, self.iri, [self.iri], names=self.names)
            entries.fill(made, "Case", self.iri, root, omit=_NOT_IN_CASE)
            self.languages = set(made.get("languages", ()))
            self.annotators = list(made.get("annotators", {})) or [_UNKNOWN] * ("annotators" in _keys(root))
        path = self.folder / files.ACTORS
        if path.is_symlink() or path.exists():
            if (actors := self._compose(path)) is None:
                self.unread.add(self.iri)
            else:
                entries = self._entries(path, self.iri, [self.iri], names=self.names)
                entries.fill(made, "Case", self.iri, actors, omit=_NOT_IN_ACTORS)
        for name, place in self.names.items():
            if wrong := wrong_case_name(name):
                self.problems.append(problem(place, f"'{name}' is no name here: {wrong}"))
        self.roots.append((str(self.folder / files.ACTORS), made))
        self._add_graph(f"{self.iri}/{CASE_GRAPH}", made)

    def document_file(self, name: str, path: Path) -> None:
        """A document's file, or an annotator's."""
        document, by, annotator = name.partition(BY)
        if wrong := wrong_case_name(document):
            path_shown = Place(one_line(str(path)), 1)
            self.problems.append(problem(path_shown, f"the file's name is no name for a document: {wrong}"))
        if by:
            self._annotation(name, path, document, annotator)
            return
        if document in self.names:
            self._problem(path, f"'{document}' is there already, at {self.names[document]}: names are unique in a case")
        self.names.setdefault(document, Place(str(path), 1))
        iri = f"{self.iri}/{document}"
        root = self._compose(path)
        sha256, length = _text_of(root) if root else (_UNKNOWN, None)
        self.documents[name] = Document(name, iri, str(path), sha256, length)
        entries = self._entries(path, iri, [iri, self.iri], iri, sha256, self.annotators[0] if self.annotators else "")
        if root is not None and "document" not in _keys(root):
            entries.error(Place(str(path), 1), "the file has no 'document:': write it, with title and read")
        self._root("Document", entries, root)

    def _annotation(self, name: str, path: Path, document: str, annotator: str) -> None:
        """A second annotator's file: a graph of its own, on the text of its document."""
        iri, by = f"{self.iri}/{name}", f"{self.iri}/{annotator}"
        of = self.documents.get(document)
        if of is None:
            self._problem(path, f"there is no {document}.yaml that it could be about")
            of = Document(document, f"{self.iri}/{document}", "", _UNKNOWN)
            self.unread.add(of.iri)
        if by not in self.annotators and _UNKNOWN not in self.annotators:
            self._problem(path, f"'{annotator}' is none of the annotators in {files.CASE}")
        self.documents[name] = Document(name, iri, str(path), of.sha256, of.length, annotates=document)
        entries = self._entries(path, iri, [iri, of.iri, self.iri], of.iri, of.sha256, by)
        made = self._root("Annotation", entries, self._compose(path))
        made["kg:by"], made["kg:document"] = {"@id": by}, {"@id": of.iri}

    def _root(self, of: str, entries: Entries, root: yaml.MappingNode | None) -> dict[str, Any]:
        """The node of a file, named as its graph."""
        made: dict[str, Any] = {"@id": entries.base, "@type": of}
        keys = _keys(root) if root else {}
        entries.lines.nodes[entries.base] = Place(entries.file, keys.get(of.lower(), 1))
        if root is None:
            self.unread.add(entries.base)
        else:
            entries.fill(made, of, entries.base, root)
        self.roots.append((entries.file, made))
        self._add_graph(entries.base, made)
        return made

    def finish(self) -> Case:
        """Resolve what was left, and stop here if anything is wrong; else make the quads."""
        for entries, _ in self.entries:
            self._check_names(entries)
            self.problems += entries.problems
            self.lines.update(entries.lines)
        names = Names(self.iri, set(self.documents), set(self.lines.nodes), self.unread, self.hints)
        for entries, scopes in self.entries:
            for pending in entries.pending:
                self._resolve(pending, scopes, names, entries.annotator)
        if any(problem.severity == "error" for problem in self.problems):
            told = list(dict.fromkeys(self.problems))  # the same thing of the same line once
            if self.include is not None:
                told = masking.masked(told, self.roots, self.lines, self.broken, self.folder / files.CASE, self.include)
            raise CaseError(told)
        quads = [quad for document in self.jsonld for quad in rdf.from_jsonld(expanded(document))]
        quotes = [quote for entries, _ in self.entries for quote in entries.quotes]
        left_out = {node for entries, _ in self.entries for node in entries.left_out}
        case = Case(self.iri, self.folder, self.documents, self.jsonld, quads, self.lines, quotes, left_out, sorted(set(self.problems)))
        return case if self.include is None else confidential.hide(case, self.include)

    def _check_names(self, entries: Entries) -> None:
        """No name of a document's file may be one of the case's."""
        if entries.names is not self.names:
            for name in entries.names.keys() & self.names.keys():
                at = self.names[name]
                self.problems.append(problem(entries.names[name], f"'{name}' is a name of the case already, at {at}: choose another"))

    def _resolve(self, pending: Pending, scopes: list[str], names: Names, annotator: str) -> None:
        """Put the IRI of what is meant in the place of a reference; `annotator` wrote the file."""
        iri = names.resolve(pending.text, scopes)
        if iri is None:
            if why := names.explain(pending.text, scopes):
                self.problems.append(problem(pending.place, why))
            return
        holder, key, prop = pending.holder, pending.key, pending.property
        if prop == kg("secondReader") and iri == annotator:
            self.problems.append(problem(pending.place, f"'{pending.text}' wrote this file: a second reader is another person"))
        if iri == pending.node and not pending.is_key:
            self.problems.append(problem(pending.place, f"'{pending.text}' refers to itself in '{key}': name another thing"))
        if pending.is_key:
            holder[iri] = holder.pop(key)
            for assertion in holder[iri]:
                self.lines.properties[assertion["@id"], kg("by")] = pending.place
                self.lines.values[assertion["@id"], kg("by"), iri] = pending.place
            return
        if isinstance(holder.get(key), list):
            if iri in holder[key]:
                self.problems.append(problem(pending.place, f"'{pending.text}' stands twice in '{key}': keep one"))
            holder[key].append(iri)
        else:
            holder[key] = iri
        self.lines.values[pending.node, prop, iri] = pending.place

    # -- helpers of the above --------------------------------------------------------------------

    def _compose(self, path: Path) -> yaml.MappingNode | None:
        root, problems = compose(path, str(path))
        self.problems += problems
        if root is None:
            self.broken.append(path)
        return root

    def _base(self, root: yaml.MappingNode | None, path: Path) -> str:
        """The case's IRI: `base` without its last slash."""
        for key, node in root.value if root else ():
            if key.value != "base":
                continue
            if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
                return _NO_BASE  # said when the key is read
            if is_base(base := str(node.value)):
                return base[:-1]
            message = f"base: '{base}' is not a web address of your own that ends in one slash, such as https://example.org/my-case/"
            self.problems.append(problem(Place(str(path), key.start_mark.line + 1), message))
            return _NO_BASE
        if root:
            self._problem(path, "the case has no base: write one, such as base: https://example.org/my-case/")
        return _NO_BASE

    def _entries(
        self,
        path: Path,
        base: str,
        scopes: list[str],
        document: str = "",
        sha256: str = "",
        annotator: str = "",
        names: dict[str, Place] | None = None,
    ) -> Entries:
        """A reader for one file, taken note of."""
        made = Entries(str(path), base, document, sha256, annotator, languages=self.languages, hints=self.hints)
        if names is not None:
            made.names = names
        self.entries.append((made, scopes))
        return made

    def _add_graph(self, graph: str, root: dict[str, Any]) -> None:
        self.jsonld.append({"@context": context()["@context"], "@id": graph, "@graph": [root]})

    def _problem(self, path: Path, message: str) -> None:
        self.problems.append(problem(Place(str(path), 1), message))


def _keys(root: yaml.MappingNode) -> dict[str, int]:
    """The scalar keys of a map, and the line of each."""
    return {str(key.value): key.start_mark.line + 1 for key, _ in reversed(root.value) if isinstance(key, yaml.ScalarNode)}


def _text_of(root: yaml.MappingNode) -> tuple[str, int | None]:
    """sha256 and length under `document: text:`, as far as they are well-formed; what is wrong is said when they are read."""
    node: yaml.Node = root
    for step in ("document", "text"):
        inner = [v for k, v in node.value if k.value == step] if isinstance(node, yaml.MappingNode) else []
        if not inner:
            return "", None
        node = inner[0]
    if not isinstance(node, yaml.MappingNode):
        return _UNKNOWN, None
    found = {str(k.value): str(v.value) or _UNKNOWN for k, v in reversed(node.value)}
    length = found.get("length", "")
    return found.get("sha256", ""), int(length) if re.fullmatch("[0-9]{1,15}", length) else None
