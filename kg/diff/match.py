"""Which thing after is which before: what says the same, and what has the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial

from kg.diff.things import ORDER, Part, Thing, Things, Value, annotated, children
from kg.names import BY

#: What a thing is known by, beyond its name: each is tried in turn, and must tell it from all others.
Known = Callable[[Thing, "Matching", int], Hashable]


@dataclass
class Matching:
    """`pairs` has after → before; `befores` the same the other way."""

    before: Things
    after: Things
    pairs: dict[str, str] = field(default_factory=dict)
    befores: dict[str, str] = field(default_factory=dict)
    inside: tuple[dict[str, list[Thing]], dict[str, list[Thing]]] = ({}, {})

    def tokens(self, values: frozenset[Value], side: int) -> frozenset[Value]:
        """Values in which a thing has the same name on both sides, whatever it is called."""
        return values if side == 0 else frozenset(tuple(map(self._token, value)) for value in values)

    def _token(self, part: Part) -> Part:
        if part.form != "ref":
            return part
        return Part("ref", self.pairs[part.value]) if part.value in self.pairs else Part("new", part.value)

    def pair(self, before: Thing, after: Thing) -> None:
        self.pairs[after.id], self.befores[before.id] = before.id, after.id


def match(before: Things, after: Things) -> Matching:
    """The pairs; a thing that is in none was added or removed."""
    made = Matching(before, after, inside=(children(before), children(after)))
    for thing in after.values():
        if thing.of == "Case" and thing.id in before:
            made.pair(before[thing.id], thing)
    for of in ORDER[1:]:
        groups = (_groups(before, of), _groups(after, of))
        # Assertions stand in assertions: those nearer to the claim come first, as ids are sorted.
        for holder, things in groups[1].items():
            if holder in made.pairs:
                _match_in(made, groups[0].get(made.pairs[holder], []), things)
    return made


def same_name(made: Matching, after: Thing) -> str:
    """The id that a thing had before if nobody gave it another name, or what is in its name another name."""
    holder = made.pairs[after.holder]
    return holder + ("/" if holder and not holder.endswith("//") else "") + _path(made, after)


def own_name(thing: Thing) -> str:
    """What `name:` says of an assertion, told from its path; the last part of other things' ids."""
    if thing.of != "Assertion":
        return thing.path
    spoken = [part for key in ("by", "stance", "as") if (part := thing.only(key))]
    return "/".join(thing.path.split("/")[len(spoken) :])


def _path(made: Matching, after: Thing) -> str:
    if after.of == "Annotation":
        return BY.join(made.pairs.get(after.case + name, after.case + name).removeprefix(after.case) for name in annotated(after.path))
    if after.of == "Assertion" and after.path != "from":
        names = [made.tokens(frozenset({(part,)}), 1) for key in ("by", "stance", "as") if (part := after.only(key))]
        parts = [next(iter(name))[0].value.rpartition("/")[2] for name in names]
        return "/".join([*parts, *filter(None, [own_name(after)])])
    return after.path


def _groups(things: Things, of: str) -> dict[str, list[Thing]]:
    made: dict[str, list[Thing]] = defaultdict(list)
    for thing in things.values():
        if thing.of == of:
            made[thing.holder].append(thing)
    return made


def _match_in(made: Matching, before: list[Thing], after: list[Thing]) -> None:
    """Match the things of one class in one holder.

    What says the same comes first, under its own name and then under others (two things that swap their
    names say what they said); then what has its name; then what is known in a weaker way.
    """
    ways = _KNOWN.get(after[0].of, [(_content, False)])
    names = {thing.id: thing for thing in before}
    same = [(names[name], thing) for thing in after if (name := same_name(made, thing)) in names]
    for one, other in same:
        if ways and ways[0][0](one, made, 0) == ways[0][0](other, made, 1):
            made.pair(one, other)
    _match_known(made, before, after, ways[:1])
    for one, other in same:
        if one.id not in made.befores and other.id not in made.pairs:
            made.pair(one, other)
    _match_known(made, before, after, ways[1:])


def _match_known(made: Matching, before: list[Thing], after: list[Thing], ways: list[tuple[Known, bool]]) -> None:
    for known, alone in ways:
        left = ([t for t in before if t.id not in made.befores], [t for t in after if t.id not in made.pairs])
        signs = [_by_sign(made, known, things, side) for side, things in enumerate(left)]
        for sign, things in signs[0].items():
            others = signs[1].get(sign, [])
            if len(things) == len(others) and (len(things) == 1 or not alone):
                for one, other in zip(things, others, strict=True):
                    made.pair(one, other)


def _by_sign(made: Matching, known: Known, things: list[Thing], side: int) -> dict[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        if sign := known(thing, made, side):
            found[sign].append(thing)
    return found


def _fields(thing: Thing, made: Matching, side: int, but: tuple[str, ...] = ()) -> frozenset[tuple[str, frozenset[Value]]]:
    """What stands behind a thing's keys."""
    return frozenset((key, made.tokens(values, side)) for key, values in thing.fields.items() if key.partition(".")[0] not in but)


def _some(*keys: str) -> Known:
    """Known by what stands behind some keys, as far as anything does."""

    def known(thing: Thing, made: Matching, side: int) -> Hashable:
        return frozenset((key, made.tokens(values, side)) for key, values in thing.fields.items() if key.partition(".")[0] in keys)

    return known


def _content(thing: Thing, made: Matching, side: int, but: tuple[str, ...] = ()) -> Hashable:
    """Known by all that it says, where that stands, and what stands in it."""
    inner = sorted(_inner(thing, made, side), key=repr)
    return _fields(thing, made, side, but), frozenset(thing.at), tuple(inner)


def _inner(thing: Thing, made: Matching, side: int) -> Iterator[Hashable]:
    for one in made.inside[side].get(thing.id, ()):
        yield one.path if one.of == "Observation" else "", _fields(one, made, side)


def _claim(thing: Thing, made: Matching, side: int) -> Hashable:
    """Known by its words and by who says so."""
    said = frozenset(_fields(one, made, side, ("note",)) for one in made.inside[side].get(thing.id, ()))
    return _some("says")(thing, made, side), said


def _document(thing: Thing, made: Matching, side: int) -> Hashable:
    return (title, thing.text) if (title := _some("title")(thing, made, side)) and thing.text else None


#: Class → ways of knowing, and whether one must be alone of its kind; what is alike in all it says may be paired in order.
_KNOWN: dict[str, list[tuple[Known, bool]]] = {
    "Annotator": [(_some("name"), True)],
    "Concept": [(_some("name", "definition"), True), (_some("name"), True)],
    "Actor": [(_some("name", "kind"), True), (_some("name"), True)],
    "Document": [(_document, True), (_some("title", "published", "author"), True), (_some("title"), True)],
    "Annotation": [],
    "Claim": [(_claim, False), (_some("says"), True)],
    "Assertion": [(_content, False), (_some("by", "stance"), True), (_some("by"), True), (partial(_content, but=("by",)), True)],
    "Observation": [(_content, False), (partial(_content, but=("period",)), True)],
    "Reform": [(_content, False), (_some("name"), True)],
}
