"""The same bytes for the same graph, whatever process, hash seed, time zone or locale."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kg import export
from tests.export import awkward

PROGRAM = """
import hashlib
from kg import export
from tests.export import awkward
for fmt in export.FORMATS:
    if fmt in export.FOLDERS:
        made = b"".join(export.folder_of(awkward.held(), "all", "ru", [awkward.texts()]).values())
    else:
        made = export.export(awkward.held(), fmt, lang="ru", texts=[awkward.texts()])
    print(fmt, hashlib.sha256(made).hexdigest())
"""


@pytest.mark.slow
def test_the_same_bytes_in_another_process() -> None:
    runs = []
    for seed, zone in (("1", "Asia/Almaty"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "TZ": zone, "LC_ALL": "C"}
        runs.append(subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True).stdout)
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") == len(export.FORMATS)


@pytest.mark.parametrize("fmt", ["xlsx", "webannotation", "jsonld-framed"])
def test_the_same_bytes_twice(fmt: str) -> None:
    assert export.export(awkward.held(), fmt) == export.export(awkward.held(), fmt)
