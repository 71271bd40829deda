"""Changes, in the order in which they are told, each with its sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kg import grammar, store
from kg.diff import findings, sources, words
from kg.diff import things as reading
from kg.diff.match import Matching, match, own_name, same_name
from kg.diff.things import ORDER, Part, Thing, Value, reference, terms_of
from kg.diff.words import Voice, say, written
from kg.words import key

What = Literal["added", "removed", "changed", "renamed"]
#: Lines about what went or came with a thing, of each kind, before the rest is only counted.
MOST = 5
#: The field for the state of all passages of a document: who wants each of them reads the JSON.
_ALL = "state-of-all"
#: Not counted with a document: they are told of by their claims and figures.
_UNCOUNTED = frozenset({"Assertion", "Metric"})


@dataclass(frozen=True)
class Change:
    """One change.

    `kind` is the class of the thing, as a key is written (claim, observation, tie …); `reference` how people
    write it, as it is called after (before, where it is gone); `document` the name of the document or
    annotator's file in which it stands, "" for what is the case's. `field` is the key whose value changed,
    with its language behind a dot (`says.en`), "" where the thing itself is new, gone or renamed.
    `before` and `after` are values as written in files, sorted; `parts` what came, went or changed along.

    Beside the keys of files, `field` may be: text (the digest of a document's text), at (ranges and digits),
    state and state-of-all (verified, unchecked, not-at-hand, quarantined: of some passages, of all of a
    document), set-aside, counterclaim, second-hand (yes, no), challenge-kind, without-independent-source
    (the reason that the question gives, nothing where the claim is not in its answer), and outcome: of a
    finding, whose kind is `finding`.
    """

    kind: str
    reference: str
    change: What
    field: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: str = ""
    document: str = ""
    parts: tuple[Change, ...] = ()


#: What follows from the figures of several documents is told after all of them.
_LAST = "\U0010ffff"
Side = ox.Store | Iterable[ox.Quad]
#: What a key had before and has after.
Both = tuple[tuple[str, ...], tuple[str, ...]]
_NOTHING: Both = (), ()
_Sorted = tuple[tuple[str, int, str, int], Change]


def compare(before: Side, after: Side, lang: str = "en") -> list[Change]:
    """What has changed between two graphs, in sentences in a language; nothing where they say the same."""
    held = [side if isinstance(side, ox.Store) else store.memory(side) for side in (before, after)]
    quads = [store.quads(one) for one in held]
    cases = [reading.cases(one) for one in quads]
    keys = [reading.keys_of(cases[0], cases[1]), reading.keys_of(cases[1], cases[0])]
    made = match(reading.of(quads[0], keys[0]), reading.of(quads[1], keys[1]))
    unsourced = [sources.unsourced(one, key_of, lang) for one, key_of in zip(held, keys, strict=True)]
    now = {one: made.after[other] for one, other in made.befores.items()}
    telling = _Telling(made, lang, (Voice(made.before, lang, now), Voice(made.after, lang)))
    results = [findings.of(some, key_of) for some, key_of in zip(quads, keys, strict=True)]
    found = [
        *telling.comings_and_goings(), *telling.fields(), *telling.passages(), *telling.roles(), *telling.unsourced(*unsourced),
        *telling.findings(findings.pairs(results[0], results[1], made.befores)),
    ]  # fmt: skip
    return [change for _, change in sorted(found, key=lambda one: one[0])]


def text(changes: Iterable[Change], lang: str = "en") -> str:
    """A line a change; what came, went or changed along stands indented below, some lines of each kind."""
    lines = []
    for change in changes:
        lines.append(change.sentence)
        by_kind: dict[str, list[Change]] = defaultdict(list)
        for part in _flat(change.parts) if change.field != _ALL else ():
            by_kind[part.kind].append(part)
        for kind, parts in by_kind.items():
            lines += [f"  {part.sentence}" for part in parts[:MOST]]
            if len(parts) > MOST:
                counts = grammar.count(len(parts) - MOST, words.KINDS[_class(kind)], lang)
                lines.append("  " + say(lang, "more", counts=counts))
    return "\n".join(lines or [say(lang, "none")]) + "\n"


def _flat(parts: Iterable[Change]) -> Iterator[Change]:
    for part in parts:
        yield part
        if part.kind != "claim":
            yield from _flat(part.parts)


def _class(kind: str) -> str:
    return next(of for of in ORDER if key(of) == kind)


@dataclass
class _Telling:
    """Tells the changes between two sides; every method gives each with what it is sorted by."""

    made: Matching
    lang: str
    voices: tuple[Voice, Voice]

    # -- things ----------------------------------------------------------------------------------

    def comings_and_goings(self) -> Iterator[_Sorted]:
        """What is new, gone, or has another name."""
        for side, things, paired in ((0, self.made.before, self.made.befores), (1, self.made.after, self.made.pairs)):
            inside: dict[str, list[Thing]] = defaultdict(list)
            for thing in things.values():
                if thing.of != "Case":
                    inside[_owner(thing)].append(thing)
            for thing in things.values():
                alone = thing.id not in paired and (thing.of == "Case" or _owner(thing) in paired) and not _reported(thing)
                if alone:
                    yield self._sorted(thing, 0, self._whole(thing, side, inside))
        for before, after in self._pairs():
            if self._renamed(before, after):
                sentence = self._say("renamed", after, old=reference(before.id))
                yield self._sorted(
                    after, 0, self._change(after, "renamed", "", ((reference(before.id),), (reference(after.id),)), sentence)
                )

    def _whole(self, thing: Thing, side: int, inside: dict[str, list[Thing]]) -> Change:
        """A thing that is new or gone, with what stands in it."""
        held = sorted((one for one in inside[thing.id] if not _reported(one)), key=lambda one: (ORDER.index(one.of), one.id))
        parts = tuple(self._whole(one, side, inside) for one in held)
        what: What = "added" if side else "removed"
        counts = ""
        if thing.of in ("Case", "Document", "Annotation"):
            numbers = Counter(_class(part.kind) for part in _flat(parts))
            told = [grammar.count(numbers[of], words.KINDS[of], self.lang) for of in ORDER if numbers[of] and of not in _UNCOUNTED]
            counts = say(self.lang, "with", counts=", ".join(told)) if told else ""
        sentence = self._say(what, thing, tail=self.voices[side].tail(thing), counts=counts)
        return self._change(thing, what, "", _NOTHING, sentence, parts)

    def _renamed(self, before: Thing, after: Thing) -> bool:
        if after.of in ("Case", "Annotation") or same_name(self.made, after) == before.id:
            return False
        if after.of == "Assertion":
            return own_name(before) != own_name(after)
        periods = {value[0].value for thing in (before, after) for value in thing.fields.get("period", ())}
        return not (after.of == "Observation" and {before.path, after.path} <= periods)

    # -- what stands behind keys -----------------------------------------------------------------

    def fields(self) -> Iterator[_Sorted]:
        for before, after in self._pairs():
            if before.text != after.text:
                yield self._text(before, after)
            if _reported(after):  # told where the chain begins
                names = [
                    "note." + tag for tag in sorted(name.partition(".")[2] for name in before.fields.keys() | after.fields if "." in name)
                ]
            else:
                names = sorted(before.fields.keys() | after.fields)
            for name in dict.fromkeys(names):
                values = before.fields.get(name, frozenset()), after.fields.get(name, frozenset())
                tokens = values[0], self.made.tokens(values[1], 1)
                if tokens[0] != tokens[1] and not (after.of == "Annotation" and name in ("by", "document")):
                    yield self._field(after, name, values, tokens)

    def _field(
        self, thing: Thing, name: str, values: tuple[frozenset[Value], frozenset[Value]], tokens: tuple[frozenset[Value], frozenset[Value]]
    ) -> _Sorted:
        gone = [value for value in values[0] if value not in tokens[1]]
        new = [value for value in values[1] if self.made.tokens(frozenset({value}), 1) - tokens[0]]
        spoken = [sorted(map(voice.value, some)) for voice, some in zip(self.voices, (gone, new), strict=True)]
        sentence = self._values(thing, name, spoken, max(map(len, values)))
        if name == "retracted" and {part.value for value in gone + new for part in value} == {"yes"}:
            sentence = self._say(name if new else f"{name}-gone", thing)
        both = _both(map(written, some) for some in values)
        return self._sorted(thing, 1 + _place(thing.of, name), self._change(thing, "changed", name, both, sentence))

    def _values(self, thing: Thing, name: str, spoken: list[list[str]], most: int) -> str:
        """The sentence about a key of which some values are gone and some are new."""
        said = words.field(thing.of, name, self.lang)
        gone, new = (", ".join(some) for some in spoken)
        if most > 1:
            both = [say(self.lang, "new", after=new)] * bool(new) + [say(self.lang, "gone", before=gone)] * bool(gone)
            return self._say("several", thing, field=said, both="; ".join(both))
        return self._say("changed" if gone and new else "gained" if new else "lost", thing, field=said, before=gone, after=new)

    def _text(self, before: Thing, after: Thing) -> _Sorted:
        """The text of a document is another."""
        sentence = "text" if before.text and after.text else "text-new" if after.text else "text-gone"
        elsewhere = sum(len(_moves(one, other)) for one, other in self._pairs() if reading.document(other.id) == after.id)
        moved = say(self.lang, "moved", count=grammar.count(elsewhere, words.PASSAGES, self.lang)) if elsewhere else ""
        digests = _both([one.text] if one.text else [] for one in (before, after))
        return self._sorted(after, 90, self._change(after, "changed", "text", digests, self._say(sentence, after, moved=moved)))

    # -- passages --------------------------------------------------------------------------------

    def passages(self) -> Iterator[_Sorted]:
        """Other passages; other states of the same ones, told once for all of a document that went the same way."""
        turns: dict[tuple[str, str, str], list[Thing]] = defaultdict(list)
        common: Counter[str] = Counter()
        for before, after in self._pairs():
            home = self._home(after)
            moved = _moves(before, after) if self._other_text(after) else {}
            same = {span: span for span in before.at.keys() & after.at if _agree(before.at[span], after.at[span])} | moved
            gone, new = before.at.keys() - same.keys(), after.at.keys() - set(same.values())
            if gone or new:
                yield self._other_passages(before, after, gone, new)
            turned = False
            for span, other in sorted(same.items()):
                common[home] += 1
                states = before.states.get(span, ""), after.states.get(other, "")
                if states[0] != states[1] and all(states):
                    turns[home, *states].append(after)
                    turned = True
            if before.aside != after.aside and not turned and not self._holder_turned(after):
                own = "quarantined" in after.states.values()
                sentence = self._say("aside-gone" if before.aside else "aside" if own else "aside-along", after)
                yield self._sorted(after, 92, self._change(after, "changed", "set-aside", _yes_no(before.aside, after.aside), sentence))
        for (home, was, now), found in sorted(turns.items()):
            yield self._turn(home, was, now, found, len(found) == common[home] and len(found) > 1)

    def _other_passages(self, before: Thing, after: Thing, gone: set[tuple[int, int]], new: set[tuple[int, int]]) -> _Sorted:
        both = gone & new  # the same range, other words: its digits tell
        spoken = [sorted(self._passage(thing, span, span in both) for span in some) for thing, some in ((before, gone), (after, new))]
        sentence = self._values(after, "at", spoken, max(len(before.at), len(after.at)))
        values = _both([_span(span, digits) for span, digits in thing.at.items()] for thing in (before, after))
        return self._sorted(after, 91, self._change(after, "changed", "at", values, sentence))

    def _passage(self, thing: Thing, span: tuple[int, int], with_digits: bool) -> str:
        """A passage as written; that it is set aside while others stand is said beside it."""
        aside = not thing.aside and thing.states.get(span) == "quarantined"
        return _span(span, thing.at[span] * with_digits) + f" ({words.state('quarantined', self.lang)})" * aside

    def _turn(self, home: str, was: str, now: str, found: list[Thing], whole: bool) -> _Sorted:
        """So many passages of a document were in one state and are in another."""
        spoken = {"before": words.state(was, self.lang), "after": words.state(now, self.lang)}
        one = {"count": grammar.count(1, words.PASSAGES, self.lang), **spoken}
        numbers = Counter(thing.id for thing in found)
        parts = []
        for id_, number in sorted(numbers.items()):
            thing = self.made.after[id_]
            counted = grammar.count(number, words.PASSAGES, self.lang)
            parts.append(self._change(thing, "changed", "state", ((was,), (now,)), self._say("state", thing, **{**one, "count": counted})))
        if len(parts) == 1:
            return self._sorted(self.made.after[next(iter(numbers))], 92, parts[0])
        thing = self.made.after[home]
        counted = grammar.count(len(found), words.PASSAGES, self.lang)
        sentence = self._say("state-all" if whole else "state", thing, count=counted, number=len(found), **spoken)
        change = self._change(thing, "changed", _ALL if whole else "state", ((was,), (now,)), sentence, tuple(parts))
        return self._sorted(thing, 92, change)

    def _home(self, thing: Thing) -> str:
        """The document or annotator's file in which a thing stands, by its id after."""
        return reading.document(thing.id)

    def _other_text(self, after: Thing) -> bool:
        home = self.made.after.get(self._home(after))
        while home is not None and home.of == "Annotation":
            home = self.made.after.get(_owner(home))
        before = self.made.before.get(self.made.pairs.get(home.id, "-")) if home else None
        return home is not None and before is not None and before.text != home.text

    def _holder_turned(self, after: Thing) -> bool:
        holder = self.made.after.get(after.holder)
        return holder is not None and holder.id in self.made.pairs and self.made.before[self.made.pairs[holder.id]].aside != holder.aside

    # -- what follows ----------------------------------------------------------------------------

    def roles(self) -> Iterator[_Sorted]:
        """Roles and kinds that the rules infer."""
        for before, after in self._pairs():
            for place, name in enumerate(("counterclaim", "second-hand")):
                had, has = (any(part.form == name for part in thing.roles) for thing in (before, after))
                if had != has:
                    sentence = self._say(name if has else f"{name}-gone", after)
                    yield self._sorted(after, 93 + place, self._change(after, "changed", name, _yes_no(had, has), sentence))
            kinds = [frozenset({(Part("term", p.value),) for p in t.roles if p.form == "challenge-kind"}) for t in (before, after)]
            if kinds[0] != kinds[1]:
                spoken = [sorted(map(self.voices[0].value, some)) for some in (kinds[0] - kinds[1], kinds[1] - kinds[0])]
                values = _both(map(written, some) for some in kinds)
                sentence = self._values(after, "challenge-kind", spoken, 1)
                yield self._sorted(after, 95, self._change(after, "changed", "challenge-kind", values, sentence))

    def unsourced(self, before: sources.Unsourced, after: sources.Unsourced) -> Iterator[_Sorted]:
        """Claims that came to be, or no longer are, without independent sources, or for another reason."""
        for one, other in self._pairs():
            had, has = before.get(one.id), after.get(other.id)
            if one.of != "Claim" or had == has or (had and has and self._alike(had, has)):
                continue
            values = _both([why.why] if why else [] for why in (had, has))
            sentence = "unsourced-why" if had and has else "unsourced" if has else "unsourced-gone"
            said = self._say(sentence, other, before=had.why if had else "", after=has.why if has else "")
            yield self._sorted(other, 96, self._change(other, "changed", "without-independent-source", values, said))

    def _alike(self, had: sources.Reason, has: sources.Reason) -> bool:
        """The same words, or the same rung and the same people: what else the words tell is told of what they tell it of."""
        return had.why == has.why or (had.level, self._people(had, 0)) == (has.level, self._people(has, 1))

    def _people(self, reason: sources.Reason, side: int) -> list[str]:
        """Whom a reason names, by what they were called before: that somebody has another name is no other reason."""
        things = (self.made.before, self.made.after)[side]
        named = {self.voices[side].text(thing, "name"): thing.id for thing in things.values() if thing.of == "Actor"}
        ids = [named.get(name, name) for name in reason.who]
        return sorted(self.made.pairs.get(id_, id_) if side else id_ for id_ in ids)

    def findings(self, pairs: findings.Pairs) -> Iterator[_Sorted]:
        """Findings that came out otherwise; of new ones and of those that are gone only alarms."""
        for before, after in pairs:
            had, has = (one.outcome if one else "" for one in (before, after))
            one = after or before
            if one is None or had == has or not ((had and has) or {had, has} & findings.ALARMS):
                continue
            sentence = "finding" if had and has else "finding-new" if has else "finding-gone"
            spoken = {name: words.outcome(value, self.lang) for name, value in (("before", had), ("after", has)) if value}
            case, slashes, path = one.id.rpartition("//")
            name = f"{case}{slashes}findings:{path}"
            what: What = "changed" if had and has else "added" if has else "removed"
            values = _both([value] if value else [] for value in (had, has))
            document = path.partition("/")[0]
            change = Change("finding", name, what, "outcome", *values, say(self.lang, sentence, name=name, **spoken), document)
            yield (_LAST, len(ORDER), one.id, 0), change

    # -- helpers of the above --------------------------------------------------------------------

    def _pairs(self) -> Iterator[tuple[Thing, Thing]]:
        for after, before in self.made.pairs.items():
            yield self.made.before[before], self.made.after[after]

    def _say(self, sentence: str, thing: Thing, **more: object) -> str:
        kind = words.KINDS[thing.of][self.lang][0]
        name = reference(thing.id) if thing.id else ""
        said = say(
            self.lang, sentence, **{"kind": kind, "Kind": kind[:1].upper() + kind[1:], "name": name, "tail": "", "counts": "", **more}
        )
        return said.replace(" :", ":").replace("  ", " ")

    def _change(self, thing: Thing, what: What, name: str, values: Both, sentence: str, parts: tuple[Change, ...] = ()) -> Change:
        return Change(key(thing.of), reference(thing.id), what, name, *values, sentence, _document(thing), parts)

    def _sorted(self, thing: Thing, place: int, change: Change) -> _Sorted:
        return (thing.case + _document(thing), ORDER.index(thing.of), thing.id, place), change


def _both(values: Iterable[Iterable[str]]) -> Both:
    before, after = (tuple(sorted(some)) for some in values)
    return before, after


def _owner(thing: Thing) -> str:
    """With what a thing comes and goes: an annotator's file with its document."""
    return thing.case + reading.annotated(thing.path)[0] if thing.of == "Annotation" else thing.holder


def _reported(thing: Thing) -> bool:
    """Whether it is told with the assertion that reports it."""
    return thing.of == "Assertion" and thing.path == "from"


def _document(thing: Thing) -> str:
    """The name of the document or file in which a thing stands, "" for what is the case's."""
    if thing.of in ("Case", "Annotator", "Concept", "Actor"):
        return ""
    return reading.document(thing.id).removeprefix(thing.case)


def _place(of: str, name: str) -> int:
    keys = list(terms_of(of))
    key_only = name if name in keys else name.rpartition(".")[0]
    return keys.index(key_only) if key_only in keys else 80


def _agree(digits: str, other: str) -> bool:
    """Whether a range is said to hold the same words; where digits are missing nobody says otherwise."""
    return digits == other or not digits or not other


def _moves(before: Thing, after: Thing) -> dict[tuple[int, int], tuple[int, int]]:
    """Passages whose words stand elsewhere in a new text: their digits are the same, and of one place each."""
    gone = {span: digits for span, digits in before.at.items() if digits and span not in after.at}
    new = {digits: span for span, digits in after.at.items() if digits and span not in before.at}
    return {span: new[digits] for span, digits in gone.items() if digits in new and list(gone.values()).count(digits) == 1}


def _span(span: tuple[int, int], digits: str) -> str:
    return f"{span[0]}-{span[1]}{'/' * bool(digits)}{digits}"


def _yes_no(before: bool, after: bool) -> Both:
    return ("yes" if before else "no",), ("yes" if after else "no",)
