"""What can be added, and where it goes: read from the context."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.case.terms import classes

#: Kinds that people call otherwise than the class: a value of a metric, a stance on a claim.
_CALLED = {"Observation": "value", "Assertion": "stance"}


@dataclass(frozen=True)
class Kind:
    """A class whose things can be added; `block` is the key under which they stand.

    `of` is the class of what holds them: a file's, or that of an entry (a value's is Metric).
    """

    name: str
    of: str
    holder: str
    block: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file of its own."""
        return self.of == self.holder


@cache
def kinds() -> dict[str, Kind]:
    """Name → kind: `claim`, `actor`, `value`, `stance`, `document` …, in the order of the file format."""
    found: dict[str, Kind] = {}
    for holder in ("Case", "Document", "Annotation"):
        terms = classes()[holder]
        for key, term in terms.items():
            if term.form == "nest":
                found[key] = Kind(key, holder, holder, key)
            elif term.form == "block":
                found.setdefault(term.of.lower(), Kind(term.of.lower(), term.of, holder, key))
    for of in [kind.of for kind in found.values() if not kind.is_file]:
        for key, term in classes()[of].items():
            if term.form in ("block", "said"):
                name = _CALLED.get(term.of, term.of.lower())
                found[name] = Kind(name, term.of, of, key)
    return found
