"""The files of a new case. Every line that is commented out can be used as it is."""

from __future__ import annotations

import unicodedata

from kg.write import render
from kg.write.texts import Text

_CASE = """\
# A case is one dispute. Every file in this folder that ends in .yaml belongs to it.
base: https://example.org/{name}/  # everything gets an address below this one: put one of your own here
title: {title}  # what the dispute is called
version: "0.1"
languages: [{languages}]  # of what you write
parties: [party-one, party-two]  # the actors in dispute, each on its own: names from actors.yaml
annotators:
  me: {{name: {{en: The annotator}}, kind: person}}  # who reads and judges: you
# What is counted, where anything is:
# concepts:
#   crack: {{name: {{en: Crack in the bridge}}}}
"""
ACTORS = """\
# Who speaks, is spoken of or is tied to somebody: a person, an organisation, an office or a group.
# An office and the person who holds it are two actors.
actors:
  party-one: {name: {en: First party}, kind: organisation}
  party-two: {name: {en: Second party}, kind: organisation}
"""
_DOCUMENT = """\
document:
  title: {title}{title_from}
  # author: party-one  # who wrote it: a name from actors.yaml; absent means unknown
  # published: 2025-05-13  # a day, month, year or range, as in 2025-05 or 2024..2025
{language}{text}  read: full  # how far you read it: full, part or mention
  # reviewed: {{author: 2025-06-01, sources: 2025-06-01}}  # when you looked into each; absent means unknown
"""
_MORE = "# kg add claim NAME --in {name} … writes its first claim; {first}.yaml shows what there may be.\n"
_CLAIMS = """\
claims:
  first-claim:  # a name that you choose, unique in the file
    says: {en: "Put here what is claimed, in your own words and positively"}
    kind: factual  # statistical, causal, evaluative, normative, predictive or procedural
    said:
      party-one:
        stance: asserts
        # quote: "words of the text, copied letter by letter"  # kg anchor finds them in the text
      party-two: {stance: denies}  # asserts, denies, questions, concedes, retracts or relays
  second-claim:
    says: {en: "Put here what is said against it"}
    kind: factual
    said:
      party-two: {stance: asserts}
challenges:
  objection: {against: first-claim, with: second-claim, by: party-two}
# Figures, as they are printed, of what the concepts in case.yaml say is counted:
# metrics:
#   cracks:
#     counts: crack
#     unit: crack
#     values: {2025: {value: 9}}
# Who is tied to whom, according to this document:
# ties:
#   funding: {who: party-one, kind: funds, whom: party-two, during: 2025}
"""


def case(name: str, title: str, languages: list[str]) -> str:
    """`case.yaml`."""
    return _CASE.format(name=name, title=render.flow({languages[0]: title}), languages=", ".join(languages))


def document(name: str, text: Text | None, language: str, first: str) -> str:
    """A document's file; the one called `first` has the claims."""
    title, title_from, tag, declared = "A first document", "", "en", ""
    if text is not None:
        title, title_from = name, "  # the file's name: put the title here"
        if text.title and (language or _is_latin(text.title)):
            title, title_from, tag = text.title, "  # the text's first line: correct it, and its language", language or "en"
        declared = f"  text: {{sha256: {text.sha256}, length: {text.length}}}  # by this the text is known\n"
    made = _DOCUMENT.format(
        title=render.flow({tag: title}),
        title_from=title_from,
        language=f"  language: {language}\n" if language else "",
        text=declared,
    )
    return made + (_CLAIMS if name == first else _MORE.format(name=name, first=first))


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in text if char.isalpha())
