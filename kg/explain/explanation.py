"""An explanation: what the graph knows of a thing, in sentences under headings, and how it is written."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from kg import html
from kg.explain.sections import ITEM
from kg.steering import shown

#: Of the things that can be explained further so many are listed; JSON has them all.
LISTED = 20
#: Columns of the text: a line that the eye finds back from.
WIDTH = 100
#: What Markdown, or HTML in it, would take for more than a character.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&!])")


@dataclass(frozen=True)
class Section:
    """A heading and its sentences, in the order in which they are read."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A thing that was named, and what it is called in a command: `kg explain ID`."""

    id: str
    label: str


@dataclass(frozen=True)
class Explanation:
    """Everything the graph knows of a thing.

    `id` is what a command calls it, `kind` its class in words, `others` the things that the sentences name, in their
    order, under the heading `further`; `more` says what lists those that are too many to be shown. A sentence that begins
    with `· ` is a line of the list that the sentence above it opens. In a notebook it is shown as HTML.
    """

    node: str
    id: str
    kind: str
    title: str
    lang: str
    sections: tuple[Section, ...]
    further: str
    others: tuple[Named, ...] = ()
    more: str = ""

    def text(self) -> str:
        """Lines of at most `WIDTH` columns, for a terminal."""
        made = [*_wrapped(self.title, ""), f"{self.kind} · {self.id}"]
        for section in self.sections:
            made += ["", section.heading, *(line for one in section.sentences for line in _wrapped(one, "  "))]
        if self.others:
            made += ["", self.further, *(f"  {one.id}  {_plain(one.label)}" for one in self.others[:LISTED])]
            made += [f"  {self.more}"] if self.more else []
        return "\n".join(made) + "\n"

    def markdown(self) -> str:
        """Headings and lists; nothing in a text of others is taken for markup."""
        made = [f"# {_escaped(self.title)}", "", f"{_escaped(self.kind)} · `{self.id}`"]
        for section in self.sections:
            made += ["", f"## {_escaped(section.heading)}", "", *map(_bullet, section.sentences)]
        if self.others:
            made += ["", f"## {_escaped(self.further)}", "", *(f"- `{one.id}` {_escaped(one.label)}" for one in self.others[:LISTED])]
            made += [f"- {_escaped(self.more)}"] if self.more else []
        return "\n".join(made) + "\n"

    def json(self) -> str:
        """The same as an object: node, id, kind, title, lang, sections (heading, sentences), others (id, label)."""
        told: dict[str, Any] = asdict(self)
        del told["further"], told["more"]
        return json.dumps(told, indent=2, ensure_ascii=False) + "\n"

    def html(self) -> str:
        """A page of its own."""
        return html.page(self.title, self._repr_html_(), self.lang)

    def _repr_html_(self) -> str:
        made = [html.element("h2", self.title), f"<p>{html.escape(self.kind)} · {html.element('code', self.id)}</p>"]
        for section in self.sections:
            made += [html.element("h3", section.heading), _listed(section.sentences)]
        if self.others:
            listed = [f"<li>{html.element('code', one.id)} {html.escape(one.label)}</li>" for one in self.others[:LISTED]]
            listed += [html.element("li", self.more)] if self.more else []
            made += [html.element("h3", self.further), "<ul>", *listed, "</ul>"]
        return "<article>\n" + "\n".join(made) + "\n</article>\n"


WRITERS: dict[str, Callable[[Explanation], str]] = {
    "text": Explanation.text,
    "md": Explanation.markdown,
    "json": Explanation.json,
    "html": Explanation.html,
}


def _plain(text: str) -> str:
    """One line that cannot steer a terminal."""
    return shown(" ".join(text.split()))


def _wrapped(text: str, indent: str) -> list[str]:
    """A sentence in lines, a dash before an indented one; what is listed under it further in."""
    first, after = (f"{indent}– ", f"{indent}  ") if indent else ("", "")
    if indent and text.startswith(ITEM):
        first, after = f"{indent}  ", f"{indent}  " + " " * len(ITEM)
    return textwrap.wrap(_plain(text), WIDTH, initial_indent=first, subsequent_indent=after, break_long_words=False, break_on_hyphens=False)


def _bullet(text: str) -> str:
    return f"  - {_escaped(text.removeprefix(ITEM))}" if text.startswith(ITEM) else f"- {_escaped(text)}"


def _listed(sentences: tuple[str, ...]) -> str:
    """A list in which what begins so is a list of its own."""
    under = [number > 0 and one.startswith(ITEM) for number, one in enumerate(sentences)]
    made = "<ul>"
    for one, item, before, after in zip(sentences, under, [False, *under], [*under[1:], False], strict=False):
        made += "\n<ul>" if item and not before else ""
        made += f"\n<li>{html.escape(one.removeprefix(ITEM) if item else one)}"
        made += "</li>" if item or not after else ""
        made += "\n</ul></li>" if item and not after else ""
    return made + "\n</ul>"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _plain(text))
