"""Which claim is meant: an IRI, or a name as `kg explain` takes it."""

from __future__ import annotations

from collections.abc import Collection

from kg.case.references import nearest
from kg.labels import tail
from kg.problems import KgError


def claim(claims: Collection[str], name: str) -> str:
    """The IRI of the claim that is called so: `document:claim`, or `claim` where one document has it.

    Raises:
        KgError: no claim is called so (the nearest is named), or more than one.
    """
    if name in claims:
        return name
    path = f"/{name.replace(':', '/', 1)}"
    found = sorted(one for one in claims if one.endswith(path))
    if len(found) == 1:
        return found[0]
    if found:
        raise KgError(f"'{name}' names {len(found)} claims: write one of {', '.join(found[:5])}")
    raise KgError(f"there is no claim '{name[:80]}'{nearest(name.rpartition(':')[2], {tail(one) for one in claims})}")
