"""Web addresses: which ones a file may have, and which may be the base of a case."""

from __future__ import annotations

from urllib.parse import urlsplit

from kg import rdf
from kg.names import KG, KGSH, PERIOD


def is_address(text: str) -> bool:
    """Whether RDF readers keep the text as an absolute IRI, and a person can read all of it."""
    return rdf.is_iri(text) and text.isprintable() and bool(urlsplit(text).hostname)


def is_base(text: str) -> bool:
    """Whether names can be appended to the text, and give IRIs that are nobody else's.

    >>> is_base("https://example.org/my-case/"), is_base("https://example.org/my-case")
    (True, False)
    """
    if not is_address(text) or not text.endswith("/") or "#" in text or "?" in text:
        return False
    steps = urlsplit(text).path.split("/")[1:-1]
    return not {"", ".", ".."} & set(steps) and not text.startswith((KG, KGSH, PERIOD))
