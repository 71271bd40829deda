"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one a thing and passage that it points at.

Positions are code points, as that model wants them and as ours are. The source is the document's IRI: positions hold in
the text that was annotated, not in a page at its address, which may have changed. The words of a passage stand in a
quote selector where the text is at hand, without the words around: those may be of a passage that is confidential.
"""

from __future__ import annotations

from typing import Any

from kg.export import columns as c
from kg.export import folded
from kg.export.columns import Cell
from kg.export.things import Things, joined
from kg.names import OPERANDS, PREFIXES, RDF, SKOS

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TYPE = RDF + "type"
_DCT, _PROV, _URL = PREFIXES["dct"], PREFIXES["prov"], PREFIXES["schema"] + "url"

#: What points at passages → why it does, in the words of the annotation model.
MOTIVATIONS = {
    "Assertion": "describing",
    "Observation": "describing",
    "Support": "linking",
    "Challenge": "linking",
    "Calculation": "describing",
    "Link": "linking",
    "Tie": "describing",
    "Reform": "describing",
    "Break": "describing",
    "Mark": "classifying",
}
_CREATORS = {"person": "Person", "code": "Software", "tool": "Software"}


def serialise(things: Things) -> bytes:
    """One page of annotations as JSON-LD, under the context of the annotation model by its name."""
    items = [
        _annotation(things, iri, of, passage, start, end)
        for of in MOTIVATIONS
        for iri in things.rows(of)
        for passage, start, end in things.passages(iri)
    ]
    collections = [_collection(things, case) for case in things.cases]
    of_all = {"partOf": collections[0] if len(collections) == 1 else collections} if collections else {}
    name = collections[0]["id"] if collections else "urn:counterclaim:annotations"
    page = {"@context": CONTEXT, "id": f"{name}-1", "type": "AnnotationPage", **of_all, "startIndex": 0, "items": items}
    return folded.text(page).encode()


def _collection(things: Things, case: str) -> dict[str, Any]:
    """The case: its title, version, licence and base address."""
    titles = [{"@value": text, "@language": tag} for tag, text in _texts(things, case, _DCT + "title")]
    return {
        "id": f"{case}#annotations",
        "type": "AnnotationCollection",
        "label": things.text(case, _DCT + "title"),
        "dcterms:title": titles,
        "owl:versionInfo": joined(things.to(case, PREFIXES["owl"] + "versionInfo")),
        **({"rights": licences} if (licences := things.to(case, _DCT + "license")) else {}),
        "dcterms:isPartOf": {"id": case},
    }


def _annotation(things: Things, iri: str, of: str, passage: str, start: int, end: int) -> dict[str, Any]:
    """One annotation. Everything in it has an IRI: several that point at one passage share its target and selectors."""
    selectors: list[dict[str, Any]] = [{"id": f"{passage};position", "type": "TextPositionSelector", "start": start, "end": end}]
    if passage in things.quoted:
        selectors.append({"id": f"{passage};quote", "type": "TextQuoteSelector", "exact": things.quoted[passage]})
    creators = [_creator(things, one) for one in _annotators(things, iri)]
    name = f"{iri}#{passage.rpartition('/')[2].replace('#', '-')}"
    words = {"value": _SAYS[of](things, iri), "format": "text/plain", **_language(things, iri, of), "purpose": _purpose(of)}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": MOTIVATIONS[of],
        **({"creator": creators} if creators else {}),
        "body": [iri, {"id": f"{name};words", "type": "TextualBody", **words}],
        "target": {
            "id": passage,
            "type": "SpecificResource",
            "source": _source(things, passage, things.document(iri)),
            "selector": selectors,
        },
    }


def _purpose(of: str) -> str:
    return "classifying" if of == "Mark" else "describing"


def _source(things: Things, passage: str, document: str) -> dict[str, Any]:
    """The document, with the address that its text was had from."""
    found = things.to(passage, "document") or [document]
    made: dict[str, Any] = {"id": found[0], "type": "Text"}
    if languages := things.to(found[0], _DCT + "language"):
        made["language"] = languages
    if addresses := things.to(found[0], _URL):
        made["via"] = addresses
    return made


def _annotators(things: Things, iri: str) -> list[str]:
    """Who judged, where it is an annotator, and whose file it stands in."""
    own = [one for one in things.to(iri, "by") if things.is_a(one, "Annotator")]
    return own or [one for one in things.to(things.file(iri), _PROV + "wasAttributedTo") if things.is_a(one, "Annotator")]


def _creator(things: Things, iri: str) -> dict[str, Any]:
    kinds = [_CREATORS[name] for kind in things.to(iri, "kind") if (name := kind.rpartition("/")[2]) in _CREATORS]
    return {"id": iri, **({"type": kinds[0]} if kinds else {}), "name": things.label(iri)}


def _texts(things: Things, iri: str, prop: str) -> list[tuple[str, str]]:
    return sorted((getattr(one, "language", None) or "", str(getattr(one, "value", ""))) for one in things.values(iri, prop))


def _language(things: Things, iri: str, of: str) -> dict[str, str]:
    """The language of the words, where all of them are in the one asked for."""
    named = [one for path in _NAMED[of] for one in things.to(iri, *path)]
    notes = {getattr(one, "language", "") for one in things.values(iri, SKOS + "note")} if of == "Mark" else set()
    known = all(map(things.is_translated, named)) and (not notes or things.lang in notes)
    return {"language": things.lang} if known else {}


def _argument(things: Things, iri: str) -> str:
    kind = c.terms("challengeKind")(things, iri) or things.words.term(things.to(iri, _TYPE)[0])
    return _lines(f"{kind}: {c.words('for')(things, iri)}{c.words('against')(things, iri)}", c.words("with")(things, iri))


def _calculation(things: Things, iri: str) -> str:
    result = joined((c.words("gives")(things, iri), c.plain("prints")(things, iri)))
    return _lines(f"{c.terms('kind')(things, iri)}: {c.operands(things, iri)}", f"→ {result}" if result else "")


def _tie(things: Things, iri: str) -> str:
    said = [c.words("who"), c.terms("kind"), c.words("whom"), c.period("during"), c.plain("share"), c.plain("amount")]
    return joined((cell(things, iri) for cell in said), " · ")


def _lines(*lines: str) -> str:
    return joined(lines, "\n")


#: What a thing says, in words.
_SAYS: dict[str, Cell] = {
    "Assertion": lambda things, iri: _lines(things.label(iri), joined(map(things.label, things.to(iri, "from")))),
    "Observation": lambda things, iri: _lines(things.label(iri), things.text(iri, "worded")),
    "Support": _argument,
    "Challenge": _argument,
    "Calculation": _calculation,
    "Link": lambda things, iri: joined((cell(things, iri) for cell in (c.words("linked"), c.terms("kind"), c.words("other"))), " · "),
    "Tie": _tie,
    "Reform": lambda things, iri: joined((c.text(SKOS + "prefLabel")(things, iri), c.terms("status")(things, iri)), ": "),
    "Break": lambda things, iri: joined((c.terms("kind")(things, iri), things.text(iri, "cause")), ": "),
    "Mark": lambda things, iri: _lines(
        joined((c.terms("kind")(things, iri), c.words("about")(things, iri)), ": "), things.text(iri, SKOS + "note")
    ),
}
#: Where the words of others in it come from.
_NAMED: dict[str, tuple[tuple[str, ...], ...]] = {
    "Assertion": ((), ("from",)),
    "Observation": ((),),
    "Support": (("for",), ("with",)),
    "Challenge": (("against",), ("with",)),
    "Calculation": (*((role,) for role in OPERANDS), ("gives",)),
    "Link": (("linked",), ("other",)),
    "Tie": (("who",), ("whom",)),
    "Reform": ((),),
    "Break": ((),),
    "Mark": (("about",),),
}
