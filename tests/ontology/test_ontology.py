"""The ontology agrees with the context, explains every term in two languages, and borrows only what exists.

`vocabularies/` holds, for each vocabulary of others, the terms used here as that vocabulary states them: an IRI that is
in no copy was misspelt or made up.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"

OWN = "https://w3id.org/counterclaim/"
NS = OWN + "ns/"
DCT = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Terms that no case file writes: the reader makes them of what is written, or a rule infers them.
INFERRED = frozenset(
    {
        *(
            "Counterclaim",
            "challengedBy",
            "counted",
            "depth",
            "digits",
            "inCase",
            "inDocument",
            "challenges",
            "meets",
            "mayControl",
            "restates",
            "secondHand",
            "supportedBy",
        ),
        *("asserts", "concedes", "denies", "questions", "relays", "retracts"),
        *("notAtHandAt", "quarantinedAt", "uncheckedAt", "verifiedAt"),
        *("challengeKind", "challengeKind/discredits", "challengeKind/rebuts", "challengeKind/undercuts", "challengeKind/undermines"),
    }
)

#: Properties that a rule also gives to a class whose context lacks them.
ON_OTHERS_TOO = frozenset({"about", "document"})

#: Addresses that are documents and no terms: where an idea comes from, and the licence.
DOCUMENTS = frozenset(
    {
        "https://doi.org/10.1016/0004-3702(94)00041-X",  # Dung 1995: arguments that attack
        "https://doi.org/10.1017/CBO9780511802034",  # Walton, Reed and Macagno 2008: argumentation schemes
        "https://doi.org/10.1017/S0269888906001044",  # Chesñevar et al. 2006: the Argument Interchange Format
        "https://doi.org/10.1080/19462160903564592",  # Prakken 2010: to rebut, undercut, undermine
        "https://doi.org/10.1207/s15516709cog1104_4",  # Pollock 1987: to rebut, undercut
        "https://www.apache.org/licenses/LICENSE-2.0",
        "https://www.loc.gov/standards/datetime/",  # dates known in part
        "https://www.rfc-editor.org/rfc/rfc5147",  # char=start,end
        "https://www.rfc-editor.org/rfc/rfc6234",  # SHA-256
        "https://www.w3.org/TR/annotation-model/",
        "https://www.w3.org/TR/skos-reference/",
        "https://www.w3.org/TR/vocab-data-cube/",
        "https://www.w3.org/TR/vocab-org/",
        "https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html",
    }
)

#: Range of each property by which the reader gives a class to what is nested, or tells a passage and a period from a name.
READER_RANGES = {
    "claim": "Claim", "support": "Support", "challenge": "Challenge", "metric": "Metric", "calculation": "Calculation",
    "reform": "Reform", "tie": "Tie", "link": "Link", "break": "Break", "mark": "Mark", "actor": "Actor",
    "annotator": "Annotator", "said": "Assertion", "from": "Assertion", "observation": "Observation", "at": "Passage",
    "published": "Period", "authorReviewed": "Period", "sourcesReviewed": "Period", "tiesReviewed": "Period",
    "since": "Period", "during": "Period", "when": "Period", "period": "Period",
}  # fmt: skip

RELATIONS = frozenset(
    {RDFS + "subClassOf", RDFS + "subPropertyOf"} | {SKOS + name for name in ("closeMatch", "narrowMatch", "broadMatch", "relatedMatch")}
)

# --- what is read -----------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Quad]:
    return list(parse(path.read_bytes(), RdfFormat.TURTLE))


KG = ONTOLOGY / "kg.ttl"
ALIGNMENTS = ONTOLOGY / "alignments.ttl"
COPIES = sorted((HERE / "vocabularies").glob("*.ttl"))
QUADS = {path: read(path) for path in (KG, ALIGNMENTS, *COPIES)}
CONTEXT: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
PREFIXES: dict[str, str] = {name: value for name, value in CONTEXT.items() if isinstance(value, str)}


def expand(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return PREFIXES[prefix] + local


def compact(iri: str) -> str:
    return iri.removeprefix(NS)


def statements(path: Path) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    """subject → predicate → objects."""
    found: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in QUADS[path]:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found[quad.subject.value][quad.predicate.value].append(quad.object)
    return found


TERMS = {iri: about for iri, about in statements(KG).items() if iri != NS}


def values(iri: str, predicate: str) -> list[str]:
    return [item.value for item in TERMS[iri][predicate]]


def keys(scope: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The keys of a class with their definitions; those that nest without a node of their own are opened."""
    for key, definition in scope.items():
        if not isinstance(definition, dict):
            continue
        if definition["@id"] == "@nest":
            yield from keys(definition["@context"])
        else:
            yield key, definition


#: (class, key, definition) for every key that becomes a property.
KEYS = [
    (name, key, definition)
    for name, scoped in CONTEXT.items()
    if isinstance(scoped, dict) and "@context" in scoped
    for key, definition in keys(scoped["@context"])
]

#: (class, key, value's name, value's IRI) for every value of an enumeration.
ENUMERATED = [
    (name, key, value, expand(iri))
    for name, key, definition in KEYS
    if definition.get("@type") == "@vocab"
    for value, iri in definition["@context"].items()
]


def uses(iri: str) -> list[tuple[str, dict[str, Any]]]:
    """The classes that may have a property, each with the definition of its key for it."""
    return [(name, definition) for name, _, definition in KEYS if expand(definition["@id"]) == iri]


def context_iris(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for value in part.values():
            yield from context_iris(value)
    elif isinstance(part, str) and part.partition(":")[0] in PREFIXES:
        yield expand(part)


IN_CONTEXT = frozenset(context_iris({name: value for name, value in CONTEXT.items() if name not in PREFIXES}))
OURS_IN_CONTEXT = sorted(iri for iri in IN_CONTEXT if iri.startswith(NS))


def external(path: Path) -> Iterator[str]:
    for quad in QUADS[path]:
        for node in (quad.subject, quad.predicate, quad.object):
            if isinstance(node, Literal):
                yield node.datatype.value
            elif isinstance(node, NamedNode) and not node.value.startswith(OWN):
                yield node.value


EXTERNAL = sorted({iri for iri in (*external(KG), *external(ALIGNMENTS), *IN_CONTEXT) if not iri.startswith(OWN)})
COPIED = {iri: path for path in COPIES for iri in statements(path)}

SCHEMES = sorted(iri for iri in TERMS if values(iri, RDF + "type") == [SKOS + "ConceptScheme"])
MEMBERS = sorted((scheme, iri) for iri in TERMS for scheme in values(iri, SKOS + "inScheme"))
PROPERTIES = sorted(iri for iri in TERMS if compact(iri)[0].islower() and "/" not in compact(iri))
ALIGNED = [
    (quad.subject.value, quad.predicate.value, quad.object.value)
    for quad in QUADS[ALIGNMENTS]
    if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(NS) and isinstance(quad.object, NamedNode)
]


def scheme_of(class_: str, key: str) -> str:
    """`kind` stands in many classes, hence the class in its scheme's name; other keys name their scheme alone."""
    return f"{NS}scheme/{class_.lower()}-kind" if key == "kind" else f"{NS}scheme/{key}"


def meant(definition: dict[str, Any]) -> tuple[str, str | None]:
    """What kind of property a key is, and which range it has if its definition tells."""
    match definition.get("@type"):
        case "@id":
            return OWL + "ObjectProperty", None
        case "@vocab":
            return OWL + "ObjectProperty", SKOS + "Concept"
        case str(datatype):
            return OWL + "DatatypeProperty", expand(datatype)
    text = definition.get("@container") == "@language"
    return OWL + "DatatypeProperty", RDF + "langString" if text else XSD + "string"


# --- the context and the ontology -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [COPIES, TERMS, SCHEMES, MEMBERS, PROPERTIES, OURS_IN_CONTEXT, ENUMERATED, EXTERNAL, ALIGNED],
    ids=["copies", "terms", "schemes", "members", "properties", "context", "values", "external", "aligned"],
)
def test_there_is_something_to_test(items: object) -> None:
    assert items


@pytest.mark.parametrize("iri", OURS_IN_CONTEXT, ids=compact)
def test_what_the_context_uses_is_defined(iri: str) -> None:
    assert iri in TERMS


@pytest.mark.parametrize("iri", sorted(set(TERMS) - set(SCHEMES)), ids=compact)
def test_what_is_defined_is_used(iri: str) -> None:
    assert (iri in IN_CONTEXT) != (compact(iri) in INFERRED), "in the context or in the list of inferred terms, not both"


@pytest.mark.parametrize("name", sorted(INFERRED))
def test_what_is_inferred_is_defined(name: str) -> None:
    assert NS + name in TERMS


@pytest.mark.parametrize(("class_", "key", "value", "iri"), ENUMERATED)
def test_a_value_is_in_the_scheme_of_its_key(class_: str, key: str, value: str, iri: str) -> None:
    assert iri == f"{NS}{key}/{value}"
    assert (scheme_of(class_, key), iri) in MEMBERS


@pytest.mark.parametrize(("scheme", "iri"), MEMBERS, ids=compact)
def test_a_member_of_a_scheme_is_a_value(scheme: str, iri: str) -> None:
    listed = {(scheme_of(class_, key), value) for class_, key, _, value in ENUMERATED}
    inferred = {(NS + "scheme/challenge-kind", NS + name) for name in INFERRED if name.startswith("challengeKind/")}
    assert (scheme, iri) in listed | inferred
    assert scheme in SCHEMES
    assert values(iri, RDF + "type") == [SKOS + "Concept"]


# --- every term -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("predicate", [RDFS + "label", SKOS + "definition"], ids=["label", "definition"])
@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_term_is_explained(iri: str, predicate: str, language: str) -> None:
    texts = [item for item in TERMS[iri][predicate] if isinstance(item, Literal) and item.language == language]
    assert len(texts) == 1
    text = texts[0].value
    assert text == text.strip()
    assert text.endswith(".") == (predicate == SKOS + "definition")
    assert bool(re.search("[а-яё]", text)) == (language == "ru")


@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_term_has_a_source(iri: str) -> None:
    sources = TERMS[iri][DCT + "source"]
    assert len(sources) == 1
    assert isinstance(sources[0], NamedNode)
    assert sources[0].value == NS or sources[0].value in DOCUMENTS or sources[0].value in COPIED


@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_term_belongs_to_this_ontology(iri: str) -> None:
    assert iri.startswith(NS)
    assert values(iri, RDFS + "isDefinedBy") == [NS]


@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_term_has_one_type(iri: str) -> None:
    name = compact(iri)
    properties = {OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property"}
    expected = properties
    if name.startswith("scheme/"):
        expected = {SKOS + "ConceptScheme"}
    elif "/" in name:
        expected = {SKOS + "Concept"}
    elif name[0].isupper():
        expected = {OWL + "Class"}
    assert len(values(iri, RDF + "type")) == 1
    assert set(values(iri, RDF + "type")) <= expected


@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_terms_iri_has_no_version(iri: str) -> None:
    assert re.fullmatch("[A-Za-z0-9]+(/[a-z-]+)?", compact(iri))


def test_the_version_is_in_the_version_iri() -> None:
    (version,) = statements(KG)[NS][OWL + "versionIRI"]
    assert re.fullmatch(re.escape(NS) + r"\d+\.\d+\.\d+", version.value)


def test_a_counterclaim_is_a_claim() -> None:
    assert values(NS + "Counterclaim", RDFS + "subClassOf") == [NS + "Claim"]


@pytest.mark.parametrize("iri", TERMS, ids=compact)
def test_a_term_is_one_paragraph(iri: str) -> None:
    text = KG.read_text(encoding="utf-8")
    prefixes = dict(re.findall(r"^@prefix (\S*): <(\S+)> \.$", text, re.MULTILINE))
    starts = re.findall(r"^([A-Za-z]+):(\S+) a ", text, re.MULTILINE)
    assert [prefixes[prefix] + local for prefix, local in starts].count(iri) == 1


# --- properties -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(READER_RANGES))
def test_the_reader_finds_the_range(name: str) -> None:
    assert values(NS + name, RDFS + "range") == [NS + READER_RANGES[name]]


def test_the_reader_finds_the_range_of_concepts() -> None:
    assert values(NS + "concept", RDFS + "range") == [SKOS + "Concept"]


@pytest.mark.parametrize("iri", PROPERTIES, ids=compact)
def test_a_property_is_what_the_context_makes_of_it(iri: str) -> None:
    meanings = {meant(definition) for _, definition in uses(iri)}
    ranges = values(iri, RDFS + "range")
    assert len(ranges) <= 1
    if len({kind for kind, _ in meanings}) > 1:  # a number in one class, a reference in another
        assert (values(iri, RDF + "type"), ranges) == ([RDF + "Property"], [])
    for kind, range_ in meanings if len(meanings) == 1 else ():
        assert values(iri, RDF + "type") == [kind]
        assert range_ is None or ranges == [range_]


@pytest.mark.parametrize("iri", PROPERTIES, ids=compact)
def test_what_is_nested_has_a_class(iri: str) -> None:
    nested = any(definition.get("@container") in ("@id", "@index") for _, definition in uses(iri))
    assert not nested or len(values(iri, RDFS + "range")) == 1


@pytest.mark.parametrize("iri", PROPERTIES, ids=compact)
def test_a_domain_is_stated_where_one_class_has_the_property(iri: str) -> None:
    domains = values(iri, RDFS + "domain")
    if uses(iri) and compact(iri) not in ON_OTHERS_TOO:
        classes = sorted({expand(CONTEXT[name]["@id"]) for name, _ in uses(iri)})
        assert domains == (classes if len(classes) == 1 else [])
    assert len(domains) <= 1


@pytest.mark.parametrize("iri", PROPERTIES, ids=compact)
def test_domain_and_range_exist(iri: str) -> None:
    for found in values(iri, RDFS + "domain") + values(iri, RDFS + "range"):
        assert found in TERMS or found in COPIED


@pytest.mark.parametrize("name", ["verifiedAt", "uncheckedAt", "notAtHandAt", "quarantinedAt"])
def test_the_state_of_a_pointer_is_a_kind_of_pointer(name: str) -> None:
    assert values(NS + name, RDFS + "subPropertyOf") == [NS + "at"]
    assert values(NS + name, RDFS + "range") == [NS + "Passage"]


# --- others' vocabularies ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("iri", EXTERNAL)
def test_what_is_borrowed_exists(iri: str) -> None:
    assert iri in COPIED or iri in DOCUMENTS


@pytest.mark.parametrize("iri", sorted(COPIED))
def test_what_is_copied_is_borrowed(iri: str) -> None:
    assert iri in EXTERNAL


@pytest.mark.parametrize("iri", sorted(DOCUMENTS))
def test_a_document_named_is_a_source(iri: str) -> None:
    assert iri in EXTERNAL
    assert iri not in COPIED


@pytest.mark.parametrize("iri", sorted(COPIED))
def test_a_copied_term_has_a_type(iri: str) -> None:
    assert statements(COPIED[iri])[iri][RDF + "type"]


@pytest.mark.parametrize("path", COPIES, ids=lambda path: path.stem)
def test_a_copy_says_where_it_is_from(path: Path) -> None:
    comment = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert re.match("# .*https?://", comment)
    assert re.search(r"version|edition|\d{4}-\d\d-\d\d", comment)
    assert re.search(r"\bread (at|as)\b|\bchecked in\b", comment)


@pytest.mark.parametrize("path", QUADS, ids=lambda path: path.name)
def test_no_node_is_blank(path: Path) -> None:
    assert not [quad for quad in QUADS[path] if BlankNode in (type(quad.subject), type(quad.object))]


# --- alignments -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ours", "relation", "theirs"), ALIGNED)
def test_an_alignment_relates_our_term_to_anothers(ours: str, relation: str, theirs: str) -> None:
    assert ours in TERMS
    assert relation in RELATIONS
    assert not theirs.startswith(OWN)


#: Each would say what is not so: the pair, and the only relations that may stand between them.
TRAPS = [
    ("Claim", "https://schema.org/Claim", {SKOS + "closeMatch"}),
    ("Observation", "http://purl.org/linked-data/cube#Observation", {SKOS + "relatedMatch"}),
    ("during", "http://www.w3.org/ns/org#memberDuring", {SKOS + "relatedMatch"}),
    ("Finding", "https://schema.org/ClaimReview", {SKOS + "relatedMatch"}),
    ("Actor", "http://xmlns.com/foaf/0.1/Agent", {SKOS + "relatedMatch"}),
    ("Actor", PROV + "Agent", {SKOS + "relatedMatch"}),
    ("kind/office", "http://www.w3.org/ns/org#Post", {SKOS + "closeMatch"}),
    ("respondsTo", PROV + "wasDerivedFrom", set()),
    ("cites", PROV + "wasDerivedFrom", set()),
    ("kind/acts-for", PROV + "actedOnBehalfOf", {SKOS + "relatedMatch"}),
]


@pytest.mark.parametrize(("ours", "theirs", "allowed"), TRAPS)
def test_an_alignment_claims_no_more_than_is_true(ours: str, theirs: str, allowed: set[str]) -> None:
    assert {relation for our, relation, their in ALIGNED if (our, their) == (NS + ours, theirs)} == allowed


@pytest.mark.parametrize("ours", ["respondsTo", "cites"])
def test_answering_and_citing_do_not_derive(ours: str) -> None:
    assert not [their for our, _, their in ALIGNED if our == NS + ours and their.startswith(PROV)]


def test_an_actor_is_a_subclass_of_nothing() -> None:
    assert not [their for our, relation, their in ALIGNED if our == NS + "Actor" and relation == RDFS + "subClassOf"]


@pytest.mark.parametrize("name", ["wasQuotedFrom", "hadPrimarySource"])
def test_quoting_is_nowhere_derivation(name: str) -> None:
    assert PROV + name not in EXTERNAL
