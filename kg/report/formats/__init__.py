"""A report as blocks, and a table of formats that it can be written in."""

from __future__ import annotations

from collections.abc import Callable

from kg.report.formats import html, markdown, word
from kg.report.formats.blocks import Report

FORMATS: dict[str, Callable[[Report], bytes]] = {"md": markdown.write, "html": html.write, "docx": word.write}
