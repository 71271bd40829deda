"""What is found out about a dispute, as values. `str()` of each is a sentence in the language that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.things import Argument, Document, Stance

#: In this corpus: nothing that stands is brought against it; something is; what is brought stands or falls with something open.
State = Literal["unmet", "met", "open", ""]


@dataclass(frozen=True)
class Told:
    """What has a sentence."""

    text: str = field(default="", kw_only=True, compare=False, repr=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Gap(Told):
    """A document of a party that would answer, and is not in the case: only named, or (`document` "") not even that.

    `why`: `says` the party is said to take the stance there, `responds` it responds to where the claim is made, `itself` it is
    what is argued about, `rests` something that the label hangs on has the gap.
    """

    party: str
    document: str
    why: str


@dataclass(frozen=True)
class Reason(Told):
    """An attack: which challenge (or finding), of what kind, by whom, where; what of the thing's evidence it takes away.

    `label` is the attack's own: one that is met leaves the thing as it is.
    """

    attack: str
    kind: str  # rebuts, undercuts, undermines, discredits
    by: tuple[str, ...]
    document: str
    passages: tuple[str, ...]
    target: str
    through: str  # the evidence that is attacked, "" where it is the thing itself
    label: State
    brings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labelled(Told):
    """A claim, support, challenge, figure, document, assertion or actor, its label (none where there are gaps), and why."""

    thing: str
    label: State
    reasons: tuple[Reason, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Answer(Told):
    """How a party met a claim.

    `how`: `asserts` (its own too), `concedes`, `retracts`, `argued` (with its denial or question, if it takes one), `denies` or
    `questions` without argument, `reframes` (only with claims read as `near` to it), `not-addressed` in `documents`, which came
    later and were read in full, or `unknown`, and `why`: those are read `in-part`, are `undated`, only `mentioned`, all `earlier`,
    or there are `none`. `relayed`: it passes the claim on, which is no answer. `earlier`: all of it stands in documents from
    before the claim.
    """

    party: str
    how: str
    stances: tuple[Stance, ...] = ()
    challenges: tuple[Argument, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    documents: tuple[Document, ...] = ()
    why: str = ""
    relayed: bool = False
    earlier: bool = False


@dataclass(frozen=True)
class Chain(Told):
    """How a claim is known: who tells us, in which document, from whom, down to who is said to have said it, "" for nobody named."""

    steps: tuple[tuple[str, str], ...]  # who, and the document, "" where none is named
    opponents: bool  # the document that tells is another party's than the last one's


@dataclass(frozen=True)
class Report(Told):
    """What somebody is reported to say, beside their own words.

    `found`: `original` is that claim in their document, read as `how` (same, restates, narrower, broader, differs) beside the
    reported one; `not-found` there, though it was read (as far as it was); `not-at-hand`: the document is only named;
    `not-named`: no document is. `opponent`: one declared party's document reports another party.
    """

    assertion: str
    claim: str
    told_by: str
    told_in: str
    told_at: tuple[str, ...]
    of: str
    said_in: str
    state: str
    original: str = ""
    how: str = ""
    original_at: tuple[str, ...] = ()
    opponent: bool = False


@dataclass(frozen=True)
class Mixed(Told):
    """Words of somebody else in a passage: `outer` is given for words of `of`, and `inside`, which lies in it or overlaps it, of `by`.

    `opponents`: the two speak for different declared parties.
    """

    outer: str
    of: str
    inside: str
    by: str
    claim: str  # what the inner words are taken to say
    opponents: bool = False


@dataclass(frozen=True)
class Standing(Labelled):
    """The state of the dispute about a claim, and about each of its parts."""

    stances: tuple[Stance, ...] = ()
    answers: tuple[Answer, ...] = ()
    unargued: tuple[str, ...] = ()  # who denies it without bringing an argument against it
    supports: tuple[Labelled, ...] = ()
    challenges: tuple[Labelled, ...] = ()  # that meet it, be they against it, an argument, a figure or somebody's word for it
    chains: tuple[Chain, ...] = ()  # where it is known only second-hand
    reports: tuple[Report, ...] = ()
    mixed: tuple[Mixed, ...] = ()
    parts: tuple[Standing, ...] = ()

    @property
    def claim(self) -> str:
        return self.thing

    @property
    def second_hand(self) -> bool:
        """Whether nobody's own words for it are in the case."""
        return bool(self.chains)
