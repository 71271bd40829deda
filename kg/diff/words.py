"""The words in which changes are told, in English and Russian: one table each for things, keys and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg import labels
from kg.diff.things import Part, Thing, Things, Value, reference, terms_of
from kg.names import KG
from kg.words import key as key_of

#: Class → one of it in English, more of it; in Russian one, two, five.
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "Case": {"en": ("case", "cases"), "ru": ("дело", "дела", "дел")},
    "Annotator": {"en": ("annotator", "annotators"), "ru": ("аннотатор", "аннотатора", "аннотаторов")},
    "Concept": {"en": ("concept", "concepts"), "ru": ("понятие", "понятия", "понятий")},
    "Actor": {"en": ("actor", "actors"), "ru": ("участник", "участника", "участников")},
    "Document": {"en": ("document", "documents"), "ru": ("документ", "документа", "документов")},
    "Annotation": {"en": ("annotator's file", "annotators' files"), "ru": ("файл аннотатора", "файла аннотаторов", "файлов аннотаторов")},
    "Claim": {"en": ("claim", "claims"), "ru": ("утверждение", "утверждения", "утверждений")},
    "Assertion": {"en": ("stance", "stances"), "ru": ("позиция", "позиции", "позиций")},
    "Metric": {"en": ("metric", "metrics"), "ru": ("показатель", "показателя", "показателей")},
    "Observation": {"en": ("figure", "figures"), "ru": ("значение", "значения", "значений")},
    "Reform": {"en": ("reform", "reforms"), "ru": ("реформа", "реформы", "реформ")},
    "Tie": {"en": ("tie", "ties"), "ru": ("связь", "связи", "связей")},
    "Support": {"en": ("support", "supports"), "ru": ("довод", "довода", "доводов")},
    "Calculation": {"en": ("calculation", "calculations"), "ru": ("расчёт", "расчёта", "расчётов")},
    "Break": {"en": ("break", "breaks"), "ru": ("разрыв ряда", "разрыва рядов", "разрывов рядов")},
    "Link": {"en": ("link", "links"), "ru": ("сопоставление", "сопоставления", "сопоставлений")},
    "Challenge": {"en": ("challenge", "challenges"), "ru": ("возражение", "возражения", "возражений")},
    "Mark": {"en": ("mark", "marks"), "ru": ("пометка", "пометки", "пометок")},
}
PASSAGES = {"en": ("passage", "passages"), "ru": ("фрагмент", "фрагмента", "фрагментов")}

#: Key, or class and key → what it is called where a change of it is told. What is not here has the ontology's label.
FIELDS: dict[str, tuple[str, str]] = {
    "title": ("title", "название"),
    "version": ("version", "версия"),
    "license": ("licence", "лицензия"),
    "languages": ("language", "язык"),
    "parties": ("declared party", "объявленная сторона"),
    "note": ("note", "примечание"),
    "name": ("name", "имя"),
    "Reform.name": ("name", "название"),
    "Concept.name": ("name", "название"),
    "Metric.name": ("name", "название"),
    "kind": ("kind", "вид"),
    "broader": ("broader concept", "более широкое понятие"),
    "definition": ("definition", "определение"),
    "address": ("address", "адрес"),
    "published": ("date", "дата"),
    "language": ("language", "язык"),
    "publisher": ("publisher", "издатель"),
    "author": ("author", "автор"),
    "read": ("how far it was read", "насколько прочитано"),
    "reviewed.author": ("review of the author", "изучение автора"),
    "reviewed.sources": ("review of the sources", "изучение источников"),
    "reviewed.ties": ("review of the ties", "изучение связей"),
    "responds-to": ("what it responds to", "на что отвечает"),
    "derives-from": ("what it derives from", "из чего взято"),
    "cites": ("what it cites", "на что ссылается"),
    "translates": ("what it translates", "что переводит"),
    "replaces": ("what it replaces", "что заменяет"),
    "corrects": ("what it corrects", "что исправляет"),
    "retracted": ("whether it is retracted", "отозван ли"),
    "by": ("by whom", "кем"),
    "Annotation.document": ("document", "документ"),
    "when": ("when", "когда"),
    "says": ("wording", "формулировка"),
    "part-of": ("what it is part of", "частью чего является"),
    "stance": ("stance", "позиция"),
    "as": ("capacity", "в каком качестве"),
    "from": ("what is reported", "что передаётся"),
    "in": ("where the reported words stand", "где стоят переданные слова"),
    "Challenge.in": ("the support whose evidence it undermines", "довод, основание которого подрывается"),
    "counts": ("what is counted", "что считается"),
    "unit": ("unit", "единица"),
    "population": ("population", "совокупность"),
    "place": ("place", "место"),
    "value": ("value", "величина"),
    "period": ("period", "период"),
    "worded": ("what the document calls it", "как это названо в документе"),
    "source": ("source", "источник"),
    "status": ("status", "статус"),
    "since": ("since when", "с какого времени"),
    "acts-on": ("whom it acts on", "на кого действует"),
    "effects": ("claimed effect", "заявленное последствие"),
    "shown-by": ("what would show it", "чем подтвердилось бы"),
    "who": ("who", "кто"),
    "whom": ("whom", "кого или что"),
    "during": ("period", "период"),
    "share": ("share", "доля"),
    "amount": ("amount", "сумма"),
    "controls": ("whether it carries control", "даёт ли контроль"),
    "for": ("what it supports", "что подкрепляет"),
    "with": ("evidence", "основание"),
    "against": ("what it is against", "против чего"),
    "claim": ("claim", "утверждение"),
    "Link.reform": ("reform", "мера"),
    "other": ("what it is compared with", "с чем сопоставлено"),
    "about": ("what it is about", "о чём"),
    "metric": ("metric", "показатель"),
    "cause": ("cause", "причина"),
    "parts": ("part", "слагаемое"),
    "minus": ("what is taken off", "вычитаемое"),
    "part": ("part", "часть"),
    "whole": ("whole", "целое"),
    "start": ("figure at the start", "начальное значение"),
    "end": ("figure at the end", "конечное значение"),
    "greater": ("greater figure", "большее значение"),
    "lesser": ("lesser figure", "меньшее значение"),
    "rising": ("rising figure", "растущее значение"),
    "falling": ("falling figure", "падающее значение"),
    "prints": ("printed result", "напечатанный итог"),
    "gives": ("result", "итог"),
    "assumes": ("assumption", "допущение"),
    "at": ("passage", "фрагмент"),
    "challenge-kind": ("kind of challenge", "вид возражения"),
}

STATES: dict[str, tuple[str, str]] = {
    "verified": ("verified", "проверено"),
    "unchecked": ("unchecked", "не проверено"),
    "not-at-hand": ("no text at hand", "нет текста под рукой"),
    "quarantined": ("set aside", "отложено"),
}

_SAID: dict[str, dict[str, str]] = {
    "en": {
        "added": "New {kind} {name}{tail}{counts}.",
        "removed": "{Kind} {name} is gone{tail}{counts}.",
        "with": "; with it: {counts}",
        "renamed": "{Kind} {old} is now called {name}.",
        "changed": "{Kind} {name}: {field} was {before} and is now {after}.",
        "gained": "{Kind} {name}: {field} is now given: {after}.",
        "lost": "{Kind} {name}: {field} is no longer given; it was {before}.",
        "several": "{Kind} {name}: {field}: {both}.",
        "new": "new {after}",
        "gone": "gone {before}",
        "text": "The text of {kind} {name} is another{moved}.",
        "text-new": "{Kind} {name} now has a text.",
        "text-gone": "{Kind} {name} has no text any more.",
        "moved": "; {count} found elsewhere in it",
        "state": "{Kind} {name}: {count}: before {before}, now {after}.",
        "state-all": "{Kind} {name}: all {count}: before {before}, now {after}.",
        "aside": "{Kind} {name} is set aside.",
        "aside-along": "{Kind} {name} is set aside along with what it belongs or refers to.",
        "aside-gone": "{Kind} {name} is no longer set aside.",
        "counterclaim": "{Kind} {name} is now brought against another claim (counterclaim).",
        "counterclaim-gone": "{Kind} {name} is no longer brought against another claim (no counterclaim).",
        "second-hand": "{Kind} {name} is now known only through others (second-hand).",
        "second-hand-gone": "{Kind} {name} is no longer known only through others (second-hand).",
        "unsourced": "{Kind} {name} is now among the claims without independent sources: {after}.",
        "unsourced-gone": "{Kind} {name} is no longer among the claims without independent sources.",
        "unsourced-why": "{Kind} {name} is without independent sources for another reason: {after} (was: {before}).",
        "retracted": "{Kind} {name} is now marked as retracted.",
        "retracted-gone": "{Kind} {name} is no longer marked as retracted.",
        "finding": "Finding {name}: the outcome was {before} and is now {after}.",
        "finding-new": "New finding {name}: {after}.",
        "finding-gone": "Finding {name} is gone: it was {before}.",
        "none": "No differences.",
        "more": "… and {counts} more",
        "quote": "“{}”",
        "for": "{with} for {for}",
        "against": "{with} against {against}",
        "as": "as",
        "in": "in",
    },
    "ru": {
        "added": "Добавлено: {kind} {name}{tail}{counts}.",
        "removed": "Убрано: {kind} {name}{tail}{counts}.",
        "with": "; вместе с ним: {counts}",
        "renamed": "{Kind} {old} теперь называется {name}.",
        "changed": "{Kind} {name}: {field}: было {before}, стало {after}.",
        "gained": "{Kind} {name}: {field}: теперь указано {after}.",
        "lost": "{Kind} {name}: {field}: больше не указано, было {before}.",
        "several": "{Kind} {name}: {field}: {both}.",
        "new": "добавлено {after}",
        "gone": "убрано {before}",
        "text": "{Kind} {name}: текст теперь другой{moved}.",
        "text-new": "{Kind} {name}: появился текст.",
        "text-gone": "{Kind} {name}: текста больше нет.",
        "moved": "; в нём на другом месте: {count}",
        "state": "{Kind} {name}: {count}: раньше {before}, теперь {after}.",
        "state-all": "{Kind} {name}: все фрагменты ({number}): раньше {before}, теперь {after}.",
        "aside": "{Kind} {name}: отложено.",
        "aside-along": "{Kind} {name}: отложено вместе с тем, к чему относится или на что ссылается.",
        "aside-gone": "{Kind} {name}: больше не отложено.",
        "counterclaim": "{Kind} {name}: теперь выдвинуто против другого утверждения (контрутверждение).",
        "counterclaim-gone": "{Kind} {name}: больше не выдвинуто против другого утверждения.",
        "second-hand": "{Kind} {name}: теперь известно лишь со слов других.",
        "second-hand-gone": "{Kind} {name}: теперь известно не только со слов других.",
        "unsourced": "{Kind} {name}: теперь среди утверждений без независимых источников: {after}.",
        "unsourced-gone": "{Kind} {name}: больше не среди утверждений без независимых источников.",
        "unsourced-why": "{Kind} {name}: без независимых источников, по другой причине: {after} (было: {before}).",
        "retracted": "{Kind} {name}: теперь отмечено как отозванное.",
        "retracted-gone": "{Kind} {name}: больше не отмечено как отозванное.",
        "finding": "Вывод {name}: исход был {before}, стал {after}.",
        "finding-new": "Новый вывод {name}: {after}.",
        "finding-gone": "Вывода {name} больше нет: был {before}.",
        "none": "Различий нет.",
        "more": "… и ещё {counts}",
        "quote": "«{}»",
        "for": "{with} за {for}",
        "against": "{with} против {against}",
        "as": "в качестве",
        "in": "в",
    },
}
_YES_NO = {"yes": "да", "no": "нет"}
#: By which keys a thing is described where it is new or gone; the first that it has, or templates of several.
_NAMED = {"Claim": "says", "Document": "title", "Case": "title", "Break": "cause"}


def say(lang: str, sentence: str, **words: object) -> str:
    """A sentence, its words put in."""
    return _SAID[lang][sentence].format_map(words)


def field(of: str, name: str, lang: str) -> str:
    """What a key is called; the language of a text behind it."""
    terms = terms_of(of)
    key = name if name in terms else name.rpartition(".")[0] or name
    words = FIELDS.get(f"{of}.{key}") or FIELDS.get(key)
    said = words[lang == "ru"] if words else labels.terms(lang).get(terms[key].property) or key.replace("-", " ")
    return said if key == name else f"{said} ({name.rpartition('.')[2]})"


def state(name: str, lang: str) -> str:
    """How it stands with a passage."""
    return STATES[name][lang == "ru"]


def outcome(name: str, lang: str) -> str:
    """What the vocabulary calls the outcome of a finding, in quotation marks."""
    return _SAID[lang]["quote"].format(labels.terms(lang).get(f"{KG}outcome/{name}", name))


def written(value: Value) -> str:
    """A value as people write it in files."""
    return _joined(
        value, lambda part: key_of(part.value) if part.form == "term" else reference(part.value) if part.form == "ref" else part.value
    )


class Voice:
    """Says values and things of one side in a language; what has another name now is called by that."""

    def __init__(self, things: Things, lang: str, now: Mapping[str, Thing] = MappingProxyType({})) -> None:
        self._things, self._lang, self._now = things, lang, now

    def value(self, value: Value) -> str:
        return _joined(value, self.part, self._lang)

    def part(self, part: Part) -> str:
        """Actors, concepts and annotators by their name, other things as they are written, texts in quotation marks."""
        if part.form == "ref":
            thing = self._now.get(part.value) or self._things[part.value]
            return self.text(thing, "name") if thing.of in ("Actor", "Concept", "Annotator") else reference(thing.id)
        if part.form == "term":
            return labels.terms(self._lang).get(part.value) or key_of(part.value)
        if part.form == "text":
            return self.quoted(part.value)
        return _YES_NO.get(part.value, part.value) if self._lang == "ru" else part.value

    def quoted(self, text: str) -> str:
        return _SAID[self._lang]["quote"].format(" ".join(text.split()))

    def text(self, thing: Thing, key: str) -> str:
        """A text in the language, else in English, else in the first; a reference where there is none."""
        tags = sorted(
            (name.rpartition(".")[2] for name in thing.fields if name.startswith(key + ".")), key=lambda t: (t != self._lang, t != "en", t)
        )
        return min(" ".join(value[0].value.split()) for value in thing.fields[f"{key}.{tags[0]}"]) if tags else reference(thing.id)

    def tail(self, thing: Thing) -> str:
        """What a thing says, in a few words, behind a colon."""
        said = self._described(thing)
        return f": {said}" if said else ""

    def _described(self, thing: Thing) -> str:
        values = {key: ", ".join(sorted(map(self.value, found))) for key, found in thing.fields.items()}
        match thing.of:
            case "Claim" | "Document" | "Case" | "Break":
                return self.quoted(self.text(thing, _NAMED[thing.of]))
            case "Annotator" | "Concept" | "Actor" | "Reform":
                return self.quoted(self.text(thing, "name"))
            case "Metric":
                named = any(key.startswith("name.") for key in values)
                return self.quoted(self.text(thing, "name")) if named else values.get("counts", "")
            case "Observation":
                return ", ".join(filter(None, (values.get("value", ""), values.get("period", ""))))
            case "Assertion":
                said = " ".join(filter(None, (values.get("by", ""), values.get("stance", ""))))
                said += f" {say(self._lang, 'as')} {values['as']}" if "as" in values else ""
                return f"{said} ({values['from']})" if "from" in values else said
            case "Tie":
                return " ".join(values.get(key, "") for key in ("who", "kind", "whom"))
            case "Link":
                return " ".join(values.get(key, "") for key in ("claim", "reform", "kind", "other") if key in values)
            case "Support":
                return _SAID[self._lang]["for"].format_map({"with": values.get("with", ""), "for": values.get("for", "")})
            case "Challenge":
                return _SAID[self._lang]["against"].format_map({"with": values.get("with", ""), "against": values.get("against", "")})
            case _:
                return values.get("kind", "")


def _joined(value: Value, tell: Callable[[Part], str], lang: str = "en") -> str:
    """The pieces of a value; of who reports whom one step after the other."""
    if len(value) == 1:
        return tell(value[0])
    steps: list[str] = []
    for key, part in zip(value[::2], value[1::2], strict=True):
        if key.value == "by":
            steps.append(tell(part))
        else:
            word = "" if key.value == "stance" else f"{say(lang, key.value)} "
            steps[-1:] = [f"{steps[-1] if steps else ''} {word}{tell(part)}".strip()]
    return ", ".join(steps)
