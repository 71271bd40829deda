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
        "The report judges nobody and does not say who is right. Every sentence here is somebody's claim, in the words of an annotator who "
        "read it; the notes at the end lead to the passages. What was not found was not found in these documents, as far as they were "
        "read. Replies are those that annotators linked: what was said in other ways may have been missed, and silence is not proof.",
        "Отчёт никого не судит и не говорит, кто прав. Каждая фраза здесь — чьё-то утверждение в пересказе аннотатора; примечания в конце "
        "ведут к фрагментам текстов. Чего не нашлось, того не нашлось в этих документах, насколько они прочитаны. Ответы — те, что "
        "аннотаторы привязали: сказанное иначе могло быть упущено, и молчание ничего не доказывает.",
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
    "parties": ("Parties, in alphabetical order", "Стороны по алфавиту"),
    "ties-stated": (
        "Ties, by the document that states them, {most} of each party at most.",
        "Связи, по документам, где о них сказано; у каждой стороны не больше {most}.",
    ),
    "ties-of": ("According to {document}", "По {document}"),
    "ties-case": ("the case itself", "самому делу"),
    "no-parties": ("The case declares no parties.", "Стороны в деле не объявлены."),
    "party-claims": ("claims: {own}", "утверждения: {own}"),
    "party-reported": ("claims known only from others' documents: {reported}", "известные лишь из чужих документов: {reported}"),
    "party-conceded": ("concessions, own and reported: {conceded}", "признания, свои и в передаче других: {conceded}"),
    "party-documents": ("documents at hand: {documents}", "документы под рукой: {documents}"),
    "party-mentioned": ("only mentioned: {documents}", "только упомянуты: {documents}"),
    "party-documents-none": ("no document of theirs at hand", "своего документа под рукой нет"),
    "tie-undated": ("no date given", "срок не указан"),
    "tie-note": ("; annotator's note: {note}", "; примечание аннотатора: {note}"),
    "no-ties": (
        "None is entered of {parties}, which says nothing where ties were not reviewed.",
        "Не внесено ни одной у {parties}, а это ничего не значит там, где связи не изучены.",
    ),
    "speakers": (
        "Others who make claims, or are reported to, and how many (not counted as a party's, whatever their ties): {others}.",
        "Кто ещё что-то утверждает, сам или в передаче других, и сколько раз (словами стороны это не считается): {others}.",
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
        "{claims} claims were entered. {made} of them somebody makes or concedes; {contested} of these somebody else challenges, denies or "
        "questions.",
        "Внесено утверждений: {claims}. Из них кем-то высказано или признано: {made}, в том числе кем-то другим оспорено, отрицается или "
        "поставлено под вопрос: {contested}.",
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
    "means-rows": (
        "The table has {rows}: there a challenge counts once for each author of what it is against, and not where that is an annotator's "
        "or nobody's.",
        "В таблице их {rows}: там возражение считается по разу на каждого автора того, против чего оно, и не считается, если это слова "
        "аннотатора или ничьи.",
    ),
    "col-who": ("Who", "Кто"),
    "col-whom": ("Whom", "С кем"),
    "col-denied": ("claims denied", "отрицания"),
    "col-questioned": ("claims questioned", "вопросы"),
    "col-challenges": ("challenges", "возражения"),
    "contested": ("The main contested claims", "Главные спорные утверждения"),
    "contested-rule": (
        "Most challenged, denied and questioned first, then in the order of the texts.",
        "Сначала те, где больше возражений, отрицаний и вопросов, затем по порядку текстов.",
    ),
    "col-claim": ("Claim", "Утверждение"),
    "col-said-by": ("Who says so, and with what", "Кто так говорит и чем подкрепляет"),
    "col-disputed": ("Who disputes it, and with what", "Кто спорит и чем"),
    "reported": ("as reported in {documents}", "в передаче: {documents}"),
    "chain": ("through {names}", "через: {names}"),
    # Stances and replies, as one's act
    "denies": ("denied; no argument linked", "отрицается; довод не привязан"),
    "questions": ("questioned; no argument linked", "ставится под вопрос; довод не привязан"),
    "denies-argued": ("denied, with argument", "отрицается с доводами"),
    "questions-argued": ("questioned, with argument", "ставится под вопрос с доводами"),
    "argued": ("answered with argument", "ответ с доводами"),
    "concedes": ("conceded", "признаётся"),
    "asserts": ("the same is said", "говорится то же"),
    "retracts": ("taken back", "отозвано"),
    "reframes": ("met with another claim", "ответ другим утверждением"),
    "relays": ("passed on, not answered", "передано, но без ответа"),
    "relays-many": ("passed on, not answered: {many}", "передано, но без ответа: {many}"),
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
        "{lacking} of the {made} claims that somebody makes or concedes. Unknown is not independent: what was not reviewed counts as "
        "unknown.",
        "Таких {lacking} из {made} высказанных или признанных. Неизвестный не значит независимый: что не изучено, то неизвестно.",
    ),
    "sources-kinds": (
        "With no source but who claims it, by kind, opinions and demands included: {kinds}.",
        "Нет источника, кроме самих утверждающих, по видам, с мнениями и требованиями: {kinds}.",
    ),
    "of-kind": ("{kind} {bare} of {made}", "{kind} {bare} из {made}"),
    "sources-none-made": ("Nobody makes a claim here.", "Высказанных утверждений здесь нет."),
    "stands-on": ("sources: {rung}", "источники: {rung}"),
    "label": ("in this corpus: {label}", "в этом корпусе: {label}"),
    "label-missing": (" (not at hand: {documents})", " (нет под рукой: {documents})"),
    "labels": (
        "Claims in this corpus: {labels} (which arguments stand, not who is right).",
        "Утверждения в этом корпусе: {labels} (о доводах, а не о том, кто прав).",
    ),
    "by-party": ("By party: on whose word its claims rest", "По сторонам: на чьих словах держатся утверждения"),
    "see": ("Row by row: {command}.", "По строкам: {command}."),
    "numbers": ("Whether the numbers add up", "Сходятся ли числа"),
    "numbers-base": (
        "Figures: {figures}; relations tested, stated or implied: {tested}{outcomes}; not testable: {untested}; figures that none checks: "
        "{unchecked}.",
        "Цифр: {figures}; соотношений, заявленных и вытекающих, проверено: {tested}{outcomes}; не проверить: {untested}; цифр без "
        "проверки: {unchecked}.",
    ),
    "numbers-computed": ("computed {computed}", "вычислено {computed}"),
    "numbers-assumes": ("assuming {assumes} (without it: {without})", "при допущении {assumes} (без него: {without})"),
    "numbers-rival": ("another reading: {told}", "иное прочтение: {told}"),
    "numbers-more": (
        "What matters first: {shown} of {all}; in full in the part on method. What rests on them: {command}.",
        "Сначала существенное: {shown} из {all}; полностью — в части о методе. Что на них держится: {command}.",
    ),
    "numbers-rule": (
        "Figures are recomputed as printed: each stands for what its rounding and its hedge allow, and a relation is called inconsistent "
        "only where nothing is left in common. What is assumed stands in the sentence. What would mend it is arithmetic and no "
        "explanation; which of the figures is off, if any, the numbers do not tell.",
        "Цифры пересчитаны, как напечатаны: каждая значит то, что допускают её округление и оговорки, и «не сходится» сказано лишь там, "
        "где общего числа не остаётся. Допущение стоит в самой фразе. При чём числа сошлись бы — арифметика, а не объяснение; какая из "
        "цифр неточна, если неточна, сами числа не показывают.",
    ),
    "col-figures": ("Figures", "Цифр"),
    "col-alarms": ("inconsistent, or in conflict", "не сходится, расходится"),
    "col-agree": ("consistent, or incomplete", "сходится, неполно"),
    "col-untested": ("could not be tested", "проверить нельзя"),
    "col-unchecked": ("figures unchecked", "цифры без проверки"),
    "numbers-alarms": ("Does not add up, or leaves a remainder: {many}", "Не сходится или оставляет остаток: {many}"),
    "numbers-notes": ("Noted, without a test: {many}", "Отмечено, без проверки: {many}"),
    "numbers-untested": ("Could not be tested, and why: {many}", "Проверить нельзя, и почему: {many}"),
    "numbers-agree": ("Adds up: {many}", "Сходится: {many}"),
    "numbers-same": (
        "Given alike in several documents, or more than once in one: {many} figures.",
        "Одинаково названы в нескольких документах или несколько раз в одном — цифр: {many}.",
    ),
    "numbers-unchecked": ("Figures that no relation checks: {many}", "Цифры, которых не проверяет ни одно соотношение: {many}"),
    "numbers-wording": ("a matter of wording", "дело в формулировке"),
    "claim-numbers": ("its numbers: ", "его числа: "),
    # Silence
    "unanswered": ("Claims and linked replies, in numbers", "Утверждения и привязанные ответы, в числах"),
    "unanswered-note": (
        "Between parties in dispute. A reply counts where annotators linked it; where none is linked, there may be one nevertheless. "
        "Claims that restate each other count once, parts with their whole; concessions are not counted, and to pass a claim on is no "
        "reply.",
        "Между сторонами спора. Ответ учтён, если аннотаторы его привязали; если не привязан, он всё же может быть. Пересказы одного "
        "утверждения считаются за одно, части — вместе с целым; признания не считаются, а передать чужие слова не значит ответить.",
    ),
    "col-direction": ("Whose claims, whose replies", "Чьи утверждения, чьи ответы"),
    "col-all": ("Claims", "Всего"),
    "col-replied": ("reply linked", "ответ привязан"),
    "col-silent": ("none linked; later documents read in full", "не привязан; поздние документы прочитаны"),
    "col-unsure": ("none linked; not all read, or order not known", "не привязан; прочитано не всё, порядок неясен"),
    "col-nothing": ("none linked; no later document at hand", "не привязан; поздних документов нет"),
    "silent": (
        "No reply linked by the annotators. Later documents of theirs read in full: {documents}.",
        "Аннотаторы ответа не привязали. Более поздние документы отвечающей стороны, прочитанные целиком: {documents}.",
    ),
    "in-part": (
        "No reply linked by the annotators, and not everything was read. Later documents of theirs not read in full: {documents}.",
        "Аннотаторы ответа не привязали, и прочитано не всё. Более поздние документы отвечающей стороны, прочитанные не целиком: "
        "{documents}.",
    ),
    "undated": (
        "No reply linked by the annotators; whether these documents of theirs came later is not known: {documents}.",
        "Аннотаторы ответа не привязали; вышли ли позже эти документы отвечающей стороны, неизвестно: {documents}.",
    ),
    "mentioned": (
        "No document of theirs at hand that could hold a reply. Only mentioned: {documents}.",
        "Под рукой нет документа отвечающей стороны, где мог бы быть ответ. Только упомянуты: {documents}.",
    ),
    "earlier": (
        "No document of theirs at hand that could hold a reply, only earlier ones: {documents}.",
        "Под рукой нет документа отвечающей стороны, где мог бы быть ответ; есть лишь более ранние: {documents}.",
    ),
    "no-document": (
        "No document of theirs at hand that could hold a reply.",
        "Под рукой нет документа отвечающей стороны, где мог бы быть ответ.",
    ),
    # What is not known
    "gaps": ("What is not known", "Что неизвестно"),
    "gap-read": (
        "Documents only mentioned and not at hand: {mentioned} of {all}; at hand, but not read in full: {part} of {held}; without a known "
        "date: {undated} of {all}; at hand, but their author, sources or ties not reviewed: {author}, {sources} and {ties} of {held}.",
        "Документы, которые лишь упомянуты: {mentioned} из {all}; под рукой, но прочитаны не целиком: {part} из {held}; без известной "
        "даты: {undated} из {all}; под рукой, но не изучены автор, источники, связи: {author}, {sources} и {ties} из {held}.",
    ),
    "gap-party": (
        "{party}: {missing}; claims of theirs known only from others' documents: {many}, in {whose}.",
        "{party}: {missing}; утверждений, известных лишь из чужих документов, {many}: {whose}.",
    ),
    "gap-party-only": ("{party}: {missing}.", "{party}: {missing}."),
    "gap-party-missing": ("not at hand {documents}", "нет под рукой {documents}"),
    "whose": ("{documents} ({names})", "{documents} ({names})"),
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
    "linked-only": (
        "A reply stands here where annotators linked it to the claim. What was said in other ways may have been missed, and silence is not "
        "proof.",
        "Ответ стоит здесь, если аннотаторы привязали его к утверждению. Сказанное иначе могло быть упущено, и молчание ничего не "
        "доказывает.",
    ),
    "matrix-none": (
        "No two declared parties were found to dispute each other, so that there is no matrix. {command} makes one of any two actors.",
        "Не найдено, чтобы две объявленные стороны спорили друг с другом, поэтому таблицы нет. {command} составит её для любых двух "
        "участников.",
    ),
    "pair": ("{one} – {other}", "{one} – {other}"),
    "direction": ("Claims: {claimant}. Replies: {replier}", "Утверждения: {claimant}. Ответы: {replier}"),
    "direction-base": (
        "Claims: {all}; with a reply linked: {replied}; with none linked: {unreplied}. Documents of the one who replies: {documents}.",
        "Утверждений: {all}; с привязанным ответом: {replied}; без него: {unreplied}. Документы отвечающей стороны: {documents}.",
    ),
    "direction-parts": ("Parts of claims are told with their whole: {parts}.", "Части утверждений показаны вместе с целым: {parts}."),
    "direction-empty": ("No claim of theirs was entered.", "Таких утверждений не внесено."),
    "with-reply": ("Reply linked", "С привязанным ответом"),
    "without-reply": ("No reply linked", "Без привязанного ответа"),
    "col-reply": ("Reply", "Ответ"),
    "col-evidence": ("Evidence offered for the claim", "Чем подкреплено утверждение"),
    "col-sources": ("Sources of the claim", "Источники утверждения"),
    "col-parts": ("Parts with no reply linked", "Части без привязанного ответа"),
    "col-its-parts": ("Its parts", "Его части"),
    "in-earlier": ("in an earlier document", "в более раннем документе"),
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
    "conceding": (
        "Conceded by {claimant}, or reported to be, and not counted as claims: {many}",
        "Признания, отдельно от утверждений: {many}. Признаёт, или так передают другие: {claimant}",
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
        "A claim counts as a party's if the party asserts it, or is reported to; what it only concedes is listed apart. Claims that were "
        "linked as restating each other are one; a reply's own wording of it belongs to it.",
        "Утверждение считается принадлежащим стороне, если она его утверждает или если так передают другие; что она лишь признаёт, "
        "перечислено отдельно. Сопоставленные как пересказ друг друга утверждения — одно; сюда относится и то, как его передаёт ответ.",
    ),
    "rule-reply": (
        "A reply has an argument if a challenge of the party to the claim, to an argument or evidence for it, or to a statement of it is "
        "entered. Where a denial has none, no argument was linked; it may stand elsewhere, or in other words. To pass a claim on is no "
        "reply.",
        "Ответ с доводами — тот, где внесено возражение стороны против утверждения, против довода за него или его основания, или против "
        "самого высказывания. Где у отрицания довода нет, он не привязан, но может стоять в другом месте или быть сказан иначе. Передать "
        "чужое утверждение не значит ответить.",
    ),
    "rule-later": (
        "A document came later if it is entered as responding to the other, or if its first possible day is after the other's last.",
        "Документ вышел позже другого, если внесён как ответ на него или если первый возможный день его выхода позже последнего "
        "возможного дня другого.",
    ),
    "rule-source": (
        "A source of a claim is a support for it, whoever points at it, or a claim of another document that restates it; of claims in one "
        "row the best source is told. Copies, translations and relays are one with where they come from. It is a third party's where "
        "neither it nor whoever controls it, at the time, is a claimant or a declared party, and only where its document was read in "
        "full and its author, sources and ties were reviewed. Funding is shown and lowers nobody by default (kg sources).",
        "Источник утверждения — довод за него, кто бы на него ни указал, или утверждение другого документа, которое его пересказывает; об "
        "утверждениях одной строки сказано по лучшему источнику. Копии, переводы и передачи — одно с тем, к чему восходят. Источник — "
        "третья сторона, если ни он, ни те, кто его тогда контролировал, не утверждающие и не стороны, и лишь тогда, когда его документ "
        "прочитан целиком, а автор, источники и связи изучены. Финансирование показано и по умолчанию никого не понижает (kg sources).",
    ),
    "rule-label": (
        "Labels are of the arguments that annotators linked: a claim is unmet where nothing that stands is brought against it, met where "
        "something is, open where the arguments answer each other without end; it has none where a document of a party that would "
        "answer is not in the case. No label says who is right (kg dispute).",
        "Метки — о доводах, которые связали аннотаторы: утверждение без устоявшего возражения, если ничего устоявшего против него не "
        "приведено; встретило его, если приведено; открыто, если доводы возражают друг другу без конца; метки нет, если документа стороны, "
        "где мог быть ответ, в деле нет. О том, кто прав, метки не говорят (kg dispute).",
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
