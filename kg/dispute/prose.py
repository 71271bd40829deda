"""Sentences for what is found out about a dispute, in a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.dispute.phrases import PHRASES
from kg.dispute.things import Answer, Chain, Gap, Labelled, Mixed, Reason, Report, Standing
from kg.facts import Facts
from kg.grammar import LANGUAGES, REPORTED, quoted
from kg.labels import Labels
from kg.words import BETWEEN

#: Where it matters that the claim was passed on.
_UNANSWERED = ("not-addressed", "unknown", "reframes")


class Prose:
    """Puts the sentence into each value."""

    def __init__(self, facts: Facts, lang: str = "en") -> None:
        self._facts, self._lang = facts, lang if lang in LANGUAGES else LANGUAGES[0]
        self._place = LANGUAGES.index(self._lang)
        self._called = facts.words.label if facts.lang == self._lang else Labels(facts.held, self._lang).of

    @property
    def reported(self) -> str:
        """Behind who says something, where others report that they do."""
        return REPORTED[self._lang]

    def say(self, phrase: str, /, **values: str) -> str:
        return PHRASES[phrase][self._place].format(**values)

    def name(self, thing: str) -> str:
        """A claim between quotation marks; anything else as it is called."""
        label = self._called(thing)
        return quoted(label, self._lang) if thing in self._facts.restated else label

    def names(self, things: Iterable[str]) -> str:
        return BETWEEN.join(map(self.name, dict.fromkeys(things)))

    def within(self, documents: Iterable[str]) -> str:
        """Where something stands: " in …", or nothing."""
        found = [one for one in dict.fromkeys(documents) if one]
        return self.say("in", document=self.names(found)) if found else ""

    def gap(self, gap: Gap) -> Gap:
        why = "nowhere" if gap.why == "says" and not gap.document else gap.why
        document = self.name(gap.document) if gap.document else self.say("gap.unnamed")
        return replace(gap, text=self.say(f"gap.{why}", party=self.name(gap.party), document=document))

    def reason(self, reason: Reason) -> Reason:
        through = self.say("reason.brings", evidence=self.name(reason.through)) if reason.through else ""
        if not reason.by and not reason.document:
            return replace(reason, text=self.say("reason.finding", finding=self.name(reason.attack), through=through))
        who = self.names(reason.by) or self.say("reason.nobody")
        how = self.say(f"reason.{reason.kind}")
        label, where = self.say(f"name.{reason.label}"), self.within([reason.document])
        brought = self.say("reason.with", brought=self.names(reason.brings)) if reason.brings else ""
        told = self.say("reason", who=who, how=how, brought=brought, where=where, through=through, label=label)
        return replace(reason, text=told)

    def again(self, made: Labelled) -> Labelled:
        """The same in this language, its reasons and gaps too."""
        reasons, gaps = tuple(map(self.reason, made.reasons)), tuple(map(self.gap, made.gaps))
        return self.labelled(Labelled(made.thing, made.label, reasons, gaps))

    def labelled(self, made: Labelled) -> Labelled:
        return replace(made, text=self.say("about", thing=self.name(made.thing), state=self.state(made)))

    def state(self, made: Labelled) -> str:
        """The label and why, and what is missing for one."""
        parts = [self.say(f"label.{made.label}"), self._why(made), *map(str, made.gaps)]
        return " ".join(filter(None, parts))

    def _why(self, made: Labelled) -> str:
        """Why it is labelled so, and the attacks that make it so."""
        if not made.label:
            return ""
        if not made.reasons:
            return self.say("why.nothing")
        decisive = {"unmet": ("met",), "met": ("unmet",), "open": ("open",)}[made.label]
        told = [str(one) for one in made.reasons if one.label in decisive] or [str(one) for one in made.reasons]
        return " ".join([self.say(f"why.{made.label}"), *dict.fromkeys(told)])

    def answer(self, answer: Answer) -> Answer:
        return replace(answer, text=self._answer(answer, (answer.party,)))

    def _answer(self, answer: Answer, parties: Iterable[str]) -> str:
        where = self.within([one.within or one.document for one in answer.stances] + [one.document for one in answer.challenges])
        stance = answer.stances[0].stance if answer.how == "argued" and answer.stances else ""
        told = self.say(
            f"unknown.{answer.why}" if answer.how == "unknown" else answer.how,
            party=self.names(parties),
            where=where,
            reported=self.reported if all(one.depth for one in answer.stances) else "",
            stance=self.say(f"argued.{stance}") if stance else "",
            near=BETWEEN.join(self.say(f"near.{how}", claim=self.name(other)) for how, other in answer.near),
            documents=self.names(one.iri for one in answer.documents),
        )
        told += self.say("relayed") if answer.relayed and answer.how in _UNANSWERED else ""
        return told + (self.say("earlier") if answer.earlier else "")

    def chain(self, chain: Chain) -> Chain:
        steps = [
            self.say("chain.nobody")
            if not who
            else self.say("chain.step", who=self.name(who), document=self.name(where))
            if where
            else self.name(who)
            for who, where in chain.steps
        ]
        return replace(chain, text=self.say("chain.opponents" if chain.opponents else "chain", steps=" → ".join(steps)))

    def report(self, report: Report) -> Report:
        told = self.say(
            f"report.{report.state}",
            teller=self.name(report.told_by),
            who=self.name(report.of),
            opponent=self.say("report.opponent") if report.opponent else "",
            claim=self._worded(report.claim, report.told_at),
            how=self.say(f"how.{report.how}") if report.how else "",
            where=self.within([self._facts.home.get(report.original, "") if report.original else report.said_in]),
            original=self._worded(report.original, report.original_at) if report.original else "",
            document=self.name(report.said_in) if report.said_in else "",
        )
        return replace(report, text=told)

    def _worded(self, claim: str, at: Iterable[str]) -> str:
        """A claim, and the words of its passages that are at hand."""
        words = [quoted(" ".join(self._facts.quoted[one].split()), self._lang) for one in at if one in self._facts.quoted]
        return f"{self.name(claim)} ({BETWEEN.join(words)})" if words else self.name(claim)

    def mixed(self, mixed: Mixed) -> Mixed:
        names = {key: self.name(getattr(mixed, key)) for key in ("of", "outer", "by", "inside")}
        return replace(mixed, text=self.say("mixed", opponents=self.say("report.opponent") if mixed.opponents else "", **names))

    def standing(self, made: Standing) -> Standing:
        """The claim, its label and why, the gaps, how the parties met it."""
        alike: dict[Answer, list[Answer]] = {}  # who speaks as several parties answers for each: told once
        for one in made.answers:
            alike.setdefault(replace(one, party=""), []).append(one)
        answers = [str(them[0]) if len(them) == 1 else self._answer(them[0], [one.party for one in them]) for them in alike.values()]
        told = [f"{self.name(made.thing)}.", self.state(made), *map(str, made.chains[:1]), *answers]
        return replace(made, text=" ".join(told))
