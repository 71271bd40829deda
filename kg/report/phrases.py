"""Every phrase of a report in English and Russian. Names are put in as they are: no sentence wants them declined."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # The whole
    "kind-of-report": ("Who says what, who disputes it, and on what ground", "Кто что говорит, кто с этим спорит и на каком основании"),
    "versions": (
        "Version of the case: {case}. Made with Counterclaim {program}.",
        "Версия дела: {case}. Составлено программой Counterclaim {program}.",
    ),
    "no-case": ("No case", "Дела нет"),
    "what-it-is": (
        "This report tells who says what, who disputes it and on what ground, in the documents listed below. It judges nobody: it does "
        "not say who is right. Every sentence here is somebody's claim as an annotator read it, in the annotator's words; the notes at "
        "the end lead to the passages. That something was not found says only that it is not in these documents, as far as they were "
        "read.",
        "Здесь сказано, кто что утверждает, кто с этим спорит и на каком основании, по перечисленным ниже документам. Отчёт никого не "
        "судит и не говорит, кто прав. Каждая фраза здесь — чьё-то утверждение, как его прочитал и пересказал аннотатор; примечания в "
        "конце ведут к фрагментам текстов. Если чего-то не нашлось, значит лишь, что этого нет в этих документах, насколько они "
        "прочитаны.",
    ),
    "memo": ("Memo", "Справка"),
    "notes": ("Notes: passages", "Примечания: фрагменты текстов"),
    "back": ("back to the text", "назад к тексту"),
    "none": ("None.", "Нет."),
    "unknown": ("not known", "неизвестно"),
    "and-more": ("And {more} more: {command}.", "И ещё {more}: {command}."),
    "shown-of": ("Shown: {shown} of {all}. All of them: {command}.", "Показано: {shown} из {all}. Все: {command}."),
    "document": ("D{number}", "Д{number}"),
    # Parties and documents
    "parties": ("Parties", "Стороны"),
    "parties-alone": (
        "Each stands on its own, in alphabetical order; ties are as the documents state them.",
        "Каждая сама по себе, по алфавиту; связи — по словам документов.",
    ),
    "no-parties": ("The case declares no parties.", "Стороны в деле не объявлены."),
    "party-claims": ("claims: {own}, and by others' report: {reported}", "утверждения: {own}, и со слов других: {reported}"),
    "party-documents": ("documents: {documents}", "документы: {documents}"),
    "party-documents-none": ("no document of theirs among these", "своего документа здесь нет"),
    "ties": ("Ties", "Связи"),
    "no-ties": (
        "none entered, which says nothing where ties were not reviewed",
        "не внесены, а это ничего не значит там, где связи не изучены",
    ),
    "speakers": (
        "Others who make claims, or are reported to, and how many; what they say is not counted as a party's, whatever their ties: "
        "{others}.",
        "Кто ещё что-то утверждает, сам или в передаче других, и сколько раз; это не считается словами стороны, какие бы ни были "
        "связи: {others}.",
    ),
    "speakers-more": ("and {more} more", "и ещё {more}"),
    "documents": ("Documents, in time order", "Документы по времени"),
    "documents-chosen": (
        "Those with the most statements, {shown} of {all}; the others are listed in the part on method.",
        "Те, где высказываний больше всего: {shown} из {all}; остальные перечислены в части о методе.",
    ),
    "no-documents": ("There is no document in this graph.", "Документов в этом графе нет."),
    "col-number": ("No.", "№"),
    "col-date": ("Date", "Дата"),
    "col-document": ("Document", "Документ"),
    "col-by": ("By", "Чей"),
    "col-read": ("Read", "Прочитан"),
    "read-full": ("in full", "целиком"),
    "read-part": ("in part", "частично"),
    "read-mention": ("not at hand, only mentioned", "нет под рукой, только упомянут"),
    "read-": ("not said", "не сказано"),
    "retracted": ("retracted", "отозван"),
    "date-unknown": ("date not known", "дата неизвестна"),
    "publisher": ("published by {name}", "опубликовано: {name}"),
    # The dispute
    "dispute": ("What is in dispute", "О чём спор"),
    "dispute-base": (
        "{claims} claims were entered. {made} of them somebody makes; {contested} of these somebody else challenges, denies or questions.",
        "Внесено утверждений: {claims}. Из них кем-то высказано: {made}, в том числе кем-то другим оспорено, отрицается или поставлено "
        "под вопрос: {contested}.",
    ),
    "restated": (
        "Claims that were read as restating each other are one row.",
        "Утверждения, прочитанные как пересказ друг друга, стоят в одной строке.",
    ),
    "more-names": ("and {more} more", "и ещё {more}"),
    "party-voices": ("in the person of: {names}", "голос стороны: {names}"),
    "one-sided": (
        "Denied, questioned or challenged, though nobody is found to make them: {many}.",
        "Отрицаются, ставятся под вопрос или оспариваются, хотя не найдено, кто это утверждает: {many}.",
    ),
    "no-dispute": (
        "Nobody was found to dispute anybody in these documents.",
        "В этих документах не найдено, чтобы кто-то с кем-то спорил.",
    ),
    "means": (
        "Challenges, {all} in all: against a claim or figure {rebuts}, against the step of an argument {undercuts}, against its "
        "evidence {undermines}, against a source {discredits}.",
        "Возражения, всего {all}: против утверждения или цифры — {rebuts}, против хода довода — {undercuts}, против его основания — "
        "{undermines}, против источника — {discredits}.",
    ),
    "col-who": ("Who", "Кто"),
    "col-whom": ("Whom", "С кем"),
    "col-denied": ("claims denied", "отрицания"),
    "col-questioned": ("claims questioned", "вопросы"),
    "col-challenges": ("challenges", "возражения"),
    "contested": ("The main contested claims", "Главные спорные утверждения"),
    "contested-rule": (
        "Claims that somebody makes and somebody else challenges, denies or questions: those with most challenges, denials and "
        "questionings first, then in the order of the texts.",
        "Утверждения, которые кто-то высказал, а кто-то другой оспорил, отрицает или ставит под вопрос: сначала те, где возражений, "
        "отрицаний и вопросов больше, затем по порядку текстов.",
    ),
    "col-claim": ("Claim", "Утверждение"),
    "col-said-by": ("Who says so, and with what", "Кто так говорит и чем подкрепляет"),
    "col-disputed": ("Who disputes it, and with what", "Кто спорит и чем"),
    "reported": ("as reported in {documents}", "в передаче: {documents}"),
    "chain": ("through {names}", "через: {names}"),
    # Stances and replies, as one's act
    "denies": ("denied without argument", "отрицается без доводов"),
    "questions": ("questioned without argument", "ставится под вопрос без доводов"),
    "denies-argued": ("denied, with argument", "отрицается с доводами"),
    "questions-argued": ("questioned, with argument", "ставится под вопрос с доводами"),
    "argued": ("answered with argument", "ответ с доводами"),
    "concedes": ("conceded", "признаётся"),
    "asserts": ("the same is said", "говорится то же"),
    "retracts": ("taken back", "отозвано"),
    "reframes": ("met with another claim", "ответ другим утверждением"),
    "relays": ("passed on, not answered", "передано, но без ответа"),
    "rebuts": ("against it", "против этого"),
    "undercuts": ("against the argument from", "против довода, где основание"),
    "undermines": ("against the evidence", "против основания"),
    "discredits": ("against the source", "против источника"),
    "figure": ("against the figure", "против цифры"),
    "narrower": ("a narrower claim of theirs", "есть более узкое утверждение"),
    "broader": ("a broader claim of theirs", "есть более широкое утверждение"),
    "differs": ("a claim of theirs that was read as different", "есть утверждение, прочитанное как иное"),
    "others": ("Others who dispute it: {names}", "Спорят и другие: {names}"),
    # Sources and figures
    "sources": ("Claims that rest on no source known to be independent", "Утверждения без источника, о независимости которого известно"),
    "sources-base": (
        "{lacking} of the {made} claims that somebody makes. Unknown is not independent: what was not reviewed counts as unknown, and "
        "ties are taken undated.",
        "Таких {lacking} из {made} высказанных. Неизвестный источник не значит независимый: что не изучено, то неизвестно; связи взяты "
        "без дат.",
    ),
    "sources-none-made": ("Nobody makes a claim here.", "Высказанных утверждений здесь нет."),
    "source-known": (
        "a source that is a third party by the rule (see method)",
        "есть источник, который по правилу третья сторона (см. о методе)",
    ),
    "see": ("Row by row: {command}.", "По строкам: {command}."),
    "values": ("Figures printed with more than one value", "Цифры, напечатанные не одинаково"),
    "values-base": (
        "The same thing counted, of the same population, in the same place, unit and period: {several} of {all} figures with a period. "
        "Values are as printed: other words, or another language, may give the same number.",
        "Считается одно и то же, там же, в тех же единицах и за тот же срок: {several} из {all} цифр со сроком. Значения даны как "
        "напечатано: другими словами или на другом языке может стоять то же число.",
    ),
    "according": ("according to {document}", "по {document}"),
    # Silence
    "unanswered": ("Unanswered in these documents", "Что осталось без ответа в этих документах"),
    "unanswered-note": (
        'Between parties in dispute. "Not addressed" is said only of documents that came later and were read in full. No answer here '
        "is not no answer anywhere. Claims that restate each other count once, and parts with their whole.",
        "Между сторонами спора. «Не затронуто» сказано лишь о документах, которые вышли позже и прочитаны целиком. Если ответа нет "
        "здесь, это не значит, что его нет нигде. Пересказы одного утверждения считаются за одно, части вместе с целым.",
    ),
    "col-claims-of": ("Claims of", "Чьи утверждения"),
    "col-replies-of": ("Replies of", "Чьи ответы"),
    "col-all": ("Claims", "Всего"),
    "col-replied": ("with a reply", "с ответом"),
    "col-silent": ("not addressed later", "позже не затронуто"),
    "col-unsure": ("cannot be told", "сказать нельзя"),
    "col-nothing": ("no later document at hand", "нет документа позже"),
    "silent": ("Not addressed. Later, and read in full: {documents}.", "Не затронуто. Позже, прочитано целиком: {documents}."),
    "in-part": (
        "Nothing found, but not everything was read. Later, and not read in full: {documents}.",
        "Не найдено, но прочитано не всё. Позже, прочитано не целиком: {documents}.",
    ),
    "undated": (
        "Nothing found; whether it came later is not known: {documents}.",
        "Не найдено; вышло ли позже, неизвестно: {documents}.",
    ),
    "mentioned": (
        "No document of theirs at hand that could address it. Only mentioned: {documents}.",
        "Под рукой нет их документа, где мог бы быть ответ. Только упомянуто: {documents}.",
    ),
    "earlier": (
        "No document of theirs at hand that could address it, only earlier ones: {documents}.",
        "Под рукой нет их документа, где мог бы быть ответ; есть лишь более ранние: {documents}.",
    ),
    "no-document": ("No document of theirs at hand that could address it.", "Под рукой нет их документа, где мог бы быть ответ."),
    # What is not known
    "gaps": ("What is not known", "Что неизвестно"),
    "gap-mentioned": (
        "Documents that are only mentioned and not at hand: {many} of {all}.",
        "Документы, которых нет под рукой, только упомянуты: {many} из {all}.",
    ),
    "gap-part": (
        "Documents not read in full, of those at hand: {many} of {all}.",
        "Документы, прочитанные не целиком, из тех, что под рукой: {many} из {all}.",
    ),
    "gap-date": ("Documents without a known date: {many} of {all}.", "Документы без известной даты: {many} из {all}."),
    "gap-reviewed": (
        "Documents at hand whose author, sources or ties were not reviewed: {author}, {sources} and {ties} of {all}.",
        "Документы под рукой, у которых не изучены автор, источники, связи: {author}, {sources} и {ties} из {all}.",
    ),
    "gap-hand": (
        "Passages whose text was not at hand for checking: {many} of {all}.",
        "Фрагменты, текста которых для сверки не было: {many} из {all}.",
    ),
    "gap-truth": (
        "Whether any of the claims holds. This report does not look into that.",
        "Верны ли утверждения. Этого отчёт не выясняет.",
    ),
    # The matrix
    "matrix": ("Claims and replies", "Утверждения и ответы"),
    "matrix-none": (
        "No two declared parties were found to dispute each other, so that there is no matrix. {command} makes one of any two actors.",
        "Не найдено, чтобы две объявленные стороны спорили друг с другом, поэтому таблицы нет. {command} составит её для любых двух "
        "участников.",
    ),
    "pair": ("{one} – {other}", "{one} – {other}"),
    "direction": ("Claims: {claimant}. Replies: {replier}", "Утверждения: {claimant}. Ответы: {replier}"),
    "direction-base": (
        "Claims: {all}; with a reply: {replied}; without: {unreplied}. Documents of the one who replies: {documents}.",
        "Утверждений: {all}; с ответом: {replied}; без ответа: {unreplied}. Документы того, кто отвечает: {documents}.",
    ),
    "direction-parts": ("Parts of claims are told with their whole: {parts}.", "Части утверждений показаны вместе с целым: {parts}."),
    "direction-empty": ("No claim of theirs was entered.", "Таких утверждений не внесено."),
    "with-reply": ("With a reply", "С ответом"),
    "without-reply": ("Without a reply", "Без ответа"),
    "col-reply": ("Reply", "Ответ"),
    "col-evidence": ("Evidence offered for the claim", "Чем подкреплено утверждение"),
    "col-sources": ("Sources of the claim", "Источники утверждения"),
    "col-parts": ("Parts not addressed", "Незатронутые части"),
    "col-its-parts": ("Its parts", "Его части"),
    "in-earlier": ("in an earlier document", "в более раннем документе"),
    "conceded": ("conceded", "признано"),
    "own": ("their own claim, read as {how}: ", "собственное утверждение, прочитанное как {how}: "),
    "own-narrower": ("narrower", "более узкое"),
    "own-broader": ("broader", "более широкое"),
    "own-differs": ("different", "иное"),
    "worded": ("in {document}: “{words}”", "в {document}: «{words}»"),
    "pointed": ("pointed at by {names}", "указывает: {names}"),
    "no-evidence": ("none found", "не найдено"),
    "at-large": (
        "Challenges of {replier} to {claimant} as a source, or to documents and figures as a whole: {many}",
        "Возражения общего рода, против источника, документов или цифр в целом: {many}. Возражения: {replier}. Против: {claimant}",
    ),
    "denials": (
        "Denied by {claimant}, though not found to be said by {replier}: {many}",
        "Отрицается то, чего у другой стороны в этих документах не найдено: {many}. Отрицания: {claimant}. Другая сторона: {replier}",
    ),
    "with": ("with", "приведено"),
    "rows-left": ("Left out here: {many} rows. All of them: {command}.", "Здесь опущено строк: {many}. Все: {command}."),
    # Method
    "method": ("Method and gaps", "Метод и пробелы"),
    "what-was-read": ("What was read, and how far", "Что прочитано и насколько"),
    "col-reviewed": ("Looked into, when: author · sources · ties", "Изучено, когда: автор · источники · связи"),
    "to-obtain": ("Only mentioned, to obtain", "Только упомянуто, надо найти"),
    "by-whom": ("By whom", "Кем"),
    "annotator": ("{name} ({kind})", "{name} ({kind})"),
    "annotated": ("also a file of their own on {document}, {when}", "есть и свой файл о документе {document}, {when}"),
    "no-annotators": ("No annotator is named.", "Аннотаторы не названы."),
    "passages": ("Passages", "Фрагменты"),
    "passages-base": (
        "References to passages: {all}. Verified against the text: {verified}; without digits to check: {unchecked}; text not at hand: "
        "{not_at_hand}; set aside, because they do not match: {quarantined}.",
        "Ссылок на фрагменты: {all}. Сверены с текстом: {verified}; без цифр для сверки: {unchecked}; текста нет под рукой: "
        "{not_at_hand}; отложены, потому что не сходятся: {quarantined}.",
    ),
    "aside": (
        "What rests on passages that do not match was set aside and is not counted here: {many} things. {command} shows them.",
        "Что держится на несошедшихся фрагментах, отложено и здесь не учтено. Всего отложено: {many}. Показать: {command}.",
    ),
    "withheld": ("Withheld", "Не показано"),
    "withheld-rows": (
        "Rows that rest on what is confidential, by question: {rows}.",
        "Строки, которые держатся на конфиденциальном, по вопросам: {rows}.",
    ),
    "rules": ("Rules used", "Правила"),
    "rule-question": ("{name}: {summary}", "{name}: {summary}"),
    "rule-matrix": (
        "A claim counts as a party's if the party asserts or concedes it, or is reported to. Claims that were linked as restating each "
        "other are one; a reply's own wording of it belongs to it.",
        "Утверждение считается принадлежащим стороне, если она его утверждает или признаёт, или если так передают другие. "
        "Сопоставленные как пересказ друг друга утверждения — одно; сюда относится и то, как его передаёт ответ.",
    ),
    "rule-reply": (
        "A reply has an argument if the party brings a challenge to the claim, to an argument or evidence for it, or to a statement of "
        "it. A denial without one is a denial without argument.",
        "Ответ с доводами — тот, где сторона возражает против утверждения, против довода за него или его основания, или против самого "
        "высказывания. Отрицание без этого — отрицание без доводов.",
    ),
    "rule-later": (
        "A document came later if it is entered as responding to the other, or if its first possible day is after the other's last.",
        "Документ вышел позже другого, если внесён как ответ на него или если первый возможный день его выхода позже последнего "
        "возможного дня другого.",
    ),
    "rule-source": (
        "A source of a claim is a support for it, whoever points at it, or a claim of another document that restates it. It is a third "
        "party where neither it nor whoever may control it meets a claimant or a declared party, and only where its document was read "
        "in full and its author, sources and ties were reviewed.",
        "Источник утверждения — довод за него, кто бы на него ни указал, или утверждение другого документа, которое его пересказывает. "
        "Источник — третья сторона, если ни он, ни те, от кого он может зависеть, не совпадают с утверждающими и со сторонами, и лишь "
        "тогда, когда его документ прочитан целиком, а автор, источники и связи изучены.",
    ),
    "annotators-out": (
        "What annotators challenge is not counted, nor what they add in files of their own; challenges left out so: {many}. {command} "
        "counts them.",
        "Возражения аннотаторов и то, что они добавили в своих файлах, не учтено; возражений так опущено: {many}. Учесть их: {command}.",
    ),
    "annotators-in": (
        "What annotators challenge, and add in files of their own, is counted (--annotators).",
        "Возражения аннотаторов и то, что они добавили в своих файлах, учтены (--annotators).",
    ),
    # Notes
    "note-passages": ("{title} ({document}, {when}), {ranges}", "{title} ({document}, {when}), {ranges}"),
    "characters": ("characters {start}–{end}, {state}", "знаки {start}–{end}, {state}"),
    "no-passage": ("{title} ({document}, {when}), no passage entered", "{title} ({document}, {when}), фрагмент не указан"),
    "quoted": (": “{words}”", ": «{words}»"),
    "verified": ("verified", "сверено"),
    "unchecked": ("not checked", "не сверено"),
    "not-at-hand": ("text not at hand", "текста нет под рукой"),
    "quarantined": ("set aside", "отложено"),
}


def phrase(lang: str, name: str, /, **fields: object) -> str:
    """A phrase in a language, with what is put into it."""
    return PHRASES[name][lang == "ru"].format(**fields)
