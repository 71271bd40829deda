"""The same bytes every time, whatever the machine, its settings and its clock; no date in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import draw
from tests.draw import bridge, sums

PICTURES = [{"view": view} for view in ("dispute", "labels", "sources", "people", "timeline", "audit")] + [
    {"view": "series", "metric": "reply:cracks"}
]


def held(options: dict[str, str]) -> ox.Store:
    return sums.held() if options["view"] == "audit" else bridge.held()


@pytest.mark.parametrize("fmt", draw.FORMATS)
@pytest.mark.parametrize("options", PICTURES, ids=lambda options: options["view"])
def test_twice_the_same_and_no_date(fmt: str, options: dict[str, str]) -> None:
    one, other = (draw.draw(held(options), fmt=fmt, **options) for _ in range(2))  # type: ignore[arg-type]
    assert one == other
    assert one.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[fmt])
    assert not re.search(rb"CreationDate|ModDate|<dc:date>|tIME", one)


@pytest.mark.parametrize("options", PICTURES, ids=lambda options: options["view"])
def test_settings_do_not_leak_in_or_out(options: dict[str, str]) -> None:
    import matplotlib

    before = draw.draw(held(options), **options)  # type: ignore[arg-type]
    theirs = {"font.family": "monospace", "lines.linewidth": 9, "axes.facecolor": "red", "xtick.labelsize": 30, "savefig.facecolor": "red"}
    with matplotlib.rc_context(theirs):  # type: ignore[arg-type]
        ours = dict(matplotlib.rcParams)
        assert draw.draw(held(options), **options) == before  # type: ignore[arg-type]
        assert dict(matplotlib.rcParams) == ours


def test_words_are_drawn_as_shapes_and_pdf_has_its_font() -> None:
    assert b"<text" not in draw.draw(bridge.held(), lang="ru")
    assert b"DejaVuSans" in draw.draw(bridge.held(), fmt="pdf", lang="ru")


PROGRAM = """
import hashlib, sys
from kg import draw
from tests.draw import bridge, sums
print(hashlib.sha256(draw.draw(sums.held(), "audit", "svg", "ru")).hexdigest())
for view, metric in (("dispute", None), ("evidence", None), ("timeline", None), ("series", "reply:cracks")):
    for fmt in draw.FORMATS if view in ("dispute", "series") else ["svg"]:
        print(view, fmt, hashlib.sha256(draw.draw(bridge.held(), view, fmt, "ru", metric=metric)).hexdigest())
"""
HOSTILE = """
font.size: 33
font.family: monospace
lines.linewidth: 7
savefig.dpi: 20
savefig.bbox: tight
svg.fonttype: none
axes.facecolor: red
"""


def hashes(tmp_path: Path, **environment: str) -> str:
    here = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path]), **environment}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=here, cwd=tmp_path, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.slow
def test_another_machine(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale, time and folder, and a user's own settings of matplotlib."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "matplotlibrc").write_text(HOSTILE)
    (tmp_path / "matplotlibrc").write_text(HOSTILE)
    one = hashes(Path.cwd(), PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    other = hashes(
        tmp_path, PYTHONHASHSEED="2", TZ="Asia/Almaty", LC_ALL="ru_RU.UTF-8", SOURCE_DATE_EPOCH="1", MPLCONFIGDIR=str(tmp_path / "settings")
    )
    assert one == other
    assert one.count("\n") == 9


def test_the_font_is_the_one_that_comes_with_matplotlib() -> None:
    """A machine's own DejaVu Sans may be of another version."""
    import matplotlib
    from matplotlib.font_manager import FontProperties, findfont

    from kg.draw.canvas import FAMILY

    draw.draw(bridge.held())
    wanted = {"": FontProperties(family=FAMILY), "-Bold": FontProperties(family=FAMILY, weight="bold")}
    for file, properties in {**wanted, "-Oblique": FontProperties(family=FAMILY, style="italic")}.items():
        found = findfont(properties, fallback_to_default=False)
        assert found == f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans{file}.ttf"
