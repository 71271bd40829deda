"""Every sentence of a state of the dispute: English, Russian. Names stand where they need no ending."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # A label, of a claim
    "label.unmet": ("In this corpus: unmet.", "В этом корпусе: без устоявшего возражения."),
    "label.met": ("In this corpus: met.", "В этом корпусе: встретило возражение, которое устояло."),
    "label.open": ("In this corpus: open.", "В этом корпусе: вопрос открыт."),
    "label.": ("In this corpus: no label.", "В этом корпусе: метки нет."),
    "about": ("{thing}: {state}", "{thing}: {state}"),
    "name.unmet": ("unmet", "без устоявшего возражения"),
    "name.met": ("met", "есть устоявшее возражение"),
    "name.open": ("open", "открыто"),
    "name.": ("no label", "без метки"),
    # Why
    "why.nothing": ("No argument against it is linked.", "Доводов против не связано."),
    "why.unmet": ("What is brought against it is itself met.", "Приведённое против само встретило возражение."),
    "why.met": ("What is brought against it is itself unmet.", "На приведённое против устоявшего возражения нет."),
    "why.open": (
        "What is brought against it and what is brought in turn answer each other without end.",
        "Приведённое против и приведённое в ответ возражают друг другу без конца.",
    ),
    "reason": ("{who} {how}{brought}{where}{through} ({label}).", "{who}: {how}{brought}{where}{through} ({label})."),
    "reason.finding": (
        "A finding of the audit undermines it: {finding}{through} (as it stands).",
        "Вывод проверки чисел лишает опоры: {finding}{through} (как есть).",
    ),
    "reason.with": (" with {brought}", " ({brought})"),
    "reason.nobody": ("Somebody", "Кто-то"),
    "reason.rebuts": ("argues against it", "довод против"),
    "reason.undercuts": ("argues against the step from evidence to claim", "довод против шага от основания к утверждению"),
    "reason.undermines": ("argues against the evidence", "довод против основания"),
    "reason.discredits": ("argues against the source", "довод против источника"),
    "reason.": ("argues against it", "довод против"),
    "reason.brings": (", which takes away what it brings: {evidence}", ", и отпадает то, что приведено: {evidence}"),
    "in": (" in {document}", ", где: {document}"),
    # Gaps
    "gap.says": (
        "{party} is said to speak to this in a document that is not in the case ({document}): what it answers there is not known.",
        "{party}: сказано, что об этом говорится в документе, которого в деле нет ({document}); что там отвечено, неизвестно.",
    ),
    "gap.nowhere": (
        "{party} is said to speak to this, and no document of theirs is named where: what they answer is not known.",
        "{party}: передано, что об этом сказано, но документ не назван; что там отвечено, неизвестно.",
    ),
    "gap.responds": (
        "A document of {party} that responds to this one is not in the case ({document}): what it answers is not known.",
        "{party}: есть документ в ответ на этот, но в деле его нет ({document}); что там отвечено, неизвестно.",
    ),
    "gap.itself": (
        "It is a document of {party} that is not in the case ({document}): what it answers is not known.",
        "{party}: документ в деле только назван ({document}); что в нём отвечено, неизвестно.",
    ),
    "gap.rests": (
        "It hangs on what {party} may answer in a document that is not in the case ({document}).",
        "Это зависит от того, что отвечено в документе, которого в деле нет ({document}). Сторона: {party}.",
    ),
    "gap.unnamed": ("none is named", "документ не назван"),
    # How a party met it
    "asserts": ("{party} says so{reported}{where}.", "{party}: так говорится{reported}{where}."),
    "concedes": ("{party} concedes it{reported}{where}.", "{party}: признаётся{reported}{where}."),
    "retracts": ("{party} took it back{reported}{where}.", "{party}: отозвано{reported}{where}."),
    "argued": ("{party} answered it with argument{stance}{where}.", "{party}: ответ с доводом{stance}{where}."),
    "argued.denies": (" and denies it", " и отрицание"),
    "argued.questions": (" and questions it", " и сомнение"),
    "denies": (
        "{party} denies it{reported}{where}; no argument is linked, and a denial needs none.",
        "{party}: отрицается{reported}{where}; довода не связано, да отрицанию он и не нужен.",
    ),
    "questions": (
        "{party} questions it{reported}{where}; no argument is linked.",
        "{party}: ставится под вопрос{reported}{where}; довода не связано.",
    ),
    "reframes": ("{party} met it with another claim: {near}.", "{party}: ответ другим утверждением: {near}."),
    "near.narrower": ("a narrower one, {claim}", "более узкое, {claim}"),
    "near.broader": ("a broader one, {claim}", "более широкое, {claim}"),
    "near.differs": ("one read as different, {claim}", "прочитанное как иное, {claim}"),
    "not-addressed": (
        "{party} has not addressed it in what came later and was read in full: {documents}. Silence is not proof.",
        "{party}: в более поздних документах, прочитанных целиком, ответа не связано: {documents}. Молчание — не доказательство.",
    ),
    "unknown.in-part": (
        "Whether {party} addressed it is not known: what came later was not read in full ({documents}).",
        "{party}: есть ли ответ, неизвестно: более поздние документы прочитаны не целиком ({documents}).",
    ),
    "unknown.undated": (
        "Whether {party} addressed it is not known: which came first is not known ({documents}).",
        "{party}: есть ли ответ, неизвестно: неизвестно, что было раньше ({documents}).",
    ),
    "unknown.mentioned": (
        "Whether {party} addressed it is not known: what may be later is not in the case ({documents}).",
        "{party}: есть ли ответ, неизвестно: документов, которые могут быть позже, в деле нет ({documents}).",
    ),
    "unknown.earlier": (
        "{party} could not address it in what is here: all of it is earlier ({documents}).",
        "{party}: здесь ответа быть не могло: все документы более ранние ({documents}).",
    ),
    "unknown.none": (
        "Whether {party} addressed it is not known: no document of theirs is in the case.",
        "{party}: есть ли ответ, неизвестно: документов этой стороны в деле нет.",
    ),
    "relayed": (" They pass it on, which is no answer.", " Утверждение передано дальше, а это не ответ."),
    "earlier": (" All of this stands in earlier documents.", " Всё это стоит в более ранних документах."),
    # Second-hand
    "chain": ("Known second-hand: {steps}.", "Известно с чужих слов: {steps}."),
    "chain.opponents": ("Known only through a document of another party: {steps}.", "Известно лишь по документу другой стороны: {steps}."),
    "chain.step": ("{who} ({document})", "{who} ({document})"),
    "chain.nobody": ("nobody named", "никто не назван"),
    # Fidelity
    "report.original": (
        "{teller} reports {who}{opponent}: {claim}. Their own words, {how}{where}: {original}.",
        "{teller} передаёт слова: {who}{opponent}: {claim}. Собственные слова, {how}{where}: {original}.",
    ),
    "report.not-found": (
        "{teller} reports {who}{opponent}: {claim}. No claim in their own words was found{where}.",
        "{teller} передаёт слова: {who}{opponent}: {claim}. Собственных слов об этом не найдено{where}.",
    ),
    "report.not-at-hand": (
        "{teller} reports {who}{opponent}: {claim}. Their own words are not in the case ({document}).",
        "{teller} передаёт слова: {who}{opponent}: {claim}. Собственных слов в деле нет ({document}).",
    ),
    "report.not-named": (
        "{teller} reports {who}{opponent}: {claim}. Where they say so is not named.",
        "{teller} передаёт слова: {who}{opponent}: {claim}. Где это сказано, не указано.",
    ),
    "report.opponent": (", another party", " (другая сторона)"),
    "how.same": ("the same claim", "то же утверждение"),
    "how.restates": ("read as the same", "прочитаны как то же"),
    "how.narrower": ("read as narrower", "прочитаны как более узкие"),
    "how.broader": ("read as broader", "прочитаны как более широкие"),
    "how.differs": ("read as different", "прочитаны как иные"),
    "mixed": (
        "The passage for words of {of} ({outer}) has words of {by}{opponents} in it ({inside}).",
        "Во фрагменте со словами: {of} ({outer}) есть и слова: {by}{opponents} ({inside}).",
    ),
}
