"""How an answer's terms are shown to a reader: nodes by their labels, phrases of the question in the reader's language.

A question answers with nodes. A column may also hold a text that was put together: in it `<IRI>` stands for the node's
label, `{worded:<IRI>}` for what the node has under that key, in the reader's language, and `{phrase}` for one of the
question's `words`; what is between semicolons is a list, shown sorted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg import rdf
from kg.labels import Labels
from kg.names import KG, SKOS, XSD

#: The column that has the name by which a command takes the node.
ID = "id"
BETWEEN = "; "
#: Keys with texts in several languages, which a query would answer with a row each.
_TEXTS = {
    **{key: KG + key for key in ("assumes", "cause", "explanation", "because", "review", "says", "worded")},
    "note": SKOS + "note",
}
_TOKEN = re.compile(r"<(https?://[^<>\s]+)>|\{([a-z]+):<([^<>\s]+)>\}|\{([a-z][a-z0-9-]*)\}")
_YES = {"en": {"true": "yes", "false": "no"}, "ru": {"true": "да", "false": "нет"}}


class Wording:
    """Of one question's answer in a language; `phrases` are the question's words in it."""

    def __init__(self, labels: Labels, phrases: Mapping[str, str], lang: str = "en") -> None:
        self._labels, self._phrases, self._lang = labels, phrases, lang

    def of(self, column: str, term: object) -> str:
        """A term as a text; "" where there is none."""
        if isinstance(term, ox.NamedNode):
            if column == ID:
                return self._labels.reference(term.value)
            return self._labels.written(term.value) or self._labels.of(term.value)
        if isinstance(term, ox.Literal) and term.datatype.value == XSD + "boolean":
            return _YES.get(self._lang, _YES["en"]).get(term.value, term.value)
        text = rdf.text(term)
        if not isinstance(term, ox.Literal) or term.language or not _TOKEN.search(text):
            return text
        return BETWEEN.join(sorted({_TOKEN.sub(self._put, part) for part in text.split(BETWEEN) if part}))

    def _put(self, found: re.Match[str]) -> str:
        node, key, of, phrase = found.groups()
        if node:
            return self._labels.of(node)
        return self._labels.text(of, _TEXTS[key]) if key in _TEXTS else self._phrases.get(phrase, found[0])
