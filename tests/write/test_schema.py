"""The JSON Schemas are those of context and shapes, and agree with the reader wherever a schema can see what it sees."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kg.case.yamlfile import Loader
from kg.resources import folder
from kg.write import schema
from tests.case.conftest import copy_with
from tests.case.test_right import CASES as RIGHT
from tests.case.test_wrong import CASES as WRONG
from tests.test_docs import CASE as DOCS
from tests.test_docs import README

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for path in sorted([*ROOT.glob("data/*/*.yaml"), *ROOT.glob("tests/*/**/*.yaml")])
    if path.parent.name not in ("wrong", "right", "write", "diff", "confidential")  # changes to a case, or filled in by a test
]
#: YAML 1.2's core schema, which editors read by default.
CORE: list[tuple[re.Pattern[str], Callable[[str], Any]]] = [
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
]  # fmt: skip
UNSEEN = {
    f"{of}: {name}" for of, names in yaml.safe_load((Path(__file__).parent / "unseen.yaml").read_text("utf-8")).items() for name in names
}


def core(node: yaml.ScalarNode) -> Any:
    """A plain scalar as YAML 1.2 reads it."""
    return next((made(node.value) for pattern, made in CORE if pattern.fullmatch(node.value)), node.value)


def old(node: yaml.ScalarNode) -> Any:
    """A plain scalar as YAML 1.1 reads it; days stay texts in JSON."""
    return node.value if node.tag.endswith(":timestamp") else yaml.SafeLoader("").construct_object(node)


def instance(node: yaml.Node | None, scalar: Callable[[yaml.ScalarNode], Any]) -> Any:
    """A file as an editor sees it."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): instance(value, scalar) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [instance(value, scalar) for value in node.value]
    if node is None:
        return None
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style else scalar(node)


@cache
def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((folder("ontology") / name).read_text("utf-8")))


def kind(name: str) -> str:
    """Which schema holds for a file of this name."""
    named = {"case.yaml": schema.CASE, "actors.yaml": schema.ACTORS}
    return named.get(name) or (schema.ANNOTATION if ".by-" in name else schema.DOCUMENT)


def errors(name: str, text: str) -> list[str]:
    """What the schema has against a file, in either YAML; what is no YAML at all has one error."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return [str(error)]
    found = {error.message for scalar in (core, old) for error in validator(kind(name)).iter_errors(instance(node, scalar))}
    return sorted(found)


def of_case(at: Path) -> dict[str, list[str]]:
    return {path.name: found for path in sorted(at.glob("[!.]*.yaml")) if (found := errors(path.name, path.read_text("utf-8")))}


@pytest.mark.parametrize("name", schema.schemas())
def test_the_files_are_those_of_the_ontology(name: str) -> None:
    written = (folder("ontology") / name).read_bytes()
    assert written == schema.rendered()[name], "run: python -m kg.write"
    jsonschema.Draft7Validator.check_schema(json.loads(written))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_are_read_conform(path: Path) -> None:
    assert errors(path.name, path.read_text("utf-8")) == []


def test_the_examples_of_the_docs_conform() -> None:
    assert {name: errors(name, text) for name, text in DOCS.items()} == {name: [] for name in DOCS}
    blocks = re.findall(r"```yaml\n(document:.*?)```", README, re.DOTALL)
    assert [errors("x.yaml", block) for block in blocks] == [[]] * len(blocks) != []


@pytest.mark.parametrize("changes", [pytest.param(one, id=name) for name, one in RIGHT])
def test_what_the_reader_takes_conforms(changes: dict[str, Any], tmp_path: Path) -> None:
    changes = {name: change for name, change in changes.items() if name not in ("goes", "comes", "warns")}
    assert of_case(copy_with(tmp_path, changes)) == {}


@pytest.mark.parametrize(("name", "changes"), [pytest.param(name, one, id=name) for name, one in WRONG])
def test_what_the_reader_refuses_is_refused(name: str, changes: dict[str, Any], tmp_path: Path) -> None:
    at = copy_with(tmp_path, {file: change for file, change in changes.items() if file != "problems"})
    found = of_case(at)
    assert bool(found) == (name not in UNSEEN), f"{found or 'nothing is found'}: see unseen.yaml"


def test_every_fixture_that_is_not_seen_is_there() -> None:
    assert {name for name, _ in WRONG} >= UNSEEN


def test_what_is_only_warned_of_is_not_required() -> None:
    made = schema.schemas()
    required = {name: one.get("required", []) for name, one in made[schema.DOCUMENT]["definitions"].items()}
    assert required["Claim"] == ["says", "kind"]  # said is a warning
    assert required["Metric"] == ["counts"]  # unit and values too
    assert required["Support"] == ["for", "with"]  # by is the annotator's where it is absent
    assert (required["Stance"], required["Reported"]) == (["stance"], ["by", "stance"])
    assert made[schema.CASE]["required"] == ["base", "title", "version", "languages", "annotators"]


def test_each_kind_of_file_has_its_own_keys() -> None:
    case, actors, document = (schema.schemas()[name]["properties"] for name in (schema.CASE, schema.ACTORS, schema.DOCUMENT))
    assert "actors" not in case
    assert list(actors) == ["actors"]
    assert "annotation" not in document


def test_whoever_hovers_reads_what_a_key_means_and_takes() -> None:
    claim = schema.schemas()[schema.DOCUMENT]["definitions"]["Claim"]["properties"]["kind"]
    assert claim["description"].startswith("What sort of claim it is.\nA claim needs exactly one `kind`")
    assert len(claim["enumDescriptions"]) == len(claim["enum"]) == len(set(claim["enumDescriptions"]))
