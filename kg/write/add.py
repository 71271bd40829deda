"""`kg add`: an entry put into the right file of a case, after the whole case was read with it.

What can be added, its keys and its place are the context's. Nothing is written where the case would
have an error that it had not before.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from kg import case as cases
from kg import files, validate
from kg.case import folder as folders
from kg.case import masking
from kg.case.hints import a, nearest
from kg.case.references import wrong_name
from kg.case.terms import classes
from kg.case.yamlfile import compose
from kg.names import BY
from kg.problems import CaseError, KgError, Place, Problem
from kg.write import render, schema, texts
from kg.write.insert import ITEM, Inserted, TakenError, UnsafeError, insert
from kg.write.kinds import Kind, kinds
from kg.write.tree import Tree, tree


@dataclass
class Added:
    """Where an entry went, and what is to be told: warnings on it, how many errors the case had before."""

    path: Path
    line: int
    warnings: list[Problem] = field(default_factory=list)
    errors_before: int = 0


def add(case: Path, what: str, name: str, pairs: Sequence[str], *, within: str = "", text: Path | None = None) -> Added:
    """Add a thing to the case in a folder; `within` names the document whose file it goes to.

    Raises:
        KgError: there is no case, kind or document of that name, or a key is wrong.
        CaseError: the case with it has new errors, which are in `problems`; nothing was written.
    """
    if case.is_dir() and not os.path.lexists(case / folders.CASE):
        raise KgError(f"{case}: no {folders.CASE} in it: name the folder of the case with --case, or make one with kg init")
    folders.check(case)
    kind = _kind(what)
    if text is not None and kind.name != "document":
        raise KgError(f"--text belongs to a document: leave it out, or kg add document NAME --text {text}")
    path, steps = _place(case, kind, name, within)
    terms = classes()[kind.of][kind.block].keys if kind.is_file else None
    entry = tree(kind.of, pairs, terms)
    if text is not None:
        read = texts.read(text)
        entry["text"] = {"sha256": read.sha256, "length": str(read.length)}
    made = _new_file(kind.block, entry) if kind.is_file else _inserted(path, kind, name, steps, entry)
    added = _check(case, path, made)
    files.write(path, made.source.encode("utf-8"))
    return added


def keys(what: str) -> list[str]:
    """The keys of what can be added, a line each.

    Raises:
        KgError: nothing of that name can be added.
    """
    kind = _kind(what)
    terms = classes()[kind.of][kind.block].keys if kind.is_file else classes()[kind.of]
    needless = schema.STANCES["Stance"][1] if kind.name == "stance" else ()
    found = schema.described(kind.of, {key: term for key, term in terms.items() if key not in needless})
    width = max(len(key) for key, _, _ in found)
    return [f"{key:{width}}  {'must be there: ' if required else ''}{means}" for key, means, required in found]


def _kind(what: str) -> Kind:
    if what not in kinds():
        raise KgError(f"'{what}' is nothing that can be added{nearest(what, kinds())}: {', '.join(kinds())}")
    return kinds()[what]


# -- where it goes -------------------------------------------------------------------------------


def _place(case: Path, kind: Kind, name: str, within: str) -> tuple[Path, list[str]]:
    """The file, and the path in it: keys from the top down."""
    holder, slash, last = name.rpartition("/")
    nested = kind.holder in ("Claim", "Metric")
    if nested and not (slash and holder and last):
        example = "bridge-unsafe/council" if kind.of == "Assertion" else "cracks/2025"
        raise KgError(f"{a(kind.of)} has two names, as in {example}: that of {a(kind.holder)}, and its own")
    document, by, annotator = name.partition(BY) if kind.is_file else (name, "", "")
    for one in [holder, last] if nested else [document, annotator] if by else [name]:
        if wrong := wrong_name(one):
            raise KgError(f"'{one}' is no name: {wrong}")
    if kind.holder == "Case" or kind.is_file:
        if within:
            raise KgError(f"--in is for what stands in a document: {a(kind.of) if kind.is_file else kind.name} does not, leave it out")
        return _of_case(case, kind, name, by)
    outer = {"Claim": "claims", "Metric": "metrics"}.get(kind.holder, "")
    path = _document(case, within, holder, outer)
    if not nested:
        return path, [kind.block, name]
    return path, [outer, holder, kind.block, last, *([ITEM] if kind.of == "Assertion" else [])]


def _of_case(case: Path, kind: Kind, name: str, by: str) -> tuple[Path, list[str]]:
    """A file of its own, or an entry of case.yaml or actors.yaml."""
    if not kind.is_file:
        return case / (folders.ACTORS if kind.block == "actors" else folders.CASE), [kind.block, name]
    if bool(by) != (kind.of == "Annotation"):
        raise KgError(f"'{name}': a document has a plain name, an annotation is called DOCUMENT{BY}ANNOTATOR")
    path = case / f"{name}.yaml"
    if os.path.lexists(path):
        raise KgError(f"{path}: is there already: choose another name, or add to it with --in {name}")
    return path, []


def _document(case: Path, within: str, holder: str, block: str) -> Path:
    """The file that `within` names, else the one that has the entry `holder`, else the only one there is."""
    found = dict(folders.documents(case)[0])
    if within:
        if within.removesuffix(".yaml") not in found:
            public = _public(found)
            raise KgError(f"there is no document '{within}' in {case}{nearest(within, public)}: {', '.join(public)}")
        return found[within.removesuffix(".yaml")]
    if holder:
        having = {name: path for name, path in found.items() if holder in _entries(path, block)}
        if not having:
            known = sorted({entry for path in _public(found).values() for entry in _entries(path, block)})
            raise KgError(f"nothing is called '{holder}' under {block}: of a document{nearest(holder, known)}")
        found = having
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise KgError(f"{case}: has no document yet: kg add document NAME title.en=… read=full")
    raise KgError(f"say in which document with --in: {', '.join(_public(found))}")


def _public(found: dict[str, Path]) -> dict[str, Path]:
    """The documents that may be named: not annotators' files, nor those in which anything is confidential."""
    return {name: path for name, path in found.items() if BY not in name and not masking.says_so(path)}


def _entries(path: Path, block: str) -> list[str]:
    """The names under a block of a file, as far as it can be read."""
    root, _ = compose(path, str(path))
    blocks = [value for key, value in (root.value if root else ()) if key.value == block]
    return [str(key.value) for node in blocks if isinstance(node, yaml.MappingNode) for key, _ in node.value]


# -- the new text of the file --------------------------------------------------------------------


def _new_file(block: str, entry: dict[str, Tree]) -> Inserted:
    lines = [f"{block}:", *(line for key, value in entry.items() for line in render.lines(key, value, 2))]
    return Inserted("\n".join([*lines, ""]), 1, len(lines))


def _inserted(path: Path, kind: Kind, name: str, steps: list[str], entry: dict[str, Tree]) -> Inserted:
    source = ""
    if os.path.lexists(path):
        root, problems = compose(path, str(path))
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors and not (root is None and _is_blank(path)):
            raise CaseError(errors)
        source = path.read_bytes().decode("utf-8")
    try:
        return insert(source, steps, entry)
    except TakenError as error:
        more = f", or add a stance to it (kg add stance {name}/ACTOR stance=…)" if kind.of == "Claim" else ""
        raise KgError(f"{path}:{error.line}: '{name}' is there already: choose another name, or change it there{more}") from error
    except UnsafeError as error:
        raise KgError(f"{path}: {kind.name} '{name}' could not be put there safely, nothing was written: write it by hand") from error


def _is_blank(path: Path) -> bool:
    """A file with nothing but comments can be written into."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


# -- what the case says to it --------------------------------------------------------------------


def _check(case: Path, path: Path, made: Inserted) -> Added:
    """Read and validate the case as it would be.

    Raises:
        CaseError: it would have errors that it has not now.
    """
    after = _problems(case, {path.name: made.source})
    mine = [problem for problem in after if problem.place.file == str(path) and made.first <= problem.place.line <= made.last]
    errors = [problem for problem in after if problem.severity == "error"]
    before: list[Problem] = []
    if errors:
        before = [problem for problem in _problems(case, {}) if problem.severity == "error"]
        known = Counter(map(_said, before))
        new = [problem for problem in errors if problem in mine or not known[_said(problem)]]
        if new:
            at = Place(str(path), made.first)
            raise CaseError(replace(one, place=at if one in mine else one.place, message=f"not added: {one.message}") for one in new)
    return Added(path, made.first, [problem for problem in mine if problem.severity == "warning"], len(before))


def _said(problem: Problem) -> tuple[str, str, str]:
    """A problem without its line, and without those that it speaks of."""
    return problem.place.file, re.sub(r"(line |:)[0-9]+", r"\1", problem.message), problem.rule


def _problems(case: Path, changed: dict[str, str]) -> list[Problem]:
    """What is wrong with a case, some of its files changed: told of a copy, named as they are."""
    with tempfile.TemporaryDirectory(prefix="kg-") as copy:
        for path in case.iterdir():
            if path.suffix.lower() in (".yaml", ".yml") and path.is_file():
                (Path(copy) / path.name).write_bytes(path.read_bytes())
        for name, source in changed.items():
            (Path(copy) / name).write_bytes(source.encode("utf-8"))
        try:
            read = cases.read(copy)
            found = [*read.problems, *validate.check(read)]
        except CaseError as error:
            found = error.problems
    here = f"{case}/" if str(case) != "." else ""
    return [
        replace(
            problem,
            place=Place(str(case / Path(problem.place.file).name), problem.place.line),
            message=problem.message.replace(f"{copy}/", here),
        )
        for problem in found
    ]
