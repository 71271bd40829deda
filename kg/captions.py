"""What is shown of things that have no name of their own: ties, stances, arguments, calculations, links, marks, breaks, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.grammar import LANGUAGES, REPORTED, quoted, spoken
from kg.names import KG, OPERANDS, RDF

_TYPE = RDF + "type"
#: What a graph says of a node: property → values.
Said = Mapping[str, Sequence[str]]
#: IRI → words.
Naming = Callable[[str], str]

#: Kind of tie → English, Russian; of one, of several people.
TIES: dict[str, tuple[str, str]] = {
    "holds": ("holds the office|hold the office", "занимает должность|занимают должность"),
    "member-of": ("is a member of|are members of", "состоит в организации или группе|состоят в организации или группе"),
    "part-of": ("is part of|are part of", "входит в состав|входят в состав"),
    "heads": ("heads|head", "возглавляет|возглавляют"),
    "employs": ("employs|employ", "работодатель для|работодатели для"),
    "appoints": ("appoints|appoint", "назначает|назначают"),
    "acts-for": ("acts for|act for", "действует от имени|действуют от имени"),
    "funds": ("funds|fund", "финансирует|финансируют"),
    "oversees": ("oversees|oversee", "надзирает за|надзирают за"),
}
_STANCES = {
    "asserts": ("asserts|assert", "утверждает|утверждают"),
    "denies": ("denies|deny", "отрицает|отрицают"),
    "questions": ("questions|question", "ставит под вопрос|ставят под вопрос"),
    "concedes": ("concedes|concede", "признаёт|признают"),
    "retracts": ("takes back|take back", "отзывает|отзывают"),
    "relays": ("passes on|pass on", "передаёт|передают"),
}
_LINKS = {
    "restates": ("says the same as", "говорит то же, что"),
    "narrower": ("is narrower than", "— более узкое, чем"),
    "broader": ("is broader than", "— более широкое, чем"),
    "differs": ("says something else than", "говорит иное, чем"),
}
_PHRASES = {
    "tie": ("{who} {verb} {whom}", "{who} {verb}: {whom}"),
    "for": ("{brought} for {target}", "{brought} — довод за: {target}"),
    "against": ("{brought} against {target}", "{brought} — довод против: {target}"),
    "bare": ("an argument", "довод"),
    "bare-for": ("an argument for {target}", "довод за: {target}"),
    "bare-against": ("an argument against {target}", "довод против: {target}"),
    "step": ("the step from {brought} to {target}", "шаг ({brought} → {target})"),
    "gives": ("{kind}: {operands} gives {result}", "{kind}: {operands} даёт {result}"),
    "break": ("break in {metric}, {when}", "разрыв ряда {metric}, {when}"),
    "finding": ("{outcome}: {rule}, {about}", "{outcome}: {rule}, {about}"),
    "printed": ("{metric}: {printed}", "{metric}: {printed}"),
    "and": (" and ", " и "),
    "more": (" and {count} more", " и ещё {count}"),
}
#: Of many things that are brought or calculated with, so many are named.
_MANY = 3


def caption(said: Said, lang: str, of: Naming, about: Callable[[str], Said]) -> str:
    """Words for a thing that has no name of its own, "" for what has one; `of` and `about` look up what it names."""
    kinds = [one.removeprefix(KG) for one in said.get(_TYPE, ()) if one.startswith(KG)]
    write = next((_WRITERS[one] for one in sorted(kinds) if one in _WRITERS), None)
    return write(_Caption(said, lang, of, about)) if write else ""


class _Caption:
    """What is needed to write one: what is said of the thing, and words for others."""

    def __init__(self, said: Said, lang: str, of: Naming, about: Callable[[str], Said]) -> None:
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]
        self.said, self._place, self.of, self._about = said, LANGUAGES.index(self.lang), of, about

    def all(self, key: str) -> list[str]:
        return sorted(self.said.get(KG + key, ()))

    def one(self, key: str) -> str:
        return next(iter(self.all(key)), "")

    def phrase(self, key: str, /, **values: str) -> str:
        return _PHRASES[key][self._place].format(**values)

    def verb(self, table: Mapping[str, tuple[str, str]], key: str, who: str = "") -> str:
        """In the number of who does it: groups are several people."""
        found = table.get(key)
        one, _, several = found[self._place].partition("|") if found else (self.of(self.one("kind")), "", "")
        return several if several and KG + "kind/group" in self._about(who).get(KG + "kind", ()) else one

    def quoted(self, iri: str) -> str:
        """Between the language's marks; people, and an argument that is itself argued about, without."""
        words, kinds = self.of(iri), self._about(iri).get(_TYPE, ())
        if KG + "Support" in kinds:
            step = _Caption(self._about(iri), self.lang, self.of, self._about)
            return self.phrase("step", brought=step.several(step.all("with")), target=step.quoted(step.one("for")))
        if {KG + "Actor", KG + "Assertion"} & set(kinds):
            return words
        return quoted(words, self.lang)

    def point(self, period: str) -> str:
        """A period in which something happened at once."""
        written = next(iter(self._about(period).get(KG + "written", ())), "")
        return spoken(written, self.lang, point=True) or self.of(period)

    def applied_to(self, things: Sequence[str]) -> str:
        """What a rule was applied to: a broken series, a measure, the result that a calculation gives or prints, else a figure's series."""
        found: dict[str, list[str]] = {}
        for one in things:
            for kind in self._about(one).get(_TYPE, ()):
                found.setdefault(kind.removeprefix(KG), []).append(one)
        if "Break" in found:
            return self.several(sorted(self._about(found["Break"][0]).get(KG + "ofMetric", ())))
        if "Reform" in found:
            return self.several(found["Reform"])
        return self._result(found["Calculation"][0]) if "Calculation" in found else self._figures(found.get("Observation", []))

    def _result(self, calculation: str) -> str:
        said = self._about(calculation)
        operands = [value for role in OPERANDS for value in sorted(said.get(KG + role, ()))]
        printed = ", ".join(sorted(said.get(KG + "prints", ())))
        if given := sorted(said.get(KG + "gives", ())):
            return self.several(given)
        about = self.several(list(dict.fromkeys(map(_series, operands))))
        return self.phrase("printed", metric=about, printed=quoted(printed, self.lang)) if printed and operands else about

    def _figures(self, figures: Sequence[str]) -> str:
        """Their series, and the period that they have in common."""
        periods = {one for figure in figures for one in self._about(figure).get(KG + "period", [""])}
        about = self.several([_series(one) for one in figures[:1]])
        return ", ".join(filter(None, (about, *(self.of(one) for one in periods if one and len(periods) == 1))))

    def several(self, iris: Sequence[str]) -> str:
        """The first of them, and how many more."""
        shown = [self.quoted(one) for one in iris[:_MANY]]
        if len(iris) > _MANY:
            return ", ".join(shown) + self.phrase("more", count=str(len(iris) - _MANY))
        return self.phrase("and").join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _tie(it: _Caption) -> str:
    who = it.one("who")
    return it.phrase("tie", who=it.of(who), verb=it.verb(TIES, _tail(it.one("kind")), who), whom=it.of(it.one("whom")))


def _assertion(it: _Caption) -> str:
    who = it.one("by")
    reported = "" if it.one("depth") in ("", "0") else REPORTED[it.lang]
    return f"{it.of(who)} {it.verb(_STANCES, _tail(it.one('stance')), who)}{reported}: {it.quoted(it.one('about'))}"


def _argument(key: str) -> Callable[[_Caption], str]:
    def write(it: _Caption) -> str:
        target, brought = it.one(key), it.all("with")
        if not target:
            return it.several(brought) or it.phrase("bare")
        if not brought:
            return it.phrase(f"bare-{key}", target=it.quoted(target))
        return it.phrase(key, brought=it.several(brought), target=it.quoted(target))

    return write


def _calculation(it: _Caption) -> str:
    operands = it.several([value for role in OPERANDS for value in it.all(role)])
    result = it.several(it.all("gives")) or ", ".join(it.all("prints"))
    kind = it.of(it.one("kind"))
    return it.phrase("gives", kind=kind, operands=operands, result=result) if result else f"{kind}: {operands}"


def _link(it: _Caption) -> str:
    linked = it.one("linked") or it.one("linkedReform")
    return f"{it.quoted(linked)} {it.verb(_LINKS, _tail(it.one('kind')))} {it.quoted(it.one('other'))}"


def _mark(it: _Caption) -> str:
    about = it.several(it.all("about"))
    return f"{it.of(it.one('kind'))}: {about}" if about else it.of(it.one("kind"))


def _break(it: _Caption) -> str:
    return it.phrase("break", metric=it.quoted(it.one("ofMetric")), when=it.point(it.one("when")))


def _finding(it: _Caption) -> str:
    """The outcome first, then the rule, then what it was applied to, in few words."""
    outcome, rule = it.of(it.one("outcome")), it.of(it.one("rule"))
    about = it.applied_to(list(dict.fromkeys([*it.all("input"), *it.all("concerns")])))
    return it.phrase("finding", outcome=outcome, rule=rule, about=about) if about else f"{outcome}: {rule}"


def _series(figure: str) -> str:
    """A figure's address is its metric's, with its own key."""
    return figure.rpartition("/")[0]


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2]


_WRITERS: dict[str, Callable[[_Caption], str]] = {
    "Tie": _tie,
    "Assertion": _assertion,
    "Support": _argument("for"),
    "Challenge": _argument("against"),
    "Calculation": _calculation,
    "Link": _link,
    "Mark": _mark,
    "Break": _break,
    "Finding": _finding,
}
