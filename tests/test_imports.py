"""A cold start is short, and names mean one thing."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("rdflib", "networkx", "pyshacl", "matplotlib", "oxrdflib", "pyparsing", "xlsxwriter")


@pytest.mark.parametrize(
    "code",
    [
        "import kg",
        "import kg.cli",
        "from kg.cli import app; app(['--version'], standalone_mode=False)",
        "import kg.ask, kg.store",
        "import kg.explain, kg.quotes",
        "import kg.dispute, kg.dispute.table, kg.dispute.reported, kg.dispute.found",
        "import kg.sources, kg.sources.tables",
    ],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    asked = f"import sys\n{code}\nprint(sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_exported_name_is_also_a_modules() -> None:
    code = "import kg, pkgutil; print(sorted(set(vars(kg)) & {m.name for m in pkgutil.iter_modules(kg.__path__)}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_module_can_be_imported_first() -> None:
    """No circle hides behind the order in which the command happens to import."""
    code = """
import importlib, pkgutil, sys
import kg
for name in [m.name for m in pkgutil.walk_packages(kg.__path__, "kg.") if m.name != "kg.__main__"]:
    for loaded in [m for m in sys.modules if m.startswith("kg.")]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
