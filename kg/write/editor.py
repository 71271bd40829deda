"""What VS Code's YAML extension needs to complete and check the files of a case while they are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.problems import KgError
from kg.resources import folder
from kg.write import schema

SETTINGS = Path(".vscode") / "settings.json"
_SCHEMAS = Path(".vscode") / "counterclaim"
#: One schema for all files: it tells by a file's name which of the others holds.
_MAPPING = {f"./{(_SCHEMAS / schema.FILE).as_posix()}": "*.yaml"}


def files_of(case: Path) -> dict[Path, bytes]:
    """The editor's files for the case in a folder: settings of one's own are kept.

    Raises:
        KgError: there are settings that cannot be read as JSON.
    """
    path = case / SETTINGS
    made = {path: _settings(path)}
    for name in schema.schemas():
        made[case / _SCHEMAS / name] = (folder("ontology") / name).read_bytes()
    return made


def _settings(path: Path) -> bytes:
    settings: Any = {}
    mapping = json.dumps(_MAPPING)
    try:
        if path.exists():
            settings = json.loads(path.read_text("utf-8"))
        schemas = settings.setdefault("yaml.schemas", {})
        if schemas.items() >= _MAPPING.items():
            return path.read_bytes()
        schemas.update(_MAPPING)
    except (OSError, ValueError, AttributeError) as error:  # comments are no JSON, though VS Code takes them
        raise KgError(f'{path}: could not be added to: write "yaml.schemas": {mapping} in it yourself') from error
    return (json.dumps(settings, indent=2, ensure_ascii=False) + "\n").encode()
