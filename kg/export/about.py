"""What a reader of tables has to know first: which case, which version, what stands where, how to read it."""

from __future__ import annotations

from kg.export.kinds import TABLES
from kg.export.things import Things, joined
from kg.names import PREFIXES

_METHOD = {
    "en": [
        "A claim is what somebody says, in the words of the annotator; a table of claims is no table of facts.",
        "A stance is somebody's; passing on what others say is a stance of its own and no agreement.",
        "Figures, ties and reforms are according to the document they stand in; two documents may give two values, and both stand here.",
        "Characters are counted from 0 in Unicode code points of the document's text; the last one is not part of the range.",
        "Verified: the digest of these characters was compared with the text. Unchecked: the annotator gave none.",
        "An empty cell says that nothing is said or known, never that it is not so. An unreviewed author or source is unknown.",
        "The number stands beside a printed value only where that is a number and nothing else.",
        "Days that are given from and to are the first and the last day of the period as written.",
    ],
    "ru": [
        "Утверждение — то, что кто-то говорит, словами аннотатора; таблица утверждений не таблица фактов.",
        "Позиция всегда чья-то; передать чужие слова — отдельная позиция, а не согласие.",
        "Цифры, связи и меры — по сведениям документа, в котором стоят; два документа могут дать два значения, здесь стоят оба.",
        "Знаки считаются с 0 по кодовым точкам Юникода в тексте документа; последний в диапазон не входит.",
        "Сверено: контрольная сумма этих знаков сличена с текстом. Не сверено: аннотатор её не дал.",
        "Пустая ячейка значит, что ничего не сказано или не известно, а не что этого нет. Не изученный автор или источник неизвестен.",
        "Число стоит рядом с напечатанным значением, только если напечатано число и ничего больше.",
        "Дни «с» и «по» — первый и последний день периода, как он записан.",
    ],
}
_CASE = {
    "en": {"title": "case", "version": "version", "license": "licence", "base": "base address", "parties": "declared parties",
           "annotators": "annotators", "graphs": "graphs", "read": "how to read this"},
    "ru": {"title": "дело", "version": "версия", "license": "лицензия", "base": "базовый адрес", "parties": "объявленные стороны",
           "annotators": "аннотаторы", "graphs": "графы", "read": "как читать"},
}  # fmt: skip
_GRAPHS = {
    "all": {"en": "what is said and what follows from it", "ru": "сказанное и то, что из него следует"},
    "said": {"en": "only what is said, nothing inferred", "ru": "только сказанное, без выводов"},
    "inferred": {"en": "what something was inferred about", "ru": "то, о чём что-то выведено"},
    "findings": {"en": "only findings", "ru": "только выводы правил"},
    "quarantine": {"en": "only what was set aside: its passages do not match", "ru": "только отложенное: место в тексте не совпало"},
}


def cases(things: Things) -> list[tuple[str, str]]:
    """Title, version, licence, base address, parties and annotators of each case, and which graphs are shown."""
    says, rows = _CASE[things.lang], []
    for case in things.cases:
        rows += [
            (says["title"], things.words.label(case)),
            (says["version"], joined(things.to(case, PREFIXES["owl"] + "versionInfo"))),
            (says["license"], joined(things.to(case, PREFIXES["dct"] + "license"))),
            (says["base"], f"{case}/"),
            (says["parties"], joined(map(things.label, things.to(case, "party")))),
            (says["annotators"], joined(map(things.label, things.to(case, "annotator")))),
        ]
    return [*((name, value) for name, value in rows if value), (says["graphs"], _GRAPHS[things.which][things.lang])]


def reading(things: Things) -> list[tuple[str, str]]:
    """How to read the tables."""
    return [(_CASE[things.lang]["read"], line) for line in _METHOD[things.lang]]


def contents(lang: str) -> list[tuple[str, str]]:
    """What each table holds."""
    return [(kind.name(lang), kind.told(lang)) for kind in TABLES]
