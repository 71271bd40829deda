"""The tables that people understand, as `kg export -f csv` and `xlsx` write them."""

from __future__ import annotations

from kg.export import columns as c
from kg.export.columns import Cell, Column
from kg.export.tables import Kind, number
from kg.export.things import Things
from kg.names import PREFIXES, SKOS

_DCT, _PROV, _URL = PREFIXES["dct"], PREFIXES["prov"], PREFIXES["schema"] + "url"


def _number(things: Things, iri: str) -> str:
    return number("; ".join(things.to(iri, "value")))


def _argument(things: Things, iri: str) -> str:
    """supports, rebuts, undercuts …"""
    if things.is_a(iri, "Support"):
        return {"en": "supports", "ru": "довод за"}[things.lang]
    return c.terms("challengeKind")(things, iri) or {"en": "challenges", "ru": "возражение"}[things.lang]


def _either(one: Cell, other: Cell) -> Cell:
    return lambda things, iri: one(things, iri) or other(things, iri)


def _claim(things: Things, iri: str) -> str:
    return "; ".join(map(things.label, things.claim(iri)))


def _claim_name(things: Things, iri: str) -> str:
    return "; ".join(map(things.name, things.claim(iri)))


def _party(things: Things, iri: str) -> str:
    return {"en": "yes", "ru": "да"}[things.lang] if things.to(iri, "^party") else ""


_ID = Column("id", "id", Things.name, "id")
_IRI = Column("IRI", "IRI", c.itself, aside=True)
_NOTE = Column("note", "примечание", c.text(SKOS + "note"), "words")
_DOCUMENT = (
    Column("document", "документ", c.document, "words"),
    Column("document id", "документ: id", c.document_name, "link"),
)
_KIND = Column("kind", "вид", c.terms("kind"))


def _at(*path: str) -> tuple[Column, ...]:
    return (
        Column("characters", "знаки", c.passages(*path)),
        Column("checked", "сверка", c.state(*path)),
        Column("words there", "слова в тексте", c.quoted(*path), "words"),
    )


def _when(prop: str, en: str, ru: str) -> tuple[Column, ...]:
    return (
        Column(en, ru, c.period(prop)),
        Column(f"{en} from", f"{ru}: с", c.plain(prop, "earliest"), "date"),
        Column(f"{en} to", f"{ru}: по", c.plain(prop, "latest"), "date"),
    )


def _named(en: str, ru: str, words: Cell, names: Cell) -> tuple[Column, ...]:
    """Names of others, which lead there; what they are called for programs stands aside."""
    return (Column(en, ru, words, to=names), Column(f"{en} id", f"{ru}: id", names, "link", aside=True))


def _worded(en: str, ru: str, words: Cell, names: Cell) -> tuple[Column, ...]:
    """Long words, and beside them what leads there: LibreOffice does not wrap the text of a link."""
    return (Column(en, ru, words, "words"), Column(f"{en} id", f"{ru}: id", names, "link"))


def _linked(en: str, ru: str, *path: str) -> tuple[Column, ...]:
    """The words of other things, and their names, which lead there."""
    return _worded(en, ru, c.words(*path), c.names(*path))


_END = (*_DOCUMENT, *_at(), _NOTE, _IRI)

TABLES: tuple[Kind, ...] = (
    Kind(
        "claims",
        "Claims",
        "Утверждения",
        (
            "What somebody says, in the annotator's words, and who takes which stance",
            "Что кто-то говорит, словами аннотатора, и кто за, кто против",
        ),
        ("Claim",),
        (
            _ID,
            Column("claim", "утверждение", c.text("says"), "words"),
            _KIND,
            Column("who says what", "кто что говорит", c.stances, "words"),
            *_linked("part of", "часть чего", "partOf"),
            Column("same claim as", "то же, что", c.names("restates"), "link"),
            Column("supports for it", "доводы за", c.names("^for"), "link"),
            Column("challenges to it", "возражения", c.names("^against"), "link"),
            Column("known only from others", "известно только с чужих слов", c.flag("secondHand")),
            Column("imputes", "что вменяет", c.terms("imputes")),
            Column("imputed to", "кому вменяет", c.words("imputedTo")),
            *_DOCUMENT,
            *_at("said"),
            _NOTE,
            _IRI,
        ),
    ),
    Kind(
        "assertions",
        "Assertions",
        "Позиции",
        (
            "Each stance that somebody takes on a claim, and the words of others that they pass on",
            "Каждая позиция по утверждению и каждая передача чужих слов",
        ),
        ("Assertion",),
        (
            _ID,
            *_named("who", "кто", c.words("by"), c.names("by")),
            Column("stance", "позиция", c.terms("stance")),
            *_worded("claim", "утверждение", _claim, _claim_name),
            Column("as", "в качестве", c.words("as")),
            Column("reports", "передаёт", c.words("from", "by"), to=c.names("from")),
            Column("reported stance id", "переданная позиция: id", c.names("from"), "link", aside=True),
            Column("reported by", "кем передано", c.words("^from", "by"), to=c.names("^from")),
            *_linked("said in", "сказано в", "in"),
            *_END,
        ),
    ),
    Kind(
        "figures",
        "Figures",
        "Цифры",
        (
            "Stated values as printed, for the period and the thing that the document counts",
            "Названные значения как напечатано, за период и о том, что считает документ",
        ),
        ("Observation",),
        (
            _ID,
            *_worded("what is counted", "что считают", c.words("^observation"), c.names("^observation")),
            Column("value as printed", "значение как напечатано", c.plain("value")),
            Column("number", "число", _number, "number"),
            Column("unit", "единица", c.plain("^observation", "unit")),
            *_when("period", "period", "период"),
            Column("worded in the document", "как названо в документе", c.text("worded"), "words"),
            Column("population", "среди кого", c.words("^observation", "population")),
            Column("place", "где", c.words("^observation", "place")),
            Column("source given", "названный источник", c.words("source")),
            *_END,
        ),
    ),
    Kind(
        "metrics",
        "Metrics",
        "Показатели",
        ("What each document counts, in which unit, of whom and where", "Что считает каждый документ, в каких единицах, среди кого и где"),
        ("Metric",),
        (
            _ID,
            Column("name", "название", c.words(), "words"),
            Column("counts", "считает", c.words("counts"), "words"),
            Column("unit", "единица", c.plain("unit")),
            Column("population", "среди кого", c.words("population")),
            Column("place", "где", c.words("place")),
            *_DOCUMENT,
            _NOTE,
            _IRI,
        ),
    ),
    Kind(
        "calculations",
        "Calculations",
        "Расчёты",
        (
            "How figures hang together: sums, shares, changes that a document states or an annotator sees",
            "Как связаны цифры: суммы, доли, изменения, названные в документе или замеченные аннотатором",
        ),
        ("Calculation",),
        (
            _ID,
            _KIND,
            Column("figures by role", "цифры по ролям", c.operands, "words"),
            Column("figure ids", "цифры: id", c.operand_names, "link"),
            *_linked("gives", "даёт", "gives"),
            Column("printed result", "напечатанный итог", c.plain("prints")),
            Column("assumes", "при допущении", c.text("assumes"), "words"),
            *_linked("stated by claim", "названо в утверждении", "statedBy"),
            Column("by", "кем", c.words("by")),
            *_END,
        ),
    ),
    Kind(
        "arguments",
        "Arguments",
        "Доводы",
        (
            "What is brought for or against a claim, a figure, a document, a stance or an argument",
            "Что приводят за или против утверждения, цифры, документа, позиции или довода",
        ),
        ("Support", "Challenge"),
        (
            _ID,
            Column("what it does", "что делает", _argument),
            *_worded(
                "for or against",
                "за что или против чего",
                _either(c.words("for"), c.words("against")),
                _either(c.names("for"), c.names("against")),
            ),
            *_linked("with", "чем", "with"),
            Column("evidence of", "основание довода", c.names("inSupport"), "link"),
            *_named("by", "кем", c.words("by"), c.names("by")),
            *_END,
        ),
    ),
    Kind(
        "ties",
        "Ties",
        "Связи",
        ("Relations between actors, according to a document", "Отношения между участниками по сведениям документа"),
        ("Tie",),
        (
            _ID,
            *_named("who", "кто", c.words("who"), c.names("who")),
            _KIND,
            *_named("whom", "кого или что", c.words("whom"), c.names("whom")),
            *_when("during", "during", "когда"),
            Column("share", "доля", c.plain("share")),
            Column("amount", "сумма", c.plain("amount")),
            Column("controls", "управляет", c.flag("controls")),
            *_END,
        ),
    ),
    Kind(
        "documents",
        "Documents",
        "Документы",
        (
            "The texts in which parties speak, how far each was read, what was looked into and when",
            "Тексты, в которых говорят стороны: насколько прочитаны, что и когда проверено",
        ),
        ("Document",),
        (
            _ID,
            Column("title", "название", c.text(_DCT + "title"), "words"),
            *_when("published", "published", "вышел"),
            Column("language", "язык", c.plain(_DCT + "language")),
            Column("author", "автор", c.words(_PROV + "wasAttributedTo")),
            Column("publisher", "издатель", c.words(_DCT + "publisher")),
            Column("address", "адрес", c.plain(_URL)),
            Column("read", "прочитан", c.terms("read")),
            Column("author reviewed", "автор проверен", c.period("authorReviewed")),
            Column("sources reviewed", "источники проверены", c.period("sourcesReviewed")),
            Column("ties reviewed", "связи проверены", c.period("tiesReviewed")),
            Column("responds to", "отвечает на", c.names("respondsTo"), "link"),
            Column("derives from", "взят из", c.names(_PROV + "wasDerivedFrom"), "link"),
            Column("cites", "ссылается на", c.names("cites"), "link"),
            Column("translates", "переводит", c.names("translates"), "link"),
            Column("replaces", "заменяет", c.names(_DCT + "replaces"), "link"),
            Column("corrects", "исправляет", c.names("corrects"), "link"),
            Column("retracted", "отозван", c.flag("retracted")),
            Column("SHA-256 of the text", "SHA-256 текста", c.plain("sha256"), aside=True),
            Column("characters in the text", "знаков в тексте", c.plain("length"), "number"),
            _NOTE,
            _IRI,
        ),
    ),
    Kind(
        "actors",
        "Actors",
        "Участники",
        ("Persons, organisations, offices and groups", "Лица, организации, должности и группы"),
        ("Actor",),
        (
            _ID,
            Column("name", "имя", c.text(SKOS + "prefLabel"), "words"),
            _KIND,
            Column("declared party", "объявленная сторона", _party),
            Column("address", "адрес", c.plain(_URL)),
            _NOTE,
            _IRI,
        ),
    ),
    Kind(
        "annotators",
        "Annotators",
        "Аннотаторы",
        ("Who read the documents and wrote this down", "Кто читал документы и всё это записал"),
        ("Annotator",),
        (_ID, Column("name", "имя", c.text(SKOS + "prefLabel"), "words"), _KIND, _NOTE, _IRI),
    ),
    Kind(
        "reforms",
        "Reforms",
        "Меры",
        (
            "Measures, their status according to a document, and what they are said to do",
            "Меры, их статус по сведениям документа и что они, как говорят, дают",
        ),
        ("Reform",),
        (
            _ID,
            Column("measure", "мера", c.text(SKOS + "prefLabel"), "words"),
            *_linked("part of", "часть чего", "partOf"),
            Column("status", "статус", c.terms("status")),
            *_when("since", "since", "с какого времени"),
            Column("by", "кем", c.words("by")),
            Column("acts on", "на кого действует", c.words("actsOn")),
            *_linked("said effect", "названное следствие", "effect"),
            *_linked("shown by", "чем видно", "shownBy"),
            *_END,
        ),
    ),
    Kind(
        "marks",
        "Marks",
        "Пометки",
        (
            "What an annotator noticed at a passage: a move, a doubt, an unnamed source",
            "Что аннотатор заметил в тексте: приём, сомнение, неназванный источник",
        ),
        ("Mark",),
        (_ID, _KIND, *_linked("about", "о чём", "about"), Column("by", "кем", c.words("by")), *_END),
    ),
    Kind(
        "links",
        "Links",
        "Сопоставления",
        (
            "Who judges that claims of different documents restate each other, are narrower, broader or differ",
            "Кто считает, что утверждения разных документов говорят то же, одно более узко, более широко или иное",
        ),
        ("Link",),
        (
            _ID,
            *_linked("claim", "утверждение", "linked"),
            _KIND,
            *_linked("other claim", "другое утверждение", "other"),
            Column("by", "кем", c.words("by")),
            *_END,
        ),
    ),
    Kind(
        "breaks",
        "Breaks",
        "Разрывы рядов",
        ("Where what is counted, or who counts it, changes", "Где меняется то, что считают, или тот, кто считает"),
        ("Break",),
        (
            _ID,
            *_worded("what is counted", "что считают", c.words("ofMetric"), c.names("ofMetric")),
            _KIND,
            *_when("when", "when", "когда"),
            Column("cause", "причина", c.text("cause"), "words"),
            Column("by", "кем", c.words("by")),
            *_END,
        ),
    ),
    Kind(
        "findings",
        "Findings",
        "Выводы правил",
        (
            "What a rule found, with what it was derived from and under which assumptions",
            "Что нашло правило, из чего это выведено и при каких допущениях",
        ),
        ("Finding",),
        (
            _ID,
            Column("rule", "правило", c.terms("rule")),
            Column("outcome", "итог", c.terms("outcome")),
            Column("explanation", "объяснение", c.text("explanation"), "words"),
            Column("severity", "значимость", c.terms("severity")),
            Column("assumes", "при допущении", c.text("assumes"), "words"),
            Column("without it", "без допущения", c.terms("without")),
            Column("computed", "вычислено", c.plain("computed")),
            Column("stated", "названо", c.plain("stated")),
            Column("other readings", "иные прочтения", c.names("rival"), "link"),
            *_linked("concerns", "чего касается", "concerns"),
            *_linked("from", "из чего", "input"),
            Column("passages", "места", c.words("passage"), "words"),
            Column("parameters", "параметры", c.plain("parameter")),
            _IRI,
        ),
    ),
    Kind(
        "hypotheses",
        "Hypotheses",
        "Предположения",
        (
            "The smallest changes that would make numbers add up: arithmetic, no explanation",
            "Наименьшие изменения, при которых числа сошлись бы: арифметика, а не объяснение",
        ),
        ("Hypothesis",),
        (
            _ID,
            *_worded("finding", "вывод", c.words("^hypothesis"), c.names("^hypothesis")),
            Column("rank", "место", c.plain("rank"), "number"),
            _KIND,
            Column("what would have to be", "что должно быть", c.text("explanation"), "words"),
            Column("arithmetic", "арифметика", c.plain("arithmetic")),
            Column("tried", "испробовано", c.plain("tried"), "number"),
            Column("expected by chance", "ожидается случайно", c.plain("expected"), "number"),
            _IRI,
        ),
    ),
)
